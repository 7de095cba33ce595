import type { OpenEntity, Registry } from "./registry.js";

/** Sectors of movements: who is of them does not speak for the country's government. */
const MOVEMENT = new Set(["REB", "SEP", "OPP"]);
/** Codes that stand for any organisation. */
const ANY = new Set(["IGO", "NGO"]);

/**
 * Sets which party each entity is or speaks for: its state, but an organisation and a movement are their own ("EU", "ELN"), and
 * their people speak for them: those of a movement for the one of their country that the text names, those of an organisation for the one
 * named in their title, else for the only one.
 */
export function setParties(r: Registry): void {
  const movements = new Map<string, OpenEntity[]>();
  const bodies: OpenEntity[] = [];
  for (const e of r.entities) {
    if (e.kind === "person" || !isOwn(e)) continue;
    e.party = nameOf(r, e);
    if (ANY.has(e.code ?? "")) bodies.push(e);
    const key = `${e.code} ${e.sector}`;
    movements.set(key, [...(movements.get(key) ?? []), e]);
  }
  for (const e of r.entities) {
    if (e.kind !== "person" || !isOwn(e)) continue;
    const key = `${e.code} ${e.sector}`;
    if (ANY.has(e.code ?? "")) e.party = bodyOf(r, e, bodies)?.party ?? e.code;
    else {
      const same = movements.get(key) ?? [];
      e.party = same.length === 1 ? same[0].party : key;
    }
  }
}

const isOwn = (e: OpenEntity): boolean =>
  e.code !== null && (ANY.has(e.code) || e.kind === "armed-group" || MOVEMENT.has(e.sector ?? ""));

/** By its letters where it has some, as desks write it; a state's letters are that state's. */
function nameOf(r: Registry, e: OpenEntity): string {
  const letters = e.lexiconKey === null ? undefined : r.words.letters.get(e.lexiconKey);
  if (letters !== undefined) return letters;
  return /^[A-Z][A-Z-]+$/.test(e.name) ? e.name : e.name.replace(/^the /i, "");
}

function bodyOf(r: Registry, person: OpenEntity, bodies: readonly OpenEntity[]): OpenEntity | undefined {
  if (bodies.length < 2) return bodies[0];
  for (const m of r.mentions) {
    if (m.entity !== person.index) continue;
    const inside = r.mentions.find(
      (x) =>
        x.sentence === m.sentence &&
        x.from >= m.from &&
        x.to <= m.to &&
        ANY.has(r.entities[x.entity].code ?? "") &&
        r.entities[x.entity].kind !== "person",
    );
    if (inside !== undefined) return r.entities[inside.entity];
  }
  return undefined;
}

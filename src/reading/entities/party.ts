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
export function setParties(r: Registry, mentionsBySentence: readonly (readonly number[])[]): void {
  const movements = new Map<string, OpenEntity[]>();
  const bodies: OpenEntity[] = [];
  for (const e of r.entities) {
    if (e.kind === "person" || !isOwn(e)) continue;
    e.party = nameOf(r, e);
    if (ANY.has(e.code ?? "")) bodies.push(e);
    const key = `${e.code} ${e.sector}`;
    movements.set(key, [...(movements.get(key) ?? []), e]);
  }
  const titled = bodies.length < 2 ? null : bodiesInTitles(r, mentionsBySentence);
  for (const e of r.entities) {
    if (e.kind !== "person" || !isOwn(e)) continue;
    const key = `${e.code} ${e.sector}`;
    if (ANY.has(e.code ?? "")) e.party = (titled === null ? bodies[0] : titled.get(e.index))?.party ?? e.code;
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

/** The organisation inside the first words for each person that hold one, by the person. */
function bodiesInTitles(
  r: Registry,
  mentionsBySentence: readonly (readonly number[])[],
): Map<number, OpenEntity> {
  const out = new Map<number, OpenEntity>();
  for (const here of mentionsBySentence)
    for (const i of here) {
      const m = r.mentions[i];
      const person = r.entities[m.entity];
      if (person.kind !== "person" || !ANY.has(person.code ?? "") || out.has(m.entity)) continue;
      for (const k of here) {
        const x = r.mentions[k];
        const body = r.entities[x.entity];
        if (x.from < m.from || x.to > m.to || body.kind === "person" || !ANY.has(body.code ?? "")) continue;
        out.set(m.entity, body);
        break;
      }
    }
  return out;
}

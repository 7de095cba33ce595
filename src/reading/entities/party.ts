import type { OpenEntity, Registry } from "./registry.js";

/** Sectors of movements: who is of them does not speak for the country's government. */
const MOVEMENT = new Set(["REB", "SEP", "OPP"]);
/** Codes that stand for any organisation. */
const ANY = new Set(["IGO", "NGO"]);

/** Kinds that speak for a side whose name stands in front of them: "M23 leader", "Transnistrian negotiators". */
const SPEAKING = new Set<OpenEntity["kind"]>(["person", "group"]);

/**
 * Sets which party each entity is or speaks for: its state, but an organisation, a movement and a land that a state counts as its own
 * are their own ("EU", "ELN", "Transnistria"), and their people speak for them: for the one named in their title, else those of a
 * movement for the one of their country that the text names, those of an organisation for the only one.
 */
export function setParties(r: Registry, mentionsBySentence: readonly (readonly number[])[]): void {
  const movements = new Map<string, OpenEntity[]>();
  const bodies: OpenEntity[] = [];
  let several = false;
  for (const e of r.entities) {
    if (SPEAKING.has(e.kind) || !isOwn(r, e)) continue;
    several = true;
    e.party = nameOf(r, e);
    if (ANY.has(e.code ?? "")) bodies.push(e);
    const key = `${e.code} ${e.kind === "territory" ? LAND : e.sector}`;
    const same = movements.get(key);
    if (same === undefined) movements.set(key, [e]);
    else same.push(e);
  }
  const titled = several ? sidesInTitles(r, mentionsBySentence) : null;
  for (const e of r.entities) {
    if (!SPEAKING.has(e.kind) || e.code === null) continue;
    // Whoever is known to serve a government speaks for no movement, whatever "the rebel leader" was taken for.
    const said = e.lexiconKey !== null && e.sector === "GOV" ? undefined : titled?.get(e.index);
    const body = ANY.has(e.code);
    if (said !== undefined && (body ? ANY.has(said.code ?? "") : said.code === e.code)) e.party = said.party;
    else if (body) e.party = (bodies.length === 1 ? bodies[0].party : null) ?? e.code;
    else if (MOVEMENT.has(e.sector ?? "")) {
      const key = `${e.code} ${e.sector}`;
      const same = movements.get(key) ?? [];
      e.party = same.length === 1 ? same[0].party : e.kind === "person" ? key : nameOf(r, e);
    }
  }
}

/** Sector under which the people of a land that a state counts as its own are listed. */
const LAND = "REB";

const isOwn = (r: Registry, e: OpenEntity): boolean =>
  e.code !== null &&
  (ANY.has(e.code) ||
    e.kind === "armed-group" ||
    MOVEMENT.has(e.sector ?? "") ||
    (e.kind === "territory" && r.words.stateKinds.get(e.code) === "state"));

/** By its letters where it has some, as desks write it; a state's letters are that state's. */
function nameOf(r: Registry, e: OpenEntity): string {
  const letters = e.lexiconKey === null ? undefined : r.words.letters.get(e.lexiconKey);
  if (letters !== undefined) return letters;
  return /^[A-Z][A-Z-]+$/.test(e.name) ? e.name : e.name.replace(/^the /i, "");
}

/** The side of its own inside the first words for somebody that hold one, by whom they mean. */
function sidesInTitles(
  r: Registry,
  mentionsBySentence: readonly (readonly number[])[],
): Map<number, OpenEntity> {
  const out = new Map<number, OpenEntity>();
  for (const here of mentionsBySentence)
    for (const [at, i] of here.entries()) {
      const m = r.mentions[i];
      if (!SPEAKING.has(r.entities[m.entity].kind) || out.has(m.entity)) continue;
      // Mentions nest or are disjoint: what lies inside follows at once.
      for (let k = at + 1; k < here.length && r.mentions[here[k]].from < m.to; k++) {
        const side = r.entities[r.mentions[here[k]].entity];
        if (SPEAKING.has(side.kind) || !isOwn(r, side)) continue;
        out.set(m.entity, side);
        break;
      }
    }
  return out;
}

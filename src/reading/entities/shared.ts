import type { Registry } from "./registry.js";
import { isCapital, only, type Scan, typed } from "./scan.js";
import type { Entry } from "./trie.js";

/** In `actors/governments`: any state may have a body of that name. */
const ANY = "*";
/** How many times as often another state must be named. */
const PASSING = 3;
/** Words between such a name and the town in which it sits: "of the", "in the eastern". */
const NEAR = 3;

/**
 * Whose "House of Representatives" or "Senate" is meant where no owner stands in front: of the state named right behind ("in Tobruk"), of
 * the capital that opens the sentence, else of the one of those who have such a body that the text names most. Null where it names none.
 */
export function ownerOfShared(r: Registry, sc: Scan, e: Entry, at: number): string | null {
  const { key, code } = e;
  const also = r.words.shared.get(key) ?? [];
  const fits = (c: string | null): c is string =>
    c !== null && r.words.stateNames.has(c) && (c === code || also[0] === ANY || also.includes(c));
  const end = sc.at[at]?.to ?? at + 1;
  const behind = landBehind(sc, end);
  if (fits(behind)) return behind;
  const fronted = sc.clues[0]?.has("place-preposition") === true ? landAt(sc, 1) : null;
  if (fits(fronted)) return fronted;
  let best: string | null = null;
  let most = 0;
  // A name that any state may have is first the best known body's, where the text speaks of that state.
  const own = also[0] === ANY && code !== null ? (r.stateCounts.get(code) ?? 0) * PASSING : 0;
  for (const [c, n] of r.stateCounts) {
    // Of as many mentions, the best known body.
    if (!fits(c) || n < most || (n === most && c !== code) || (c !== code && n < own)) continue;
    best = c;
    most = n;
  }
  if (best !== null || r.stateCounts.size > 0) return best;
  // No state is named: of those who are, or where it is, else the best known.
  const told = sc.at.find((m, t) => t !== at && m !== null && fits(m.entries[0].code))?.entries[0].code;
  return told ?? code;
}

/** In `actors/ambiguous`: a state in front makes it that state's body. */
const NATIONAL = "national";
const STATES: ReadonlySet<Entry["type"]> = new Set(["state", "demonym", "capital"]);

/** "Armenia's Security Council" is no body of the United Nations; null for any other name. */
export function ownSecurityBody(r: Registry, sc: Scan, e: Entry, at: number): Entry | null {
  const to = sc.at[at]?.to ?? at;
  const name = sc.folded.slice(at, to).join(" ");
  if (r.words.readings.get(name)?.has(NATIONAL) !== true) return null;
  const end = sc.clues[at - 1]?.has("possessive-mark") === true ? at - 1 : at;
  for (let t = end - 1; t >= 0 && t >= end - NEAR; t--) {
    const m = sc.at[t];
    const owner = m?.to === end ? typed(m, STATES) : null;
    if (owner === null || owner.code === null) continue;
    const key = `ministry/${owner.code}/${name.replaceAll(" ", "-")}`;
    return { ...e, type: "government", kind: "ministry", sector: "GOV", key, code: owner.code };
  }
  return null;
}

/** "in Tobruk", "of the Republic of Chad": the state of a place that follows at once. */
function landBehind(sc: Scan, end: number): string | null {
  const clues = sc.clues[end];
  if (clues?.has("place-preposition") !== true && clues?.has("of-preposition") !== true) return null;
  for (let t = end + 1; t <= end + NEAR && t < sc.at.length; t++) {
    const code = landAt(sc, t);
    if (code !== null) return code;
    if (isCapital(sc.s.forms[t])) return null;
  }
  return null;
}

function landAt(sc: Scan, t: number): string | null {
  const m = sc.at[t] ?? null;
  return (only(m, "capital") ?? only(m, "state") ?? only(m, "place"))?.code ?? null;
}

import type { Registry } from "./registry.js";
import { isCapital, only, type Scan } from "./scan.js";
import type { Entry } from "./trie.js";

/** In `actors/governments`: any state may have a body of that name. */
const ANY = "*";
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
  for (const [c, n] of r.stateCounts) {
    // Of as many mentions, the best known body.
    if (!fits(c) || n < most || (n === most && c !== code)) continue;
    best = c;
    most = n;
  }
  if (best !== null || r.stateCounts.size > 0) return best;
  // No state is named: of those who are, or where it is, else the best known.
  const told = sc.at.find((m, t) => t !== at && m !== null && fits(m.entries[0].code))?.entries[0].code;
  return told ?? code;
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

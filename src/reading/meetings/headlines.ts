import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";

/** "Chad, Libya leaders to meet": where a list opens a sentence whose last name starts at a token, the start of the list. Else null. */
export function listedFront(layers: Layers, s: Sentence, from: number): number | null {
  if (from < 2 || from > LISTED || s.norms[from - 1] !== ",") return null;
  let start: number | null = null;
  let comma = from - 1;
  for (let i = (layers.mentionsBySentence[s.index] ?? []).length - 1; i >= 0; i--) {
    const m = layers.mentions[layers.mentionsBySentence[s.index][i]];
    // "Norway, Sudan's neighbour,": no list.
    if (m.from === from && s.xpos[m.to] === "POS") return null;
    if (m.to !== comma) continue;
    if (m.use === "place") return null;
    start = m.from;
    comma = m.from - 1;
  }
  return start === 0 || (start !== null && s.norms[start - 1] === ":") ? start : null;
}

/** Words of the longest list that opens a headline. */
const LISTED = 12;

/** "Tunis: The ministers of A and B met": whoever stands behind the town that trees take for the subject. */
export function behindTown(s: Sentence, t: number): number {
  if (s.norms[t + 1] !== ":") return t;
  for (let k = s.firstChild[t]; k >= 0; k = s.nextSibling[k]) if (k > t && s.deprels[k] === "appos") return k;
  return t;
}

import type { Sentence } from "../../language/index.js";

/** The relative word of a set that a verb's clause opens with ("where they agreed"), or -1. Words are in lower case. */
export function relativeWord(s: Sentence, verb: number, words: ReadonlySet<string>): number {
  let found = -1;
  for (let k = s.firstChild[verb]; k >= 0 && k < verb; k = s.nextSibling[k])
    if (words.has(s.norms[k])) found = k;
  return found;
}

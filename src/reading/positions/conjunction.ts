import type { Sentence } from "../../language/index.js";

/** "nor will it share power": the word that joins a clause to the one before. */
export function conjunction(s: Sentence, head: number): string {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "cc") return s.norms[c];
  return "";
}

import type { Sentence } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";

/** "Drilling off the island could ...": the deed that is the subject. */
export function doing(s: Sentence, clause: Clause): number[] {
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c])
    if (c < clause.head && s.deprels[c].startsWith("csubj") && s.xpos[c] === "VBG") return [c];
  return rising(s, clause);
}

/** "Rising prices threaten the talks": parsers take the participle in front of the noun for a clause of its own. */
function rising(s: Sentence, clause: Clause): number[] {
  for (let c = s.firstChild[clause.head]; c >= 0 && c < clause.head; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "advcl" || s.xpos[c] !== "VBG") continue;
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
      if (k > c && s.deprels[k] === "obj" && s.upos[k] === "NOUN" && endsBefore(s, k, verbOf(clause)))
        return [k];
  }
  return [];
}

/** "fear the campaign will freeze the talks": without "that" parsers take the subject for the object of the verb before. */
export function strayedSubject(s: Sentence, clause: Clause): number {
  const verb = verbOf(clause);
  const over = s.heads[verb];
  if (over < 0 || over > verb || s.deprels[verb] !== "conj" || clause.modal === null) return -1;
  for (let c = s.firstChild[over]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (c > over && s.deprels[c] === "obj" && s.upos[c] === "NOUN" && endsBefore(s, c, verb)) return c;
  return -1;
}

/** Nothing but auxiliaries and adverbs stand between a noun and a verb. */
function endsBefore(s: Sentence, noun: number, verb: number): boolean {
  let t = verb - 1;
  while (t > noun && (s.upos[t] === "AUX" || s.upos[t] === "ADV" || s.upos[t] === "PART")) t--;
  return t === noun;
}

import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";

/**
 * "Lawmakers accuse the cabinet, while allies of the president warn against concessions": a second predicate whose subject the parser
 * hung elsewhere borrows that of the first. The clause with the noun right before its verb for subject; null where that is nobody known.
 */
export function withOwnSubject(layers: Layers, s: Sentence, clause: Clause): Clause | null {
  if (clause.relation !== "conj" || clause.parent < 0 || clause.kind !== "verbal" || clause.passive)
    return clause;
  const verb = verbOf(clause);
  const over = verbOf(layers.clauses[clause.parent]);
  if (clause.subjects.length === 0 || clause.subjects.some((t) => t > over)) return clause;
  let t = verb - 1;
  while (t > over && (s.upos[t] === "AUX" || s.upos[t] === "ADV" || s.upos[t] === "PART")) t--;
  if (t <= over || (s.upos[t] !== "NOUN" && s.upos[t] !== "PROPN")) return clause;
  const open = openedAt(s, t, over);
  if (open < 0) return clause;
  while (s.heads[t] > open && s.heads[t] < t) t = s.heads[t];
  return actorsAt(layers, s.index, t).length > 0 ? { ...clause, subjects: [t] } : null;
}

/** The comma with a word that opens a clause behind it, in front of a noun phrase, or -1. */
function openedAt(s: Sentence, noun: number, stop: number): number {
  for (let t = noun - 1; t > stop + 1; t--) {
    if (s.upos[t] === "VERB") return -1;
    if (s.upos[t] === "SCONJ" && s.norms[t - 1] === ",") return t;
    if (s.upos[t] === "PUNCT") return -1;
  }
  return -1;
}

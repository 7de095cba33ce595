import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clausePhrase, slice } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Pair } from "./forms.js";
import { before, caseOf, leftmost, REACH, text } from "./tree.js";
import type { LinkageWords } from "./words.js";

/** Reads what a party's own undertaking is made to hang on: "only if X", "as long as X". `known`: whether a phrase is a matter of talks. */
export function createConditional(
  layers: Layers,
  { only, condition, undertaking, stative, provided }: LinkageWords,
  known: (s: Sentence, token: number) => boolean,
): (s: Sentence, clause: Clause) => Pair | null {
  const { document: doc } = layers.parsed;
  return (s, clause) => onlyIf(s, clause) ?? onCondition(s, clause);

  /** The clause without "only if". */
  function afterMarker(s: Sentence, head: number): string {
    const phrase = clausePhrase(doc, s, head);
    let from = phrase.from;
    while (from < head && (only.has(s.norms[from]) || condition.has(s.norms[from]))) from++;
    return slice(doc, s, from, phrase.to).text;
  }

  function onlyIf(s: Sentence, clause: Clause): Pair | null {
    if (
      clause.kind !== "verbal" ||
      clause.objects.length === 0 ||
      !undertaking.has(clause.modal ?? "") ||
      !known(s, clause.objects[0])
    )
      return null;
    for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
      if (s.deprels[c] !== "advcl" || c < clause.head || !condition.has(caseOf(s, c))) continue;
      const from = leftmost(s, c);
      if ((from > 0 && only.has(s.norms[from - 1])) || only.has(s.norms[from]))
        return { shape: "only", issue: text(doc, s, clause.objects[0]), to: afterMarker(s, c) };
    }
    return null;
  }

  /** "is ready to lift sanctions as long as ...", "would sign, provided that ...": what the undertaking hangs on. */
  function onCondition(s: Sentence, clause: Clause): Pair | null {
    if (clause.kind !== "verbal" || clause.objects.length === 0 || clause.negated) return null;
    const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
    const ready = clause.relation === "xcomp" && over !== null && stative.has(over.lemma) && !over.negated;
    if (!ready && !undertaking.has(clause.modal ?? "")) return null;
    if (!known(s, clause.objects[0])) return null;
    const found = provided.within(s, clause.objects[0] + 1, Math.min(s.size, clause.head + 2 * REACH));
    if (found === null) return null;
    const from = found.at + found.length;
    let to = from;
    while (to < s.size && s.norms[to] !== "," && s.norms[to] !== ";" && s.norms[to] !== ".") to++;
    if (to - from < 2) return null;
    return {
      shape: "only",
      issue: before(doc, s, clause.objects[0], found.at),
      to: slice(doc, s, from, to).text,
    };
  }
}

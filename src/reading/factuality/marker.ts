import { childWith, type Sentence } from "../../language/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause } from "../types.js";
import type { FormRule } from "./rule.js";
import type { FactualityWords } from "./words.js";

/** The subordinator of a verb, infinitive "to" aside, or -1. */
export function markerOf(s: Sentence, verb: number): number {
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
    if (
      s.xpos[k] !== "TO" &&
      (s.deprels[k] === "mark" || (s.deprels[k] === "case" && s.upos[verb] === "VERB"))
    )
      return k;
  return -1;
}

/** A word with what is fixed to it: "in_the_event_that". */
export function fixedWords(s: Sentence, t: number): string {
  let out = s.norms[t];
  for (let f = s.firstChild[t]; f >= 0; f = s.nextSibling[f]) if (f > t) out += `_${s.norms[f]}`;
  return out;
}

export function markerForm(
  input: WithClauses,
  c: Clause,
  m: string,
  words: FactualityWords,
): FormRule | null {
  if (words.conditional.has(m)) return words.form("conditional");
  if (words.question.has(m)) return words.form("question");
  if (words.instead.has(m)) return words.form(needed(input, c, m, words) ? "conditional" : "instead");
  if (words.purpose.has(m)) return words.form("purpose");
  // "Only after they are freed will talks resume", the wrong way up in the tree.
  if (c.relation === "root" && words.temporal.has(m) && c.tense === "present")
    return words.form("conditional");
  // "until the talks collapsed" did; "until the troops leave" has not happened.
  if (words.until.has(m)) {
    if (c.tense === "past") return null;
    const above = c.parent >= 0 ? input.clauses[c.parent] : null;
    // "came a day before the envoy arrives": told as sure to come.
    const told = above !== null && above.tense === "past" && !above.negated && above.modal === null;
    if (told && c.tense === "present") return words.form("future");
    if (above === null || above.tense !== "past" || c.tense === "present") return words.form("conditional");
  }
  return null;
}

/** "No treaty without a withdrawal", "without a truce, aid will stop": what is missing is what the rest hangs on. */
export function needed(input: WithClauses, c: Clause, m: string, words: FactualityWords): boolean {
  if (!words.absence.has(m) || c.parent < 0) return false;
  const above = input.clauses[c.parent];
  return above.negated || (above.modal !== null && c.head < above.head);
}

/** "Should talks fail", "were it to leave": the auxiliary stands before its subject in a subordinate clause, or -1. */
export function inversionOf(s: Sentence, c: Clause, verb: number, words: FactualityWords): number {
  const whole = c.relation === "root" || c.relation === "conj";
  if (!whole && c.relation !== "advcl" && c.relation !== "parataxis" && c.relation !== "ccomp") return -1;
  if (s.size > 0 && words.question.has(s.norms[s.size - 1])) return -1;
  for (let k = s.firstChild[verb]; k >= 0 && k < verb; k = s.nextSibling[k]) {
    if (s.deprels[k].startsWith("nsubj")) return -1;
    if (words.inversion.has(s.norms[k]) && (s.upos[k] === "AUX" || s.xpos[k] === "MD")) {
      const subject = childWith(s, verb, "nsubj");
      if (subject > k && (k === 0 || s.upos[k - 1] === "PUNCT" || s.upos[k - 1] === "CCONJ")) return k;
    }
  }
  return -1;
}

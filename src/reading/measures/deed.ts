import { type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clausePhrase, nounPhrase, slice, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { MeasureVerb } from "./words.js";

/** The deed alone: from its subject to the first clause, apposition or second verb that a comma sets off. */
export function deedOf(layers: Layers, s: Sentence, clause: Clause, measured: number): string {
  const doc = layers.parsed.document;
  const whole = clausePhrase(doc, s, clause.head);
  // "..., which resumed in May": the measure is what the relative clause is about.
  if (measured < whole.from) return nounPhrase(doc, s, measured).text;
  let { from, to } = whole;
  const subject = clause.subjects[0] ?? (clause.passive ? clause.objects[0] : undefined);
  if (subject !== undefined && subject < from) from = startOfVerb(s, clause);
  else if (subject !== undefined && subject < clause.head) from = Math.max(from, subtreeRange(s, subject)[0]);
  for (let t = verbOf(clause) + 1; t < to; t++)
    if (s.norms[t] === "," && (setsOff(s, t, clause.head) || opensClause(s, t, whole.to))) to = t;
  return slice(doc, s, from, Math.min(to, nextDeed(s, clause))).text;
}

/** ", and the clearing of mines restarted": a deed of its own, whose noun the parser took into this one. */
function opensClause(s: Sentence, comma: number, to: number): boolean {
  if (s.upos[comma + 1] !== "CCONJ") return false;
  for (let t = to; t < s.size && t < to + 8; t++) if (s.xpos[t] === "VBD" || s.xpos[t] === "VBZ") return true;
  return false;
}

/** Where "and has promised more" begins: a second verb tells another deed. */
function nextDeed(s: Sentence, clause: Clause): number {
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c])
    if (c > verbOf(clause) && s.deprels[c] === "conj" && s.upos[c] === "VERB") {
      const [start] = subtreeRange(s, c);
      return s.upos[start - 1] === "PUNCT" ? start - 1 : start;
    }
  return s.size;
}

/** Where the verb begins behind a relative word: "who visited", "that has since released". */
function startOfVerb(s: Sentence, clause: Clause): number {
  let from = clause.head;
  for (let c = s.firstChild[clause.head]; c >= 0 && c < clause.head; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("aux")) from = Math.min(from, c);
  return from;
}

const APART = /^(advcl|conj|appos|parataxis)$/;

/** Whether what stands behind a comma hangs on the verb, or on a noun of it, as an aside; one behind a list of nouns does not. */
function setsOff(s: Sentence, comma: number, head: number): boolean {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c])
    if (c > comma && APART.test(s.deprels[c]) && subtreeRange(s, c)[0] <= comma + 1) return true;
  for (let t = comma + 1; t < Math.min(comma + 6, s.size); t++)
    if (s.deprels[t] === "appos" && s.heads[t] < comma && s.upos[t] === "NOUN") return true;
  return false;
}

/** The object, passive subject or subject of a bare verb whose phrase holds one of the words, or -1. */
export function argumentIn(s: Sentence, clause: Clause, { args, plural, particle }: MeasureVerb): number {
  const fits = (t: number): boolean => args.has(s.lemmas[t]) && (!plural || s.xpos[t] === "NNS");
  const holds = (t: number): boolean => {
    if (fits(t)) return true;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c])
      if (
        s.deprels[c] !== "acl:relcl" &&
        (fits(c) || (plural && s.xpos[t] === "NNS" && args.has(s.lemmas[c])))
      )
        return true;
    return false;
  };
  return (
    clause.objects.find(holds) ??
    (clause.objects.length === 0 ? clause.subjects.find(holds) : undefined) ??
    // "handed in 300 rifles": parsers take the particle for a preposition.
    clause.obliques.find((o) => particle !== "" && o.prep === particle && holds(o.head))?.head ??
    -1
  );
}

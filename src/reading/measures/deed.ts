import { type Sentence, subtreeRange } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { clausePhrase, nounPhrase, slice, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { isOfIt, type MeasureVerb, type MeasureWords } from "./words.js";

/** The deed alone: from its subject to the first clause, apposition or second verb that a comma sets off. */
export function deedOf(layers: Layers, s: Sentence, clause: Clause, measured: number): string {
  const doc = layers.parsed.document;
  const whole = clausePhrase(doc, s, clause.head);
  // "..., which resumed in May": the measure is what the relative clause is about.
  if (measured < whole.from && clause.relation !== "xcomp") return nounPhrase(doc, s, measured).text;
  let { from, to } = whole;
  const subject = clause.subjects[0] ?? (clause.passive ? clause.objects[0] : undefined);
  // "the navies swap codes, and 400 traders were sent home": what stands before the comma is told apart.
  if (clause.passive && measured < clause.head && s.deprels[measured] === "conj" && startsAnew(s, measured))
    from = nounPhrase(doc, s, measured).from;
  // "Indian troops have finished pulling back": the subject stands before the verb above.
  if (subject !== undefined && measured < from && clause.relation === "xcomp")
    from = nounPhrase(doc, s, measured).from;
  else if (subject !== undefined && subject < from) from = startOfVerb(s, clause);
  else if (subject !== undefined && subject < clause.head) from = Math.max(from, subtreeRange(s, subject)[0]);
  for (let t = verbOf(clause) + 1; t < to; t++)
    if (s.norms[t] === "," && (setsOff(s, t, clause.head) || opensClause(s, t, whole.to))) to = t;
  return slice(doc, s, from, Math.min(to, nextDeed(s, clause))).text;
}

function startsAnew(s: Sentence, noun: number): boolean {
  const [start] = subtreeRange(s, noun);
  return s.upos[start] === "PUNCT" || s.upos[start - 1] === "PUNCT";
}

/** ", and the clearing of mines restarted": a deed of its own, whose noun the parser took into this one. */
function opensClause(s: Sentence, comma: number, to: number): boolean {
  if (s.upos[comma + 1] !== "CCONJ") return false;
  for (let t = to; t < s.size && t < to + 8; t++) if (FINITE.has(s.xpos[t])) return true;
  return false;
}

/** Forms that taggers give a finite verb. */
const FINITE = new Set(["VBD", "VBZ", "VBN"]);

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

/** The thing that a verb makes a measure of, in the slot where the verb has it; or -1. */
export function argumentIn(words: MeasureWords, s: Sentence, clause: Clause, verb: MeasureVerb): number {
  const { slot, particle } = verb;
  const holds = (t: number): boolean => isThing(words, s, verb, t);
  const bare = slot === "subject" || (slot === "either" && clause.objects.length === 0);
  return (
    (slot === "subject" ? undefined : clause.objects.find(holds)) ??
    (bare && !clause.passive ? clause.subjects.find(holds) : undefined) ??
    // "handed in 300 rifles": parsers take the particle for a preposition.
    (slot === "subject"
      ? undefined
      : clause.obliques.find((o) => particle !== "" && o.prep.endsWith(particle) && holds(o.head))?.head) ??
    -1
  );
}

/** Stands in the table for a number or a plural name. */
const NUMBER = "#";

/** Whether a phrase is of such things: by its head, what stands before it, or what it is a quantity of ("dozens of prisoners"). */
function isThing(words: MeasureWords, s: Sentence, { args, plurals }: MeasureVerb, head: number): boolean {
  const fits = (t: number, many: boolean): boolean =>
    args.has(s.lemmas[t]) || args.has(s.norms[t]) || (many && plurals.has(s.lemmas[t]));
  // "freed a dozen", "four others were freed", "let eleven Tuaregs go": people told by their number.
  if (args.has(NUMBER) && (s.upos[head] === "NUM" || s.xpos[head] === "NNPS" || s.xpos[head] === "CD")) return true;
  const several = s.xpos[head] === "NNS";
  if (fits(head, several)) return true;
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    if (!isOfIt(words, s, c)) continue;
    if (fits(c, several || s.xpos[c] === "NNS")) return true;
    if (!words.link.has(preposition(s, c))) continue;
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
      if (isOfIt(words, s, k) && fits(k, s.xpos[k] === "NNS")) return true;
  }
  return false;
}

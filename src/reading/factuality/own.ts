import { childWith, isRelation, type Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause } from "../types.js";
import { nounBeforeTo } from "./frame.js";
import type { FormRule } from "./rule.js";
import { applied, isFact, type State, verbOf } from "./state.js";
import type { FactualityWords } from "./words.js";

const FACT: State = {
  status: "happened",
  certainty: "certain",
  polarity: "positive",
  cues: [],
  rule: "factuality/asserted",
};

/** What a clause says by its own form, before anything around it is looked at. */
export function ownForm(input: WithClauses, s: Sentence, c: Clause, words: FactualityWords): State {
  const found =
    c.kind === "nominal" && c.support < 0 ? nominal(input, s, c, words) : verbal(input, s, c, words);
  return adverbs(s, verbOf(c), found, words);
}

function give(rule: FormRule, negated: boolean, cues: readonly number[]): State {
  const state = applied(negated ? rule.negated : rule.gives, FACT, -1, rule.id);
  return { ...state, cues: cues.filter((t) => t >= 0), ahead: rule.ahead === true };
}

function verbal(input: WithClauses, s: Sentence, c: Clause, words: FactualityWords): State {
  const verb = verbOf(c);
  const denial = negationOf(s, c, verb, words);
  const negated = denial >= 0;
  const negation = negated ? [denial] : [];
  const mark = markerOf(s, verb);
  const marker = mark < 0 ? "" : fixedWords(s, mark);
  if (marker !== "" || c.marker !== null) {
    const m = marker === "" ? (c.marker as string) : marker;
    const form = markerForm(input, c, m, words);
    if (form !== null) return give(form, form.form !== "instead" && negated, [mark, ...negation]);
  }
  const inverted = inversionOf(s, c, verb, words);
  if (inverted >= 0) return give(words.form("conditional"), negated, [inverted, ...negation]);
  if (asks(s, c, words)) return give(words.form("question"), false, [s.size - 1]);
  const modal = modalOf(s, verb);
  if (c.modal !== null) {
    const rule = words.modals.get(c.modal);
    if (rule !== undefined)
      return ownModal(input, s, c, rule, { negated, cues: [modal, ...negation] }, words);
  }
  if (negated) return give(words.form("negated"), true, negation);
  const announced = announcedForm(input, s, c, verb, words);
  if (announced !== null) return announced;
  if (isImperative(s, c, verb)) return give(words.form("subjunctive"), false, [verb]);
  if (isBare(s, c, verb)) return give(words.form("subjunctive"), false, [verb]);
  if (c.mood === "infinitive" && c.relation === "advcl" && nounBeforeTo(s, verb, words) < 0)
    return give(words.form("purpose"), false, [mark < 0 ? verb : mark]);
  const ongoing = c.tense === "present" && c.aspect !== "perfect" && s.kind !== "headline";
  return give(words.form(ongoing ? "present" : "asserted"), false, []);
}

/** The negation of this verb, not of one whose subject it shares, or -1; "neither" before coordinated subjects counts. */
function negationOf(s: Sentence, c: Clause, verb: number, words: FactualityWords): number {
  if (c.negated) {
    const above = s.heads[c.negation];
    const shared = c.relation === "conj" || above === verb || above === c.head;
    if (shared || s.heads[above] === verb || s.heads[above] === c.head) return c.negation;
    return -1;
  }
  for (let k = s.firstChild[verb]; k >= 0 && k < verb; k = s.nextSibling[k]) {
    if (!isRelation(s.deprels[k], "nsubj")) continue;
    for (let n = s.firstChild[k]; n >= 0 && n < k; n = s.nextSibling[n])
      if (words.negative.has(s.norms[n]) && s.deprels[n].startsWith("cc")) return n;
  }
  return -1;
}

/** The subordinator of a verb, infinitive "to" aside, or -1. */
function markerOf(s: Sentence, verb: number): number {
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
    if (
      s.xpos[k] !== "TO" &&
      (s.deprels[k] === "mark" || (s.deprels[k] === "case" && s.upos[verb] === "VERB"))
    )
      return k;
  return -1;
}

/** A word with what is fixed to it: "in_the_event_that". */
function fixedWords(s: Sentence, t: number): string {
  let out = s.norms[t];
  for (let f = s.firstChild[t]; f >= 0; f = s.nextSibling[f]) if (f > t) out += `_${s.norms[f]}`;
  return out;
}

function markerForm(input: WithClauses, c: Clause, m: string, words: FactualityWords): FormRule | null {
  if (words.conditional.has(m)) return words.form("conditional");
  if (words.question.has(m)) return words.form("question");
  if (words.instead.has(m)) return words.form(needed(input, c, m, words) ? "conditional" : "instead");
  if (words.purpose.has(m)) return words.form("purpose");
  // "until the talks collapsed" did; "until the troops leave" has not happened.
  if (words.until.has(m)) {
    if (c.tense === "past") return null;
    const above = c.parent >= 0 ? input.clauses[c.parent] : null;
    if (above === null || above.tense !== "past" || c.tense === "present") return words.form("conditional");
  }
  return null;
}

/** "No treaty without a withdrawal", "without a truce, aid will stop": what is missing is what the rest hangs on. */
function needed(input: WithClauses, c: Clause, m: string, words: FactualityWords): boolean {
  if (!words.absence.has(m) || c.parent < 0) return false;
  const above = input.clauses[c.parent];
  return above.negated || (above.modal !== null && c.head < above.head);
}

/** "Should talks fail", "were it to leave": the auxiliary stands before its subject in a subordinate clause, or -1. */
function inversionOf(s: Sentence, c: Clause, verb: number, words: FactualityWords): number {
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

/** A main clause of a sentence that ends in a question mark, outside a frame of speech. */
function asks(s: Sentence, c: Clause, words: FactualityWords): boolean {
  if (c.relation !== "root" && c.relation !== "ccomp" && c.relation !== "conj") return false;
  let end = s.size - 1;
  while (end > 0 && s.upos[end] === "PUNCT" && !words.question.has(s.norms[end])) end--;
  if (end < 0 || !words.question.has(s.norms[end])) return false;
  return c.relation === "root" || c.relation === "conj" || c.parent < 0;
}

function modalOf(s: Sentence, verb: number): number {
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k]) if (s.xpos[k] === "MD") return k;
  return -1;
}

function ownModal(
  input: WithClauses,
  s: Sentence,
  c: Clause,
  rule: FormRule,
  { negated, cues }: { readonly negated: boolean; readonly cues: readonly number[] },
  words: FactualityWords,
): State {
  const perfect = c.aspect === "perfect" || c.aspect === "perfect-progressive";
  // "must have known": inferred.
  if (rule.form === "obligation" && perfect && !negated) {
    return { ...give(words.form("asserted"), false, cues), certainty: "probable", rule: rule.id };
  }
  if (conditionBelow(input, s, c, words)) return give(words.form("consequence"), negated, cues);
  // "said it would host": a future seen from the past.
  if (rule.form === "would" && !perfect && announcedBefore(input, s, c))
    return give(words.form("future"), negated, cues);
  return give(rule, negated, cues);
}

/** Whether a clause under this one names the condition for it. */
function conditionBelow(input: WithClauses, s: Sentence, c: Clause, words: FactualityWords): boolean {
  const verb = verbOf(c);
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k]) {
    if (s.deprels[k] !== "advcl" && s.deprels[k] !== "obl") continue;
    for (let m = s.firstChild[k]; m >= 0 && m < k; m = s.nextSibling[m]) {
      if (s.deprels[m] !== "mark" && s.deprels[m] !== "case") continue;
      const marker = fixedWords(s, m);
      if (words.conditional.has(marker) || words.nominalConditional.has(marker)) return true;
    }
    if (s.deprels[k] === "obl" && words.predicate(s.lemmas[k], "that", s.upos[k])?.class === "conditional")
      return true;
    for (const i of input.clausesBySentence[s.index]) {
      const below = input.clauses[i];
      if (verbOf(below) === k && inversionOf(s, below, k, words) >= 0) return true;
    }
  }
  return false;
}

/** Whether the clause is told in a past report: the speech verb above it stands in the past. */
function announcedBefore(input: WithClauses, s: Sentence, c: Clause): boolean {
  for (let at = c, steps = 0; at.parent >= 0 && steps < 3; at = input.clauses[at.parent], steps++) {
    const above = input.clauses[at.parent];
    if (above.sentence !== s.index) return false;
    if (at.relation === "conj") continue;
    if (at.relation !== "ccomp" && at.relation !== "acl") return false;
    // Inside quotation marks nothing is shifted back.
    return (
      !(at.relation === "ccomp" && quotedBetween(s, verbOf(above), verbOf(at))) &&
      above.modal === null &&
      (above.tense === "past" ||
        above.kind === "nominal" ||
        above.mood === "participle" ||
        above.mood === "gerund")
    );
  }
  return false;
}

function quotedBetween(s: Sentence, a: number, b: number): boolean {
  for (let t = Math.min(a, b); t < Math.max(a, b); t++)
    if (s.xpos[t] === "``" || s.xpos[t] === "''" || s.norms[t] === '"') return true;
  return false;
}

/** "is to visit", "to be held", "has yet to reply", a present with a date to come; else null. */
function announcedForm(
  input: WithClauses,
  s: Sentence,
  c: Clause,
  verb: number,
  words: FactualityWords,
): State | null {
  const to = toBefore(s, verb);
  if (to >= 0) {
    const yet = yetBefore(s, to, words);
    if (yet >= 0) return give(words.form("yet-to"), true, [yet, to]);
    const be =
      to - 1 >= 0 && s.lemmas[to - 1] === "be" && (s.heads[to - 1] === verb || s.heads[verb] === to - 1)
        ? to - 1
        : -1;
    if (be >= 0)
      return give(
        words.form(words.inversion.has(s.norms[be]) && c.relation === "advcl" ? "conditional" : "be-to"),
        false,
        [be, to],
      );
    const headed = s.heads[verb];
    if (c.relation.startsWith("acl") && c.passive && headed >= 0 && !words.governing.has(s.lemmas[headed]))
      return give(words.form("be-to"), false, [to]);
    const subject = childWith(s, verb, "nsubj");
    if (
      c.relation === "root" &&
      subject >= 0 &&
      subject < to &&
      subject >= to - 2 &&
      childWith(s, verb, "aux") < 0
    )
      return give(words.form("headline-infinitive"), false, [to]);
    return null;
  }
  if (
    input.published === null ||
    c.tense !== "present" ||
    c.modal !== null ||
    (c.aspect !== "simple" && c.aspect !== "progressive")
  )
    return null;
  for (const i of input.timesBySentence[s.index]) {
    const x = input.times[i];
    if (
      x.earliest === null ||
      x.earliest <= input.published ||
      (x.role !== "point" && x.role !== "span" && x.role !== "since")
    )
      continue;
    let up = s.heads[x.head];
    if (up !== verb && up >= 0 && s.deprels[up] === "obl") up = s.heads[up];
    if (up === verb || (up >= 0 && up === c.head)) return give(words.form("futurate"), false, [verb]);
  }
  return null;
}

function toBefore(s: Sentence, verb: number): number {
  for (let k = s.firstChild[verb]; k >= 0 && k < verb; k = s.nextSibling[k])
    if (s.xpos[k] === "TO" && (s.deprels[k] === "mark" || s.deprels[k] === "aux")) return k;
  return -1;
}

function yetBefore(s: Sentence, to: number, words: FactualityWords): number {
  for (let t = to - 1; t >= 0 && t >= to - 2; t--) if (words.yet.has(s.norms[t])) return t;
  return -1;
}

/** A bare verb without subject that heads its sentence or its quotation. */
function isImperative(s: Sentence, c: Clause, verb: number): boolean {
  if (s.xpos[verb] !== "VB" || childWith(s, verb, "nsubj") >= 0 || s.kind === "headline") return false;
  if (c.relation !== "root" && c.relation !== "ccomp" && c.relation !== "parataxis") return false;
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
    if (s.deprels[k].startsWith("aux") || s.xpos[k] === "TO") return false;
  return c.relation === "root" || (verb > 0 && s.upos[verb - 1] === "PUNCT");
}

/** "insisted that Georgia withdraw": a bare verb in a "that" clause. */
function isBare(s: Sentence, c: Clause, verb: number): boolean {
  if ((c.relation !== "ccomp" && c.relation !== "acl") || s.xpos[verb] !== "VB" || c.mood !== "infinitive")
    return false;
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
    if (s.xpos[k] === "TO" || s.xpos[k] === "MD" || (s.deprels[k].startsWith("aux") && s.xpos[k] !== "VB"))
      return false;
  return childWith(s, verb, "nsubj") >= 0;
}

function nominal(input: WithClauses, s: Sentence, c: Clause, words: FactualityWords): State {
  if (c.negated) return give(words.form("negated"), true, [c.negation]);
  const prep = preposition(s, c.head);
  if (words.nominalConditional.has(prep))
    return give(words.form("conditional"), false, [childWith(s, c.head, "case")]);
  if (words.nominalInstead.has(prep))
    return give(words.form(needed(input, c, prep, words) ? "conditional" : "instead"), false, [
      childWith(s, c.head, "case"),
    ]);
  if (words.nominalScheduled.has(prep))
    return give(words.form("be-to"), false, [childWith(s, c.head, "case")]);
  for (let k = s.firstChild[c.head]; k >= 0 && k <= c.head; k = s.nextSibling[k]) {
    const r = s.deprels[k];
    if (r === "det" && words.negative.has(s.norms[k])) return give(words.form("negated"), true, [k]);
    if (r !== "amod" && r !== "det") continue;
    const rule = words.modifiers.get(s.norms[k]);
    if (rule !== undefined) return applied(rule.gives, FACT, k, words.form("modifier").id);
  }
  return give(words.form("asserted"), false, []);
}

/** "reportedly", "possibly": what an adverb leaves of a fact. */
function adverbs(s: Sentence, verb: number, found: State, words: FactualityWords): State {
  if (!isFact(found)) return found;
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k]) {
    if (s.deprels[k] !== "advmod") continue;
    const rule = words.modifiers.get(s.norms[k]);
    if (rule !== undefined && s.upos[k] === "ADV")
      return applied(rule.gives, found, k, words.form("modifier").id);
  }
  return found;
}

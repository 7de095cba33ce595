import { childWith, type Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause } from "../types.js";
import { announcedForm } from "./ahead.js";
import { wordBefore } from "./frame.js";
import { fixedWords, inversionOf, markerForm, markerOf, needed } from "./marker.js";
import { modalOf, ownModal } from "./modal.js";
import { negationOf } from "./negation.js";
import { applied, FACT, give, isFact, type State, verbOf } from "./state.js";
import type { FactualityWords } from "./words.js";

/** What a clause says by its own form, before anything around it is looked at. */
export function ownForm(input: WithClauses, s: Sentence, c: Clause, words: FactualityWords): State {
  const found =
    c.kind === "nominal" && c.support < 0 ? nominal(input, s, c, words) : verbal(input, s, c, words);
  return adverbs(s, verbOf(c), found, words);
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
  // What a chronology tells in its present is no wish, though taggers take its verbs for bare forms.
  const wish = c.tense !== "past" && (isImperative(s, c, verb) || isBare(s, c, verb));
  if (wish) return give(words.form("subjunctive"), false, [verb]);
  if (c.mood === "infinitive" && c.relation === "advcl" && wordBefore(s, verb, words) < 0)
    return give(words.form("purpose"), false, [mark < 0 ? verb : mark]);
  const ongoing = c.tense === "present" && c.aspect !== "perfect" && s.kind !== "headline";
  return give(words.form(ongoing ? "present" : "asserted"), false, []);
}

/** A main clause of a sentence that ends in a question mark, outside a frame of speech. */
function asks(s: Sentence, c: Clause, words: FactualityWords): boolean {
  if (c.relation !== "root" && c.relation !== "ccomp" && c.relation !== "conj") return false;
  let end = s.size - 1;
  while (end > 0 && s.upos[end] === "PUNCT" && !words.question.has(s.norms[end])) end--;
  if (end < 0 || !words.question.has(s.norms[end])) return false;
  return c.relation === "root" || c.relation === "conj" || c.parent < 0;
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

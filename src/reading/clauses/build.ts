import { childWith, isRelation, type Sentence, subtreeRange } from "../../language/index.js";
import type { Clause, Oblique } from "../types.js";
import type { ClauseWords } from "./words.js";

/** A clause while its sentence is being read; arguments are filled in passes. */
export interface Draft {
  index: number;
  readonly sentence: number;
  readonly head: number;
  kind: Clause["kind"];
  lemma: string;
  support: number;
  subjects: number[];
  objects: number[];
  recipients: number[];
  obliques: Oblique[];
  passive: boolean;
  negated: boolean;
  negation: number;
  tense: Clause["tense"];
  aspect: Clause["aspect"];
  modal: string | null;
  mood: Clause["mood"];
  parent: number;
  relation: string;
  marker: string | null;
}

/** Head and all its conjuncts. */
export function conjuncts(s: Sentence, head: number): number[] {
  const out = [head];
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] === "conj" && s.upos[c] !== "VERB" && !isPredicate(s, c)) out.push(...conjuncts(s, c));
  }
  return out;
}

/** "X, which is at odds with Y, ...": parsers take what a relative clause says of somebody for another one beside him. */
const isPredicate = (s: Sentence, t: number): boolean =>
  childWith(s, t, "cop") >= 0 && childWith(s, t, "cc") < 0 && childWith(s, t, "nsubj") >= 0;

/** Preposition of a phrase: its case children joined by "_", with what is fixed to them. */
export function preposition(s: Sentence, head: number): string {
  let out = "";
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "case" || s.xpos[c] === "POS") continue;
    out += (out === "" ? "" : "_") + s.norms[c];
    for (let f = s.firstChild[c]; f >= 0; f = s.nextSibling[f])
      if (s.deprels[f] === "fixed") out += `_${s.norms[f]}`;
  }
  return out;
}

/** Verb lemma with its particle: "hand_over". */
export function verbLemma(s: Sentence, verb: number): string {
  const particle = childWith(s, verb, "compound:prt");
  return particle < 0 ? s.lemmas[verb].toLowerCase() : `${s.lemmas[verb].toLowerCase()}_${s.norms[particle]}`;
}

/** Whether a token heads a clause of its own, and of which kind; null for all others. */
export function kindOf(s: Sentence, t: number, words: ClauseWords): Clause["kind"] | null {
  const { upos, deprels } = s;
  const r = deprels[t];
  if (upos[t] === "VERB")
    return r === "amod" || r === "case" || r === "mark" || r === "compound" || r === "fixed"
      ? null
      : "verbal";
  if (r === "cop" || r === "aux" || r === "aux:pass") return null;
  // "has no plans": a full verb that was tagged as an auxiliary.
  if (upos[t] === "AUX" && childWith(s, t, "obj") >= 0) return "verbal";
  if (childWith(s, t, "cop") >= 0) return upos[t] === "ADJ" ? "adjectival" : "copular";
  if (upos[t] === "ADJ")
    return r === "xcomp" || r === "root" || r === "conj" || r === "advcl" ? "adjectival" : null;
  if (isLostVerb(s, t)) return "verbal";
  if (upos[t] === "NOUN" && words.actionNouns.has(s.lemmas[t]) && r !== "compound") return "nominal";
  return null;
}

/** "A panel convenes in Bern": a root with a subject, no copula and no verb beside it is a verb that was tagged as a noun in the plural. */
export function isLostVerb(s: Sentence, t: number): boolean {
  if (s.xpos[t] !== "NNS" || s.deprels[t] !== "root" || childWith(s, t, "nsubj") < 0) return false;
  return s.upos.every((u, k) => k === t || (u !== "VERB" && u !== "AUX"));
}

/** Arguments of a verb as the tree gives them; passives turned round. */
export function verbArguments(s: Sentence, d: Draft, words: ClauseWords): void {
  const verb = d.support >= 0 ? d.support : d.head;
  const agents: number[] = [];
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) {
    const r = s.deprels[c];
    if (r === "nsubj:pass" || r === "csubj:pass") {
      d.passive = true;
      d.objects.push(...conjuncts(s, c));
    } else if (isRelation(r, "nsubj")) d.subjects.push(...conjuncts(s, c));
    else if (r === "obj" && c !== d.head) d.objects.push(...conjuncts(s, c));
    else if (r === "iobj") d.recipients.push(...conjuncts(s, c));
    else if (r === "aux:pass") d.passive = true;
    else if (r === "obl:agent") agents.push(...conjuncts(s, c));
    else if (
      isRelation(r, "obl") ||
      (isRelation(r, "nmod") && (s.upos[verb] === "VERB" || isLostVerb(s, verb)))
    ) {
      const prep = preposition(s, c);
      for (const head of conjuncts(s, c)) d.obliques.push({ prep: preposition(s, head) || prep, head });
    }
  }
  if (words.giving.has(d.lemma)) receiverApart(s, d, verb);
  if (d.passive && activePerfect(s, verb, words)) {
    d.passive = false;
    d.subjects.push(...d.objects.splice(0));
  }
  if (d.passive) {
    if (agents.length === 0) for (const o of d.obliques) if (words.agent.has(o.prep)) agents.push(o.head);
    if (agents.length > 0) d.obliques = d.obliques.filter((o) => !agents.includes(o.head));
    d.objects.push(...d.subjects.filter((x) => !d.objects.includes(x)));
    d.subjects = agents;
  } else for (const head of agents) d.obliques.push({ prep: preposition(s, head), head });
}

/** "offered the islanders self-rule": of two objects that nothing joins the first receives, though parsers call both the same. */
function receiverApart(s: Sentence, d: Draft, verb: number): void {
  const given: number[] = [];
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (c > verb && s.deprels[c] === "obj") given.push(c);
  if (given.length !== 2 || subtreeRange(s, given[0])[1] !== subtreeRange(s, given[1])[0]) return;
  const receivers = conjuncts(s, given[0]);
  d.recipients.push(...receivers);
  d.objects = d.objects.filter((o) => !receivers.includes(o));
}

/** "has held": parsers take the perfect for a passive; without a form of "be" or "get" it is none. */
function activePerfect(s: Sentence, verb: number, words: ClauseWords): boolean {
  let have = false;
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c]) {
    if (s.deprels[c] === "aux:pass") return false;
    if (s.deprels[c] === "aux" && words.perfect.has(s.lemmas[c])) have = true;
  }
  return have;
}

/** Arguments of a noun of action: possessor or "by" acts, "of" is its object, the rest are obliques. */
export function nounArguments(s: Sentence, d: Draft, words: ClauseWords): void {
  const noun = d.head;
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    const r = s.deprels[c];
    if (r === "nmod:poss") d.subjects.push(...conjuncts(s, c));
    else if (r === "nmod:agent" || (isRelation(r, "nmod") && words.agent.has(preposition(s, c))))
      d.subjects.push(...conjuncts(s, c));
    else if (isRelation(r, "nmod") || isRelation(r, "obl")) {
      const prep = preposition(s, c);
      for (const head of conjuncts(s, c)) {
        if (words.sides.has(prep)) d.subjects.push(head);
        else if (words.patient.has(prep)) d.objects.push(head);
        else d.obliques.push({ prep: preposition(s, head) || prep, head });
      }
    } else if (r === "compound" || r === "amod") d.obliques.push({ prep: "compound", head: c });
  }
}

/** Negation, tense, aspect, modal and mood from the auxiliaries of the verb (or copula) at `verb`. */
export function verbForm(s: Sentence, d: Draft, verb: number, words: ClauseWords): void {
  let had = false;
  let have = false;
  let being = false;
  let past = s.xpos[verb] === "VBD";
  let finite =
    isLostVerb(s, verb) || s.xpos[verb] === "VBD" || s.xpos[verb] === "VBZ" || s.xpos[verb] === "VBP";
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) {
    const r = s.deprels[c];
    const norm = s.norms[c];
    if (r === "aux" || r === "aux:pass" || r === "cop") {
      const lemma = s.lemmas[c].toLowerCase();
      if (s.xpos[c] === "MD") {
        finite = true;
        if (words.future.has(norm)) d.tense = "future";
        d.modal ??= words.contracted.get(lemma) ?? lemma;
      } else {
        if (s.xpos[c] === "VBD") past = true;
        if (s.xpos[c] === "VBD" || s.xpos[c] === "VBZ" || s.xpos[c] === "VBP") finite = true;
        if (words.perfect.has(lemma)) {
          have = true;
          if (s.xpos[c] === "VBD") had = true;
        }
        if (r === "aux" && words.progressive.has(lemma)) being = true;
      }
    } else if (r === "mark") d.marker ??= norm;
    if ((r === "advmod" || r === "det" || r === "cc:preconj") && words.negation.has(norm)) {
      d.negated = true;
      d.negation = c;
    }
  }
  const progressive = being && s.xpos[verb] === "VBG";
  d.aspect = have
    ? progressive
      ? "perfect-progressive"
      : "perfect"
    : progressive
      ? "progressive"
      : "simple";
  if (d.modal !== null && !words.future.has(d.modal)) d.tense = "present";
  else if (d.tense !== "future") d.tense = finite ? (past || had ? "past" : "present") : "none";
  d.mood = finite
    ? "indicative"
    : s.xpos[verb] === "VB"
      ? "infinitive"
      : s.xpos[verb] === "VBG"
        ? "gerund"
        : s.xpos[verb] === "VBN"
          ? "participle"
          : "indicative";
  if (d.marker !== null && words.negativeMarker.has(d.marker)) {
    d.negated = true;
    d.negation = childWith(s, verb, "mark");
  }
}

/** "No agreement was reached": a negative determiner on an argument negates the clause. */
export function negativeArguments(s: Sentence, d: Draft, words: ClauseWords): void {
  if (d.negated) return;
  for (const list of [d.subjects, d.objects, d.support >= 0 ? [d.head] : []]) {
    for (const t of list) {
      const det = childWith(s, t, "det");
      if (det >= 0 && words.negativeDeterminer.has(s.norms[det])) {
        d.negated = true;
        d.negation = det;
        return;
      }
      if (words.negativeDeterminer.has(s.norms[t])) {
        d.negated = true;
        d.negation = t;
        return;
      }
    }
  }
}

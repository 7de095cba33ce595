import { childWith, type Sentence } from "../../language/index.js";
import { conjuncts, type Draft } from "./build.js";
import type { ClauseWords } from "./words.js";

/**
 * Arguments that the tree leaves unsaid: subjects of coordinated verbs, of infinitives (control), of participles, and the antecedents
 * of relative clauses. Parents come first, so that chains are followed.
 */
export function inheritArguments(s: Sentence, drafts: readonly Draft[], words: ClauseWords): void {
  const done = new Uint8Array(drafts.length);
  const visit = (d: Draft): void => {
    if (done[d.index] === 1) return;
    done[d.index] = 1;
    const parent = d.parent >= 0 ? drafts[d.parent] : null;
    if (parent !== null) visit(parent);
    fill(s, d, parent, words);
  };
  for (const d of drafts) visit(d);
}

function fill(s: Sentence, d: Draft, parent: Draft | null, words: ClauseWords): void {
  const top = d.support >= 0 ? d.support : d.head;
  const governor = s.heads[top];
  const relation = s.deprels[top];
  if (relation.startsWith("acl") && governor >= 0) {
    relative(s, d, governor, words);
    return;
  }
  if (d.kind === "nominal" && d.support < 0) return;
  if (parent === null) return;
  if (relation === "conj" && s.heads[top] === (parent.support >= 0 ? parent.support : parent.head)) {
    if (isApart(s, parent.head, top)) {
      // "Two were held; a third was cancelled": what its own words name, though the tree lost it, is what it is about.
    } else if (d.subjects.length === 0 && !d.passive)
      d.subjects = parent.passive ? [...parent.objects] : [...parent.subjects];
    else if (d.subjects.length === 0 && d.passive && d.objects.length === 0)
      d.objects = parent.passive ? [...parent.objects] : [...parent.subjects];
    if (d.tense === "none" || sharesTo(s, d, parent)) {
      d.tense = parent.tense;
      d.modal ??= parent.modal;
      d.mood = parent.mood;
      if (d.aspect === "simple") d.aspect = parent.aspect;
      if (!d.negated && parent.negated && parent.modal !== null) {
        d.negated = true;
        d.negation = parent.negation;
      }
      d.marker ??= parent.marker;
    }
    return;
  }
  if (d.subjects.length > 0) return;
  const understood =
    relation === "xcomp" &&
    (words.objectControl.has(parent.lemma) || isBareBehind(s, d, parent)) &&
    !parent.passive
      ? parent.objects
      : parent.passive
        ? parent.objects
        : parent.subjects;
  const inherits =
    relation === "xcomp" ||
    ((relation === "advcl" || relation === "ccomp") &&
      (d.mood === "infinitive" || d.mood === "gerund" || d.mood === "participle"));
  if (!inherits || understood.length === 0) return;
  const source =
    words.objectControl.has(parent.lemma) && parent.objects.length > 0 ? parent.objects : understood;
  if (d.passive) {
    if (d.objects.length === 0) d.objects = [...source];
  } else d.subjects = [...source];
}

/** "to maintain and extend it": taggers take the second of two infinitives for a present. */
function sharesTo(s: Sentence, d: Draft, parent: Draft): boolean {
  const t = d.head;
  if (s.xpos[t] !== "VBP" && s.xpos[t] !== "VB") return false;
  if (s.upos[t - 1] !== "CCONJ" || d.modal !== null || parent.head > t) return false;
  return s.xpos[parent.head - 1] === "TO" || s.xpos[parent.head - 2] === "TO";
}

/** "demands the rebels withdraw": a bare verb behind an object is the object's. */
function isBareBehind(s: Sentence, d: Draft, parent: Draft): boolean {
  return (
    s.xpos[d.head] !== "VBG" &&
    s.xpos[d.head] !== "VBN" &&
    s.upos[d.head] === "VERB" &&
    childWith(s, d.head, "mark") < 0 &&
    parent.objects.some((o) => o > parent.head && o < d.head)
  );
}

/** Whether a semicolon and a noun or number of its own stand between two verbs. */
function isApart(s: Sentence, from: number, verb: number): boolean {
  let t = verb - 1;
  let named = false;
  for (; t > from && s.norms[t] !== ";"; t--) named ||= s.upos[t] === "NOUN" || s.upos[t] === "DET";
  return named && t > from;
}

/** Relative and reduced relative clauses: the noun they hang on takes the place of the relative word, or of what is missing. */
function relative(s: Sentence, d: Draft, noun: number, words: ClauseWords): void {
  const antecedents = conjuncts(s, noun);
  const swap = (list: number[]): number[] =>
    list.flatMap((t) => (words.relative.has(s.norms[t]) && s.upos[t] === "PRON" ? antecedents : [t]));
  const before = d.subjects.length + d.objects.length;
  const had = [...d.subjects, ...d.objects, ...d.recipients].some((t) => words.relative.has(s.norms[t]));
  d.subjects = swap(d.subjects);
  d.objects = swap(d.objects);
  d.recipients = swap(d.recipients);
  d.obliques = d.obliques.map((o) =>
    words.relative.has(s.norms[o.head]) ? { prep: o.prep, head: noun } : o,
  );
  if (had || (d.kind === "nominal" && d.support < 0)) return;
  if (
    childWith(s, d.head, "advmod") >= 0 &&
    words.relativePlace.has(s.norms[childWith(s, d.head, "advmod")])
  ) {
    d.obliques.push({ prep: s.norms[childWith(s, d.head, "advmod")], head: noun });
    return;
  }
  if (d.mood === "participle" && !d.passive) {
    d.passive = true;
    for (const o of d.obliques) if (words.agent.has(o.prep)) d.subjects.push(o.head);
    d.obliques = d.obliques.filter((o) => !words.agent.has(o.prep));
    d.objects.push(...antecedents);
  } else if (d.passive && d.objects.length === 0) d.objects.push(...antecedents);
  else if (d.subjects.length === 0 && d.mood === "gerund") d.subjects.push(...antecedents);
  else if (d.subjects.length > 0 && d.objects.length === 0 && before > 0) d.objects.push(...antecedents);
}

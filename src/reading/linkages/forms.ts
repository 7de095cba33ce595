import { type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clausePhrase, nounPhrase, slice, subtreeHas, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { linkageRules } from "./linkages.rules.js";
import type { LinkageWords } from "./words.js";

export type Shape = (typeof linkageRules)[number]["shape"];

/** An issue and what it is made to depend on, as found in one construction. */
export interface Pair {
  readonly shape: Shape;
  readonly issue: string;
  readonly to: string;
}

/** Sentences looked back for what is talked about. */
const LOOK_BACK = 12;
/** How far the second thing stands behind the first. */
const REACH = 16;
const MODIFIER = new Set(["compound", "amod", "nmod"]);

/** Reader of the constructions of one document; null where a clause has none of them. */
export function createForms(
  layers: Layers,
  words: LinkageWords,
): (s: Sentence, clause: Clause) => Pair | null {
  const {
    preps,
    intransitive,
    levers,
    issues,
    talks,
    process,
    use,
    as,
    make,
    exist,
    without,
    negators,
    only,
    condition,
    purposes,
    undertaking,
    provided,
    nothing,
    stative,
    matter,
  } = words;
  const { document: doc, sentences } = layers.parsed;
  return (s, clause) =>
    tied(s, clause) ??
    lever(s, clause) ??
    made(s, clause) ??
    noWithout(s, clause) ??
    onlyIf(s, clause) ??
    onCondition(s, clause);

  function text(s: Sentence, t: number): string {
    return s.upos[t] === "VERB" ? clausePhrase(doc, s, t).text : nounPhrase(doc, s, t).text;
  }

  /** Text of a noun phrase without the complement that starts at `stop`. */
  function upTo(s: Sentence, t: number, stop: number): string {
    const phrase = nounPhrase(doc, s, t);
    const end = subtreeRange(s, stop)[0];
    return phrase.to > end && end > t ? slice(doc, s, phrase.from, end).text : phrase.text;
  }

  /** Text of a noun phrase up to a token. */
  function before(s: Sentence, t: number, stop: number): string {
    const phrase = nounPhrase(doc, s, t);
    return phrase.to > stop && stop > t ? slice(doc, s, phrase.from, stop).text : phrase.text;
  }

  function known(s: Sentence, t: number): boolean {
    return subtreeHas(s, t, issues) || subtreeHas(s, t, talks) || matter(layers, s, t);
  }

  function tied(s: Sentence, clause: Clause): Pair | null {
    const to = preps.get(clause.lemma);
    if (to === undefined) return null;
    // "the deal hinges on X", "is conditional on X": what depends is the subject.
    const object =
      clause.objects[0] ??
      (clause.kind === "verbal" && !clause.passive && !intransitive.has(clause.lemma)
        ? undefined
        : clause.subjects[0]);
    const target =
      clause.obliques.find((o) => to.has(o.prep))?.head ??
      clause.recipients[0] ??
      (object === undefined ? -1 : nmodWith(s, object, to));
    if (object === undefined) return null;
    if (target === undefined || target < 0) return strayed(s, object, to);
    // "tied to nothing" ties nothing.
    if (s.upos[target] === "PRON" && nothing.has(s.norms[target])) return null;
    // "it depends on X" does not say what does.
    if (s.upos[object] === "PRON" || !(known(s, object) || known(s, target))) return null;
    return { shape: "verb", issue: upTo(s, object, target), to: text(s, target) };
  }

  /** "tied aid to progress", where the parser takes the noun for a verb: whatever stands behind the preposition. */
  function strayed(s: Sentence, object: number, to: ReadonlySet<string>): Pair | null {
    for (let t = object + 1; t < s.size && t < object + REACH; t++) {
      if (!to.has(s.norms[t]) || s.heads[t] <= t) continue;
      const target = s.heads[t];
      if (!(known(s, object) || known(s, target))) return null;
      const end = subtreeRange(s, target)[1];
      const what = slice(doc, s, t + 1, s.upos[end - 1] === "PUNCT" ? end - 1 : end).text;
      return { shape: "verb", issue: before(s, object, Math.min(t, subtreeRange(s, target)[0])), to: what };
    }
    return null;
  }

  function nmodWith(s: Sentence, noun: number, prep: ReadonlySet<string>): number {
    for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
      if (c > noun && s.deprels[c].startsWith("nmod") && prep.has(caseOf(s, c))) return c;
    }
    return -1;
  }

  function lever(s: Sentence, clause: Clause): Pair | null {
    if (!use.has(s.lemmas[verbOf(clause)]) || clause.objects.length === 0) return null;
    const chip = leverNoun(s, clause);
    if (chip < 0) return null;
    const issue =
      clause.obliques.find((o) => o.head !== chip && purposes.has(o.prep) && known(s, o.head))?.head ??
      (complement(s, chip) >= 0 ? complement(s, chip) : purpose(s, clause));
    return {
      shape: "lever",
      issue: issue < 0 ? talked(s) : text(s, issue),
      to: text(s, clause.objects[0]),
    };
  }

  /** "as leverage to win concessions on missiles": what it is to win, or -1. */
  function purpose(s: Sentence, clause: Clause): number {
    for (const c of layers.clausesBySentence[s.index] ?? []) {
      const inner = layers.clauses[c];
      if (
        inner.head > clause.head &&
        inner.mood === "infinitive" &&
        inner.objects.length > 0 &&
        known(s, inner.objects[0])
      )
        return inner.objects[0];
    }
    return -1;
  }

  /** Where the sentence does not say what the lever is for: the talks last named with what they are about ("treaty talks"). */
  function talked(s: Sentence): string {
    let plain = "";
    for (let i = s.index; i >= 0 && i > s.index - LOOK_BACK; i--) {
      const before = sentences[i];
      for (let t = before.size - 1; t >= 0; t--) {
        if (before.upos[t] !== "NOUN" || !process.has(before.lemmas[t])) continue;
        const named = complements(before, t).some(
          (c) =>
            c < t &&
            MODIFIER.has(before.deprels[c]) &&
            (issues.has(before.lemmas[c]) || talks.has(before.lemmas[c])),
        );
        if (named) return nounPhrase(doc, before, t).text;
        if (plain === "") plain = nounPhrase(doc, before, t).text;
      }
    }
    return plain;
  }

  function leverNoun(s: Sentence, clause: Clause): number {
    for (const o of clause.obliques) if (as.has(o.prep) && isLever(s, o.head)) return o.head;
    for (const object of clause.objects) {
      for (let c = s.firstChild[object]; c >= 0; c = s.nextSibling[c])
        if (as.has(caseOf(s, c)) && isLever(s, c)) return c;
    }
    return -1;
  }

  function isLever(s: Sentence, t: number): boolean {
    const needs = levers.get(s.lemmas[t]);
    return needs === null || (needs !== undefined && subtreeHas(s, t, needs));
  }

  function complement(s: Sentence, noun: number): number {
    for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
      if (c > noun && s.deprels[c].startsWith("nmod") && known(s, c)) return c;
    return -1;
  }

  /** "made B a precondition for A", "made A conditional on B". */
  function made(s: Sentence, clause: Clause): Pair | null {
    const verb = verbOf(clause);
    if (!make.has(s.lemmas[verb])) return null;
    const objects = verb === clause.head ? clause.objects : [clause.head, ...clause.objects];
    if (objects.length === 0) return null;
    // The adjective hangs now on the object, now on the noun next to it: its place tells.
    for (let a = verb + 2; a < s.size && a < verb + 14; a++) {
      const to = s.upos[a] === "ADJ" ? preps.get(s.lemmas[a]) : undefined;
      const target = to === undefined ? undefined : below(s, a, to);
      if (target !== undefined && a > objects[0] && known(s, objects[0]))
        return { shape: "verb", issue: before(s, objects[0], a), to: text(s, target) };
    }
    for (const o of objects) {
      const adjective = complements(s, o).find((c) => c > o && preps.has(s.lemmas[c]));
      const target =
        adjective === undefined
          ? undefined
          : below(s, adjective, preps.get(s.lemmas[adjective]) as ReadonlySet<string>);
      if (adjective !== undefined && target !== undefined && known(s, o))
        return { shape: "verb", issue: upTo(s, o, adjective), to: text(s, target) };
    }
    const stray = leverBehind(s, verb, objects[0]);
    if (stray !== null) return stray;
    for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) {
      if (c < verb || (s.deprels[c] !== "xcomp" && s.deprels[c] !== "obj" && s.deprels[c] !== "obl"))
        continue;
      const to = preps.get(s.lemmas[c]);
      const object = objects.find((o) => o !== c) ?? objects[0];
      if (to !== undefined) {
        const target = below(s, c, to) ?? clause.obliques.find((o) => to.has(o.prep))?.head;
        if (target !== undefined && known(s, object))
          return { shape: "verb", issue: text(s, object), to: text(s, target) };
      }
      if (isLever(s, c) && object !== c) {
        const issue =
          complement(s, c) >= 0
            ? complement(s, c)
            : (clause.obliques.find((o) => purposes.has(o.prep) && known(s, o.head))?.head ?? -1);
        if (issue >= 0) return { shape: "made", issue: text(s, issue), to: text(s, object) };
      }
    }
    return null;
  }

  /** "made the reserve a condition for licences", where the parser hung the second noun on the first. */
  function leverBehind(s: Sentence, verb: number, object: number): Pair | null {
    for (let t = object + 1; t < s.size && t < verb + REACH; t++) {
      if (!isLever(s, t) || s.upos[t] !== "NOUN" || s.heads[t] === verb) continue;
      let from = t;
      while (from > object && (s.deprels[from - 1] === "det" || s.deprels[from - 1] === "amod")) from--;
      const issue = complement(s, t);
      if (from === t || issue < 0 || from <= object) continue;
      return { shape: "made", issue: text(s, issue), to: before(s, object, from) };
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
    return { shape: "only", issue: before(s, clause.objects[0], found.at), to: slice(doc, s, from, to).text };
  }

  function below(s: Sentence, t: number, prep: ReadonlySet<string>): number | undefined {
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) if (c > t && prep.has(caseOf(s, c))) return c;
    return undefined;
  }

  function noWithout(s: Sentence, clause: Clause): Pair | null {
    const subject =
      [...clause.subjects, ...clause.objects].find((t) => denied(s, t) && known(s, t)) ??
      (denied(s, clause.head) && known(s, clause.head) ? clause.head : undefined);
    if (
      subject === undefined ||
      !(exist.has(clause.lemma) || clause.head === subject) ||
      clause.tense === "past"
    )
      return null;
    const target =
      clause.obliques.find((o) => without.has(o.prep) && o.head !== subject)?.head ??
      below(s, subject, without);
    return target === undefined
      ? null
      : { shape: "no-without", issue: upTo(s, subject, target), to: text(s, target) };
  }

  function denied(s: Sentence, t: number): boolean {
    for (let c = s.firstChild[t]; c >= 0 && c < t; c = s.nextSibling[c])
      if (s.deprels[c] === "det" && negators.has(s.norms[c])) return true;
    return false;
  }

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
        return { shape: "only", issue: text(s, clause.objects[0]), to: afterMarker(s, c) };
    }
    return null;
  }
}

/** Preposition or marker in front of a phrase or clause, or "". */
function caseOf(s: Sentence, head: number): string {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "case" || s.deprels[c] === "mark") return s.norms[c];
  return "";
}

function leftmost(s: Sentence, head: number): number {
  let t = head;
  while (s.firstChild[t] >= 0 && s.firstChild[t] < t) t = s.firstChild[t];
  return t;
}

function complements(s: Sentence, head: number): number[] {
  const out: number[] = [];
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) out.push(c);
  return out;
}

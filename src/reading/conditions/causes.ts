import type { Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { Layers } from "../layers.js";
import type { Clause } from "../types.js";
import { bent, type Course } from "./bent.js";
import { circumstance, isOutside } from "./circumstance.js";
import type { Hit } from "./hit.js";
import { subjectsOf } from "./subject.js";
import type { ConditionWords, Direction } from "./words.js";

/** A phrase or clause beside the main one, with the word that joins it. */
interface Beside {
  readonly prep: string;
  readonly head: number;
  readonly isClause: boolean;
}

/** "The talks stalled because of the strike", "with polls due, few expect a deal", "on hold until after the vote": what brought about how talks go. */
export function caused(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  course: Course,
): Hit | null {
  const direction = bent(layers, words, s, clause, course);
  if (direction === undefined) return null;
  const entailed = entailing(layers, words, s, clause);
  if (entailed >= 0) return { shape: "cause", subject: entailed, direction };
  for (const b of beside(layers, words, s, clause)) {
    const cut = cutOf(words, s, b, direction);
    if (cut === null) continue;
    const subject = b.isClause
      ? circumstance(layers, words, s, outsiders(layers, words, s, b.head))
      : circumstance(layers, words, s, [b.head]);
    if (subject >= 0 && !isTopic(words, s, subject)) return { shape: "cause", subject, ...cut };
  }
  return null;
}

/** "The vacuum means that nobody expects a deal": what entails how talks go, or -1. */
function entailing(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): number {
  const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
  if (over === null || clause.relation === "advcl" || !words.entailing.has(over.lemma) || over.negated)
    return -1;
  const subject = circumstance(layers, words, s, subjectsOf(s, over));
  return subject >= 0 && isOutside(words, s, subject) && !isTopic(words, s, subject) ? subject : -1;
}

/** Which way something beside a clause cuts, if its joining word and its own words say that it bears on it; `failed`: it did not keep it from going so. */
function cutOf(
  words: ConditionWords,
  s: Sentence,
  { prep, head, isClause }: Beside,
  direction: Direction,
): { readonly direction: Direction; readonly failed?: true } | null {
  const outside = isClause || isOutside(words, s, head);
  if (words.cause.has(prep)) return { direction };
  // "With elections due in June, diplomats see little chance": what lies ahead.
  if (words.opening.has(prep)) return isPending(words, s, head) || outside ? { direction } : null;
  // "in an election year": a time named by what happens in it.
  if (words.within.has(prep)) return words.seasons.has(s.lemmas[head]) && outside ? { direction } : null;
  if (words.despite.has(prep))
    return outside && direction === "helps" ? { direction: "hurts", failed: true } : null;
  if (words.upTo.has(prep)) return outside && direction === "hurts" ? { direction } : null;
  if (!words.occasion.has(prep)) return null;
  // "since the envoy resigned" tells only since when.
  if (isClause && words.nounOnly.has(prep)) return null;
  if (isClause || cutsThisWay(words, s, head, direction)) return { direction };
  // "were broken off after the Speaker's visit": what cuts no way by its own words goes the way of what followed it.
  const plain = words.outside.has(s.lemmas[head]) && !words.inside.has(s.lemmas[head]);
  return plain && words.sequel.has(prep) && direction === "hurts" ? { direction } : null;
}

/** Obliques and adverbial clauses of a clause; those in front of "he said" belong to what is said. */
function* beside(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Iterable<Beside> {
  for (const o of clause.obliques) yield extend(o, { isClause: false });
  if (clause.kind === "copular") yield* hung(words, s, clause.head);
  const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
  if (over !== null && (clause.relation === "ccomp" || clause.relation === "xcomp"))
    for (const o of over.obliques) yield extend(o, { isClause: false });
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    // "nobody expects the talks to be concluded in an election year".
    if (c.parent === clause.index && (c.relation === "ccomp" || c.relation === "xcomp"))
      for (const o of c.obliques) yield extend(o, { isClause: false });
    if (c === clause || c.marker === null || c.mood === "infinitive" || c.relation !== "advcl") continue;
    if (c.parent !== clause.index && c.parent !== clause.parent) continue;
    // "As he arrived, the president said the talks went well": when it was said.
    if (c.parent !== clause.index && clause.relation === "ccomp" && !words.cause.has(c.marker)) continue;
    yield { prep: joining(words, s, c), head: c.index, isClause: true };
  }
}

/** "is in limbo because of the floods", "is within reach, thanks to the vote": parsers hang the cause on the noun. */
function* hung(words: ConditionWords, s: Sentence, noun: number): Iterable<Beside> {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (c < noun) continue;
    const own = caseOf(s, c);
    if (own !== "" && s.deprels[c].startsWith("nmod")) yield { prep: own, head: c, isClause: false };
    if (!words.causeOpens.has(s.norms[c])) continue;
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
      if (k > c) yield { prep: `${s.norms[c]}_${caseOf(s, k)}`, head: k, isClause: false };
  }
}

/** Preposition in front of a phrase, with the words that are one with it, or "". */
function caseOf(s: Sentence, head: number): string {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "case") continue;
    let joined = s.norms[c];
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
      if (s.deprels[k] === "fixed") joined += `_${s.norms[k]}`;
    return joined;
  }
  return "";
}

/** "now that" is one word with its adverb. */
function joining(words: ConditionWords, s: Sentence, clause: Clause): string {
  for (let t = clause.head - 1; t > 0; t--)
    if (s.norms[t] === clause.marker && words.cause.has(`${s.norms[t - 1]}_${s.norms[t]}`))
      return `${s.norms[t - 1]}_${s.norms[t]}`;
  return clause.marker ?? "";
}

/** What a clause beside tells of, where that happens outside: "after the government fell", "since the vote was called". */
function outsiders(layers: Layers, words: ConditionWords, s: Sentence, clause: number): number[] {
  const c = layers.clauses[clause];
  if (words.happens.has(c.lemma) && s.upos[c.head] === "VERB") return [c.head];
  return (
    [...c.subjects, ...c.objects]
      .filter((t) => s.upos[t] === "NOUN" && isOutside(words, s, t))
      // "after police opened fire": the deed, and not what it was done with.
      .map((t) => (c.objects.includes(t) && !c.passive && s.upos[c.head] === "VERB" ? c.head : t))
  );
}

/** "a row over quotas": what talks are about is nothing outside them. */
const isTopic = (words: ConditionWords, s: Sentence, t: number): boolean =>
  words.talks.has(s.lemmas[t]) || (words.inside.has(s.lemmas[t]) && !isOutside(words, s, t));

function isPending(words: ConditionWords, s: Sentence, head: number): boolean {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c])
    if (words.pending.has(s.norms[c])) return true;
  return false;
}

/** A word of the phrase that by itself points that way. */
function cutsThisWay(words: ConditionWords, s: Sentence, head: number, direction: Direction): boolean {
  const cut = (t: number): boolean =>
    (words.cuts.get(s.lemmas[t]) ?? words.cuts.get(s.norms[t])) === direction;
  if (cut(head)) return true;
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) if (cut(c)) return true;
  return false;
}

import { subtreeRange } from "../../language/index.js";
import { clauseAt } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { observer, talksJustBefore } from "./about.js";
import type { Finder } from "./finder.js";
import { commonGround } from "./gaps.js";

/** Whether talks end well, badly, or neither, by the verb of a clause that is said of them. */
function outcomeOf(f: Finder, clause: Clause): boolean | null {
  const { is } = f.words;
  if (
    is(clause.lemma, "success-verb") ||
    is(clause.lemma, "realise-verb") ||
    is(clause.lemma, "settle-verb") ||
    is(clause.lemma, "conclude-verb")
  )
    return !clause.negated;
  if (is(clause.lemma, "find-verb") && clause.objects.some((t) => commonGround(f, t))) return !clause.negated;
  const bad =
    is(clause.lemma, "break-verb") || is(clause.lemma, "stall-verb") || is(clause.lemma, "fail-verb");
  return bad ? clause.negated : null;
}

/** What a clause says an outcome of: talks or what they are to bring, or -1. */
function subjectOfOutcome(f: Finder, clause: Clause): number {
  const of = [...clause.subjects, ...clause.objects];
  const named = of.find(
    (t) => f.words.negotiation(f.s, t) || f.inClass(f.s.lemmas[t], "talks-like") || commonGround(f, t),
  );
  if (named !== undefined) return named;
  // "that the text will be signed": what is to be signed where talks are spoken of.
  return clause.passive && of.length > 0 && f.words.is(clause.lemma, "realise-verb") && talksJustBefore(f)
    ? of[0]
    : -1;
}

/** The clause that completes a word ("expect the talks to succeed", "hard to see how a deal could hold"), or null. */
function completing(f: Finder, head: number): Clause | null {
  const { s } = f;
  const c = f.child(
    head,
    (k) =>
      k > head &&
      (s.deprels[k] === "ccomp" || s.deprels[k] === "xcomp" || s.deprels[k] === "advcl") &&
      clauseAt(f.layers, s.index, k) !== null,
  );
  return c < 0 ? null : clauseAt(f.layers, s.index, c);
}

/** "Few expect the talks to succeed", "analysts expect the truce to fail": an outcome looked for by those who watch, or by nobody. */
export function foreseen(f: Finder, clause: Clause): boolean {
  const { s } = f;
  if (!f.inClass(clause.lemma, "expect-verb") || clause.modal !== null || clause.passive) return false;
  // Parsers take the "few" in front of "expect" for an adjective.
  const nobody =
    clause.subjects.some((t) => f.inClass(s.norms[t], "nobody") || f.denied(t) || f.byNoMeans(t)) ||
    f.child(clause.head, (c) => c < clause.head && f.inClass(s.norms[c], "nobody")) >= 0;
  if (!nobody && observer(f, clause) === undefined) return false;
  const inner = completing(f, clause.head);
  if (inner === null) return false;
  const well = outcomeOf(f, inner);
  const of = lostObject(f, clause, inner);
  if (well === null || of < 0) return false;
  f.add(
    "expect",
    clause.head,
    clause,
    well === (clause.negated || nobody) ? "negative" : "positive",
    of,
    true,
  );
  return true;
}

/** "expect the talks to succeed": parsers hang the talks on either verb. */
function lostObject(f: Finder, outer: Clause, inner: Clause): number {
  const own = subjectOfOutcome(f, inner);
  return own >= 0 ? own : (outer.objects.find((t) => f.words.negotiation(f.s, t)) ?? -1);
}

/** "It is hard to see how the talks can succeed": what can hardly be imagined is held unlikely. */
export function unimaginable(f: Finder, clause: Clause, head: number): boolean {
  const { s, words } = f;
  if (!words.is(s.lemmas[head], "difficult-adj") || clause.negated) return false;
  const seeing = f.child(head, (c) => c > head && f.inClass(s.lemmas[c], "imagine-verb"));
  const inner = seeing < 0 ? null : completing(f, seeing);
  if (inner === null) return false;
  const of = subjectOfOutcome(f, inner);
  if (of < 0 || outcomeOf(f, inner) !== true) return false;
  f.add("expect", head, clause, "negative", of, true);
  return true;
}

/** "Whether the truce will hold is another matter", "it remains to be seen whether a deal can be reached". */
export function openQuestion(f: Finder, clause: Clause): boolean {
  if (
    clause.marker === null ||
    !f.inClass(clause.marker, "question-marker") ||
    f.inClass(clause.marker, "if-marker")
  )
    return false;
  const of = subjectOfOutcome(f, clause);
  if (of < 0 || outcomeOf(f, clause) === null) return false;
  const open = openWord(f, clause.head);
  if (open < 0) return false;
  f.add("mood", open, null, "negative", of, true);
  return true;
}

/** How far behind the question the word that leaves it open stands. */
const REACH = 6;

/** What leaves a question open: the word it hangs on, or the predicate right behind it, or -1. */
function openWord(f: Finder, question: number): number {
  const { s } = f;
  const is = (t: number): boolean =>
    f.inClass(s.lemmas[t], "open-question") || (s.xpos[t] === "VBN" && f.inClass(s.lemmas[t], "seen"));
  const up = s.heads[question];
  if (up >= 0 && is(up)) return up;
  // "it is unclear whether": right in front.
  const before = subtreeRange(s, question)[0] - 1;
  if (before >= 0 && is(before)) return before;
  // "too early to say whether"
  const over = up < 0 ? -1 : s.heads[up];
  if (over >= 0 && f.inClass(s.norms[over], "early")) return over;
  // "is, they concede, anybody's guess"
  for (let t = question + 1; t < s.size; t++)
    if (f.inClass(s.lemmas[t], "guesswork") && s.deprels[t - 1] === "case") return t;
  for (let t = question + 1; t < s.size && t <= question + REACH; t++)
    if (is(t) && f.child(t, (c) => s.deprels[c] === "cop" || s.deprels[c] === "aux:pass") >= 0) return t;
  return -1;
}

/**
 * "Diplomats are optimistic that a deal can be reached", "the envoy said she was cautiously optimistic": with a clause on talks, or with
 * nothing else behind it where talks are spoken of.
 */
export function hopeful(f: Finder, clause: Clause, head: number, good: boolean): boolean {
  const { s } = f;
  const inner = completing(f, head);
  const j = good !== f.negated(clause) ? "positive" : "negative";
  if (inner !== null) {
    const of = subjectOfOutcome(f, inner);
    if (of < 0 || inner.mood === "infinitive") return false;
    f.add("mood", head, clause, j, of, true);
    return true;
  }
  if (clause.obliques.length > 0 || f.child(head, (c) => c > head && s.deprels[c].startsWith("nmod")) >= 0)
    return false;
  const who = clause.subjects.some((t) => s.upos[t] === "PRON") || f.partySubject(clause);
  if (!(who || observer(f, clause) !== undefined) || !talksJustBefore(f)) return false;
  f.add("mood", head, clause, j, -1, true);
  return true;
}

import type { Clause } from "../types.js";
import { talksBefore, talksJustBefore } from "./about.js";
import type { Finder } from "./finder.js";

/** How far behind a verb what it leaves or lacks stands. */
const REACH = 6;

/** What talks came to, told by its amount: little agreed, four fifths settled, parted without settling anything. */
export function results(f: Finder, clause: Clause): boolean {
  return (
    nothingCame(f, clause) ||
    littleAgreed(f, clause) ||
    shareSettled(f, clause) ||
    endedWithout(f, clause) ||
    halved(f, clause)
  );
}

/** "Nothing of substance emerged from the round", "little came of the talks". */
function nothingCame(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  if (!f.inClass(clause.lemma, "emerge-verb") || clause.modal !== null) return false;
  const nothing = clause.subjects.some((t) => f.inClass(s.norms[t], "nothing") || f.denied(t));
  const of = clause.obliques.find((o) => f.inClass(o.prep, "source-of") && words.negotiation(s, o.head));
  if (!nothing || of === undefined) return false;
  f.add("result", clause.head, clause, "stalled", of.head);
  return true;
}

/** "have agreed on little more than the seating", "settled nothing". */
function littleAgreed(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  const settles = words.is(clause.lemma, "settle-verb") || words.is(clause.lemma, "realise-verb");
  if (!settles || clause.modal !== null || clause.mood !== "indicative" || clause.negated) return false;
  if (!isOfTalks(f, clause)) return false;
  for (let t = clause.head + 1; t < s.size && t <= clause.head + 3; t++) {
    if (!f.inClass(s.norms[t], "nothing")) continue;
    f.add("result", clause.head, clause, "stalled", clause.subjects[0] ?? -1);
    return true;
  }
  return false;
}

/** "Four fifths of the text has been cleared", "have agreed on 96 percent of the line", "all but two chapters are closed". */
function shareSettled(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  const settled =
    words.is(clause.lemma, "settle-verb") ||
    words.is(clause.lemma, "realise-verb") ||
    f.inClass(clause.lemma, "complete-verb");
  if (!settled || clause.negated || clause.modal !== null || clause.mood === "infinitive") return false;
  const [from, to] = clause.passive
    ? [Math.max(0, clause.head - 14), clause.head]
    : [clause.head + 1, clause.head + 6];
  for (let t = from; t < to && t < s.size; t++) {
    if (!f.inClass(s.lemmas[t], "share") && !f.inClass(s.norms[t], "share")) continue;
    const whole = f.child(t, (c) => c > t && f.prepIn(c, "source-of"));
    if (whole < 0 && !f.inClass(s.norms[t - 1] ?? "", "most-of")) continue;
    if (!words.negotiation(s, whole) && !f.inClass(s.lemmas[whole], "whole") && !talksJustBefore(f)) continue;
    f.add("result", clause.head, clause, "progressing", whole >= 0 ? whole : t);
    return true;
  }
  return false;
}

/** "parted without settling the border", "left without having agreed on a date". */
function endedWithout(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  if (!f.inClass(clause.lemma, "end") && !f.inClass(clause.lemma, "part-verb")) return false;
  if (clause.modal !== null || clause.negated) return false;
  if (!isOfTalks(f, clause) && !(f.partySubject(clause) && talksBefore(f))) return false;
  for (let t = clause.head + 1; t + 1 < s.size && t <= clause.head + 2 * REACH; t++) {
    if (!f.inClass(s.norms[t], "without")) continue;
    for (let k = t + 1; k < s.size && k <= t + 3; k++) {
      const result =
        words.is(s.lemmas[k], "settle-verb") || words.is(s.lemmas[k], "realise-verb") || isResult(f, k);
      if (!result && !words.is(s.lemmas[k], "make-verb")) continue;
      f.add("result", clause.head, clause, "stalled", clause.subjects[0] ?? -1);
      return true;
    }
  }
  return false;
}

const isResult = (f: Finder, t: number): boolean =>
  f.words.is(f.s.lemmas[t], "result-noun") || f.words.is(f.s.lemmas[t], "progress-noun");

/** "The distance has shrunk to one point", "has been cut in half": a gap that grows smaller by itself. */
function halved(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  const narrows = words.is(clause.lemma, "gap-verb") || f.inClass(clause.lemma, "closing");
  if (!(narrows || f.inClass(clause.lemma, "widening")) || clause.modal !== null) return false;
  const gap = [...clause.subjects, ...(clause.passive ? clause.objects : [])].find((t) =>
    words.is(s.lemmas[t], "gap-noun"),
  );
  if (gap === undefined) return false;
  if (!(talksJustBefore(f) || f.complement(gap) >= 0)) return false;
  const [said, failing] = f.failingOver(clause);
  const better = narrows !== (clause.negated || failing);
  f.add(
    "gap",
    clause.head,
    said,
    better ? "progressing" : "stalled",
    f.complement(gap) >= 0 ? f.complement(gap) : gap,
  );
  return true;
}

/** Said of talks or of those who talk. */
export function isOfTalks(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  const of = [...clause.subjects, ...(clause.passive ? clause.objects : [])];
  return (
    of.some((t) => words.negotiation(s, t)) ||
    ((f.partySubject(clause) ||
      of.some((t) => f.inClass(s.norms[t], "they") || f.inClass(s.norms[t], "we"))) &&
      talksJustBefore(f))
  );
}

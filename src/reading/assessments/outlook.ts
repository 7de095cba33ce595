import type { Clause } from "../types.js";
import { observer, talksJustBefore } from "./about.js";
import type { Finder } from "./finder.js";
import { type Judgement, opposite } from "./words.js";

/** "growing doubts that a deal can be reached", "there is optimism about the talks". */
export function mood(f: Finder, t: number, judgement: Judgement, ofTalks = false): void {
  const { s, words } = f;
  const clause = f.governing(t);
  if (clause === null) return;
  const verb = s.lemmas[clause.support >= 0 ? clause.support : clause.head];
  if (!f.inClass(verb, "mood-verb") && !words.exist.has(clause.lemma)) return;
  let of = f.complement(t);
  for (let c = s.firstChild[t]; c >= 0 && of < 0; c = s.nextSibling[c])
    if (c > t && (words.topic(s, c) || (s.upos[c] === "VERB" && subjectOfTalks(f, c)))) of = c;
  // Parsers hang "that a deal could be struck" on the verb.
  if (of < 0) of = f.child(s.heads[t], (c) => c > t && s.deprels[c] === "ccomp" && subjectOfTalks(f, c));
  // "satisfaction with the pace of the talks": pleasure at anything else judges none.
  if (ofTalks && of >= 0 && !words.negotiation(s, of)) return;
  // "Pessimism reigned": of the talks just spoken of.
  if (
    of < 0 &&
    clause.subjects.includes(t) &&
    f.child(t, (c) => c > t && s.deprels[c].startsWith("nmod")) < 0
  )
    of = clause.objects.length === 0 && talksJustBefore(f, 1) ? t : -1;
  if (of < 0 || clause.negated) return;
  const subject = s.upos[of] === "VERB" ? f.child(of, (c) => s.deprels[c].startsWith("nsubj")) : -1;
  if (subject >= 0) of = subject;
  f.add("mood", t, clause, f.denied(t) ? opposite(judgement) : judgement, of, true);
}

/** "that a deal could be struck". */
const subjectOfTalks = (f: Finder, verb: number): boolean =>
  f.child(verb, (c) => f.s.deprels[c].startsWith("nsubj") && f.words.negotiation(f.s, c)) >= 0;

/** "Neither side has budged", "has not given ground": parties that do not move stand still. */
export function unmoved(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  const still = words.is(clause.lemma, "stall-if-negated") || words.is(clause.lemma, "yield-verb");
  if (!still || clause.passive || clause.modal !== null) return false;
  const denied = clause.negated || clause.subjects.some((t) => f.denied(t) || words.negators.has(s.norms[t]));
  if (!denied || !f.partySubject(clause)) return false;
  if (clause.objects.some((o) => !f.inClass(s.lemmas[o], "measure-of-move")) || !talksJustBefore(f))
    return false;
  f.add("verb", clause.head, clause, "stalled", clause.subjects[0]);
  return true;
}

/** "The window for a deal is closing", "time is running out for the talks". */
export function closing(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  if (clause.negated || clause.passive || !f.inClass(clause.lemma, "closing")) return false;
  const window = clause.subjects.find((t) => f.inClass(s.lemmas[t], "window"));
  if (window === undefined) return false;
  const of =
    f.complement(window) >= 0
      ? f.complement(window)
      : (clause.obliques.find((o) => words.topic(s, o.head))?.head ?? -1);
  if (of < 0 && !talksJustBefore(f)) return false;
  f.add("mood", clause.head, clause, "negative", of >= 0 ? of : window, true);
  return true;
}

/** How far behind "the chances" their rating stands. */
const REACH = 12;

/** "few prospects of a deal", "a good chance of agreement": an outlook judges only with a word that says how good it is. */
export function outlook(f: Finder, t: number): void {
  const { s, words } = f;
  if (verbless(f, t)) return;
  const clause = f.governing(t);
  if (clause === null) return;
  const verb = s.lemmas[clause.support >= 0 ? clause.support : clause.head];
  const played = f.inClass(clause.lemma, "dampen") && clause.objects.includes(t);
  if (
    !played &&
    !f.inClass(verb, "outlook-verb") &&
    !f.inClass(verb, "rating") &&
    !words.exist.has(clause.lemma)
  )
    return;
  const rated = f.inClass(clause.lemma, "rating") && clause.objects.includes(t);
  const dim = f.denied(t) || clause.negated || f.child(t, (c) => f.inClass(s.lemmas[c], "dim")) >= 0;
  if (rated) {
    for (let k = t + 1; k < s.size && k < t + REACH; k++) {
      const low = f.inClass(s.lemmas[k], "dim");
      if (!low && !f.inClass(s.lemmas[k], "bright")) continue;
      f.add(
        "mood",
        t,
        clause,
        low ? "negative" : "positive",
        f.complement(t) >= 0 ? f.complement(t) : t,
        true,
      );
      return;
    }
  }
  const bright = f.child(t, (c) => f.inClass(s.lemmas[c], "bright")) >= 0;
  if (!played && !dim && !bright) return;
  const of = f.complement(t) >= 0 ? f.complement(t) : resultUnder(f, t);
  if (of < 0) return;
  f.add("mood", t, clause, played || dim ? "negative" : "positive", of, true);
}

/** "Prospects for a quota this year: slim", "Progress on the annexes: none": a heading and its answer, with no verb. */
export function verbless(f: Finder, t: number): boolean {
  const { s } = f;
  if (s.heads[t] >= 0 && s.deprels[t] !== "root") return false;
  for (let k = t + 1; k < s.size && k < t + REACH; k++) {
    if (s.upos[k] === "VERB" || s.upos[k] === "AUX") return false;
    if (s.norms[k] !== ":" && s.norms[k] !== "?") continue;
    const at = s.upos[k + 1] === "ADV" || s.upos[k + 1] === "DET" ? k + 2 : k + 1;
    if (at >= s.size) return false;
    const poor =
      f.inClass(s.lemmas[at], "dim") ||
      f.inClass(s.lemmas[at], "slow-adj") ||
      f.inClass(s.norms[k + 1], "nothing");
    const good = f.inClass(s.lemmas[at], "bright") || f.inClass(s.lemmas[at], "steady-adj");
    if (poor || good) f.add("mood", t, null, poor ? "negative" : "positive", t, true);
    return poor || good;
  }
  return false;
}

/** "hopes of an early breakthrough": a result word behind the noun. */
function resultUnder(f: Finder, t: number): number {
  const { s, words } = f;
  return f.child(
    t,
    (c) => c > t && (words.is(s.lemmas[c], "result-noun") || words.is(s.lemmas[c], "progress-noun")),
  );
}

/** "Diplomats doubt it", "doubt that a deal will be reached". */
function doubted(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  if (!f.inClass(clause.lemma, "doubt-verb") || clause.modal !== null) return false;
  if (observer(f, clause) === undefined && !clause.subjects.some((t) => s.xpos[t] === "WP")) return false;
  const of = f.child(
    clause.head,
    (c) => c > clause.head && (s.deprels[c] === "ccomp" || s.deprels[c] === "obj"),
  );
  if (of < 0 || clause.passive || !(words.topic(s, of) || talksJustBefore(f))) return false;
  const judged = s.upos[of] === "VERB" ? f.child(of, (c) => s.deprels[c].startsWith("nsubj")) : of;
  f.add(
    "mood",
    clause.head,
    clause,
    clause.negated ? "positive" : "negative",
    s.upos[judged] === "PRON" ? -1 : judged,
    true,
  );
  return true;
}

/** "Analysts expect little from the talks", "no breakthrough is expected": little looked for is a judgement, whoever makes it. */
export function expectation(f: Finder, clause: Clause): boolean {
  const { s, words } = f;
  if (doubted(f, clause)) return true;
  if (!f.inClass(clause.lemma, "expect-verb") || clause.modal !== null) return false;
  const said = [...clause.objects, ...(clause.passive ? clause.subjects : [])];
  const little = said.find((t) => words.negators.has(s.norms[t]) || f.inClass(s.norms[t], "nothing"));
  if (little !== undefined) {
    const from = clause.obliques.find((o) => f.inClass(o.prep, "source-of") && o.head > little);
    const under = f.child(little, (c) => c > little && f.prepIn(c, "source-of"));
    const of = from?.head ?? under;
    const known =
      of >= 0 && (words.topic(s, of) || (observer(f, clause) !== undefined && talksJustBefore(f)));
    if (known) f.add("expect", clause.head, clause, "negative", of, true);
    return known;
  }
  const result = said.find(
    (t) => words.is(s.lemmas[t], "result-noun") || words.is(s.lemmas[t], "progress-noun"),
  );
  // "few observers expect a breakthrough"
  const nobody = clause.subjects.some(
    (t) => f.denied(t) && (words.observers.has(s.lemmas[t]) || f.partySubject(clause)),
  );
  if (result === undefined || !(f.denied(result) || clause.negated || nobody)) return false;
  f.add(
    "expect",
    clause.head,
    clause,
    "negative",
    f.complement(result) >= 0 ? f.complement(result) : result,
    true,
  );
  return true;
}

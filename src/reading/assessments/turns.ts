import { clauseOver } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { pronounOfTalks, talksJustBefore } from "./about.js";
import { talksThing } from "./air.js";
import type { Finder } from "./finder.js";
import type { Verdict } from "./words.js";

/** How far behind a turn the talks that it is said of may stand: "broke the back of the long Chagos talks". */
const REACH = 8;
/** How many sentences back talks must be named for what does not name them. */
const NEAR = 1;
/** How many clauses up the one may stand that names the talks: "limped on with little to show for it". */
const CLIMB = 3;

/** Turns of phrase for how talks go ("dead in the water", "within reach"), said of talks, of the parties, or of what else is spoken of while talks are. */
export function phrase(f: Finder, t: number, end: number, verdict: Verdict): void {
  const { s, words } = f;
  const inner = clauseOver(f.layers, s.index, t);
  if (inner === null) {
    // A headline or an answer without a verb: "Dead in the water, says one delegate."
    if (verdict.of === "any" && verdict.asserted !== null && talksJustBefore(f))
      f.add("phrase", t, null, verdict.asserted, -1);
    return;
  }
  const found = saidOf(f, inner, t, end, verdict);
  if (found === null) return;
  const { clause, theme } = found;
  const weak = clause.modal !== null;
  if (weak && !(f.inClass(clause.modal ?? "", "may-modal") && !f.hangsOnCondition(clause))) return;
  // "not there yet": a negation that is part of the phrase turns nothing round.
  const own = words.negators.has(s.norms[t]) || (inner.negation >= t && inner.negation < end);
  const denied =
    !own &&
    (inner.negated ||
      clause.negated ||
      clause.subjects.some((x) => f.denied(x) || f.nobody(x)) ||
      f.byNoMeans(t) ||
      f.failingOver(inner)[1]);
  const judgement = denied ? verdict.denied : verdict.asserted;
  if (judgement !== null) f.add("phrase", t, clause, judgement, theme, weak);
}

/** The clause that says it of something, and of what (-1: of what the text is about); null where it is said of something else. */
function saidOf(
  f: Finder,
  inner: Clause,
  t: number,
  end: number,
  { of }: Verdict,
): { readonly clause: Clause; readonly theme: number } | null {
  const { layers } = f;
  for (let clause = inner, up = 0; up < CLIMB; up++) {
    const theme = themeOf(f, clause, t, of !== "talks");
    if (theme >= 0 && theme < t) return { clause: inner.relation.startsWith("acl") ? clause : inner, theme };
    if (clause.subjects.length > 0 || clause.parent < 0) break;
    clause = layers.clauses[clause.parent];
  }
  if (of !== "any") return null;
  const behind = topicBehind(f, end);
  if (behind >= 0) return { clause: inner, theme: behind };
  return isOpen(f, inner) && talksJustBefore(f, NEAR) ? { clause: inner, theme: -1 } : null;
}

function themeOf(f: Finder, clause: Clause, t: number, ofParties: boolean): number {
  const named = f.theme(clause);
  if (named >= 0 && named < t) return named;
  const like = f.talksLike(clause);
  if (like >= 0) return like;
  const thing = talksThing(f, clause);
  if (thing >= 0) return thing;
  const part = partOfTalks(f, clause);
  if (part >= 0) return part;
  const pronoun = pronounOfTalks(f, clause);
  return pronoun < 0 && ofParties ? apart(f, clause) : pronoun;
}

/** Their mood, their first week, the work on the draft: what belongs to the talks that are spoken of, or -1. */
function partOfTalks(f: Finder, clause: Clause): number {
  const { s } = f;
  const about = [...clause.subjects, ...(clause.passive ? clause.objects : [])];
  const part = about.find((t) => s.upos[t] === "NOUN" && PARTS.some((cls) => f.inClass(s.lemmas[t], cls)));
  if (part === undefined) return -1;
  const own = f.complement(part) >= 0 || f.child(part, (c) => c > part && s.deprels[c] === "nmod") < 0;
  return own && talksJustBefore(f, NEAR) ? part : -1;
}
const PARTS = ["air-noun", "state-of-things", "beginning-noun", "progress-noun", "talks-thing"];

/** Talks, or what they are to bring, named right behind the turn. */
function topicBehind(f: Finder, end: number): number {
  const { s, words } = f;
  for (let t = end; t < s.size && t < end + REACH; t++) {
    if (s.upos[t] === "PUNCT" && s.norms[t] !== "-") return -1;
    if (s.upos[t] === "NOUN" && (words.negotiation(s, t) || f.inClass(s.lemmas[t], "talks-like"))) return t;
  }
  return -1;
}

/** Whether what a clause is about may stand for the talks: a pronoun, those who talk, or nothing where nothing is said to be done. */
function isOpen(f: Finder, clause: Clause): boolean {
  const about = [...clause.subjects, ...(clause.passive ? clause.objects : [])];
  if (about.length === 0) return clause.kind !== "verbal";
  return f.partySubject(clause) || about.some((t) => f.s.upos[t] === "PRON");
}

/** The parties, or their positions, that stand apart: more than one of them. */
function apart(f: Finder, clause: Clause): number {
  const { s } = f;
  const views = clause.subjects.find((t) => s.xpos[t] === "NNS" && f.inClass(s.lemmas[t], "view-noun"));
  return views ?? (f.severalParties(clause) ? clause.subjects[0] : -1);
}

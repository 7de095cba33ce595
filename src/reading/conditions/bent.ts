import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, verbOf } from "../phrases/index.js";
import type { AssessmentItem, Clause, Item } from "../types.js";
import { bearsOn, CONTEXT, isTalkedOf, talksNear } from "./bears.js";
import { type ConditionWords, type Direction, inDegree } from "./words.js";

const WORSE = new Set<AssessmentItem["judgement"]>([
  "stalled",
  "negative",
  "broken-off",
  "suspended",
  "difficult",
]);

/** Clauses that judge how talks go, by index, with the way the judgement points. */
export type Course = ReadonlyMap<number, Direction>;

export function courses(layers: Layers, items: readonly Item[]): Course {
  const map = new Map<number, Direction>();
  for (const i of items) {
    if (i.kind !== "assessment") continue;
    const s = layers.parsed.sentences[i.sentences[0]];
    let t = 0;
    while (t < s.size - 1 && s.starts[t] < i.trigger.start) t++;
    const clause = governing(layers, s, t);
    if (clause !== null) map.set(clause.index, WORSE.has(i.judgement) ? "hurts" : "helps");
  }
  return map;
}

/** The nearest verbal clause at or above a token. */
function governing(layers: Layers, s: Sentence, token: number): Clause | null {
  for (let t = token, steps = 0; t >= 0 && steps < 4; t = s.heads[t], steps++) {
    const clause = clauseAt(layers, s.index, t);
    if (clause !== null && clause.kind !== "nominal") return clause;
  }
  return null;
}

/** Which way a clause says that talks, or the will to settle, go; undefined where it says nothing of them. */
export function bent(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  course: Course,
): Direction | undefined {
  return (
    course.get(clause.index) ??
    undergone(layers, words, s, clause) ??
    unwilling(layers, words, s, clause) ??
    pressed(words, s, clause) ??
    standing(layers, words, s, clause) ??
    scarce(layers, words, s, clause) ??
    nobodyWants(layers, words, s, clause)
  );
}

/** "talks were postponed", "the talks resumed": what was done to talks by nobody named. */
function undergone(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
): Direction | undefined {
  if (clause.kind !== "verbal" || clause.negated || clause.modal !== null) return undefined;
  if (clause.passive ? clause.subjects.length > 0 : clause.objects.length > 0) return undefined;
  const direction = words.verbs.get(clause.lemma);
  if (direction === undefined) return undefined;
  const of = clause.passive ? clause.objects : clause.subjects;
  return of.some(
    (o) =>
      bearsOn(words, s, o) ||
      isTalkedOf(layers, words, s, o) ||
      (words.matters.has(s.lemmas[o]) && talksNear(layers, words, s, CONTEXT)),
  )
    ? direction
    : undefined;
}

/** How far behind a word of will the talks it is about stand. */
const REACH = 10;

/** "is reluctant to sign", "is keener on a deal". */
function unwilling(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
): Direction | undefined {
  if (clause.kind === "nominal" || clause.kind === "verbal" || clause.negated) return undefined;
  const found = words.adjectives
    .get(s.lemmas[clause.head])
    ?.find((a) => inDegree(words, s, clause.head, a.degree));
  if (found === undefined) return undefined;
  const near = clause.subjects.some(
    (t) => bearsOn(words, s, t) || (words.matters.has(s.lemmas[t]) && talksNear(layers, words, s, CONTEXT)),
  );
  return near || namesAhead(words, s, clause.head) ? found.direction : undefined;
}

/** "A deal is within reach", "the talks are in limbo": where talks stand. */
function standing(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (clause.kind !== "copular" || clause.negated) return undefined;
  const noun = s.lemmas[clause.head];
  const good = words.stateGood.has(noun) || words.stateGood.has(s.norms[clause.head]);
  if (!good && !words.stateBad.has(noun) && !words.stateBad.has(s.norms[clause.head])) return undefined;
  if (!clause.subjects.some((t) => bearsOn(words, s, t) || isTalkedOf(layers, words, s, t))) return undefined;
  for (let c = s.firstChild[clause.head]; c >= 0 && c < clause.head; c = s.nextSibling[c])
    if (s.deprels[c] === "case") return good && !words.awayFrom.has(s.norms[c]) ? "helps" : "hurts";
  return undefined;
}

/** "are under pressure to settle". */
function pressed(words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (clause.kind !== "copular" || clause.negated) return undefined;
  const effect = words.nouns.get(s.lemmas[clause.head])?.find((e) => e.needs === "settle");
  return effect !== undefined && namesAhead(words, s, clause.head) ? effect.direction : undefined;
}

/** "has little appetite for a deal", "lacks the majority for it". */
function scarce(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (clause.kind !== "verbal" || clause.passive || clause.modal !== null) return undefined;
  const verb = verbOf(clause);
  const without = words.without.has(clause.lemma);
  if (!without && !words.having.has(s.lemmas[verb])) return undefined;
  for (let t = verb + 1; t < s.size && t <= verb + 5; t++) {
    const stake = s.upos[t] === "NOUN" ? words.stakes.get(s.lemmas[t]) : undefined;
    if (stake === undefined || stake.worth !== "helps") continue;
    const scant = without || clause.negated || [t - 1, t - 2].some((k) => isLittle(words, s, k));
    if (!scant || !(namesAhead(words, s, t) || talksNear(layers, words, s, CONTEXT))) return undefined;
    return "hurts";
  }
  return undefined;
}

/** "nobody wishes to look soft", "neither can afford to give ground". */
function nobodyWants(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
): Direction | undefined {
  const able = clause.modal !== null && words.ableTo.has(clause.modal);
  if (clause.kind !== "verbal" || !(able || words.wanting.has(clause.lemma))) return undefined;
  const nobody = [...clause.subjects, ...(clause.passive ? clause.objects : [])].some(
    (t) => (words.nobody.has(s.norms[t]) || isNone(words, s, t)) && (!able || words.people.has(s.lemmas[t])),
  );
  return nobody && talksNear(layers, words, s, CONTEXT) ? "hurts" : undefined;
}

function isNone(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.nobody.has(s.norms[c])) return true;
  return false;
}

const isLittle = (words: ConditionWords, s: Sentence, t: number): boolean =>
  t >= 0 && (words.scant.has(s.norms[t]) || words.negators.has(s.norms[t]));

function namesAhead(words: ConditionWords, s: Sentence, from: number): boolean {
  for (let t = from + 1; t < s.size && t <= from + REACH; t++)
    if (words.talks.has(s.lemmas[t]) || words.talks.has(s.norms[t]) || words.settle.has(s.lemmas[t]))
      return true;
  return false;
}

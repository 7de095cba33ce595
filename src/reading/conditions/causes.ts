import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clauseAt } from "../phrases/index.js";
import type { AssessmentItem, Clause, Item } from "../types.js";
import { bearsOn } from "./bears.js";
import { circumstance } from "./circumstance.js";
import type { Hit } from "./hit.js";
import type { ConditionWords, Direction } from "./words.js";

const WORSE = new Set<AssessmentItem["judgement"]>([
  "stalled",
  "negative",
  "broken-off",
  "suspended",
  "difficult",
]);

/** Clauses that judge how talks go, as `sentence:head`, with the way the judgement points. */
export type Course = ReadonlyMap<string, Direction>;

export function courses(layers: Layers, items: readonly Item[]): Course {
  const map = new Map<string, Direction>();
  for (const i of items) {
    if (i.kind !== "assessment") continue;
    const s = layers.parsed.sentences[i.sentences[0]];
    let t = 0;
    while (t < s.size - 1 && s.starts[t] < i.trigger.start) t++;
    const clause = governing(layers, s, t);
    if (clause !== null) map.set(`${s.index}:${clause.head}`, WORSE.has(i.judgement) ? "hurts" : "helps");
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

/** "The talks stalled because of the strike", "were put off after the coup": what brought about how talks go. */
export function caused(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  course: Course,
): Hit | null {
  const direction = course.get(`${s.index}:${clause.head}`) ?? undergone(words, s, clause);
  if (direction === undefined) return null;
  for (const { prep, head } of clause.obliques) {
    // "With elections due in June, diplomats see little chance": what lies ahead.
    const sure = words.cause.has(prep) || (words.opening.has(prep) && isPending(words, s, head));
    if (!sure && !words.occasion.has(prep)) continue;
    if (!sure && !cutsThisWay(words, s, head, direction)) continue;
    const subject = circumstance(layers, words, s, [head]);
    if (subject >= 0) return { shape: "cause", direction, subject };
  }
  return null;
}

/** "talks were postponed": what was done to talks by nobody named. */
function undergone(words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (!clause.passive || clause.subjects.length > 0 || clause.negated) return undefined;
  return clause.objects.some((o) => bearsOn(words, s, o)) ? words.verbs.get(clause.lemma) : undefined;
}

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

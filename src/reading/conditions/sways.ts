import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { CONTEXT, hasParty, talksNear } from "./bears.js";
import { circumstance, isBeside, isOutside } from "./circumstance.js";
import type { Hit } from "./hit.js";
import { subjectsOf } from "./subject.js";
import type { ConditionWords, Direction, Move, Stake } from "./words.js";

/** How far behind the verb what it moves stands, and how far behind that the talks. */
const REACH = 10;
const AHEAD = 10;

/** "leaves the premier little room", "stiffened resistance to the deal": an outside event moves what settling hangs on. */
export function swayed(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  if (clause.kind !== "verbal" || (clause.passive && clause.subjects.length === 0)) return null;
  const verb = verbOf(clause);
  const move = words.moves.get(clause.lemma) ?? words.moves.get(s.lemmas[verb]);
  if (move === undefined || !talksNear(layers, words, s, CONTEXT)) return null;
  const direction =
    move === "do"
      ? done(words, s, verb)
      : (stakeMoved(words, s, verb, move) ?? stripped(layers, words, s, verb, move));
  if (direction === undefined) return null;
  const subject = circumstance(layers, words, s, subjectsOf(s, clause));
  if (subject < 0) return null;
  const deed = deedBefore(s, clause, subject);
  if (deed >= 0 && !isOutside(words, s, subject)) return { shape: "sway", direction, subject: deed };
  return isBeside(words, s, subject) ? { shape: "sway", direction, subject } : null;
}

/** "Oslo closed the port, which left ...": what the clause before tells, where the parser took its last noun, or -1. */
function deedBefore(s: Sentence, clause: Clause, noun: number): number {
  if (clause.relation !== "acl:relcl" || s.xpos[noun + 2] !== "WDT" || s.norms[noun + 1] !== ",") return -1;
  for (let t = s.heads[noun]; t >= 0; t = s.heads[t]) if (s.upos[t] === "VERB") return t;
  return -1;
}

function stakeMoved(words: ConditionWords, s: Sentence, verb: number, move: Move): Direction | undefined {
  for (let t = verb + 1; t < s.size && t <= verb + REACH; t++) {
    if (s.norms[t] === "," || s.norms[t] === ";") return undefined;
    const stake = s.upos[t] === "NOUN" ? words.stakes.get(s.lemmas[t]) : undefined;
    if (stake === undefined || !isMet(words, s, t, stake)) continue;
    const less = move === "lessen" || move === "deny" || move === "strip" || isScant(words, s, t);
    return less === (stake.worth === "helps") ? "hurts" : "helps";
  }
  return undefined;
}

/** "has done more for peace than", "did nothing for the talks". */
function done(words: ConditionWords, s: Sentence, verb: number): Direction | undefined {
  for (let t = verb + 1; t < s.size && t <= verb + 3; t++) {
    const much = words.much.has(s.norms[t]);
    if (!much && !words.nothing.has(s.norms[t])) continue;
    for (let k = t + 1; k < s.size && k <= t + 6; k++)
      if (words.talks.has(s.lemmas[k]) || words.talks.has(s.norms[k]) || words.settle.has(s.lemmas[k]))
        return much ? "helps" : "hurts";
  }
  return undefined;
}

/** "robbed the delegation of its main offer": who loses something has less to settle with. */
function stripped(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  verb: number,
  move: Move,
): Direction | undefined {
  return move === "strip" && hasParty(layers, words, s, verb) ? "hurts" : undefined;
}

function isMet(words: ConditionWords, s: Sentence, noun: number, { needs }: Stake): boolean {
  if (needs === "near") return true;
  for (let t = noun + 1; t < s.size && t <= noun + AHEAD; t++) {
    if (words.talks.has(s.lemmas[t]) || words.talks.has(s.norms[t])) return true;
    if (needs === "settle" && words.settle.has(s.lemmas[t])) return true;
  }
  return false;
}

function isScant(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let t = noun - 1; t >= 0 && t >= noun - 3; t--)
    if (words.scant.has(s.norms[t]) || words.negators.has(s.norms[t])) return true;
  return false;
}

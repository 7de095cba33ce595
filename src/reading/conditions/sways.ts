import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { verbKeys, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { isActor } from "./actors.js";
import { CONTEXT, hasParty, names, talksNear } from "./bears.js";
import { circumstance, isBeside, isOutside } from "./circumstance.js";
import type { Hit } from "./hit.js";
import type { Roles } from "./roles.js";
import type { ConditionWords, Direction, Move, Stake } from "./words.js";

/** How far behind the verb what it moves stands, and how far behind that the talks. */
const REACH = 10;
const AHEAD = 10;

/** "leaves the premier little room", "stiffened resistance to the deal": an outside event moves what settling hangs on. */
export function swayed(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  roles: Roles,
): Hit | null {
  if (clause.kind !== "verbal" || (clause.passive && roles.subjects.length === 0)) return null;
  const verb = verbOf(clause);
  const mood = rendered(words, s, clause);
  if (mood !== undefined) {
    const subject = circumstance(layers, words, s, roles.subjects);
    if (subject >= 0 && isOutside(words, s, subject) && talksNear(layers, words, s, CONTEXT))
      return { shape: "sway", direction: mood, subject };
  }
  if (!words.movers.has(s.lemmas[verb]) && !words.movers.has(clause.lemma)) return null;
  const key = verbKeys(layers, clause).find((k) => words.moves.has(k)) ?? s.lemmas[verb];
  const move = words.moves.get(key);
  if (move === undefined) return null;
  // "limits the room for concessions": no more need be said.
  if (!talksNear(layers, words, s, CONTEXT) && !namesSettling(words, s, verb)) return null;
  const direction =
    move === "do"
      ? done(words, s, verb)
      : (stakeMoved(words, s, verb, move, roles) ?? moved(layers, words, s, roles.objects, verb, move));
  if (direction === undefined) return null;
  const subject = circumstance(layers, words, s, roles.subjects);
  if (subject < 0) return null;
  const deed = deedBefore(s, clause, subject);
  // "left nobody with authority to sign": what is denied is what it leaves.
  const denial = clause.negated && !isDeniedBefore(words, s, verb) ? { denial: true as const } : {};
  if (deed >= 0 && !isOutside(words, s, subject))
    return { shape: "sway", direction, subject: deed, ...denial };
  const fits =
    move === "trouble" || move === "hearten" ? isOutside(words, s, subject) : isBeside(words, s, subject);
  return fits ? { shape: "sway", direction, subject, ...denial } : null;
}

/** "has made owners nervous", "left farmers anxious": the mood into which somebody is put. */
function rendered(words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (!words.renders.has(clause.lemma) || clause.passive || clause.negated) return undefined;
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
    if (c < clause.head || s.upos[c] !== "ADJ" || (s.deprels[c] !== "xcomp" && s.deprels[c] !== "obj"))
      continue;
    const mood = words.moods.get(s.lemmas[c]);
    if (mood === "helps" || mood === "hurts") return mood;
  }
  return undefined;
}

/** "Oslo closed the port, which left ...": what the clause before tells, where the parser took its last noun, or -1. */
function deedBefore(s: Sentence, clause: Clause, noun: number): number {
  if (clause.relation !== "acl:relcl" || s.xpos[noun + 2] !== "WDT" || s.norms[noun + 1] !== ",") return -1;
  for (let t = s.heads[noun]; t >= 0; t = s.heads[t]) if (s.upos[t] === "VERB") return t;
  return -1;
}

function stakeMoved(
  words: ConditionWords,
  s: Sentence,
  verb: number,
  move: Move,
  roles: Roles,
): Direction | undefined {
  if (move === "trouble" || move === "hearten") return undefined;
  // "The room for a deal was narrowed by the vote": what is moved is the subject.
  for (const t of roles.objects) {
    const stake = t < verb ? words.stakes.get(s.lemmas[t]) : undefined;
    if (stake === undefined || !isMet(words, s, t, stake)) continue;
    const less = move === "lessen" || move === "deny" || move === "strip";
    return less === (stake.worth === "helps") ? "hurts" : "helps";
  }
  for (let t = verb + 1; t < s.size && t <= verb + REACH; t++) {
    if (s.norms[t] === "," || s.norms[t] === ";" || FINITE.has(s.xpos[t])) return undefined;
    const stake = s.upos[t] === "NOUN" ? words.stakes.get(s.lemmas[t]) : undefined;
    if (stake === undefined || !isMet(words, s, t, stake)) continue;
    const less = move === "lessen" || move === "deny" || move === "strip" || isScant(words, s, t);
    return less === (stake.worth === "helps") ? "hurts" : "helps";
  }
  return undefined;
}

/** Where another clause begins. */
const FINITE = new Set(["VBZ", "VBP", "VBD", "MD"]);

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

/** "robbed the delegation of its main offer", "rattled the envoys", "buoyed both sides": what a blow or a lift to those who talk makes of the talks. */
function moved(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  objects: readonly number[],
  verb: number,
  move: Move,
): Direction | undefined {
  if (move !== "strip" && move !== "trouble" && move !== "hearten") return undefined;
  const met =
    hasParty(layers, words, s, verb) ||
    objects.some((o) => words.people.has(s.lemmas[o]) || isActor(layers, s, o));
  if (!met) return undefined;
  return move === "hearten" ? "helps" : "hurts";
}

function isMet(words: ConditionWords, s: Sentence, noun: number, { needs }: Stake): boolean {
  if (needs === "near") return !isElsewhere(words, s, noun);
  for (let t = noun + 1; t < s.size && t <= noun + AHEAD && s.norms[t] !== ";"; t++) {
    if (words.talks.has(s.lemmas[t]) || words.talks.has(s.norms[t])) return true;
    if (needs === "settle" && words.settle.has(s.lemmas[t])) return true;
  }
  return false;
}

/** "gives impetus to the film trade": it is said of something else. */
function isElsewhere(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (c < noun || !s.deprels[c].startsWith("nmod") || s.upos[c] !== "NOUN") continue;
    if (![words.talks, words.settle, words.people].some((set) => names(s, c, set)) && isTo(words, s, c))
      return true;
  }
  return false;
}

function isTo(words: ConditionWords, s: Sentence, head: number): boolean {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (words.gives.has(s.norms[c])) return true;
  return false;
}

/** How far in front of what settling hangs on "little", "no" or "short of" stands. */
const LITTLE = 5;

function namesSettling(words: ConditionWords, s: Sentence, verb: number): boolean {
  for (let t = verb + 2; t < s.size && t <= verb + REACH; t++)
    if (s.upos[t] === "NOUN" && words.settlingNouns.has(s.lemmas[t])) return true;
  return false;
}

function isDeniedBefore(words: ConditionWords, s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (words.negators.has(s.norms[c]) || s.upos[c] === "PART") return true;
  return false;
}

function isScant(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let t = noun - 1; t >= 0 && t >= noun - LITTLE; t--)
    if (s.upos[t] === "VERB") return false;
    else if (
      words.scant.has(s.norms[t]) ||
      words.short.has(s.norms[t]) ||
      words.negators.has(s.norms[t]) ||
      words.nobody.has(s.norms[t])
    )
      return true;
  return false;
}

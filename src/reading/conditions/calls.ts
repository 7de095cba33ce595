import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { subtreeHas } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { CONTEXT, names, reaches, talksNear } from "./bears.js";
import { circumstance, isOutside } from "./circumstance.js";
import type { Hit } from "./hit.js";
import type { Roles } from "./roles.js";
import { type ConditionWords, type Direction, type Effect, inDegree } from "./words.js";

/** How far back talks must be spoken of for what only needs them near. */
const NEAR = 2;

/** "X dealt a blow to the talks", "X is a tailwind for the talks", "the main obstacle is X". */
export function called(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  roles: Roles,
): Hit | null {
  return (
    effectOf(layers, words, s, clause, roles) ??
    givenTo(layers, words, s, clause, roles) ??
    isX(layers, words, s, clause) ??
    pressedBy(layers, words, s, clause) ??
    named(layers, words, s, clause) ??
    rated(layers, words, s, clause, roles)
  );
}

function effectOf(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  roles: Roles,
): Hit | null {
  const verb =
    clause.kind !== "verbal" ? "be" : clause.support >= 0 ? s.lemmas[clause.support] : clause.lemma;
  for (const noun of nounsUnder(words, s, clause, roles.objects)) {
    for (const e of effects(words, s, noun)) {
      if (!e.verbs.has(verb) && !(e.verbs.has("be") && words.likeBe.has(verb))) continue;
      const direction = e.needs === "rated" ? rating(words, s, noun) : e.direction;
      if (direction === undefined || !meets(layers, words, s, clause, noun, e, roles.objects)) continue;
      const subjects = roles.subjects.filter((x) => x !== noun);
      const subject = circumstance(layers, words, s, subjects);
      // "raised hopes": no more than that.
      const hoped = words.moods.get(s.lemmas[noun]) === "helps" && direction === "helps";
      if (subject >= 0) return { shape: "noun", direction, subject, ...(hoped ? { hoped: true } : {}) };
    }
  }
  return null;
}

/** Nouns by which a clause may call its subject something. */
function nounsUnder(
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  objects: readonly number[],
): readonly number[] {
  // "was", "remained", "is seen as": what something is called.
  if (clause.kind !== "verbal") return [clause.head];
  const out = clause.support >= 0 ? [clause.head] : [];
  for (const o of objects) {
    out.push(o);
    // "removed one of the obstacles": the obstacles.
    if (s.upos[o] === "NUM" || s.upos[o] === "DET" || s.upos[o] === "PRON")
      for (let c = s.firstChild[o]; c >= 0; c = s.nextSibling[c])
        if (c > o && s.deprels[c] === "nmod") out.push(c);
  }
  for (const o of clause.obliques) out.push(o.head);
  // "cast doubt on", "remains the main obstacle": the noun next to the verb, whatever the parser takes it for.
  for (let t = clause.head + 1; t < s.size && t <= clause.head + 4; t++)
    if ((s.heads[t] === clause.head || s.heads[t] < 0) && effects(words, s, t).length > 0) out.push(t);
  return out;
}

/** By the noun with what is compounded with it ("stumbling block"), or by itself. */
function effects(words: ConditionWords, s: Sentence, noun: number): readonly Effect[] {
  if (words.compounded.has(s.lemmas[noun]))
    for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c]) {
      const found = words.nouns.get(`${s.norms[c]}_${s.lemmas[noun]}`);
      if (found !== undefined) return found;
    }
  return words.nouns.get(s.lemmas[noun]) ?? NO_EFFECTS;
}
const NO_EFFECTS: readonly Effect[] = [];

function meets(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  noun: number,
  effect: Effect,
  objects: readonly number[] = clause.objects,
): boolean {
  if (effect.needs === "near") return talksNear(layers, words, s, NEAR);
  if (effect.needs === "worry") return subtreeHas(s, noun, words.worry) && talksNear(layers, words, s, NEAR);
  if (effect.needs === "scant" && !hasBefore(s, noun, words.scant)) return false;
  const settles = effect.needs === "settle" || effect.needs === "scant";
  return (
    reaches(s, noun, words.talks) ||
    isOwned(s, noun, words.talks) ||
    clause.obliques.some(
      (o) =>
        (effect.needs === "from" ? words.from : words.affects).has(o.prep) && names(s, o.head, words.talks),
    ) ||
    [...objects, ...clause.recipients].some((o) => o !== noun && subtreeHas(s, o, words.talks)) ||
    (settles && reaches(s, noun, words.settle) && talksNear(layers, words, s, CONTEXT)) ||
    (!settles &&
      hasBefore(s, noun, words.theOne) &&
      !isElsewhere(words, s, noun) &&
      talksNear(layers, words, s, CONTEXT))
  );
}

/** "the treaty's worst enemy": whose it is. */
function isOwned(s: Sentence, noun: number, talks: ReadonlySet<string>): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (s.deprels[c] === "nmod:poss" && (talks.has(s.lemmas[c]) || talks.has(s.norms[c]))) return true;
  return false;
}

/** "a new impetus to the debate": it is said of something else. */
function isElsewhere(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (c < noun || !s.deprels[c].startsWith("nmod")) continue;
    for (let k = s.firstChild[c]; k >= 0 && k < c; k = s.nextSibling[k])
      if (words.affects.has(s.norms[k])) return true;
  }
  return false;
}

/** "a more favourable climate", "a difficult backdrop". */
function rating(words: ConditionWords, s: Sentence, noun: number): Direction | undefined {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
    for (const a of words.adjectives.get(s.lemmas[c]) ?? [])
      if (inDegree(words, s, c, a.degree)) return a.direction;
  return undefined;
}

function hasBefore(s: Sentence, noun: number, of: ReadonlySet<string>): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (of.has(s.norms[c])) return true;
  return false;
}

/** "gave the talks new impetus": parsers hang the second object on the first. */
function givenTo(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  roles: Roles,
): Hit | null {
  for (const o of roles.objects) {
    if (!subtreeHas(s, o, words.talks)) continue;
    for (let c = s.firstChild[o]; c >= 0; c = s.nextSibling[c]) {
      const h =
        c > o && s.deprels[c] === "obj"
          ? effects(words, s, c).find((e) => e.verbs.has(clause.lemma))
          : undefined;
      const subject = h === undefined ? -1 : circumstance(layers, words, s, roles.subjects);
      if (h !== undefined && subject >= 0) return { shape: "noun", direction: h.direction, subject };
    }
  }
  return null;
}

/** "The biggest obstacle to an agreement is the drought": what is named behind the copula. */
function isX(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  if (clause.kind !== "copular") return null;
  for (const noun of clause.subjects) {
    const effect = effects(words, s, noun).find((e) => e.verbs.has("be") && e.needs === "talks");
    if (
      effect === undefined ||
      s.upos[clause.head] !== "NOUN" ||
      !meets(layers, words, s, clause, noun, effect)
    )
      continue;
    const subject = circumstance(layers, words, s, [clause.head]);
    if (subject >= 0) return { shape: "noun", direction: effect.direction, subject };
  }
  return null;
}

/** "Both are under pressure from the farmers to settle": who presses for it. */
function pressedBy(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  if (clause.kind !== "copular" || clause.negated) return null;
  const effect = effects(words, s, clause.head).find((e) => e.needs === "settle");
  if (effect === undefined || !meets(layers, words, s, clause, clause.head, effect)) return null;
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c]) {
    if (c < clause.head || !s.deprels[c].startsWith("nmod") || s.upos[c] !== "NOUN") continue;
    for (let k = s.firstChild[c]; k >= 0 && k < c; k = s.nextSibling[k])
      if (words.from.has(s.norms[k])) return { shape: "noun", direction: effect.direction, subject: c };
  }
  return null;
}

/** "There is a new obstacle to a settlement: the trial", where what it is stands behind a colon. */
function named(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  if (clause.negated) return null;
  for (const noun of [clause.head, ...clause.subjects, ...clause.objects]) {
    const effect = effects(words, s, noun).find((e) => e.verbs.has("be"));
    if (effect === undefined || !meets(layers, words, s, clause, noun, effect)) continue;
    let colon = noun + 1;
    while (colon < s.size && colon < noun + BEFORE_COLON && !words.colon.has(s.norms[colon])) colon++;
    if (colon >= s.size || !words.colon.has(s.norms[colon])) continue;
    for (let t = colon + 1; t < s.size && t < colon + 6; t++)
      if (s.upos[t] === "NOUN" && s.deprels[t] !== "compound") {
        const subject = circumstance(layers, words, s, [t]);
        return subject < 0 ? null : { shape: "noun", direction: effect.direction, subject };
      }
  }
  return null;
}
const BEFORE_COLON = 10;

/** "The strikes are unhelpful", "the vote could be fatal to the talks": what something outside is to talks. */
function rated(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause, roles: Roles): Hit | null {
  if (clause.kind !== "adjectival") return null;
  const helps = words.helpful.has(clause.lemma);
  if (!helps && !words.harmful.has(clause.lemma)) return null;
  const named = clause.obliques.filter((o) => words.affects.has(o.prep));
  const met =
    named.some((o) => names(s, o.head, words.talks)) ||
    (named.length === 0 && talksNear(layers, words, s, 1));
  if (!met || clause.negated) return null;
  const subject = circumstance(layers, words, s, roles.subjects);
  if (subject < 0 || !isOutside(words, s, subject)) return null;
  return { shape: "noun", direction: helps ? "helps" : "hurts", subject };
}

import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { subtreeHas, verbKeys, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { isActor } from "./actors.js";
import type { ConditionWords, Direction } from "./words.js";

/** What a clause says of talks: which way its subject cuts. */
export interface Hit {
  readonly shape: "verb" | "noun";
  readonly direction: Direction;
  readonly subject: number;
}

/** "X hampered the talks": subject and direction. */
export function affected(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  if (clause.kind !== "verbal" || clause.subjects.length === 0 || isPurpose(clause)) return null;
  let direction = words.verbs.get(clause.lemma);
  if (direction === undefined || !clause.objects.some((o) => bearsOn(words, s, o)))
    direction = deeper(layers, words, s, clause) ?? madeSo(words, s, clause);
  if (direction === undefined) return null;
  const subject = circumstance(layers, words, s, clause.subjects);
  return subject < 0 ? null : { shape: "verb", direction, subject };
}

/** Whether an object is the talks, or their prospects, path or start. */
function bearsOn(words: ConditionWords, s: Sentence, o: number): boolean {
  return (
    words.talks.has(s.lemmas[o]) ||
    ((words.carrier.has(s.lemmas[o]) || s.upos[o] === "PROPN") && subtreeHas(s, o, words.talks)) ||
    compound(words, s, o)
  );
}

function compound(words: ConditionWords, s: Sentence, o: number): boolean {
  for (let c = s.firstChild[o]; c >= 0 && c < o; c = s.nextSibling[c])
    if (s.deprels[c] === "compound" && words.talks.has(s.lemmas[c])) return true;
  return false;
}

/** "threatened to derail the talks", "forced the sides to put off the talks": what is done to talks stands one verb deeper. */
function deeper(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (!words.causative.has(clause.lemma)) return undefined;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const inner = layers.clauses[i];
    if (
      inner.head <= clause.head ||
      (inner.relation !== "xcomp" && inner.relation !== "advcl") ||
      !inner.objects.some((o) => bearsOn(words, s, o))
    )
      continue;
    const found = verbKeys(layers, inner)
      .map((k) => words.verbs.get(k))
      .find((d) => d !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "made a compromise less likely". */
function madeSo(words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (!words.make.has(s.lemmas[verbOf(clause)])) return undefined;
  const objects = clause.support >= 0 ? [clause.head, ...clause.objects] : clause.objects;
  if (!objects.some((o) => bearsOn(words, s, o))) return undefined;
  for (let t = verbOf(clause) + 1; t < s.size && t < verbOf(clause) + 12; t++) {
    for (const a of words.adjectives.get(s.norms[t]) ?? words.adjectives.get(s.lemmas[t]) ?? [])
      if (a.degree === "" || s.norms[t - 1] === a.degree) return a.direction;
  }
  return undefined;
}

/** "X dealt a blow to the talks", "X is a tailwind for the talks". */
export function called(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  const copula = words.nouns.get(s.lemmas[clause.head]);
  let hit = copula !== undefined && clause.kind !== "verbal" ? copula : undefined;
  let noun = hit === undefined ? -1 : clause.head;
  if (hit === undefined && clause.support >= 0) {
    const light = words.nouns.get(clause.lemma);
    if (light?.verbs.has(s.lemmas[clause.support])) [hit, noun] = [light, clause.head];
  }
  if (hit === undefined) {
    for (const o of [...clause.objects, ...clause.obliques.map((x) => x.head)]) {
      const h = words.nouns.get(s.lemmas[o]);
      if (h?.verbs.has(clause.lemma)) [hit, noun] = [h, o];
    }
  }
  if (hit === undefined || noun < 0) return null;
  const subject = circumstance(
    layers,
    words,
    s,
    clause.subjects.filter((x) => x !== noun),
  );
  if (
    subject < 0 ||
    !(
      reaches(words, s, noun) ||
      clause.obliques.some((o) => words.affects.has(o.prep) && subtreeHas(s, o.head, words.talks)) ||
      [...clause.objects, ...clause.recipients].some((o) => o !== noun && subtreeHas(s, o, words.talks))
    )
  )
    return null;
  return { shape: "noun", direction: hit.direction, subject };
}

function reaches(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (
      c > noun &&
      (s.deprels[c].startsWith("nmod") || s.deprels[c] === "obl" || s.deprels[c] === "acl") &&
      subtreeHas(s, c, words.talks)
    )
      return true;
  }
  return false;
}

/** A subject that can be a circumstance: neither a person or party acting nor the talks themselves. */
function circumstance(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  subjects: readonly number[],
): number {
  if (subjects.some((t) => isActor(layers, s, t))) return -1;
  return (
    subjects.find(
      (t) =>
        (s.upos[t] === "NOUN" || words.pronouns.has(s.norms[t])) &&
        !words.process.has(s.lemmas[t]) &&
        !words.talks.has(s.lemmas[t]) &&
        !words.people.has(s.lemmas[t]),
    ) ?? -1
  );
}

/** "to put off the talks", "talks aimed at": what is meant to be done to talks is no circumstance that did it. */
const isPurpose = (c: Clause): boolean =>
  (c.relation === "acl" && !c.passive) || (c.relation === "advcl" && c.mood === "infinitive");

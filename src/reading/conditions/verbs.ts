import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { subtreeHas, verbKeys, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { isActor } from "./actors.js";
import { doing, strayedSubject } from "./subject.js";
import type { ConditionWords, Direction } from "./words.js";

/** What a clause says of talks: which way its subject cuts. */
export interface Hit {
  readonly shape: "verb" | "noun";
  readonly direction: Direction;
  readonly subject: number;
}

/** "X hampered the talks": subject and direction. */
export function affected(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  if (clause.kind !== "verbal" || isPurpose(clause)) return null;
  const strayed = strayedSubject(s, clause);
  const subjects = strayed >= 0 ? [strayed] : clause.subjects.length > 0 ? clause.subjects : doing(s, clause);
  if (subjects.length === 0) return null;
  const does = words.verbs.get(clause.lemma) ?? words.verbs.get(stem(s.norms[clause.head]));
  const direction =
    (does !== undefined && clause.objects.some((o) => bearsOn(words, s, o) || isTalkedOf(layers, words, s, o))
      ? does
      : undefined) ??
    presses(layers, words, s, clause) ??
    deeper(layers, words, s, clause) ??
    brought(layers, words, s, clause) ??
    madeSo(layers, words, s, clause) ??
    helpsAlone(layers, words, s, clause);
  if (direction === undefined) return null;
  const subject = circumstance(layers, words, s, subjects);
  return subject < 0 ? null : { shape: "verb", direction, subject };
}

/** "weighs on the talks", "stands in the way of a deal": what is done to talks through a preposition. */
function presses(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (clause.objects.length > 0 || clause.passive) return undefined;
  for (const { prep, head } of clause.obliques) {
    const on = words.verbs.get(`${clause.lemma}_${prep}`);
    if (on !== undefined && (bearsOn(words, s, head) || isTalkedOf(layers, words, s, head))) return on;
    const through = words.verbs.get(`${clause.lemma}_${prep}_${s.lemmas[head]}`);
    if (through !== undefined && reaches(words, s, head)) return through;
  }
  return undefined;
}

/** Lemmatisers stumble over verbs made from nouns ("clouded"): the form without its ending. */
const stem = (form: string): string => form.replace(/ed$/, "");

/** "upset them", "soured the mood": the talks spoken of, by a pronoun or by their climate. */
function isTalkedOf(layers: Layers, words: ConditionWords, s: Sentence, o: number): boolean {
  if (words.stand.has(s.norms[o])) return talksNear(layers, words, s, 1);
  // "some of the gains": the gains.
  if (s.upos[o] === "DET" || s.upos[o] === "PRON")
    for (let c = s.firstChild[o]; c >= 0; c = s.nextSibling[c])
      if (c > o && s.deprels[c] === "nmod" && words.climate.has(s.lemmas[c]))
        return talksNear(layers, words, s, CONTEXT);
  return words.climate.has(s.lemmas[o]) && talksNear(layers, words, s, CONTEXT);
}

/** How many sentences back talks are still what is spoken of. */
const CONTEXT = 6;

/** Whether the sentence, or one of the `back` before it, names talks. */
function talksNear(layers: Layers, words: ConditionWords, s: Sentence, back: number): boolean {
  for (let i = s.index; i >= 0 && i >= s.index - back; i--) {
    const { size, upos, lemmas, norms } = layers.parsed.sentences[i];
    for (let t = 0; t < size; t++)
      if (upos[t] === "NOUN" && (words.talks.has(lemmas[t]) || words.talks.has(norms[t]))) return true;
  }
  return false;
}

/** "brought the parties to the table", also under "helped": what makes them talk. */
function brought(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  for (let t = clause.head; t < s.size && t < clause.head + 4; t++) {
    if (!words.bring.has(s.lemmas[t]) || !hasParty(layers, words, s, t)) continue;
    for (let k = t + 1; k < s.size && k < t + 9; k++)
      if (
        words.table.has(s.lemmas[k]) &&
        words.affects.has(s.upos[k - 1] === "DET" ? s.norms[k - 2] : s.norms[k - 1])
      )
        return "helps";
  }
  return undefined;
}

function hasParty(layers: Layers, words: ConditionWords, s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c] === "obj" && (words.people.has(s.lemmas[c]) || isActor(layers, s, c))) return true;
  return false;
}

/** "Domestic politics help", "the scandal has not helped". */
function helpsAlone(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
): Direction | undefined {
  if (!words.helpAlone.has(clause.lemma) || clause.objects.length > 0 || clause.obliques.length > 0)
    return undefined;
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c])
    if (c > clause.head && COMPLEMENT.has(s.deprels[c])) return undefined;
  if (!talksNear(layers, words, s, CONTEXT)) return undefined;
  return clause.negated ? "hurts" : "helps";
}
const COMPLEMENT = new Set(["xcomp", "ccomp", "obj", "obl"]);

/** Whether an object is the talks, or their prospects, path or start. */
function bearsOn(words: ConditionWords, s: Sentence, o: number): boolean {
  return (
    words.talks.has(s.lemmas[o]) ||
    ((words.carrier.has(s.lemmas[o]) || s.upos[o] === "PROPN") && subtreeHas(s, o, words.talks)) ||
    compound(words, s, o) ||
    // "what remains of the peace process"
    (s.upos[o] === "PRON" && s.xpos[o] === "WP" && subtreeHas(s, o, words.talks))
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
      !inner.objects.some((o) => bearsOn(words, s, o) || isTalkedOf(layers, words, s, o))
    )
      continue;
    const found = verbKeys(layers, inner)
      .map((k) => words.verbs.get(k))
      .find((d) => d !== undefined);
    if (found !== undefined) return found;
    // "may help to sell a deal": what helps with talks helps them, whatever is done.
    if (words.verbs.get(clause.lemma) === "helps" && inner.relation === "xcomp") return "helps";
  }
  return undefined;
}

/** "made a compromise less likely". */
function madeSo(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (!words.make.has(s.lemmas[verbOf(clause)])) return undefined;
  const objects = clause.support >= 0 ? [clause.head, ...clause.objects] : clause.objects;
  const next = (): boolean => {
    for (let t = verbOf(clause) + 1; t < s.size && t < verbOf(clause) + 5; t++)
      if (s.upos[t] === "NOUN" && bearsOn(words, s, t)) return true;
    return false;
  };
  if (
    !(objects.length === 0 && next()) &&
    !objects.some(
      (o) => bearsOn(words, s, o) || (words.matters.has(s.lemmas[o]) && talksNear(layers, words, s, CONTEXT)),
    )
  )
    return undefined;
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
  // "gave the talks new impetus": parsers hang the second object on the first.
  if (hit === undefined) {
    for (const o of clause.objects) {
      if (!subtreeHas(s, o, words.talks)) continue;
      for (let c = s.firstChild[o]; c >= 0; c = s.nextSibling[c]) {
        const h = c > o && s.deprels[c] === "obj" ? words.nouns.get(s.lemmas[c]) : undefined;
        const subject = h?.verbs.has(clause.lemma) ? circumstance(layers, words, s, clause.subjects) : -1;
        if (h !== undefined && subject >= 0) return { shape: "noun", direction: h.direction, subject };
      }
    }
  }
  if (hit === undefined) {
    for (const o of [...clause.objects, ...clause.obliques.map((x) => x.head)]) {
      const h = words.nouns.get(s.lemmas[o]);
      if (h?.verbs.has(clause.lemma)) [hit, noun] = [h, o];
    }
  }
  // "cast doubt on", "remains the main obstacle": the noun next to the verb, whatever the parser takes it for.
  for (let t = clause.head + 1; hit === undefined && t < s.size && t <= clause.head + 4; t++) {
    const h = words.nouns.get(s.lemmas[t]);
    if (
      clause.kind === "verbal" &&
      h?.verbs.has(clause.lemma) &&
      (s.heads[t] === clause.head || s.heads[t] < 0)
    )
      [hit, noun] = [h, t];
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
      [...clause.objects, ...clause.recipients].some((o) => o !== noun && subtreeHas(s, o, words.talks)) ||
      isTheOne(layers, words, s, noun)
    )
  )
    return null;
  return { shape: "noun", direction: hit.direction, subject };
}

/** "is the obstacle", "the main hurdle": the one that stands in the way of the talks spoken of. */
function isTheOne(layers: Layers, words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.theOne.has(s.norms[c])) return talksNear(layers, words, s, CONTEXT);
  return false;
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
  const free = subjects.filter((t) => !s.xpos[t].startsWith("W"));
  if (free.some((t) => isActor(layers, s, t))) return -1;
  // "two months after the leaders had promised": a span of time does nothing to talks.
  const times = layers.timesBySentence[s.index].map((i) => layers.times[i]);
  if (free.some((t) => times.some((x) => x.from <= t && t < x.to))) return -1;
  return (
    free.find(
      (t) =>
        (s.upos[t] === "NOUN" || s.deprels[t].startsWith("csubj") || words.pronouns.has(s.norms[t])) &&
        !words.process.has(s.lemmas[t]) &&
        !words.talks.has(s.lemmas[t]) &&
        (!words.people.has(s.lemmas[t]) || isChanged(words, s, t)),
    ) ?? -1
  );
}

/** "a new government": that it is another one is the circumstance. */
function isChanged(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.changed.has(s.norms[c])) return true;
  return false;
}

/** "to put off the talks", "talks aimed at": what is meant to be done to talks is no circumstance that did it. */
const isPurpose = (c: Clause): boolean =>
  (c.relation === "acl" && !c.passive) || (c.relation === "advcl" && c.mood === "infinitive");

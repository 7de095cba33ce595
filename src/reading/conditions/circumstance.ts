import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { isDoer } from "./actors.js";
import type { ConditionWords } from "./words.js";

/** A subject that can be a circumstance: neither a person or party acting nor the talks themselves. */
export function circumstance(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  subjects: readonly number[],
): number {
  const times = layers.timesBySentence[s.index].map((i) => layers.times[i]);
  const isTime = (t: number): boolean =>
    times.some((x) => x.from <= t && t < x.to) && !isWeather(words, s, t);
  const free = subjects
    .filter((t) => !s.xpos[t].startsWith("W") && !(subjects.length > 1 && isPossessor(layers, s, t)))
    .map((t) => (isTime(t) ? filled(words, s, beforeTime(s, t)) : t))
    // "The capture of the town last month has ...": the parser counts the month among the subjects.
    .filter((t, _, all) => all.length === 1 || !isTime(t));
  if (free.some((t) => isDoer(layers, s, t))) return -1;
  // "two months after the leaders had promised": a span of time does nothing to talks.
  if (free.some(isTime)) return -1;
  return (
    free.find(
      (t) =>
        (s.upos[t] === "NOUN" ||
          s.upos[t] === "VERB" ||
          (s.upos[t] === "PROPN" && words.outside.has(s.norms[t])) ||
          s.deprels[t].startsWith("csubj") ||
          (words.pronouns.has(s.norms[t]) && !isSome(s, t))) &&
        !words.process.has(s.lemmas[t]) &&
        !words.talks.has(s.lemmas[t]) &&
        ((!words.people.has(s.lemmas[t]) && !isPerson(words, s, t)) || isChanged(words, s, t)),
    ) ?? -1
  );
}

/** "Ana Ruiz's death has ...": parsers count the name in front among the subjects. */
function isPossessor(layers: Layers, s: Sentence, t: number): boolean {
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    if (m.from <= t && t < m.to)
      return s.xpos[m.to] === "POS" || (m.to > m.from && s.xpos[m.to - 1] === "POS");
  }
  return false;
}

/** "those who obstruct a settlement": whoever they may be, and nothing told before. */
function isSome(s: Sentence, t: number): boolean {
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) if (s.deprels[c] === "acl:relcl") return true;
  return false;
}

/** "Commanders have resumed contacts": who acts is no circumstance, save where they are one by their being there ("refugees"). */
const isPerson = (words: ConditionWords, s: Sentence, t: number): boolean =>
  words.persons.has(s.lemmas[t]) && !words.outside.has(s.lemmas[t]);

/** "a new government": that it is another one is the circumstance. */
function isChanged(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.changed.has(s.norms[c])) return true;
  return false;
}

/** "The election in Peru next month has ...": parsers hang the subject on the time behind it. */
function beforeTime(s: Sentence, time: number): number {
  for (let c = s.firstChild[time]; c >= 0 && c < time; c = s.nextSibling[c])
    if (s.deprels[c] === "nsubj" && s.upos[c] === "NOUN") return c;
  return time;
}

/** "two wet years": what it was like is the circumstance. */
function isWeather(words: ConditionWords, s: Sentence, time: number): boolean {
  for (let c = s.firstChild[time]; c >= 0 && c < time; c = s.nextSibling[c])
    if (words.weather.has(s.lemmas[c])) return true;
  return false;
}

/** "a year of landings": what a span of time was full of. */
function filled(words: ConditionWords, s: Sentence, time: number): number {
  for (let c = s.firstChild[time]; c >= 0; c = s.nextSibling[c])
    if (c > time && s.deprels[c].startsWith("nmod") && s.upos[c] === "NOUN" && isOutside(words, s, c))
      return c;
  return time;
}

/** Whether a noun names nothing that belongs to talks themselves, as "proposal" or "position" do, nor anybody. */
export const isBeside = (words: ConditionWords, s: Sentence, noun: number): boolean =>
  s.upos[noun] !== "NOUN" || !(words.inside.has(s.lemmas[noun]) || words.people.has(s.lemmas[noun]));

/** Whether what a noun names happens outside talks: itself ("the drought"), or what it is the rise, news or lack of. */
export function isOutside(words: ConditionWords, s: Sentence, noun: number): boolean {
  if (is(words, s, noun)) return true;
  if (s.upos[noun] === "VERB") return true;
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
    if (
      is(words, s, c) &&
      (s.deprels[c] === "amod" || s.deprels[c] === "compound" || s.deprels[c].startsWith("nmod"))
    )
      return true;
  return false;
}

const is = (words: ConditionWords, s: Sentence, t: number): boolean =>
  words.outside.has(s.lemmas[t]) || words.outside.has(s.norms[t]) || words.cuts.has(s.lemmas[t]);

import type { Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import { mentionAt } from "../phrases/index.js";
import type { Actor, Mention } from "../types.js";
import type { Bench, Candidate } from "./candidate.js";
import { listedFront } from "./headlines.js";
import { isTight, type Piece, piecesAfter } from "./tail.js";
import { frontOf, named } from "./who.js";
import type { MeetingNoun } from "./words.js";

/** A meeting noun with what stands around it. */
export interface NounPhrase {
  readonly noun: number;
  readonly entry: MeetingNoun;
  readonly front: number;
  /** What verbs and prepositions hang on: the noun, or the "hours" of "three hours of talks". */
  readonly anchor: number;
  readonly prep: string;
  readonly pieces: readonly Piece[];
  /** "the", "that", "their". */
  readonly definite: boolean;
  readonly possessive: boolean;
  /** ", the first such talks since 2011": says more of the meeting told of in front of the comma. */
  readonly apposed: boolean;
  /** It completes another noun: "participation in talks". */
  readonly nominal: boolean;
  /** "four meetings": more than one, else 1. */
  readonly count: number;
}

/** What is known of a noun that names a meeting, or of the last of two words that do. */
export const entryAt = (words: Bench["words"], s: Sentence, noun: number): MeetingNoun | undefined =>
  words.nouns.get(s.upos[noun] === "PROPN" ? s.lemmas[noun].toLowerCase() : s.lemmas[noun]) ??
  (words.tails.has(s.lemmas[noun]) ? words.nouns.get(`${s.lemmas[noun - 1]} ${s.lemmas[noun]}`) : undefined);

const APPOSING = /^[,\u2013\u2014]$/u;

/** The noun with its surroundings, or null where it names no meeting ("news conference", "call for") or is part of a longer name. */
export function phraseAt(bench: Bench, s: Sentence, noun: number): NounPhrase | null {
  const { layers, words } = bench;
  let entry = entryAt(words, s, noun);
  if (entry === undefined) return null;
  const next = s.upos[noun + 1] === "NOUN" ? s.lemmas[noun + 1] : "";
  if (next !== "" && (words.nouns.has(next) || s.deprels[noun] === "compound")) return null;
  const front = frontOf(s, noun);
  for (let t = front; t < noun; t++) if (words.class("not-meeting").has(s.norms[t])) return null;
  // "on the margins of the G20 summit" is where they met, and not what they held.
  if (
    words.class("gathering").has(s.lemmas[noun].toLowerCase()) &&
    words.class("definite").has(s.norms[front]) &&
    words.class("of").has(s.norms[front - 1]) &&
    words.class("sidelines").has(s.lemmas[front - 2] ?? "")
  )
    return null;
  const part = words.class("part").has(s.lemmas[noun]);
  const of =
    part && words.class("of").has(s.norms[noun + 1])
      ? words.nouns.get(s.lemmas[lastNoun(s, noun + 2)] ?? "")
      : undefined;
  // "A second round is scheduled": of what was told of before.
  const loose = part && of === undefined;
  if (
    loose &&
    (words.class("of").has(s.norms[noun + 1]) ||
      !(
        anotherIn(bench, s, front, noun) ||
        isPlaced(bench, s, noun) ||
        isHappening(words, s, noun) ||
        townInFront(layers, s, front, noun) !== null
      ))
  )
    return null;
  entry = of ?? entry;
  if (
    !part &&
    words.class("of").has(s.norms[front - 1]) &&
    words.class("part").has(s.lemmas[front - 2] ?? "")
  )
    return null;
  if (entry.mode === "phone" && s.lemmas[noun] === "call" && !byPhone(bench, s, front, noun, [])) {
    const after = s.norms[noun + 1];
    if (after !== "with" && after !== "between") return null;
  }
  const start = of !== undefined ? lastNoun(s, noun + 2) : noun;
  const stretch =
    words.class("of").has(s.norms[front - 1]) && words.class("stretch").has(s.lemmas[front - 2] ?? "");
  const anchor = stretch ? front - 2 : noun;
  const outer = stretch ? frontOf(s, anchor) : front;
  const before = s.norms[outer - 1] ?? "";
  const linked =
    s.upos[outer - 1] === "ADP" ||
    s.deprels[outer - 1] === "case" ||
    s.upos[outer - 1] === "SCONJ" ||
    words.class("after").has(before);
  const prep0 = linked ? before : preposition(s, anchor);
  const apposed =
    APPOSING.test(before) && prep0 === "" && (s.upos[outer] === "DET" || s.xpos[outer] === "PRP$");
  const opening = noun === 0 && s.norms[0].endsWith("ing") ? "at" : "";
  // "Meeting on the sidelines of ..., the two agreed": taken for a noun, it is when they did.
  // "over dinner in Brussels" is while they dined.
  const meal = words.class("over-meal").has(prep0) && words.class("meal").has(s.lemmas[noun]);
  const prep = opening || (meal ? "at" : prep0);
  return {
    noun,
    entry,
    front,
    anchor,
    prep: before === "of" && s.norms[outer - 2] === "ahead" ? "ahead" : prep,
    pieces: piecesAfter(layers, s, start),
    definite: words.class("definite").has(s.norms[front]) || apposed,
    apposed,
    nominal: words.class("about").has(before) && s.upos[outer - 2] === "NOUN",
    count: s.xpos[noun] === "NNS" ? counted(bench, s, front, noun) : 1,
    possessive: s.xpos[front] === "PRP$",
  };
}

/** "sessions will resume on Friday": the subject of what only meetings do. */
function isHappening(words: Bench["words"], s: Sentence, noun: number): boolean {
  const over = s.heads[noun];
  return (
    over > noun && s.deprels[noun].startsWith("nsubj") && words.holding.get(s.lemmas[over])?.happens === true
  );
}

/** "a session in Kinshasa", "the round on May 3", "a session planned for May". */
function isPlaced({ layers, words }: Bench, s: Sentence, noun: number): boolean {
  const pieces = piecesAfter(layers, s, noun);
  const end = pieces.at(-1)?.to ?? noun + 1;
  return (
    pieces.some((p) => p.times.length > 0 || p.mentions.some((m) => m.use === "place")) ||
    ((s.upos[noun - 1] === "DET" || s.xpos[noun - 1] === "PRP$") &&
      words.class("definite").has(s.norms[noun - 1])) ||
    ((s.xpos[end] === "VBN" || s.xpos[end] === "VBD") && words.class("dates").has(s.lemmas[end]))
  );
}

/** "four technical meetings"; the "two" of "two-day talks" counts days. */
function counted({ words }: Bench, s: Sentence, front: number, noun: number): number {
  for (let t = front; t < noun; t++)
    if (s.upos[t] === "NUM" && s.norms[t + 1] !== "-") return words.counts.get(s.norms[t]) ?? 1;
  return 1;
}

/** Last word of the noun phrase that starts at a token; a hyphen inside a word ("envoy-level talks") does not end it. */
function lastNoun(s: Sentence, from: number): number {
  let t = from;
  while (
    t + 1 < s.size &&
    (s.upos[t + 1] === "NOUN" ||
      s.upos[t] === "DET" ||
      s.upos[t] === "ADJ" ||
      s.upos[t] === "PROPN" ||
      isTight(s, t) ||
      isTight(s, t + 1))
  )
    t++;
  return Math.min(t, s.size - 1);
}

/** Who is named in front of the noun as taking part, and a single place or body that only labels it: "the Geneva talks", "the G20 summit". */
export function inFront(
  { layers }: Bench,
  s: Sentence,
  front: number,
  noun: number,
): { readonly actors: Actor[]; readonly label: Mention | null } {
  const listed = listedFront(layers, s, front);
  const actors = named(layers, s, listed ?? front, noun);
  const keys = new Set(actors.map((a) => layers.entities[a.entity].party ?? a.name));
  if (keys.size !== 1) return { actors, label: keys.size === 0 ? townInFront(layers, s, front, noun) : null };
  const m = mentionAt(layers, s.index, firstMentioned(layers, s, front, noun));
  if (m === null || m.form === "demonym" || m.form === "pronoun") return { actors, label: null };
  const kind = layers.entities[m.entity].kind;
  if (kind !== "state" && kind !== "organisation" && kind !== "territory") return { actors, label: null };
  const owned = m.to < s.size && s.xpos[m.to] === "POS";
  return owned || s.xpos[m.from] === "JJ" ? { actors, label: null } : { actors: [], label: m };
}

function townInFront(layers: Bench["layers"], s: Sentence, front: number, noun: number): Mention | null {
  const towns = (layers.mentionsBySentence[s.index] ?? []).map((i) => layers.mentions[i]);
  return towns.find((m) => m.from >= front && m.to <= noun && m.use === "place") ?? null;
}

function firstMentioned(layers: Bench["layers"], s: Sentence, front: number, noun: number): number {
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    if (m.from >= front && m.to <= noun) return m.head;
  }
  return front;
}

/** "a telephone call", "talks by video link". */
export function byPhone(
  { words }: Bench,
  s: Sentence,
  front: number,
  noun: number,
  pieces: readonly Piece[],
): boolean {
  const by = words.class("by-phone");
  for (let t = front; t < noun; t++) if (by.has(s.norms[t])) return true;
  return pieces.some((p) => words.class("by").has(p.prep) && p.nouns.some((t) => by.has(s.norms[t])));
}

/** "peace talks", "the treaty negotiations": the process as a whole. */
export function isProcess({ words }: Bench, s: Sentence, front: number, noun: number): boolean {
  for (let t = front; t < noun; t++) if (words.class("mass").has(s.norms[t])) return true;
  return front === noun;
}

/** Level of a noun in front: the "summit" of "summit meeting". */
export function summitIn({ words }: Bench, s: Sentence, front: number, noun: number): Candidate["level"] {
  for (let t = front; t < noun; t++) {
    const level = words.nouns.get(s.lemmas[t])?.level;
    if (level !== undefined && level !== null) return level;
  }
  return null;
}

/** "second", "23rd". */
export const isOrdinal = (words: Bench["words"], word: string): boolean =>
  words.ordinals.has(word) || COUNTED.test(word);
const COUNTED = /^\d+(?:st|nd|rd|th)$/;

/** "a second meeting", "another round". */
export function anotherIn({ words }: Bench, s: Sentence, front: number, noun: number): boolean {
  // "in a separate session" of the same talks.
  const part = words.class("part").has(s.lemmas[noun]);
  for (let t = front; t < noun; t++)
    if (
      words.class("another").has(s.norms[t]) ||
      isOrdinal(words, s.norms[t]) ||
      (!part && words.class("beside").has(s.norms[t]))
    )
      return true;
  return false;
}

import type { Sentence } from "../../language/index.js";
import { dayNumber } from "../../text/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, mentionAt } from "../phrases/index.js";
import type { Clause, ItemTime, Mention, Place } from "../types.js";
import type { Bench, Candidate } from "./candidate.js";
import type { Held } from "./holding.js";
import { anotherIn, isOrdinal, type NounPhrase } from "./noun-phrase.js";
import { Participants } from "./participants.js";
import { named } from "./who.js";
import type { Status } from "./words.js";

/** Whether who takes part may be told elsewhere; not of "a meeting of the committee". */
export function isOpen(
  bench: Bench,
  s: Sentence,
  { entry, noun, front, pieces, definite }: NounPhrase,
  label: Mention | null,
): Candidate["open"] {
  const { words } = bench;
  if (entry.mode === "multilateral") return isPolitical(words, s, front, noun) ? "within" : null;
  if (entry.mode === "visit" || entry.mode === "phone") return null;
  // "before the annual meetings in Bern": of whoever holds them every year.
  for (let t = front; t < noun; t++) if (words.class("recurring").has(s.norms[t])) return "within";
  const of = words.class("of").has(pieces[0]?.prep ?? "") ? pieces[0] : undefined;
  // "a summit of Sudan's neighbours": all but those named last.
  if (of?.mentions.some((m) => m.rule === "entities/others-of")) return "within";
  if (of?.nouns.some((t) => !words.class("people").has(s.lemmas[t]) && !words.nouns.has(s.lemmas[t])))
    return null;
  for (let t = front; t < noun; t++) {
    const town = label !== null && t >= label.from && t < label.to;
    if (!town && s.upos[t] === "PROPN" && s.deprels[t] === "compound") return null;
  }
  const another = anotherIn(bench, s, front, noun);
  if (!entry.counts || words.class("part").has(s.lemmas[noun]) || another) return "series";
  // "the summit on Dec. 7" is one that everybody knows of, not one of those named last.
  return definite ? null : "meeting";
}

/** "a peace conference": whoever else comes, it is an affair of states. */
function isPolitical(words: Bench["words"], s: Sentence, front: number, noun: number): boolean {
  for (let t = front; t < noun; t++) if (words.class("political").has(s.norms[t])) return true;
  return false;
}

/** "after a meeting hosted by X", "at talks that had been planned for May": its own verb is said beside; the meeting is when something was told. */
export function isAside({ words }: Bench, phrase: NounPhrase, held: Held): boolean {
  return held.aside && (words.class("at").has(phrase.prep) || words.class("after").has(phrase.prep));
}

/** "A session planned for May never took place": what had been planned and was not held. "No meeting took place" tells of none. */
export function fellThrough(
  { layers, words }: Bench,
  s: Sentence,
  phrase: NounPhrase,
  held: Held,
): Status | null {
  if (!held.happens || !words.class("takes-place").has(held.key)) return null;
  const f = layers.facts.factuality(held.clause.index);
  const known = held.planned || (phrase.definite && s.upos[phrase.front] === "DET");
  return f.polarity === "negative" && held.clause.tense === "past" && known ? "cancelled" : null;
}

/** "returned after five days of talks in Oslo, the first since the war broke out": the verb in front of the phrase, which trees may lose. */
export function verbBefore(layers: Layers, s: Sentence, { anchor, prep }: NounPhrase): Clause | null {
  if (prep === "") return null;
  for (let t = anchor - 1; t >= 0 && t > anchor - 8; t--) {
    if (s.upos[t] === "PUNCT") return null;
    if (s.upos[t] === "VERB") return s.xpos[t] === "VBD" ? clauseAt(layers, s.index, t) : null;
  }
  return null;
}

/** "a summit of the European Union" is its own affair. */
export const isBody = ({ layers }: Bench, people: Participants): boolean =>
  people.parties.every((p) => layers.entities[p.entity].kind === "organisation");

export const AHEAD: ReadonlySet<Status> = new Set(["scheduled", "expected", "proposed"]);

/** Days after which a journey told of is over, and what it was for as well. */
export const OVER = 4;

export const isLongAgo = ({ published }: Layers, { latest }: ItemTime): boolean =>
  published !== null && latest !== null && dayNumber(published) - dayNumber(latest) > OVER;

/** "ended without a deal", "yielded nothing": what has no result was held all the same. */
export function wasHeld({ layers, words }: Bench, held: Held, time: ItemTime, place: Place | null): boolean {
  const f = layers.facts.factuality(held.clause.index);
  const dated = (time.words !== null && time.class !== "future") || place !== null;
  const told = held.clause.tense === "past" && held.clause.modal === null && f.status === "negated";
  return dated && told && held.happens && words.class("ending").has(held.key);
}

export function ruleOf(held: Held): string {
  if (held.status === "postponed" || held.status === "cancelled") return "meeting/put-off";
  return held.status === null ? "meeting/held" : "meeting/planned";
}

/** A common noun, or one written as a name with its place in a row: "the second Joint Consultation". */
export function isNoun({ words }: Bench, s: Sentence, t: number): boolean {
  // "after meeting both delegations": what takes an object is a verb.
  const before = s.upos[t - 1];
  if (
    s.xpos[t] === "NN" &&
    s.norms[t].endsWith("ing") &&
    (before === "ADP" || before === "SCONJ") &&
    OBJECT.has(s.upos[t + 1])
  )
    return false;
  if (s.upos[t] === "NOUN") return true;
  // "a round due in May", with the noun taken for an adjective.
  if (s.upos[t] === "ADJ" && words.class("part").has(s.lemmas[t]) && before === "DET")
    return s.xpos[t + 1] === "VBN" || s.upos[t + 1] === "ADP" || words.class("due").has(s.norms[t + 1] ?? "");
  if (s.upos[t] !== "PROPN" || s.upos[t + 1] === "PROPN" || s.upos[t + 1] === "NOUN") return false;
  for (let k = t - 1; k >= 0 && k > t - 4; k--) if (isOrdinal(words, s.norms[k])) return true;
  return false;
}

const OBJECT: ReadonlySet<string> = new Set(["DET", "PRON", "PROPN"]);

/** "the G20 summit", "the Munich Security Conference": a place to meet at, not a meeting of those who are named. */
export function isGathering(layers: Layers, s: Sentence, noun: number): boolean {
  const m = mentionAt(layers, s.index, noun);
  if (m === null || layers.entities[m.entity].kind !== "occasion") return false;
  // "the ASEAN-China Summit" is a meeting of the two.
  return new Participants(layers).add(named(layers, s, m.from, m.to - 1)).size < 2;
}

export function labelPlace(layers: Layers, label: Mention | null): Place | null {
  if (label === null || layers.entities[label.entity].kind === "organisation") return null;
  const e = layers.entities[label.entity];
  const words = { doc: layers.parsed.document.id, start: label.start, end: label.end };
  return {
    name: layers.parsed.document.text.slice(label.start, label.end),
    country: e.country ?? e.code,
    words,
    basis: "label",
  };
}

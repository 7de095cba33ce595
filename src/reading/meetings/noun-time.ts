import type { Sentence } from "../../language/index.js";
import { addDays, dayNumber } from "../../text/index.js";
import { itemTime, NO_TIME } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, verbOf } from "../phrases/index.js";
import { countedFrom } from "../time/index.js";
import type { Clause, ItemTime, TimeExpression } from "../types.js";
import type { Bench } from "./candidate.js";
import { ownTime, whenOf, whereOf } from "./circumstances.js";
import { type Held, verbBehind } from "./holding.js";
import type { NounPhrase } from "./noun-phrase.js";
import { nearer, resettled } from "./resettle.js";
import { type Piece, piecesAfter } from "./tail.js";
import { whenBefore as beforeVerb } from "./verb-checks.js";
import { frontOf } from "./who.js";

/** The noun's complements and those of the participle behind it: "a meeting with X, due in Delhi on Sunday". */
export function around(
  { layers, words }: Bench,
  s: Sentence,
  phrase: NounPhrase,
  held: Held | null,
): readonly Piece[] {
  const behind = verbBehind(s, phrase.noun, phrase.pieces, words.class("due"));
  if (behind < 0 && held?.aside === true)
    return [...phrase.pieces, ...piecesAfter(layers, s, verbOf(held.clause))];
  if (behind < 0 && held !== null) return phrase.pieces;
  return behind < 0 ? phrase.pieces : [...phrase.pieces, ...piecesAfter(layers, s, behind)];
}

/**
 * When it is held. The day on which it is announced, or called off, is none of its own; nor is that of the last one before ("the first
 * since 2013").
 */
export function timeOf(
  bench: Bench,
  s: Sentence,
  phrase: NounPhrase,
  held: Held | null,
  near: readonly Piece[],
): ItemTime {
  const { layers, words } = bench;
  const own = clauseAt(layers, s.index, phrase.noun);
  const mine = datingPieces(bench, phrase, near);
  let time: ItemTime;
  if (held?.told === true) {
    time = toldOn(bench, own, mine) ?? NO_TIME;
  } else if (
    held !== null &&
    held.status !== null &&
    !words.class("dates").has(held.key) &&
    !isLookedFor(bench, s, held)
  ) {
    time = ownTime(layers, mine) ?? frontTime(bench, s, phrase, held) ?? planTime(bench, s, held);
  } else if (
    held?.happens === true &&
    held.plan !== null &&
    layers.facts.factuality(held.clause.index).polarity === "negative"
  ) {
    time = planTime(bench, s, held);
  } else {
    time = whenOf(layers, held?.clause ?? own, mine);
    if (time.earliest === null && own !== null) time = whenOf(layers, own, mine);
  }
  time = counted(bench, s, phrase) ?? whenBefore(bench, s, phrase) ?? time;
  // "since May 2011, when Tunis was host to a round".
  if (held !== null && time.words === null) time = beforeVerb(bench, s, verbOf(held.clause)) ?? time;
  if (held !== null) time = wholeStretch(bench, s, phrase, held, time);
  const at = time.words;
  const dropped = near.some(
    (p) => !mine.includes(p) && at !== null && s.starts[p.from] <= at.start && s.ends[p.to - 1] >= at.end,
  );
  return dropped ? { ...NO_TIME, class: time.class } : time;
}

/** "cancelled Thursday's talks": the day in front of the noun; what is off lay ahead. */
function frontTime({ layers }: Bench, s: Sentence, { front, noun }: NounPhrase, held: Held): ItemTime | null {
  const x = (layers.timesBySentence[s.index] ?? [])
    .map((i) => layers.times[i])
    .find((y) => y.from >= front && y.to <= noun && y.earliest !== null && y.role === "point");
  if (x === undefined) return null;
  const time = itemTime(layers, x, "meetings/own-time");
  const off = held.status === "cancelled" || held.status === "postponed";
  return (off && time.class === "past" ? resettled(layers, s.index, time, "future") : null) ?? time;
}

/** "Talks were expected on Friday": a day right behind what is looked for is its own. */
const isLookedFor = ({ layers }: Bench, s: Sentence, { status, clause, happens, aside }: Held): boolean =>
  status === "expected" &&
  clause.passive &&
  !aside &&
  !happens &&
  ownTime(layers, piecesAfter(layers, s, verbOf(clause)).slice(0, 1)) !== null;

/** "The seventh round, in March, narrowed the gaps": its own date, between commas as well, or that of a chronology's entry. */
function toldOn({ layers }: Bench, own: Clause | null, pieces: readonly Piece[]): ItemTime | null {
  const found = ownTime(layers, pieces);
  if (found !== null || own === null || own.support >= 0) return found;
  const day = layers.facts.time(own.index);
  return OWN.has(day.rule) ? day : null;
}

const OWN: ReadonlySet<string> = new Set(["attach/own", "attach/entry"]);

/** Something told of a meeting tells that it was held where it has a day that is past, or a place; else it is only spoken of. */
export function toldAsPast(bench: Bench, s: Sentence, phrase: NounPhrase, held: Held | null): Held | null {
  if (held?.told !== true) return held;
  const { layers, words } = bench;
  const time = toldOn(
    bench,
    clauseAt(layers, s.index, phrase.noun),
    datingPieces(bench, phrase, phrase.pieces),
  );
  if (time !== null) return time.class === "past" || time.class === "present" ? held : null;
  const place = whereOf(bench, null, phrase.pieces, words.class("place-of"), s);
  return place !== null && (phrase.entry.counts || phrase.anchor !== phrase.noun) ? held : null;
}

/** "on April 19, a week after their first encounter": the date in front, counted back. */
function counted({ layers }: Bench, s: Sentence, { front, noun }: NounPhrase): ItemTime | null {
  const mine = (layers.timesBySentence[s.index] ?? []).map((i) => layers.times[i]);
  const x = mine.find((t) => t.eventHead >= front && t.eventHead <= noun && t.quantity !== null);
  if (x === undefined || x.unresolved !== "EVENT_UNKNOWN" || x.quantity === null) return null;
  const from = mine.find((t) => t.to === x.from - 1 && s.norms[t.to] === "," && t.precision === "day");
  const then = from === undefined ? null : countedFrom(from, x);
  if (from === undefined || then === null) return null;
  return { ...itemTime(layers, from, "meetings/counted"), ...then };
}

/** "in March 2012, when talks broke off": the date in front is theirs. */
function whenBefore({ layers, words }: Bench, s: Sentence, { anchor }: NounPhrase): ItemTime | null {
  const t = frontOf(s, anchor) - 1;
  if (t < 1 || !words.class("when").has(s.norms[t])) return null;
  const end = s.norms[t - 1] === "," ? t - 1 : t;
  const x = (layers.timesBySentence[s.index] ?? []).map((i) => layers.times[i]).find((y) => y.to === end);
  return x === undefined || x.earliest === null ? null : itemTime(layers, x, "meetings/when");
}

/** "returned on Tuesday after five days of talks": from five days before it on; after hours of talks, the same day. */
export function stretchBefore(
  { layers }: Bench,
  s: Sentence,
  { anchor }: NounPhrase,
  time: ItemTime,
): ItemTime {
  const day = time.earliest;
  const length = lengthAt(layers, s, anchor);
  if (length?.unit !== "day" || day === null || time.precision !== "day") return time;
  const earliest = addDays(day, -length.count);
  return { ...time, earliest, latest: day, precision: "period", edtf: `${earliest}/${day}`, class: "past" };
}

export const lengthAt = (layers: Layers, s: Sentence, anchor: number): TimeExpression["quantity"] =>
  (layers.timesBySentence[s.index] ?? [])
    .map((i) => layers.times[i])
    .find((t) => t.from <= anchor && t.to > anchor && t.role === "duration")?.quantity ?? null;

/** "ended three days of talks on Friday": they began on Wednesday. */
function wholeStretch(bench: Bench, s: Sentence, phrase: NounPhrase, held: Held, time: ItemTime): ItemTime {
  const { layers, words } = bench;
  const { anchor, noun } = phrase;
  const day = time.earliest;
  if (anchor === noun || day === null || time.precision !== "day" || day !== time.latest) return time;
  const length = lengthAt(layers, s, anchor);
  if (length === null || length.unit !== "day" || length.count < 2 || length.count > 14) return time;
  const rest = length.count - 1;
  const ends = words.class("ending").has(held.key);
  if (!ends && !words.class("beginning").has(held.key)) return time;
  const [earliest, latest] = ends ? [addDays(day, -rest), day] : [day, addDays(day, rest)];
  // Talks that have just begun are on their first day.
  if (layers.published !== null && latest > layers.published && day <= layers.published) return time;
  return { ...time, earliest, latest, precision: "period", edtf: `${earliest}/${latest}` };
}

/** "a session is expected before June 9": at some time until then. */
export function dueTime({ layers }: Bench, around: readonly Piece[], held: Held | null): ItemTime | null {
  const s = held === null ? null : layers.parsed.sentences[held.clause.sentence];
  const pieces =
    held === null || s === null ? around : [...around, ...piecesAfter(layers, s, verbOf(held.clause))];
  const due = held === null ? null : layers.facts.deadline(held.clause.index);
  const own = pieces
    .flatMap((p) => p.times)
    .find((x) => x.latest !== null && (x.role === "before" || x.role === "deadline"));
  const time = own === undefined ? due : itemTime(layers, own, "meetings/due");
  if (time === null || time.latest === null || layers.published === null || time.latest <= layers.published)
    return null;
  return { ...time, earliest: null, edtf: `../${time.latest}` };
}

/** "talks are to begin by the end of May": a beginning with a date by which it is due. */
export const isToBegin = (bench: Bench, held: Held, pieces: readonly Piece[]): boolean =>
  held.happens && bench.words.class("beginning").has(held.key) && dueTime(bench, pieces, held) !== null;

/** "The talks will resume in Oslo on Monday": on a day of its own that lies ahead they sit. */
export function isOnDayAhead(bench: Bench, held: Held): boolean {
  const { layers } = bench;
  const { clause, happens } = held;
  const time = layers.facts.time(clause.index);
  const { rule, class: when, precision } = time;
  // "to be held on Monday".
  if (clause.passive && clause.tense === "none" && when === "past")
    return toCome(bench, layers.parsed.sentences[clause.sentence], held, time) !== null;
  const ahead = when === "future" || (when === "present" && precision === "day");
  return (happens || clause.passive) && ahead && rule === "attach/own" && precision !== "year";
}

/** Days of which an article tells as its news. */
const NEWS = 4;

/** "freed the prisoners on Tuesday ahead of a new round": what was done a few days ago was done ahead of what is still to come. */
export function isRecent({ published, facts }: Layers, over: Clause): boolean {
  const { latest, words } = facts.time(over.index);
  const happened = facts.factuality(over.index).status === "happened";
  if (published === null || latest === null || words === null || !happened) return false;
  const ago = dayNumber(published) - dayNumber(latest);
  return ago >= 0 && ago <= NEWS;
}

/** "this month": not over yet. */
export const isStillAhead = ({ published }: Layers, { latest }: ItemTime): boolean =>
  published !== null && latest !== null && latest > published;

/** The day for which it had been planned. */
function planTime({ layers }: Bench, s: Sentence, { plan }: Held): ItemTime {
  return plan === null ? NO_TIME : whenOf(layers, plan, piecesAfter(layers, s, verbOf(plan)));
}

export const datingPieces = (
  { words }: Bench,
  { entry }: NounPhrase,
  near: readonly Piece[],
): readonly Piece[] => near.filter((p) => !(entry.counts && words.class("since").has(p.prep)));

/** Told as past, or named as the next one: a date that leaves its week or year open follows. */
export function toldTime(
  { layers, words }: Bench,
  s: Sentence,
  phrase: NounPhrase,
  over: Clause,
  time: ItemTime,
): ItemTime | null {
  let coming = false;
  for (let t = phrase.front; t < phrase.noun; t++) coming ||= words.class("coming").has(s.norms[t]);
  if (coming) return time.class === "past" ? resettled(layers, s.index, time, "future") : null;
  const f = layers.facts.factuality(over.index).status;
  const told = over.tense === "past" && over.modal === null && (f === "happened" || f === "negated");
  if (!told || time.class !== "future" || words.class("ahead").has(phrase.prep) || phrase.prep === "")
    return null;
  return resettled(layers, s.index, time, "past");
}

/** "They set the next round for Monday", "were to hold talks on Monday": of the days that the words may mean the one to come. */
export function toCome({ layers }: Bench, s: Sentence, { clause }: Held, time: ItemTime): ItemTime | null {
  if (clause.aspect === "perfect" || (time.precision !== "day" && time.precision !== "period")) return null;
  const other = nearer(layers, s.index, time);
  if (other !== time) return other;
  const coming = resettled(layers, s.index, time, "future");
  const days =
    coming === null || time.earliest === null
      ? 0
      : dayNumber(coming.earliest ?? "") - dayNumber(time.earliest);
  return days === WEEK ? coming : null;
}
const WEEK = 7;

/** Dated before publication, and nothing says that it did not take place. */
export function isPast({ layers }: Bench, own: Clause | null, time: ItemTime): boolean {
  const f = own === null ? null : layers.facts.factuality(own.index).status;
  return time.class === "past" && time.words !== null && (f === null || f === "happened" || f === "ongoing");
}

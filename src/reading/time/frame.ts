import { addDays, dayNumber, type IsoDate } from "../../text/index.js";
import { type Dated, dayOf, weekdayOf, yearOf } from "./calendar.js";
import type { Tense } from "./tense.js";

/** What missing parts of a date are counted from. */
export interface Frame {
  readonly published: IsoDate | null;
  /** Date at which the story stands. */
  readonly story: Dated | null;
  /** Date of a thing named before in the sentence. */
  readonly named: Dated | null;
  /** Whether the story is still told here, in the past: then it comes before publication for what could be counted from both. */
  readonly told: boolean;
  /** Date over the entry of a chronology that the sentence stands in, or null. */
  readonly entry: Dated | null;
  /** Whether this sentence set the story's date. */
  readonly sameSentence: boolean;
  /** Whether the story's date stands in an earlier paragraph that told it to its end. */
  readonly parted: boolean;
  readonly tense: Tense;
  /** Due by then: looks ahead unless the verb looks back. */
  readonly due: boolean;
  /** From then on: looks back. */
  readonly since: boolean;
  /** In a range: after that date, or before it. */
  readonly after?: Dated;
  readonly before?: Dated;
}

export interface Picked {
  readonly dated: Dated;
  readonly anchor: "publication" | "narrative";
}

/** Days after a date within which nobody means the next one by it, eleven months off, without naming the year. */
const JUST_GONE = 31;

/** A date of today may be tomorrow's where the paper is read. */
const SLACK = 1;

/**
 * Chooses the year of a date that states none, among those around the anchor: in a range the next or last one; in a story the first
 * one after its date; else the last one before publication, or the next one, as the tense says; without tense the nearest one.
 */
export function pickYear(frame: Frame, make: (year: number) => Dated | null): Picked | null {
  const { published, story, tense } = frame;
  const around = (date: IsoDate): Dated[] =>
    [-1, 0, 1, 2].map((k) => make(yearOf(date) + k)).filter((d): d is Dated => d !== null);
  if (frame.after !== undefined)
    return narrative(
      around(frame.after.earliest).find(
        (d) => d.earliest >= (frame.after as Dated).earliest && d.latest >= (frame.after as Dated).latest,
      ),
    );
  if (frame.before !== undefined) {
    const end = frame.before.latest;
    return narrative(
      [-1, 0]
        .map((k) => make(yearOf(end) + k))
        .filter((d): d is Dated => d !== null && d.earliest <= end)
        .at(-1),
    );
  }
  if (frame.entry !== null) {
    const there = inEntry(frame, frame.entry, around(frame.entry.earliest));
    if (there !== undefined) return narrative(there);
  }
  if (story !== null && frame.told) {
    const told = inStory(frame, story, around(story.earliest));
    if (told !== undefined) return narrative(told);
  }
  if (published === null) return null;
  const options = around(published);
  const limit = dayNumber(published) + SLACK;
  const ahead = frame.due && (tense.direction === "unknown" || tense.perfect === true);
  const direction = ahead ? "future" : tense.direction;
  if (direction === "past") return publication(options.filter((d) => dayNumber(d.earliest) <= limit).at(-1));
  if (direction === "future") {
    const last = options.filter((d) => d.latest < published).at(-1);
    if (last !== undefined && dayNumber(published) - dayNumber(last.latest) <= JUST_GONE)
      return publication(last);
    return publication(options.find((d) => d.latest >= published));
  }
  const distance = (d: Dated): number =>
    Math.abs(dayNumber(d.earliest) + dayNumber(d.latest) - 2 * dayNumber(published));
  return publication([...options].sort((a, b) => distance(a) - distance(b))[0]);
}

/** Days after an entry's date beyond which a date is rather the one shortly before it. */
const ENTRY_FAR = 270;

/** Under "11 May 2018.", "on 16 May" is of that year and "in January" of the next; what had been done in April, of that April. */
function inEntry({ tense, since }: Frame, entry: Dated, options: readonly Dated[]): Dated | undefined {
  const last = options.filter((d) => d.earliest <= entry.latest).at(-1);
  const next = options.find((d) => d.latest >= entry.earliest);
  if (tense.before || since) return last ?? next;
  if (next === undefined || last === undefined || tense.direction === "future") return next ?? last;
  return dayNumber(next.earliest) - dayNumber(entry.latest) > ENTRY_FAR ? last : next;
}

/** Years between a story and its telling after which its dates are no longer counted from publication. */
const FAR = 2;

/**
 * The story's own date: in the past perfect the last one before it, else the first one from it on. In a later sentence of a story of
 * late, a date outside the story's year is counted from publication, as news does; one of long ago goes on with the story.
 */
function inStory(frame: Frame, story: Dated, options: readonly Dated[]): Dated | undefined {
  const { published, tense } = frame;
  if (tense.before) return before(options, story, published);
  const next = options.find((d) => d.earliest >= story.earliest || d.latest >= story.latest);
  if (next === undefined || (tense.direction !== "future" && published !== null && next.earliest > published))
    return undefined;
  if (isRecent(frame, story, next, options)) return undefined;
  const near = published === null || frame.sameSentence || yearOf(next.earliest) === yearOf(story.latest);
  // "... in March 2011. [New paragraph] The envoy came on 3 May": of the year in which the report appears.
  const far = published !== null && yearOf(published) - yearOf(story.latest) > FAR;
  if (far && frame.parted && next.precision === "day") return undefined;
  return near || far ? next : undefined;
}

/** "... ended in May last year. ... His last visit, on Sept. 9": a day without a year is of the year in which the paper appears, if it can be. */
function isRecent(
  { published, sameSentence }: Frame,
  story: Dated,
  next: Dated,
  options: readonly Dated[],
): boolean {
  if (published === null || sameSentence || next.precision !== "day") return false;
  if (yearOf(published) - yearOf(story.latest) !== 1) return false;
  return options.some((d) => d.latest <= published && yearOf(d.latest) === yearOf(published));
}

/** Days after the story's date within which "had spoken on July 1" is rather that July than the one a year before. */
const JUST_AFTER = 31;

/** The last one before the story; the story's date may be that of something else, so that one shortly after it is nearer than a year back. */
function before(options: readonly Dated[], story: Dated, published: IsoDate | null): Dated | undefined {
  const last = options.filter((d) => d.latest <= story.latest).at(-1);
  const next = options.find((d) => d.latest > story.latest && (published === null || d.latest <= published));
  const gap =
    next === undefined ? Number.POSITIVE_INFINITY : dayNumber(next.earliest) - dayNumber(story.latest);
  const back =
    last === undefined ? Number.POSITIVE_INFINITY : dayNumber(story.latest) - dayNumber(last.latest);
  const thisYear =
    next?.precision === "day" &&
    published !== null &&
    yearOf(story.latest) === yearOf(published) &&
    back > (10 * JUST_AFTER) / 2;
  return (gap <= JUST_AFTER && back > 10 * JUST_AFTER) || thisYear ? next : last;
}

const narrative = (dated: Dated | undefined): Picked | null =>
  dated === undefined ? null : { dated, anchor: "narrative" };
const publication = (dated: Dated | undefined): Picked | null =>
  dated === undefined ? null : { dated, anchor: "publication" };

/** A weekday at most so many days off is nearer than the one of the week before. */
const HALF_WEEK = 3;

/** The weekday of the last seven days, today included, or ahead of publication the next such day; `near`: whichever is nearer. */
export function pickWeekday(published: IsoDate, weekday: number, future: boolean, near = false): Dated {
  const ahead = (weekday - weekdayOf(published) + 7) % 7;
  if (near) return dayOf(addDays(published, ahead <= HALF_WEEK ? ahead : ahead - 7));
  return dayOf(addDays(published, future || ahead === 0 ? ahead : ahead - 7));
}

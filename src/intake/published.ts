import { DAY_NAMED, type IsoDate, isIsoDate, stampDay, stampOf } from "../text/index.js";

/** A publication day with where it was found, so that a person can judge it. */
export interface FoundDate {
  readonly date: IsoDate;
  readonly from:
    | "header"
    | "json-ld"
    | "meta"
    | "time-element"
    | "url"
    | "dateline"
    | "date line"
    | "file name";
}

/** So many lines of a page's head are looked through, and so many of its end. */
const HEAD = 16;
const TAIL = 6;
/** A line so long that ends a sentence: the article has begun. */
const BEGUN = 120;

/** A day before the dash of a dateline, in its brackets, and printed against the first word. */
const DASHED = new RegExp(`^[^\\n]{0,60}?\\b(${DAY_NAMED})\\b[^\\n]{0,40}?(?:--|[-–—]|/\\.)`, "mu");
const CLOSED = new RegExp(`^\\p{Lu}{3}[^\\n(]{0,40}\\([^()\\n]{0,40}?\\b(${DAY_NAMED})\\)\\s`, "mu");
const GLUED = new RegExp(`^\\s*(${DAY_NAMED})(?=\\p{Lu}\\p{Ll})`, "u");

/**
 * Day in the words of a dateline with its year: "MOSCOW, Dec. 19, 2019 (Agency) -", "PARIS (Agency - 9th February, 2023) Talks". Without a
 * year nothing is guessed.
 */
export function datelineDate(text: string): FoundDate | null {
  const head = text.slice(0, 800);
  const found = DASHED.exec(text.slice(0, 400)) ?? CLOSED.exec(head);
  const date = found === null ? null : stampDay(found[1], found[0]);
  return date === null ? null : { date, from: "dateline" };
}

/**
 * Day of a line of its own that tells when the page was put out: "Posted: Apr 13, 2016 12:46 PM", "Wire | 22 January 2015". What is called
 * its publication goes before an unnamed day, that before an update. At the end of a page only a named day counts: others are of other stories.
 */
export function lineDate(text: string): FoundDate | null {
  const lines = text.split(/[\r\n]+/).filter((l) => l.trim() !== "");
  const told = lines
    .map((l, i) => (l.length >= BEGUN && /[.!?]["”’')]?\s*$/.test(l) ? i : -1))
    .filter((i) => i >= 0);
  // The first long line may stand under the headline, above the day.
  const head = lines.slice(0, Math.min(HEAD, told.length < 2 ? HEAD : told[1]));
  const tail = lines.slice(Math.max(head.length, lines.length - TAIL));
  let unnamed: IsoDate | null = null;
  let updated: IsoDate | null = null;
  for (const [i, line] of [...head, ...tail].entries()) {
    // A line of its own, or glued to the end of one: "...by the minister.PTI | Moscow | Updated: 10-10-2020".
    const own =
      stampOf(line.trim()) ??
      stampOf(/[.!?]\s*(\p{Lu}[^.!?]{0,40}\|[^|]*\|?.{0,100})$/u.exec(line.slice(-160))?.[1] ?? "");
    const day = own?.day ?? null;
    if (own === null || day === null) continue;
    if (own.called === "published") return { date: day, from: "date line" };
    if (own.called === "updated") updated ??= day;
    else if (i < head.length) unnamed ??= day;
  }
  const date = unnamed ?? updated ?? glued(head);
  return date === null ? null : { date, from: "date line" };
}

/** "January 9, 2017Over the coming week": the first words of the article, its day printed against them. */
function glued(head: readonly string[]): IsoDate | null {
  const found = head.map((l) => GLUED.exec(l)).find((m) => m !== null);
  return found ? stampDay(found[1], found[0]) : null;
}

/** Day in a news address: ".../2019/12/13/..." or "...-2019-12-13". */
export function urlDate(url: string): FoundDate | null {
  const m = /[/-](\d{4})[/-](\d{2})[/-](\d{2})(?=[/.?#_-]|$)/.exec(url);
  const date = m ? `${m[1]}-${m[2]}-${m[3]}` : "";
  return isIsoDate(date) ? { date, from: "url" } : null;
}

/**
 * Day a person filed an article under: "2019-12-13-talks.txt", "talks_20191213.html". It may be the day it was saved, so
 * what the article says of itself comes first.
 */
export function fileDate(name: string): FoundDate | null {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  const m =
    /(?<![\d-])(\d{4})([-_.])(\d{2})\2(\d{2})(?![\d])/.exec(base) ??
    /(?<!\d)((?:19|20)\d{2})()(\d{2})(\d{2})(?!\d)/.exec(base);
  const date = m ? `${m[1]}-${m[3]}-${m[4]}` : "";
  return isIsoDate(date) ? { date, from: "file name" } : null;
}

/** Calendar day of an ISO date-time as printed: the day in the publisher's own zone. */
export function isoDay(value: unknown): IsoDate | null {
  const m = typeof value === "string" ? /^\s*(\d{4}-\d{2}-\d{2})(?:$|[T\s])/.exec(value) : null;
  return m && isIsoDate(m[1]) ? m[1] : null;
}

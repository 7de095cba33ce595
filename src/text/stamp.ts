import { isIsoDate } from "./date.js";
import type { IsoDate } from "./document.js";

/**
 * What a line says that tells when a page was put out ("Posted: Apr 13, 2016 12:46 PM", "Wire | 22 January 2015"): its day, and what the
 * line calls it. The day is null where its numbers may be read in two ways.
 */
export interface Stamp {
  readonly day: IsoDate | null;
  readonly called: "published" | "updated" | null;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,7}";
const ORDINAL = "(?:st|nd|rd|th)?";
/** A whole day in words, year and all. */
export const DAY_NAMED = `(?:${MONTH}\\.?\\s{1,2}\\d{1,2}${ORDINAL}(?:,\\s?|\\s)\\d{4}|\\d{1,2}${ORDINAL}[\\s/-](?:of\\s)?${MONTH}\\.?,?[\\s/-]\\d{4})`;
const DAY_NUMBERED = "(?:\\d{4}[-/.]\\d{2}[-/.]\\d{2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})";

const DAYS = new RegExp(`(?<![\\d-])(?:${DAY_NAMED}|${DAY_NUMBERED})(?!\\d)`, "giu");
const CLOCK = /\b\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?/giu;
const WEEKDAY =
  /\b(?:mon|tue|tues|wed|wednes|thu|thurs|thur|fri|sat|satur|sun)(?:day)?\b\.?|\b(?:first|last|and|on|at|in|date|time)\b/giu;
/** What such lines call their day; a house that was founded on one says nothing of the page. */
const LABEL: readonly [RegExp, Stamp["called"] | "founded"][] = [
  [/\b(?:est|estd|established|founded|since)\b/iu, "founded"],
  [/\b(?:published|publi[sc]ation|posted|created|issued|released|filed)\b/iu, "published"],
  [/\b(?:updated?|modified|edited|revised)\b/iu, "updated"],
];
/** Clocks that are read with the day first, and with the month first. */
const DAY_FIRST = /\b(?:IST|PKT|GMT|BST|CEST|CET|EET|EEST|MSK|EAT|WAT|SAST|AEST|NZST|UTC)\b/u;
const MONTH_FIRST = /\b(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T)\b/u;

/** Longest line that is looked at, in characters, and most words besides dates and clocks. */
const LONGEST = 160;
const WORDS = 7;

/** The stamp of a line, or null: one that holds running text has none. */
export function stampOf(line: string): Stamp | null {
  if (line.length > LONGEST || !/\d{4}/.test(line)) return null;
  const found = [...line.matchAll(DAYS)];
  if (found.length === 0) return null;
  const rest = line.replace(DAYS, " ").replace(CLOCK, " ").replace(WEEKDAY, " ");
  const called = LABEL.find(([words]) => words.test(rest))?.[1] ?? null;
  const words = rest.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];
  if (words.length > WORDS) return null;
  // Running text has words in small letters; the names, sections and zones of such lines have none, but for their labels.
  if (words.filter((w) => /^\p{Ll}/u.test(w) && !LABEL.some(([l]) => l.test(w))).length > 1) return null;
  if (called === "founded") return { day: null, called: null };
  const days = called === null ? found : sorted(found, line);
  return { day: dayOf(days[0][0], line), called };
}

/** Days of a line with labels: that of "created" or "published" before that of "updated". */
function sorted(found: RegExpMatchArray[], line: string): RegExpMatchArray[] {
  const updated = (m: RegExpMatchArray): boolean =>
    LABEL[2][0].test(line.slice(Math.max(0, (m.index ?? 0) - 24), m.index ?? 0));
  return [...found].sort((a, b) => Number(updated(a)) - Number(updated(b)));
}

/** The day in words or numbers; null where it is none, or where day and month could change places and no zone tells which comes first. */
export function dayOf(words: string, line: string): IsoDate | null {
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(words);
  if (numbers !== null) {
    const [a, b] = [Number(numbers[1]), Number(numbers[2])];
    if (a === b || a > 12 || (b <= 12 && DAY_FIRST.test(line))) return iso(numbers[3], b, a);
    return b > 12 || MONTH_FIRST.test(line) ? iso(numbers[3], a, b) : null;
  }
  const parts = words.match(/\d+|\p{L}{3,}/gu) ?? [];
  const year = parts.find((p) => /^\d{4}$/.test(p)) ?? "";
  if (words.startsWith(year)) return iso(year, Number(parts[1]), Number(parts[2]));
  const month = parts.map((p) => MONTHS.indexOf(p.slice(0, 3).toLowerCase())).find((m) => m >= 0) ?? -1;
  return iso(year, month + 1, Number(parts.find((p) => /^\d{1,2}$/.test(p))));
}

function iso(year: string, month: number, day: number): IsoDate | null {
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isIsoDate(date) ? date : null;
}

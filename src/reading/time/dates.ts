import { extend, type IsoDate, isIsoDate } from "../../text/index.js";
import type { TimePart } from "../types.js";
import {
  between,
  century,
  type Dated,
  day,
  decade,
  half,
  month,
  monthOf,
  plusMonths,
  quarter,
  season,
  stretch,
  weekdayOf,
  year,
  yearOf,
} from "./calendar.js";
import { type Frame, pickWeekday, pickYear } from "./frame.js";
import type { Match } from "./match.js";
import { found, none, type Resolved } from "./resolved.js";
import type { Meaning } from "./rule.js";

/** Dates by calendar parts; a missing year, month or day is picked by tense, story and publication. */
export function resolveCalendar(
  m: Match,
  frame: Frame,
  means: Extract<Meaning, { readonly is: "calendar" }>,
  inYear: Resolved | null,
): Resolved | null {
  const parts = means.parts === undefined ? m.values : { ...m.values, ...means.parts };
  const v = inYear?.dated ? extend(parts, { year: yearOf(inYear.dated.earliest) }) : parts;
  if (inYear !== null && inYear.dated === null) return inYear;
  if (v.decade !== undefined) return found(decade(v.decade), "absolute", ["decade"], []);
  if (v.century !== undefined) return found(century(v.century), "absolute", ["century"], []);
  if (v.lastYear !== undefined) {
    const last = v.lastYear >= 100 ? v.lastYear : Math.floor(v.year / 100) * 100 + v.lastYear;
    return last > v.year
      ? found({ ...between(year(v.year), year(last)), precision: "period" }, "absolute", ["year"], [], {
          role: "span",
        })
      : null;
  }
  const known = knownParts(v);
  if (v.month === undefined && v.dom !== undefined) return dayInMonth(v.dom, frame, known);
  const make = maker(v);
  if (make === null) return v.weekday === undefined ? null : weekdayOnly(v.weekday, frame);
  const role = v.last === undefined ? null : ("span" as const);
  if (v.year !== undefined) {
    const dated = make(v.year);
    if (dated === null) return none("NOT_A_DATE", { anchor: "absolute", known });
    const shown = means.approximate ? { ...dated, edtf: `${dated.edtf}~` } : dated;
    return found(shown, inYear?.anchor ?? "absolute", known, inYear?.implied ?? [], { role });
  }
  const picked = pickYear(frame, onWeekday(make, v.weekday, frame));
  if (picked === null)
    return none(frame.published === null ? "PUBLICATION_DATE_MISSING" : "NOT_A_DATE", {
      anchor: "publication",
      known,
    });
  return found(picked.dated, picked.anchor, known, ["year"], { role });
}

const NAMES: readonly (readonly [string, TimePart])[] = [
  ["year", "year"],
  ["quarter", "quarter"],
  ["half", "half"],
  ["season", "season"],
  ["month", "month"],
  ["dom", "day"],
  ["weekday", "weekday"],
];
const knownParts = (v: Match["values"]): TimePart[] =>
  NAMES.filter(([name]) => v[name] !== undefined).map(([, part]) => part);

type Maker = (year: number) => Dated | null;

function maker(v: Match["values"]): Maker | null {
  if (v.month !== undefined) {
    if (v.month > 12) return () => null;
    if (v.dom === undefined) return (y) => month(y, v.month);
    return (y) => {
      const first = day(y, v.month, v.dom);
      const last = v.last === undefined ? null : day(y, v.month, v.last);
      return first !== null && last !== null && v.last > v.dom ? stretch(first.earliest, last.latest) : first;
    };
  }
  if (v.season !== undefined) return (y) => season(y, v.season);
  if (v.quarter !== undefined) return v.quarter > 4 ? () => null : (y) => quarter(y, v.quarter);
  if (v.half !== undefined) return v.half > 2 ? () => null : (y) => half(y, v.half);
  return v.year === undefined ? null : (y) => year(y);
}

/** "Thursday, Dec. 19" names its year by its weekday, where one of the years around fits. */
function onWeekday(make: Maker, weekday: number | undefined, frame: Frame): Maker {
  if (weekday === undefined || frame.published === null) return make;
  const y = yearOf(frame.published);
  const fits = (d: Dated | null): boolean => d !== null && weekdayOf(d.earliest) === weekday;
  return [-1, 0, 1].some((k) => fits(make(y + k))) ? (yy) => (fits(make(yy)) ? make(yy) : null) : make;
}

function weekdayOnly(weekday: number, frame: Frame): Resolved {
  if (frame.published === null)
    return none("PUBLICATION_DATE_MISSING", { anchor: "publication", known: ["weekday"] });
  const ahead =
    frame.tense.direction === "future" ||
    frame.tense.present === true ||
    (frame.due && frame.tense.direction !== "past");
  return found(
    pickWeekday(frame.published, weekday, ahead, frame.tense.near === true),
    "publication",
    ["weekday"],
    ["year", "month", "day"],
  );
}

/** "the 19th": of the anchor's month, or the one before or after where the tense forbids that. */
function dayInMonth(dom: number, frame: Frame, known: readonly TimePart[]): Resolved | null {
  const story = frame.story !== null && frame.told && frame.story.precision !== "year";
  const base: IsoDate | null = story && frame.story !== null ? frame.story.earliest : frame.published;
  if (base === null) return none("PUBLICATION_DATE_MISSING", { anchor: "publication", known });
  const at = (n: number): Dated | null => {
    const there = plusMonths(`${base.slice(0, 8)}01`, n);
    return isIsoDate(`${there.slice(0, 8)}${String(dom).padStart(2, "0")}`)
      ? day(yearOf(there), monthOf(there), dom)
      : null;
  };
  const options = [at(-1), at(0), at(1)].filter((d): d is Dated => d !== null);
  const future = frame.tense.direction === "future" || story || frame.due;
  const past = frame.tense.direction === "past" && !story;
  const dated = future
    ? options.find((d) => d.latest >= base)
    : past
      ? options.filter((d) => d.earliest <= base).at(-1)
      : at(0);
  return dated === undefined || dated === null
    ? null
    : found(dated, story ? "narrative" : "publication", known, ["year", "month"]);
}

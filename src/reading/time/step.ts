import { addDays, type IsoDate } from "../../text/index.js";
import type { TimePart } from "../types.js";
import { asPart, type Base, baseOf, lengthOf } from "./base.js";
import {
  type Dated,
  dayOf,
  month,
  season,
  stretch,
  type Unit,
  unitFrom,
  weekdayOf,
  yearOf,
} from "./calendar.js";
import type { Frame } from "./frame.js";
import type { Match } from "./match.js";
import { found, none, type Resolved } from "./resolved.js";
import type { From } from "./rule.js";

/** The unit, weekday, month or season so many steps away: months and seasons are stepped through years, weekdays through weeks. */
export function step(m: Match, frame: Frame, by: number, from: From): Resolved | null {
  const v = m.values;
  const b = baseOf(frame, from);
  if (!("base" in b)) return b;
  const unit = lengthOf(v)?.unit ?? null;
  const day = by > 0 ? b.base.latest : b.base.earliest;
  if (v.weekday !== undefined) return stepWeekday(v.weekday, unit, b, day, by);
  if (unit !== null)
    return from === "story" && !fine(b.base, unit)
      ? none("REFERENCE_UNKNOWN", { anchor: "narrative" })
      : found(unitFrom(day, unit, by), b.anchor, [], [asPart(unit)]);
  const make =
    v.month !== undefined
      ? (y: number) => month(y, v.month)
      : v.season !== undefined
        ? (y: number) => season(y, v.season)
        : null;
  if (make === null)
    return by === 0 ? null : found(dayOf(addDays(day, by)), b.anchor, ["day"], ["year", "month"]);
  const part: TimePart = v.month !== undefined ? "month" : "season";
  const there = make(yearOf(day) + yearsTo(make, day, by));
  if (v.dom === undefined) return found(there, b.anchor, [part], ["year"]);
  const date = addDays(there.earliest, v.dom - 1);
  return date <= there.latest ? found(dayOf(date), b.anchor, [part, "day"], ["year"]) : null;
}

function stepWeekday(weekday: number, unit: Unit | null, b: Base, day: IsoDate, by: number): Resolved | null {
  if (unit === "week")
    return found(
      dayOf(addDays(unitFrom(day, "week", by).earliest, weekday)),
      b.anchor,
      ["weekday", "week"],
      ["year", "month", "day"],
    );
  if (unit !== null) return null;
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  // Nobody calls yesterday or tomorrow the last or next Friday.
  const days = by < 0 ? (ahead === 6 ? -8 : ahead - 7) : by > 0 && ahead < 2 ? ahead + 7 : ahead;
  return found(dayOf(addDays(day, days)), b.anchor, ["weekday"], ["year", "month", "day"]);
}

/** Years from that of a day to that of the last, present or next such month or season. */
function yearsTo(make: (year: number) => Dated, day: IsoDate, by: number): number {
  const y = yearOf(day);
  if (by > 0) return make(y).earliest > day ? 0 : 1;
  if (by === 0) return make(y - 1).latest >= day ? -1 : 0;
  return make(y).latest < day ? 0 : make(y - 1).latest < day ? -1 : -2;
}

/** Whether a date says in which unit it lies: a month says no day. */
const fine = (d: Dated, unit: Unit): boolean => unitFrom(d.earliest, unit, 0).latest >= d.latest;

/** The {unit} in which a date lies; the month of May 2019 is May 2019. */
export function unitOfDate(inner: Resolved, unit: Unit): Resolved | null {
  const of = inner.dated;
  if (of === null) return inner;
  if (of.precision === unit) return inner;
  return fine(of, unit) ? { ...inner, dated: unitFrom(of.earliest, unit, 0) } : null;
}

/** Saturday and Sunday of the week so many weeks away; without a number the last ones in the past, else the next. */
export function weekend(direction: number | undefined, frame: Frame): Resolved {
  const b = baseOf(frame, "publication");
  if (!("base" in b)) return b;
  const today = b.base.earliest;
  const saturday = addDays(today, 5 - weekdayOf(today));
  const steps = direction ?? (frame.tense.direction === "past" && saturday > today ? -1 : 0);
  const first = addDays(saturday, steps * 7);
  return found(stretch(first, addDays(first, 1)), b.anchor, ["week"], ["year", "month", "day"]);
}

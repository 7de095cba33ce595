import { addDays, dayNumber, isoDate } from "../../text/index.js";
import {
  type Dated,
  dayOf,
  half,
  moved,
  stretch,
  type Unit,
  unitFrom,
  weekdayOf,
  yearOf,
} from "./calendar.js";

/**
 * The first, second ... or last unit of a date, its first or last few units, or its first or last such weekday; null where it has no
 * such part. Weeks of a month are counted in sevens from its first day, or to its last.
 */
export function nth(of: Dated, v: Readonly<Record<string, number>>, unit: Unit | null): Dated | null {
  const last = v.final !== undefined;
  const n = v.nth ?? 1;
  const inside = (d: Dated): Dated | null => (d.earliest >= of.earliest && d.latest <= of.latest ? d : null);
  if (v.weekday !== undefined) {
    const first = addDays(of.earliest, (v.weekday - weekdayOf(of.earliest) + 7) % 7);
    const end = addDays(of.latest, -((weekdayOf(of.latest) - v.weekday + 7) % 7));
    return inside(dayOf(last ? end : addDays(first, 7 * (n - 1))));
  }
  if (unit === null) return n > 2 ? null : halfOf(of, n);
  if (v.units !== undefined) {
    const count = v.number ?? 3;
    return inside(
      last
        ? stretch(addDays(moved(of.latest, unit, -count), 1), of.latest)
        : stretch(of.earliest, addDays(moved(of.earliest, unit, count), -1)),
    );
  }
  if (unit === "week") {
    const from = last ? addDays(of.latest, -6) : addDays(of.earliest, 7 * (n - 1));
    return inside(stretch(from, addDays(from, 6), "week"));
  }
  return inside(last ? unitFrom(of.latest, unit, 0) : unitFrom(of.earliest, unit, n - 1));
}

/** Halves of years and months by the calendar, of other times by their days. */
function halfOf(of: Dated, n: number): Dated {
  if (of.precision === "year") return half(yearOf(of.earliest), n);
  const first = dayNumber(of.earliest);
  const middle = first + Math.floor((dayNumber(of.latest) - first + 1) / 2);
  return n === 1 ? stretch(of.earliest, isoDate(middle - 1)) : stretch(isoDate(middle), of.latest);
}

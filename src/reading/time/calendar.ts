import { addDays, dayNumber, daysInMonth, type IsoDate, isIsoDate, isoDate } from "../../text/index.js";
import type { Precision } from "../types.js";

/** An interval of days with precision and its EDTF form. */
export interface Dated {
  readonly earliest: IsoDate;
  readonly latest: IsoDate;
  readonly precision: Precision;
  readonly edtf: string;
}

const two = (n: number): string => String(n).padStart(2, "0");
const four = (n: number): string => String(n).padStart(4, "0");

export function day(year: number, month: number, dom: number): Dated | null {
  const date = `${four(year)}-${two(month)}-${two(dom)}`;
  return isIsoDate(date) ? { earliest: date, latest: date, precision: "day", edtf: date } : null;
}

export const dayOf = (date: IsoDate): Dated => ({
  earliest: date,
  latest: date,
  precision: "day",
  edtf: date,
});

export function month(year: number, m: number): Dated {
  const head = `${four(year)}-${two(m)}`;
  return {
    earliest: `${head}-01`,
    latest: `${head}-${two(daysInMonth(year, m))}`,
    precision: "month",
    edtf: head,
  };
}

export const year = (y: number): Dated => ({
  earliest: `${four(y)}-01-01`,
  latest: `${four(y)}-12-31`,
  precision: "year",
  edtf: four(y),
});

/** Meteorological seasons of the north, EDTF 21 to 24; a winter begins in December of its year. */
export function season(y: number, code: number): Dated {
  const first = code === 24 ? 12 : (code - 20) * 3;
  const lastYear = code === 24 ? y + 1 : y;
  const last = code === 24 ? 2 : first + 2;
  return {
    earliest: `${four(y)}-${two(first)}-01`,
    latest: `${four(lastYear)}-${two(last)}-${two(daysInMonth(lastYear, last))}`,
    precision: "season",
    edtf: `${four(y)}-${code}`,
  };
}

/** Days from..to of a month or year: 1 early, 2 middle, 3 late, 4 end. */
export function part(of: Dated, which: number): Dated {
  const a = dayNumber(of.earliest);
  const n = dayNumber(of.latest) - a + 1;
  const cuts: Record<number, [number, number]> = {
    1: [0, 1 / 3],
    2: [1 / 3, 2 / 3],
    3: [2 / 3, 1],
    4: [1, 1],
  };
  const [from, to] = cuts[which];
  if (which === 4) return { ...dayOf(of.latest), edtf: of.latest };
  return {
    earliest: isoDate(a + Math.floor(n * from)),
    latest: isoDate(a + Math.max(0, Math.ceil(n * to) - 1)),
    precision: "part-month",
    edtf: `${isoDate(a + Math.floor(n * from))}/${isoDate(a + Math.max(0, Math.ceil(n * to) - 1))}`,
  };
}

export const between = (a: Dated, b: Dated): Dated => ({
  earliest: a.earliest,
  latest: b.latest,
  precision: a.precision === b.precision ? a.precision : "period",
  edtf: `${a.edtf}/${b.edtf}`,
});

/** 0 = Monday. */
export const weekdayOf = (date: IsoDate): number => (((dayNumber(date) + 3) % 7) + 7) % 7;

/** The week, month, quarter, year or decade that is `steps` away from the one a day lies in. */
export function unitFrom(date: IsoDate, days: number, steps: number): Dated | null {
  const y = Number(date.slice(0, 4));
  const m = Number(date.slice(5, 7));
  if (days === 7) {
    const monday = addDays(date, -weekdayOf(date) + 7 * steps);
    return {
      earliest: monday,
      latest: addDays(monday, 6),
      precision: "week",
      edtf: `${monday}/${addDays(monday, 6)}`,
    };
  }
  if (days === 30) {
    const index = y * 12 + m - 1 + steps;
    return month(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1);
  }
  if (days === 365) return year(y + steps);
  if (days === 1) return dayOf(addDays(date, steps));
  return null;
}

import { addDays, dayNumber, daysInMonth, extend, type IsoDate, isIsoDate } from "../../text/index.js";
import type { Precision } from "../types.js";

/** An interval of days, inclusive, with precision and its EDTF form. */
export interface Dated {
  readonly earliest: IsoDate;
  readonly latest: IsoDate;
  readonly precision: Precision;
  readonly edtf: string;
}

/** Lengths of calendar units in days; the values of class `unit` in lexicon/time/words.tsv. */
export const UNIT = {
  day: 1,
  week: 7,
  month: 30,
  quarter: 91,
  half: 182,
  year: 365,
  decade: 3650,
  century: 36500,
} as const;
export type Unit = keyof typeof UNIT;
const UNITS = new Map<number, Unit>(Object.entries(UNIT).map(([name, days]) => [days, name as Unit]));
export const unitOf = (days: number): Unit => UNITS.get(days) ?? "day";

const pad = (n: number, width: number): string => String(n).padStart(width, "0");
const four = (n: number): string => pad(n, 4);
const two = (n: number): string => pad(n, 2);
export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));

export function day(year: number, month: number, dom: number): Dated | null {
  const date = `${four(year)}-${two(month)}-${two(dom)}`;
  return isIsoDate(date) ? dayOf(date) : null;
}

export const dayOf = (date: IsoDate): Dated => ({
  earliest: date,
  latest: date,
  precision: "day",
  edtf: date,
});

/** From the first of one month to the last of another `count` - 1 months on. */
function months(year: number, first: number, count: number): { earliest: IsoDate; latest: IsoDate } {
  const end = first + count - 2;
  const lastYear = year + Math.floor(end / 12);
  const last = (end % 12) + 1;
  return {
    earliest: `${four(year)}-${two(first)}-01`,
    latest: `${four(lastYear)}-${two(last)}-${two(daysInMonth(lastYear, last))}`,
  };
}

export const month = (year: number, m: number): Dated =>
  extend(months(year, m, 1), {
    precision: "month",
    edtf: `${four(year)}-${two(m)}`,
  });
export const year = (y: number): Dated => extend(months(y, 1, 12), { precision: "year", edtf: four(y) });
/** EDTF level 2 codes: quarters 33 to 36, halves 40 and 41. */
export const quarter = (y: number, q: number): Dated =>
  extend(months(y, q * 3 - 2, 3), {
    precision: "quarter",
    edtf: `${four(y)}-${32 + q}`,
  });
export const half = (y: number, h: number): Dated =>
  extend(months(y, h * 6 - 5, 6), {
    precision: "half",
    edtf: `${four(y)}-${39 + h}`,
  });

/** Meteorological seasons of the north, EDTF 21 to 24; a winter begins in December of its year. */
export const season = (y: number, code: number): Dated =>
  extend(months(y, code === 24 ? 12 : (code - 20) * 3, 3), {
    precision: "season",
    edtf: `${four(y)}-${code}`,
  });

export function decade(first: number): Dated {
  return {
    earliest: `${four(first)}-01-01`,
    latest: `${four(first + 9)}-12-31`,
    precision: "decade",
    edtf: `${four(first).slice(0, 3)}X`,
  };
}

/** The 20th century: 1901 to 2000, shown as EDTF does, "19XX". */
export function century(n: number): Dated {
  return {
    earliest: `${four(n * 100 - 99)}-01-01`,
    latest: `${four(n * 100)}-12-31`,
    precision: "century",
    edtf: `${two(n - 1)}XX`,
  };
}

/** From the beginning of one to the end of the other; shown by their own forms. */
export const between = (a: Dated, b: Dated): Dated => ({
  earliest: a.earliest,
  latest: b.latest,
  precision: "period",
  edtf: `${a.edtf}/${b.edtf}`,
});

/** A stretch of days, as short as it can be written. */
export function stretch(earliest: IsoDate, latest: IsoDate, precision: Precision = "period"): Dated {
  return { earliest, latest, precision, edtf: earliest === latest ? earliest : `${earliest}/${latest}` };
}

/** 0 = Monday. */
export const weekdayOf = (date: IsoDate): number => (((dayNumber(date) + 3) % 7) + 7) % 7;

/** The same day of the month `n` months on, or the last one where there is none such. */
export function plusMonths(date: IsoDate, n: number): IsoDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + n;
  const y = Math.floor(index / 12);
  const m = (((index % 12) + 12) % 12) + 1;
  return `${four(y)}-${two(m)}-${two(Math.min(Number(date.slice(8)), daysInMonth(y, m)))}`;
}

/** The same day `n` years on; 29 February becomes the 28th where there is none. */
export const plusYears = (date: IsoDate, n: number): IsoDate => plusMonths(date, n * 12);

const MONTHS: Readonly<Record<Unit, number>> = {
  day: 0,
  week: 0,
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

/** A day moved by `n` units, fractions of months in days. */
export function moved(date: IsoDate, unit: Unit, n: number): IsoDate {
  if (MONTHS[unit] === 0) return addDays(date, Math.round(n * UNIT[unit]));
  const whole = Math.trunc(n * MONTHS[unit]);
  return addDays(plusMonths(date, whole), Math.round((n * MONTHS[unit] - whole) * 30));
}

/** The calendar unit `steps` away from the one in which a day lies. */
export function unitFrom(date: IsoDate, unit: Unit, steps: number): Dated {
  const there = moved(date, unit, steps);
  const y = yearOf(there);
  switch (unit) {
    case "day":
      return dayOf(there);
    case "week": {
      const monday = addDays(there, -weekdayOf(there));
      return stretch(monday, addDays(monday, 6), "week");
    }
    case "month":
      return month(y, monthOf(there));
    case "quarter":
      return quarter(y, Math.ceil(monthOf(there) / 3));
    case "half":
      return half(y, Math.ceil(monthOf(there) / 6));
    case "year":
      return year(y);
    case "decade":
      return decade(Math.floor(y / 10) * 10);
    case "century":
      return century(Math.ceil(y / 100));
  }
}

/** An interval moved by `n` units, in the finest precision that the move leaves. */
export function shifted(from: Dated, unit: Unit, n: number): Dated {
  const coarse = from.precision === "day" || from.precision === "week" ? unit : null;
  if (coarse === "day" || coarse === "week")
    return stretch(moved(from.earliest, unit, n), moved(from.latest, unit, n), from.precision);
  if (MONTHS[unit] > 0 && (from.precision === "day" || from.precision === "month"))
    return unitFrom(moved(from.earliest, unit, n), "month", 0);
  if (MONTHS[unit] >= 12 && from.precision === "year")
    return unitFrom(moved(from.earliest, unit, n), "year", 0);
  return stretch(moved(from.earliest, unit, n), moved(from.latest, unit, n));
}

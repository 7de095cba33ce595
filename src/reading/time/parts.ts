import { addDays, dayNumber } from "../../text/index.js";
import { type Dated, monthOf, plusMonths, stretch, yearOf } from "./calendar.js";

/** Values of class `part` in lexicon/time/words.tsv. */
export const PART = { early: 1, middle: 2, late: 3, end: 4, start: 5, turn: 6 } as const;

/** Which of twelve (or three, six ...) equal pieces a part takes, as fractions from and to. */
const SHARE: Readonly<Record<number, readonly [number, number]>> = {
  1: [0, 1 / 3],
  2: [1 / 3, 2 / 3],
  3: [2 / 3, 1],
};

/** First and last day of a part of a week, from 0 = Monday. */
const WEEK: Readonly<Record<number, readonly [number, number]>> = {
  1: [0, 1],
  2: [1, 3],
  3: [3, 6],
  4: [4, 6],
  5: [0, 1],
};

/**
 * "early", "late", "the end of" a unit. Thirds for early, middle and late; beginning and end are a week of a month, a month of a
 * season or year, a year of a decade. The turn of a year is the fortnight on both sides of New Year.
 */
export function part(of: Dated, which: number): Dated {
  if (which === PART.turn) return stretch(addDays(of.latest, -14), addDays(of.latest, 15), "part-month");
  switch (of.precision) {
    case "day":
      return of;
    case "month": {
      const first = of.earliest;
      const days: Readonly<Record<number, readonly [number, number]>> = {
        1: [0, 9],
        2: [10, 19],
        3: [20, -1],
        4: [-7, -1],
        5: [0, 6],
      };
      const [a, b] = days[which];
      const from = a < 0 ? addDays(of.latest, a + 1) : addDays(first, a);
      return stretch(from, b < 0 ? of.latest : addDays(first, b), "part-month");
    }
    case "year":
    case "season":
    case "quarter":
    case "half": {
      const count =
        (yearOf(of.latest) - yearOf(of.earliest)) * 12 + monthOf(of.latest) - monthOf(of.earliest) + 1;
      const [from, to] =
        which === PART.start
          ? [0, 1]
          : which === PART.end
            ? [count - 1, count]
            : SHARE[which].map((f) => Math.round(f * count));
      const last = to === count ? of.latest : addDays(plusMonths(of.earliest, to), -1);
      const first = plusMonths(of.earliest, from);
      const one = to - from === 1;
      return {
        earliest: first,
        latest: last,
        precision: one ? "month" : "period",
        edtf: one ? first.slice(0, 7) : `${first.slice(0, 7)}/${last.slice(0, 7)}`,
      };
    }
    case "decade":
    case "century": {
      const count = of.precision === "decade" ? 10 : 100;
      const y = yearOf(of.earliest);
      const cuts: Readonly<Record<number, readonly [number, number]>> = {
        1: [0, 0.4],
        2: [0.4, 0.7],
        3: [0.7, 1],
        4: [0.9, 1],
        5: [0, 0.1],
      };
      const [from, to] = cuts[which].map((f) => Math.round(f * count));
      return {
        earliest: `${y + from}-01-01`,
        latest: `${y + to - 1}-12-31`,
        precision: "period",
        edtf: `${y + from}/${y + to - 1}`,
      };
    }
    case "week": {
      const [from, to] = WEEK[which];
      return stretch(addDays(of.earliest, from), addDays(of.earliest, to));
    }
    default: {
      const a = dayNumber(of.earliest);
      const n = dayNumber(of.latest) - a + 1;
      const [from, to] = which === PART.start ? [0, 1 / 3] : which === PART.end ? [2 / 3, 1] : SHARE[which];
      return stretch(
        addDays(of.earliest, Math.floor(n * from)),
        addDays(of.earliest, Math.max(Math.floor(n * from), Math.ceil(n * to) - 1)),
      );
    }
  }
}

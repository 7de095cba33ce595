import type { RecordItem } from "../api/types.js";
import { toTime } from "../shell/dates.js";

/** An item with the days it may lie on, in milliseconds UTC; `to` is the end of the last day. */
export interface Dated {
  readonly item: RecordItem;
  readonly from: number;
  readonly to: number;
}

export interface Placed extends Dated {
  readonly x0: number;
  readonly x1: number;
  readonly row: number;
}

/** Items which found no row: one sign for them all, with how many. */
export interface Crowd {
  readonly x: number;
  readonly items: readonly Dated[];
}

export interface Lane {
  readonly track: string;
  readonly placed: readonly Placed[];
  readonly crowds: readonly Crowd[];
  readonly rows: number;
}

const DAY = 86_400_000;
/** Half the width of a point, and the space to its neighbour, in pixels. */
export const HALF = 6;
/** Rows of a lane before the rest are shown as a crowd: fewer where very many are in view, which nobody could tell apart. */
const MOST_ROWS = 16;
const LEAST_ROWS = 4;
/** Points that are drawn at once without making a person wait. */
const DRAWN = 600;
/** Width of the cells in which crowds gather. */
const CELL = 28;

export function dated(items: readonly RecordItem[]): Dated[] {
  return items.flatMap((item) => {
    const from = item.when.earliest ?? item.when.latest;
    const to = item.when.latest ?? item.when.earliest;
    return from === null || to === null ? [] : [{ item, from: toTime(from), to: toTime(to) + DAY }];
  });
}

/** Rows that each of so many lanes may have for so many items in view. */
export const rowsFor = (inView: number, lanes: number, width: number): number =>
  inView <= DRAWN
    ? MOST_ROWS
    : Math.min(
        MOST_ROWS,
        Math.max(LEAST_ROWS, Math.floor((DRAWN * 2 * HALF) / (width * Math.max(1, lanes)))),
      );

/** Puts items into rows so that none covers another: the first free row from the top. n log n, with few rows. */
export function lane(
  track: string,
  items: readonly Dated[],
  x: (time: number) => number,
  most = MOST_ROWS,
): Lane {
  const ends: number[] = [];
  const placed: Placed[] = [];
  const crowds = new Map<number, Dated[]>();
  for (const d of items.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const [a, b] = [x(d.from), x(d.to)];
    const wide = b - a > 3 * HALF;
    const x0 = wide ? a : (a + b) / 2 - HALF;
    const x1 = wide ? b : (a + b) / 2 + HALF;
    let row = ends.findIndex((end) => end <= x0);
    if (row < 0 && ends.length < most) row = ends.length;
    if (row < 0) {
      const cell = Math.floor((x0 + x1) / 2 / CELL);
      const list = crowds.get(cell);
      if (list) list.push(d);
      else crowds.set(cell, [d]);
      continue;
    }
    ends[row] = x1 + 1;
    placed.push({ ...d, x0, x1, row });
  }
  return {
    track,
    placed,
    crowds: [...crowds].map(([cell, list]) => ({ x: cell * CELL + CELL / 2, items: list })),
    rows: ends.length + (crowds.size > 0 ? 1 : 0),
  };
}

/** How full each of `n` parts of a span is, from 0 to 1. */
export function density(items: readonly Dated[], [from, to]: readonly [number, number], n: number): number[] {
  const counts = new Array<number>(n).fill(0);
  for (const d of items) {
    const at = Math.floor((((d.from + d.to) / 2 - from) / (to - from)) * n);
    if (at >= 0 && at < n) counts[at]++;
  }
  const most = Math.max(1, ...counts);
  return counts.map((c) => c / most);
}

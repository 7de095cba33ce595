import { AppError } from "./errors.js";

/** Most lines of one page. */
export const MOST = 1000;

export interface Paged {
  readonly limit?: number;
  readonly cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

/**
 * One page of a whole list, which is walked no further than the line after it. The cursor names the last line shown, so that what
 * came in meanwhile moves no page; where that line is gone it counts. Errors: USAGE
 */
export function pageOf<T>(items: Iterable<T>, { limit, cursor }: Paged): Page<T> {
  if (limit === undefined && cursor === undefined) return { items: [...items], next: null };
  const walk = walked(items);
  const from = cursor === undefined ? 0 : placeOf(cursor, walk);
  const { met } = walk.to(from + (limit ?? MOST) + 1);
  const end = Math.min(met.length, from + (limit ?? MOST));
  return { items: met.slice(from, end), next: end < met.length ? cursorOf(end, met[end - 1]) : null };
}

interface Walk<T> {
  /** What was walked so far. */
  readonly met: readonly T[];
  /** Goes on until so many were met, or there are no more. */
  to(count: number): Walk<T>;
}

function walked<T>(items: Iterable<T>): Walk<T> {
  const rest = items[Symbol.iterator]();
  const met: T[] = [];
  const walk: Walk<T> = {
    met,
    to(count) {
      while (met.length < count) {
        const next = rest.next();
        if (next.done === true) break;
        met.push(next.value);
      }
      return walk;
    },
  };
  return walk;
}

function keyOf(item: unknown): string {
  const fields = item as Record<string, unknown> & { readonly item?: { readonly id?: unknown } };
  const key = fields.id ?? fields.item?.id ?? fields.outlet;
  return typeof key === "string" ? key.slice(0, 100) : "";
}

const cursorOf = (end: number, last: unknown): string =>
  Buffer.from(JSON.stringify([end, keyOf(last)])).toString("base64url");

function placeOf(cursor: string, walk: Walk<unknown>): number {
  const bad = (): never => {
    throw new AppError("USAGE", "The cursor is not one that an answer gave.", { field: "cursor" });
  };
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return bad();
  }
  if (!Array.isArray(read) || read.length !== 2) return bad();
  const [end, key] = read as [unknown, unknown];
  if (!Number.isInteger(end) || typeof key !== "string" || (end as number) < 0) return bad();
  const at = end as number;
  if (key === "") return at;
  const last = walk.to(at).met[at - 1];
  if (last !== undefined && keyOf(last) === key) return at;
  const { met } = walk.to(Number.POSITIVE_INFINITY);
  const moved = met.findIndex((i) => keyOf(i) === key);
  return moved < 0 ? Math.min(at, met.length) : moved + 1;
}

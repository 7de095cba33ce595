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
 * One page of a whole list. The cursor names the last line shown, so that what came in meanwhile moves no page; where that line is
 * gone it counts. Errors: USAGE
 */
export function pageOf<T>(items: readonly T[], { limit, cursor }: Paged): Page<T> {
  if (limit === undefined && cursor === undefined) return { items, next: null };
  const from = cursor === undefined ? 0 : placeOf(cursor, items);
  const end = Math.min(items.length, from + (limit ?? MOST));
  return { items: items.slice(from, end), next: end < items.length ? cursorOf(end, items[end - 1]) : null };
}

function keyOf(item: unknown): string {
  const fields = item as Record<string, unknown> & { readonly item?: { readonly id?: unknown } };
  const key = fields.id ?? fields.item?.id ?? fields.outlet;
  return typeof key === "string" ? key.slice(0, 100) : "";
}

const cursorOf = (end: number, last: unknown): string =>
  Buffer.from(JSON.stringify([end, keyOf(last)])).toString("base64url");

function placeOf(cursor: string, items: readonly unknown[]): number {
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
  if (key === "" || (items[at - 1] !== undefined && keyOf(items[at - 1]) === key)) return at;
  const moved = items.findIndex((i) => keyOf(i) === key);
  return moved < 0 ? Math.min(at, items.length) : moved + 1;
}

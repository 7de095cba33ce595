import type { Entity, Item, ItemKind, Reading } from "../../src/reading/types.js";
import { days, type GoldEntry } from "./gold.js";

/** What is compared: the reading, and the record of the article alone. */
export interface Read {
  readonly reading: Reading;
  /** The article's text by code points. */
  readonly characters: readonly string[];
}

export interface Outcome {
  readonly section: string;
  readonly entry: string;
  readonly result: "found" | "wrong" | "missed";
  readonly detail: string;
}

/** A gold entry against one candidate: names of the fields that are wrong. */
export type Check<T> = (candidate: T) => string[];

/** The candidate with fewest wrong fields decides. */
export function decide<T>(
  section: string,
  entry: string,
  candidates: readonly T[],
  check: Check<T>,
): Outcome {
  let best: string[] | null = null;
  for (const c of candidates) {
    const wrong = check(c);
    if (best === null || wrong.length < best.length) best = wrong;
  }
  if (best === null)
    return { section, entry, result: "missed", detail: "nothing of the kind at its evidence" };
  return { section, entry, result: best.length === 0 ? "found" : "wrong", detail: best.join("; ") };
}

/** Items of a kind whose evidence lies in a sentence of the entry's evidence. */
export function at<K extends ItemKind>(read: Read, entry: GoldEntry, kind: K): Extract<Item, { kind: K }>[] {
  return read.reading.items.filter(
    (i): i is Extract<Item, { kind: K }> =>
      i.kind === kind &&
      i.evidence.some((e) => entry.evidence.some((g) => e.start < g.end && e.end > g.start)),
  );
}

export const entityOf = (read: Read, index: number | null): Entity | null =>
  index === null ? null : (read.reading.entities[index] ?? null);

interface HasDays {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Wrong where a stated date differs; nothing is asked where gold has none. */
export function wrongDays(field: string, want: unknown, got: HasDays | null): string[] {
  if (typeof want !== "string" || !/^\d{4}/.test(want)) return [];
  const d = days(want);
  return got !== null && got.earliest === d.earliest && got.latest === d.latest
    ? []
    : [`${field}: want ${want}, got ${got === null ? "none" : `${got.earliest}..${got.latest}`}`];
}

/** Wrong where the codes differ as sets. */
export function wrongCodes(
  field: string,
  want: readonly string[],
  got: readonly (string | null)[],
): string[] {
  const a = [...new Set(want)].sort().join(" ");
  const b = [...new Set(got.filter((x) => x !== null))].sort().join(" ");
  return a === b ? [] : [`${field}: want ${a || "nobody"}, got ${b || "nobody"}`];
}

export function wrongIf(bad: boolean, text: string): string[] {
  return bad ? [text] : [];
}

/** A place name is right where it is one of the parts gold gives ("Nagato, Yamaguchi Prefecture, Japan"). */
export function wrongPlace(want: unknown, got: { readonly name: string } | null): string[] {
  if (typeof want !== "string") return [];
  const parts = want.split(",").map((p) => p.trim().toLowerCase());
  const name = got?.name.toLowerCase() ?? "";
  return parts.some((p) => name.split(",").some((n) => n.trim() === p))
    ? []
    : [`place: want ${want}, got ${got?.name ?? "none"}`];
}

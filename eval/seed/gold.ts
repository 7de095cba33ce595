import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A gold entry of any section: its evidence, and fields that differ by section. */
export interface GoldEntry {
  readonly id?: string;
  readonly evidence: readonly { readonly sentence: string; readonly start: number; readonly end: number }[];
  readonly [field: string]: unknown;
}

export interface Gold {
  readonly publication: { readonly outlet: string; readonly date_assumed: string };
  readonly sentences: readonly { readonly id: string; readonly start: number; readonly end: number }[];
  readonly [section: string]: unknown;
}

export interface Seed {
  readonly text: string;
  readonly gold: Gold;
}

export function readSeed(folder: string): Seed {
  return {
    text: readFileSync(join(folder, "article.txt"), "utf8"),
    gold: JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")) as Gold,
  };
}

export interface Days {
  readonly earliest: string;
  readonly latest: string;
}

/** "2019-12-19", "2018-11", "1956", "2019-09-01/2019-11-30" and "2016-12/2019-12" as first and last day. */
export function days(text: string): Days {
  const [from, to = from] = text.split("/");
  return { earliest: first(from), latest: last(to) };
}

const first = (d: string): string => (d.length === 4 ? `${d}-01-01` : d.length === 7 ? `${d}-01` : d);

function last(d: string): string {
  if (d.length === 4) return `${d}-12-31`;
  if (d.length !== 7) return d;
  const [year, month] = d.split("-").map(Number);
  return `${d}-${String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0")}`;
}

/** Words of more than three letters, lower case, without their ends: "concluding" and "conclude" meet. */
export function stems(text: string): Set<string> {
  return new Set(
    (text.toLowerCase().match(/[a-z0-9]{3,}/g) ?? []).filter((w) => !SMALL.has(w)).map((w) => w.slice(0, 5)),
  );
}

const SMALL = new Set(
  "the and for with that its his her their from under was were are been has have not two all".split(" "),
);

/** Share of the words of `want` that stand in `got`. */
export function overlap(want: string, got: string): number {
  const a = stems(want);
  const b = stems(got);
  let both = 0;
  for (const w of a) if (b.has(w)) both++;
  return a.size === 0 ? 1 : both / a.size;
}

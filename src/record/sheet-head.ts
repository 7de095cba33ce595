import type { IsoDate } from "../text/index.js";

/** Small fields of an entry, in the order in which a head holds them. */
export const Column = {
  kind: 0,
  voice: 1,
  parties: 2,
  track: 3,
  issues: 4,
  aliases: 5,
  certainty: 6,
  start: 7,
  end: 8,
  from: 9,
  to: 10,
  accepted: 11,
  mark: 12,
} as const;
export const COLUMNS = 13;
/** Columns whose number stands for a text of `v`, and for a value of `o`; the others are the field itself. */
export const ofTexts: readonly number[] = [Column.kind, Column.track, Column.certainty, Column.mark];
export const ofOthers: readonly number[] = [Column.voice, Column.parties, Column.issues, Column.aliases];

/**
 * First line of a sheet: facts of its document, and the small fields of all entries in flat lists. A book is read from heads alone,
 * a hundred thousand at a time: what is flat is read twice as fast as a list for every entry.
 */
export interface Head {
  readonly s: string;
  readonly p: string | null;
  readonly t: string | null;
  readonly d: IsoDate | null;
  /** Texts that entries share. */
  readonly v: readonly string[];
  /** Voices and lists that entries share, each as JSON. */
  readonly o: readonly string[];
  /** Statements in order, with a space between. */
  readonly i: string;
  /** `COLUMNS` numbers for each entry. Days since 1970, null where open. */
  readonly n: readonly (number | null)[];
}

/** First line of a body. */
export function headOf(body: string): Head {
  const end = body.indexOf("\n");
  return JSON.parse(end < 0 ? body : body.slice(0, end)) as Head;
}

export const statementsIn = ({ i }: Head): string[] => (i === "" ? [] : i.split(" "));

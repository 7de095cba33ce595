import type { Lexicon } from "../../language/index.js";

/** Classes and values of time words: "june" is { month: 6 }. */
export type TimeWord = Readonly<Record<string, number>>;

export interface TimeWords {
  /** A word's classes, or null where it has nothing to do with time. */
  get(norm: string): TimeWord | null;
}

export function loadTimeWords(lexicon: Lexicon): TimeWords {
  const words = new Map<string, Record<string, number>>();
  for (const [word, kind, value] of lexicon.table("time/words").rows) {
    const entry = words.get(word) ?? {};
    entry[kind] = Number(value);
    words.set(word, entry);
  }
  return { get: (norm) => words.get(norm) ?? null };
}

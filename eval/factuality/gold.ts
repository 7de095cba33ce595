import { readFileSync } from "node:fs";

/** What a perfect reader makes of one predicate. Fields left out are not judged; "a|b" allows either. */
export interface ExpectedFact {
  /** The predicate, or the light verb of it, as it stands in the text. */
  readonly of: string;
  readonly status?: string;
  readonly polarity?: string;
  readonly certainty?: string;
  /** Kind of the voice, and the code or name it speaks for. */
  readonly voice?: string;
  readonly party?: string;
}

export interface ExpectedQuote {
  /** Code or name of the speaker, "a|b" for either. */
  readonly speaker: string;
  readonly mode: string;
  /** Its words; punctuation and how the parts of a broken one are joined are not judged. */
  readonly text: string;
  readonly occasion?: string;
  readonly date?: string;
  readonly about?: string;
  readonly voice?: string;
  readonly continues?: boolean;
}

/** `quotes` lists all quotations of the passage; without it they are not judged. `check` passages are never looked at while tuning. */
export interface Passage {
  readonly id: string;
  readonly story: string;
  readonly published: string;
  readonly tier: 1 | 2 | 3;
  readonly text: string;
  readonly expect?: readonly ExpectedFact[];
  readonly quotes?: readonly ExpectedQuote[];
  readonly check: boolean;
}

export const readPassages = (file: string): Passage[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as Passage);

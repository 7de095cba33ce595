import type { Direction } from "./words.js";

/** What a clause says of talks: which way its subject cuts. */
export interface Hit {
  readonly shape: "verb" | "noun" | "cause";
  readonly direction: Direction;
  readonly subject: number;
  /** The direction is read with the negation ("has not made things easier"). */
  readonly denial?: true;
}

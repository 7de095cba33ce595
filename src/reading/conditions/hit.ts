import type { Direction } from "./words.js";

/** What a clause says of talks: which way its subject cuts. */
export interface Hit {
  readonly shape: "verb" | "noun" | "cause";
  readonly direction: Direction;
  readonly subject: number;
}

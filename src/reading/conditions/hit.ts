import type { Direction } from "./words.js";

/** What a clause says of talks: which way its subject cuts. */
export interface Hit {
  readonly shape: "verb" | "noun" | "wording" | "cause" | "sway" | "owed" | "hope";
  readonly direction: Direction;
  readonly subject: number;
  /** The direction is read with the negation ("has not made things easier"). */
  readonly denial?: true;
  /** It did not keep talks from going on ("despite the shelling"). */
  readonly failed?: true;
  /** It was only looked for. */
  readonly hoped?: true;
}

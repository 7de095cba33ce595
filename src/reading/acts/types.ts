import type { Actor, Clause } from "../types.js";

/** What somebody does with words that bind or move: the classes of `deals/acts` and `deals/nouns`. */
export type ActClass =
  | "agree"
  | "decide"
  | "instruct"
  | "promise"
  | "assure"
  | "propose"
  | "offer"
  | "request"
  | "concede"
  | "aim";

/** What is agreed, promised, asked: its head token, its words, and the clause where it is one. Tokens of one sentence. */
export interface Content {
  readonly form: "inf" | "that" | "noun";
  readonly head: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly clause: Clause | null;
}

export interface Act {
  readonly cls: ActClass;
  readonly clause: Clause;
  readonly sentence: number;
  /** Token of the word: the verb, or the noun of "made an offer". */
  readonly token: number;
  /** Told by somebody's readiness ("is prepared to host"), not by a verb of doing it. */
  readonly ready: boolean;
  /** Noun that the content was read from ("made an offer", "tabled a draft"), or -1. */
  readonly noun: number;
  readonly by: readonly Actor[];
  readonly to: readonly Actor[];
  readonly content: Content | null;
}

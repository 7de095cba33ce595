import type { Rule } from "../rule.js";
import type { Certainty, Factuality } from "../types.js";

export type Status = Factuality["status"];

/**
 * What a word makes of what it bears on. `keep`: the status stands as it was. `sign`: what becomes of the polarity, "keep" and "flip" of
 * what stands inside.
 */
export interface Outcome {
  readonly status: Status | "keep";
  readonly certainty: Certainty | "keep";
  readonly sign: "keep" | "flip" | "negative" | "unknown";
}

/** A class of governing words (`factuality/embedding`), with what it gives when it is itself negated. */
export interface PredicateRule extends Rule {
  readonly class: string;
  readonly gives: Outcome;
  readonly negated: Outcome;
  /** Also bears on what is no fact already: "denied plans to attack". */
  readonly overrides?: boolean;
  /** Bears also on what stands once it is said or written: "called for an agreement", but not "rejected an agreement". */
  readonly reachesStanding?: boolean;
  /** The same, for the nouns of the class only: "the prospect of an agreement", but not "discussed an agreement". */
  readonly nounsReachStanding?: boolean;
  /** Bears on what a noun between tells: "denied a report that it had attacked". */
  readonly reachesTold?: boolean;
  /** Bears only on what lies ahead: who warns that a thing is so only says so. */
  readonly onlyAhead?: boolean;
  /** Leaves no trace where it changes nothing: most of what is told is told by somebody. */
  readonly silent?: boolean;
  /** Its content is told by a source of its own, and what stands further out does not bear on it. */
  readonly stops?: boolean;
}

/** What the form of a clause or noun says by itself. `form` names what the engine looks for. */
export interface FormRule extends Rule {
  readonly form: string;
  /** What it tells lies ahead, and what governs it says more precisely how. */
  readonly ahead?: boolean;
  readonly gives: Outcome;
  readonly negated: Outcome;
}

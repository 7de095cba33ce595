import type { Certainty, Clause, Factuality } from "../types.js";
import type { FormRule, Outcome, Status } from "./rule.js";

/** A factuality while it is being worked out; cues are tokens. */
export interface State {
  readonly status: Status;
  readonly certainty: Certainty;
  readonly polarity: Factuality["polarity"];
  readonly cues: readonly number[];
  readonly rule: string;
  readonly ahead?: boolean;
}

/** A clause's own form, with whether it is told as a fact, now or then. */
export const isFact = (s: State): boolean => s.status === "happened" || s.status === "ongoing";

/** Told as a fact, or as none: what stands around it may still change that. */
export const isTold = (s: State): boolean => isFact(s) || s.status === "negated";

/** Told as lying ahead by its own form, "will", "would" or "may": what governs it says more precisely how. */
export const isAhead = (s: State): boolean => s.ahead === true;

const RANK: Readonly<Record<Certainty, number>> = { certain: 3, probable: 2, possible: 1, uncommitted: 0 };
const weaker = (a: Certainty, b: Certainty): Certainty => (RANK[a] < RANK[b] ? a : b);

/** What `outcome` makes of what stands inside it. */
export function applied(outcome: Outcome, inner: State, cue: number, rule: string): State {
  const certainty =
    outcome.certainty === "keep"
      ? inner.certainty
      : weaker(
          outcome.certainty,
          isFact(inner) ? "certain" : inner.certainty === "uncommitted" ? "certain" : inner.certainty,
        );
  const polarity = signed(outcome, inner);
  const status =
    outcome.status === "keep"
      ? inner.status
      : outcome.status === "negated" && polarity === "positive"
        ? certainty === "certain"
          ? "happened"
          : "hypothetical"
        : outcome.status;
  const cues = cue < 0 || inner.cues.includes(cue) ? inner.cues : [...inner.cues, cue];
  // What is told as probable only, and its denial, keep their status: polarity says the rest.
  const denied = outcome.status === "keep" && outcome.sign === "negative" && isFact(inner);
  const kept = outcome.status === "keep" && inner.ahead === true;
  return { status: denied ? "negated" : status, certainty, polarity, cues, rule, ahead: kept };
}

function signed(outcome: Outcome, inner: State): State["polarity"] {
  if (outcome.sign === "unknown") return "unknown";
  if (outcome.sign === "keep") return inner.polarity;
  if (outcome.sign === "flip") return inner.polarity === "negative" ? "positive" : "negative";
  return inner.polarity === "negative" ? "positive" : "negative";
}

/** Where the verb of a clause stands: its light verb, where it has one. */
export const verbOf = (c: Clause): number => (c.support >= 0 ? c.support : c.head);

/** Told without any mark. */
export const FACT: State = {
  status: "happened",
  certainty: "certain",
  polarity: "positive",
  cues: [],
  rule: "factuality/asserted",
};

/** What a form gives, negated or not; absent cues are -1. */
export function give(rule: FormRule, negated: boolean, cues: readonly number[]): State {
  const state = applied(negated ? rule.negated : rule.gives, FACT, -1, rule.id);
  return { ...state, cues: cues.filter((t) => t >= 0), ahead: rule.ahead === true };
}

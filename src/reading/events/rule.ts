import type { Rule } from "../rule.js";
import type { PloverClass } from "../types.js";

/**
 * What an operator makes of its content: "refuse" + AID is REJECT, "promise" + ASSAULT is THREATEN. `content` lists classes, groups of
 * classes (`cooperation`, `conflict`, `words`), `nothing` (no event found in it), `negated` (a negated one) or `anything` (the rest).
 */
export interface EventRule extends Rule {
  readonly operators: readonly string[];
  readonly content: readonly string[];
  /** Null: the content's own class and mode. */
  readonly class: PloverClass | null;
  readonly mode?: string;
}

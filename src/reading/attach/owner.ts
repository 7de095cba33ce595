import type { Sentence } from "../../language/index.js";
import { governor } from "../time/index.js";
import type { TimeExpression } from "../types.js";
import { clauseAbove } from "./clauses-at.js";

/** Clause that an expression dates: the one it heads, as for a date that is a predicate, or the first above it; -1 for none. */
export function ownerOf(s: Sentence, at: Int32Array, x: TimeExpression): number {
  return at[x.head] >= 0 ? at[x.head] : clauseAbove(s, at, governor(s, x.from, x.to, x.head));
}

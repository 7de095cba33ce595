import type { Sentence } from "../../language/index.js";
import { governor } from "../time/index.js";
import type { TimeExpression } from "../types.js";
import { clauseAbove } from "./clauses-at.js";

/** Clause that an expression dates: the one it heads, as for a date that is a predicate, or the first above it; -1 for none. */
export function ownerOf(
  s: Sentence,
  at: Int32Array,
  x: TimeExpression,
  genitive: ReadonlySet<string>,
): number {
  // "two months after the summit" does not date the summit.
  if (x.eventHead >= 0) {
    const above =
      s.heads[x.eventHead] >= x.from && s.heads[x.eventHead] < x.to ? s.heads[x.head] : s.heads[x.eventHead];
    return above < 0 || above === x.eventHead ? -1 : clauseAbove(s, at, above);
  }
  return at[x.head] >= 0 ? at[x.head] : clauseAbove(s, at, governor(s, x.from, x.to, x.head, genitive));
}

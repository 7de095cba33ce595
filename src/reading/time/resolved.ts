import type { TimeExpression, TimePart, Unresolved } from "../types.js";
import type { Dated } from "./calendar.js";

/** Days of an expression, or why it has none, and how they were come by. */
export interface Resolved {
  readonly dated: Dated | null;
  readonly unresolved: Unresolved | null;
  readonly known: readonly TimePart[];
  readonly implied: readonly TimePart[];
  readonly anchor: TimeExpression["anchor"];
  /** What the words themselves say of it; null where the preposition before them does. */
  readonly role: TimeExpression["role"] | null;
  readonly quantity: TimeExpression["quantity"];
  readonly occurrences: TimeExpression["occurrences"];
}

export const none = (unresolved: Unresolved, more: Partial<Resolved> = {}): Resolved => ({
  dated: null,
  unresolved,
  known: [],
  implied: [],
  anchor: "none",
  role: null,
  quantity: null,
  occurrences: [],
  ...more,
});

export const found = (
  dated: Dated,
  anchor: Resolved["anchor"],
  known: readonly TimePart[],
  implied: readonly TimePart[],
  more: Partial<Resolved> = {},
): Resolved => ({ ...none("NOT_A_DATE"), dated, unresolved: null, anchor, known, implied, ...more });

import type { Factuality } from "../types.js";

/** What is only imagined, asked for, feared or looked forward to is nobody's stand. */
export const NOT_HELD: ReadonlySet<Factuality["status"]> = new Set([
  "hypothetical",
  "conditional",
  "requested",
  "feared",
  "expected",
  "proposed",
]);

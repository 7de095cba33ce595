import type { Print } from "../../ledger/index.js";
import type { Sheet, VersionOrder } from "../../record/index.js";

/** A document sorted to the negotiations it concerns: texts and numbers alone, which another thread can be told. */
export interface Prepared {
  readonly version: VersionOrder;
  readonly basis: string;
  readonly sheets: readonly Sheet[];
  readonly print: Print | null;
  /** Whether a person decided about one of its statements. */
  readonly judged: boolean;
}

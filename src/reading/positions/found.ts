import type { Actor, Factuality, PositionItem } from "../types.js";
import type { Content } from "./content.js";

/** What a rule made of a clause. */
export interface Found {
  readonly rule: string;
  readonly content: Content;
  readonly holders: readonly Actor[];
  readonly move: PositionItem["move"];
  readonly force: PositionItem["force"];
  readonly stance?: string;
  /** Said in a mood that is only polite or firm, "would not yield", "could live with": how certain it is that it is held all the same. */
  readonly held?: Factuality["certainty"];
}

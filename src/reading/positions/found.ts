import type { Actor, PositionItem } from "../types.js";
import type { Content } from "./content.js";

/** What a rule made of a clause. */
export interface Found {
  readonly rule: string;
  readonly content: Content;
  readonly holders: readonly Actor[];
  readonly move: PositionItem["move"];
  readonly force: PositionItem["force"];
  readonly stance?: string;
}

import { type Reason, showReason } from "./basis.js";

/** One sentence of an explanation with the preferences it rests on. */
export interface Sentence {
  readonly kind: "stays" | "sanctioned" | "leaves" | "together" | "blocked" | "closed" | "believes";
  /** Codes of those it is about: who stays or leaves, who moves together, who blocks. */
  readonly about: readonly string[];
  readonly text: string;
  readonly reasons: readonly Reason[];
}

/** Each reason once. */
export function unique(reasons: readonly (Reason | null)[]): Reason[] {
  return [...new Map(reasons.flatMap((r) => (r === null ? [] : [[showReason(r), r] as const]))).values()];
}

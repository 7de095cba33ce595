import type { Sentence } from "../../language/index.js";
import type { WithClauses } from "../layers.js";

/** Clause index of each token that heads or supports one, else -1. */
export function clausesAt(input: WithClauses, s: Sentence): Int32Array {
  const at = new Int32Array(s.size).fill(-1);
  for (const i of input.clausesBySentence[s.index]) {
    const c = input.clauses[i];
    at[c.head] = i;
    if (c.support >= 0) at[c.support] = i;
  }
  return at;
}

/** First clause at or above a token, or -1. */
export function clauseAbove(s: Sentence, at: Int32Array, token: number): number {
  for (let t = token, steps = 0; t >= 0 && steps <= s.size; t = s.heads[t], steps++)
    if (at[t] >= 0) return at[t];
  return -1;
}

import { VALUE, type Weights } from "./weights.js";

/**
 * A small classifier that is asked before a large one (coarse to fine): it goes by few of its features, in a table that stays in the
 * nearest cache, and was trained to say what the large one says. Most decisions are plain, and it takes them alone.
 */
export interface Quick extends Weights {
  /** A best label that beats every other by more is taken without asking further. In units of the weights. */
  readonly sure: number;
  /** Labels that the best one beats by more are not looked at again. */
  readonly near: number;
}

let sums = new Int32Array(128);

/** Writes the labels that are left to the large classifier to `out`, in their order, and returns their number: 1 is a decision. */
export function shortlist(
  { codes, mask, sure, near }: Quick,
  rows: Int32Array,
  n: number,
  labels: Int32Array,
  out: Int32Array,
): number {
  const size = labels.length;
  if (sums.length < size) sums = new Int32Array(2 * size);
  let best = labels[0];
  let most = LEAST;
  let second = LEAST;
  for (let l = 0; l < size; l++) {
    const label = labels[l];
    let sum = 0;
    for (let i = 0; i < n; i++) sum += VALUE[codes[(rows[i] & mask) + label]];
    sums[l] = sum;
    if (sum > most) {
      second = most;
      most = sum;
      best = label;
    } else if (sum > second) second = sum;
  }
  if (most - second > sure) {
    out[0] = best;
    return 1;
  }
  let k = 0;
  for (let l = 0; l < size; l++) if (most - sums[l] <= near) out[k++] = labels[l];
  return k;
}

/** Below every sum. */
export const LEAST = -(2 ** 30);

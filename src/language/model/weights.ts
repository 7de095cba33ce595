/**
 * A linear classifier over hashed features. A feature is the index of its first cell; the scores of its labels are the `width` cells
 * from there on, so that features overlap: most have scores for few labels, and a table of a few million cells holds them all.
 * 16-bit at run time, 32-bit float while training.
 */
export interface Weights {
  /** Takes the hash of a feature to its first cell. */
  readonly mask: number;
  readonly width: number;
  /** mask + 1 + width cells at most. */
  readonly values: Int16Array | Float32Array;
}

/** Adds up the scores of all labels into `out[0, width)`. */
export function scoreAll(w: Weights, rows: Int32Array, n: number, out: Float64Array): void {
  const { values, width } = w;
  for (let k = 0; k < width; k++) out[k] = 0;
  for (let i = 0; i < n; i++) {
    const at = rows[i];
    for (let k = 0; k < width; k++) out[k] += values[at + k];
  }
}

/** Best label of a list, by the sum over features; ties go to the earlier one. */
export function bestOf(w: Weights, rows: Int32Array, n: number, labels: ArrayLike<number>): number {
  const { values } = w;
  let best = labels[0];
  let most = Number.NEGATIVE_INFINITY;
  for (let l = 0; l < labels.length; l++) {
    const label = labels[l];
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[rows[i] + label];
    if (sum > most) {
      most = sum;
      best = label;
    }
  }
  return best;
}

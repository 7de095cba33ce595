import type { RealWeights } from "../../src/language/model/weights.js";

/** Trainable weights with running averages (Collins 2002, lazily: the sum of update times step). */
export class Perceptron implements RealWeights {
  readonly values: Float32Array;
  readonly mask: number;
  private readonly sums: Float32Array;
  private steps = 1;

  /** `bits`: logarithm of the number of cells; `align`: features begin at multiples of 2 ** align. */
  constructor(
    bits: number,
    readonly width: number,
    align = 0,
  ) {
    this.values = new Float32Array(2 ** bits + width);
    this.sums = new Float32Array(2 ** bits + width);
    this.mask = 2 ** bits - 2 ** align;
  }

  step(): void {
    this.steps++;
  }

  update(rows: Int32Array, n: number, label: number, delta: number): void {
    const { values, sums, mask } = this;
    const sum = this.steps * delta;
    for (let i = 0; i < n; i++) {
      const at = (rows[i] & mask) + label;
      values[at] += delta;
      sums[at] += sum;
    }
  }

  /** `rows`: hashes of features. Adds up the scores of all labels into `out[0, width)`. */
  scores(rows: Int32Array, n: number, out: Float64Array): void {
    const { values, width, mask } = this;
    for (let k = 0; k < width; k++) out[k] = 0;
    for (let i = 0; i < n; i++) {
      const at = rows[i] & mask;
      for (let k = 0; k < width; k++) out[k] += values[at + k];
    }
  }

  /** Averaged values; the perceptron itself can go on. */
  averaged(): Float32Array {
    const out = new Float32Array(this.values.length);
    for (let i = 0; i < out.length; i++) out[i] = this.values[i] - this.sums[i] / this.steps;
    return out;
  }
}

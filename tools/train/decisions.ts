import type { RealQuick } from "../../src/language/model/codec.js";
import { Perceptron } from "./perceptron.js";
import type { Random } from "./random.js";

const EPOCHS = 5;

export interface QuickSettings {
  readonly bits: number;
  readonly align: number;
  readonly margin: number;
  readonly sure: number;
  readonly near: number;
}

/** Decisions of a large classifier: what a quick one saw of each, what was chosen, among what. */
export class Decisions {
  /** Where the features of the next decision are written. */
  readonly rows: Int32Array;
  private seen: Int32Array;
  private readonly chosen: number[] = [];
  private readonly allowed: Int32Array[] = [];

  constructor(
    private readonly features: number,
    private readonly width: number,
    private readonly settings: QuickSettings,
  ) {
    this.rows = new Int32Array(features);
    this.seen = new Int32Array(features * 2 ** 16);
  }

  add(chosen: number, allowed: Int32Array): void {
    const at = this.chosen.length * this.features;
    if (at + this.features > this.seen.length) {
      const bigger = new Int32Array(2 * this.seen.length);
      bigger.set(this.seen);
      this.seen = bigger;
    }
    this.seen.set(this.rows, at);
    this.chosen.push(chosen);
    this.allowed.push(allowed);
  }

  /** An averaged perceptron with margin; the decisions were the large classifier's, so there is a label to each. */
  train(random: Random, say: (line: string) => void): RealQuick {
    const { bits, align, margin, sure, near } = this.settings;
    const perceptron = new Perceptron(bits, this.width, align);
    const order = [...this.chosen.keys()];
    const scores = new Float64Array(this.width);
    const { rows, features: n } = this;
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      random.shuffle(order);
      let other = 0;
      for (const i of order) {
        rows.set(this.seen.subarray(i * n, (i + 1) * n));
        perceptron.scores(rows, n, scores);
        const want = this.chosen[i];
        let rival = -1;
        for (const l of this.allowed[i])
          if (l !== want && (rival < 0 || scores[l] > scores[rival])) rival = l;
        perceptron.step();
        if (scores[want] <= scores[rival]) other++;
        if (scores[want] - scores[rival] >= margin) continue;
        perceptron.update(rows, n, want, 1);
        perceptron.update(rows, n, rival, -1);
      }
      say(
        `${epoch + 1}: ${((100 * other) / order.length).toFixed(2)} % of ${order.length} decided otherwise`,
      );
    }
    return { values: perceptron.averaged(), width: this.width, mask: perceptron.mask, sure, near };
  }
}

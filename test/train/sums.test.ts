import { describe, expect, it } from "vitest";
import { mean } from "../../tools/train/sums.js";

const of = (...values: number[]) => ({ values: Float32Array.from(values), width: 4, mask: 4 });

describe("sums of models", () => {
  it("are means", () => {
    expect([...mean([of(1, -2, 0, 0), of(3, 0, 0, 4)]).values]).toEqual([2, -1, 0, 2]);
  });
});

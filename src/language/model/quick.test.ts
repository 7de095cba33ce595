import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Quick, shortlist } from "./quick.js";
import { scoresOf } from "./weights.js";

const bits = 6;
const labels = Int32Array.of(0, 2, 3, 5);
const cases = fc.record({
  codes: fc.uint8Array({ minLength: 2 ** bits + 6, maxLength: 2 ** bits + 6 }),
  rows: fc.array(fc.integer(), { minLength: 1, maxLength: 12 }).map((r) => Int32Array.from(r)),
  sure: fc.nat(9000),
  near: fc.nat(9000),
});

describe("the quick classifier", () => {
  it("decides only where the best label beats every other by more than is sure", () => {
    fc.assert(
      fc.property(cases, ({ codes, rows, sure, near }) => {
        const quick: Quick = { codes, mask: 2 ** bits - 1, width: 6, unit: 1, sure, near };
        const sums = new Int32Array(4);
        scoresOf(quick, rows, rows.length, labels, 4, sums);
        const best = Math.max(...sums);
        const second = [...sums].sort((a, b) => b - a)[1];
        const out = new Int32Array(4);
        const k = shortlist(quick, rows, rows.length, labels, out);
        const want =
          best - second > sure
            ? [labels[sums.indexOf(best)]]
            : [...labels].filter((_, i) => best - sums[i] <= near);
        expect([...out.subarray(0, k)]).toEqual(want);
      }),
    );
  });
});

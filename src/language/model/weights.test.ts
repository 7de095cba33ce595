import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTION_CELLS, keepLive, liveFeatures } from "./weights.js";

describe("live features", () => {
  it("are those with a score, in order", () => {
    const size = 2 ** 9;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(size - 1), fc.integer({ min: -3, max: 3 })), { maxLength: 40 }),
        fc.array(fc.nat(size / ACTION_CELLS - 1), { maxLength: 30 }),
        (cells, features) => {
          const codes = new Uint8Array(size + ACTION_CELLS);
          for (const [at, value] of cells) if (at % ACTION_CELLS < 3) codes[at] = value;
          const mask = size - ACTION_CELLS;
          const live = liveFeatures({ codes, mask, width: ACTION_CELLS, unit: 1 });
          const rows = Int32Array.from(features, (f) => f * ACTION_CELLS);
          const want = [...rows].filter((at) => codes.subarray(at, at + 3).some((v) => v !== 0));
          const k = keepLive(live, rows, rows.length, mask);
          expect([...rows.subarray(0, k)]).toEqual(want);
        },
      ),
    );
  });
});

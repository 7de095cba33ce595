import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTION_CELLS, packActions, placeOf, sparseActions } from "./weights.js";

describe("packed actions", () => {
  it("hold the cells of each feature", () => {
    const size = 2 ** 9;
    fc.assert(
      fc.property(fc.uint8Array({ minLength: size, maxLength: size }), (own) => {
        const codes = new Uint8Array(size + ACTION_CELLS);
        codes.set(own);
        const mask = size - ACTION_CELLS;
        const { packed } = packActions({ codes, mask, width: ACTION_CELLS, unit: 1 });
        for (let at = 0; at < size; at += ACTION_CELLS) {
          const cells = packed[at / ACTION_CELLS];
          expect([cells & 255, (cells >>> 8) & 255, cells >>> 16]).toEqual([...codes.subarray(at, at + 3)]);
        }
      }),
    );
  });

  it("hold the same without those that have none", () => {
    const size = 2 ** 9;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(size - 1), fc.nat(255)), { maxLength: 150 }), (cells) => {
        const codes = new Uint8Array(size + ACTION_CELLS);
        for (const [at, value] of cells) if (at % ACTION_CELLS < 3) codes[at] = value;
        const weights = { codes, mask: size - ACTION_CELLS, width: ACTION_CELLS, unit: 1 };
        const dense = packActions(weights).packed;
        const { packed, places } = sparseActions(weights);
        expect(packed.length).toBe(1 + dense.filter((v) => v !== 0).length);
        for (let at = 0; at < size; at += ACTION_CELLS)
          expect(packed[placeOf(places, at)]).toBe(dense[at / ACTION_CELLS]);
      }),
    );
  });
});

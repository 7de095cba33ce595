import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTION_CELLS, packActions } from "./weights.js";

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
});

import { describe, expect, it } from "vitest";
import text from "../../../examples/japan-russia/model.conflict?raw";
import { answered, holdsUnder, readModelText, verdictNow } from "./answer.js";
import { gridOf, movesFrom, neighbour } from "./layout.js";
import { asInFile, counted, moved, readOrders, reordered, writeOrders } from "./own-order.js";

const base = readModelText("model.conflict", text);
const { file, game } = base;
const usa = file.makers.findIndex((m) => m.code === "USA");

describe("order of preferences on the page", () => {
  it("goes into an address and comes back", () => {
    const orders = new Map([
      [0, moved(asInFile(file, 0), 3, 0)],
      [1, counted(asInFile(file, 1), 2, false)],
      [usa, asInFile(file, usa, 1)],
    ]);
    const text = writeOrders(file, orders);
    expect(text).toBe("JPN.0.4-1-2-3-5-6~RUS.0.1-2-4-5-6~USA.1.1");
    expect(readOrders(file, text)).toEqual(orders);
  });

  it("is left out of the address where it is the file's", () => {
    expect(writeOrders(file, new Map([[0, moved(moved(asInFile(file, 0), 1, 4), 4, 1)]]))).toBe("");
  });

  it.each(["", "~", "XXX.0.1", "JPN.7.1", "JPN.0.1-1", "JPN.0.99", "JPN.0.1.2", "JPN.0.0", "<b>"])(
    "passes over %j",
    (text) => expect(readOrders(file, text).size).toBe(0),
  );

  it("changes the verdict: the same as the model of the other list", () => {
    const orders = readOrders(file, "USA.1.1");
    const now = answered(base, reordered(file, orders));
    const before = answered(base, file);
    expect(file.statusQuo).not.toBeNull();
    const quo = file.statusQuo ?? 0;
    expect(holdsUnder(before, quo)).toContain("SEQ");
    expect(now.holding.get("SEQ")).not.toEqual(before.holding.get("SEQ"));
    expect(verdictNow(before, before, "SEQ")).toMatch(/^The status quo \(8\) is a structural deadlock/);
    expect(verdictNow(now, before, "SEQ")).toMatch(/No longer: |New against the file: /);
  });

  it("with nothing in it, everybody stays everywhere", () => {
    const none = new Map(file.makers.map((_, i) => [i, { list: 0, places: [] }]));
    const now = answered(base, reordered(file, none));
    expect(now.holding.get("NASH")).toHaveLength(game.states.length);
  });
});

describe("the grid of states", () => {
  it.each([0.6, 1, 2.5])(
    "gives every state a place of its own, moves along rows and columns (shape %d)",
    (shape) => {
      const grid = gridOf(game, shape);
      expect(grid.at.size).toBe(game.states.length);
      expect(new Set([...grid.at.values()].map((p) => `${p.column},${p.row}`)).size).toBe(game.states.length);
      const moves = movesFrom(game, game.states);
      expect(moves.length).toBeGreaterThan(50);
      for (const m of moves) {
        const [a, b] = [grid.at.get(m.from), grid.at.get(m.to)];
        expect(a?.row === b?.row || a?.column === b?.column).toBe(true);
      }
    },
  );

  it("is wide in a wide space and tall in a narrow one", () => {
    const [wide, tall] = [gridOf(game, 3), gridOf(game, 0.4)];
    expect(wide.columns.length).toBeGreaterThan(wide.rows.length);
    expect(tall.columns.length).toBeLessThan(tall.rows.length);
  });

  it("arrow keys reach every state from the first", () => {
    const grid = gridOf(game, 2.5);
    const seen = new Set<number>([game.states[0]]);
    for (const s of seen)
      for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const) {
        const next = neighbour(grid, s, key);
        if (next !== null) seen.add(next);
      }
    expect(seen.size).toBe(game.states.length);
  });
});

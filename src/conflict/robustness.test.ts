import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomModel } from "../../test/conflict/random-models.js";
import {
  createGame,
  equilibria,
  type Game,
  type GraphModel,
  type PreferenceStatement,
  robustness,
  solve,
} from "./index.js";

type Lists = readonly (readonly PreferenceStatement[])[];

/** Every list of lists one edit away, written without the module's help. */
function neighbours(lists: Lists): Lists[] {
  const out: Lists[] = [];
  lists.forEach((list, d) => {
    const put = (next: readonly PreferenceStatement[]): void => {
      out.push(lists.map((l, k) => (k === d ? next : l)));
    };
    list.forEach((_, at) => {
      put(list.filter((_, k) => k !== at));
      if (at + 1 < list.length) {
        const next = [...list];
        [next[at], next[at + 1]] = [next[at + 1], next[at]];
        put(next);
      }
    });
  });
  return out;
}

const withLists = (m: GraphModel, lists: Lists): GraphModel => ({
  ...m,
  decisionMakers: m.decisionMakers.map((dm, k) => ({ ...dm, statements: lists[k] })),
});

const verdict = (game: Game): string => equilibria(solve(game), "SEQ").join(" ");

describe("robustness", () => {
  it("finds the changed verdicts that solving every changed model anew finds", () => {
    let changed = 0;
    fc.assert(
      fc.property(randomModel(4, 3), (m) => {
        fc.pre(m.infeasible.length === 0);
        const lists = m.decisionMakers.map((dm) => dm.statements ?? []);
        const one = new Map(neighbours(lists).map((l) => [JSON.stringify(l), l]));
        one.delete(JSON.stringify(lists));
        const two = new Map([...one.values()].flatMap(neighbours).map((l) => [JSON.stringify(l), l]));
        for (const key of [JSON.stringify(lists), ...one.keys()]) two.delete(key);
        const now = verdict(createGame(m));
        const flips = (all: Map<string, Lists>): string[] =>
          [...all.values()]
            .map((l) => verdict(createGame(withLists(m, l))))
            .filter((v) => v !== now)
            .sort();
        const found = robustness(createGame(m), verdict);
        const ofSize = (n: number): string[] =>
          found.changes
            .filter((c) => c.edits.length === n)
            .map((c) => c.verdict)
            .sort();
        expect(found.verdict).toBe(now);
        expect(found.tried).toEqual({ one: one.size, two: two.size });
        expect(ofSize(1)).toEqual(flips(one));
        expect(ofSize(2)).toEqual(flips(two));
        changed += found.changes.length;
      }),
      { numRuns: 25, seed: 1975 },
    );
    expect(changed).toBeGreaterThan(500);
  });

  it("calls two edits minimal only where neither alone does it", () => {
    const game = createGame({
      options: [{ name: "gives way", direction: "both" }],
      decisionMakers: [{ name: "A", options: [0], statements: ["N", "N", "Y"], ranking: null }],
      infeasible: [],
    });
    const found = robustness(game, verdict);
    expect(found.verdict).toBe("0");
    expect(found.changes).toEqual([
      {
        edits: [
          { kind: "swap", decisionMaker: 0, at: 1 },
          { kind: "swap", decisionMaker: 0, at: 0 },
        ],
        verdict: "1",
        minimal: true,
      },
      {
        edits: [
          { kind: "swap", decisionMaker: 0, at: 1 },
          { kind: "drop", decisionMaker: 0, at: 0 },
        ],
        verdict: "1",
        minimal: true,
      },
      {
        edits: [
          { kind: "drop", decisionMaker: 0, at: 0 },
          { kind: "drop", decisionMaker: 0, at: 0 },
        ],
        verdict: "1",
        minimal: true,
      },
    ]);
  });
});

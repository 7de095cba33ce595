import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomModel } from "../../test/conflict/random-models.js";
import {
  type Concept,
  concepts,
  createGame,
  equilibria,
  equilibriumRankings,
  type Game,
  inverse,
  isStable,
  solve,
  withPreferences,
} from "./index.js";

/** All orders of `m` things; with ties: all assignments of classes, each order once. */
function orders(m: number, ties: boolean): number[][] {
  const out: number[][] = [];
  const walk = (ranks: number[], left: number[]): void => {
    if (left.length === 0) out.push(ranks);
    for (const t of left)
      walk(
        with_(ranks, t, m - left.length + 1),
        left.filter((x) => x !== t),
      );
  };
  if (!ties) {
    walk(new Array(m).fill(0), [...Array(m).keys()]);
    return out;
  }
  for (let code = 0; code < m ** m; code++) {
    const ranks = Array.from({ length: m }, (_, k) => (Math.floor(code / m ** k) % m) + 1);
    if (Array.from({ length: Math.max(...ranks) }, (_, r) => r + 1).every((r) => ranks.includes(r)))
      out.push(ranks);
  }
  return out;
}
const with_ = (ranks: readonly number[], at: number, rank: number): number[] =>
  ranks.map((r, k) => (k === at ? rank : r));

/** Counts by trying every ranking of decision maker 0. */
function tried(game: Game, s: number, concept: Concept, ties: boolean): number {
  let n = 0;
  for (const ranks of orders(game.states.length, ties)) {
    const own = new Int32Array(game.size);
    for (const [k, state] of game.states.entries()) own[state] = ranks[k];
    const changed = { ...game, ranks: [own, ...game.ranks.slice(1)] };
    if (isStable(solve(changed, [concept]), 0, s, concept)) n++;
  }
  return n;
}

describe("inverse", () => {
  it("counts the rankings that trying them all finds, strict and with ties", () => {
    let compared = 0;
    fc.assert(
      fc.property(randomModel(3, 3), fc.nat(), fc.constantFrom(...concepts), (m, pick, concept) => {
        fc.pre(m.infeasible.length > 0);
        let game: Game;
        try {
          game = createGame(m);
        } catch {
          return;
        }
        const s = game.states[pick % game.states.length];
        const found = inverse(game, 0, s, concept);
        if (game.states.length <= 6) {
          expect(Number(found.strict?.stable)).toBe(tried(game, s, concept, false));
          expect(Number(found.strict?.of)).toBe(orders(game.states.length, false).length);
          compared++;
        }
        if (game.states.length <= 5) {
          expect(Number(found.withTies?.stable)).toBe(tried(game, s, concept, true));
          expect(Number(found.withTies?.of)).toBe(orders(game.states.length, true).length);
        }
      }),
      { numRuns: 150, seed: 1855 },
    );
    expect(compared).toBeGreaterThan(60);
  });

  it("counts the rankings that make a state an equilibrium, others' reasons included", () => {
    let hung = 0;
    fc.assert(
      fc.property(randomModel(3, 3), fc.nat(), fc.constantFrom(...concepts), (m, pick, concept) => {
        fc.pre(m.infeasible.length > 0);
        let game: Game;
        try {
          game = createGame(m);
        } catch {
          return;
        }
        if (game.states.length > 5) return;
        const s = game.states[pick % game.states.length];
        let want = 0;
        for (const ranks of orders(game.states.length, false)) {
          const own = new Int32Array(game.size);
          for (const [k, state] of game.states.entries()) own[state] = ranks[k];
          if (equilibria(solve({ ...game, ranks: [own, ...game.ranks.slice(1)] }), concept).includes(s))
            want++;
        }
        expect(Number(equilibriumRankings(game, 0, s, concept)?.stable)).toBe(want);
        if (want > 0) hung++;
      }),
      { numRuns: 100, seed: 4 },
    );
    expect(hung).toBeGreaterThan(20);
  });

  it("says the condition in states: at least as good as where the other side can push back", () => {
    const game = createGame({
      options: [
        { name: "A cooperates", direction: "both" },
        { name: "B cooperates", direction: "both" },
      ],
      decisionMakers: [
        { name: "A", options: [0], statements: ["-Y", "N-"], ranking: null },
        { name: "B", options: [1], statements: ["Y-", "-N"], ranking: null },
      ],
      infeasible: [],
    });
    expect(inverse(game, 0, 3, "NASH").clauses).toEqual([[[2]]]);
    expect(inverse(game, 0, 3, "SEQ").clauses).toEqual([[[2], [0]]]);
    expect(inverse(game, 0, 3, "SEQ").strict).toEqual({ stable: 16n, of: 24n });
    const other = withPreferences(game, [
      game.model.decisionMakers[0],
      { ...game.model.decisionMakers[1], statements: [] },
    ]);
    expect(inverse(other, 0, 3, "SEQ").clauses).toEqual([[[2]]]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomModel } from "../../test/conflict/random-models.js";
import { concepts, createGame, equilibria, type Game, isStable, movesOf, solve } from "./index.js";

/* A solver written from the definitions, with sets and paths and no cleverness, to hold the fast one against. */

function sequences(game: Game, movers: readonly number[], from: number, improving: boolean): Set<number> {
  const reached = new Set<number>();
  const seen = new Set<string>();
  const visit = (state: number, last: number): void => {
    for (const k of movers) {
      if (k === last) continue;
      for (const next of movesOf(game, k, state, improving)) {
        reached.add(next);
        const key = `${next}/${k}`;
        if (!seen.has(key)) {
          seen.add(key);
          visit(next, k);
        }
      }
    }
  };
  visit(from, -1);
  return reached;
}

function plain(game: Game, i: number, s: number): Record<string, boolean> {
  const worth = (t: number): number => game.ranks[i][t];
  const others = game.model.decisionMakers.map((_, k) => k).filter((k) => k !== i);
  const improvements = movesOf(game, i, s, true);
  const met = (t: number, improving: boolean, lasting: boolean): boolean =>
    [...sequences(game, others, t, improving)].some(
      (u) => worth(u) <= worth(s) && (!lasting || movesOf(game, i, u).every((v) => worth(v) <= worth(s))),
    );
  return {
    NASH: improvements.length === 0,
    GMR: improvements.every((t) => met(t, false, false)),
    SMR: improvements.every((t) => met(t, false, true)),
    SEQ: improvements.every((t) => met(t, true, false)),
  };
}

describe("stability", () => {
  it("equals a solver written from the definitions on 2,000 random models", () => {
    let checked = 0;
    const any = fc.oneof(
      randomModel(3, 2),
      randomModel(4, 2),
      randomModel(4, 3),
      randomModel(5, 3),
      randomModel(5, 4),
    );
    fc.assert(
      fc.property(any, (m) => {
        let game: Game;
        try {
          game = createGame(m);
        } catch (error) {
          expect((error as { code: string }).code).toBe("MODEL_NO_FEASIBLE_STATE");
          return;
        }
        const solution = solve(game);
        for (const s of game.states) {
          for (let i = 0; i < m.decisionMakers.length; i++) {
            for (const [concept, stable] of Object.entries(plain(game, i, s))) {
              if (isStable(solution, i, s, concept as "NASH") !== stable)
                throw new Error(`${concept} side ${i} state ${s}: ${JSON.stringify(m)}`);
              checked++;
            }
          }
        }
      }),
      { numRuns: 2000, seed: 1956 },
    );
    expect(checked).toBeGreaterThan(100_000);
  });

  it("keeps Nash within SEQ and SMR, and these within GMR", () => {
    fc.assert(
      fc.property(randomModel(6, 3), (m) => {
        fc.pre(m.infeasible.length === 0);
        const game = createGame(m);
        const solution = solve(game);
        for (const s of game.states) {
          for (let i = 0; i < 3; i++) {
            const [nash, gmr, smr, seq, sim] = concepts.map((c) => isStable(solution, i, s, c));
            expect(!nash || (gmr && smr && seq && sim)).toBe(true);
            expect(!(smr || seq) || gmr).toBe(true);
          }
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it("finds the dilemma of two sides that both prefer to defect", () => {
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
    const solution = solve(game);
    expect(equilibria(solution, "NASH")).toEqual([0]);
    expect(equilibria(solution, "SEQ")).toEqual([0, 3]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomModel } from "../../test/conflict/random-models.js";
import { concepts, createGame, type Game, isStable, movesOf, reasonsToStay, solve } from "./index.js";

describe("reasons to stay", () => {
  it("agree with the solver, and every sanction is a legal path that leaves the mover no better off", () => {
    let paths = 0;
    fc.assert(
      fc.property(randomModel(5, 4), (m) => {
        let game: Game;
        try {
          game = createGame(m);
        } catch {
          return;
        }
        const solution = solve(game);
        for (const s of game.states) {
          for (let i = 0; i < 4; i++) {
            const rank = game.ranks[i];
            const reasons = reasonsToStay(game, i, s, concepts);
            for (const c of concepts) expect(reasons.stable.get(c), c).toBe(isStable(solution, i, s, c));
            for (const { to, met } of reasons.improvements) {
              for (const concept of ["GMR", "SMR", "SEQ"] as const) {
                const sanction = met.get(concept);
                if (sanction == null) continue;
                paths++;
                let at = to;
                let last = i;
                for (const step of sanction.path) {
                  expect(step.mover).not.toBe(i);
                  expect(step.mover).not.toBe(last);
                  expect(movesOf(game, step.mover, at, concept === "SEQ")).toContain(step.to);
                  [at, last] = [step.to, step.mover];
                }
                expect(at).toBe(sanction.to);
                expect(rank[at]).toBeLessThanOrEqual(rank[s]);
                if (concept === "SMR")
                  for (const u of movesOf(game, i, at)) expect(rank[u]).toBeLessThanOrEqual(rank[s]);
              }
            }
          }
        }
      }),
      { numRuns: 60, seed: 1990 },
    );
    expect(paths).toBeGreaterThan(1000);
  });
});

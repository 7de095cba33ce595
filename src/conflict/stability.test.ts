import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bruteForce } from "../../test/conflict/brute-force.js";
import { randomModel } from "../../test/conflict/random-models.js";
import { type Concept, concepts, createGame, equilibria, type GraphModel, isStable, solve } from "./index.js";

const yn = (state: number, options: number): string =>
  Array.from({ length: options }, (_, k) => ((state >> k) & 1 ? "Y" : "N")).join("");

/** The model with the first decision maker's preferences as a ranking: every state put in a random one of a few classes. */
function byHand(m: GraphModel, states: number, places: Iterable<number>): GraphModel {
  const draw = places[Symbol.iterator]();
  const classes: number[][] = [[], [], [], []];
  for (let n = 1; n <= states; n++) classes[draw.next().value as number].push(n);
  const ranking = classes.filter((c) => c.length > 0).map((c) => (c.length === 1 ? c[0] : c));
  const [first, ...rest] = m.decisionMakers;
  return { ...m, decisionMakers: [{ ...first, statements: null, ranking }, ...rest] };
}

describe("stability", () => {
  it("equals a solver written from the definitions on 2,000 random models", () => {
    let models = 0;
    let cells = 0;
    const held = new Map<string, number>();
    const any = fc.oneof(
      randomModel(3, 2),
      randomModel(4, 2),
      randomModel(4, 3),
      randomModel(5, 3),
      randomModel(5, 4),
    );
    fc.assert(
      fc.property(any, fc.infiniteStream(fc.nat({ max: 3 })), (m, places) => {
        const plain = bruteForce(m);
        if (plain.states.length === 0) {
          expect(() => createGame(m)).toThrow(expect.objectContaining({ code: "MODEL_NO_FEASIBLE_STATE" }));
          return;
        }
        // One of them ranks by hand, with ties.
        const model = byHand(m, plain.states.length, places);
        const brute = bruteForce(model);
        const game = createGame(model);
        const solution = solve(game);
        expect([...game.states].map((s) => yn(s, m.options.length))).toEqual(brute.states);
        for (const [n, s] of game.states.entries()) {
          for (const i of model.decisionMakers.keys()) {
            for (const [concept, stable] of Object.entries(brute.stable(i, brute.states[n]))) {
              if (isStable(solution, i, s, concept as Concept) !== stable)
                throw new Error(`${concept} side ${i} state ${brute.states[n]}: ${JSON.stringify(model)}`);
              cells++;
              if (stable) held.set(concept, (held.get(concept) ?? 0) + 1);
            }
          }
        }
        models++;
      }),
      { numRuns: 2100, seed: 1956 },
    );
    expect(models).toBeGreaterThanOrEqual(2000);
    expect(cells).toBeGreaterThan(200_000);
    // Every concept both holds and fails often, so that agreement means something.
    for (const c of concepts) {
      expect(held.get(c)).toBeGreaterThan(cells / 5 / 10);
      expect(held.get(c)).toBeLessThan((cells / 5) * 0.95);
    }
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

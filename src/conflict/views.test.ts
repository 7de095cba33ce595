import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bruteForce } from "../../test/conflict/brute-force.js";
import { randomModel } from "../../test/conflict/random-models.js";
import {
  blockedImprovements,
  coalitionImprovements,
  createGame,
  equilibria,
  evolution,
  type GraphModel,
  isStructuralDeadlock,
  reachedBy,
  solve,
  solveAlternatives,
  solveAsOne,
  solveMisperceptions,
} from "./index.js";

/** A upstream may release water; B downstream may sign; C may pay for it. All want the deal; C wants not to pay more than that. */
const water: GraphModel = {
  options: [
    { name: "release", direction: "both" },
    { name: "sign", direction: "both" },
    { name: "pay", direction: "both" },
  ],
  decisionMakers: [
    { name: "A", options: [0], statements: [{ if: ["N--", "--N"] }, "-Y-"], ranking: null },
    { name: "B", options: [1], statements: ["Y--", "-N-"], ranking: null },
    { name: "C", options: [2], statements: ["--N", "Y--"], ranking: null },
  ],
  infeasible: [],
};
const game = createGame(water);

describe("joint moves", () => {
  it("names the one that blocks what all others prefer", () => {
    expect(equilibria(solve(game), "NASH")).toContain(0);
    expect(coalitionImprovements(game, 0)).toEqual([]);
    expect(isStructuralDeadlock(solve(game), 0)).toBe(true);
    const blocked = blockedImprovements(game, 0);
    expect(blocked).toContainEqual({ to: 7, blocker: 2 });
  });

  it("finds the shortest way by any moves, and none by improvements from where all stay", () => {
    expect(evolution(game, 0, false).path(7)).toHaveLength(3);
    expect(evolution(game, 0, true).reached).toEqual([]);
  });
});

describe("joint moves of random models", () => {
  it("equal those found by trying all", () => {
    let found = 0;
    let blockers = 0;
    const any = fc.oneof(randomModel(4, 3), randomModel(5, 4));
    fc.assert(
      fc.property(any, fc.nat(), (m, pick) => {
        const brute = bruteForce(m);
        fc.pre(brute.states.length > 0);
        const random = createGame(m);
        const at = pick % brute.states.length;
        const s = random.states[at];
        const from = brute.states[at];
        const bits = (t: string): number => random.states[brute.states.indexOf(t)];
        const sorted = (all: Iterable<string>): number[] => [...all].map(bits).sort((a, b) => a - b);
        const everyone = m.decisionMakers.map((_, k) => k);
        const better = (k: number, t: string): boolean => brute.compare(k, t, from) > 0;
        const groups = Array.from({ length: 2 ** everyone.length }, (_, set) =>
          everyone.filter((k) => (set >> k) & 1),
        ).filter((g) => g.length > 1);
        const joint = groups.flatMap((members) => {
          const to = [...brute.together(members, from, false)].filter((t) =>
            members.every((k) => better(k, t)),
          );
          return to.length === 0 ? [] : [{ members, to: sorted(to) }];
        });
        expect(coalitionImprovements(random, s)).toEqual(joint);
        const blocked = [...brute.together(everyone, from, false)].flatMap((t) => {
          const losers = everyone.filter((k) => !better(k, t));
          return losers.length === 1 && brute.compare(losers[0], t, from) < 0
            ? [{ to: bits(t), blocker: losers[0] }]
            : [];
        });
        expect(blockedImprovements(random, s)).toEqual(blocked.sort((a, b) => a.to - b.to));
        for (const improving of [false, true]) {
          const reached = new Set(brute.together(everyone, from, improving));
          expect(reachedBy(random, everyone, s, improving)).toEqual(sorted(reached));
          reached.delete(from);
          expect([...evolution(random, s, improving).reached].sort((a, b) => a - b)).toEqual(sorted(reached));
        }
        found += joint.length;
        blockers += blocked.length;
      }),
      { numRuns: 300, seed: 8 },
    );
    expect(found).toBeGreaterThan(100);
    expect(blockers).toBeGreaterThan(100);
  });
});

describe("alternative lists", () => {
  it("count in how many combinations a state holds", () => {
    const [a, b, c] = water.decisionMakers;
    const willing = { statements: ["Y--"], ranking: null };
    const model = {
      ...water,
      decisionMakers: [a, b, { ...c, alternatives: [willing, { statements: ["--Y"], ranking: null }] }],
    };
    const found = solveAlternatives(createGame(model), ["NASH", "SEQ"]);
    expect(found.lists).toEqual([1, 1, 3]);
    expect(found.combinations).toBe(3);
    expect(found.stableIn(2, 0, "NASH")).toBe(2);
    expect(found.equilibriumIn(0, "NASH")).toBe(2);
    expect(found.stableIn(0, 0, "NASH")).toBe(3);
  });

  it("are refused where they make too many combinations", () => {
    const many = Array.from({ length: 32 }, () => ({ statements: [], ranking: null }));
    const decisionMakers = water.decisionMakers.map((dm) => ({ ...dm, alternatives: many }));
    expect(() => solveAlternatives(createGame({ ...water, decisionMakers }), ["NASH"])).toThrow(
      expect.objectContaining({ code: "MODEL_TOO_MANY_LISTS" }),
    );
  });
});

describe("a group as one", () => {
  it("leaves what its members would leave together, and stays where one of them would lose", () => {
    expect(equilibria(solve(game), "NASH")).toContain(0);
    const both = solveAsOne(game, [0, 2]).equilibria;
    // A and C together would gain nothing from 0 that both like better; alone each of three is as before.
    expect(both.get("NASH")).toContain(0);
    expect(solveAsOne(game, [0]).equilibria.get("SEQ")).toEqual(equilibria(solve(game), "SEQ"));
    const [a, b, c] = water.decisionMakers;
    const generous = { ...c, statements: ["-Y-"] };
    const willing = createGame({ ...water, decisionMakers: [a, b, generous] });
    expect(equilibria(solve(willing), "NASH")).toContain(0);
    expect(coalitionImprovements(willing, 0).some(({ members }) => members.join() === "1,2")).toBe(false);
    expect(solveAsOne(willing, [0, 1, 2]).equilibria.get("NASH")).not.toContain(0);
  });

  it("of one member each equals the solver on random models", () => {
    fc.assert(
      fc.property(randomModel(4, 3), fc.nat({ max: 2 }), (m, k) => {
        fc.pre(m.infeasible.length === 0);
        const random = createGame(m);
        const solution = solve(random);
        for (const [concept, states] of solveAsOne(random, [k]).equilibria)
          expect(states, concept).toEqual(equilibria(solution, concept));
      }),
      { numRuns: 150, seed: 2001 },
    );
  });
});

describe("misperception", () => {
  it("renumbers an order by hand where a side takes states for impossible", () => {
    const byHand: GraphModel = {
      options: [
        { name: "a", direction: "both" },
        { name: "b", direction: "both" },
      ],
      decisionMakers: [
        { name: "A", options: [0], statements: null, ranking: [4, [3, 2], 1], view: { infeasible: ["YN"] } },
        { name: "B", options: [1], statements: null, ranking: [1, 2, 3, 4] },
      ],
      infeasible: [],
    };
    const found = solveMisperceptions(createGame(byHand), ["NASH"]);
    expect([...found.own[0].game.states]).toEqual([0, 2, 3]);
    expect([0, 2, 3].map((s) => found.own[0].game.ranks[0][s])).toEqual([1, 2, 3]);
    expect([0, 2, 3].map((s) => found.own[0].game.ranks[1][s])).toEqual([3, 2, 1]);
    // A would go from 0 to 1 if it took 1 for possible.
    expect(found.only.get("NASH")).toEqual({ believed: [0], missed: [] });
  });

  it("is the truth where nobody is wrong", () => {
    const found = solveMisperceptions(game, ["SEQ"]);
    expect(found.own.every((o) => o === found.truth)).toBe(true);
    expect(found.equilibria.get("SEQ")).toEqual(equilibria(solve(game), "SEQ"));
  });

  it("keeps a state that holds only by what a side believes", () => {
    // The dilemma: B fears no answer, because it takes A for one that never minds.
    const dilemma: GraphModel = {
      options: [
        { name: "A cooperates", direction: "both" },
        { name: "B cooperates", direction: "both" },
      ],
      decisionMakers: [
        { name: "A", options: [0], statements: ["-Y", "N-"], ranking: null },
        {
          name: "B",
          options: [1],
          statements: ["Y-", "-N"],
          ranking: null,
          view: { beliefs: [{ about: 0, statements: ["Y-"], ranking: null }] },
        },
      ],
      infeasible: [],
    };
    const found = solveMisperceptions(createGame(dilemma), ["SEQ"]);
    expect(equilibria(found.truth, "SEQ")).toEqual([0, 3]);
    expect(found.equilibria.get("SEQ")).toEqual([0]);
    expect(found.only.get("SEQ")).toEqual({ believed: [], missed: [3] });
    const [a, b] = dilemma.decisionMakers;
    const blind = { ...b, view: { infeasible: ["YN"] } };
    const unseen = solveMisperceptions(createGame({ ...dilemma, decisionMakers: [a, blind] }), ["NASH"]);
    expect(unseen.only.get("NASH")?.believed).toEqual([]);
    expect(unseen.own[1].game.states).toHaveLength(3);
  });
});

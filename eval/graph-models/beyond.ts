import {
  blockedImprovements,
  type Concept,
  coalitionConcepts,
  coalitionImprovements,
  concepts,
  createGame,
  equilibria,
  equilibriumRankings,
  evolution,
  type Game,
  isStable,
  robustness,
  solve,
  solveAsOne,
} from "../../src/conflict/index.js";
import type { Case } from "./case.js";

type Compare = (what: string, got: unknown, want: unknown) => void;

/** What vectors say beyond stability: ways from the status quo, who blocks, single edits of preferences, counts of rankings. */
export function compareBeyond(
  c: Case,
  game: Game,
  number: ReadonlyMap<number, number>,
  compare: Compare,
): void {
  const { expected, model, statusQuo } = c;
  const n = (s: number): number => number.get(s) as number;
  const from = statusQuo === undefined ? -1 : game.states[statusQuo - 1];
  if (expected.fromStatusQuo !== undefined) {
    const { byAnyMoves, byImprovements } = expected.fromStatusQuo;
    const name = (k: number): string => model.decisionMakers[k].name;
    const improving = evolution(game, from, true);
    const paths = Object.fromEntries(
      ascending([from, ...improving.reached]).map((s) => [
        n(s),
        improving.path(s)?.map((step) => [name(step.mover), n(step.to)]),
      ]),
    );
    compare("moves from the status quo", lengths(game, from, n), byAnyMoves);
    compare(
      "paths of improvements from the status quo",
      paths,
      Object.fromEntries(Object.entries(byImprovements).map(([k, v]) => [k, v.path])),
    );
  }
  if (expected.coalitionAsOneDM !== undefined) {
    const { coalition, equilibria: want } = expected.coalitionAsOneDM;
    const members = coalition.map((name) => model.decisionMakers.findIndex((d) => d.name === name));
    const found = solveAsOne(game, members);
    for (const concept of coalitionConcepts)
      compare(
        `${concept} equilibria of ${coalition.join(" and ")} as one`,
        found.equilibria.get(concept)?.map(n),
        want[concept],
      );
  }
  compareGiven(c, compare);
  if (expected.blockedJointImprovements !== undefined) {
    compare(
      "blocked joint improvements",
      blockedImprovements(game, from).map((b) => `${n(b.to)} ${model.decisionMakers[b.blocker].name}`),
      expected.blockedJointImprovements.map((b) => `${b.to} ${b.blocker}`),
    );
  }
  if (expected.onePreferenceEdit !== undefined) {
    const settlement = bits(expected.whatIf_USUndertakingGiven?.settlement ?? "");
    const found = robustness(game, (g) =>
      coalitionImprovements(g, from).some((x) => x.to.includes(settlement)) ? "open" : "closed",
    );
    compare(
      "single edits that open a joint way to the settlement",
      onlySingle(found.changes),
      expected.onePreferenceEdit.length,
    );
    compare("single edits tried", found.tried.one, expected.onePreferenceEditTried);
  }
  if (expected.inverse !== undefined) {
    const { varied, profiles, profilesForWhichStateIsEquilibrium } = expected.inverse;
    const i = model.decisionMakers.findIndex((d) => d.name === varied[0]);
    for (const [state, counts] of Object.entries(profilesForWhichStateIsEquilibrium)) {
      const s = game.states[Number(state) - 1];
      for (const [name, want] of Object.entries(counts)) {
        const concept = name.toUpperCase() as Concept;
        const found = equilibriumRankings(game, i, s, concept);
        compare(`rankings for ${concept} state ${state}`, Number(found?.stable), want);
        compare(`all rankings for ${concept} state ${state}`, Number(found?.of), profiles);
      }
    }
  }
}

/** The rankings that the statements alone give, where the case has both. */
export function withoutRankings(c: Case): Game {
  return createGame({
    ...c.model,
    decisionMakers: c.model.decisionMakers.map((d) => ({ ...d, ranking: null })),
  });
}

const bits = (yn: string): number => [...yn].reduce((sum, c, k) => sum + (c === "Y" ? 2 ** k : 0), 0);

const onlySingle = (changes: readonly { readonly edits: readonly unknown[] }[]): number =>
  changes.filter((x) => x.edits.length === 1).length;

const ascending = (states: readonly number[]): number[] => [...states].sort((a, b) => a - b);

function lengths(game: Game, from: number, n: (s: number) => number): Record<string, number> {
  const found = evolution(game, from, false);
  return Object.fromEntries(
    ascending([from, ...found.reached]).map((s) => [n(s), found.path(s)?.length ?? -1]),
  );
}

/** The conflict with the ally's word given: its option taken in every state. */
function compareGiven(c: Case, compare: Compare): void {
  const want = c.expected.whatIf_USUndertakingGiven;
  if (want === undefined) return;
  const { model } = c;
  const given = model.decisionMakers.findIndex((d) => d.name === "United States");
  const never = [...want.statusQuo].map((_, k) =>
    model.decisionMakers[given].options.includes(k) ? "N" : "-",
  );
  const game = createGame({ ...model, infeasible: [...model.infeasible, never.join("")] });
  const solution = solve(game);
  const quo = bits(want.statusQuo);
  const makers = model.decisionMakers.map((d, i) => [d.name, i] as const);
  compare(
    "stays once the word is given",
    makers.filter(([, i]) => isStable(solution, i, quo, "NASH")).map(([name]) => name),
    want.statusQuoNashFor,
  );
  compare(
    "ways to leave together once the word is given",
    coalitionImprovements(game, quo).map((x) => ({
      coalition: x.members.map((k) => model.decisionMakers[k].name),
      to: x.to.map((s) => yn(s, want.statusQuo.length)),
    })),
    want.jointImprovements.map((j) => ({ coalition: j.coalition, to: j.toYN })),
  );
  compare(
    "the settlement holds once the word is given",
    Object.fromEntries(concepts.map((x) => [x, equilibria(solution, x).includes(bits(want.settlement))])),
    want.settlementIs,
  );
}

const yn = (s: number, options: number): string =>
  Array.from({ length: options }, (_, k) => ((s >> k) & 1 ? "Y" : "N")).join("");

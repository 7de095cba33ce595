import {
  blockedImprovements,
  type Concept,
  coalitionImprovements,
  createGame,
  equilibriumRankings,
  evolution,
  type Game,
  robustness,
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
    const improvements = Object.fromEntries(Object.entries(byImprovements).map(([k, v]) => [k, v.moves]));
    compare("moves from the status quo", lengths(game, from, false, n), byAnyMoves);
    compare("improvements from the status quo", lengths(game, from, true, n), improvements);
  }
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

function lengths(
  game: Game,
  from: number,
  improving: boolean,
  n: (s: number) => number,
): Record<string, number> {
  const found = evolution(game, from, improving);
  const all = [from, ...found.reached].sort((a, b) => a - b);
  return Object.fromEntries(all.map((s) => [n(s), found.path(s)?.length ?? -1]));
}

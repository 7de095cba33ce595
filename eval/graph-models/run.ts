import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  coalitionImprovements,
  concepts,
  createGame,
  equilibria,
  isStable,
  movesOf,
  solve,
} from "../../src/conflict/index.js";
import { compareBeyond, withoutRankings } from "./beyond.js";
import { type Case, normal } from "./case.js";

export const usage = "graph-models FOLDER: published and synthetic graph models, state by state";

/** Compares feasible states, rankings, stable cells and equilibria of every case with what the vectors say. */
export async function run([folder]: readonly string[], { json }: { json: boolean }): Promise<number> {
  const files = readdirSync(folder)
    .filter((f) => f.endsWith(".json"))
    .sort();
  const mismatches: string[] = [];
  let cells = 0;
  for (const file of files) {
    const expected = JSON.parse(readFileSync(join(folder, file), "utf8")) as Case;
    const game = createGame(expected.model);
    const number = new Map([...game.states].map((s, i) => [s, i + 1]));
    const compare = (what: string, got: unknown, want: unknown): void => {
      cells++;
      if (JSON.stringify(got) !== JSON.stringify(want))
        mismatches.push(`${expected.id}: ${what}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
    };
    compare(
      "feasible states",
      [...game.states],
      expected.states.map((s) => s.decimal),
    );
    for (const [i, dm] of expected.model.decisionMakers.entries())
      compare(`ranking of ${dm.name}`, ranking(game, i, number), normal(expected.rankings[dm.name]));
    for (const [i, dm] of expected.model.decisionMakers.entries()) {
      for (const [s, n] of number) {
        const numbers = (improving: boolean): (number | undefined)[] =>
          movesOf(game, i, s, improving).map((t) => number.get(t));
        compare(`moves of ${dm.name} from ${n}`, numbers(false), expected.moves[dm.name]?.[n] ?? []);
        compare(
          `improvements of ${dm.name} from ${n}`,
          numbers(true),
          expected.improvements[dm.name]?.[n] ?? [],
        );
      }
    }
    const joint = expected.expected.jointImprovementsByCoalition;
    // A state that the case leaves out has none.
    for (const [s, n] of joint === undefined ? [] : number) {
      const want = joint?.[n] ?? [];
      const got = coalitionImprovements(game, s).map((c) => ({
        coalition: c.members.map((k) => expected.model.decisionMakers[k].name),
        to: c.to.map((t) => number.get(t)),
      }));
      compare(`coalitions leaving state ${n}`, sorted(got), sorted(want));
    }
    const derived = expected.expected.rankingFromStatements;
    if (derived !== undefined) {
      const plain = withoutRankings(expected);
      for (const [i, dm] of expected.model.decisionMakers.entries())
        compare(`statements of ${dm.name}`, ranking(plain, i, number), normal(derived[dm.name]));
    }
    compareBeyond(expected, game, number, compare);
    const solution = solve(game);
    for (const concept of concepts) {
      for (const [i, dm] of expected.model.decisionMakers.entries()) {
        const want = new Set(expected.expected.stableStates[concept][dm.name]);
        for (const [s, n] of number)
          compare(`${concept} ${dm.name} state ${n}`, isStable(solution, i, s, concept), want.has(n));
      }
      compare(
        `${concept} equilibria`,
        equilibria(solution, concept).map((s) => number.get(s)),
        expected.expected.equilibria[concept],
      );
    }
    // Each decision maker by one of the two, not all by the same.
    const either = [...game.states].filter((s) =>
      expected.model.decisionMakers.every(
        (_, i) => isStable(solution, i, s, "SEQ") || isStable(solution, i, s, "SIM"),
      ),
    );
    compare(
      "stable by SEQ or SIM for each",
      either.map((s) => number.get(s)),
      expected.expected.equilibriaSEQorSIM,
    );
    const strict = solve(game, concepts, "strict");
    const { equilibriaIfSanctionMustBeStrict: must, equilibria: usual } = expected.expected;
    for (const concept of concepts)
      compare(
        `${concept} equilibria if a sanction must be strict`,
        equilibria(strict, concept).map((s) => number.get(s)),
        must === "same" ? usual[concept] : must[concept],
      );
  }
  for (const line of mismatches) console.log(line);
  console.log(
    json
      ? JSON.stringify({ cases: files.length, cells, mismatches: mismatches.length })
      : `${files.length} cases, ${cells} cells, ${mismatches.length} mismatches`,
  );
  return mismatches.length === 0 && files.length > 0 ? 0 : 1;
}

function ranking(
  game: ReturnType<typeof createGame>,
  i: number,
  number: ReadonlyMap<number, number>,
): (number | number[])[] {
  const byRank = new Map<number, number[]>();
  for (const s of game.states)
    byRank.set(game.ranks[i][s], [...(byRank.get(game.ranks[i][s]) ?? []), number.get(s) as number]);
  return normal([...byRank].sort((a, b) => b[0] - a[0]).map(([, ns]) => ns));
}

const sorted = <T extends { readonly coalition: readonly string[] }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.coalition.join() < b.coalition.join() ? -1 : 1));

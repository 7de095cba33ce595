import { CoreError } from "../../text/index.js";
import { createGame, feasibleStates, type Game, withinMemory } from "../game.js";
import { compileStatement, type DecisionMaker, type Preferences } from "../model.js";
import type { FileList, ModelFile } from "./types.js";

/**
 * The conflict of a model's file, ready to solve. What only shows when the states are known is refused here, each with its line.
 * @throws CoreError MODEL_NO_FEASIBLE_STATE, MODEL_BAD_RANKING, MODEL_CONTRADICTION, MODEL_STATE_UNKNOWN for a status quo ruled out,
 *   MODEL_TOO_LARGE where memory does not hold the states
 */
export function gameOf(file: ModelFile): Game {
  return withinMemory(file.options.length, () => built(file));
}

function built(file: ModelFile): Game {
  const infeasible = file.never.filter((n) => n.seenBy === null);
  const options = file.options.map(({ id, direction }) => ({ name: id, direction }));
  const patterns = infeasible.flatMap((n) => n.patterns);
  const states = feasibleStates(options.length, patterns);
  if (states.length === 0) throw nothingLeft(file, options.length);
  const number = new Map<number, number>();
  if (file.lists.some((l) => l.order !== null)) for (const [k, s] of states.entries()) number.set(s, k + 1);
  for (const list of file.lists) checkStatements(list, states);
  const preferences = (list: FileList): Preferences =>
    list.order === null
      ? { statements: list.statements.map((s) => s.statement), ranking: null }
      : { statements: null, ranking: rankingOf(list, list.order, number) };
  const decisionMakers = file.makers.map((maker, i): DecisionMaker => {
    const own = file.lists.filter((l) => l.of === i && l.believedBy === null);
    const first = own.find((l) => l.name === null) as FileList;
    const beliefs = file.lists.filter((l) => l.believedBy === i);
    const unseen = file.never.filter((n) => n.seenBy === i).flatMap((n) => n.patterns);
    return {
      name: maker.name,
      options: file.options.flatMap((o, k) => (o.maker === i ? [k] : [])),
      ...preferences(first),
      ...(own.length > 1 ? { alternatives: own.filter((l) => l !== first).map(preferences) } : {}),
      ...(beliefs.length > 0 || unseen.length > 0
        ? {
            view: { infeasible: unseen, beliefs: beliefs.map((l) => ({ about: l.of, ...preferences(l) })) },
          }
        : {}),
    };
  });
  const game = createGame({ options, decisionMakers, infeasible: patterns });
  if (file.statusQuo !== null && game.feasible[file.statusQuo] !== 1)
    throw new CoreError("MODEL_STATE_UNKNOWN", "The status quo matches a pattern of infeasible states.", {
      state: stateText(file.statusQuo, options.length),
      line: file.quoLine,
    });
  return game;
}

/** A state as Y and N, one character an option. */
export const stateText = (state: number, options: number): string =>
  Array.from({ length: options }, (_, k) => ((state >> k) & 1 ? "Y" : "N")).join("");

/** Names the first line after which no state is left. */
function nothingLeft(file: ModelFile, options: number): CoreError {
  const lines = file.never.filter((n) => n.seenBy === null);
  const last = lines.findIndex(
    (_, k) =>
      feasibleStates(
        options,
        lines.slice(0, k + 1).flatMap((n) => n.patterns),
      ).length === 0,
  );
  return new CoreError("MODEL_NO_FEASIBLE_STATE", `"never ${lines[last].text}" rules out the last state.`, {
    line: lines[last].line,
  });
}

/** A statement that says the opposite of one above it in the list can never decide anything: refused as contradictory. */
function checkStatements({ statements }: FileList, states: Int32Array): void {
  const tests = statements.map((s) => compileStatement(s.statement));
  for (let b = 1; b < tests.length; b++) {
    for (let a = 0; a < b; a++) {
      if (states.every((s) => tests[a](s) !== tests[b](s)))
        throw new CoreError(
          "MODEL_CONTRADICTION",
          `"${statements[b].text}" says the opposite of "${statements[a].text}" in line ${statements[a].line}.`,
          { line: statements[b].line },
        );
    }
  }
}

function rankingOf(
  list: FileList,
  order: readonly (readonly number[])[],
  number: ReadonlyMap<number, number>,
): (readonly number[])[] {
  const ranked = new Set<number>();
  const out = order.map((tied) =>
    tied.map((s) => {
      const n = number.get(s);
      if (n === undefined)
        throw new CoreError("MODEL_BAD_RANKING", "The order holds a state that a pattern rules out.", {
          line: list.line,
        });
      ranked.add(n);
      return n;
    }),
  );
  if (ranked.size !== number.size)
    throw new CoreError(
      "MODEL_BAD_RANKING",
      `The order holds ${ranked.size} of the ${number.size} feasible states.`,
      { line: list.line },
    );
  return out;
}

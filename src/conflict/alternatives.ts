import { CoreError } from "../text/index.js";
import { type Game, withinMemory, withPreferences } from "./game.js";
import type { Preferences } from "./model.js";
import { type Concept, isStable, solve } from "./stability.js";

/** Most combinations of alternative preference lists that are solved. */
export const MAX_COMBINATIONS = 1024;

/** Stability over every combination of the decision makers' alternative preference lists. */
export interface Alternatives {
  /** Lists per decision maker; the first is the model's own. */
  readonly lists: readonly number[];
  /** Number of combinations: the product of `lists`. */
  readonly combinations: number;
  /** In how many combinations a state is stable for a decision maker. */
  stableIn(decisionMaker: number, state: number, concept: Concept): number;
  /** In how many combinations a state is an equilibrium. */
  equilibriumIn(state: number, concept: Concept): number;
}

/**
 * "Stable under k of n": solves the conflict once for every combination of the lists the analyst holds possible.
 * @throws CoreError MODEL_TOO_MANY_LISTS above `MAX_COMBINATIONS`, MODEL_BAD_RANKING
 */
export function solveAlternatives(game: Game, wanted: readonly Concept[]): Alternatives {
  const { decisionMakers } = game.model;
  const lists: (readonly Preferences[])[] = decisionMakers.map((dm) => [dm, ...(dm.alternatives ?? [])]);
  const combinations = lists.reduce((n, l) => n * l.length, 1);
  if (combinations > MAX_COMBINATIONS)
    throw new CoreError(
      "MODEL_TOO_MANY_LISTS",
      `The preference lists make ${combinations} combinations; ${MAX_COMBINATIONS} is the most.`,
      { combinations },
    );
  const n = decisionMakers.length;
  const at = (s: number, i: number, c: number): number => (s * (n + 1) + i) * wanted.length + c;
  const counts = withinMemory(
    game.model.options.length,
    () => new Uint16Array(game.size * (n + 1) * wanted.length),
  );
  for (let number = 0; number < combinations; number++) {
    let rest = number;
    const makers = decisionMakers.map((dm, i) => {
      const { statements, ranking } = lists[i][rest % lists[i].length];
      rest = Math.floor(rest / lists[i].length);
      return { ...dm, statements, ranking };
    });
    const solution = solve(withPreferences(game, makers), wanted);
    for (const s of game.states) {
      for (const [c, concept] of wanted.entries()) {
        let all = true;
        for (let i = 0; i < n; i++) {
          if (isStable(solution, i, s, concept)) counts[at(s, i, c)]++;
          else all = false;
        }
        if (all) counts[at(s, n, c)]++;
      }
    }
  }
  return {
    lists: lists.map((l) => l.length),
    combinations,
    stableIn: (i, s, concept) => counts[at(s, i, wanted.indexOf(concept))],
    equilibriumIn: (s, concept) => counts[at(s, n, wanted.indexOf(concept))],
  };
}

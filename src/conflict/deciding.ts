import { type CoalitionImprovement, coalitionImprovements } from "./coalitions.js";
import type { Game } from "./game.js";
import { compileStatement } from "./model.js";
import { reasonsToStay } from "./sanctions.js";
import type { Concept } from "./stability.js";

/** Place of the statement by which decision maker i tells two states apart: the first that holds in one of them only. Null where a ranking by hand decides, or nothing does. */
export function deciding(game: Game, i: number, a: number, b: number): number | null {
  const { statements, ranking } = game.model.decisionMakers[i];
  if (ranking !== null || statements === null) return null;
  const at = statements.findIndex((s) => {
    const holds = compileStatement(s);
    return holds(a) !== holds(b);
  });
  return at < 0 ? null : at;
}

/** The ways out of a state: who would leave it alone under a concept, and which groups could to the gain of each member. */
export interface Ways {
  readonly leavers: readonly number[];
  readonly joint: readonly CoalitionImprovement[];
}

export const waysOut = (game: Game, s: number, concept: Concept): Ways => ({
  leavers: game.model.decisionMakers.flatMap((_, i) =>
    reasonsToStay(game, i, s, [concept]).stable.get(concept) ? [] : [i],
  ),
  joint: coalitionImprovements(game, s),
});

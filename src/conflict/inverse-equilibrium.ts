import type { Game } from "./game.js";
import { inverse } from "./inverse.js";
import { reasonsToStay } from "./sanctions.js";
import type { Concept } from "./stability.js";

/** Most states for which every strict ranking is tried: 8! = 40,320 of them. */
export const TRIED_STATES = 8;

/**
 * How many strict rankings of decision maker i make a state an equilibrium, the others' preferences given. Under SEQ and SIM the
 * others' reasons to stay hang on i's ranking as well, so all rankings are tried; else the count of `inverse` holds. Null above
 * `TRIED_STATES` states where trying is needed, and where `inverse` gives none.
 * @throws CoreError as `inverse`
 */
export function equilibriumRankings(
  game: Game,
  i: number,
  s: number,
  concept: Concept,
): { readonly stable: bigint; readonly of: bigint } | null {
  const others = game.model.decisionMakers.map((_, k) => k).filter((k) => k !== i);
  const reasons = others.map((k) => reasonsToStay(game, k, s, [concept]));
  const own = inverse(game, i, s, concept).strict;
  const hangs = (concept === "SEQ" || concept === "SIM") && reasons.some((r) => r.improvements.length > 0);
  if (!hangs) {
    if (own === null) return null;
    return reasons.every((r) => r.stable.get(concept)) ? own : { ...own, stable: 0n };
  }
  const m = game.states.length;
  if (m > TRIED_STATES) return null;
  let stable = 0n;
  let of = 0n;
  const ranks = new Int32Array(game.size);
  const tried: Game = { ...game, ranks: game.ranks.map((r, k) => (k === i ? ranks : r)) };
  const place = (rank: number): void => {
    if (rank > m) {
      of++;
      const holds = [i, ...others].every((k) => reasonsToStay(tried, k, s, [concept]).stable.get(concept));
      if (holds) stable++;
      return;
    }
    for (const state of game.states) {
      if (ranks[state] !== 0) continue;
      ranks[state] = rank;
      place(rank + 1);
      ranks[state] = 0;
    }
  };
  place(1);
  return { stable, of };
}

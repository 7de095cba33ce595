import { type Game, movesOf } from "./game.js";
import { isStable, type Solution } from "./stability.js";

/** States that a group reaches from one by legal sequences of its members' moves: nobody moves twice in succession. */
export function reachedBy(game: Game, members: readonly number[], from: number, improving = false): number[] {
  const movers = new Uint32Array(game.size);
  const reached = new Set<number>();
  const stack: [number, number][] = [[from, -1]];
  while (stack.length > 0) {
    const [s, last] = stack.pop() as [number, number];
    for (const k of members) {
      if (k === last) continue;
      for (const t of movesOf(game, k, s, improving)) {
        reached.add(t);
        if ((movers[t] & (1 << k)) !== 0) continue;
        movers[t] |= 1 << k;
        stack.push([t, k]);
      }
    }
  }
  return [...reached].sort((a, b) => a - b);
}

/** States that a group reaches together and that each member prefers to where it is. */
export interface CoalitionImprovement {
  readonly members: readonly number[];
  readonly to: readonly number[];
}

/** All groups of two or more that can leave a state to the gain of each member. Work grows with 2^decision makers. */
export function coalitionImprovements(game: Game, s: number): CoalitionImprovement[] {
  const n = game.model.decisionMakers.length;
  const out: CoalitionImprovement[] = [];
  for (let set = 1; set < 1 << n; set++) {
    const members = Array.from({ length: n }, (_, k) => k).filter((k) => (set >> k) & 1);
    if (members.length < 2) continue;
    const to = reachedBy(game, members, s).filter((t) =>
      members.every((k) => game.ranks[k][t] > game.ranks[k][s]),
    );
    if (to.length > 0) out.push({ members, to });
  }
  return out;
}

/** A state that all but one prefer, which all together could reach: the one it would hurt is the blocker. */
export interface BlockedImprovement {
  readonly to: number;
  readonly blocker: number;
}

/** Joint improvements of all but one decision maker, with the one that would lose. Those indifferent do not block. */
export function blockedImprovements(game: Game, s: number): BlockedImprovement[] {
  const all = game.model.decisionMakers.map((_, k) => k);
  const out: BlockedImprovement[] = [];
  for (const t of reachedBy(game, all, s)) {
    const losers = all.filter((k) => game.ranks[k][t] < game.ranks[k][s]);
    const winners = all.filter((k) => game.ranks[k][t] > game.ranks[k][s]);
    if (losers.length === 1 && winners.length === all.length - 1) out.push({ to: t, blocker: losers[0] });
  }
  return out;
}

/** Structural deadlock: the state is sequentially stable for all, and no group can leave it to the gain of each member. */
export function isStructuralDeadlock(solution: Solution, s: number): boolean {
  const { game } = solution;
  return (
    game.model.decisionMakers.every((_, i) => isStable(solution, i, s, "SEQ")) &&
    coalitionImprovements(game, s).length === 0
  );
}

import { changeable, type Game, withinMemory } from "./game.js";
import { isStable, type Solution } from "./stability.js";

/** States that a group reaches from one by legal sequences of its members' moves: nobody moves twice in succession. */
export function reachedBy(game: Game, members: readonly number[], from: number, improving = false): number[] {
  const movers = lastMovers(game, members, from, improving);
  const out: number[] = [];
  for (let j = 0; j < game.states.length; j++) if (movers[game.states[j]] !== 0) out.push(game.states[j]);
  return out;
}

/**
 * Per bit set, who of a group can have moved there last, one bit a member. Each (state, next mover) is expanded once; where all of a
 * mover's options go both ways, the states that differ only in these reach one another, and two expansions mark all of them.
 * @throws CoreError MODEL_TOO_LARGE where memory does not hold the states
 */
function lastMovers(game: Game, members: readonly number[], from: number, improving: boolean): Uint16Array {
  return withinMemory(game.model.options.length, () => {
    const { feasible, ranks, up, down, seen, size } = game;
    const movers = new Uint16Array(size);
    const expanded = new Uint16Array(size);
    const twice = members.map((k) =>
      improving || (up[k] | down[k]) !== 0 || seen[k] !== null ? null : new Uint8Array(size),
    );
    let stack = new Int32Array(1024);
    let top = 0;
    const expand = (s: number, m: number): void => {
      const k = members[m];
      const bit = 1 << k;
      const sees = seen[k];
      if ((expanded[s] & bit) !== 0 || (sees !== null && sees[s] === 0)) return;
      expanded[s] |= bit;
      const free = changeable(game, k, s);
      const base = s & ~free;
      const marks = twice[m];
      if (marks !== null && marks[base]++ >= 2) {
        marks[base] = 2;
        return;
      }
      for (let sub = free; ; sub = (sub - 1) & free) {
        const t = base | sub;
        if (
          t !== s &&
          feasible[t] === 1 &&
          (movers[t] & bit) === 0 &&
          (!improving || ranks[k][t] > ranks[k][s]) &&
          (sees === null || sees[t] === 1)
        ) {
          movers[t] |= bit;
          if (top === stack.length) {
            const bigger = new Int32Array(2 * top);
            bigger.set(stack);
            stack = bigger;
          }
          stack[top++] = t * 16 + k;
        }
        if (sub === 0) break;
      }
    };
    for (let m = 0; m < members.length; m++) expand(from, m);
    while (top > 0) {
      const entry = stack[--top];
      for (let m = 0; m < members.length; m++) if (members[m] !== (entry & 15)) expand(entry >> 4, m);
    }
    return movers;
  });
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
    const reached = lastMovers(game, members, s, false);
    const to: number[] = [];
    for (let j = 0; j < game.states.length; j++) {
      const t = game.states[j];
      if (reached[t] !== 0 && members.every((k) => game.ranks[k][t] > game.ranks[k][s])) to.push(t);
    }
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

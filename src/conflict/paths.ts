import { type Game, movesOf, withinMemory } from "./game.js";

/** One move on a path: who moves, to which state. */
export interface Step {
  readonly mover: number;
  readonly to: number;
}

/** How a conflict could evolve from a state: shortest path to every state that is reached. */
export interface Evolution {
  readonly from: number;
  readonly improving: boolean;
  /** States reached, by number of moves, then decimal; without the start. */
  readonly reached: readonly number[];
  /** Shortest path to a state, or null where it is not reached. Of equal ones, the one whose movers come first. */
  path(to: number): readonly Step[] | null;
}

/**
 * Status quo analysis (Li, Kilgour and Hipel 2005): breadth-first over (state, last mover), since nobody moves twice in succession.
 * `improving` allows unilateral improvements only. Time O(states x decision makers x moves).
 */
export function evolution(game: Game, from: number, improving: boolean): Evolution {
  const n = game.model.decisionMakers.length;
  return withinMemory(game.model.options.length, () => {
    /** Per (state, last mover): the node before, START after the first move, UNSEEN where it was not reached. */
    const before = new Int32Array(game.size * n).fill(UNSEEN);
    /** Per state: the first node that reached it. */
    const first = new Int32Array(game.size).fill(UNSEEN);
    const reached: number[] = [];
    let layer: number[] = [];
    const visit = (s: number, last: number, parent: number, next: number[]): void => {
      for (let k = 0; k < n; k++) {
        if (k === last) continue;
        for (const t of movesOf(game, k, s, improving)) {
          const at = t * n + k;
          if (before[at] !== UNSEEN) continue;
          before[at] = parent;
          next.push(at);
          if (t !== from && first[t] === UNSEEN) {
            first[t] = at;
            reached.push(t);
          }
        }
      }
    };
    visit(from, -1, START, layer);
    while (layer.length > 0) {
      const next: number[] = [];
      for (const at of layer) visit(Math.floor(at / n), at % n, at, next);
      layer = next;
    }
    return {
      from,
      improving,
      reached,
      path(to) {
        if (to === from) return [];
        if (first[to] === UNSEEN) return null;
        const steps: Step[] = [];
        for (let at = first[to]; at !== START; at = before[at])
          steps.push({ mover: at % n, to: Math.floor(at / n) });
        return steps.reverse();
      },
    };
  });
}

const START = -1;
const UNSEEN = -2;

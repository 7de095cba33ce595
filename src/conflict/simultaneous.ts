import { changeable, type Game } from "./game.js";
import type { Step } from "./paths.js";

/** Most combinations of simultaneous responses looked at for one state and decision maker. */
export const SIM_CAP = 100_000;

const STAYS = -1;

/** `met`: each improvement has a simultaneous answer. `given up`: the search went past `SIM_CAP`. */
export type Met = "met" | "unmet" | "given up";

export interface SimultaneousAnswers {
  /** Whether every improvement from a state has an answer. */
  met(s: number): Met;
  /** The answer to one improvement that takes the fewest: who moves to which state on its own; null where there is none or the search is given up. */
  smallest(s: number, to: number): Step[] | null;
}

/** Improvements of one decision maker from one state as bits of its own options; the buffer is used again. */
interface Improvements {
  readonly bits: Int32Array;
  count: number;
}

/**
 * Simultaneous responses (SIM): the others' improvements from a state, each chosen or not, laid over an improvement of i, give a feasible
 * state that i likes no better than where it was. The combinations are as many as the product of the others' improvements, so they are
 * searched branch by branch: `floor[j]` holds the least rank that is left once i and the first j others have chosen, whatever the rest
 * would do, and a branch whose floor is too high is left out. `less`: how much lower than the rank of the state an answer must lie. Building takes O(states x others), and as much memory at most.
 */
export function simultaneousAnswers(game: Game, i: number, less = 0): SimultaneousAnswers {
  const { ranks, feasible, states, both, up, down } = game;
  const rank = ranks[i];
  const mask = (k: number): number => both[k] | up[k] | down[k];
  const own = mask(i);
  const others = game.model.decisionMakers.map((_, k) => k).filter((k) => k !== i && mask(k) !== 0);
  const masks = others.map(mask);
  const decided = masks.map((_, j) => masks.slice(0, j + 1).reduce((a, b) => a | b, own));
  const floor = decided.map((bits) => leastBy(states, rank, bits));
  const buffers = [i, ...others].map(
    (k): Improvements => ({ bits: new Int32Array(2 ** ones(mask(k))), count: 0 }),
  );
  const [mine, ...theirs] = buffers;
  const chosen = new Int32Array(others.length);
  let looked = 0;
  let here = 0;

  /** `most`: how many of the others may still move. `chosen` is left as the answer that was found. */
  const search = (j: number, x: number, most: number): boolean => {
    if (j === others.length) return feasible[x] === 1 && rank[x] <= here;
    if (++looked > SIM_CAP) return false;
    const rest = x & ~masks[j];
    const least = floor[j];
    const known = decided[j];
    const { bits } = theirs[j];
    const count = most === 0 ? 0 : theirs[j].count;
    for (let c = 0; c < count; c++) {
      chosen[j] = c;
      const next = rest | bits[c];
      if (least[next & known] <= here && search(j + 1, next, most - 1)) return true;
    }
    chosen[j] = STAYS;
    return least[x & known] <= here && search(j + 1, x, most);
  };

  const from = (s: number): void => {
    for (let j = 0; j < others.length; j++) improve(game, others[j], s, theirs[j]);
    here = rank[s] - less;
    looked = 0;
  };

  return {
    met(s) {
      improve(game, i, s, mine);
      if (mine.count === 0) return "met";
      from(s);
      if (theirs.every((t) => t.count === 0)) return "unmet";
      const stay = s & ~own;
      // All others staying is the improvement itself: it is better, so the search never takes it for an answer.
      for (let c = 0; c < mine.count; c++)
        if (!search(0, stay | mine.bits[c], others.length)) return looked > SIM_CAP ? "given up" : "unmet";
      return "met";
    },
    smallest(s, to) {
      from(s);
      for (let most = 1; most <= others.length; most++) {
        if (!search(0, to, most)) continue;
        return others.flatMap((mover, j) =>
          chosen[j] === STAYS ? [] : [{ mover, to: (s & ~masks[j]) | theirs[j].bits[chosen[j]] }],
        );
      }
      return null;
    },
  };
}

/** Least rank of the feasible states that agree on `bits`, indexed by these bits. */
function leastBy(states: Int32Array, rank: Int32Array, bits: number): Int32Array {
  const least = new Int32Array(bits + 1).fill(0x7fffffff);
  for (let j = 0; j < states.length; j++) {
    const s = states[j];
    if (rank[s] < least[s & bits]) least[s & bits] = rank[s];
  }
  return least;
}

function improve(game: Game, k: number, s: number, out: Improvements): void {
  const { feasible, both, up, down } = game;
  const rank = game.ranks[k];
  const sees = game.seen[k];
  out.count = 0;
  if (sees !== null && sees[s] === 0) return;
  const free = changeable(game, k, s);
  const base = s & ~free;
  const mask = both[k] | up[k] | down[k];
  const here = rank[s];
  for (let sub = free; ; sub = (sub - 1) & free) {
    const t = base | sub;
    if (feasible[t] === 1 && rank[t] > here && (sees === null || sees[t] === 1))
      out.bits[out.count++] = t & mask;
    if (sub === 0) break;
  }
}

function ones(set: number): number {
  let n = 0;
  for (let x = set; x !== 0; x &= x - 1) n++;
  return n;
}

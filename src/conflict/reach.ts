import type { Game } from "./game.js";

/** What stands for "no response at all": larger than every rank. */
export const NONE = 0x7fffffff;

/**
 * For every state, the least `worth` among the states that the opponents of decision maker i reach from it by legal sequences (at
 * least one move; nobody moves twice in succession, but may move again later). `improving`: each move betters its mover.
 *
 * All sanction questions of GMR, SMR and SEQ reduce to this number because preferences are total preorders. It is found by one
 * reverse search over (state, mover of the next move), with the targets in ascending worth: what is reached first is reached from the
 * least target. Each (state, mover) is expanded at most once. Where all of a mover's options go both ways, its states fall into
 * classes that reach one another: a class is expanded twice at most (once to label all others, once to label the first), or under
 * `improving` only when a better state than before is expanded, so that the work per class is small.
 * Time O(states x opponents x moves) at worst, about O(states x opponents) usually; memory 5 bytes a state and opponent at most.
 */
export function leastReachable(game: Game, i: number, worth: Int32Array, improving: boolean): Int32Array {
  const { feasible, ranks, both, up, down, seen, size } = game;
  const least = new Int32Array(size).fill(NONE);
  const n = game.model.decisionMakers.length;
  const Bits = n <= 8 ? Uint8Array : Uint16Array;
  const labelled = new Bits(size);
  const expanded = new Bits(size);
  const order = byWorth(game, worth);
  let stack = new Int32Array(1024);
  let top = 0;
  const classes = (k: number): boolean => k !== i && (up[k] | down[k]) === 0 && seen[k] === null;
  /** Per class, indexed by its lowest member: how often it was expanded; under `improving` the mover's best rank expanded so far. */
  const times = Array.from({ length: n }, (_, k) => (classes(k) && !improving ? new Uint8Array(size) : null));
  const best = Array.from({ length: n }, (_, k) => (classes(k) && improving ? new Int32Array(size) : null));

  const expand = (p: number, k: number, x: number): void => {
    const bit = 1 << k;
    if ((expanded[p] & bit) !== 0) return;
    expanded[p] |= bit;
    const free = both[k] | (up[k] & p) | (down[k] & ~p);
    const base = p & ~free;
    const rank = ranks[k];
    const here = rank[p];
    const count = times[k];
    if (count !== null) {
      if (count[base] === 2) return;
      count[base]++;
    }
    const most = best[k];
    if (most !== null) {
      if (most[base] >= here) return;
      most[base] = here;
    }
    const sees = seen[k];
    if (sees !== null && sees[p] === 0) return;
    for (let sub = free; ; sub = (sub - 1) & free) {
      const q = base | sub;
      if (
        feasible[q] === 1 &&
        (labelled[q] & bit) === 0 &&
        q !== p &&
        (!improving || rank[q] < here) &&
        (sees === null || sees[q] === 1)
      ) {
        labelled[q] |= bit;
        if (least[q] === NONE) least[q] = x;
        if (top === stack.length) {
          const bigger = new Int32Array(2 * top);
          bigger.set(stack);
          stack = bigger;
        }
        stack[top++] = q * 16 + k;
      }
      if (sub === 0) break;
    }
  };

  const all = ((1 << n) - 1) & ~(1 << i);
  for (let o = 0; o < order.length; o++) {
    const target = order[o];
    if (expanded[target] === all) continue;
    const x = worth[target];
    for (let k = 0; k < n; k++) if (k !== i) expand(target, k, x);
    while (top > 0) {
      const entry = stack[--top];
      const q = entry >> 4;
      const next = entry & 15;
      for (let k = 0; k < n; k++) if (k !== i && k !== next) expand(q, k, x);
    }
  }
  return least;
}

/** Feasible states in ascending worth: counting sort, since worths are dense ranks. */
function byWorth(game: Game, worth: Int32Array): Int32Array {
  const { states } = game;
  let max = 0;
  for (let j = 0; j < states.length; j++) if (worth[states[j]] > max) max = worth[states[j]];
  const starts = new Int32Array(max + 2);
  for (let j = 0; j < states.length; j++) starts[worth[states[j]] + 1]++;
  for (let v = 1; v < starts.length; v++) starts[v] += starts[v - 1];
  const out = new Int32Array(states.length);
  for (let j = 0; j < states.length; j++) out[starts[worth[states[j]]]++] = states[j];
  return out;
}

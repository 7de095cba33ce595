import { CoreError } from "../text/index.js";
import { reachedBy } from "./coalitions.js";
import { type Game, movesOf } from "./game.js";
import { SIM_CAP } from "./simultaneous.js";
import type { Concept } from "./stability.js";

/**
 * What a decision maker's ranking must satisfy for a state to be stable for it, the others' preferences given (inverse analysis;
 * Kinsara, Kilgour and Hipel 2015). All clauses must hold; a clause holds when one of its alternatives does; an alternative holds when
 * the state is at least as good as each of its states. No clauses: every ranking will do. A clause without alternatives: none will.
 */
export interface Inverse {
  readonly decisionMaker: number;
  readonly state: number;
  readonly concept: Concept;
  readonly clauses: readonly (readonly (readonly number[])[])[];
  /** How many strict rankings of all feasible states satisfy them, and of how many. Null above `INVERSE_STATES` states. */
  readonly strict: { readonly stable: bigint; readonly of: bigint } | null;
  /** The same for rankings with ties. */
  readonly withTies: { readonly stable: bigint; readonly of: bigint } | null;
}

/** Most states the clauses may speak of for exact counts: their subsets are gone through. */
export const INVERSE_STATES = 20;

/**
 * Stability of s for i depends on i's ranking only through the set of states that s is at least as good as, and on the others'
 * improvements, which do not depend on it. Counts are exact: the subsets of the states concerned that satisfy the clauses are counted
 * by size, and rankings by how many states lie below.
 * @throws CoreError MODEL_TOO_LARGE where SIM has more responses than its cap
 */
export function inverse(game: Game, i: number, s: number, concept: Concept): Inverse {
  const clauses = reduce(conditions(game, i, s, concept), s);
  const concerned = [...new Set(clauses.flat(2))].sort((a, b) => a - b);
  const m = game.states.length;
  const bySize = concerned.length > INVERSE_STATES ? null : satisfying(clauses, concerned, m - 1);
  return {
    decisionMaker: i,
    state: s,
    concept,
    clauses,
    strict: bySize && { stable: weigh(bySize, strictBelow(m)), of: factorial(m) },
    withTies: bySize && { stable: weigh(bySize, tiedBelow(m)), of: fubini(m)[m] },
  };
}

function conditions(game: Game, i: number, s: number, concept: Concept): number[][][] {
  const others = game.model.decisionMakers.map((_, k) => k).filter((k) => k !== i);
  return movesOf(game, i, s).map((t): number[][] => {
    const own = [[t]];
    if (concept === "NASH") return own;
    if (concept === "SIM") return [...own, ...outcomes(game, i, s, t, others).map((u) => [u])];
    const sanctions = reachedBy(game, others, t, concept === "SEQ");
    return [...own, ...sanctions.map((u) => (concept === "SMR" ? [u, ...movesOf(game, i, u)] : [u]))];
  });
}

function outcomes(game: Game, i: number, s: number, t: number, others: readonly number[]): number[] {
  const own = game.both[i] | game.up[i] | game.down[i];
  let bits = [s];
  for (const k of others) {
    const theirs = movesOf(game, k, s, true);
    const mask = game.both[k] | game.up[k] | game.down[k];
    if (bits.length * (theirs.length + 1) > SIM_CAP)
      throw new CoreError("MODEL_TOO_LARGE", "More simultaneous responses than are tried for one state.", {
        most: SIM_CAP,
      });
    bits = bits.flatMap((r) => [r, ...theirs.map((u) => (r & ~mask) | (u & mask))]);
  }
  const out = bits.filter((r) => r !== s).map((r) => (r & ~own) | (t & own));
  return [...new Set(out.filter((u) => game.feasible[u] === 1))];
}

/** Leaves out what s itself satisfies, alternatives that contain another, and clauses that another implies. */
function reduce(clauses: readonly number[][][], s: number): number[][][] {
  const within = (a: readonly number[], b: readonly number[]): boolean => a.every((x) => b.includes(x));
  const out: number[][][] = [];
  for (const clause of clauses) {
    const alternatives = clause
      .map((a) => [...new Set(a)].filter((x) => x !== s).sort((x, y) => x - y))
      .sort((a, b) => a.length - b.length);
    const least: number[][] = [];
    for (const a of alternatives) if (!least.some((l) => within(l, a))) least.push(a);
    if (!least.some((a) => a.length === 0)) out.push(least);
  }
  const implied = (weak: readonly number[][], strong: readonly number[][]): boolean =>
    strong.every((a) => weak.some((b) => within(b, a)));
  return out.filter((c, x) => !out.some((d, y) => x !== y && implied(c, d) && (!implied(d, c) || y < x)));
}

/** How many sets of the other states satisfy the clauses, by size. */
function satisfying(clauses: readonly number[][][], concerned: readonly number[], others: number): bigint[] {
  const at = new Map(concerned.map((t, b) => [t, 1 << b]));
  const masks = clauses.map((c) => c.map((a) => a.reduce((bits, t) => bits | (at.get(t) as number), 0)));
  const within = new Array<bigint>(concerned.length + 1).fill(0n);
  for (let set = 0; set < 2 ** concerned.length; set++) {
    if (!masks.every((c) => c.some((a) => (set & a) === a))) continue;
    within[ones(set)]++;
  }
  const free = others - concerned.length;
  const out = new Array<bigint>(others + 1).fill(0n);
  for (const [size, count] of within.entries())
    for (let more = 0; more <= free; more++) out[size + more] += count * choose(free, more);
  return out;
}

const weigh = (bySize: readonly bigint[], weight: (below: number) => bigint): bigint =>
  bySize.reduce((sum, count, below) => sum + count * weight(below), 0n);

/** Strict rankings of m states with exactly a given set of `below` states under s. */
const strictBelow =
  (m: number) =>
  (below: number): bigint =>
    factorial(below) * factorial(m - 1 - below);

/** Rankings with ties: the states above s in any weak order; of those not above, some tie with s and the rest lie below in any weak order. */
function tiedBelow(m: number): (below: number) => bigint {
  const weak = fubini(m);
  return (below) => {
    let lower = 0n;
    for (let tied = 0; tied <= below; tied++) lower += choose(below, tied) * weak[below - tied];
    return lower * weak[m - 1 - below];
  };
}

/** Numbers of weak orders of 0..m things. */
function fubini(m: number): bigint[] {
  const out = [1n];
  for (let n = 1; n <= m; n++) {
    let sum = 0n;
    for (let k = 1; k <= n; k++) sum += choose(n, k) * out[n - k];
    out.push(sum);
  }
  return out;
}

function factorial(n: number): bigint {
  let out = 1n;
  for (let k = 2; k <= n; k++) out *= BigInt(k);
  return out;
}

function choose(n: number, k: number): bigint {
  let out = 1n;
  for (let j = 1; j <= k; j++) out = (out * BigInt(n - k + j)) / BigInt(j);
  return out;
}

function ones(set: number): number {
  let n = 0;
  for (let x = set; x !== 0; x &= x - 1) n++;
  return n;
}

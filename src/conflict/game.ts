import { CoreError } from "../text/index.js";
import {
  checkModel,
  compileStatement,
  type DecisionMaker,
  type GraphModel,
  type PreferenceStatement,
  patternBits,
} from "./model.js";

/** A model made ready to solve: feasibility, preference ranks and move masks over all 2^options states. */
export interface Game {
  readonly model: GraphModel;
  /** Number of bit sets, 2^options. */
  readonly size: number;
  readonly feasible: Uint8Array;
  /** Feasible states by ascending decimal; the state numbered n is `states[n - 1]`. */
  readonly states: Int32Array;
  /** Per decision maker: rank of every feasible state, 1 = least preferred, dense; 0 for infeasible ones. */
  readonly ranks: readonly Int32Array[];
  /** Per decision maker: bits of its options that move both ways, only up, only down. */
  readonly both: Int32Array;
  readonly up: Int32Array;
  readonly down: Int32Array;
  /** Per decision maker: states it sees, or null where it sees all. */
  readonly seen: readonly (Uint8Array | null)[];
}

/**
 * Prepares a model.
 * @throws CoreError as `checkModel`, and MODEL_NO_FEASIBLE_STATE, MODEL_BAD_RANKING, MODEL_TOO_LARGE where memory does not hold it
 */
export function createGame(model: GraphModel): Game {
  checkModel(model);
  return withinMemory(model.options.length, () => prepared(model));
}

/** Runs work on arrays over all states; what the machine cannot hold is an error with a code. @throws CoreError MODEL_TOO_LARGE */
export function withinMemory<T>(options: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError) || !/alloc|array length|maximum size|memory/i.test(error.message))
      throw error;
    throw new CoreError(
      "MODEL_TOO_LARGE",
      `The memory of this machine does not hold ${2 ** options} states.`,
      {
        options,
      },
    );
  }
}

function prepared(model: GraphModel): Game {
  const size = 2 ** model.options.length;
  const feasible = feasibility(model.options.length, model.infeasible);
  const states = listed(feasible);
  if (states.length === 0)
    throw new CoreError("MODEL_NO_FEASIBLE_STATE", "The infeasible patterns leave no state.", {
      patterns: model.infeasible.length,
    });
  const n = model.decisionMakers.length;
  const both = new Int32Array(n);
  const up = new Int32Array(n);
  const down = new Int32Array(n);
  for (const [i, dm] of model.decisionMakers.entries()) {
    for (const k of dm.options) {
      const { direction } = model.options[k];
      (direction === "both" ? both : direction === "fwd" ? up : down)[i] |= 1 << k;
    }
  }
  const ranks = model.decisionMakers.map((dm) => ranksOf(dm, states, size));
  const seen = model.decisionMakers.map((dm) => {
    if (!dm.misperceived?.length) return null;
    const sees = new Uint8Array(size).fill(1);
    for (const pattern of dm.misperceived) unmark(sees, pattern);
    return sees;
  });
  return { model, size, feasible, states, ranks, both, up, down, seen };
}

/** Feasible states of so many options under patterns of infeasible ones, by ascending decimal. */
export const feasibleStates = (options: number, infeasible: readonly string[]): Int32Array =>
  listed(feasibility(options, infeasible));

function feasibility(options: number, infeasible: readonly string[]): Uint8Array {
  const feasible = new Uint8Array(2 ** options).fill(1);
  for (const pattern of infeasible) unmark(feasible, pattern);
  return feasible;
}

function listed(feasible: Uint8Array): Int32Array {
  let count = 0;
  for (let s = 0; s < feasible.length; s++) count += feasible[s];
  const states = new Int32Array(count);
  for (let s = 0, i = 0; s < feasible.length; s++) if (feasible[s] === 1) states[i++] = s;
  return states;
}

/**
 * The same conflict with other preferences: options, owners and feasible states stay. `known` may give ranks that were computed before.
 * @throws CoreError MODEL_BAD_RANKING
 */
export function withPreferences(
  game: Game,
  decisionMakers: readonly DecisionMaker[],
  known: (i: number) => Int32Array | undefined = () => undefined,
): Game {
  const ranks = decisionMakers.map((dm, i) => {
    const was = game.model.decisionMakers[i];
    if (dm.statements === was.statements && dm.ranking === was.ranking) return game.ranks[i];
    return known(i) ?? ranksOf(dm, game.states, game.size);
  });
  return { ...game, model: { ...game.model, decisionMakers }, ranks };
}

function unmark(marks: Uint8Array, pattern: string): void {
  const { care, value } = patternBits(pattern);
  const free = marks.length - 1 - care;
  for (let sub = free; ; sub = (sub - 1) & free) {
    marks[value | sub] = 0;
    if (sub === 0) break;
  }
}

function ranksOf(dm: DecisionMaker, states: Int32Array, size: number): Int32Array {
  return dm.ranking !== null
    ? ranksOfRanking(dm, dm.ranking, states, size)
    : ranksOfStatements(dm.statements ?? [], states, size);
}

function ranksOfRanking(
  dm: DecisionMaker,
  ranking: readonly (number | readonly number[])[],
  states: Int32Array,
  size: number,
): Int32Array {
  const ranks = new Int32Array(size);
  for (const [i, entry] of ranking.entries()) {
    for (const n of typeof entry === "number" ? [entry] : entry) {
      const state = states[n - 1];
      if (state === undefined || ranks[state] !== 0) {
        const why = state === undefined ? "is no feasible state" : "stands in the ranking twice";
        throw new CoreError("MODEL_BAD_RANKING", `State ${n} ${why}.`, {
          decisionMaker: dm.name,
          line: i + 1,
        });
      }
      ranks[state] = ranking.length - i;
    }
  }
  const missing = states.findIndex((s) => ranks[s] === 0);
  if (missing >= 0)
    throw new CoreError("MODEL_BAD_RANKING", `State ${missing + 1} is not in the ranking.`, {
      decisionMaker: dm.name,
    });
  return ranks;
}

/** Lexicographic ranks by refinement: one pass a statement, each splitting the classes so far; exact for any number of statements. */
function ranksOfStatements(
  statements: readonly PreferenceStatement[],
  states: Int32Array,
  size: number,
): Int32Array {
  const ranks = new Int32Array(size);
  for (let i = 0; i < states.length; i++) ranks[states[i]] = 1;
  let classes = 1;
  for (const statement of statements) {
    const holds = compileStatement(statement);
    // Class c splits into 2c (statement fails) and 2c+1 (holds): order is kept, then numbers are made dense again.
    const used = new Uint8Array(2 * classes + 2);
    for (let i = 0; i < states.length; i++) {
      const s = states[i];
      const c = 2 * ranks[s] + (holds(s) ? 1 : 0) - 1;
      ranks[s] = c;
      used[c] = 1;
    }
    const dense = new Int32Array(used.length);
    classes = 0;
    for (let c = 0; c < used.length; c++) if (used[c] === 1) dense[c] = ++classes;
    for (let i = 0; i < states.length; i++) ranks[states[i]] = dense[ranks[states[i]]];
  }
  return ranks;
}

/** Bits that decision maker i may change when it moves away from state s. */
export const changeable = (game: Game, i: number, s: number): number =>
  game.both[i] | (game.up[i] & ~s) | (game.down[i] & s);

/** R_i(s): feasible states that i reaches by one move, any change of its own options. `improving`: strictly better ones only. */
export function movesOf(game: Game, i: number, s: number, improving = false): number[] {
  const { feasible, ranks, seen } = game;
  const sees = seen[i];
  const out: number[] = [];
  if (sees !== null && sees[s] === 0) return out;
  const free = changeable(game, i, s);
  const base = s & ~free;
  for (let sub = free; ; sub = (sub - 1) & free) {
    const t = base | sub;
    if (
      t !== s &&
      feasible[t] === 1 &&
      (sees === null || sees[t] === 1) &&
      (!improving || ranks[i][t] > ranks[i][s])
    )
      out.push(t);
    if (sub === 0) break;
  }
  return out.reverse();
}

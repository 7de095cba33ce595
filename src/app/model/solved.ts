import {
  type Concept,
  coalitionConcepts,
  concepts,
  isStable,
  isStructuralDeadlock,
  type Solution,
  solve,
  solveAlternatives,
  solveAsOne,
  solveMisperceptions,
} from "../../conflict/index.js";
import { CoreError } from "../../text/index.js";
import { type Loaded, nameState, type StateName } from "./telling/index.js";

export interface StateLine extends StateName {
  readonly statusQuo: boolean;
  /** Concepts under which it is an equilibrium. */
  readonly equilibrium: readonly Concept[];
  /** Per decision maker, concepts under which it stays. */
  readonly stays: Readonly<Record<string, readonly Concept[]>>;
  /** In how many combinations of alternative lists it is an equilibrium; null where there are none. */
  readonly stableIn: Readonly<Partial<Record<Concept, number>>> | null;
  /** Concepts under which it holds for all by what each believes; null where all see the same. */
  readonly believed: readonly Concept[] | null;
  /** Concepts under which it holds when the group asked about acts as one; null where none was asked about. */
  readonly asOne: readonly Concept[] | null;
}

export interface Solved {
  readonly model: string;
  readonly title: string;
  /** What was solved for: all five, or all but SIM where the states are too many for it. */
  readonly concepts: readonly Concept[];
  readonly states: number;
  readonly combinations: number;
  readonly statusQuo: StateName | null;
  /** Stable for all under SEQ, and no group can leave it to the gain of each; null without a status quo. */
  readonly deadlock: boolean | null;
  readonly items: readonly StateLine[];
  readonly next: null;
  /** Equilibria under at least one concept, listed or not. */
  readonly equilibria: number;
  /** States that hold only under other preference lists, or only as each sees it; listed with `all`. */
  readonly elsewhere: number;
  /** States in which simultaneous responses were too many to try, so that SIM says unstable. */
  readonly capped: number;
  readonly follows: string;
  readonly notes: readonly string[];
}

/** Most states for which SIM is solved unasked. */
const SIM_STATES = 2 ** 20;

/** Most states listed beside the status quo; all are counted. */
const LISTED = 4096;

/** Solves a model for all its lists and pictures; lists its equilibria and status quo, or `all` states. */
export function solved(model: Loaded, all: boolean, group: readonly number[] = []): Omit<Solved, "follows"> {
  const { game, file } = model;
  if (group.length > 0 && game.states.length > LISTED)
    throw new CoreError("MODEL_TOO_LARGE", `A group as one is solved for ${LISTED} states at most.`, {
      states: game.states.length,
    });
  const one = group.length > 0 ? solveAsOne(game, group).equilibria : null;
  const wanted = game.states.length > SIM_STATES ? concepts.filter((c) => c !== "SIM") : concepts;
  const solution = solve(game, wanted);
  const lists = game.model.decisionMakers.some((d) => d.alternatives !== undefined)
    ? solveAlternatives(game, wanted)
    : null;
  const seen = game.model.decisionMakers.some((d) => d.view !== undefined)
    ? solveMisperceptions(game, wanted)
    : null;
  const believed = new Map(wanted.map((c) => [c, new Set(seen?.equilibria.get(c))]));
  const every = all && game.states.length <= LISTED;
  const items: StateLine[] = [];
  let found = 0;
  let elsewhere = 0;
  for (const s of game.states) {
    const equilibrium = wanted.filter((c) => holds(solution, s, c));
    const held = wanted.filter((c) => believed.get(c)?.has(s));
    const k = (c: Concept): number => lists?.equilibriumIn(s, c) ?? 0;
    const asOne = coalitionConcepts.filter((c) => one?.get(c)?.includes(s));
    const apart = equilibrium.length === 0 && (held.length > 0 || asOne.length > 0 || wanted.some(k));
    if (equilibrium.length > 0) found++;
    if (apart) elsewhere++;
    if (s !== file.statusQuo && !every && (equilibrium.length === 0 || items.length >= LISTED)) continue;
    items.push({
      ...nameState(model, s),
      statusQuo: s === file.statusQuo,
      equilibrium,
      stays: Object.fromEntries(
        file.makers.map((m, i) => [m.code, wanted.filter((c) => isStable(solution, i, s, c))]),
      ),
      stableIn: lists === null ? null : Object.fromEntries(wanted.map((c) => [c, k(c)])),
      believed: seen === null ? null : held,
      asOne: one === null ? null : asOne,
    });
  }
  return {
    model: model.path,
    title: file.title,
    concepts: wanted,
    states: game.states.length,
    combinations: lists?.combinations ?? 1,
    statusQuo: file.statusQuo === null ? null : nameState(model, file.statusQuo),
    deadlock: file.statusQuo === null ? null : isStructuralDeadlock(solution, file.statusQuo),
    items,
    next: null,
    equilibria: found,
    elsewhere,
    capped: solution.capped.length,
    notes: file.notes,
  };
}

const holds = (solution: Solution, s: number, c: Concept): boolean =>
  solution.cells.every((_, i) => isStable(solution, i, s, c));

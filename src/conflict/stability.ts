import { CoreError } from "../text/index.js";
import { changeable, type Game, withinMemory } from "./game.js";
import { leastReachable } from "./reach.js";
import { simultaneousAnswers } from "./simultaneous.js";

export type Concept = "NASH" | "GMR" | "SMR" | "SEQ" | "SIM";
export const concepts: readonly Concept[] = ["NASH", "GMR", "SMR", "SEQ", "SIM"];

const BIT: Record<Concept, number> = { NASH: 1, GMR: 2, SMR: 4, SEQ: 8, SIM: 16 };

/** Stability of every state for every decision maker. */
export interface Solution {
  readonly game: Game;
  /** Per decision maker, per bit set: one bit a concept. */
  readonly cells: readonly Uint8Array[];
  readonly concepts: readonly Concept[];
  /** States (bit sets) in which the search for simultaneous responses was given up, so that SIM says unstable there; usually empty. */
  readonly capped: readonly number[];
}

/** What counts as taking an improvement away: a state no better than before (the usual rule), or only one that is worse. */
export type SanctionRule = "weak" | "strict";

/**
 * Solves for the concepts asked for (Nash; general metarationality, Howard 1971; symmetric metarationality, Howard 1971; sequential
 * stability, Fraser and Hipel 1979; simultaneous stability). A sanction is a state less or equally preferred, by the strict rule less.
 * @throws CoreError MODEL_TOO_LARGE for more than 16 decision makers, and where memory does not hold the states
 */
export function solve(
  game: Game,
  wanted: readonly Concept[] = concepts,
  rule: SanctionRule = "weak",
): Solution {
  const n = game.model.decisionMakers.length;
  if (n > 16)
    throw new CoreError("MODEL_TOO_LARGE", `${n} decision makers; 16 is the most.`, { decisionMakers: n });
  return withinMemory(game.model.options.length, () => solved(game, wanted, rule === "strict" ? 1 : 0));
}

/** `less`: how much lower than the rank of a state a sanction must lie. */
function solved(game: Game, wanted: readonly Concept[], less: number): Solution {
  const capped = new Set<number>();
  const cells = game.model.decisionMakers.map((_, i) => {
    const marks = new Uint8Array(game.size);
    const want = wanted.reduce((bits, c) => bits | BIT[c], 0);
    reachable(game, i, { want: want & 15, less }, marks);
    if ((want & BIT.SIM) !== 0) simultaneous(game, i, { less, capped }, marks);
    return marks;
  });
  return { game, cells, concepts: wanted, capped: [...capped].sort((a, b) => a - b) };
}

export const isStable = (solution: Solution, i: number, state: number, concept: Concept): boolean =>
  (solution.cells[i][state] & BIT[concept]) !== 0;

/** Bit sets stable for every decision maker. */
export function equilibria(solution: Solution, concept: Concept): number[] {
  const out: number[] = [];
  const { states } = solution.game;
  for (let j = 0; j < states.length; j++) {
    if (solution.cells.every((marks) => (marks[states[j]] & BIT[concept]) !== 0)) out.push(states[j]);
  }
  return out;
}

/** Nash, GMR, SMR and SEQ: a state is stable unless one of its improvements escapes every response. */
function reachable(
  game: Game,
  i: number,
  { want, less }: { want: number; less: number },
  marks: Uint8Array,
): void {
  const rank = game.ranks[i];
  const mark = (bit: number, least: () => Int32Array | null): void => {
    if ((want & bit) !== 0) markStable(game, i, { bit, least: least(), less }, marks);
  };
  mark(BIT.NASH, () => null);
  mark(BIT.GMR, () => leastReachable(game, i, rank, false));
  mark(BIT.SMR, () => leastReachable(game, i, bestAnswer(game, i), false));
  mark(BIT.SEQ, () => leastReachable(game, i, rank, true));
}

/** Whether i's states fall into classes within which it can go from any to any. */
const inClasses = ({ up, down, seen }: Game, i: number): boolean =>
  (up[i] | down[i]) === 0 && seen[i] === null;

/**
 * An improvement t of s escapes when the least worth that others can make of it, `least[t]` (null: nobody answers), is more than the
 * rank of s. In a class this is so for some t exactly when the largest min(rank[t], least[t]) is more than the rank of s: one number a class.
 */
function markStable(
  game: Game,
  i: number,
  { bit, least, less }: { bit: number; least: Int32Array | null; less: number },
  marks: Uint8Array,
): void {
  const { states } = game;
  const rank = game.ranks[i];
  if (inClasses(game, i)) {
    const others = ~game.both[i];
    const most = new Int32Array(game.size);
    for (let j = 0; j < states.length; j++) {
      const t = states[j];
      const worth = least === null ? rank[t] : Math.min(rank[t], least[t] + less);
      if (worth > most[t & others]) most[t & others] = worth;
    }
    for (let j = 0; j < states.length; j++)
      if (most[states[j] & others] <= rank[states[j]]) marks[states[j]] |= bit;
    return;
  }
  for (let j = 0; j < states.length; j++) {
    const s = states[j];
    const limit = rank[s] - less;
    const escapes = (t: number): boolean => rank[t] > rank[s] && (least === null || least[t] > limit);
    if (!someMove(game, i, s, escapes)) marks[s] |= bit;
  }
}

function someMove(game: Game, i: number, s: number, test: (t: number) => boolean): boolean {
  const { feasible, seen } = game;
  const sees = seen[i];
  if (sees !== null && sees[s] === 0) return false;
  const free = changeable(game, i, s);
  const base = s & ~free;
  for (let sub = free; ; sub = (sub - 1) & free) {
    const t = base | sub;
    if (feasible[t] === 1 && (sees === null || sees[t] === 1) && test(t)) return true;
    if (sub === 0) return false;
  }
}

/** For every state the best that i can make of it: its own rank or that of its best counter-move. */
export function bestAnswer(game: Game, i: number): Int32Array {
  const { states, size } = game;
  const rank = game.ranks[i];
  const best = new Int32Array(size);
  if (inClasses(game, i)) {
    const others = ~game.both[i];
    const most = new Int32Array(size);
    for (let j = 0; j < states.length; j++) {
      const s = states[j];
      if (rank[s] > most[s & others]) most[s & others] = rank[s];
    }
    for (let j = 0; j < states.length; j++) best[states[j]] = most[states[j] & others];
    return best;
  }
  for (let j = 0; j < states.length; j++) {
    const s = states[j];
    best[s] = rank[s];
    someMove(game, i, s, (t) => {
      if (rank[t] > best[s]) best[s] = rank[t];
      return false;
    });
  }
  return best;
}

/** SIM: every improvement is met by improvements of others from the same state, made at the same time. */
function simultaneous(
  game: Game,
  i: number,
  { less, capped }: { less: number; capped: Set<number> },
  marks: Uint8Array,
): void {
  const { states } = game;
  const answers = simultaneousAnswers(game, i, less);
  for (let j = 0; j < states.length; j++) {
    const met = answers.met(states[j]);
    if (met === "met") marks[states[j]] |= BIT.SIM;
    else if (met === "given up") capped.add(states[j]);
  }
}

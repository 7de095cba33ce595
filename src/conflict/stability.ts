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

/** Nash, GMR, SMR and SEQ in one pass over the improvements: unstable once an improvement escapes every response. */
function reachable(
  game: Game,
  i: number,
  { want, less }: { want: number; less: number },
  marks: Uint8Array,
): void {
  const { states, feasible, ranks, seen } = game;
  const rank = ranks[i];
  const general = (want & BIT.GMR) !== 0 ? leastReachable(game, i, rank, false) : null;
  const symmetric = (want & BIT.SMR) !== 0 ? leastReachable(game, i, bestAnswer(game, i), false) : null;
  const sequential = (want & BIT.SEQ) !== 0 ? leastReachable(game, i, rank, true) : null;
  const sees = seen[i];
  for (let j = 0; j < states.length; j++) {
    const s = states[j];
    const here = rank[s];
    let stable = want;
    if (sees === null || sees[s] === 1) {
      const free = changeable(game, i, s);
      const base = s & ~free;
      for (let sub = free; stable !== 0; sub = (sub - 1) & free) {
        const t = base | sub;
        if (feasible[t] === 1 && rank[t] > here && (sees === null || sees[t] === 1)) {
          stable &= ~BIT.NASH;
          if (general !== null && general[t] > here - less) stable &= ~BIT.GMR;
          if (symmetric !== null && symmetric[t] > here - less) stable &= ~BIT.SMR;
          if (sequential !== null && sequential[t] > here - less) stable &= ~BIT.SEQ;
        }
        if (sub === 0) break;
      }
    }
    marks[s] |= stable;
  }
}

/** For every state the best that i can make of it: its own rank or that of its best counter-move. */
function bestAnswer(game: Game, i: number): Int32Array {
  const { states, feasible, ranks, seen, size } = game;
  const rank = ranks[i];
  const best = new Int32Array(size);
  const sees = seen[i];
  for (let j = 0; j < states.length; j++) {
    const s = states[j];
    let most = rank[s];
    if (sees === null || sees[s] === 1) {
      const free = changeable(game, i, s);
      const base = s & ~free;
      for (let sub = free; ; sub = (sub - 1) & free) {
        const t = base | sub;
        if (feasible[t] === 1 && rank[t] > most && (sees === null || sees[t] === 1)) most = rank[t];
        if (sub === 0) break;
      }
    }
    best[s] = most;
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

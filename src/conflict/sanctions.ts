import { type Game, movesOf } from "./game.js";
import type { Step } from "./paths.js";
import { leastReachable } from "./reach.js";
import { simultaneousAnswers } from "./simultaneous.js";
import { bestAnswer, type Concept } from "./stability.js";

/** How the others meet a move: the shortest sequence of their moves, or their simultaneous one, that leaves the mover no better off. */
export interface Sanction {
  /** Moves of the others after the improvement, in order. Empty for SIM, where `together` says who moves at once. */
  readonly path: readonly Step[];
  /** Where it ends: less or equally preferred by the one who moved first. */
  readonly to: number;
  /** SIM only: who moves at the same time as the improver, and to which state each alone would have gone. */
  readonly together: readonly Step[];
}

/** One improvement of a decision maker from a state, with what meets it under each concept asked for; null where nothing does. */
export interface MetImprovement {
  readonly to: number;
  readonly met: ReadonlyMap<Concept, Sanction | null>;
}

/** Why one decision maker stays in a state, or does not. */
export interface StayReason {
  readonly decisionMaker: number;
  readonly state: number;
  /** All its unilateral improvements; none means Nash stable. */
  readonly improvements: readonly MetImprovement[];
  readonly stable: ReadonlyMap<Concept, boolean>;
}

/**
 * Stability of one state for one decision maker by the definitions, with the shortest sanction of every improvement. Agrees with
 * `solve`; costs a search per improvement and concept, so it is for explaining, not for solving.
 */
export function reasonsToStay(game: Game, i: number, s: number, wanted: readonly Concept[]): StayReason {
  const rank = game.ranks[i];
  const others = game.model.decisionMakers.map((_, k) => k).filter((k) => k !== i);
  const bad = (u: number): boolean => rank[u] <= rank[s];
  const stays = (u: number): boolean => bad(u) && movesOf(game, i, u, true).every(bad);
  const simultaneous = wanted.includes("SIM") ? simultaneousAnswers(game, i) : null;
  const hopeless = outOfReach(game, i, s, wanted);
  const improvements = movesOf(game, i, s, true).map((to): MetImprovement => {
    const met = new Map<Concept, Sanction | null>();
    for (const concept of wanted) {
      if (concept === "NASH" || hopeless(concept, to)) met.set(concept, null);
      else if (concept === "SIM") {
        const together = simultaneous?.smallest(s, to) ?? null;
        met.set(concept, together && { path: [], to: laidOver(s, to, together), together });
      } else {
        const path = shortestTo(game, others, to, concept === "SEQ", concept === "SMR" ? stays : bad);
        met.set(concept, path && { path, to: path[path.length - 1].to, together: [] });
      }
    }
    return { to, met };
  });
  const stable = new Map(wanted.map((c) => [c, improvements.every((m) => m.met.get(c) != null)]));
  return { decisionMaker: i, state: s, improvements, stable };
}

/** Above this many states it is first asked whether there is a sanction at all: looking for one that is not there takes longest. */
const SEARCHED = 4096;

function outOfReach(
  game: Game,
  i: number,
  s: number,
  wanted: readonly Concept[],
): (concept: Concept, to: number) => boolean {
  if (game.states.length <= SEARCHED) return () => false;
  const least = new Map<Concept, Int32Array>(
    wanted.flatMap((c): [Concept, Int32Array][] => {
      if (c === "NASH" || c === "SIM") return [];
      return [[c, leastReachable(game, i, c === "SMR" ? bestAnswer(game, i) : game.ranks[i], c === "SEQ")]];
    }),
  );
  return (concept, to) => (least.get(concept)?.[to] ?? 0) > game.ranks[i][s];
}

/** Shortest legal sequence (at least one move) of `members` from a state to one that is accepted; null where there is none. */
export function shortestTo(
  game: Game,
  members: readonly number[],
  from: number,
  improving: boolean,
  accept: (state: number) => boolean,
): Step[] | null {
  interface Node {
    readonly step: Step;
    readonly before: Node | null;
  }
  const movers = new Map<number, number>();
  let layer: (Node | null)[] = [null];
  while (layer.length > 0) {
    const next: Node[] = [];
    for (const node of layer) {
      for (const k of members) {
        if (k === node?.step.mover) continue;
        for (const t of movesOf(game, k, node?.step.to ?? from, improving)) {
          const seen = movers.get(t) ?? 0;
          if ((seen & (1 << k)) !== 0) continue;
          movers.set(t, seen | (1 << k));
          const at: Node = { step: { mover: k, to: t }, before: node };
          if (accept(t)) return unwind(at);
          next.push(at);
        }
      }
    }
    layer = next;
  }
  return null;

  function unwind(end: Node): Step[] {
    const steps: Step[] = [];
    for (let n: Node | null = end; n !== null; n = n.before) steps.push(n.step);
    return steps.reverse();
  }
}

/** The state that comes of an improvement and the others' moves from the same state. */
function laidOver(s: number, to: number, together: readonly Step[]): number {
  return together.reduce((state, step) => state ^ s ^ step.to, to);
}

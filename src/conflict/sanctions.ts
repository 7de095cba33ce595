import { type Game, movesOf } from "./game.js";
import type { Step } from "./paths.js";
import { type Concept, SIM_CAP } from "./stability.js";

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
  /** Whether simultaneous responses were too many to try (`SIM_CAP`), so that SIM says unstable. */
  readonly capped: boolean;
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
  const simultaneous = wanted.includes("SIM") ? responses(game, others, s) : null;
  const improvements = movesOf(game, i, s, true).map((to): MetImprovement => {
    const met = new Map<Concept, Sanction | null>();
    for (const concept of wanted) {
      if (concept === "NASH") met.set(concept, null);
      else if (concept === "SIM") met.set(concept, simultaneously(game, i, s, to, simultaneous));
      else {
        const path = shortestTo(game, others, to, concept === "SEQ", concept === "SMR" ? stays : bad);
        met.set(concept, path && { path, to: path[path.length - 1].to, together: [] });
      }
    }
    return { to, met };
  });
  const stable = new Map(wanted.map((c) => [c, improvements.every((m) => m.met.get(c) != null)]));
  return {
    decisionMaker: i,
    state: s,
    improvements,
    stable,
    capped: wanted.includes("SIM") && simultaneous === null && improvements.length > 0,
  };
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

interface Response {
  readonly bits: number;
  readonly by: readonly Step[];
}

/** Every combination of the others' improvements from a state; null where they are more than the cap. */
function responses(game: Game, others: readonly number[], s: number): readonly Response[] | null {
  let out: Response[] = [{ bits: s, by: [] }];
  for (const k of others) {
    const theirs = movesOf(game, k, s, true);
    if (out.length * (theirs.length + 1) > SIM_CAP) return null;
    const mask = game.both[k] | game.up[k] | game.down[k];
    out = out.flatMap((r) => [
      r,
      ...theirs.map((t) => ({ bits: (r.bits & ~mask) | (t & mask), by: [...r.by, { mover: k, to: t }] })),
    ]);
  }
  return out;
}

function simultaneously(
  game: Game,
  i: number,
  s: number,
  to: number,
  all: readonly Response[] | null,
): Sanction | null {
  if (all === null) return null;
  const own = game.both[i] | game.up[i] | game.down[i];
  let best: Sanction | null = null;
  for (const r of all) {
    const outcome = (r.bits & ~own) | (to & own);
    if (r.by.length === 0 || game.feasible[outcome] !== 1 || game.ranks[i][outcome] > game.ranks[i][s])
      continue;
    if (best === null || r.by.length < best.together.length) best = { path: [], to: outcome, together: r.by };
  }
  return best;
}

import { createGame, feasibleStates, type Game } from "./game.js";
import type { DecisionMaker, GraphModel, Preferences } from "./model.js";
import { type Concept, isStable, type Solution, solve } from "./stability.js";

/** The conflict as each decision maker sees it, beside the conflict as the analyst sees it (a first-level hypergame; Bennett 1977). */
export interface Misperception {
  readonly truth: Solution;
  /** Per decision maker, its own model solved. `truth` itself where it sees everything as it is. */
  readonly own: readonly Solution[];
  /** States in which every decision maker stays because of what it believes. */
  readonly equilibria: ReadonlyMap<Concept, readonly number[]>;
  /** Of these, the ones that would not hold if all saw the conflict as it is, and the ones that would hold but are not seen. */
  readonly only: ReadonlyMap<
    Concept,
    { readonly believed: readonly number[]; readonly missed: readonly number[] }
  >;
}

/**
 * Solves each decision maker's own model: the states it takes for possible (`views[i].infeasible`) and the preferences it ascribes to the
 * others (`views[i].beliefs`). Its own preferences are the true ones. A state is stable for it if it is stable in its own model; a
 * state that it takes for impossible it does not know how to leave, so it is stable for it.
 * @throws CoreError as `createGame` and `solve`
 */
export function solveMisperceptions(game: Game, wanted: readonly Concept[]): Misperception {
  const truth = solve(game, wanted);
  const own = game.model.decisionMakers.map((_, i) => {
    const model = ownModel(game, i);
    return model === game.model ? truth : solve(createGame(model), wanted);
  });
  const stays = (i: number, s: number, c: Concept): boolean =>
    own[i].game.feasible[s] !== 1 || isStable(own[i], i, s, c);
  const equilibria = new Map<Concept, number[]>();
  const only = new Map<Concept, { believed: number[]; missed: number[] }>();
  for (const concept of wanted) {
    const held: number[] = [];
    const differ = { believed: [] as number[], missed: [] as number[] };
    for (let j = 0; j < game.states.length; j++) {
      const s = game.states[j];
      const holds = own.every((_, i) => stays(i, s, concept));
      const really = own.every((_, i) => isStable(truth, i, s, concept));
      if (holds) held.push(s);
      if (holds !== really) (holds ? differ.believed : differ.missed).push(s);
    }
    equilibria.set(concept, held);
    only.set(concept, differ);
  }
  return { truth, own, equilibria, only };
}

/** The model as decision maker i sees it; the same object where it sees everything as it is. */
function ownModel({ model, states }: Game, i: number): GraphModel {
  const view = model.decisionMakers[i].view;
  if (view === undefined) return model;
  const infeasible = [...model.infeasible, ...(view.infeasible ?? [])];
  const number = new Map([...feasibleStates(model.options.length, infeasible)].map((s, k) => [s, k + 1]));
  // Rankings count the states of the conflict as it is; in its picture they have other numbers, and some are not there.
  const renumbered = (ranking: Preferences["ranking"]): Preferences["ranking"] =>
    ranking?.flatMap((entry) => {
      const kept = (typeof entry === "number" ? [entry] : entry).flatMap(
        (n) => number.get(states[n - 1]) ?? [],
      );
      return kept.length === 0 ? [] : [kept];
    }) ?? null;
  const decisionMakers = model.decisionMakers.map((dm, k): DecisionMaker => {
    const { statements, ranking } = (k === i ? undefined : view.beliefs?.find((b) => b.about === k)) ?? dm;
    return { ...dm, statements, ranking: renumbered(ranking) };
  });
  return { ...model, decisionMakers, infeasible };
}

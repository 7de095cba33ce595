import { type Loaded, numberOf, telling } from "../../../src/app/model/telling/index.js";
import {
  type Concept,
  concepts,
  equilibria,
  type Game,
  gameOf,
  isStable,
  isStructuralDeadlock,
  type ModelFile,
  parseModel,
  type Solution,
  solve,
  waysOut,
} from "../../../src/conflict/index.js";
import { listed } from "../../../src/text/listed.js";

/** Above this many states the page does not solve: the command line does. */
export const MOST_STATES = 4096;
/** Above this many the search for simultaneous answers would be felt at every change. */
const SIM_STATES = 512;
/** Most states that the graph draws. */
export const DRAWN = 200;

/** A model solved as it stands on the page. */
export interface Answer {
  readonly model: Loaded;
  readonly solution: Solution;
  readonly concepts: readonly Concept[];
  /** Bit sets that hold for all, by concept. */
  readonly holding: ReadonlyMap<Concept, readonly number[]>;
}

export const readModelText = (path: string, text: string): Loaded => {
  const file = parseModel(text);
  return { path, text, file, game: gameOf(file) };
};

/** Takes milliseconds for some hundred states. Throws the coded errors of the model. */
export function answered(base: Loaded, file: ModelFile): Answer {
  const game: Game = file === base.file ? base.game : gameOf(file);
  const model = { ...base, file, game };
  const asked = game.states.length > SIM_STATES ? concepts.filter((c) => c !== "SIM") : concepts;
  const solution = solve(game, asked);
  return {
    model,
    solution,
    concepts: asked,
    holding: new Map(asked.map((c) => [c, equilibria(solution, c)])),
  };
}

/** Concepts under which a state holds for all. */
export const holdsUnder = ({ concepts: asked, holding }: Answer, state: number): Concept[] =>
  asked.filter((c) => holding.get(c)?.includes(state));

/** Concepts under which one decision maker stays in a state. */
export const staysUnder = ({ concepts: asked, solution }: Answer, maker: number, state: number): Concept[] =>
  asked.filter((c) => isStable(solution, maker, state, c));

/** What the page says first, in two sentences: the status quo, and what became of the states that hold. */
export function verdictNow(now: Answer, before: Answer, concept: Concept): string {
  const { game, file } = now.model;
  const parts: string[] = [];
  if (file.statusQuo !== null) {
    const n = numberOf(game, file.statusQuo);
    const ways = waysOut(game, file.statusQuo, concept);
    if (ways.leavers.length > 0)
      parts.push(
        `The status quo (${n}) does not hold: ${listed(ways.leavers.map((k) => file.makers[k].name))} would leave it.`,
      );
    else if (ways.joint.length > 0)
      parts.push(
        `In the status quo (${n}) each alone stays, but ${listed(telling(ways.joint)[0].members.map((k) => file.makers[k].name))} could leave it together, to the gain of each.`,
      );
    else
      parts.push(
        isStructuralDeadlock(now.solution, file.statusQuo)
          ? `The status quo (${n}) is a structural deadlock: each side stays, and no group can leave it to the gain of each member.`
          : `The status quo (${n}) holds: each side stays, and no group can leave it to the gain of each member.`,
      );
  }
  const is = now.holding.get(concept) ?? [];
  const was = before.holding.get(concept) ?? [];
  const numbers = (list: readonly number[]): string => list.map((s) => numberOf(game, s)).join(", ");
  const [gained, lost] = [is.filter((s) => !was.includes(s)), was.filter((s) => !is.includes(s))];
  parts.push(
    is.length === 0
      ? "No state holds for all."
      : `${is.length === 1 ? "One state holds" : `${is.length} states hold`} for all: ${numbers(is)}.`,
    ...(gained.length > 0 ? [`New against the file: ${numbers(gained)}.`] : []),
    ...(lost.length > 0 ? [`No longer: ${numbers(lost)}.`] : []),
  );
  return parts.join(" ");
}

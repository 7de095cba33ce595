import { type Game, type ModelFile, stateText } from "../../../conflict/index.js";

/** A model read from its file and made ready to solve. */
export interface Loaded {
  readonly path: string;
  readonly text: string;
  readonly file: ModelFile;
  readonly game: Game;
}

/** A state as every answer names it. */
export interface StateName {
  /** From 1, by ascending decimal. */
  readonly number: number;
  /** Y and N, one character an option in the file's order. */
  readonly choices: string;
  /** Ids of the options taken. */
  readonly taken: readonly string[];
}

export function nameState({ file, game }: Loaded, state: number): StateName {
  return {
    number: numberOf(game, state),
    choices: stateText(state, file.options.length),
    taken: file.options.filter((_, k) => (state >> k) & 1).map((o) => o.id),
  };
}

/** Place of a state among the feasible ones, from 1. */
export function numberOf(game: Game, state: number): number {
  let low = 0;
  let high = game.states.length - 1;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (game.states[mid] < state) low = mid + 1;
    else high = mid;
  }
  return low + 1;
}

/** "8 (two-islands, insist)"; "nothing" where no option is taken. */
export const showState = (s: StateName): string => `${s.number} (${s.taken.join(", ") || "nothing"})`;

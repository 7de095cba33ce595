import { type Game, movesOf } from "./game.js";
import type { Concept } from "./stability.js";

/** What a coalition's stability is asked for; simultaneous responses have no agreed form for one. */
export type CoalitionConcept = Exclude<Concept, "SIM">;
export const coalitionConcepts: readonly CoalitionConcept[] = ["NASH", "GMR", "SMR", "SEQ"];

/** Equilibria when some decision makers act as one. */
export interface AsOne {
  readonly members: readonly number[];
  /** Bit sets in which the coalition and every other decision maker stay. */
  readonly equilibria: ReadonlyMap<CoalitionConcept, readonly number[]>;
}

interface Player {
  moves(s: number, improving: boolean): readonly number[];
  better(t: number, s: number): boolean;
}

/**
 * Solves the conflict with a group as one decision maker (coalition analysis; Kilgour, Hipel, Fang and Peng 2001): it moves all its
 * members' options at once, a move betters it when it betters each member, and an answer takes that away when it leaves it better for
 * not all of them. By the definitions, state by state: for models that a person can read, not for millions of states.
 */
export function solveAsOne(game: Game, members: readonly number[]): AsOne {
  const rest = game.model.decisionMakers.map((_, k) => k).filter((k) => !members.includes(k));
  const players = [coalition(game, members), ...rest.map((k) => coalition(game, [k]))];
  const equilibria = new Map(
    coalitionConcepts.map((concept) => [
      concept,
      [...game.states].filter((s) => players.every((_, p) => stays(players, p, s, concept))),
    ]),
  );
  return { members, equilibria };
}

function coalition(game: Game, members: readonly number[]): Player {
  const { ranks, both, up, down, seen } = game;
  const better = (t: number, s: number): boolean => members.every((k) => ranks[k][t] > ranks[k][s]);
  const [first, ...others] = members;
  const sum = (a: Int32Array): Int32Array =>
    a.map((bits, k) => (k === first ? others.reduce((x, o) => x | a[o], bits) : bits));
  const merged: Game = { ...game, both: sum(both), up: sum(up), down: sum(down), seen: seen.map(() => null) };
  const sees = (s: number): boolean => members.every((k) => seen[k] === null || seen[k][s] === 1);
  const kept = new Map<number, readonly number[]>();
  const all = (s: number): readonly number[] => {
    const found = kept.get(s) ?? (sees(s) ? movesOf(merged, first, s).filter(sees) : []);
    kept.set(s, found);
    return found;
  };
  return { better, moves: (s, improving) => (improving ? all(s).filter((t) => better(t, s)) : all(s)) };
}

function stays(players: readonly Player[], p: number, s: number, concept: CoalitionConcept): boolean {
  const me = players[p];
  const gone = (u: number): boolean => !me.better(u, s);
  const lasting = (u: number): boolean => gone(u) && me.moves(u, false).every(gone);
  return me
    .moves(s, true)
    .every(
      (t) =>
        concept !== "NASH" && answered(players, p, t, concept === "SEQ", concept === "SMR" ? lasting : gone),
    );
}

/** Whether the others reach an accepted state by a legal sequence of moves. */
function answered(
  players: readonly Player[],
  p: number,
  from: number,
  improving: boolean,
  accept: (u: number) => boolean,
): boolean {
  const seen = new Set<number>();
  const stack: [number, number][] = [[from, p]];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const [k, player] of players.entries()) {
      if (k === p || k === at[1]) continue;
      for (const t of player.moves(at[0], improving)) {
        const key = t * players.length + k;
        if (seen.has(key)) continue;
        seen.add(key);
        if (accept(t)) return true;
        stack.push([t, k]);
      }
    }
  }
  return false;
}

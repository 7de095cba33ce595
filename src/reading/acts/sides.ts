import type { Actor } from "../types.js";

/** Parties that are any of many bodies. */
const ANY = /^(IGO|NGO|MNC|REB)$/;

/** Whether two actors are one side: a leader and his state are, a government and the rebels of its country are two. */
export const sameSide = (a: Actor, b: Actor): boolean =>
  a.entity === b.entity || (a.party !== null && a.party === b.party && !ANY.test(a.party));

/** One actor a side: a leader stands for the state named beside him ("South Korea's Moon Jae-in"). */
export function onePerSide(actors: readonly Actor[]): Actor[] {
  const out: Actor[] = [];
  for (const a of actors) if (!out.some((x) => sameSide(x, a))) out.push(a);
  return out;
}

/** How many sides the actors make. */
export const sides = (actors: readonly Actor[]): number => onePerSide(actors).length;

/** Whether some side is among both. */
export const shareSide = (a: readonly Actor[], b: readonly Actor[]): boolean =>
  a.some((x) => b.some((y) => sameSide(x, y)));

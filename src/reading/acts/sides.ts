import type { Layers } from "../layers.js";
import type { Actor } from "../types.js";

/** Codes that stand for many bodies. */
const BODIES = /^(IGO|NGO|MNC|REB)$/;
/** Sectors whose members stand against the government whose country they share. */
const AGAINST: ReadonlySet<string> = new Set(["REB", "SEP", "OPP"]);

/** Whether two actors are one side: a leader and his state are, a government and the rebels of its country are two. */
export function sameSide(layers: Layers, a: Actor, b: Actor): boolean {
  if (a.entity === b.entity) return true;
  if (a.code === null || a.code !== b.code || BODIES.test(a.code)) return false;
  const [x, y] = [isAgainst(layers, a), isAgainst(layers, b)];
  return x === y && !(x && isGroup(layers, a) && isGroup(layers, b));
}

/** Whether it fights or opposes the government of its country. */
export function isAgainst(layers: Layers, a: Actor): boolean {
  const e = layers.entities[a.entity];
  return e !== undefined && (e.kind === "armed-group" || AGAINST.has(e.sector ?? ""));
}

const isGroup = (layers: Layers, a: Actor): boolean => layers.entities[a.entity]?.kind === "armed-group";

/** One actor a side: a leader stands for the state named beside him ("South Korea's Moon Jae-in"). */
export function onePerSide(layers: Layers, actors: readonly Actor[]): Actor[] {
  const out: Actor[] = [];
  for (const a of actors) if (!out.some((x) => sameSide(layers, x, a))) out.push(a);
  return out;
}

/** How many sides the actors make. */
export const sides = (layers: Layers, actors: readonly Actor[]): number => onePerSide(layers, actors).length;

/** Whether some side is among both. */
export const shareSide = (layers: Layers, a: readonly Actor[], b: readonly Actor[]): boolean =>
  a.some((x) => b.some((y) => sameSide(layers, x, y)));

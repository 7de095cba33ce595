import type { Actor } from "../types.js";
import type { Reader } from "./meaning.js";

export const statesOf = (r: Reader, list: readonly Actor[]): number =>
  new Set(list.filter((a) => r.layers.entities[a.entity].kind === "state").map((a) => a.code)).size;

/** People of one state who meet each other. */
export const persons = (r: Reader, list: readonly Actor[]): number =>
  new Set(list.filter((a) => r.layers.entities[a.entity].kind === "person").map((a) => a.entity)).size;

export const several = (r: Reader, list: readonly Actor[]): boolean =>
  new Set(list.map((a) => a.party)).size > 1 ||
  new Set(list.map((a) => a.entity)).size > 2 ||
  (list.some((a) => r.layers.entities[a.entity].kind === "armed-group") &&
    list.some((a) => r.layers.entities[a.entity].kind !== "armed-group"));

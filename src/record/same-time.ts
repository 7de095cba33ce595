import type { Item } from "../reading/index.js";
import type { Cluster } from "./cluster.js";
import type { Entry } from "./entry.js";

/** How the times of a cluster and an entry stand to each other. */
export type TimeFit = "same" | "within" | "next-day" | "open" | "apart";

/**
 * `same`: equal intervals; `within`: they overlap; `next-day`: two days that touch; `open`: one has no bounds; `apart`: they
 * exclude each other.
 */
export function timeFit(cluster: Cluster<Item>, entry: Entry): TimeFit {
  const [a, b, c, d] = [cluster.from, cluster.to, entry.from, entry.to];
  if ((a === null && b === null) || (c === null && d === null)) return "open";
  const [from1, to1] = [a ?? Number.NEGATIVE_INFINITY, b ?? Number.POSITIVE_INFINITY];
  const [from2, to2] = [c ?? Number.NEGATIVE_INFINITY, d ?? Number.POSITIVE_INFINITY];
  if (from1 === from2 && to1 === to2) return "same";
  if (from1 <= to2 && from2 <= to1)
    return a === null || b === null || c === null || d === null ? "open" : "within";
  if (from2 - to1 === 1 || from1 - to2 === 1) return "next-day";
  return "apart";
}

/** Days between the publication of an entry and the nearest report of a cluster: its last, since reports come in order. */
export function knownApart(cluster: Cluster<Item>, entry: Entry): number {
  return Math.abs(entry.day - cluster.members[cluster.members.length - 1].entry.day);
}

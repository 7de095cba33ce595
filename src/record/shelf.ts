import type { Item, ItemKind } from "../reading/index.js";
import { contentHash, dayNumber } from "../text/index.js";
import { type Bounds, type Built, boundsOf } from "./base.js";
import type { Cluster } from "./cluster.js";
import { isDated } from "./marks.js";

export type Kind = Exclude<ItemKind, "anniversary">;
export type OfKind<K extends Kind> = Extract<Item, { kind: K }>;

/** One cluster with what was last built from it: most questions ask for the same part of it again. */
export interface Shelf {
  readonly kind: Kind;
  readonly cluster: Cluster;
  id: string | null;
  /** Days of its first so many reports. */
  bounds: Bounds | null;
  bounded: number;
  built: Built<Item> | null;
  count: number;
  /** Day it was built for: a later version may have taken words away by another. */
  day: string;
  /** The line last made from what was built, and what it was made for. */
  line: unknown;
  made: string;
}

/** Id of its line: kind is part of it, since a statement can found lines of several kinds. Made when first asked for. */
export function idOf(shelf: Shelf): string {
  shelf.id ??= contentHash(`${shelf.kind}/${shelf.cluster.members[0].entry.statement.id}`);
  return shelf.id;
}

/** Reports of a cluster known by a day. */
export function knownOf({ cluster: { members } }: Shelf, asKnownOn: string): number {
  if (asked !== asKnownOn) {
    asked = asKnownOn;
    askedDay = dayNumber(asKnownOn);
  }
  let n = members.length;
  while (n > 0 && members[n - 1].entry.day > askedDay) n--;
  return n;
}
/** The day asked about last, as a number: it is asked of every cluster in turn. */
let asked = "";
let askedDay = 0;

/** Days of the first so many reports of a cluster, told from heads alone. */
export function daysOf(shelf: Shelf, count: number): Bounds {
  if (shelf.bounds === null || shelf.bounded !== count) {
    const { members } = shelf.cluster;
    shelf.bounds = boundsOf(count === members.length ? members : members.slice(0, count));
    shelf.bounded = count;
  }
  return shelf.bounds;
}

/** Whether the first so many reports of a measure give it no day but that of its occurrences: its line tells. */
export function datedByOccurrences(shelf: Shelf, count: number): boolean {
  if (shelf.kind !== "measure" || daysOf(shelf, count).earliest !== null) return false;
  const { members } = shelf.cluster;
  for (let i = 0; i < count; i++) if (isDated(members[i].entry.mark)) return true;
  return false;
}

import type { Item } from "../reading/index.js";
import type { Cluster, Match, Matcher, Member } from "./cluster.js";
import type { Entry } from "./entry.js";
import { knownApart, timeFit } from "./same-time.js";

/** What most kinds ask: slots equal (by block), times that do not exclude each other, and content in common. */
interface Demand {
  /** Least likeness of the words where the times say the same, overlap, or say nothing. */
  readonly likeness: {
    readonly same: number;
    readonly within: number;
    readonly open: number;
    /** For an entry that `follows`; that of times that overlap where none is given. */
    readonly after?: number;
  };
  /** Greatest distance of publication in days; null where it does not matter. */
  readonly published: number | null;
  readonly like: (a: ReadonlySet<string>, b: ReadonlySet<string>) => number;
  /** Whether days that touch may be one: each side dates what it agreed by its own account. */
  readonly nextDay?: boolean;
  /** Days between reports in which an undated one still means the same. */
  readonly remembered?: number;
  /** Whether an undated entry tells of a cluster whose time is over: what became of it, or that it was. */
  readonly follows?: (c: Cluster<Item>, e: Entry) => boolean;
  /** Adds to the score where two candidates are alike: what tells the same news is nearer. 0 to 1. */
  readonly nearer?: (c: Cluster<Item>, e: Entry) => number;
}

export function byContent<I extends Item>(
  block: (e: Entry<I>) => string,
  demand: Demand,
  allow: (c: Cluster<I>, e: Entry<I>) => boolean = () => true,
): Matcher<I> {
  return {
    block,
    threshold: 0,
    needsUnique: (e) => e.from === null || e.to === null,
    match(cluster, entry): Match | null {
      const fit = timeFit(cluster as unknown as Cluster<Item>, entry);
      if (fit === "apart" || (fit === "next-day" && demand.nextDay !== true)) return null;
      const time = fit === "next-day" ? "open" : fit;
      const { published } = demand;
      if (published !== null && knownApart(cluster as unknown as Cluster<Item>, entry) > published)
        return null;
      if (!allow(cluster, entry)) return null;
      let like = 0;
      for (const m of ends(cluster)) like = Math.max(like, demand.like(m.entry.words, entry.words));
      const due = time !== "open" && sameDeadline(cluster, entry);
      const follows = demand.follows?.(cluster as unknown as Cluster<Item>, entry) === true;
      const need = follows ? (demand.likeness.after ?? demand.likeness.within) : demand.likeness[time];
      if (like < (due ? DUE : need)) return null;
      if (
        time === "open" &&
        !follows &&
        like < VERBATIM &&
        apart(cluster, entry) > (demand.remembered ?? RECENT)
      )
        return null;
      const words = `${Math.round(like * 100)} % of the words in common`;
      const reason = { same: "same time", within: "times overlap", open: "times allow it" }[time];
      return {
        score: Math.min(
          1,
          0.4 +
            0.5 * like +
            (time === "same" ? 0.1 : 0) +
            (demand.nearer?.(cluster as unknown as Cluster<Item>, entry) ?? 0),
        ),
        reason: `same parties; ${fit === "next-day" ? "a day apart" : reason}; ${words}`,
      };
    },
  };
}

/** Days between reports in which an undated one still means the same, unless it says it nearly word for word. */
export const RECENT = 45;
export const VERBATIM = 0.75;
/** Likeness that is enough where author, time and deadline agree. */
const DUE = 0.15;
export const apart = <I extends Item>(cluster: Cluster<I>, entry: Entry): number =>
  knownApart(cluster as unknown as Cluster<Item>, entry);

/** First and last members: a much reported thing is recognised by them, and work stays bounded. */
const ENDS = 8;
export function ends<I extends Item>(cluster: Cluster<I>): readonly Member<I>[] {
  const { members } = cluster;
  return members.length <= 2 * ENDS ? members : [...members.slice(0, ENDS), ...members.slice(-ENDS)];
}

/** Whether both state one deadline. */
function sameDeadline<I extends Item>(cluster: Cluster<I>, entry: Entry): boolean {
  const due = (item: Item): string | null =>
    item.kind === "proposal" || item.kind === "commitment" ? (item.deadline?.latest ?? null) : null;
  const own = due(entry.item);
  return own !== null && ends(cluster).some((m) => due(m.entry.item) === own);
}

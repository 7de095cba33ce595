import type { Item } from "../reading/index.js";
import type { Entry, Rulings } from "./prepare.js";

/** Why an entry was taken for another report of the same thing. */
export interface Match {
  readonly score: number;
  readonly reason: string;
}

/** Entries that tell of one thing, with the days that all of them leave possible. */
export interface Cluster<I extends Item> {
  readonly members: { readonly entry: Entry<I>; readonly match: Match }[];
  from: number | null;
  to: number | null;
}

/** How one kind of item is told apart. */
export interface Matcher<I extends Item> {
  /** Only entries with equal keys are compared. */
  readonly block: (entry: Entry<I>) => string;
  /** Null where they cannot be the same. */
  readonly match: (cluster: Cluster<I>, entry: Entry<I>) => Match | null;
  /** Least score for joining. */
  readonly threshold: number;
  /** Whether two equally good candidates stop an entry from joining either: for entries that say too little. */
  readonly needsUnique: (entry: Entry<I>) => boolean;
}

/** Scores nearer than this are no reason to prefer one candidate to another. */
const TIE = 0.05;
/** Candidates looked at by shared words, newest first: keeps the work per entry bounded. */
const MOST = 48;
const MONTH = 31;
/** Intervals wider than this are found by words, not by time. */
const WIDE = 13 * MONTH;

/**
 * Groups entries, conservatively and in one pass over them (most precise first): each joins the best cluster of its block that its
 * matcher allows, or founds its own. Candidates come from the months an entry covers and from shared words, so that work grows
 * with the entries and not with their square. What people merged or split overrides the matcher.
 */
export function cluster<I extends Item>(
  entries: readonly Entry<I>[],
  matcher: Matcher<I>,
  rulings: Rulings,
): Cluster<I>[] {
  const clusters: Cluster<I>[] = [];
  const index = new Map<string, Cluster<I>[]>();
  const byRuling = new Map<string, Cluster<I>>();
  for (const entry of entries) {
    const id = entry.statement.id;
    const group = rulings.merged.get(id);
    const apart = rulings.split.get(id);
    let home = group === undefined ? undefined : byRuling.get(group);
    let match: Match = { score: 1, reason: home === undefined ? "first report" : "merged by a person" };
    const block = matcher.block(entry);
    if (home === undefined) {
      const found = best(candidates(index, block, entry), entry, matcher, apart);
      if (found !== null) [home, match] = found;
    }
    if (home === undefined) {
      home = { members: [], from: entry.from, to: entry.to };
      clusters.push(home);
    } else narrow(home, entry);
    home.members.push({ entry, match });
    if (group !== undefined) byRuling.set(group, home);
    enter(index, block, entry, home);
  }
  return clusters;
}

function best<I extends Item>(
  list: Iterable<Cluster<I>>,
  entry: Entry<I>,
  matcher: Matcher<I>,
  apart: ReadonlySet<string> | undefined,
): [Cluster<I>, Match] | null {
  let top: [Cluster<I>, Match] | null = null;
  let second = -1;
  for (const candidate of list) {
    if (apart !== undefined && candidate.members.some((m) => apart.has(m.entry.statement.id))) continue;
    const match = matcher.match(candidate, entry);
    if (match === null || match.score < matcher.threshold) continue;
    if (top === null || match.score > top[1].score) {
      second = top === null ? -1 : top[1].score;
      top = [candidate, match];
    } else if (match.score > second) second = match.score;
  }
  if (top === null) return null;
  return matcher.needsUnique(entry) && top[1].score - second < TIE ? null : top;
}

/** Buckets an entry is found in: its months, or where it has no narrow time its words. */
function buckets(block: string, entry: Entry): string[] {
  const { from, to } = entry;
  const out: string[] = [];
  if (from !== null && to !== null && to - from <= WIDE) {
    for (let m = Math.floor(from / MONTH); m <= Math.floor(to / MONTH); m++) out.push(`${block}|m${m}`);
  }
  return out;
}

function enter<I extends Item>(
  index: Map<string, Cluster<I>[]>,
  block: string,
  entry: Entry<I>,
  home: Cluster<I>,
): void {
  const put = (key: string): void => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [home]);
    else if (list[list.length - 1] !== home) list.push(home);
  };
  for (const key of buckets(block, entry)) put(key);
  for (const word of entry.words) put(`${block}|w${word}`);
}

function candidates<I extends Item>(
  index: Map<string, Cluster<I>[]>,
  block: string,
  entry: Entry<I>,
): Set<Cluster<I>> {
  const out = new Set<Cluster<I>>();
  const { from, to } = entry;
  if (from !== null && to !== null && to - from <= WIDE) {
    // The neighbouring months too: a day's difference may cross a border.
    for (let m = Math.floor((from - 1) / MONTH); m <= Math.floor((to + 1) / MONTH); m++) {
      const list = index.get(`${block}|m${m}`);
      if (list !== undefined)
        for (let i = Math.max(0, list.length - 4 * MOST); i < list.length; i++) out.add(list[i]);
    }
  }
  const lists: Cluster<I>[][] = [];
  for (const word of entry.words) {
    const list = index.get(`${block}|w${word}`);
    if (list !== undefined) lists.push(list);
  }
  // Rare words first: they tell most.
  lists.sort((a, b) => a.length - b.length);
  let left = MOST;
  for (const list of lists) {
    for (let i = list.length - 1; i >= 0 && left > 0; i--, left--) out.add(list[i]);
  }
  return out;
}

function narrow<I extends Item>(home: Cluster<I>, entry: Entry<I>): void {
  if (
    entry.from !== null &&
    (home.from === null || (entry.from > home.from && (home.to === null || entry.from <= home.to)))
  )
    home.from = entry.from;
  if (
    entry.to !== null &&
    (home.to === null || (entry.to < home.to && (home.from === null || entry.to >= home.from)))
  )
    home.to = entry.to;
}

import type { Item } from "../reading/index.js";
import type { Entry } from "./entry.js";
import type { Rulings } from "./rulings.js";

/** Why an entry was taken for another report of the same thing. */
export interface Match {
  readonly score: number;
  readonly reason: string;
  /** Score by what can tell one candidate from another, where that is less than the whole. */
  readonly rank?: number;
}

export interface Member<I extends Item = Item> {
  readonly entry: Entry<I>;
  readonly match: Match;
}

/** Entries that tell of one thing, with the days that all of them leave possible. Members stand in the order they became known. */
export interface Cluster<I extends Item = Item> {
  readonly members: Member<I>[];
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
  /** Most days that may lie between a cluster and an entry of another document that match; 1 where the matcher does not say. */
  readonly reach?: (entry: Entry<I>) => number;
  /** Whether two equally good candidates stop an entry from joining either: for entries that say too little. */
  readonly needsUnique: (entry: Entry<I>) => boolean;
}

/** Scores nearer than this are no reason to prefer one candidate to another. */
const TIE = 0.05;
/** Candidates looked at by shared words, newest first: keeps the work per entry bounded. */
const MOST = 48;
const MONTH = 31;
/** Months back in which an undated announcement is looked for. */
const ANNOUNCED = 3;
/** Intervals wider than this are found by words, not by time. */
const WIDE = 13 * MONTH;

/**
 * Groups entries of one kind, conservatively and in the order in which they became known: each joins the best cluster of its block
 * that its matcher allows, or founds its own. What becomes known later never moves what stands, so the record as known on any day
 * is the part of the clusters known by then, and new entries can be added to clusters kept from before. Candidates come from the
 * months an entry covers and from shared words: work grows with the entries and not with their square. What people merged or
 * split overrides the matcher.
 */
export class Grouping<I extends Item = Item> {
  readonly clusters: Cluster<I>[] = [];
  readonly #blocks = new Map<string, Block<I>>();
  readonly #byRuling = new Map<string, Cluster<I>>();

  constructor(
    private readonly matcher: Matcher<I>,
    private readonly rulings: Rulings,
  ) {}

  /** Puts an entry where it was put before. Entries come in order. */
  restore(home: Cluster<I> | null, entry: Entry<I>, match: Match): Cluster<I> {
    return this.#put(home, entry, match, this.matcher.block(entry));
  }

  /** Finds a home for the next entry in order. */
  add(entry: Entry<I>): Cluster<I> {
    const group = this.#group(entry);
    const block = this.matcher.block(entry);
    const ruled = group === undefined ? undefined : this.#byRuling.get(group);
    if (ruled !== undefined)
      return this.#put(ruled, entry, { score: 1, reason: "merged by a person" }, block);
    const near = candidates(this.#block(block), entry, this.matcher.reach?.(entry) ?? 1);
    const found = best(near, entry, this.matcher, this.#apart(entry));
    return this.#put(found?.[0] ?? null, entry, found?.[1] ?? { score: 1, reason: "first report" }, block);
  }

  #put(home: Cluster<I> | null, entry: Entry<I>, match: Match, block: string): Cluster<I> {
    const cluster = home ?? { members: [], from: entry.from, to: entry.to };
    if (home === null) this.clusters.push(cluster);
    else narrow(cluster, entry);
    cluster.members.push({ entry, match });
    const group = this.#group(entry);
    if (group !== undefined && !this.#byRuling.has(group)) this.#byRuling.set(group, cluster);
    enter(this.#block(block), entry, cluster);
    return cluster;
  }

  #block(key: string): Block<I> {
    let block = this.#blocks.get(key);
    if (block === undefined) {
      block = { months: new Map(), known: new Map(), undated: new Map(), words: new Map() };
      this.#blocks.set(key, block);
    }
    return block;
  }

  #group(entry: Entry): string | undefined {
    const { merged } = this.rulings;
    if (merged.size === 0) return undefined;
    const id = [entry.statement.id, ...entry.aliases].find((i) => merged.has(i));
    return id === undefined ? undefined : merged.get(id);
  }

  #apart(entry: Entry): ReadonlySet<string> | undefined {
    const { split } = this.rulings;
    if (split.size === 0) return undefined;
    const all = [entry.statement.id, ...entry.aliases].flatMap((i) => [...(split.get(i) ?? [])]);
    return all.length === 0 ? undefined : new Set(all);
  }
}

function best<I extends Item>(
  list: Iterable<Cluster<I>>,
  entry: Entry<I>,
  matcher: Matcher<I>,
  apart: ReadonlySet<string> | undefined,
): [Cluster<I>, Match] | null {
  const unique = matcher.needsUnique(entry);
  const rank = ({ score, rank }: Match): number => (unique ? (rank ?? score) : score);
  let top: [Cluster<I>, Match] | null = null;
  let second = -1;
  for (const candidate of list) {
    if (
      apart !== undefined &&
      candidate.members.some(
        (m) => apart.has(m.entry.statement.id) || m.entry.aliases.some((i) => apart.has(i)),
      )
    )
      continue;
    const match = matcher.match(candidate, entry);
    if (match === null || match.score < matcher.threshold) continue;
    if (top === null || rank(match) > rank(top[1])) {
      second = top === null ? -1 : rank(top[1]);
      top = [candidate, match];
    } else if (rank(match) > second) second = rank(match);
  }
  if (top === null) return null;
  return unique && rank(top[1]) - second < TIE ? null : top;
}

/** Clusters of one block by where they are looked for: months they cover, months they became known in, words. */
interface Block<I extends Item> {
  readonly months: Map<number, Cluster<I>[]>;
  readonly known: Map<number, Cluster<I>[]>;
  readonly undated: Map<number, Cluster<I>[]>;
  readonly words: Map<string, Cluster<I>[]>;
}

function put<K, C>(index: Map<K, C[]>, key: K, home: C): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [home]);
  else if (list[list.length - 1] !== home) list.push(home);
}

function enter<I extends Item>(block: Block<I>, entry: Entry<I>, home: Cluster<I>): void {
  const { from, to } = entry;
  if (from !== null && to !== null && to - from <= WIDE) {
    for (let m = Math.floor(from / MONTH); m <= Math.floor(to / MONTH); m++) put(block.months, m, home);
  }
  const known = Math.floor(entry.day / MONTH);
  put(block.known, known, home);
  if (home.from === null || home.to === null) put(block.undated, known, home);
  for (const word of entry.words) put(block.words, word, home);
}

function candidates<I extends Item>(block: Block<I>, entry: Entry<I>, reach: number): Set<Cluster<I>> {
  const out = new Set<Cluster<I>>();
  const { from, to } = entry;
  const { document } = entry.statement;
  const [least, most] = [
    (from ?? Number.NEGATIVE_INFINITY) - reach,
    (to ?? Number.POSITIVE_INFINITY) + reach,
  ];
  // Most that lie in the same months are days apart: they are left out before anything else is asked of them.
  const near = (c: Cluster<I>): boolean =>
    ((c.to === null || c.to >= least) && (c.from === null || c.from <= most)) ||
    c.members[c.members.length - 1].entry.statement.document === document;
  const take = (list: readonly Cluster<I>[] | undefined, last: number): void => {
    if (list !== undefined)
      for (let i = Math.max(0, list.length - last); i < list.length; i++) if (near(list[i])) out.add(list[i]);
  };
  if (from !== null && to !== null && to - from <= WIDE) {
    // The neighbouring months too: a day's difference may cross a border.
    for (let m = Math.floor((from - 1) / MONTH); m <= Math.floor((to + 1) / MONTH); m++)
      take(block.months.get(m), 4 * MOST);
  }
  const known = Math.floor(entry.day / MONTH);
  // What was announced without a day is told with one later.
  for (let m = known - ANNOUNCED; m <= known; m++) take(block.undated.get(m), MOST);
  // Without days of its own it is about what was in the news then.
  if (from === null || to === null) for (let m = known - 2; m <= known; m++) take(block.known.get(m), MOST);
  const lists: Cluster<I>[][] = [];
  for (const word of entry.words) {
    const list = block.words.get(word);
    if (list !== undefined) lists.push(list);
  }
  // Rare words first: they tell most.
  lists.sort((a, b) => a.length - b.length);
  let left = MOST;
  for (const list of lists) {
    for (let i = list.length - 1; i >= 0 && left > 0; i--, left--) if (near(list[i])) out.add(list[i]);
  }
  return out;
}

/** Takes the narrower bounds of an entry, as far as they lie within the cluster's own. */
export function narrow(home: { from: number | null; to: number | null }, entry: Entry): void {
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

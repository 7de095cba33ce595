import type { Item, ItemKind } from "../reading/index.js";
import { contentHash, dayNumber } from "../text/index.js";
import { type Bounds, type Built, boundsOf, build } from "./base.js";
import { type Cluster, Grouping, type Match, type Matcher, type Member } from "./cluster.js";
import { byKnown, compare, type Entry, renamed } from "./entry.js";
import { isDated } from "./marks.js";
import type { Negotiation } from "./negotiation-types.js";
import { namesOn, type Rulings } from "./rulings.js";
import { type MeetingWords, sameMeeting } from "./same-meeting.js";
import {
  sameAgreement,
  sameAssessment,
  sameCommitment,
  sameCondition,
  sameEvent,
  sameLinkage,
  sameMeasure,
  samePosition,
  sameProposal,
  sameQuote,
} from "./same-others.js";
import { forget, told } from "./sheet-entries.js";
import { StatementIndex } from "./statement-index.js";

export type Kind = Exclude<ItemKind, "anniversary">;
export type OfKind<K extends Kind> = Extract<Item, { kind: K }>;

const matchers: { readonly [K in Exclude<Kind, "meeting">]: Matcher<OfKind<K>> } = {
  agreement: sameAgreement,
  proposal: sameProposal,
  commitment: sameCommitment,
  position: samePosition,
  measure: sameMeasure,
  condition: sameCondition,
  linkage: sameLinkage,
  assessment: sameAssessment,
  quote: sameQuote,
  event: sameEvent,
};
export const kinds = ["meeting", ...Object.keys(matchers)] as Kind[];

/** Where an entry was put: the statement that founded its cluster, and why. */
export interface Place extends Match {
  readonly statement: string;
  readonly document: string;
  readonly known: string;
  readonly cluster: string;
}

/** An entry with the place it was given before: the statement that founded its cluster, and why; null where it has none. */
export interface Placed {
  readonly entry: Entry;
  cluster: string | null;
  readonly match: Match | null;
}

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

/**
 * All entries of one negotiation in their clusters. Entries that were placed before stay where they are as long as nothing that
 * became known earlier comes in; where it does, their block is grouped anew, so that a book grown bit by bit is the book made at
 * once.
 */
export class Book {
  /** Places given or changed when it was made. */
  readonly changes: Place[] = [];
  /** Whether anything had no place. */
  readonly grouped: boolean;
  readonly size: number;
  #index: StatementIndex | null = null;
  #byId: ReadonlyMap<string, Shelf> | null = null;
  readonly #ordered: readonly Entry[];
  readonly #shelves = new Map<Kind, Shelf[]>();

  constructor(
    readonly negotiation: Negotiation,
    placed: readonly Placed[],
    readonly rulings: Rulings,
    /** Day from which a statement's words are no longer in its article. */
    readonly orphans: ReadonlyMap<string, string> = new Map(),
    words: Omit<MeetingWords, "orphaned"> = {
      corrects: () => false,
      bound: () => null,
      beforeHost: () => null,
    },
  ) {
    const named =
      rulings.names.size === 0 && rulings.held.length === 0
        ? placed
        : placed.map((p) => ({ ...p, entry: renamed(p.entry, namesOn(rulings, p.entry.statement.known)) }));
    const sorted = inOrder(named);
    this.size = sorted.length;
    this.grouped = sorted.some((p) => p.match === null);
    this.#ordered = sorted.map((p) => p.entry);
    const byKind = new Map<string, Placed[]>(kinds.map((kind) => [kind, []]));
    for (const p of sorted) byKind.get(p.entry.kind)?.push(p);
    for (const kind of kinds) {
      const own = byKind.get(kind) as Placed[];
      const matcher =
        kind === "meeting"
          ? sameMeeting({
              corrects: words.corrects,
              bound: words.bound,
              beforeHost: words.beforeHost,
              orphaned: orphans.size === 0 ? null : (statement) => orphans.get(statement) ?? null,
            })
          : matchers[kind];
      const clusters = this.#group(own, matcher as unknown as Matcher<Item>);
      // What was read for matching would weigh more than all else in a large book.
      if (this.grouped) for (const { entry } of own) forget(entry, false);
      this.#shelves.set(
        kind,
        clusters.map((cluster) => ({
          kind,
          cluster,
          id: null,
          bounds: null,
          bounded: 0,
          built: null,
          count: 0,
          day: "",
          line: null,
          made: "",
        })),
      );
    }
    if (this.grouped) for (const entry of this.#ordered) forget(entry, true);
  }

  /** In the order in which they became known. */
  get entries(): readonly Entry[] {
    return this.#ordered;
  }

  /** The entry of a statement. */
  entry(statement: string): Entry | undefined {
    this.#index ??= new StatementIndex(this.#ordered);
    return this.#index.get(statement);
  }

  /** Entries known by a day, in the order they became known. */
  known(asKnownOn: string): readonly Entry[] {
    let n = this.#ordered.length;
    if (n === 0 || this.#ordered[n - 1].statement.known <= asKnownOn) return this.#ordered;
    let low = 0;
    while (low < n) {
      const mid = (low + n) >> 1;
      if (this.#ordered[mid].statement.known <= asKnownOn) low = mid + 1;
      else n = mid;
    }
    return this.#ordered.slice(0, low);
  }

  /** Reports of the line that a statement stands in, or null where it stands in none. */
  line(
    statement: string,
  ): readonly { readonly statement: string; readonly score: number; readonly reason: string }[] | null {
    const entry = this.entry(statement);
    if (entry === undefined) return null;
    for (const { cluster } of this.#shelves.get(entry.kind as Kind) ?? []) {
      if (cluster.members.some((m) => m.entry === entry))
        return cluster.members.map(({ entry: e, match: { score, reason } }) => ({
          statement: e.statement.id,
          score,
          reason,
        }));
    }
    return null;
  }

  /** Drops lines and what was read for them: it is made and read again when asked for. Days, ids and the index are small. */
  rest(): void {
    for (const shelves of this.#shelves.values())
      for (const shelf of shelves) {
        if (shelf.built === null) continue;
        shelf.built = null;
        shelf.line = null;
        shelf.made = "";
        for (const m of shelf.cluster.members) forget(m.entry, true);
      }
  }

  /** The cluster of a line. */
  shelfOf(id: string): Shelf | null {
    this.#byId ??= new Map([...this.#shelves.values()].flatMap((l) => l.map((s) => [idOf(s), s] as const)));
    return this.#byId.get(id) ?? null;
  }

  /** Clusters of a kind. */
  shelves(kind: Kind): readonly Shelf[] {
    return this.#shelves.get(kind) ?? [];
  }

  /** Lines made from what was known of each cluster of a kind on a day; null ones are left out. */
  lines<K extends Kind, T>(kind: K, asKnownOn: string, maker: Maker<K, T>): T[] {
    const out: T[] = [];
    for (const shelf of this.shelves(kind)) {
      const line = this.lineOf(shelf, asKnownOn, maker);
      if (line !== null) out.push(line);
    }
    return out;
  }

  /** One line; null where nothing of it was known, or the maker gives none. */
  lineOf<K extends Kind, T>(shelf: Shelf, asKnownOn: string, { made, line }: Maker<K, T>): T | null {
    const n = knownOf(shelf, asKnownOn);
    if (n === 0) return null;
    if (shelf.built === null || shelf.count !== n || (this.orphans.size > 0 && shelf.day !== asKnownOn)) {
      shelf.built = build(idOf(shelf), shelf.cluster, n, this.negotiation, this.orphans, asKnownOn);
      shelf.count = n;
      shelf.day = asKnownOn;
      shelf.line = line(shelf.built as unknown as Built<OfKind<K>>);
      shelf.made = made;
      // Such a line hangs on nothing else: it is not made again until more is known.
      if (made === STILL) for (const e of shelf.built.members) told(e);
    } else if (shelf.made !== made) {
      shelf.line = line(shelf.built as unknown as Built<OfKind<K>>);
      shelf.made = made;
    }
    return shelf.line as T | null;
  }

  #group(placed: readonly Placed[], matcher: Matcher<Item>): Cluster[] {
    const fresh = placed.filter((p) => p.match === null);
    if (fresh.length === 0) return restored(placed);
    // A merge may cross blocks: then the kind is one block.
    const crossing = placed.some((p) => this.#merged(p.entry));
    const blockOf = crossing ? (): string => "" : matcher.block;
    const open = new Map<string, Entry>();
    for (const p of fresh) {
      const block = blockOf(p.entry);
      if (!open.has(block)) open.set(block, p.entry);
    }
    const closed: Placed[] = [];
    const work = new Map<string, Placed[]>();
    for (const p of placed) {
      const block = blockOf(p.entry);
      if (!open.has(block)) closed.push(p);
      else {
        const list = work.get(block);
        if (list === undefined) work.set(block, [p]);
        else list.push(p);
      }
    }
    const out = restored(closed);
    for (const [block, list] of work) {
      const grouping = new Grouping(matcher, this.rulings);
      const first = open.get(block) as Entry;
      const homes = new Map<string, Cluster>();
      for (const p of list) {
        const { entry, cluster, match: old } = p;
        const keep = cluster !== null && old !== null && byKnown(entry, first) < 0;
        const home = keep ? grouping.restore(homes.get(cluster) ?? null, entry, old) : grouping.add(entry);
        const founder = home.members[0].entry.statement.id;
        homes.set(founder, home);
        const { match } = home.members[home.members.length - 1];
        if (old === null || cluster !== founder || old.score !== match.score || old.reason !== match.reason)
          this.changes.push({
            statement: entry.statement.id,
            document: entry.statement.document,
            known: entry.statement.known,
            cluster: founder,
            score: match.score,
            reason: match.reason,
          });
      }
      out.push(...grouping.clusters);
    }
    return out;
  }

  #merged(entry: Entry): boolean {
    const { merged } = this.rulings;
    return merged.size > 0 && [entry.statement.id, ...entry.aliases].some((id) => merged.has(id));
  }
}

/** Said of lines that hang on their cluster alone. */
export const STILL = "-";

/**
 * Makes lines of one kind. `made` names everything besides the cluster that a line hangs on: the line is made again only when the
 * cluster's known part or this changes.
 */
export interface Maker<K extends Kind, T> {
  readonly made: string;
  line(built: Built<OfKind<K>>): T | null;
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

/** In the order in which they became known. They come by days, and only those of one day stand in another order. */
function inOrder(placed: readonly Placed[]): Placed[] {
  const out: Placed[] = [];
  const by = (a: Placed, b: Placed): number => byKnown(a.entry, b.entry);
  const byId = (a: Placed, b: Placed): number => compare(a.entry.statement.id, b.entry.statement.id);
  for (let i = 0; i < placed.length; ) {
    const { known } = placed[i].entry.statement;
    let j = i + 1;
    while (j < placed.length && placed[j].entry.statement.known === known) j++;
    if (i > 0 && placed[i - 1].entry.statement.known > known) return [...placed].sort(by);
    if (j === i + 1) out.push(placed[i]);
    else for (const p of placed.slice(i, j).sort(byId)) out.push(p);
    i = j;
  }
  return out;
}

/** Clusters as they were; nothing is matched. */
function restored(placed: readonly Placed[]): Cluster[] {
  const homes = new Map<string, Cluster>();
  for (const p of placed) {
    const { entry } = p;
    // One that has its place is a member as it stands: nothing more is made for it in a large book.
    const member = p.match === null ? { entry, match: FIRST } : (p as Member);
    const home = homes.get(p.cluster ?? entry.statement.id);
    if (home === undefined) {
      homes.set(p.cluster ?? entry.statement.id, { members: [member], from: entry.from, to: entry.to });
      continue;
    }
    home.members.push(member);
    // The founder's own text: another with the same letters would be kept beside it.
    p.cluster = home.members[0].entry.statement.id;
  }
  return [...homes.values()];
}

const FIRST: Match = { score: 1, reason: "first report" };

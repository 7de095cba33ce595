import type { Item } from "../reading/index.js";
import { type Built, build } from "./base.js";
import { type Cluster, Grouping, type Matcher } from "./cluster.js";
import { byKnown, type Entry, renamed } from "./entry.js";
import type { Negotiation } from "./negotiation-types.js";
import { inOrder, type Place, type Placed, restored } from "./placed.js";
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
import { idOf, type Kind, knownOf, type OfKind, type Shelf } from "./shelf.js";
import { StatementIndex } from "./statement-index.js";

const matchers: { readonly [K in Exclude<Kind, "meeting" | "agreement">]: Matcher<OfKind<K>> } = {
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
export const kinds = ["meeting", "agreement", ...Object.keys(matchers)] as Kind[];

/** What the words of reports tell about them, for grouping. */
export interface GroupingWords extends Omit<MeetingWords, "orphaned"> {
  /** Whether content words name an agreement and tell it from no other. */
  plain(content: ReadonlySet<string>): boolean;
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
  #held = 0;

  constructor(
    readonly negotiation: Negotiation,
    placed: readonly Placed[],
    readonly rulings: Rulings,
    /** Day from which a statement's words are no longer in its article. */
    readonly orphans: ReadonlyMap<string, string> = new Map(),
    words: GroupingWords = {
      corrects: () => false,
      bound: () => null,
      beforeHost: () => null,
      plain: () => false,
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
          : kind === "agreement"
            ? sameAgreement(words.plain)
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

  /** Reports of the lines that it keeps. */
  get held(): number {
    return this.#held;
  }

  /** Drops lines and what was read for them: it is made and read again when asked for. Days, ids and the index are small. */
  rest(): void {
    if (this.#held === 0) return;
    this.#held = 0;
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
      this.#held += n - (shelf.built === null ? 0 : shelf.count);
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

import type { Analysis, Analyst } from "../../analysis/index.js";
import type { DocumentVersion } from "../../ledger/index.js";
import {
  type AsOf,
  type Book,
  type Contradiction,
  type Latest,
  type Listed,
  type Negotiation,
  orphansOf,
  placedOf,
  type Recorder,
  type RecordItem,
  type RecordKind,
  type RecordView,
  type SinceKind,
} from "../../record/index.js";
import type { Added, Store } from "../../store/index.js";
import type { IsoDate } from "../../text/index.js";
import { Follower } from "./follower.js";
import type { Prepared } from "./prepared.js";

/** Entries kept in memory over all books, as heads alone; each takes about 400 bytes. */
const MOST_ENTRIES = 1_200_000;
/** Reports whose lines are kept by the books last asked for; the book asked for now keeps all of its own. */
const MOST_REPORTS = 40_000;
/** Views of one book kept, least and most: the pages of a visit ask for the same two days, several people for several. */
const VIEWS = { least: 2, most: 8 };
/** Entries over all views of one book beyond which it keeps the least. */
const VIEWED = 40_000;

interface Cached {
  readonly revision: number;
  readonly book: Book;
  readonly views: Map<string, RecordView>;
}

/** Keeps the books of a store's negotiations: grouped from its rows, at hand as long as nothing came in, and read for two times. */
export class Keeper {
  readonly #books = new Map<string, Cached>();
  readonly #follower: Follower;

  constructor(
    private readonly store: Store,
    private readonly recorder: Recorder,
    readonly analyst: Analyst,
    private readonly whole: Keeper | null = null,
    private readonly shows: (statement: string) => boolean = () => true,
  ) {
    // Derived rows are those of the whole store.
    this.#follower = whole === null ? new Follower(store, recorder) : whole.#follower;
  }

  /** The keeper of what somebody may see of the store: derived rows are those of the whole, and are grouped from what is shown alone. */
  over(store: Store, shows: (statement: string) => boolean): Keeper {
    return new Keeper(store, this.recorder, this.analyst, this, shows);
  }

  /** What `settle` needs of documents about to be kept, so that it need not read them back. */
  prepare(list: readonly Added[]): Promise<Prepared[]> {
    return this.#follower.prepare(list);
  }

  /** Brings the derived rows up to date with the lists. Gives the number of changes followed. */
  settle(prepared: readonly Prepared[] = []): Promise<number> {
    return this.#follower.settle(prepared);
  }

  /** All entries of a negotiation in their clusters, up to date. */
  async book(negotiation: Negotiation): Promise<Book> {
    await this.settle();
    const { shelf } = this.store;
    const revision = await shelf.revision(negotiation.id);
    const cached = this.#books.get(negotiation.id);
    if (cached?.revision === revision) {
      this.#books.delete(negotiation.id);
      this.#books.set(negotiation.id, cached);
      this.#trim();
      return cached.book;
    }
    const made = await this.#make(negotiation);
    this.#books.delete(negotiation.id);
    this.#books.set(negotiation.id, { ...made, views: new Map() });
    this.#trim();
    return made.book;
  }

  /** A book from its rows; what has no place yet gets one, which is kept. */
  async #make(negotiation: Negotiation): Promise<{ readonly revision: number; readonly book: Book }> {
    const { shelf } = this.store;
    const revision = await shelf.revision(negotiation.id);
    const all = placedOf(await shelf.heads(negotiation.id));
    const placed = this.whole === null ? all : all.filter((p) => this.shows(p.entry.statement.id));
    const entries = placed.map((p) => p.entry);
    const versions: DocumentVersion[] = [];
    const sources = new Set(entries.map((e) => e.statement.source));
    for (const source of await this.store.versioned([...sources]))
      if (sources.has(source)) versions.push(...(await this.store.versionsOf(source)));
    const orphans = orphansOf(entries, versions);
    const book = this.recorder.book(negotiation, placed, await this.store.judgements(), orphans);
    if (book.grouped) await shelf.place(negotiation.id, revision, book.changes);
    return { revision, book };
  }

  /** The record for two times; the last few are kept until the book changes. */
  view(book: Book, asOf: AsOf): RecordView {
    const views =
      this.#books.get(book.negotiation.id)?.book === book
        ? this.#books.get(book.negotiation.id)?.views
        : undefined;
    const key = `${asOf.asKnownOn} ${asOf.about}`;
    const kept = views?.get(key);
    const view = kept ?? this.recorder.read(book, asOf);
    if (views === undefined) return view;
    // Asked for last, let go last.
    views.delete(key);
    const many = Math.max(VIEWS.least, Math.min(VIEWS.most, Math.floor(VIEWED / Math.max(1, book.size))));
    if (views.size >= many) {
      const [oldest] = views.keys();
      views.delete(oldest);
    }
    views.set(key, view);
    return view;
  }

  /** Lines of these kinds in their order, told without making them. */
  listed<K extends RecordKind>(
    view: RecordView,
    kinds: readonly K[],
  ): readonly Listed<Extract<RecordItem, { kind: K }>>[] {
    return this.recorder.listed(view, kinds);
  }

  latest(view: RecordView, wanted: Latest): readonly RecordItem[] {
    return this.recorder.latest(view, wanted);
  }

  analysis(view: RecordView): Analysis {
    const { recorder } = this;
    let told: ReturnType<Recorder["told"]> | null = null;
    const once = (): ReturnType<Recorder["told"]> => {
      told ??= recorder.told(view);
      return told;
    };
    return this.analyst.analyse(view, {
      told: {
        get items() {
          return once().items;
        },
        get deeds() {
          return once().deeds;
        },
      },
    });
  }

  /** Lines of a kind of which something is about a day or a later one. */
  sinceDay<K extends SinceKind>(
    view: RecordView,
    kind: K,
    day: IsoDate,
  ): readonly Extract<RecordItem, { kind: K }>[] {
    return this.recorder.sinceDay(view, kind, day) as readonly Extract<RecordItem, { kind: K }>[];
  }

  /** Statements of a line, told without making it; null where there is none. */
  statements(view: RecordView, id: string): readonly string[] | null {
    return this.recorder.statements(view, id);
  }

  item(view: RecordView, id: string): RecordItem | null {
    return this.recorder.item(view, id);
  }

  /** Lines of these kinds in two views of one book that may differ. */
  differing(
    before: RecordView,
    after: RecordView,
    kinds: ReadonlySet<RecordItem["kind"]>,
  ): [readonly RecordItem[], readonly RecordItem[]] {
    return this.recorder.differing(before, after, kinds);
  }

  contradictions(view: RecordView, book: Book): readonly Contradiction[] {
    return this.recorder.contradictions(view, book);
  }

  /** Groups everything that has no place yet: after much was added, so that the first question does not wait. */
  async placeAll(onStep?: (done: number, total: number) => void): Promise<void> {
    await this.settle();
    const waiting = await this.store.shelf.unplaced();
    for (const [i, id] of waiting.entries()) {
      const negotiation = await this.store.negotiation(id);
      if (negotiation !== null) await this.book(negotiation);
      onStep?.(i + 1, waiting.length);
    }
  }

  /**
   * Groups those of these negotiations that nobody else took: `next` counts those taken. Nothing is kept in memory, since what was
   * added in bulk is seldom asked about at once.
   */
  async place(ids: readonly string[], next: SharedArrayBuffer): Promise<void> {
    const taken = new Int32Array(next);
    for (let i = Atomics.add(taken, 0, 1); i < ids.length; i = Atomics.add(taken, 0, 1)) {
      const negotiation = await this.store.negotiation(ids[i]);
      if (negotiation !== null) await this.#make(negotiation);
    }
  }

  /** Drops all derived rows and makes them again from the lists. */
  async rebuild(): Promise<void> {
    this.#books.clear();
    await this.store.shelf.clear();
    await this.placeAll();
  }

  #trim(): void {
    let total = 0;
    let reports = 0;
    // Last asked for first. What a book keeps is what was asked of it: pages of many books stay at hand, but few whole books.
    for (const [i, { book, views }] of [...this.#books.values()].reverse().entries()) {
      total += book.size;
      if (i > 0 && reports + book.held > MOST_REPORTS) {
        book.rest();
        views.clear();
      } else reports += book.held;
    }
    for (const [id, { book }] of this.#books) {
      if (total <= MOST_ENTRIES || this.#books.size === 1) return;
      this.#books.delete(id);
      total -= book.size;
    }
  }
}

import type { Analysis, Analyst } from "../analysis/index.js";
import {
  bandsOf,
  before,
  type Decision,
  type DocumentVersion,
  type Judgement,
  likeness,
  type Print,
  parentOf,
  type Statement,
  signatureOf,
} from "../ledger/index.js";
import {
  type AsOf,
  type Book,
  byVersion,
  type Contradiction,
  isJudged,
  judgedIds,
  type Latest,
  type Listed,
  type Negotiation,
  orphansOf,
  placedOf,
  type Recorder,
  type RecordItem,
  type RecordKind,
  type RecordView,
  type Router,
  type Rulings,
  rulingsOf,
  type Sheet,
  type SinceKind,
  type VersionOrder,
} from "../record/index.js";
import type { Added, Copy, ShelfWrite, Store } from "../store/index.js";
import { contentHash, dayNumber, type IsoDate } from "../text/index.js";
import { keepMemoryFor } from "./memory.js";

/** Version of how rows are derived. A store whose rows another version made has them made again. */
const DERIVATION = "10";
/** Changes followed in one transaction. */
const STEP = 512;
/** Documents read for it at a time. */
const FEW = 32;
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

/** A document sorted to the negotiations it concerns: texts and numbers alone, which another thread can be told. */
export interface Prepared {
  readonly version: VersionOrder;
  readonly basis: string;
  readonly sheets: readonly Sheet[];
  readonly print: Print | null;
  /** Whether a person decided about one of its statements. */
  readonly judged: boolean;
}

/**
 * Follows the store's log: sorts what came in to the negotiations it concerns and groups it, so that a question reads one
 * negotiation's rows and not all statements. Whatever it writes is derived; several processes may do it at once.
 */
export class Keeper {
  readonly #books = new Map<string, Cached>();
  readonly #judged = new Map<string, Statement>();

  constructor(
    private readonly store: Store,
    private readonly recorder: Recorder,
    readonly analyst: Analyst,
    private readonly whole: Keeper | null = null,
    private readonly shows: (statement: string) => boolean = () => true,
  ) {}

  /** The keeper of what somebody may see of the store: derived rows are those of the whole, and are grouped from what is shown alone. */
  over(store: Store, shows: (statement: string) => boolean): Keeper {
    return new Keeper(store, this.recorder, this.analyst, this, shows);
  }

  /** What `settle` needs of documents about to be kept, so that it need not read them back. */
  async prepare(list: readonly Added[]): Promise<Prepared[]> {
    const judgements = await this.store.judgements();
    const negotiations = await this.store.negotiations();
    const rulings = this.#rulings(judgements);
    const elders = await this.#elders(rulings);
    const router = this.#router(negotiations);
    const basis = this.#basis(negotiations, judgements);
    return list.map((a) => this.#sorted(a, basis, router, rulings, elders));
  }

  /**
   * Brings the derived rows up to date with the lists. Gives the number of changes followed. `prepared`: documents just kept for
   * the first time; what was prepared on another basis is made again.
   */
  async settle(prepared: readonly Prepared[] = []): Promise<number> {
    if (this.whole !== null) return this.whole.settle(prepared);
    const { shelf } = this.store;
    const warm = new Map(prepared.map((p) => [p.version.document.id, p]));
    let done = 0;
    for (;;) {
      let from = await shelf.mark();
      if (from.by !== DERIVATION) {
        if (from.by !== "" || from.sequence > 0) await shelf.clear();
        from = await shelf.mark();
      }
      const changes = await this.store.changes(from.sequence, STEP);
      if (changes.length === 0) return done;
      const to = { sequence: changes[changes.length - 1].sequence, by: DERIVATION };
      const ids = (kind: string): string[] => [
        ...new Set(changes.flatMap((c) => (c.kind === kind ? [c.id] : []))),
      ];
      const named = ids("negotiation");
      const judged = ids("judgement");
      const judgements = await this.store.judgements();
      const rulings = this.#rulings(judgements);
      const negotiations = await this.store.negotiations();
      const { documents: ruled, regroup: ruling, renamed } = await this.#touched(judged, judgements);
      const elders = await this.#elders(rulings);
      // A new or changed description is laid over what was followed before, in steps of their own before the mark moves.
      if (named.length > 0 && !(await this.#lay(named, negotiations, from, rulings, elders))) continue;
      const router = this.#router(negotiations);
      const fresh = ids("document");
      const sheets: Sheet[] = [];
      const prints: Print[] = [];
      const revised = new Set<string>();
      let regroup = ruling;
      const basis = this.#basis(negotiations, judgements);
      // A few at a time: what was read of them is let go before it grows old.
      for (let at = 0; at < fresh.length; at += FEW) {
        const few = fresh.slice(at, at + FEW);
        const ready = few.flatMap((id) => warm.get(id) ?? []).filter((p) => p.basis === basis);
        const there = new Set(ready.map((p) => p.version.document.id));
        const cold = await this.store.added(few.filter((id) => !there.has(id)));
        const list = [...cold.map((a) => this.#sorted(a, basis, router, rulings, elders)), ...ready];
        const late = await this.#late(list);
        const others = await this.#others(list);
        for (const id of [...late, ...others.overtaken]) ruled.add(id);
        for (const id of others.revised) revised.add(id);
        regroup ||= late.length > 0 || others.overtaken.length > 0;
        for (const p of list) {
          sheets.push(...p.sheets);
          if (p.print !== null) prints.push(p.print);
        }
      }
      const isFresh = new Set(fresh);
      const again = await this.store.added([...ruled].filter((id) => !isFresh.has(id)));
      for (const a of again)
        sheets.push(...router.route(a.version, a.statements, rulings, elders.get(a.version.source)));
      const step: ShelfWrite = {
        from,
        to,
        dropNegotiations: [],
        dropDocuments: from.sequence === 0 ? [] : [...fresh, ...again.map((a) => a.version.document.id)],
        sheets,
        revised: [...revised].filter((id) => !isFresh.has(id)),
        unplace: renamed
          ? negotiations.map((n) => n.id)
          : regroup
            ? await this.#holding([...ruled], negotiations)
            : [],
        copies: await findCopies(prints, this.store),
      };
      if (await shelf.write(step)) done += changes.length;
    }
  }

  // Stores give the same list as long as nothing was added to it.
  readonly #rulings = remembered(rulingsOf);
  readonly #router = remembered((all: readonly Negotiation[]) => this.recorder.router(all));
  readonly #described = remembered((all: readonly Negotiation[]) => contentHash(JSON.stringify(all)));

  /** What sorting hangs on besides the document: judgements are only ever added. */
  #basis(negotiations: readonly Negotiation[], judgements: readonly Judgement[]): string {
    return `${this.#described(negotiations)}/${judgements.length}`;
  }

  #sorted(
    { version, statements }: Added,
    basis: string,
    router: Router,
    rulings: Rulings,
    elders: ReadonlyMap<string, readonly Statement[]>,
  ): Prepared {
    const { document, source, recorded } = version;
    const { id, published } = document;
    return {
      version: { document: { id, published }, source, recorded },
      basis,
      sheets: router.route(version, statements, rulings, elders.get(source)),
      print: printOf(version),
      judged: statements.some((s) => isJudged(s.id, rulings)),
    };
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

  /** Documents whose statements judgements are about, and whether what is known earlier may group anew. */
  async #touched(
    ids: readonly string[],
    judgements: readonly Judgement[],
  ): Promise<{
    readonly documents: Set<string>;
    readonly regroup: boolean;
    readonly renamed: boolean;
  }> {
    const byId = new Map(judgements.map((j) => [j.id, j]));
    const statements = new Set<string>();
    let regroup = false;
    let renamed = false;
    const follow = (d: Decision): void => {
      if (d.type === "accept" || d.type === "reject" || d.type === "correct") statements.add(d.statement);
      else if (d.type === "merge" || d.type === "split") for (const s of d.statements) statements.add(s);
      else if (d.type === "undo") {
        const undone = byId.get(d.judgement);
        if (undone !== undefined) follow(undone.decision);
      }
      if (d.type === "same") renamed = true;
      if (d.type !== "accept" && d.type !== "annotate" && d.type !== "grade" && d.type !== "same")
        regroup = true;
    };
    for (const id of ids) {
      const judgement = byId.get(id);
      if (judgement !== undefined) follow(judgement.decision);
    }
    const documents = new Set<string>();
    for (const s of statements) {
      const statement = await this.store.statement(s);
      if (statement === null) continue;
      documents.add(statement.document);
      // What is decided about one version holds for the same words in the others.
      for (const v of await this.store.versionsOf(statement.source)) documents.add(v.document.id);
    }
    return { documents, regroup, renamed };
  }

  /** Other versions of articles that came in with statements decided about before: an import may bring the decision first. */
  async #late(fresh: readonly Prepared[]): Promise<string[]> {
    const out: string[] = [];
    for (const { version, judged } of fresh) {
      if (!judged) continue;
      const all = await this.store.versionsOf(version.source);
      if (all.length > 1) out.push(...all.map((v) => v.document.id));
    }
    return out;
  }

  /**
   * Other versions of articles that came in: whether their words still stand is asked anew, though nothing be read in the new one;
   * and which came in after one that follows them, whose reports were put beside theirs without knowing.
   */
  async #others(
    fresh: readonly Prepared[],
  ): Promise<{ readonly revised: readonly string[]; readonly overtaken: readonly string[] }> {
    const revised = new Set<string>();
    const overtaken = new Set<string>();
    const versioned = await this.store.versioned(fresh.map((p) => p.version.source));
    for (const { version } of fresh) {
      if (!versioned.has(version.source)) continue;
      for (const other of await this.store.versionsOf(version.source)) {
        if (other.document.id === version.document.id) continue;
        revised.add(other.document.id);
        if (byVersion(version, other) < 0) overtaken.add(other.document.id);
      }
    }
    return { revised: [...revised], overtaken: [...overtaken] };
  }

  /** Statements that people decided about, by source. */
  async #elders(rulings: Rulings): Promise<ReadonlyMap<string, readonly Statement[]>> {
    const out = new Map<string, Statement[]>();
    for (const id of judgedIds(rulings)) {
      let found: Statement | null | undefined = this.#judged.get(id);
      if (found === undefined) {
        found = await this.store.statement(id);
        // Kept once found: statements never change.
        if (found !== null) this.#judged.set(id, found);
      }
      if (found === null) continue;
      const list = out.get(found.source);
      if (list === undefined) out.set(found.source, [found]);
      else list.push(found);
    }
    return out;
  }

  async #holding(documents: readonly string[], negotiations: readonly Negotiation[]): Promise<string[]> {
    const ids = new Set<string>();
    const router = this.recorder.router(negotiations);
    // What a judgement touches is where its documents are routed without it: a rejection takes the entry itself away.
    for (const a of await this.store.added(documents))
      for (const row of router.route(a.version, a.statements, rulingsOf([]))) ids.add(row.negotiation);
    return [...ids].sort();
  }

  async #lay(
    named: readonly string[],
    negotiations: readonly Negotiation[],
    from: ShelfWrite["from"],
    rulings: Rulings,
    elders: ReadonlyMap<string, readonly Statement[]>,
  ): Promise<boolean> {
    const own = negotiations.filter((n) => named.includes(n.id));
    const router = this.recorder.router(own);
    const empty = {
      dropNegotiations: [],
      dropDocuments: [],
      sheets: [],
      revised: [],
      unplace: [],
      copies: [],
    };
    if (!(await this.store.shelf.write({ ...empty, from, to: from, dropNegotiations: named }))) return false;
    const flush = async (ids: readonly string[]): Promise<boolean> => {
      const sheets = (await this.store.added(ids)).flatMap((a) =>
        router.route(a.version, a.statements, rulings, elders.get(a.version.source)),
      );
      return sheets.length === 0 || this.store.shelf.write({ ...empty, from, to: from, sheets });
    };
    for (let at = 0; at < from.sequence; ) {
      const changes = (await this.store.changes(at, STEP)).filter((c) => c.sequence <= from.sequence);
      if (changes.length === 0) break;
      at = changes[changes.length - 1].sequence;
      if (!(await flush([...new Set(changes.flatMap((c) => (c.kind === "document" ? [c.id] : [])))])))
        return false;
    }
    return true;
  }
}

/** Null where a text is too short to be told from others. */
function printOf({ document, recorded }: DocumentVersion): Print | null {
  const signature = signatureOf(document.text);
  const known = document.published ?? recorded.slice(0, 10);
  return signature === null ? null : { document: document.id, known, day: dayNumber(known), signature };
}

/** Prints of new texts, with what they are copies of, and of older texts that turn out to be copies of them. */
async function findCopies(prints: readonly Print[], store: Store): Promise<Copy[]> {
  const { shelf } = store;

  const all = new Map<string, Copy>();
  for (const c of await shelf.near(prints)) all.set(c.document, c);
  const news = prints.filter((p) => !all.has(p.document));
  const index = new Map<number, Set<string>>();
  const enter = (p: Print): void => {
    for (const key of bandsOf(p.signature)) {
      const set = index.get(key);
      if (set === undefined) index.set(key, new Set([p.document]));
      else set.add(p.document);
    }
  };
  for (const c of all.values()) enter(c);
  for (const p of news) {
    enter(p);
    all.set(p.document, { ...p, parent: null, like: 0, root: p.document });
  }
  const changed = new Set(news.map((p) => p.document));
  const adopt = (child: Copy, parent: Copy | null): void => {
    const like = parent === null ? 0 : likeness(parent.signature, child.signature);
    all.set(child.document, { ...child, parent: parent?.document ?? null, like, root: child.root });
    changed.add(child.document);
  };
  for (const p of [...news].sort((a, b) => (before(a, b) ? -1 : 1))) {
    const near = [...new Set(bandsOf(p.signature).flatMap((key) => [...(index.get(key) ?? [])]))]
      .filter((id) => id !== p.document)
      .map((id) => all.get(id) as Copy);
    const parent = parentOf(p, near);
    if (parent !== null) adopt(all.get(p.document) as Copy, all.get(parent) as Copy);
    // Later texts that resemble it more than what they were taken for copies of.
    for (const c of near) {
      if (!before(p, c) || news.some((n) => n.document === c.document)) continue;
      const old = c.parent === null ? [] : [all.get(c.parent)].filter((x) => x !== undefined);
      if (parentOf(c, [...old, p]) === p.document) {
        // Its copies follow it to the new first text.
        for (const d of await shelf.copiesOf(c.root)) if (!all.has(d.document)) all.set(d.document, d);
        adopt(c, all.get(p.document) as Copy);
      }
    }
  }
  const rootOf = (id: string): string => {
    let c = all.get(id) as Copy;
    while (c.parent !== null) {
      const parent = all.get(c.parent);
      // A parent that was not loaded has not changed, nor has the first of its copies.
      if (parent === undefined) return c.root;
      c = parent;
    }
    return c.document;
  };
  const out: Copy[] = [];
  for (const c of all.values()) {
    const root = c.parent === null ? c.document : rootOf(c.document);
    if (changed.has(c.document) || root !== c.root) out.push({ ...c, root });
  }
  return out;
}

function remembered<A extends object, R>(make: (of: A) => R): (of: A) => R {
  const made = new WeakMap<A, R>();
  return (of) => {
    const found = made.get(of);
    if (found !== undefined) return found;
    const value = make(of);
    made.set(of, value);
    return value;
  };
}

const keepers = new WeakMap<Store, Keeper>();

/** Makes the keeper of a store that shows a part of another. */
export async function keepPart(
  part: Store,
  whole: Store,
  shows: (statement: string) => boolean,
): Promise<void> {
  keepers.set(part, (await keeperOf(whole)).over(part, shows));
}

/** The keeper of a store, one each. */
export async function keeperOf(store: Store): Promise<Keeper> {
  const found = keepers.get(store);
  if (found !== undefined) return found;
  const { loadLexicon } = await import("../resources/index.js");
  const { createRecorder } = await import("../record/index.js");
  const { createAnalyst } = await import("../analysis/index.js");
  keepMemoryFor("holding");
  const lexicon = loadLexicon();
  const keeper = new Keeper(store, createRecorder(lexicon), createAnalyst(lexicon));
  keepers.set(store, keeper);
  return keeper;
}

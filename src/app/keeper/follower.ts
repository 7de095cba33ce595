import type { Judgement, Print, Statement } from "../../ledger/index.js";
import {
  isJudged,
  judgedIds,
  type Negotiation,
  type Recorder,
  type Router,
  type Rulings,
  rulingsOf,
  type Sheet,
} from "../../record/index.js";
import type { Added, ShelfWrite, Store } from "../../store/index.js";
import { contentHash } from "../../text/index.js";
import { findCopies, printOf } from "./copies.js";
import type { Prepared } from "./prepared.js";
import { lateDecided, otherVersions, touchedBy } from "./touched.js";

/** Version of how rows are derived. A store whose rows another version made has them made again. */
const DERIVATION = "11";
/** Changes followed in one transaction. */
const STEP = 512;
/** Documents read for it at a time. */
const FEW = 32;

/**
 * Follows the store's log: sorts what came in to the negotiations it concerns, so that a question reads one negotiation's rows and
 * not all statements. Whatever it writes is derived; several processes may do it at once.
 */
export class Follower {
  readonly #judged = new Map<string, Statement>();

  constructor(
    private readonly store: Store,
    private readonly recorder: Recorder,
  ) {}

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
      const { documents: ruled, regroup: ruling, renamed } = await touchedBy(this.store, judged, judgements);
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
        const late = await lateDecided(this.store, list);
        const others = await otherVersions(this.store, list);
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

import type { Added, Kept, Ready, Store } from "../store/index.js";
import { KeepingThread } from "./adding-thread.js";
import { keeperOf, type Prepared } from "./keeper/index.js";
import { keepMemoryFor } from "./memory.js";

/** Documents made ready at a time: objects that wait longer are moved twice by the collector of V8. */
const AT_ONCE = 8;
/** Documents of one transaction: a page of an index that many of them share is written once. */
const TOGETHER = 512;
/** Documents after which a thread that has nothing to write is given them at once. */
const ENOUGH = 128;

/** Documents as texts, and what sorting found of them. */
export interface Load {
  readonly ready: Ready;
  /** One a document; null where sorting is left to who writes it. */
  readonly prepared: readonly (Prepared | null)[];
}

/**
 * Keeps many documents and sorts and groups what they tell: made ready here, written on a thread of its own where there are enough
 * to pay for one.
 */
export class Adding {
  #waiting: Added[] = [];
  /** Made ready here, and not handed to the thread. */
  #loads: Load[] = [];
  #documents = 0;
  #begun = false;
  #thread: KeepingThread | null = null;

  constructor(
    private readonly store: Store,
    /** Where the thread finds the store; null to do without one. */
    private readonly path: string | null,
    /** Told what became of documents once they are committed. */
    private readonly kept: (results: readonly Kept[]) => void = () => undefined,
  ) {}

  async put(document: Added): Promise<void> {
    if (!this.#begun) {
      // The keeper first: it holds memory once it is there.
      await keeperOf(this.store);
      keepMemoryFor("adding");
      this.#begun = true;
    }
    this.#waiting.push(document);
    if (this.#waiting.length === AT_ONCE) await this.#makeReady();
  }

  /** Commits what waits. */
  async flush(): Promise<void> {
    if (this.#waiting.length > 0) await this.#makeReady();
    await this.#commit();
    await this.#thread?.committed();
  }

  /** Commits what waits, and sorts it to its negotiations. */
  async settle(): Promise<void> {
    await this.flush();
    await this.#thread?.settled();
    await (await keeperOf(this.store)).settle();
  }

  /** Commits, sorts and groups everything. */
  async finish(): Promise<void> {
    await this.settle();
    const keeper = await keeperOf(this.store);
    if (this.#thread !== null) {
      const ids = await this.store.shelf.unplaced();
      // Each takes the next one: books are of very different sizes.
      const next = new SharedArrayBuffer(4);
      const theirs = this.#thread.place(ids, next);
      // What either leaves is done below, and errors that stay come up there.
      await Promise.allSettled([keeper.place(ids, next), theirs]);
    }
    await keeper.placeAll();
  }

  async close(): Promise<void> {
    await this.#thread?.close();
    this.#thread = null;
    keepMemoryFor("holding");
  }

  async #makeReady(): Promise<void> {
    const list = this.#waiting;
    this.#waiting = [];
    const ready = this.store.ready(list);
    // A thread that has nothing to write sorts what comes to it by itself: so the two take the same time.
    const prepared =
      this.#thread?.isIdle === true ? list.map(() => null) : await (await keeperOf(this.store)).prepare(list);
    const load = { ready, prepared };
    this.#documents += list.length;
    // In small parts: a large one is copied again and again as it grows.
    if (this.#thread !== null) this.#thread.hand(load);
    else this.#loads.push(load);
    if (this.#documents >= (this.#thread?.isIdle === true ? ENOUGH : TOGETHER)) await this.#commit();
  }

  async #commit(): Promise<void> {
    if (this.#documents === 0) return;
    const loads = this.#loads;
    this.#loads = [];
    this.#documents = 0;
    if (this.#thread !== null) {
      await this.#thread.commit(this.kept);
      return;
    }
    const { results, fresh } = await keepLoads(this.store, loads);
    this.kept(results);
    await (await keeperOf(this.store)).settle(fresh);
    // For a few documents, starting a thread takes longer than their work.
    this.#thread = KeepingThread.over(this.store, this.path);
  }
}

/** Keeps loads in one transaction; of what was not there before, everything is known that is to be sorted. */
export async function keepLoads(
  store: Store,
  loads: readonly Load[],
): Promise<{ readonly results: readonly Kept[]; readonly fresh: readonly Prepared[] }> {
  const results = await store.addReady(loads.map((l) => l.ready));
  const fresh = loads
    .flatMap((l) => l.prepared)
    .filter((p, i): p is Prepared => p !== null && results[i].added);
  return { results, fresh };
}

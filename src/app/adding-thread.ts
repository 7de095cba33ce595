import type { Worker } from "node:worker_threads";
import { type Kept, type Store, StoreError, type StoreErrorCode } from "../store/index.js";
import type { Load } from "./adding.js";
import type { Task, Told } from "./adding-worker.js";
import { threadOf } from "./thread.js";

/** Transactions that may wait to be written: what is made ready faster than it is written waits for it. */
const MOST_WAITING = 2;

/** What is handed over waits for its transaction: room for it where the collector need not move it. */
const YOUNG = { maxYoungGenerationSizeMb: 96 };

type Outcome = { readonly results: readonly Kept[] } | { readonly error: unknown };

/** The thread that writes what is made ready on this one. */
export class KeepingThread {
  readonly #commits: Promise<Outcome>[] = [];
  readonly #answers: ((told: Told | Error) => void)[] = [];
  #failed: Error | null = null;
  #asked = 0;

  private constructor(
    private readonly worker: Worker,
    /** Number of transactions that it has done with. */
    private readonly ended: Int32Array,
  ) {
    worker.on("message", (told: Told) => this.#answers.shift()?.(told));
    worker.on("error", (error) => this.#end(error));
    worker.on("exit", () => this.#end(new Error("the thread that keeps documents has ended")));
  }

  /** Null where a store cannot be opened twice, or does not write on the thread that asks it to. */
  static over(store: Store, path: string | null): KeepingThread | null {
    if (store.kind !== "sqlite" || path === null) return null;
    const ended = new Int32Array(new SharedArrayBuffer(4));
    return new KeepingThread(
      threadOf(new URL("./adding-worker.js", import.meta.url), { path, ended }, YOUNG),
      ended,
    );
  }

  /** Whether everything it was handed is written and sorted. Its messages are not asked: they are heard only between our own work. */
  get isIdle(): boolean {
    return Atomics.load(this.ended, 0) === this.#asked;
  }

  /** Part of the next transaction. */
  hand(load: Load): void {
    if (this.#failed === null) this.worker.postMessage({ type: "load", load } satisfies Task);
  }

  /** Ends a transaction; waits where too many are on their way. Errors of an earlier one come up here or in `committed`. */
  async commit(kept: (results: readonly Kept[]) => void): Promise<void> {
    this.#asked++;
    const done = this.#ask({ type: "commit" }).then((told): Outcome => {
      if (told.type === "kept") {
        kept(told.results);
        return { results: told.results };
      }
      return { error: errorOf(told) };
    });
    this.#commits.push(done.catch((error: unknown): Outcome => ({ error })));
    while (this.#commits.length > MOST_WAITING) await this.#first();
  }

  async committed(): Promise<void> {
    while (this.#commits.length > 0) await this.#first();
  }

  async settled(): Promise<void> {
    const told = await this.#ask({ type: "settle" });
    if (told.type === "error") throw errorOf(told);
  }

  async place(ids: readonly string[], next: SharedArrayBuffer): Promise<void> {
    const told = await this.#ask({ type: "place", ids, next });
    if (told.type === "error") throw errorOf(told);
  }

  async close(): Promise<void> {
    if (this.#failed !== null) return;
    const ended = new Promise((done) => this.worker.once("exit", done));
    this.worker.postMessage({ type: "end" } satisfies Task);
    await ended;
  }

  async #first(): Promise<void> {
    const outcome = await this.#commits.shift();
    if (outcome !== undefined && "error" in outcome) throw outcome.error;
  }

  #ask(task: Task): Promise<Told> {
    if (this.#failed !== null) return Promise.reject(this.#failed);
    return new Promise((done, fail) => {
      this.#answers.push((told) => (told instanceof Error ? fail(told) : done(told)));
      this.worker.postMessage(task);
    });
  }

  #end(error: Error): void {
    this.#failed ??= error;
    for (const answer of this.#answers.splice(0)) answer(this.#failed);
  }
}

function errorOf(told: Told): Error {
  if (told.type !== "error") return new Error(`the thread answered "${told.type}"`);
  const { code, message, where } = told;
  return code === null ? new Error(message) : new StoreError(code as StoreErrorCode, message, where);
}

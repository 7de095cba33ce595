import { parentPort, workerData } from "node:worker_threads";
import { type Kept, StoreError } from "../store/index.js";
import { keepLoads, type Load } from "./adding.js";
import { keeperOf } from "./keeper/index.js";
import { keepMemoryFor } from "./memory.js";
import { openStore } from "./open.js";

/** Thread that writes what another one made ready, and sorts and groups beside it. Tasks are answered in order, but for the first and the last. */
export type Task =
  | { readonly type: "load"; readonly load: Load }
  | { readonly type: "commit" }
  | { readonly type: "settle" }
  /** Groups those of these negotiations that nobody else took: `next` is the place of the next one. */
  | { readonly type: "place"; readonly ids: readonly string[]; readonly next: SharedArrayBuffer }
  | { readonly type: "end" };
export type Told =
  | { readonly type: "kept"; readonly results: readonly Kept[] }
  | { readonly type: "done" }
  | {
      readonly type: "error";
      readonly code: string | null;
      readonly message: string;
      readonly where: Readonly<Record<string, string | number | null>>;
    };

const tell = (told: Told): void => parentPort?.postMessage(told);
const { path, ended } = workerData as { readonly path: string; readonly ended: Int32Array };
const store = await openStore(path, { bulk: true });
const keeper = await keeperOf(store);
keepMemoryFor("adding");

/** Of the next transaction. */
const loads: Load[] = [];
async function run(task: Task): Promise<void> {
  if (task.type === "load") loads.push(task.load);
  else if (task.type === "commit") {
    try {
      const { results, fresh } = await keepLoads(store, loads.splice(0));
      tell({ type: "kept", results });
      // What could not be sorted is when it is asked for, and then the error is told.
      await keeper.settle(fresh).catch(() => undefined);
    } finally {
      Atomics.add(ended, 0, 1);
    }
  } else if (task.type === "place") {
    await keeper.place(task.ids, task.next);
    tell({ type: "done" });
  } else if (task.type === "settle") {
    await keeper.settle();
    tell({ type: "done" });
  } else {
    await store.close();
    parentPort?.close();
  }
}

let work = Promise.resolve();
parentPort?.on("message", (task: Task) => {
  work = work
    .then(() => run(task))
    .catch((error: unknown) => {
      const known = error instanceof StoreError;
      const message = error instanceof Error ? error.message : String(error);
      tell({ type: "error", code: known ? error.code : null, message, where: known ? error.where : {} });
    });
});

import { Worker } from "node:worker_threads";
import type { WorkerTask } from "./jobs.js";

/** The thread of one job. From the sources (tests) it needs a loader of TypeScript; compiled, it needs none. */
export function makeWorker(workerData: WorkerTask): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./job-worker.js", import.meta.url), { workerData });
  const url = JSON.stringify(new URL("./job-worker.ts", import.meta.url).href);
  const boot = `import("tsx/esm/api").then(({ tsImport }) => tsImport(${url}, ${url}))`;
  return new Worker(boot, { eval: true, workerData });
}

import { Worker } from "node:worker_threads";

/**
 * A thread that runs one of our modules. From the sources (tests) it needs a loader of TypeScript; compiled, it needs none.
 * @param module its compiled name ("./x-worker.js") against `import.meta.url` of whoever starts it
 */
export function threadOf(module: URL, workerData: unknown): Worker {
  if (!import.meta.url.endsWith(".ts")) return new Worker(module, { workerData });
  const url = JSON.stringify(module.href.replace(/\.js$/, ".ts"));
  const boot = `import("tsx/esm/api").then(({ tsImport }) => tsImport(${url}, ${url}))`;
  return new Worker(boot, { eval: true, workerData });
}

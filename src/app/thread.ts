import { type ResourceLimits, Worker } from "node:worker_threads";

/**
 * A thread that runs one of our modules. From the sources (tests) it needs a loader of TypeScript; compiled, it needs none.
 * @param module its compiled name ("./x-worker.js") against `import.meta.url` of whoever starts it
 * @param resourceLimits of V8, where its own choice does not fit the work
 */
export function threadOf(module: URL, workerData: unknown, resourceLimits: ResourceLimits = {}): Worker {
  if (!import.meta.url.endsWith(".ts")) return new Worker(module, { workerData, resourceLimits });
  const url = JSON.stringify(module.href.replace(/\.js$/, ".ts"));
  const boot = `import("tsx/esm/api").then(({ tsImport }) => tsImport(${url}, ${url}))`;
  return new Worker(boot, { eval: true, workerData, resourceLimits });
}

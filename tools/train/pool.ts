import { Worker } from "node:worker_threads";
import type { Job, JobResults } from "./jobs.js";
import type { Results } from "./results.js";

/** Runs jobs in `size` threads. Results do not depend on which thread ran a job, or when. */
export class Pool {
  private readonly idle: Worker[];
  private readonly waiting: ((w: Worker) => void)[] = [];

  constructor(
    size: number,
    folder: string,
    clusters: string,
    private readonly kept: Results,
  ) {
    this.idle = Array.from(
      { length: size },
      () => new Worker(new URL("./worker.js", import.meta.url), { workerData: { folder, clusters } }),
    );
  }

  async run<K extends Job["kind"]>(job: Job & { kind: K }): Promise<JobResults[K]> {
    const found = this.kept.find(job);
    if (found !== undefined) return found as JobResults[K];
    const worker =
      this.idle.pop() ?? (await new Promise<Worker>((resolve) => void this.waiting.push(resolve)));
    const result = await new Promise<JobResults[K]>((resolve, reject) => {
      worker.once("error", reject);
      worker.once("message", (r: JobResults[K]) => {
        worker.off("error", reject);
        resolve(r);
      });
      worker.postMessage(job);
    });
    const next = this.waiting.shift();
    if (next === undefined) this.idle.push(worker);
    else next(worker);
    this.kept.keep(job, result);
    return result;
  }

  async close(): Promise<void> {
    await Promise.all(this.idle.map((w) => w.terminate()));
  }
}

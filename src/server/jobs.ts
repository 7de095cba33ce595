import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { Worker } from "node:worker_threads";
import { AppError, type ErrorReport, errorReport } from "../app/index.js";

export const jobKinds = ["articles", "rebuild"] as const;
export type JobKind = (typeof jobKinds)[number];

/** Long work: what it is, how far it is, and what came out. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
  readonly done: number;
  readonly total: number;
  /** ISO instants. */
  readonly created: string;
  readonly ended: string | null;
  readonly result: unknown;
  readonly error: ErrorReport["error"] | null;
}

/** What the worker is given, and tells. */
export interface WorkerTask {
  readonly storePath: string;
  readonly kind: JobKind;
  readonly input: Record<string, unknown>;
  /** One 32-bit number: 1 asks the work to stop at its next step. */
  readonly stop: SharedArrayBuffer;
}
export type WorkerNews =
  | { readonly type: "step"; readonly done: number; readonly total: number }
  | { readonly type: "result"; readonly result: unknown }
  | { readonly type: "error"; readonly report: ErrorReport };

export interface Jobs {
  start(kind: JobKind, input: Record<string, unknown>): Job;
  list(): readonly Job[];
  /** Errors: JOB_UNKNOWN */
  get(id: string): Job;
  /** Asks a job to stop after the article it is at. Errors: JOB_UNKNOWN */
  cancel(id: string): Job;
  /** Calls with every change until the job has ended or the returned function is called. */
  follow(id: string, tell: (job: Job) => void): () => void;
  /** Stops what runs; resolves when it has stopped. */
  close(): Promise<void>;
}

/** Ended jobs that are remembered, and jobs that may wait. */
const MOST = 100;
const ENDED = new Set(["done", "failed", "cancelled"]);

/** From the sources (tests) a thread needs a loader of TypeScript; compiled, it needs none. */
function makeWorker(workerData: WorkerTask): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./job-worker.js", import.meta.url), { workerData });
  const url = JSON.stringify(new URL("./job-worker.ts", import.meta.url).href);
  const boot = `import("tsx/esm/api").then(({ tsImport }) => tsImport(${url}, ${url}))`;
  return new Worker(boot, { eval: true, workerData });
}

/** One job at a time, in a thread of its own: reading takes the processor, and the server goes on answering. */
export function makeJobs(storePath: string, now: () => string): Jobs {
  const jobs = new Map<string, Job>();
  const waiting: { id: string; task: WorkerTask }[] = [];
  const stops = new Map<string, SharedArrayBuffer>();
  const news = new EventEmitter().setMaxListeners(0);
  let running: Promise<void> | null = null;
  let closing = false;

  const change = (id: string, fields: Partial<Job>): void => {
    const job = { ...get(id), ...fields };
    jobs.set(id, job);
    news.emit(id, job);
  };
  const get = (id: string): Job => {
    const job = jobs.get(id);
    if (job === undefined) throw new AppError("JOB_UNKNOWN", `There is no job "${id}".`, { id });
    return job;
  };
  const next = (): void => {
    if (running !== null || closing) return;
    const turn = waiting.shift();
    if (turn === undefined) return;
    running = work(turn.id, turn.task).finally(() => {
      running = null;
      next();
    });
  };

  function work(id: string, task: WorkerTask): Promise<void> {
    change(id, { state: "running" });
    const worker = makeWorker(task);
    return new Promise((ended) => {
      const end = (fields: Partial<Job>): void => {
        if (!ENDED.has(get(id).state)) change(id, { ...fields, ended: now() });
      };
      const failed = (report: ErrorReport): void =>
        end({ state: report.error.code === "JOB_CANCELLED" ? "cancelled" : "failed", error: report.error });
      worker.on("message", (m: WorkerNews) => {
        if (m.type === "step") change(id, { done: m.done, total: m.total });
        else if (m.type === "result") end({ state: "done", result: m.result });
        else failed(m.report);
      });
      worker.on("error", (error) => failed(errorReport(error)));
      worker.on("exit", () => {
        end({ state: "failed", error: errorReport(new Error("The work ended without an answer.")).error });
        stops.delete(id);
        ended();
      });
    });
  }

  const cancel = (id: string): Job => {
    const job = get(id);
    const at = waiting.findIndex((w) => w.id === id);
    if (at >= 0) {
      waiting.splice(at, 1);
      const { error } = errorReport(new AppError("JOB_CANCELLED", "It had not begun."));
      change(id, { state: "cancelled", ended: now(), error });
    } else if (job.state === "running") {
      const stop = stops.get(id);
      if (stop !== undefined) Atomics.store(new Int32Array(stop), 0, 1);
    }
    return get(id);
  };

  return {
    start(kind, input) {
      if (waiting.length >= MOST) throw new AppError("RATE_LIMITED", `${MOST} jobs wait already.`);
      for (const [old, { state }] of jobs) if (jobs.size >= MOST && ENDED.has(state)) jobs.delete(old);
      const id = randomUUID();
      const stop = new SharedArrayBuffer(4);
      const at = { done: 0, total: 0, ended: null, result: null, error: null };
      const job: Job = { id, kind, state: "waiting", created: now(), ...at };
      jobs.set(id, job);
      stops.set(id, stop);
      waiting.push({ id, task: { storePath, kind, input, stop } });
      next();
      return get(id);
    },
    list: () => [...jobs.values()].reverse(),
    get,
    cancel,
    follow(id, tell) {
      const job = get(id);
      const on = (j: Job): void => {
        tell(j);
        if (ENDED.has(j.state)) news.off(id, on);
      };
      if (!ENDED.has(job.state)) news.on(id, on);
      tell(job);
      return () => void news.off(id, on);
    },
    async close() {
      closing = true;
      for (const { id } of [...waiting]) cancel(id);
      for (const { id, state } of jobs.values()) if (state === "running") cancel(id);
      await running;
    },
  };
}

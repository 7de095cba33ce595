import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import {
  AppError,
  type DeskFile,
  type ErrorReport,
  errorReport,
  type JobRow,
  threadOf,
} from "../app/index.js";

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
  /** Who asked for it; null where nobody had to sign in. */
  readonly by: string | null;
  readonly result: unknown;
  readonly error: ErrorReport["error"] | null;
}

/** What the worker is given, and tells. */
export interface WorkerTask {
  readonly storePath: string;
  readonly kind: JobKind;
  readonly input: Record<string, unknown>;
  /** What came out of the steps that were done before the server ended. */
  readonly before: readonly unknown[];
  /** One 32-bit number: CANCEL or PAUSE asks the work to stop at its next step. */
  readonly stop: SharedArrayBuffer;
}
export type WorkerNews =
  | { readonly type: "step"; readonly done: number; readonly total: number; readonly item?: unknown }
  | { readonly type: "result"; readonly result: unknown }
  | { readonly type: "paused" }
  | { readonly type: "error"; readonly report: ErrorReport };
export const CANCEL = 1;
export const PAUSE = 2;

export interface Jobs {
  start(kind: JobKind, input: Record<string, unknown>, by: string | null): Job;
  /** Newest first. */
  list(): readonly Job[];
  /** Errors: JOB_UNKNOWN */
  get(id: string): Job;
  /** Asks a job to stop after the article it is at. Errors: JOB_UNKNOWN */
  cancel(id: string): Job;
  /** Calls with every change until the job has ended or the returned function is called. */
  follow(id: string, tell: (job: Job) => void): () => void;
  /** Pauses what runs after the article it is at; resolves when it has stopped. The next server over the store goes on with it. */
  close(): Promise<void>;
}

/** Ended jobs that are remembered, and jobs that may wait. */
const MOST = 100;
const ENDED = new Set(["done", "failed", "cancelled"]);

/**
 * One job at a time, in a thread of its own: reading takes the processor, and the server goes on answering. Jobs and their progress
 * are in the desk's file, so that what a server was at when it ended or was killed goes on with the next one: work that was done and
 * not noted is met again, and is there already.
 */
export function makeJobs(storePath: string, now: () => string, file: DeskFile): Jobs {
  const jobs = new Map<string, Job>();
  const inputs = new Map<string, Record<string, unknown>>();
  const waiting: string[] = [];
  const stops = new Map<string, Int32Array>();
  const news = new EventEmitter().setMaxListeners(0);
  let running: Promise<void> | null = null;
  let closing = false;

  const get = (id: string): Job => {
    const job = jobs.get(id);
    if (job === undefined) throw new AppError("JOB_UNKNOWN", `There is no job "${id}".`, { id });
    return job;
  };
  const keep = (job: Job): void => {
    const input = inputs.get(job.id);
    const { result, error } = job;
    file.putJob({
      ...job,
      input: job.ended !== null || input === undefined ? null : JSON.stringify(input),
      result: result === null ? null : JSON.stringify(result),
      error: error === null ? null : JSON.stringify(error),
    });
  };
  const change = (id: string, fields: Partial<Job>): void => {
    const job = { ...get(id), ...fields };
    jobs.set(id, job);
    if (fields.state !== undefined) keep(job);
    if (job.ended !== null) inputs.delete(id);
    news.emit(id, job);
  };
  const next = (): void => {
    if (running !== null || closing) return;
    const id = waiting.shift();
    if (id === undefined) return;
    running = work(id).finally(() => {
      running = null;
      next();
    });
  };

  function work(id: string): Promise<void> {
    const { kind } = get(id);
    const stop = new SharedArrayBuffer(4);
    stops.set(id, new Int32Array(stop));
    change(id, { state: "running" });
    const before = file.jobItems(id).map((body): unknown => JSON.parse(body));
    const task: WorkerTask = { storePath, kind, input: inputs.get(id) ?? {}, before, stop };
    const worker = threadOf(new URL("./job-worker.js", import.meta.url), task);
    return new Promise((ended) => {
      let paused = false;
      const end = (fields: Partial<Job>): void => {
        if (!ENDED.has(get(id).state)) change(id, { ...fields, ended: now() });
      };
      const failed = (report: ErrorReport): void =>
        end({ state: report.error.code === "JOB_CANCELLED" ? "cancelled" : "failed", error: report.error });
      worker.on("message", (m: WorkerNews) => {
        if (m.type === "step") {
          file.stepJob(id, m.done, m.total, m.item === undefined ? null : JSON.stringify(m.item));
          change(id, { done: m.done, total: m.total });
        } else if (m.type === "result") end({ state: "done", result: m.result });
        else if (m.type === "paused") {
          paused = true;
          change(id, { state: "waiting" });
        } else failed(m.report);
      });
      worker.on("error", (error) => failed(errorReport(error)));
      worker.on("exit", () => {
        if (!paused)
          end({ state: "failed", error: errorReport(new Error("The work ended without an answer.")).error });
        stops.delete(id);
        ended();
      });
    });
  }

  const cancel = (id: string): Job => {
    const job = get(id);
    const at = waiting.indexOf(id);
    if (at >= 0) {
      waiting.splice(at, 1);
      const { error } = errorReport(new AppError("JOB_CANCELLED", "It had not begun."));
      change(id, { state: "cancelled", ended: now(), error });
    } else if (job.state === "running") {
      const stop = stops.get(id);
      if (stop !== undefined) Atomics.store(stop, 0, CANCEL);
    }
    return get(id);
  };

  for (const row of file.jobs()) {
    const job = jobOf(row);
    jobs.set(job.id, job);
    if (ENDED.has(job.state)) continue;
    inputs.set(job.id, JSON.parse(row.input ?? "{}") as Record<string, unknown>);
    waiting.push(job.id);
  }
  // After the server has begun: a thread that starts first would make it wait.
  setImmediate(next);

  return {
    start(kind, input, by) {
      if (waiting.length >= MOST) throw new AppError("RATE_LIMITED", `${MOST} jobs wait already.`);
      for (const [old, { state }] of jobs) {
        if (jobs.size < MOST) break;
        if (!ENDED.has(state)) continue;
        jobs.delete(old);
        file.dropJob(old);
      }
      const id = randomUUID();
      const at = { done: 0, total: 0, ended: null, result: null, error: null };
      const job: Job = { id, kind, state: "waiting", created: now(), by, ...at };
      jobs.set(id, job);
      inputs.set(id, input);
      keep(job);
      waiting.push(id);
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
      // One that is being cancelled stays so.
      for (const stop of stops.values()) Atomics.compareExchange(stop, 0, 0, PAUSE);
      await running;
    },
  };
}

/** A job that was running when its server ended waits for the next one. */
function jobOf({ input: _, result, error, ...row }: JobRow): Job {
  const state = row.state === "running" ? "waiting" : row.state;
  return {
    ...row,
    kind: row.kind as JobKind,
    state: state as Job["state"],
    result: result === null ? null : JSON.parse(result),
    error: error === null ? null : (JSON.parse(error) as ErrorReport["error"]),
  };
}

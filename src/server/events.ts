import type { FastifyReply } from "fastify";
import { ownJob } from "./job-operations.js";
import type { Job, Jobs } from "./jobs.js";
import type { Caller } from "./operation.js";

const BEAT_MS = 15_000;

/** Streams a job's changes as server-sent events until it has ended or the client has gone. Errors: JOB_UNKNOWN */
export function streamJob(
  id: string,
  jobs: Jobs,
  reply: FastifyReply,
  caller: Caller,
  open: Set<() => void>,
): void {
  ownJob(jobs, id, caller);
  reply.hijack();
  const { raw } = reply;
  const headers = Object.fromEntries(
    Object.entries(reply.getHeaders()).map(([name, value]) => [
      name,
      Array.isArray(value) ? value : String(value),
    ]),
  );
  raw.writeHead(200, {
    ...headers,
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  const beat = setInterval(() => raw.write(": still here\n\n"), BEAT_MS);
  let stop: () => void = () => {};
  const end = (): void => {
    clearInterval(beat);
    open.delete(end);
    stop();
    raw.end();
  };
  open.add(end);
  raw.on("close", end);
  stop = jobs.follow(id, (job: Job) => {
    raw.write(`event: ${job.state}\ndata: ${JSON.stringify(job)}\n\n`);
    if (job.ended !== null) end();
  });
}

import { z } from "zod";
import { AppError, holds, loadPageInput, type Paged, pageOf, pasted } from "../app/index.js";
import { type Job, type JobKind, type Jobs, jobKinds } from "./jobs.js";
import type { Caller, Operation } from "./operation.js";
import { pageOutput } from "./paging.js";
import { roleOf } from "./roles.js";

const jobSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(jobKinds),
  state: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
  done: z.number(),
  total: z.number(),
  created: z.string(),
  ended: z.string().nullable(),
  by: z.string().nullable(),
  result: z.unknown(),
  error: z.looseObject({ code: z.string(), what: z.string(), detail: z.string() }).nullable(),
});
const jobId = z.strictObject({ id: z.string().describe("the job's id") });

/** Routes of long work: begin, list, look at, stop. */
export async function jobOperations(): Promise<Omit<Operation, "scoped">[]> {
  const p = await pasted();
  const pageInput = await loadPageInput();
  const job = (kind: JobKind, summary: string, input: z.ZodObject): Omit<Operation, "scoped"> => ({
    id: `jobs-${kind}`,
    method: "POST",
    path: `/api/v1/jobs/${kind}`,
    summary,
    group: "jobs",
    role: roleOf(`jobs-${kind}`, true),
    input,
    output: jobSchema,
    status: 202,
    run: async (asked, { jobs }, caller) => jobs.start(kind, asked, caller?.name ?? null),
  });
  return [
    job("articles", "Read many texts and keep what they say", p.articlesInput),
    job(
      "rebuild",
      "Make the record again from sources and judgements alone",
      z.strictObject({
        reread: z.boolean().optional().describe("first read again what an older reader read"),
      }),
    ),
    {
      id: "jobs",
      method: "GET",
      path: "/api/v1/jobs",
      summary: "List the jobs of this server, newest first",
      group: "jobs",
      role: roleOf("jobs", false),
      input: z.strictObject(pageInput),
      output: pageOutput(z.strictObject({ items: z.array(jobSchema), next: z.null() })),
      run: async (asked, { jobs }, caller) =>
        pageOf(
          jobs.list().filter((j) => isOwn(j, caller)),
          asked as Paged,
        ),
    },
    {
      id: "job",
      method: "GET",
      path: "/api/v1/jobs/{id}",
      summary:
        "Show a job: how far it is, or what came out. `/events` behind it streams it (text/event-stream)",
      group: "jobs",
      role: roleOf("job", false),
      input: jobId,
      output: jobSchema,
      run: async ({ id }, { jobs }, caller) => ownJob(jobs, String(id), caller),
    },
    {
      id: "job-cancel",
      method: "DELETE",
      path: "/api/v1/jobs/{id}",
      summary: "Stop a job after the article it is at; what is done is kept",
      group: "jobs",
      role: roleOf("job-cancel", true),
      input: jobId,
      output: jobSchema,
      run: async ({ id }, { jobs }, caller) => jobs.cancel(ownJob(jobs, String(id), caller).id),
    },
  ];
}

/** Jobs tell what was added: only who asked for one sees it, and whoever keeps the whole store. */
const isOwn = (job: Job, caller: Caller): boolean =>
  caller === null || holds(caller, "admin") || job.by === caller.name;

/** Errors: JOB_UNKNOWN, also where it is somebody else's. */
export function ownJob(jobs: Jobs, id: string, caller: Caller): Job {
  const job = jobs.get(id);
  if (!isOwn(job, caller)) throw new AppError("JOB_UNKNOWN", `There is no job "${id}".`, { id });
  return job;
}

import { z } from "zod";
import { AppError, clearanceOf, holds, type Paged, pageInput, pageOf, pasted, roles } from "../app/index.js";
import { isIsoDate } from "../text/index.js";
import { type Job, type JobKind, type Jobs, jobKinds } from "./jobs.js";
import type { Caller, Desk, Operation } from "./operation.js";
import { pageOutput } from "./paging.js";
import { readings } from "./readings.js";
import { isScoped, roleOf } from "./roles.js";
import type { Wanted } from "./search-index.js";

const day = z.string().refine(isIsoDate, { message: "This date is not a calendar day YYYY-MM-DD." });
const limit = z.number().int().min(1).max(500).default(50).describe("most lines of one answer");
const facet = z.strictObject({ of: z.string().nullable(), count: z.number() });
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

/** Routes that are no command: texts instead of files, documents, search, the change feed, jobs. */
export async function ownOperations(): Promise<Operation[]> {
  return (await described()).map((o) => ({ ...o, scoped: isScoped(o.id, o.role) }));
}

async function described(): Promise<Omit<Operation, "scoped">[]> {
  const p = await pasted();
  const documentOf = readings();
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
    {
      id: "read",
      method: "POST",
      path: "/api/v1/read",
      summary: "Read a text and show what is in it; stores nothing",
      group: "reading",
      role: roleOf("read", true),
      input: p.readTextInput,
      output: p.readSchema,
      run: async (input, { context }) => p.readText(p.readTextInput.parse(input), context),
    },
    {
      id: "articles",
      method: "POST",
      path: "/api/v1/articles",
      summary: "Read a text and keep what it says",
      group: "reading",
      role: roleOf("articles", true),
      input: p.articleInput,
      output: p.addedSchema,
      async run(input, { context }) {
        const added = await p.addText(p.articleInput.parse(input), context);
        if (added.outcome === "added") await p.placeAll(context);
        return { items: [added], next: null, exit: 0 };
      },
    },
    {
      id: "documents",
      method: "GET",
      path: "/api/v1/documents/{id}",
      summary: "Show a stored article and how it is read",
      group: "reading",
      role: roleOf("documents", false),
      input: z.strictObject({ id: z.string().describe("the document's id, as evidence names it") }),
      output: p.readSchema,
      run: async ({ id }, { context }) => documentOf(String(id), context),
    },
    {
      id: "search",
      method: "GET",
      path: "/api/v1/search",
      summary: "Find words in the stored articles",
      group: "answers",
      role: roleOf("search", false),
      input: z.strictObject({
        q: z.string().max(1000).describe('words; "in this order"; -without'),
        publisher: z.string().optional().describe("only this outlet"),
        from: day.optional().describe("published on or after this day"),
        to: day.optional().describe("published on or before this day"),
        facets: z.boolean().optional().describe("also how many of them are of which outlet and year"),
        limit,
        cursor: z
          .string()
          .regex(/^\d{1,9}$/)
          .optional()
          .describe("`next` of the answer before"),
      }),
      output: z.strictObject({
        items: z.array(
          z.strictObject({
            document: z.string(),
            title: z.string().nullable(),
            publisher: z.string().nullable(),
            published: z.string().nullable(),
            snippet: z.string(),
            marks: z.array(z.tuple([z.number(), z.number()])),
          }),
        ),
        next: z.string().nullable(),
        total: z.number(),
        facets: z
          .strictObject({ outlets: z.array(facet), years: z.array(facet) })
          .nullable()
          .describe("null unless asked for"),
        complete: z.boolean().describe("false while articles are still being taken into the index"),
      }),
      // While articles are still being taken in, the same words find more a moment later.
      derived: ({ search }) => search.settle(1000),
      run: searched,
    },
    {
      id: "changes",
      method: "GET",
      path: "/api/v1/changes",
      summary: "List what came into the store since a place in its log",
      group: "record",
      role: roleOf("changes", false),
      input: z.strictObject({
        since: z.number().int().min(0).default(0).describe("`at` of the answer before; 0 from the beginning"),
        limit,
      }),
      output: z.strictObject({
        items: z.array(
          z.strictObject({
            sequence: z.number(),
            kind: z.enum(["document", "judgement", "negotiation"]),
            id: z.string(),
          }),
        ),
        next: z.string().nullable(),
        at: z.number().describe("where to go on from, now or later"),
      }),
      async run({ since, limit: most }, { context }) {
        const items = await (await context.store()).changes(Number(since), Number(most));
        const at = items.at(-1)?.sequence ?? Number(since);
        return { items, next: items.length === Number(most) ? String(at) : null, at };
      },
    },
    {
      id: "me",
      method: "GET",
      path: "/api/v1/me",
      summary: "Show who is signed in, and what they may do and see",
      group: "upkeep",
      role: roleOf("me", false),
      input: z.strictObject({}),
      output: z.strictObject({
        name: z.string().nullable().describe("null on this machine, where nobody signs in"),
        role: z.enum(roles).nullable(),
        roles: z.record(z.string(), z.enum(roles)),
        clearance: z.enum(["public", "limited", "restricted"]),
        csrf: z.string().nullable().describe("for the header x-csrf-token, where a cookie signs in"),
      }),
      run: async (_, __, caller) => ({
        name: caller?.name ?? null,
        role: caller === null ? "admin" : caller.role,
        roles: caller?.roles ?? {},
        clearance: caller === null ? "restricted" : clearanceOf(caller),
        csrf: caller?.csrf ?? null,
      }),
    },
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

async function searched(input: Record<string, unknown>, { search, context }: Desk): Promise<unknown> {
  const { limit, cursor, facets, ...asked } = input as unknown as Omit<Wanted, "shown"> & {
    readonly limit: number;
    readonly cursor?: string;
    readonly facets?: boolean;
  };
  if (asked.q.trim() === "") throw new AppError("USAGE", "Say which words to look for.", { field: "q" });
  const complete = await search.settle(1000);
  const offset = Number(cursor ?? 0);
  const shown = (await (await context.store()).shown?.()) ?? null;
  const wanted = { ...asked, shown };
  const { hits, total } = search.search({ ...wanted, limit, offset });
  const end = offset + hits.length;
  return {
    items: hits,
    next: end < total ? String(end) : null,
    total,
    facets: facets === true ? search.facets(wanted) : null,
    complete,
  };
}

import { z } from "zod";
import { AppError, clearanceOf, pasted, roles } from "../app/index.js";
import { isIsoDate } from "../text/index.js";
import { jobOperations } from "./job-operations.js";
import type { Desk, Operation } from "./operation.js";
import { readings } from "./readings.js";
import { isScoped, roleOf } from "./roles.js";
import type { Wanted } from "./search-index.js";

const day = z.string().refine(isIsoDate, { message: "This date is not a calendar day YYYY-MM-DD." });
const limit = z.number().int().min(1).max(500).default(50).describe("most lines of one answer");
const facet = z.strictObject({ of: z.string().nullable(), count: z.number() });
/** Routes that are no command: texts instead of files, documents, search, the change feed, who is there. */
export async function ownOperations(): Promise<Operation[]> {
  const list = [...(await described()), ...(await jobOperations())];
  return list.map((o) => ({ ...o, scoped: isScoped(o.id, o.role) }));
}

async function described(): Promise<Omit<Operation, "scoped">[]> {
  const p = await pasted();
  const documentOf = readings();
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
  ];
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

import { z } from "zod";
import type { Dispatch } from "../../intake/index.js";
import { makeDocument, makeVersion, statementsOf } from "../../ledger/index.js";
import type { Context } from "../context.js";
import { AppError, errorReport } from "../errors.js";
import { inputDispatch, isForeign, resolvePublished } from "../input.js";
import { keeperOf } from "../keeper/index.js";
import { day } from "../schema/common.js";
import { useCase } from "../use-case.js";

export interface Added {
  readonly file: string;
  readonly outcome: "added" | "already there" | "stored unread" | "refused";
  readonly document: string | null;
  readonly published: string | null;
  /** Where the day was found, null where it was given or is not known. */
  readonly publishedFrom: string | null;
  readonly statements: number;
  readonly code: string | null;
  readonly message: string;
}

interface Output {
  readonly items: readonly Added[];
  readonly next: null;
  /** Exit code of the worst refusal, 0 when there was none. */
  readonly exit: number;
}

const input = z.object({
  paths: z.array(z.string()).describe("files, folders, or - for standard input"),
  published: day
    .or(z.literal("unknown"))
    .optional()
    .describe("publication date for all of them, YYYY-MM-DD, or unknown"),
  publisher: z.string().optional().describe("the outlet's name for all of them"),
  encoding: z.string().optional().describe("the files' encoding, if it is not told from their bytes"),
});

export const addedSchema = z.object({
  items: z.array(
    z.object({
      file: z.string(),
      outcome: z.enum(["added", "already there", "stored unread", "refused"]),
      document: z.string().nullable(),
      published: z.string().nullable(),
      publishedFrom: z.string().nullable().describe("where the day was found, null where it was given"),
      statements: z.number(),
      code: z.string().nullable(),
      message: z.string(),
    }),
  ),
  next: z.null(),
  exit: z.number(),
}) as unknown as z.ZodType<Output>;

/** Reads articles and keeps what they say. Each file stands alone: a refused one leaves the others and the store whole. */
export const add = useCase({
  name: "add",
  summary: "Read articles and keep what they say: files, folders, standard input",
  group: "reading",
  writes: true,
  input,
  local: { paths: "refused" },
  positional: ["paths"],
  output: addedSchema,
  example: "rapporteur add examples/japan-russia",
  async run(options, context) {
    const { listFiles } = await import("../../intake/index.js");
    const files = options.paths.flatMap((p) => (p === "-" ? ["-"] : listFiles([p])));
    const items: Added[] = [];
    let exit = 0;
    for (const [i, file] of files.entries()) {
      context.progress.step(i, files.length, file);
      try {
        items.push(await addOne(file, options, context));
      } catch (error) {
        const { error: report } = errorReport(error);
        // A store that cannot be written stops the run: everything after it would fail the same way.
        if (report.code.startsWith("STORE_") || report.code === "INTERNAL") throw error;
        items.push({
          file,
          outcome: "refused",
          document: null,
          published: null,
          publishedFrom: null,
          statements: 0,
          code: report.code,
          message: `${report.what} ${report.detail} ${report.now}`,
        });
        exit = 3;
      }
    }
    context.progress.step(files.length, files.length, "");
    if (items.some((i) => i.outcome === "added")) await (await keeperOf(await context.store())).placeAll();
    return { items, next: null, exit };
  },
  render: ({ items }) => {
    const count = (outcome: string): number => items.filter((a) => a.outcome === outcome).length;
    const shown =
      items.length > 20 ? items.filter((a) => a.outcome !== "added" && a.outcome !== "already there") : items;
    return {
      columns: shown.length > 0 ? ["file", "outcome", "published", "statements", "note"] : undefined,
      rows:
        shown.length > 0
          ? shown.map((a) => [
              a.file,
              a.outcome,
              a.publishedFrom === null ? (a.published ?? "") : `${a.published} (${a.publishedFrom})`,
              String(a.statements),
              a.code === null ? "" : `${a.code}: ${a.message}`,
            ])
          : undefined,
      tail: [
        `${count("added")} added, ${count("already there")} already there, ${count("stored unread")} stored unread, ${count("refused")} refused`,
      ],
    };
  },
});

const addOne = async (file: string, options: z.infer<typeof input>, context: Context): Promise<Added> =>
  keepDispatch(await inputDispatch(file, context, options.encoding), options, context);

/** Reads one article that came in and keeps it. Errors: PUBLISHED_MISSING, PUBLISHED_IN_FUTURE, and the store's. */
export async function keepDispatch(
  dispatch: Dispatch,
  options: { readonly published?: string; readonly publisher?: string },
  context: Context,
): Promise<Added> {
  const file = dispatch.name;
  const published = await resolvePublished(dispatch, options.published, context, { required: true });
  const { title, url } = dispatch;
  const document = makeDocument(
    { publisher: options.publisher ?? dispatch.publisher, title, url, published },
    dispatch.text,
  );
  const store = await context.store({ create: true });
  const found = options.published === undefined && dispatch.published?.date === published;
  const at = {
    file,
    document: document.id,
    published,
    publishedFrom: found ? (dispatch.published?.from ?? null) : null,
  };
  if (await store.hasDocument(document.id))
    return { ...at, outcome: "already there", statements: 0, code: null, message: "" };
  const recorded = context.now();
  const reading = isForeign(dispatch) ? null : (await context.reader()).read(document);
  const notEnglish = reading === null || reading.notices.some((n) => n.code === "NOT_ENGLISH");
  if (notEnglish) {
    await store.addDocument(makeVersion(document, null, recorded), []);
    const error = new AppError(
      "NOT_ENGLISH",
      `The language looks like "${dispatch.language ?? "not English"}".`,
    );
    return { ...at, outcome: "stored unread", statements: 0, code: error.code, message: error.message };
  }
  const statements = statementsOf(document, reading, recorded);
  await store.addDocument(makeVersion(document, reading, recorded), statements);
  const notice = reading.notices[0];
  return {
    ...at,
    outcome: "added",
    statements: statements.length,
    code: notice?.code ?? null,
    message: notice?.message ?? "",
  };
}

import { z } from "zod";
import { errorReport } from "../errors.js";
import { inputDispatch } from "../input.js";
import { keeperOf } from "../keeper/index.js";
import { day } from "../schema/common.js";
import { type Added, keepTaken, readTaken, type Taken, TOGETHER, takeIn } from "../taken.js";
import { useCase } from "../use-case.js";

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
    // Several at a time: reading them together takes a third less.
    for (let at = 0; at < files.length; ) {
      const batch: (Taken | Added)[] = [];
      let size = 0;
      while (at < files.length && batch.length < TOGETHER.articles && size < TOGETHER.characters) {
        const file = files[at];
        context.progress.step(at, files.length, file);
        const one = await takenOr(refused(file), async () =>
          takeIn(await inputDispatch(file, context, options.encoding), options, context),
        );
        if ("dispatch" in one) size += one.document.text.length;
        batch.push(one);
        at++;
      }
      const taken = batch.flatMap((one) => ("dispatch" in one ? [one] : []));
      const readings = await readTaken(taken, context);
      for (const one of batch)
        items.push(
          "dispatch" in one
            ? await takenOr(refused(one.dispatch.name), () => keepTaken(one, readings, context))
            : one,
        );
    }
    context.progress.step(files.length, files.length, "");
    if (items.some((i) => i.outcome === "added")) await (await keeperOf(await context.store())).placeAll();
    return { items, next: null, exit: items.some((i) => i.outcome === "refused") ? 3 : 0 };
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

/** What became of an article that was refused, by its error. */
const refused =
  (file: string) =>
  (code: string, message: string): Added => ({
    file,
    outcome: "refused",
    document: null,
    published: null,
    publishedFrom: null,
    statements: 0,
    code,
    message,
  });

/** What is made, or the article's refusal. A store that cannot be written stops the run: everything after it would fail the same way. */
async function takenOr<T>(
  refusal: (code: string, message: string) => Added,
  make: () => Promise<T>,
): Promise<T | Added> {
  try {
    return await make();
  } catch (error) {
    const { error: report } = errorReport(error);
    if (report.code.startsWith("STORE_") || report.code === "INTERNAL") throw error;
    return refusal(report.code, `${report.what} ${report.detail} ${report.now}`);
  }
}

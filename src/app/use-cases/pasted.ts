import { z } from "zod";
import type { Dispatch } from "../../intake/index.js";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";
import { keeperOf } from "../keeper/index.js";
import { day } from "../schema/common.js";
import { type Added, keepTaken, readTaken, takeIn } from "../taken.js";
import { addedSchema } from "./add.js";
import { readOne, readSchema } from "./read.js";

/** Texts that come as texts and not as files: what a web client sends. The same code as `add` and `read` keeps and reads them. */

const published = day
  .or(z.literal("unknown"))
  .optional()
  .describe("publication date YYYY-MM-DD, or unknown (default: what the text itself says)");
const publisher = z.string().max(300).optional().describe("the outlet's name");
/** Longest text in UTF-16 code units. */
const LONGEST = 4_000_000;
/** As long as the largest file that is taken is in base64. */
const LONGEST_FILE = Math.ceil(4_000_000 / 3) * 4;
const given = {
  text: z
    .string()
    .max(LONGEST)
    .optional()
    .describe("the article: plain text, or a whole HTML page, whose article is taken"),
  bytes: z
    .base64()
    .max(LONGEST_FILE)
    .optional()
    .describe("instead of `text`: a file as it is, in base64; its encoding is told from its bytes"),
  file: z.string().max(300).optional().describe("the file's name, for messages"),
};

export const readTextInput = z.strictObject({ ...given, published, publisher });
export const articleInput = z.strictObject({
  negotiation: z.string().optional().describe("id of a negotiation that must be there"),
  ...given,
  title: z.string().max(1000).optional().describe("the headline (default: what the text itself says)"),
  publisher,
  published,
  url: z.string().max(4000).optional().describe("where it was published"),
});
export const articlesInput = z.strictObject({
  articles: z.array(articleInput).min(1).max(1000).describe("articles as for /api/v1/articles"),
});
export type Article = z.infer<typeof articleInput>;
export { addedSchema, readSchema };

/** Errors: USAGE where it is not exactly one of text and bytes, and those of reading a file. */
async function dispatchOf(
  given: Pick<Article, "text" | "bytes" | "file" | "title" | "url">,
): Promise<Dispatch> {
  const { text, bytes, file = "the text" } = given;
  if ((text === undefined) === (bytes === undefined))
    throw new AppError("USAGE", "Give the article either as text or as bytes.", { field: "text" });
  const { readDispatch, urlDate } = await import("../../intake/index.js");
  const dispatch =
    bytes === undefined
      ? readDispatch(new TextEncoder().encode(text), file, "utf-8")
      : readDispatch(Buffer.from(bytes, "base64"), file);
  // A file's name may hold the day it was saved: the address goes before it, as in `readDispatch`.
  const own = dispatch.published?.from === "file name" ? null : dispatch.published;
  return {
    ...dispatch,
    title: given.title ?? dispatch.title,
    url: given.url ?? dispatch.url,
    published: own ?? (given.url === undefined ? null : urlDate(given.url)) ?? dispatch.published,
  };
}

export async function readText(given: z.infer<typeof readTextInput>, context: Context): Promise<unknown> {
  return readOne(await dispatchOf(given), given, context);
}

/** Keeps one text. Errors: NEGOTIATION_UNKNOWN, PUBLISHED_MISSING, PUBLISHED_IN_FUTURE, DOCUMENT_EMPTY, and the store's. */
export async function addText(given: Article, context: Context): Promise<Added> {
  const store = await context.store({ create: true });
  if (given.negotiation !== undefined && (await store.negotiation(given.negotiation)) === null)
    throw new AppError("NEGOTIATION_UNKNOWN", `There is no "${given.negotiation}".`, {
      id: given.negotiation,
    });
  const taken = await takeIn(await dispatchOf(given), given, context);
  return keepTaken(taken, await readTaken([taken], context), context);
}

/** Brings the derived rows up to date after texts were added. */
export async function placeAll(context: Context): Promise<void> {
  await (await keeperOf(await context.store())).placeAll();
}

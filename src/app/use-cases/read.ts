import { z } from "zod";
import type { Dispatch } from "../../intake/index.js";
import { makeDocument } from "../../ledger/index.js";
import { type Item, NOT_ENGLISH, type Reading } from "../../reading/index.js";
import type { Document } from "../../text/index.js";
import type { Context } from "../context.js";
import { headline, markedText } from "../formats/marked.js";
import { ploverLines } from "../formats/plover.js";
import { inputDispatch, isForeign, resolvePublished } from "../input.js";
import { day } from "../schema/common.js";
import { readingSchema } from "../schema/reading.js";
import { useCase } from "../use-case.js";

interface Output {
  readonly document: Document;
  readonly reading: Reading;
}

export const documentSchema = z.object({
  id: z.string(),
  publisher: z.string().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  published: z.string().nullable(),
  text: z.string(),
});
export const readSchema = z.object({
  document: documentSchema,
  reading: readingSchema,
}) as unknown as z.ZodType<Output>;

/** Reads one article and shows everything that was found in it; stores nothing. */
export const read = useCase({
  name: "read",
  summary: "Read one article and show what is in it; stores nothing",
  group: "reading",
  input: z.object({
    file: z.string().describe("a text or HTML file, or - for standard input"),
    published: day.or(z.literal("unknown")).optional().describe("publication date YYYY-MM-DD, or unknown"),
    publisher: z.string().optional().describe("the outlet's name"),
    encoding: z.string().optional().describe("the file's encoding, if it is not told from its bytes"),
  }),
  local: { file: "refused" },
  positional: ["file"],
  output: readSchema,
  example: "rapporteur read examples/japan-russia/2018-11-16-singapore-analysis.txt --format marked",
  async run(input, context) {
    return readOne(await inputDispatch(input.file, context, input.encoding), input, context);
  },
  render: ({ document, reading }) => ({
    lead: reading.notices.map((n) => `${n.code}: ${n.message}`),
    columns: ["what", "says", "status", "when", "voice"],
    rows: reading.items.map((item) => [
      item.kind,
      headline(item),
      status(item),
      item.time.edtf ?? "",
      item.voice.kind,
    ]),
    under: reading.items.map((item) => `“${words(document, item)}”`),
    tail: [
      `${reading.items.length} items in ${reading.sentences.length} sentences; published ${document.published ?? "(not known)"}`,
    ],
  }),
  formats: {
    plover: ({ document, reading }) => ploverLines(document, reading),
    marked: ({ document, reading }) => `${markedText(document, reading).trimEnd()}\n`,
  },
});

/** Reads one article that came in; a publication date that nobody knows is left open. */
export async function readOne(
  dispatch: Dispatch,
  given: { readonly published?: string; readonly publisher?: string },
  context: Context,
): Promise<Output> {
  const published = await resolvePublished(dispatch, given.published, context, { required: false });
  const { title, url } = dispatch;
  const document = makeDocument(
    { publisher: given.publisher ?? dispatch.publisher, title, url, published },
    dispatch.text,
  );
  const reading = (await context.reader()).read(document);
  return {
    document,
    reading: isForeign(dispatch) ? { ...reading, items: [], notices: [NOT_ENGLISH] } : reading,
  };
}

const status = (item: Item): string => {
  const { status, certainty, polarity } = item.factuality;
  return [
    status,
    certainty === "certain" ? "" : certainty,
    polarity === "negative" && status !== "negated" ? "not" : "",
  ]
    .filter(Boolean)
    .join(", ");
};

const words = (document: Document, item: Item): string => {
  const { start, end } = item.evidence[0];
  const text = document.text.slice(start, end).replace(/\s+/g, " ");
  return text.length > 240 ? `${text.slice(0, 237)}...` : text;
};

import type { Dispatch } from "../intake/index.js";
import { makeDocument, makeVersion, statementsOf } from "../ledger/index.js";
import type { Reading } from "../reading/index.js";
import type { Document, IsoDate } from "../text/index.js";
import type { Context } from "./context.js";
import { AppError } from "./errors.js";
import { isForeign, resolvePublished } from "./input.js";

/** What became of one article that came in. */
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

/** An article as a document, not read yet. */
export interface Taken {
  readonly dispatch: Dispatch;
  readonly document: Document;
  readonly published: IsoDate | null;
  readonly publishedFrom: string | null;
}

/** Articles read together, and characters after which no more are taken to them. */
export const TOGETHER = { articles: 16, characters: 400_000 };

/** Makes a document of what came in. Errors: PUBLISHED_MISSING, PUBLISHED_IN_FUTURE, DOCUMENT_EMPTY. */
export async function takeIn(
  dispatch: Dispatch,
  options: { readonly published?: string; readonly publisher?: string },
  context: Context,
): Promise<Taken> {
  const published = await resolvePublished(dispatch, options.published, context, { required: true });
  const { title, url } = dispatch;
  const publisher = options.publisher ?? dispatch.publisher;
  const document = makeDocument({ publisher, title, url, published }, dispatch.text);
  const found = options.published === undefined && dispatch.published?.date === published;
  return { dispatch, document, published, publishedFrom: found ? (dispatch.published?.from ?? null) : null };
}

/** Reads those that are in English and not in the store; by document. */
export async function readTaken(
  taken: readonly Taken[],
  context: Context,
): Promise<ReadonlyMap<string, Reading>> {
  if (taken.length === 0) return new Map();
  const store = await context.store({ create: true });
  const fresh = new Map<string, Document>();
  for (const { dispatch, document } of taken)
    if (!isForeign(dispatch) && !(await store.hasDocument(document.id))) fresh.set(document.id, document);
  if (fresh.size === 0) return new Map();
  const readings = (await context.reader()).readAll([...fresh.values()]);
  return new Map(readings.map((r) => [r.document, r]));
}

/** Keeps a document with what was read of it, unread where there is no reading. Errors: the store's. */
export async function keepTaken(
  { dispatch, document, published, publishedFrom }: Taken,
  readings: ReadonlyMap<string, Reading>,
  context: Context,
): Promise<Added> {
  const store = await context.store({ create: true });
  const at = { file: dispatch.name, document: document.id, published, publishedFrom };
  if (await store.hasDocument(document.id))
    return { ...at, outcome: "already there", statements: 0, code: null, message: "" };
  const recorded = context.now();
  const reading = readings.get(document.id);
  if (reading === undefined || reading.notices.some((n) => n.code === "NOT_ENGLISH")) {
    await store.addDocument(makeVersion(document, null, recorded), []);
    const { code, message } = new AppError(
      "NOT_ENGLISH",
      `The language looks like "${dispatch.language ?? "not English"}".`,
    );
    return { ...at, outcome: "stored unread", statements: 0, code, message };
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

import { whatMoved } from "../../analysis/index.js";
import type { Basis, ModelFile } from "../../conflict/index.js";
import type { DocumentVersion, Statement } from "../../ledger/index.js";
import type { Book, RecordItem, RecordView } from "../../record/index.js";
import type { Store } from "../../store/index.js";
import { answer } from "../answer.js";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";
import type { Link } from "./telling/index.js";

/** What quotes are looked up in: the negotiation's record, and of the store only what a quote asks for. */
interface Source {
  readonly store: Store;
  readonly book: Book;
  readonly used: ReadonlyMap<string, RecordItem>;
  readonly before: RecordView;
  readonly now: RecordView;
}

/**
 * Looks every quote of a model up in its negotiation's record. Null where the model names no negotiation, or the store or the
 * negotiation is not there and `required` is not set.
 * Errors: STORE_MISSING, NEGOTIATION_UNKNOWN when required.
 */
export async function links(
  file: ModelFile,
  context: Context,
  { required, asKnownOn }: { required: boolean; asKnownOn?: string },
): Promise<ReadonlyMap<number, Link> | null> {
  if (file.negotiation === null && !required) return null;
  let source: Source;
  try {
    source = await load(file, context, asKnownOn ?? context.today());
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (!required && (code === "STORE_MISSING" || code === "NEGOTIATION_UNKNOWN")) return null;
    throw error;
  }
  const moved = movedItems(source);
  const out = new Map<number, Link>();
  for (const basis of basisOf(file))
    if (basis.kind === "quote") out.set(basis.line, await link(basis, source, moved, file.known));
  return out;
}

/** Every line of a model that says what another rests on. */
export const basisOf = (file: ModelFile): Basis[] =>
  [...file.options, ...file.never, ...file.lists, ...file.lists.flatMap((l) => l.statements)].flatMap(
    (e) => e.basis,
  );

async function load(file: ModelFile, context: Context, asKnownOn: string): Promise<Source> {
  const store = await context.store();
  const negotiation = file.negotiation === null ? null : await store.negotiation(file.negotiation);
  if (negotiation === null)
    throw new AppError("NEGOTIATION_UNKNOWN", `The model is of "${file.negotiation ?? "no negotiation"}".`, {
      id: file.negotiation,
    });
  const got = await answer({ negotiation: negotiation.id, asKnownOn }, context);
  const now = got.view;
  const before =
    file.known === null || file.known >= asKnownOn
      ? now
      : got.at({ asKnownOn: file.known, about: file.known });
  const used = new Map(now.items.flatMap((i) => i.reports.map((r) => [r.statement, i] as const)));
  return { store, book: got.book, used, before, now };
}

function movedItems({ before, now }: Source): ReadonlyMap<string, string> {
  if (before === now) return new Map();
  const out = new Map<string, string>();
  for (const m of whatMoved(before, now)) {
    if (m.change === "new") continue;
    const change = m.field === null ? m.change : `${m.field} ${m.before || "none"} → ${m.after || "none"}`;
    out.set(m.item, [out.get(m.item), change].filter(Boolean).join("; "));
  }
  return out;
}

async function link(
  basis: Extract<Basis, { kind: "quote" }>,
  source: Source,
  moved: ReadonlyMap<string, string>,
  known: string | null,
): Promise<Link> {
  const plain = flat(basis.words);
  const unnamed = basis.id === "";
  const exact = unnamed ? null : await named(basis.id, plain, source);
  const found = exact ?? (await holderOf(plain, source));
  const at = { line: basis.line, words: basis.words };
  if (found === null)
    return { ...at, publisher: null, published: null, state: "gone", statement: null, since: [] };
  const { publisher, published, statement } = found;
  if (statement === null) return { ...at, publisher, published, state: "unread", statement, since: [] };
  const item = source.used.get(statement);
  const state =
    item === undefined ? (unnamed ? "unread" : "withdrawn") : exact === null && !unnamed ? "moved" : "stands";
  const since = item === undefined ? [] : news(item, source, moved, known);
  return { ...at, publisher, published, state, statement, since };
}

/** Words found in an article; `statement` is null where nothing was read from them. */
interface Holder {
  readonly statement: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
}

const covers = (s: Statement, plain: string): boolean =>
  s.evidence.some((a) => flat(a.quote).includes(plain));

/** The statement that a model names, if it holds the words. */
async function named(id: string, plain: string, { store }: Source): Promise<Holder | null> {
  for (const full of await store.statementIds(id, 6)) {
    const s = await store.statement(full);
    if (s !== null && covers(s, plain))
      return { statement: s.id, publisher: s.publisher, published: s.published };
  }
  return null;
}

/** Who holds words: the shortest evidence of the record; else an article of the negotiation; else any article of the store. */
async function holderOf(plain: string, { store, book, used }: Source): Promise<Holder | null> {
  const entries = [...book.entries].map((e) => e.statement).filter((s) => flat(s.quote).includes(plain));
  const [first] = entries.sort(
    (a, b) =>
      Number(used.has(b.id)) - Number(used.has(a.id)) ||
      a.quote.length - b.quote.length ||
      (a.id < b.id ? -1 : 1),
  );
  if (first !== undefined && used.has(first.id))
    return { statement: first.id, publisher: first.publisher, published: first.published };
  const own = new Set([...book.entries].map((e) => e.statement.document));
  for (const id of own) {
    const version = await store.document(id);
    const holder = version === null ? null : await within(version, plain, store);
    if (holder !== null) return holder;
  }
  // One text at a time, and only for words that the record does not know.
  for await (const version of store.documents()) {
    const holder = own.has(version.document.id) ? null : await within(version, plain, store);
    if (holder !== null) return holder;
  }
  return null;
}

async function within(version: DocumentVersion, plain: string, store: Store): Promise<Holder | null> {
  const { id, text, publisher, published } = version.document;
  if (!flat(text).includes(plain)) return null;
  const [statement] = (await store.statements({ document: id }))
    .filter((s) => covers(s, plain))
    .sort(shortest);
  return { statement: statement?.id ?? null, publisher, published };
}

/** What was learnt after the model's day that bears on the same thing: the item itself changed, or a newer stand of the same party. */
function news(
  item: RecordItem,
  { now }: Source,
  moved: ReadonlyMap<string, string>,
  known: string | null,
): Link["since"] {
  const out: { statement: string; text: string }[] = [];
  const change = moved.get(item.id);
  if (change !== undefined) out.push({ statement: item.reports[0].statement, text: change });
  if (known === null || item.issues.length === 0) return out;
  for (const p of now.positions) {
    if (p.known <= known || p.id === item.id || !item.parties.includes(p.holder)) continue;
    if (p.issues.some((i) => item.issues.includes(i)))
      out.push({ statement: p.reports[0].statement, text: `${p.holder} ${p.move}: ${p.stance}` });
  }
  return out;
}

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();

const shortest = (a: Statement, b: Statement): number =>
  a.evidence[0].quote.length - b.evidence[0].quote.length || (a.id < b.id ? -1 : 1);

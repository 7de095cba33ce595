import { whatMoved } from "../../analysis/index.js";
import type { Basis, ModelFile } from "../../conflict/index.js";
import type { DocumentVersion, Statement } from "../../ledger/index.js";
import { type AsOf, createRecorder, type RecordItem, type RecordView } from "../../record/index.js";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";
import type { Link } from "./telling/index.js";

/** Everything of the store that quotes are looked up in. */
interface Source {
  readonly versions: readonly DocumentVersion[];
  readonly statements: readonly Statement[];
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
    if (basis.kind === "quote") out.set(basis.line, link(basis, source, moved, file.known));
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
  const versions: DocumentVersion[] = [];
  for await (const version of store.documents()) versions.push(version);
  const statements = await store.statements();
  const { loadLexicon } = await import("../../resources/index.js");
  const recorder = createRecorder(loadLexicon());
  const ledger = { versions, statements, judgements: await store.judgements() };
  const at = (day: string): RecordView =>
    recorder.view(ledger, negotiation, { asKnownOn: day, about: day } satisfies AsOf);
  const now = at(asKnownOn);
  const before = file.known === null || file.known >= asKnownOn ? now : at(file.known);
  const used = new Map(now.items.flatMap((i) => i.reports.map((r) => [r.statement, i] as const)));
  return { versions, statements, used, before, now };
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

function link(
  basis: Extract<Basis, { kind: "quote" }>,
  source: Source,
  moved: ReadonlyMap<string, string>,
  known: string | null,
): Link {
  const plain = flat(basis.words);
  const covers = (s: Statement): boolean => s.evidence.some((a) => flat(a.quote).includes(plain));
  const named = basis.id === "" ? [] : source.statements.filter((s) => s.id.startsWith(basis.id));
  const exact = named.find(covers);
  const holders = exact === undefined ? source.statements.filter(covers).sort(shortest) : [exact];
  const holder = holders.find((s) => source.used.has(s.id)) ?? holders[0];
  const version = source.versions.find((v) =>
    holder === undefined ? flat(v.document.text).includes(plain) : v.document.id === holder.document,
  );
  const { publisher = null, published = null } = version?.document ?? {};
  const at = { line: basis.line, words: basis.words, publisher, published };
  if (holder === undefined)
    return { ...at, state: version === undefined ? "gone" : "unread", statement: null, since: [] };
  const item = source.used.get(holder.id);
  const unnamed = basis.id === "";
  const state =
    item === undefined
      ? unnamed
        ? "unread"
        : "withdrawn"
      : exact === undefined && !unnamed
        ? "moved"
        : "stands";
  return {
    ...at,
    state,
    statement: holder.id,
    since: item === undefined ? [] : news(item, source, moved, known),
  };
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

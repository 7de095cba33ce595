import { type Analysis, createAnalyst } from "../analysis/index.js";
import type { DocumentVersion, Statement } from "../ledger/index.js";
import {
  type AsOf,
  createRecorder,
  type Negotiation,
  type RecordBase,
  type RecordItem,
  type RecordView,
} from "../record/index.js";
import type { IsoDate } from "../text/index.js";
import type { Context } from "./context.js";
import { AppError } from "./errors.js";

/** Words at a place in a stored text. */
export interface Evidence {
  readonly statement: string;
  readonly quote: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly title: string | null;
}

/** What every answer is made from: the record and its analysis for one (as known on, about), and the way to the words. */
export interface Answer {
  readonly negotiation: Negotiation;
  readonly asOf: AsOf;
  readonly view: RecordView;
  readonly analysis: Analysis;
  /** A line of the record by its id. */
  item(id: string): RecordItem | null;
  /** Evidence of statements, in their order; unknown ids are left out. */
  evidence(statements: Iterable<string>): Evidence[];
  /** The record for other times, from the same ledger. */
  at(asOf: AsOf): RecordView;
}

export interface Asked {
  readonly negotiation?: string;
  readonly asKnownOn?: IsoDate;
  readonly about?: IsoDate;
}

/** Loads the ledger once and answers for the times asked. Errors: NEGOTIATION_UNKNOWN, and the store's. */
export async function answer(asked: Asked, context: Context): Promise<Answer> {
  const negotiation = await chosen(asked.negotiation, context);
  const asKnownOn = asked.asKnownOn ?? context.today();
  const asOf: AsOf = { asKnownOn, about: asked.about ?? asKnownOn };
  const store = await context.store();
  const { loadLexicon } = await import("../resources/index.js");
  const lexicon = loadLexicon();
  const versions: DocumentVersion[] = [];
  for await (const version of store.documents()) versions.push(version);
  const statements = await store.statements();
  const judgements = await store.judgements();
  const recorder = createRecorder(lexicon);
  const at = (times: AsOf): RecordView =>
    recorder.view({ versions, statements, judgements }, negotiation, times);
  const view = at(asOf);
  const items = new Map(view.items.map((i) => [i.id, i]));
  const byId = new Map(statements.map((s) => [s.id, s]));
  const documents = new Map(versions.map((v) => [v.document.id, v]));
  return {
    negotiation,
    asOf,
    view,
    analysis: createAnalyst(lexicon).analyse(view),
    item: (id) => items.get(id) ?? null,
    evidence: (ids) => [...ids].flatMap((id) => evidenceOf(byId.get(id), documents)),
    at,
  };
}

async function chosen(id: string | undefined, context: Context): Promise<Negotiation> {
  const store = await context.store();
  if (id !== undefined) {
    const found = await store.negotiation(id);
    if (found !== null) return found;
    throw new AppError("NEGOTIATION_UNKNOWN", `There is no "${id}" in ${context.storePath}.`, { id });
  }
  const all = await store.negotiations();
  if (all.length === 1) return all[0];
  const names = all.map((n) => n.id).join(", ");
  throw new AppError(
    "NEGOTIATION_UNKNOWN",
    all.length === 0 ? "The store holds no negotiation yet." : `Say which of them: ${names}.`,
    {},
  );
}

function evidenceOf(
  statement: Statement | undefined,
  documents: ReadonlyMap<string, DocumentVersion>,
): Evidence[] {
  if (statement === undefined) return [];
  const anchor = statement.evidence[0];
  return [
    {
      statement: statement.id,
      quote: anchor.quote,
      document: statement.document,
      start: anchor.span.start,
      end: anchor.span.end,
      publisher: statement.publisher,
      published: statement.published,
      title: documents.get(statement.document)?.document.title ?? null,
    },
  ];
}

/** First statement of a line: what `rapporteur evidence` takes. */
export const idOf = (item: RecordBase): string => item.reports[0].statement;

/** "4 reports, 3 outlets", or the outlet where there is one. */
export function support(item: RecordBase): string {
  const n = item.reports.length;
  if (n === 1) return item.outlets[0] ?? "1 report";
  return `${n} reports, ${item.outlets.length} outlet${item.outlets.length === 1 ? "" : "s"}`;
}

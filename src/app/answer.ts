import type { Analysis, CommitmentLine } from "../analysis/index.js";
import type {
  AsOf,
  Book,
  Contradiction,
  Entry,
  Latest,
  Listed,
  Negotiation,
  RecordBase,
  RecordCommitment,
  RecordItem,
  RecordKind,
  RecordProposal,
  RecordView,
  SinceKind,
} from "../record/index.js";
import type { IsoDate } from "../text/index.js";
import type { Context } from "./context.js";
import { AppError } from "./errors.js";
import { keeperOf } from "./keeper/index.js";

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
  readonly book: Book;
  readonly analysis: Analysis;
  /** A line of the record by its id. */
  item(id: string): RecordItem | null;
  /** Statements of a line, told without making it; null where there is none. */
  statements(id: string): readonly string[] | null;
  /** Evidence of statements, in their order; unknown ids are left out. */
  evidence(statements: Iterable<string>): Evidence[];
  /** What became of a promise or proposal; null where the line binds nobody. */
  commitment(item: RecordCommitment | RecordProposal): CommitmentLine | null;
  /** Accounts that cannot all be true. */
  contradictions(): readonly Contradiction[];
  /** The record for other times, from the same ledger. */
  at(asOf: AsOf): RecordView;
  /** The view's lines of these kinds in the order of time, told without making them. */
  listed<K extends RecordKind>(kinds: readonly K[]): readonly Listed<Extract<RecordItem, { kind: K }>>[];
  /** The end of the view's lines by time, made without the others. */
  latest(wanted: Latest): readonly RecordItem[];
  /** Lines of a kind of which something is about a day or a later one, or where no day is told was said then; made without the others. */
  sinceDay<K extends SinceKind>(kind: K, day: IsoDate): readonly Extract<RecordItem, { kind: K }>[];
  /** Lines of these kinds in another view and in this one that may differ. */
  differing(
    before: RecordView,
    kinds: ReadonlySet<RecordItem["kind"]>,
  ): [readonly RecordItem[], readonly RecordItem[]];
}

export interface Asked {
  readonly negotiation?: string;
  readonly asKnownOn?: IsoDate;
  readonly about?: IsoDate;
}

/** Answers for the times asked from one negotiation's rows. Errors: NEGOTIATION_UNKNOWN, and the store's. */
export async function answer(asked: Asked, context: Context): Promise<Answer> {
  const negotiation = await chosen(asked.negotiation, context);
  const asKnownOn = asked.asKnownOn ?? context.today();
  const asOf: AsOf = { asKnownOn, about: asked.about ?? asKnownOn };
  const keeper = await keeperOf(await context.store());
  const book = await keeper.book(negotiation);
  const at = (times: AsOf): RecordView => keeper.view(book, times);
  const view = at(asOf);
  let analysis: Analysis | null = null;
  return {
    negotiation,
    asOf,
    view,
    book,
    get analysis(): Analysis {
      analysis ??= keeper.analysis(view);
      return analysis;
    },
    item: (id) => keeper.item(view, id),
    statements: (id) => keeper.statements(view, id),
    evidence: (ids) => [...ids].flatMap((id) => evidenceOf(book.entry(id))),
    commitment: (item) => keeper.analyst.commitment(item, asOf),
    contradictions: () => keeper.contradictions(view, book),
    at,
    listed: (kinds) => keeper.listed(view, kinds),
    latest: (wanted) => keeper.latest(view, wanted),
    sinceDay: (kind, day) => keeper.sinceDay(view, kind, day),
    differing: (before, kinds) => keeper.differing(before, view, kinds),
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

function evidenceOf(entry: Entry | undefined): Evidence[] {
  if (entry === undefined) return [];
  const { id, quote, document, start, end, publisher, published, title } = entry.statement;
  return [{ statement: id, quote, document, start, end, publisher, published, title }];
}

/** First statement of a line: what `rapporteur evidence` takes. */
export const idOf = (item: RecordBase): string => item.reports[0].statement;

/** "14 reports, 9 outlets, 3 independent", or the outlet where there is one. */
export function support(item: RecordBase): string {
  const n = item.reports.length;
  if (n === 1) return item.outlets[0] ?? "1 report";
  return `${n} reports, ${item.outlets.length} outlet${item.outlets.length === 1 ? "" : "s"}, ${item.independent} independent`;
}

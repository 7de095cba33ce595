import type { Judgement, Statement } from "../../ledger/index.js";
import type { Book } from "../../record/index.js";
import type { Store } from "../../store/index.js";
import { AppError } from "../errors.js";
import { keeperOf } from "../keeper/index.js";

/** The one statement whose id begins so. Errors: EVIDENCE_UNKNOWN, EVIDENCE_AMBIGUOUS. */
export async function statementOf(store: Store, id: string): Promise<Statement> {
  const ids = await store.statementIds(id, 6);
  if (ids.length === 0) throw new AppError("EVIDENCE_UNKNOWN", `Nothing begins with "${id}".`, { id });
  if (ids.length > 1 && !ids.includes(id)) {
    const some = ids.map((i) => i.slice(0, 12)).join(", ");
    throw new AppError("EVIDENCE_AMBIGUOUS", `"${id}" begins ${some}.`, { id });
  }
  return (await store.statement(ids.includes(id) ? id : ids[0])) as Statement;
}

/** The one judgement whose id begins so. Errors: JUDGEMENT_UNKNOWN, EVIDENCE_AMBIGUOUS. */
export async function judgementOf(store: Store, id: string): Promise<Judgement> {
  const found = (await store.judgements()).filter((j) => j.id.startsWith(id));
  if (found.length === 0)
    throw new AppError("JUDGEMENT_UNKNOWN", `No judgement begins with "${id}".`, { id });
  const exact = found.find((j) => j.id === id);
  if (found.length > 1 && exact === undefined)
    throw new AppError("EVIDENCE_AMBIGUOUS", `"${id}" begins ${found.length} judgements.`, { id });
  return exact ?? found[0];
}

export interface Held {
  readonly book: Book;
  /** Statements of the line, in the order they became known. */
  readonly line: readonly { readonly statement: string; readonly score: number; readonly reason: string }[];
}

/** The lines that a statement is a report of, one for each negotiation it concerns. */
export async function linesOf(store: Store, statement: Statement): Promise<Held[]> {
  const keeper = await keeperOf(store);
  const out: Held[] = [];
  for (const negotiation of await store.negotiations()) {
    const book = await keeper.book(negotiation);
    const line = book.line(statement.id);
    if (line !== null) out.push({ book, line });
  }
  return out;
}

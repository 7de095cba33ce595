import type { Statement } from "../ledger/index.js";
import { statementBody, statementOf } from "./rows.js";

/** A row of statements with what its document says of the source. */
export interface SaidRow {
  readonly body: string;
  readonly document: string;
  readonly source: string;
  readonly publisher: string | null;
  readonly published: string | null;
}

type Heading = readonly [id: string, known: string, recorded: string];

/** Statements of one document that came in together, as one text: what tells them apart in the first line, then a line for each. */
export function packSaid(statements: readonly Statement[]): string {
  const headings = statements.map((s): Heading => [s.id, s.known, s.recorded]);
  let out = JSON.stringify(headings);
  for (const s of statements) out += `\n${statementBody(s)}`;
  return out;
}

/** Of packed statements those that are chosen by their place. */
export function someSaid(body: string, chosen: (place: number) => boolean): string {
  const [, ...lines] = body.split("\n");
  const headings = headingsOf(body).filter((_, i) => chosen(i));
  return [JSON.stringify(headings), ...lines.filter((_, i) => chosen(i))].join("\n");
}

/** Ids of a row's statements, without reading them. */
export const idsSaid = (body: string): string[] => headingsOf(body).map(([id]) => id);

/** Statements of a row, as they were packed; with `id` that one alone. */
export function unpackSaid(row: SaidRow, id?: string): Statement[] {
  const { document, source, publisher, published } = row;
  const headings = headingsOf(row.body);
  const lines = row.body.split("\n");
  const out: Statement[] = [];
  for (const [i, [own, known, recorded]] of headings.entries())
    if (id === undefined || id === own)
      out.push(
        statementOf({ id: own, document, known, recorded, body: lines[i + 1], source, publisher, published }),
      );
  return out;
}

const headingsOf = (body: string): Heading[] => JSON.parse(body.slice(0, body.indexOf("\n"))) as Heading[];

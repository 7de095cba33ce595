import type { Statement } from "../ledger/index.js";
import { StoreError } from "./errors.js";
import type { Query } from "./postgres-connection.js";
import { safe, statementBody } from "./rows.js";
import type { Added, Kept } from "./types.js";

/** @throws StoreError DOCUMENT_UNKNOWN */
export function mustOwn(id: string, statements: readonly Statement[]): void {
  const other = statements.find((s) => s.document !== id);
  if (other !== undefined)
    throw new StoreError("DOCUMENT_UNKNOWN", "A statement belongs to another document.", {
      document: other.document,
    });
}

/** Documents of a list that are not there, each once: they go in together, where others are compared with what is there. */
export async function newOnes(run: Query, list: readonly Added[]): Promise<Set<Added>> {
  const ids = list.map((a) => a.version.document.id);
  const met = new Set(
    (await run<{ id: string }>("SELECT id FROM document WHERE id = ANY($1)", [ids])).map((r) => r.id),
  );
  const out = new Set<Added>();
  for (const a of list) {
    if (!met.has(a.version.document.id)) out.add(a);
    met.add(a.version.document.id);
  }
  return out;
}

/** Keeps documents that are not there: few statements for all of them, since each one waits for the server. */
export async function addNew(run: Query, list: readonly Added[]): Promise<Kept[]> {
  if (list.length === 0) return [];
  for (const { version, statements } of list) mustOwn(version.document.id, statements);
  const versions = list.map((a) => a.version);
  const documents = versions.map((v) => v.document);
  await run(
    `INSERT INTO document (id, source, publisher, title, url, published, text, recorded)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`,
    [
      documents.map((d) => d.id),
      versions.map((v) => v.source),
      documents.map((d) => safe(d.publisher)),
      documents.map((d) => safe(d.title)),
      documents.map((d) => safe(d.url)),
      documents.map((d) => d.published),
      documents.map((d) => safe(d.text)),
      versions.map((v) => v.recorded),
    ],
  );
  const read = versions.filter((v) => v.reader !== null);
  if (read.length > 0)
    await run(
      `INSERT INTO reading (document, reader, recorded, notices, codes, current)
        SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      [
        read.map((v) => v.document.id),
        read.map((v) => v.reader),
        read.map((v) => v.recorded),
        read.map((v) => JSON.stringify(v.notices)),
        read.map((v) => JSON.stringify(v.codes)),
        read.map(({ current = null }) => (current === null ? null : JSON.stringify(current))),
      ],
    );
  const own = list.map((a) => [...new Map(a.statements.map((s) => [s.id, s])).values()]);
  await addStatements(run, own.flat());
  await run(
    "INSERT INTO change (kind, id) SELECT 'document', id FROM unnest($1::text[]) WITH ORDINALITY AS a (id, at) ORDER BY at",
    [documents.map((d) => d.id)],
  );
  return own.map((statements) => ({ added: true, statements: statements.length }));
}

export async function addStatements(run: Query, statements: readonly Statement[]): Promise<number> {
  if (statements.length === 0) return 0;
  const columns = [
    statements.map((s) => s.id),
    statements.map((s) => s.document),
    statements.map((s) => s.item.kind),
    statements.map((s) => s.known),
    statements.map((s) => s.recorded),
    statements.map(statementBody),
  ];
  const rows = await run(
    `INSERT INTO statement (id, document, kind, known, recorded, body)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) ON CONFLICT DO NOTHING RETURNING id`,
    columns,
  );
  return rows.length;
}

import { bandsOf, COPY_DAYS } from "../ledger/index.js";
import { type PlacedSheet, packPlaces } from "../record/index.js";
import type { PostgresConnection, Query } from "./postgres-connection.js";
import { byDocument, type CopyRow, copyOf, plain, signatureBytes } from "./rows.js";
import type { Copy, Mark, Shelf } from "./types.js";

const SHEETS = `SELECT s.negotiation, s.known, s.document, s.body, p.body AS places, coalesce(r.publisher, r.source) AS origin
  FROM sheet s LEFT JOIN place p USING (negotiation, known, document)
  LEFT JOIN copy c ON c.document = s.document AND c.root <> c.document LEFT JOIN document r ON r.id = c.root
  WHERE s.negotiation = $1 ORDER BY s.known, s.document`;

/** Derived rows of a PostgreSQL store. */
export function postgresShelf({ query, write }: PostgresConnection): Shelf {
  const revision = async (run: Query, negotiation: string): Promise<number> =>
    (await run<{ revision: number }>("SELECT revision FROM book WHERE negotiation = $1", [negotiation]))[0]
      ?.revision ?? 0;
  const mark = async (run: Query): Promise<Mark> => (await run<Mark>("SELECT sequence, by FROM mark"))[0];
  const touched = async (run: Query, documents: readonly string[]): Promise<string[]> =>
    documents.length === 0
      ? []
      : (
          await run<{ negotiation: string }>(
            "SELECT DISTINCT negotiation FROM sheet WHERE document = ANY($1)",
            [documents],
          )
        ).map((r) => r.negotiation);
  const copy = async (sql: string, values: readonly unknown[]): Promise<Copy[]> =>
    (await query<CopyRow>(sql, values)).map(copyOf);

  async function addCopies(run: Query, copies: readonly Copy[]): Promise<string[]> {
    if (copies.length === 0) return [];
    const ids = copies.map((c) => c.document);
    const old = await run<{ document: string }>("SELECT document FROM copy WHERE document = ANY($1)", [ids]);
    const books = await touched(
      run,
      old.map((r) => r.document),
    );
    await run(
      `INSERT INTO copy SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::bytea[], $5::text[], $6::float8[], $7::text[])
        ON CONFLICT (document) DO UPDATE SET parent = excluded.parent, likeness = excluded.likeness, root = excluded.root`,
      [
        ids,
        copies.map((c) => c.known),
        copies.map((c) => c.day),
        copies.map((c) => Buffer.from(signatureBytes(c.signature))),
        copies.map((c) => c.parent),
        copies.map((c) => c.like),
        copies.map((c) => c.root),
      ],
    );
    const bands = copies.flatMap((c) => bandsOf(c.signature).map((key) => [key, c.day, c.document] as const));
    await run(
      "INSERT INTO band SELECT * FROM unnest($1::int[], $2::int[], $3::text[]) ON CONFLICT DO NOTHING",
      [bands.map((b) => b[0]), bands.map((b) => b[1]), bands.map((b) => b[2])],
    );
    return books;
  }

  const sheets = async (negotiation: string): Promise<PlacedSheet[]> =>
    (await query<PlacedSheet>(SHEETS, [negotiation])).map((s) => ({ ...s, origin: plain(s.origin) }));
  return {
    mark: () => mark(query),
    write: (step) =>
      write(async (run) => {
        const { sequence, by } = await mark(run);
        if (sequence !== step.from.sequence || by !== step.from.by) return false;
        const drop = [...step.dropNegotiations];
        const books = new Set<string>([
          ...drop,
          ...step.unplace,
          ...(await touched(run, [...step.dropDocuments, ...step.revised])),
        ]);
        if (drop.length > 0) await run("DELETE FROM sheet WHERE negotiation = ANY($1)", [drop]);
        const unplace = [...drop, ...step.unplace];
        if (unplace.length > 0) await run("DELETE FROM place WHERE negotiation = ANY($1)", [unplace]);
        if (step.dropDocuments.length > 0) {
          await run("DELETE FROM place WHERE document = ANY($1)", [step.dropDocuments]);
          await run("DELETE FROM sheet WHERE document = ANY($1)", [step.dropDocuments]);
        }
        for (const id of await addCopies(run, step.copies)) books.add(id);
        const { sheets } = step;
        if (sheets.length > 0) {
          await run(
            `INSERT INTO sheet (negotiation, known, document, body)
              SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) ON CONFLICT DO NOTHING`,
            [
              sheets.map((s) => s.negotiation),
              sheets.map((s) => s.known),
              sheets.map((s) => s.document),
              sheets.map((s) => s.body),
            ],
          );
          for (const s of sheets) books.add(s.negotiation);
        }
        await run(
          "INSERT INTO book SELECT id, 1, 0 FROM unnest($1::text[]) AS id ON CONFLICT (negotiation) DO UPDATE SET revision = book.revision + 1",
          [[...books]],
        );
        await run("UPDATE mark SET sequence = $1, by = $2", [step.to.sequence, step.to.by]);
        return true;
      }),
    revision: (negotiation) => revision(query, negotiation),
    sheets,
    heads: sheets,
    place: (negotiation, at, places) =>
      write(async (run) => {
        if ((await revision(run, negotiation)) !== at) return false;
        const old = new Map(
          (
            await run<{ key: string; body: string }>(
              "SELECT known || ' ' || document AS key, body FROM place WHERE negotiation = $1 AND document = ANY($2)",
              [negotiation, places.map((p) => p.document)],
            )
          ).map((r) => [r.key, r.body]),
        );
        const own = [...byDocument(places)];
        await run(
          `INSERT INTO place SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])
            ON CONFLICT (negotiation, known, document) DO UPDATE SET body = excluded.body`,
          [
            negotiation,
            own.map(([s]) => s.known),
            own.map(([s]) => s.document),
            own.map(([s, list]) => packPlaces(old.get(`${s.known} ${s.document}`) ?? null, list)),
          ],
        );
        await run("UPDATE book SET placed = revision WHERE negotiation = $1", [negotiation]);
        return true;
      }),
    unplaced: async () =>
      (
        await query<{ negotiation: string }>(
          `SELECT b.negotiation FROM book b LEFT JOIN (SELECT negotiation, count(*) AS rows FROM sheet GROUP BY negotiation) s
            ON s.negotiation = b.negotiation WHERE b.placed <> b.revision ORDER BY s.rows DESC NULLS LAST, b.negotiation`,
        )
      ).map((r) => r.negotiation),
    async near(prints) {
      const keys = prints.flatMap((p) => bandsOf(p.signature).map((key) => [key, p.day] as const));
      if (keys.length === 0) return [];
      return copy(
        `SELECT * FROM copy WHERE document IN (SELECT b.document FROM unnest($1::int[], $2::int[]) AS k(key, day)
          JOIN band b ON b.key = k.key AND b.day BETWEEN k.day - ${COPY_DAYS} AND k.day + ${COPY_DAYS})`,
        [keys.map((k) => k[0]), keys.map((k) => k[1])],
      );
    },
    copiesOf: (root) =>
      copy("SELECT * FROM copy WHERE root = $1 AND parent IS NOT NULL ORDER BY known, document", [root]),
    clear: () =>
      write(async (run) => {
        for (const table of ["sheet", "place", "copy", "band"]) await run(`DELETE FROM ${table}`);
        await run("UPDATE book SET revision = revision + 1, placed = 0");
        await run("UPDATE mark SET sequence = 0, by = ''");
      }),
  };
}

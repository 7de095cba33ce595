import { bandsOf, COPY_DAYS, type Print } from "../ledger/index.js";
import type { Place } from "../record/index.js";
import { type CopyRow, copyOf, type EntryTableRow, shelvedOf, signatureBytes } from "./rows.js";
import type { Connection } from "./sqlite-connection.js";
import type { Mark, Shelf, ShelfWrite } from "./types.js";

/** Derived rows of a SQLite store. */
export function sqliteShelf(db: Connection, run: <T>(work: () => T) => T): Shelf {
  const sql = run(() => ({
    mark: db.prepare("SELECT sequence, by FROM mark"),
    setMark: db.prepare("UPDATE mark SET sequence = ?, by = ?"),
    addRow: db.prepare(
      `INSERT INTO entry (negotiation, known, statement, document, kind, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    touched: db.prepare("SELECT DISTINCT negotiation FROM entry WHERE document = ?"),
    dropPlaces: db.prepare(`DELETE FROM place WHERE (negotiation, known, statement) IN
      (SELECT negotiation, known, statement FROM entry WHERE document = ?)`),
    dropDocument: db.prepare("DELETE FROM entry WHERE document = ?"),
    dropNegotiation: db.prepare("DELETE FROM entry WHERE negotiation = ?"),
    unplace: db.prepare("DELETE FROM place WHERE negotiation = ?"),
    bump: db.prepare(
      "INSERT INTO book VALUES (?, 1, 0) ON CONFLICT (negotiation) DO UPDATE SET revision = revision + 1",
    ),
    revision: db.prepare("SELECT revision FROM book WHERE negotiation = ?"),
    rows: db.prepare(`SELECT e.*, p.cluster, p.score, p.reason, d.source, d.publisher, d.title, d.published, coalesce(r.publisher, r.source) AS origin
      FROM entry e JOIN document d ON d.id = e.document LEFT JOIN place p USING (negotiation, known, statement)
      LEFT JOIN copy c ON c.document = e.document AND c.root <> c.document LEFT JOIN document r ON r.id = c.root
      WHERE e.negotiation = ? ORDER BY e.known, e.statement`),
    place: db.prepare("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?)"),
    placed: db.prepare("UPDATE book SET placed = revision WHERE negotiation = ?"),
    unplaced: db.prepare("SELECT negotiation FROM book WHERE placed <> revision ORDER BY negotiation"),
    near: db.prepare("SELECT document FROM band WHERE key = ? AND day BETWEEN ? AND ?"),
    copy: db.prepare("SELECT * FROM copy WHERE document = ?"),
    copies: db.prepare("SELECT * FROM copy WHERE root = ? AND parent IS NOT NULL ORDER BY known, document"),
    addCopy: db.prepare(`INSERT INTO copy VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (document) DO UPDATE SET parent = excluded.parent, likeness = excluded.likeness, root = excluded.root`),
    addBand: db.prepare("INSERT INTO band VALUES (?, ?, ?) ON CONFLICT DO NOTHING"),
  }));

  const write = db.transaction((step: ShelfWrite): boolean => {
    const { sequence, by } = sql.mark.get() as Mark;
    if (sequence !== step.from.sequence || by !== step.from.by) return false;
    const books = new Set<string>([...step.dropNegotiations, ...step.unplace]);
    for (const id of step.dropNegotiations) {
      sql.dropNegotiation.run(id);
      sql.unplace.run(id);
    }
    for (const id of step.dropDocuments) {
      for (const { negotiation } of sql.touched.all(id) as { negotiation: string }[]) books.add(negotiation);
      sql.dropPlaces.run(id);
      sql.dropDocument.run(id);
    }
    for (const c of step.copies) {
      const known = sql.copy.get(c.document) !== undefined;
      sql.addCopy.run(c.document, c.known, c.day, signatureBytes(c.signature), c.parent, c.like, c.root);
      if (known) {
        for (const { negotiation } of sql.touched.all(c.document) as { negotiation: string }[])
          books.add(negotiation);
      } else for (const key of bandsOf(c.signature)) sql.addBand.run(key, c.day, c.document);
    }
    for (const r of step.rows) {
      sql.addRow.run(r.negotiation, r.known, r.statement, r.document, r.kind, r.body);
      books.add(r.negotiation);
    }
    for (const id of step.unplace) sql.unplace.run(id);
    for (const id of books) sql.bump.run(id);
    sql.setMark.run(step.to.sequence, step.to.by);
    return true;
  });

  const revision = (negotiation: string): number =>
    (sql.revision.get(negotiation) as { revision: number } | undefined)?.revision ?? 0;

  const place = db.transaction((negotiation: string, at: number, places: readonly Place[]): boolean => {
    if (revision(negotiation) !== at) return false;
    for (const p of places) sql.place.run(negotiation, p.known, p.statement, p.cluster, p.score, p.reason);
    sql.placed.run(negotiation);
    return true;
  });

  const clear = db.transaction(() => {
    for (const table of ["entry", "place", "copy", "band"]) db.exec(`DELETE FROM ${table}`);
    db.exec("UPDATE book SET revision = revision + 1, placed = 0");
    sql.setMark.run(0, "");
  });

  return {
    mark: async () => run(() => sql.mark.get() as Mark),
    write: async (step) => run(() => write.immediate(step)),
    revision: async (negotiation) => run(() => revision(negotiation)),
    rows: async (negotiation) => run(() => (sql.rows.all(negotiation) as EntryTableRow[]).map(shelvedOf)),
    place: async (negotiation, at, places) => run(() => place.immediate(negotiation, at, places)),
    unplaced: async () =>
      run(() => (sql.unplaced.all() as { negotiation: string }[]).map((r) => r.negotiation)),
    near: async (prints: readonly Print[]) =>
      run(() => {
        const ids = new Set<string>();
        for (const p of prints) {
          for (const key of bandsOf(p.signature))
            for (const { document } of sql.near.all(key, p.day - COPY_DAYS, p.day + COPY_DAYS) as {
              document: string;
            }[])
              ids.add(document);
        }
        return [...ids].map((id) => copyOf(sql.copy.get(id) as CopyRow));
      }),
    copiesOf: async (root) => run(() => (sql.copies.all(root) as CopyRow[]).map(copyOf)),
    clear: async () => run(() => clear.immediate()),
  };
}

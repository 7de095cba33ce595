import { bandsOf, COPY_DAYS, type Print } from "../ledger/index.js";
import { type Place, type PlacedSheet, packPlaces, type Sheet } from "../record/index.js";
import { StoreError } from "./errors.js";
import { byDocument, type CopyRow, copyOf, plain, signatureBytes } from "./rows.js";
import type { Connection } from "./sqlite-connection.js";
import type { Mark, Shelf, ShelfWrite } from "./types.js";

/** Derived rows of a SQLite store. */
export function sqliteShelf(db: Connection, run: <T>(work: () => T) => T): Shelf {
  const sql = run(() => ({
    mark: db.prepare("SELECT sequence, by FROM mark"),
    setMark: db.prepare("UPDATE mark SET sequence = ?, by = ?"),
    addSheet: db.prepare(
      "INSERT INTO sheet (negotiation, known, document, body) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    ),
    touched: db.prepare("SELECT DISTINCT negotiation FROM sheet WHERE document = ?"),
    dropPlaces: db.prepare(`DELETE FROM place WHERE (negotiation, known, document) IN
      (SELECT negotiation, known, document FROM sheet WHERE document = ?)`),
    dropDocument: db.prepare("DELETE FROM sheet WHERE document = ?"),
    dropNegotiation: db.prepare("DELETE FROM sheet WHERE negotiation = ?"),
    unplace: db.prepare("DELETE FROM place WHERE negotiation = ?"),
    bump: db.prepare(
      "INSERT INTO book VALUES (?, 1, 0) ON CONFLICT (negotiation) DO UPDATE SET revision = revision + 1",
    ),
    revision: db.prepare("SELECT revision FROM book WHERE negotiation = ?"),
    sheets: db.prepare("SELECT * FROM sheet WHERE negotiation = ? ORDER BY known, document"),
    heads: db
      .prepare(`SELECT known, document, substr(body, 1, instr(body, char(10)) - 1) FROM sheet
      WHERE negotiation = ? ORDER BY known, document`)
      .raw(),
    body: db.prepare("SELECT body FROM sheet WHERE negotiation = ? AND known = ? AND document = ?").pluck(),
    places: db
      .prepare("SELECT known, document, body FROM place WHERE negotiation = ? ORDER BY known, document")
      .raw(),
    origins: db
      .prepare(`SELECT DISTINCT s.document, coalesce(r.publisher, r.source) FROM sheet s JOIN copy c ON c.document = s.document
      JOIN document r ON r.id = c.root WHERE s.negotiation = ? AND c.root <> c.document`)
      .raw(),
    oldPlace: db
      .prepare("SELECT body FROM place WHERE negotiation = ? AND known = ? AND document = ?")
      .pluck(),
    place: db.prepare("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)"),
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
      const own = sql.touched.all(id) as { negotiation: string }[];
      // A new document has none.
      if (own.length === 0) continue;
      for (const { negotiation } of own) books.add(negotiation);
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
    for (const s of step.sheets) {
      sql.addSheet.run(s.negotiation, s.known, s.document, s.body);
      books.add(s.negotiation);
    }
    for (const id of step.unplace) sql.unplace.run(id);
    for (const id of books) sql.bump.run(id);
    sql.setMark.run(step.to.sequence, step.to.by);
    return true;
  });

  const revision = (negotiation: string): number =>
    (sql.revision.get(negotiation) as { revision: number } | undefined)?.revision ?? 0;

  const whole = (negotiation: string): [string, string, string][] =>
    (sql.sheets.all(negotiation) as Sheet[]).map((s) => [s.known, s.document, s.body]);

  /** A step that came meanwhile may have made the sheet anew: then it is not what its head says. */
  const bodyOf = (negotiation: string, known: string, document: string, length: number): string => {
    const body = run(() => sql.body.get(negotiation, known, document) as string | undefined);
    if (body === undefined || body.indexOf("\n") !== length)
      throw new StoreError("STORE_BUSY", "The record changed while it was read; ask again.", { document });
    return body;
  };

  const heads = (negotiation: string): PlacedSheet[] =>
    sheets(negotiation, () => sql.heads.all(negotiation) as [string, string, string][]).map((s) => {
      const { known, document } = s;
      // Only the length is kept of the head, not its text.
      const { length } = s.body;
      return { ...s, again: () => bodyOf(negotiation, known, document, length) };
    });

  const sheets = db.transaction(
    (negotiation: string, rows: () => [string, string, string][]): PlacedSheet[] => {
      const origins = new Map(sql.origins.all(negotiation) as [string, string][]);
      const places = (sql.places.all(negotiation) as [string, string, string][]).values();
      let next = places.next().value;
      // Both come in one order.
      return rows().map(([known, document, body]) => {
        while (next !== undefined && (next[0] < known || (next[0] === known && next[1] < document)))
          next = places.next().value;
        const own = next?.[0] === known && next[1] === document ? next[2] : null;
        const origin = origins.get(document) ?? null;
        return { negotiation, document, known, body, places: own, origin: plain(origin) };
      });
    },
  );

  const place = db.transaction((negotiation: string, at: number, places: readonly Place[]): boolean => {
    if (revision(negotiation) !== at) return false;
    for (const [{ known, document }, own] of byDocument(places)) {
      const old = sql.oldPlace.get(negotiation, known, document) as string | undefined;
      sql.place.run(negotiation, known, document, packPlaces(old ?? null, own));
    }
    sql.placed.run(negotiation);
    return true;
  });

  const clear = db.transaction(() => {
    for (const table of ["sheet", "place", "copy", "band"]) db.exec(`DELETE FROM ${table}`);
    db.exec("UPDATE book SET revision = revision + 1, placed = 0");
    sql.setMark.run(0, "");
  });

  /**
   * Derived rows are made again from the lists, and the log's order keeps a lost step whole: only the lists' own writes wait for
   * the disk.
   */
  const derived = <T>(work: () => T): T =>
    run(() => {
      db.pragma("synchronous = NORMAL");
      try {
        return work();
      } finally {
        db.pragma("synchronous = FULL");
      }
    });

  return {
    mark: async () => run(() => sql.mark.get() as Mark),
    write: async (step) => derived(() => write.immediate(step)),
    revision: async (negotiation) => run(() => revision(negotiation)),
    sheets: async (negotiation) => run(() => sheets(negotiation, () => whole(negotiation))),
    heads: async (negotiation) => run(() => heads(negotiation)),
    place: async (negotiation, at, places) => derived(() => place.immediate(negotiation, at, places)),
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

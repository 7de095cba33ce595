import type { Statement } from "better-sqlite3";
import { bandsOf, COPY_DAYS, type Print } from "../ledger/index.js";
import { type Place, type PlacedSheet, packPlaces } from "../record/index.js";
import { StoreError } from "./errors.js";
import { byDocument, type CopyRow, copyOf, plain, signatureBytes } from "./rows.js";
import type { Connection } from "./sqlite-connection.js";
import type { Mark, Shelf, ShelfWrite } from "./types.js";

/** Days in one stretch of the index of bands: what comes in lies in one or two of them, so few pages are written. */
const SPAN = 2 * COPY_DAYS + 1;
const spanOf = (day: number): number => Math.floor(day / SPAN);
/** Bands of a signature. */
const BANDS = 8;

const COPY = `SELECT d.id AS document, c.known, c.day, c.signature, p.id AS parent, c.likeness, r.id AS root FROM copy c
  JOIN document d ON d.number = c.document LEFT JOIN document p ON p.number = c.parent JOIN document r ON r.number = c.root`;

/** Derived rows of a SQLite store. */
export function sqliteShelf(db: Connection, run: <T>(work: () => T) => T): Shelf {
  const sql = run(() => ({
    mark: db.prepare("SELECT sequence, by FROM mark"),
    setMark: db.prepare("UPDATE mark SET sequence = ?, by = ?"),
    number: db.prepare("SELECT number FROM document WHERE id = ?").pluck(),
    addSheet: db.prepare("INSERT INTO sheet VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"),
    addDetail: db.prepare("INSERT INTO detail (document, negotiation, known, body) VALUES (?, ?, ?, ?)"),
    touched: db.prepare("SELECT DISTINCT negotiation FROM detail WHERE document = ?").pluck(),
    dropPlaces: db.prepare(`DELETE FROM place WHERE (negotiation, known, document) IN
      (SELECT negotiation, known, document FROM detail WHERE document = ?)`),
    dropSheets: db.prepare(`DELETE FROM sheet WHERE (negotiation, known, document) IN
      (SELECT negotiation, known, document FROM detail WHERE document = ?)`),
    dropDetails: db.prepare("DELETE FROM detail WHERE document = ?"),
    dropNegotiation: db.prepare("DELETE FROM sheet WHERE negotiation = ?"),
    dropOwnDetails: db.prepare(`DELETE FROM detail WHERE negotiation = ? AND document IN
      (SELECT document FROM sheet WHERE negotiation = ?)`),
    unplace: db.prepare("DELETE FROM place WHERE negotiation = ?"),
    bump: db.prepare(
      "INSERT INTO book VALUES (?, 1, 0) ON CONFLICT (negotiation) DO UPDATE SET revision = revision + 1",
    ),
    revision: db.prepare("SELECT revision FROM book WHERE negotiation = ?"),
    sheets: db
      .prepare(`SELECT s.known, s.document, s.id, s.detail, s.head || char(10) || d.body FROM sheet s JOIN detail d ON d.number = s.detail
      WHERE s.negotiation = ? ORDER BY s.known, s.document`)
      .raw(),
    heads: db
      .prepare(
        "SELECT known, document, id, detail, head FROM sheet WHERE negotiation = ? ORDER BY known, document",
      )
      .raw(),
    body: db.prepare("SELECT body FROM detail WHERE number = ?").pluck(),
    dropDetail: db.prepare("DELETE FROM detail WHERE number = ?"),
    places: db
      .prepare("SELECT known, document, body FROM place WHERE negotiation = ? ORDER BY known, document")
      .raw(),
    origins: db
      .prepare(`SELECT DISTINCT s.document, coalesce(r.publisher, r.source) FROM sheet s JOIN copy c ON c.document = s.document
      JOIN document r ON r.number = c.root WHERE s.negotiation = ? AND c.root <> c.document`)
      .raw(),
    oldPlace: db
      .prepare("SELECT body FROM place WHERE negotiation = ? AND known = ? AND document = ?")
      .pluck(),
    place: db.prepare("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?)"),
    placed: db.prepare("UPDATE book SET placed = revision WHERE negotiation = ?"),
    unplaced:
      db.prepare(`SELECT b.negotiation FROM book b LEFT JOIN (SELECT negotiation, count(*) AS rows FROM sheet GROUP BY negotiation) s
      ON s.negotiation = b.negotiation WHERE b.placed <> b.revision ORDER BY s.rows DESC, b.negotiation`),
    near: db
      .prepare(
        `SELECT document FROM band WHERE span = ? AND key IN (${Array.from({ length: BANDS }, () => "?").join(", ")})`,
      )
      .pluck(),
    day: db.prepare("SELECT day FROM copy WHERE document = ?").pluck(),
    copy: db.prepare(`${COPY} WHERE c.document = ?`),
    copies: db.prepare(`${COPY} WHERE c.root = ? AND c.parent IS NOT NULL ORDER BY c.known, d.id`),
    addCopy: db.prepare(`INSERT INTO copy VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (document) DO UPDATE SET parent = excluded.parent, likeness = excluded.likeness, root = excluded.root`),
    addBands: db.prepare(
      `INSERT INTO band VALUES ${Array.from({ length: BANDS }, () => "(?, ?, ?)").join(", ")} ON CONFLICT DO NOTHING`,
    ),
  }));
  const numberIn = (document: string): number => {
    const number = sql.number.get(document) as number | undefined;
    if (number === undefined)
      throw new StoreError("DOCUMENT_UNKNOWN", "A derived row is of no document.", { document });
    return number;
  };

  const write = db.transaction((step: ShelfWrite): boolean => {
    const { sequence, by } = sql.mark.get() as Mark;
    if (sequence !== step.from.sequence || by !== step.from.by) return false;
    const numbers = new Map<string, number>();
    const numberOf = (document: string): number => {
      const found = numbers.get(document) ?? numberIn(document);
      numbers.set(document, found);
      return found;
    };
    const books = new Set<string>([...step.dropNegotiations, ...step.unplace]);
    for (const id of step.dropNegotiations) {
      sql.dropOwnDetails.run(id, id);
      sql.dropNegotiation.run(id);
      sql.unplace.run(id);
    }
    for (const id of step.dropDocuments) {
      const number = numberOf(id);
      const own = sql.touched.all(number) as string[];
      // A new document has none.
      if (own.length === 0) continue;
      for (const negotiation of own) books.add(negotiation);
      sql.dropPlaces.run(number);
      sql.dropSheets.run(number);
      sql.dropDetails.run(number);
    }
    for (const c of step.copies) {
      const number = numberOf(c.document);
      const known = sql.day.get(number) !== undefined;
      const parent = c.parent === null ? null : numberOf(c.parent);
      const root = c.root === c.document ? number : numberOf(c.root);
      sql.addCopy.run(number, c.known, c.day, signatureBytes(c.signature), parent, c.like, root);
      if (known) for (const negotiation of sql.touched.all(number) as string[]) books.add(negotiation);
      else sql.addBands.run(...bandsOf(c.signature).flatMap((key) => [spanOf(c.day), key, number]));
    }
    for (const s of step.sheets) {
      const end = s.body.indexOf("\n");
      const number = numberOf(s.document);
      const detail = sql.addDetail.run(number, s.negotiation, s.known, s.body.slice(end + 1)).lastInsertRowid;
      const { changes } = sql.addSheet.run(
        s.negotiation,
        s.known,
        number,
        s.document,
        detail,
        s.body.slice(0, end),
      );
      // It was there already.
      if (changes === 0) sql.dropDetail.run(detail);
      books.add(s.negotiation);
    }
    for (const id of step.revised)
      for (const negotiation of sql.touched.all(numberOf(id)) as string[]) books.add(negotiation);
    for (const id of step.unplace) sql.unplace.run(id);
    for (const id of books) sql.bump.run(id);
    sql.setMark.run(step.to.sequence, step.to.by);
    return true;
  });

  const revision = (negotiation: string): number =>
    (sql.revision.get(negotiation) as { revision: number } | undefined)?.revision ?? 0;

  /** A step that came meanwhile may have made the sheet anew: its detail has another number then. */
  const bodyOf = (negotiation: string, detail: number): string => {
    const body = run(() => sql.body.get(detail) as string | undefined);
    if (body === undefined)
      throw new StoreError("STORE_BUSY", "The record changed while it was read; ask again.", { negotiation });
    return `\n${body}`;
  };

  const whole = (negotiation: string): PlacedSheet[] => sheets(negotiation, sql.sheets, () => undefined);
  const heads = (negotiation: string): PlacedSheet[] =>
    sheets(negotiation, sql.heads, (detail) => () => bodyOf(negotiation, detail));

  const sheets = db.transaction(
    (
      negotiation: string,
      rows: Statement,
      again: (detail: number) => PlacedSheet["again"],
    ): PlacedSheet[] => {
      const origins = new Map(sql.origins.all(negotiation) as [number, string][]);
      const places = (sql.places.all(negotiation) as [string, number, string][]).values();
      let next = places.next().value;
      // Both come in one order.
      const out = (rows.all(negotiation) as [string, number, string, number, string][]).map(
        ([known, number, document, detail, body]): PlacedSheet => {
          while (next !== undefined && (next[0] < known || (next[0] === known && next[1] < number)))
            next = places.next().value;
          const own = next?.[0] === known && next[1] === number ? next[2] : null;
          const origin = plain(origins.get(number) ?? null);
          return {
            negotiation,
            document,
            known,
            body,
            places: own,
            origin,
            again: again(detail),
          };
        },
      );
      return out.sort((a, b) => compare(a.known, b.known) || compare(a.document, b.document));
    },
  );

  const place = db.transaction((negotiation: string, at: number, places: readonly Place[]): boolean => {
    if (revision(negotiation) !== at) return false;
    for (const [{ known, document }, own] of byDocument(places)) {
      const number = numberIn(document);
      const old = sql.oldPlace.get(negotiation, known, number) as string | undefined;
      sql.place.run(negotiation, known, number, packPlaces(old ?? null, own));
    }
    sql.placed.run(negotiation);
    return true;
  });

  const clear = db.transaction(() => {
    for (const table of ["sheet", "detail", "place", "copy", "band"]) db.exec(`DELETE FROM ${table}`);
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
    sheets: async (negotiation) => run(() => whole(negotiation)),
    heads: async (negotiation) => run(() => heads(negotiation)),
    place: async (negotiation, at, places) => derived(() => place.immediate(negotiation, at, places)),
    unplaced: async () =>
      run(() => (sql.unplaced.all() as { negotiation: string }[]).map((r) => r.negotiation)),
    near: async (prints: readonly Print[]) =>
      run(() => {
        const found = new Set<number>();
        for (const p of prints) {
          const keys = bandsOf(p.signature);
          for (let span = spanOf(p.day - COPY_DAYS); span <= spanOf(p.day + COPY_DAYS); span++)
            for (const number of sql.near.all(span, ...keys) as number[])
              if (!found.has(number) && Math.abs((sql.day.get(number) as number) - p.day) <= COPY_DAYS)
                found.add(number);
        }
        return [...found].map((number) => copyOf(sql.copy.get(number) as CopyRow));
      }),
    copiesOf: async (root) => {
      const number = run(() => sql.number.get(root) as number | undefined);
      return number === undefined ? [] : run(() => (sql.copies.all(number) as CopyRow[]).map(copyOf));
    },
    clear: async () => run(() => clear.immediate()),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

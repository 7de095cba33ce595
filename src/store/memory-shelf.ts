import { bandsOf, COPY_DAYS, type DocumentVersion } from "../ledger/index.js";
import type { EntryRow } from "../record/index.js";
import type { Copy, Mark, Shelf, ShelvedRow } from "./types.js";

type Kept = EntryRow & Pick<ShelvedRow, "place">;

/** Derived rows of a store in memory. */
export function memoryShelf(documentOf: (id: string) => DocumentVersion | null): Shelf {
  const books = new Map<string, Map<string, Kept>>();
  const revisions = new Map<string, number>();
  const copies = new Map<string, Copy>();
  let mark: Mark = { sequence: 0, by: "" };
  const bump = (id: string): void => {
    revisions.set(id, (revisions.get(id) ?? 0) + 1);
  };
  const outlet = (id: string): string | null => {
    const copy = copies.get(id);
    if (copy === undefined || copy.root === id) return null;
    const root = documentOf(copy.root);
    return root === null ? null : (root.document.publisher ?? root.source);
  };
  return {
    mark: async () => mark,
    async write(step) {
      if (mark.sequence !== step.from.sequence || mark.by !== step.from.by) return false;
      const touched = new Set<string>([...step.dropNegotiations, ...step.unplace]);
      for (const id of step.dropNegotiations) books.delete(id);
      const gone = new Set(step.dropDocuments);
      const changed = new Set(step.copies.filter((c) => copies.has(c.document)).map((c) => c.document));
      if (gone.size + changed.size > 0) {
        for (const [id, rows] of books) {
          for (const [key, row] of rows) {
            if (gone.has(row.document)) rows.delete(key);
            else if (!changed.has(row.document)) continue;
            touched.add(id);
          }
        }
      }
      for (const c of step.copies) copies.set(c.document, c);
      for (const row of step.rows) {
        const rows = books.get(row.negotiation) ?? new Map<string, Kept>();
        books.set(row.negotiation, rows);
        if (!rows.has(row.statement)) rows.set(row.statement, { ...row, place: null });
        touched.add(row.negotiation);
      }
      for (const id of step.unplace) {
        const rows = books.get(id);
        for (const [key, row] of rows ?? []) rows?.set(key, { ...row, place: null });
      }
      for (const id of touched) bump(id);
      mark = step.to;
      return true;
    },
    revision: async (id) => revisions.get(id) ?? 0,
    async rows(id) {
      return [...(books.get(id)?.values() ?? [])]
        .sort((a, b) => compare(a.known, b.known) || compare(a.statement, b.statement))
        .flatMap((row): ShelvedRow[] => {
          const version = documentOf(row.document);
          if (version === null) return [];
          const { publisher, title, published } = version.document;
          return [
            { ...row, source: version.source, publisher, title, published, origin: outlet(row.document) },
          ];
        });
    },
    async place(id, revision, places) {
      if ((revisions.get(id) ?? 0) !== revision) return false;
      const rows = books.get(id);
      for (const { statement, ...place } of places) {
        const row = rows?.get(statement);
        if (row !== undefined) rows?.set(statement, { ...row, place });
      }
      return true;
    },
    unplaced: async () =>
      [...books]
        .flatMap(([id, rows]) => ([...rows.values()].some((r) => r.place === null) ? [id] : []))
        .sort(compare),
    async near(prints) {
      const keys = prints.map((p) => ({ day: p.day, bands: new Set(bandsOf(p.signature)) }));
      return [...copies.values()].filter((c) =>
        keys.some(
          (k) => Math.abs(k.day - c.day) <= COPY_DAYS && bandsOf(c.signature).some((b) => k.bands.has(b)),
        ),
      );
    },
    copiesOf: async (root) =>
      [...copies.values()]
        .filter((c) => c.root === root && c.parent !== null)
        .sort((a, b) => compare(a.known, b.known) || compare(a.document, b.document)),
    async clear() {
      for (const id of books.keys()) bump(id);
      books.clear();
      copies.clear();
      mark = { sequence: 0, by: "" };
    },
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import { bandsOf, COPY_DAYS, type DocumentVersion } from "../ledger/index.js";
import { type PlacedSheet, packPlaces } from "../record/index.js";
import { byDocument } from "./rows.js";
import type { Copy, Mark, Shelf } from "./types.js";

type Kept = Omit<PlacedSheet, "origin">;
const keyOf = (s: { readonly known: string; readonly document: string }): string =>
  `${s.known} ${s.document}`;

/** Derived rows of a store in memory. */
export function memoryShelf(documentOf: (id: string) => DocumentVersion | null): Shelf {
  const books = new Map<string, Map<string, Kept>>();
  const revisions = new Map<string, number>();
  const placed = new Map<string, number>();
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
  const sheets = (id: string): PlacedSheet[] =>
    [...(books.get(id)?.values() ?? [])]
      .sort((a, b) => compare(a.known, b.known) || compare(a.document, b.document))
      .map((sheet) => ({ ...sheet, origin: outlet(sheet.document) }));
  return {
    mark: async () => mark,
    async write(step) {
      if (mark.sequence !== step.from.sequence || mark.by !== step.from.by) return false;
      const touched = new Set<string>([...step.dropNegotiations, ...step.unplace]);
      for (const id of step.dropNegotiations) books.delete(id);
      const gone = new Set(step.dropDocuments);
      const changed = new Set([
        ...step.copies.filter((c) => copies.has(c.document)).map((c) => c.document),
        ...step.revised,
      ]);
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
      for (const sheet of step.sheets) {
        const rows = books.get(sheet.negotiation) ?? new Map<string, Kept>();
        books.set(sheet.negotiation, rows);
        if (!rows.has(keyOf(sheet))) rows.set(keyOf(sheet), { ...sheet, places: null });
        touched.add(sheet.negotiation);
      }
      for (const id of step.unplace) {
        const rows = books.get(id);
        for (const [key, row] of rows ?? []) rows?.set(key, { ...row, places: null });
      }
      for (const id of touched) bump(id);
      mark = step.to;
      return true;
    },
    revision: async (id) => revisions.get(id) ?? 0,
    sheets: async (id) => sheets(id),
    heads: async (id) => sheets(id),
    async place(id, revision, places) {
      if ((revisions.get(id) ?? 0) !== revision) return false;
      const rows = books.get(id);
      for (const [sheet, own] of byDocument(places)) {
        const row = rows?.get(keyOf(sheet));
        if (row !== undefined) rows?.set(keyOf(sheet), { ...row, places: packPlaces(row.places, own) });
      }
      placed.set(id, revision);
      return true;
    },
    unplaced: async () =>
      [...revisions]
        .flatMap(([id, n]) => (placed.get(id) === n ? [] : [id]))
        .sort((a, b) => (books.get(b)?.size ?? 0) - (books.get(a)?.size ?? 0) || compare(a, b)),
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

import { bandsOf, type DocumentVersion, type Print, parentOf, signatureOf } from "../ledger/index.js";
import { type DocumentId, dayNumber } from "../text/index.js";

/** Outlet of the first of the near-copies that each document belongs to; documents without copies are left out. */
export function originsOf(versions: readonly DocumentVersion[]): ReadonlyMap<DocumentId, string> {
  const bands = new Map<number, Print[]>();
  const outlets = new Map(versions.map((v) => [v.document.id, v.document.publisher ?? v.source]));
  const roots = new Map<DocumentId, DocumentId>();
  const prints = versions.flatMap((v): Print[] => {
    const signature = signatureOf(v.document.text);
    const known = v.document.published ?? v.recorded.slice(0, 10);
    return signature === null ? [] : [{ document: v.document.id, known, day: dayNumber(known), signature }];
  });
  prints.sort((a, b) => (a.known < b.known || (a.known === b.known && a.document < b.document) ? -1 : 1));
  for (const print of prints) {
    const near = new Set<Print>();
    for (const key of bandsOf(print.signature)) {
      const list = bands.get(key);
      if (list === undefined) bands.set(key, [print]);
      else {
        for (const p of list) near.add(p);
        list.push(print);
      }
    }
    const parent = parentOf(print, [...near]);
    if (parent !== null) roots.set(print.document, roots.get(parent) ?? parent);
  }
  return new Map([...roots].map(([id, root]) => [id, outlets.get(root) as string]));
}

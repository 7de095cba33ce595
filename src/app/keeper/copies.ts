import {
  bandsOf,
  before,
  type DocumentVersion,
  likeness,
  type Print,
  parentOf,
  signatureOf,
} from "../../ledger/index.js";
import type { Copy, Store } from "../../store/index.js";
import { dayNumber } from "../../text/index.js";

/** Null where a text is too short to be told from others. */
export function printOf({ document, recorded }: DocumentVersion): Print | null {
  const signature = signatureOf(document.text);
  const known = document.published ?? recorded.slice(0, 10);
  return signature === null ? null : { document: document.id, known, day: dayNumber(known), signature };
}

/** Prints of new texts, with what they are copies of, and of older texts that turn out to be copies of them. */
export async function findCopies(prints: readonly Print[], store: Store): Promise<Copy[]> {
  const { shelf } = store;

  const all = new Map<string, Copy>();
  for (const c of await shelf.near(prints)) all.set(c.document, c);
  const news = prints.filter((p) => !all.has(p.document));
  const index = new Map<number, Set<string>>();
  const enter = (p: Print): void => {
    for (const key of bandsOf(p.signature)) {
      const set = index.get(key);
      if (set === undefined) index.set(key, new Set([p.document]));
      else set.add(p.document);
    }
  };
  for (const c of all.values()) enter(c);
  for (const p of news) {
    enter(p);
    all.set(p.document, { ...p, parent: null, like: 0, root: p.document });
  }
  const changed = new Set(news.map((p) => p.document));
  const adopt = (child: Copy, parent: Copy | null): void => {
    const like = parent === null ? 0 : likeness(parent.signature, child.signature);
    all.set(child.document, { ...child, parent: parent?.document ?? null, like, root: child.root });
    changed.add(child.document);
  };
  for (const p of [...news].sort((a, b) => (before(a, b) ? -1 : 1))) {
    const near = [...new Set(bandsOf(p.signature).flatMap((key) => [...(index.get(key) ?? [])]))]
      .filter((id) => id !== p.document)
      .map((id) => all.get(id) as Copy);
    const parent = parentOf(p, near);
    if (parent !== null) adopt(all.get(p.document) as Copy, all.get(parent) as Copy);
    // Later texts that resemble it more than what they were taken for copies of.
    for (const c of near) {
      if (!before(p, c) || news.some((n) => n.document === c.document)) continue;
      const old = c.parent === null ? [] : [all.get(c.parent)].filter((x) => x !== undefined);
      if (parentOf(c, [...old, p]) === p.document) {
        // Its copies follow it to the new first text.
        for (const d of await shelf.copiesOf(c.root)) if (!all.has(d.document)) all.set(d.document, d);
        adopt(c, all.get(p.document) as Copy);
      }
    }
  }
  const rootOf = (id: string): string => {
    let c = all.get(id) as Copy;
    while (c.parent !== null) {
      const parent = all.get(c.parent);
      // A parent that was not loaded has not changed, nor has the first of its copies.
      if (parent === undefined) return c.root;
      c = parent;
    }
    return c.document;
  };
  const out: Copy[] = [];
  for (const c of all.values()) {
    const root = c.parent === null ? c.document : rootOf(c.document);
    if (changed.has(c.document) || root !== c.root) out.push({ ...c, root });
  }
  return out;
}

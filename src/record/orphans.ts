import type { DocumentVersion } from "../ledger/index.js";
import type { IsoDate } from "../text/index.js";
import { compare, type Entry } from "./entry.js";

/** Sources of which several versions have entries. */
export function versionedSources(entries: Iterable<Entry>): ReadonlySet<string> {
  const first = new Map<string, string>();
  const out = new Set<string>();
  let last = "";
  for (const { statement } of entries) {
    // Entries of one document stand together.
    if (statement.document === last) continue;
    last = statement.document;
    const document = first.get(statement.source);
    if (document === undefined) first.set(statement.source, statement.document);
    else if (document !== statement.document) out.add(statement.source);
  }
  return out;
}

/**
 * Day from which a later version of an article no longer holds the words of an entry, by statement: such evidence is marked, not
 * dropped. Versions count in the order they became known, then were taken in.
 */
export function orphansOf(
  entries: Iterable<Entry>,
  versions: readonly DocumentVersion[],
): ReadonlyMap<string, IsoDate> {
  const bySource = new Map<string, { id: string; known: IsoDate; recorded: string; text: string }[]>();
  for (const v of versions) {
    const { id, published, text } = v.document;
    const known = published ?? v.recorded.slice(0, 10);
    const list = bySource.get(v.source) ?? [];
    bySource.set(v.source, [...list, { id, known, recorded: v.recorded, text: squash(text) }]);
  }
  for (const list of bySource.values())
    list.sort((a, b) => compare(a.known, b.known) || compare(a.recorded, b.recorded) || compare(a.id, b.id));
  const out = new Map<string, IsoDate>();
  for (const { statement } of entries) {
    const list = bySource.get(statement.source);
    if (list === undefined) continue;
    const at = list.findIndex((v) => v.id === statement.document);
    const words = squash(statement.quote);
    const gone = at < 0 ? undefined : list.slice(at + 1).find((v) => !v.text.includes(words));
    if (gone !== undefined) out.set(statement.id, gone.known);
  }
  return out;
}

const squash = (text: string): string => text.replace(/\s+/g, " ").trim();

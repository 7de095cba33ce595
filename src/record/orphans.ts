import type { DocumentVersion, SourceId } from "../ledger/index.js";
import type { IsoDate } from "../text/index.js";
import { compare, type Entry } from "./entry.js";

/** Sources of which several versions are kept: what one of them says another may not, though nothing be read in it. */
export function versionedSources(versions: Iterable<DocumentVersion>): ReadonlySet<SourceId> {
  const met = new Set<SourceId>();
  const out = new Set<SourceId>();
  for (const { source } of versions) {
    if (met.has(source)) out.add(source);
    met.add(source);
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
  const bySource = new Map<SourceId, { id: string; known: IsoDate; text: string }[]>();
  for (const v of [...versions].sort(byVersion)) {
    const { id, text } = v.document;
    const list = bySource.get(v.source) ?? [];
    bySource.set(v.source, [...list, { id, known: knownFrom(v), text: squash(text) }]);
  }
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

/** What tells which of two versions came first. */
export type VersionOrder = Pick<DocumentVersion, "source" | "recorded"> & {
  readonly document: Pick<DocumentVersion["document"], "id" | "published">;
};

/** The order in which versions of one article followed each other. */
export const byVersion = (a: VersionOrder, b: VersionOrder): number =>
  compare(knownFrom(a), knownFrom(b)) ||
  compare(a.recorded, b.recorded) ||
  compare(a.document.id, b.document.id);

const knownFrom = ({ document, recorded }: VersionOrder): IsoDate =>
  document.published ?? recorded.slice(0, 10);

const squash = (text: string): string => text.replace(/\s+/g, " ").trim();

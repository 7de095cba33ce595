import type { Entry } from "./entry.js";
import type { RecordItem, RecordView } from "./types.js";

/** What a view was made from. */
export function basisOf(entries: readonly Entry[], items: () => readonly RecordItem[]): RecordView["basis"] {
  let lastPublished: string | null = null;
  let accepted = false;
  const documents = new Set<string>();
  const sources = new Set<string>();
  const outlets = new Set<string>();
  for (const entry of entries) {
    accepted ||= entry.accepted;
    const { document, source, publisher, published } = entry.statement;
    // The rest is the document's.
    if (documents.has(document)) continue;
    documents.add(document);
    sources.add(source);
    outlets.add(publisher ?? source);
    if (published !== null && (lastPublished === null || published > lastPublished))
      lastPublished = published;
  }
  return {
    statements: entries.length,
    sources: sources.size,
    outlets: outlets.size,
    lastPublished,
    // Mostly nobody has decided about anything: the lines need not be made to say so.
    reviewed: accepted ? items().filter((i) => i.reviewed).length : 0,
  };
}

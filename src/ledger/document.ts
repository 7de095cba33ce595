import type { Reading } from "../reading/index.js";
import { canonicalJson, contentHash, type Document, type DocumentMeta } from "../text/index.js";
import type { DocumentVersion, Instant, SourceId } from "./types.js";

/** One version of one text, with the id that its source and words give it. */
export function makeDocument(meta: DocumentMeta, text: string): Document {
  const { publisher, title, url, published } = meta;
  return {
    id: contentHash(canonicalJson({ publisher, title, url, published, text })),
    publisher,
    title,
    url,
    published,
    text,
  };
}

/** What all versions of one article share: its address; without one, publisher, title and day; without a title, its words. */
export function sourceId(document: Document): SourceId {
  const { url, publisher, title, published } = document;
  if (url !== null && url !== "") return contentHash(canonicalJson({ url }));
  if (title !== null && title !== "") return contentHash(canonicalJson({ publisher, title, published }));
  return contentHash(canonicalJson({ document: document.id }));
}

/** Wraps a document for the store. `reading` is null where the text was stored but not read. */
export function makeVersion(document: Document, reading: Reading | null, recorded: Instant): DocumentVersion {
  return {
    document,
    source: sourceId(document),
    recorded,
    reader: reading?.reader ?? null,
    codes: [
      ...new Set(
        (reading?.mentions ?? []).flatMap((m) => {
          const e = reading?.entities[m.entity];
          return e?.party ?? e?.code ?? [];
        }),
      ),
    ].sort(),
    notices: (reading?.notices ?? []).map(({ code, message }) => ({ code, message })),
  };
}

import type { Document, DocumentId } from "./document.js";
import { CoreError } from "./errors.js";

/** A place in a document: UTF-16 code units, half open, so that `text.slice(start, end)` is what was read. */
export interface Span {
  readonly doc: DocumentId;
  readonly start: number;
  readonly end: number;
}

/**
 * The only maker of spans.
 * @throws CoreError `SPAN_EMPTY` when nothing lies between start and end, `SPAN_OUTSIDE` when it leaves the text.
 */
export function makeSpan(doc: Pick<Document, "id" | "text">, start: number, end: number): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > doc.text.length) {
    throw new CoreError("SPAN_OUTSIDE", "A place lies outside its text.", { doc: doc.id, start, end });
  }
  if (end <= start) throw new CoreError("SPAN_EMPTY", "A place holds no words.", { doc: doc.id, start, end });
  return { doc: doc.id, start, end };
}

/** Code-point offset to UTF-16 offset. Gold files count code points; this is the one conversion at import. */
export function utf16Offset(text: string, codePoints: number): number {
  let units = 0;
  for (let left = codePoints; left > 0 && units < text.length; left--) {
    const high = text.charCodeAt(units);
    const pair = high >= 0xd800 && high < 0xdc00 && units + 1 < text.length;
    const low = pair ? text.charCodeAt(units + 1) : 0;
    units += pair && low >= 0xdc00 && low < 0xe000 ? 2 : 1;
  }
  return units;
}

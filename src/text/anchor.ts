import type { Document } from "./document.js";
import { CoreError } from "./errors.js";
import { makeSpan, type Span } from "./span.js";

/** How many code units of context travel on each side of a quote. */
const CONTEXT = 32;

/** A quote as it travels and is stored: the place, the exact words, and what stands before and after them. */
export interface Anchor {
  readonly span: Span;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Quotes `[start, end)` of a document. Errors as `makeSpan`. */
export function quote(doc: Pick<Document, "id" | "text">, start: number, end: number): Anchor {
  const span = makeSpan(doc, start, end);
  return {
    span,
    quote: doc.text.slice(start, end),
    prefix: doc.text.slice(Math.max(0, start - CONTEXT), start),
    suffix: doc.text.slice(end, end + CONTEXT),
  };
}

/**
 * Reads an anchor back.
 * @throws CoreError `ANCHOR_MISMATCH` when the words at the place are not the quoted words.
 */
export function checkAnchor(doc: Pick<Document, "id" | "text">, anchor: Anchor): Anchor {
  const { start, end } = anchor.span;
  if (doc.text.slice(start, end) !== anchor.quote) {
    throw new CoreError("ANCHOR_MISMATCH", "The stored words are not at their place.", {
      doc: doc.id,
      start,
      end,
    });
  }
  return anchor;
}

/** What re-anchoring found: the new anchor and how sure it is, or null where the words are gone. */
export interface Reanchored {
  readonly anchor: Anchor;
  /** `exact`: same place; `moved`: unique elsewhere; `context`: chosen among several by what surrounds it. */
  readonly how: "exact" | "moved" | "context";
}

/**
 * Finds an anchor's words in another version of the text (W3C TextQuoteSelector: exact, prefix, suffix).
 * Returns null where the words no longer stand, or stand in several places that the context cannot tell apart.
 * Work is linear in text length times occurrences.
 */
export function reanchor(doc: Pick<Document, "id" | "text">, anchor: Anchor): Reanchored | null {
  const { text } = doc;
  const places: { at: number; score: number }[] = [];
  for (let at = text.indexOf(anchor.quote); at >= 0; at = text.indexOf(anchor.quote, at + 1)) {
    const end = at + anchor.quote.length;
    const score = commonSuffix(text, at, anchor.prefix) + commonPrefix(text, end, anchor.suffix);
    places.push({ at, score });
  }
  if (places.length === 0) return null;
  places.sort((a, b) => b.score - a.score || a.at - b.at);
  const best = places[0];
  const full = anchor.prefix.length + anchor.suffix.length;
  const tie = places.length > 1 && places[1].score === best.score;
  if (tie && places.some((p) => p.at === anchor.span.start && p.score === best.score && p.score === full)) {
    return { anchor: quote(doc, anchor.span.start, anchor.span.end), how: "exact" };
  }
  if (tie) return null;
  const how = best.at === anchor.span.start ? "exact" : places.length === 1 ? "moved" : "context";
  return { anchor: quote(doc, best.at, best.at + anchor.quote.length), how };
}

function commonSuffix(text: string, end: number, prefix: string): number {
  let n = 0;
  while (n < prefix.length && n < end && text[end - 1 - n] === prefix[prefix.length - 1 - n]) n++;
  return n;
}

function commonPrefix(text: string, start: number, suffix: string): number {
  let n = 0;
  while (n < suffix.length && start + n < text.length && text[start + n] === suffix[n]) n++;
  return n;
}

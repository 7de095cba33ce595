import type { Document } from "../text/index.js";

/**
 * What a stretch of text is. `prose`, `headline` and `bullet` are running text; `dateline` ("MOSCOW, Dec. 19 (Kyodo) -") gives place,
 * date and agency, `turn` ("Spokesperson:", "Q:") who speaks from here on; `byline` and `boilerplate` are never content.
 */
export type SegmentKind = "headline" | "dateline" | "turn" | "byline" | "prose" | "bullet" | "boilerplate";

/** Whether a sentence is running text: what is told stands there alone. */
export const isText = ({ kind }: { readonly kind: SegmentKind }): boolean =>
  kind === "prose" || kind === "headline" || kind === "bullet";

/** Universal POS tags (UD v2). */
export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/**
 * One sentence as parallel arrays over its tokens (token i has forms[i], starts[i] ...): a layout that keeps the hot path
 * free of objects. Offsets are UTF-16 code units in the document. Contractions are split as UD does ("do" + "n't").
 */
export interface Sentence {
  readonly index: number;
  readonly paragraph: number;
  readonly kind: SegmentKind;
  readonly start: number;
  readonly end: number;
  /** Number of tokens. */
  readonly size: number;
  readonly forms: readonly string[];
  /** Lower-cased forms with curly quotes and dashes made ASCII. */
  readonly norms: readonly string[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly lemmas: readonly string[];
  readonly upos: readonly Upos[];
  /** Penn Treebank tags ("VBD", "NNP"). */
  readonly xpos: readonly string[];
  /** Head token, or -1 for the root. Always a tree. */
  readonly heads: Int32Array;
  /** UD v2 relations with subtype ("nsubj:pass", "obl"). */
  readonly deprels: readonly string[];
  /** Children as linked lists, left to right: firstChild[h], then nextSibling[c]; -1 ends. */
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

/** A document with its sentences, in order. Every character that is not white space lies in exactly one sentence. */
export interface ParsedDocument {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
}

/** Reads English: sentences, tokens, tags, lemmas, trees. Pure; one instance serves any number of documents. */
export interface LanguageReader {
  parse(document: Document): ParsedDocument;
}

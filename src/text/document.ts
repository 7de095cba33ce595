/** Identity of one stored version of a text: a hash of source and words. */
export type DocumentId = string;

/** Calendar day `YYYY-MM-DD`, proleptic Gregorian. */
export type IsoDate = string;

/** What is known about a text besides its words. All fields are data from outside, never trusted as markup. */
export interface DocumentMeta {
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** Publication day; null where it is not known. Readers then leave relative dates unresolved. */
  readonly published: IsoDate | null;
}

/** One version of one text. `text` is never rewritten: a corrected article is a new version. */
export interface Document extends DocumentMeta {
  readonly id: DocumentId;
  readonly text: string;
}

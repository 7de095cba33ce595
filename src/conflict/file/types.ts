import type { PreferenceStatement } from "../model.js";

/** What a line of a model rests on: words of the record, or the analyst's own judgement. */
export type Basis =
  | { readonly kind: "quote"; readonly id: string; readonly words: string; readonly line: number }
  | { readonly kind: "assumption"; readonly text: string; readonly line: number };

/** Lines of the file count from 1; `end` is the line after the last that belongs to the entry. */
interface Entry {
  readonly line: number;
  readonly end: number;
  /** Empty where the file says nothing: then it is an assumption that nobody has owned yet. */
  readonly basis: readonly Basis[];
}

export interface FileMaker {
  readonly code: string;
  readonly name: string;
  readonly line: number;
}

export interface FileOption extends Entry {
  readonly id: string;
  readonly text: string;
  readonly direction: "both" | "fwd" | "back";
  /** Index of its owner. */
  readonly maker: number;
}

export interface FileStatement extends Entry {
  /** As written. */
  readonly text: string;
  readonly statement: PreferenceStatement;
}

export interface FilePattern extends Entry {
  readonly text: string;
  /** Patterns that together say the same. */
  readonly patterns: readonly string[];
  /** Index of the decision maker that takes these states for impossible; null where they are. */
  readonly seenBy: number | null;
}

export interface FileList {
  /** Index of the decision maker whose preferences these are. */
  readonly of: number;
  /** Index of the one that believes so; null where it is not a belief. */
  readonly believedBy: number | null;
  /** Name of an alternative list; null for the first. */
  readonly name: string | null;
  readonly statements: readonly FileStatement[];
  /** Instead of statements: bit sets, best first, those in one list liked equally. */
  readonly order: readonly (readonly number[])[] | null;
  /** What the order by hand rests on. */
  readonly basis: readonly Basis[];
  readonly line: number;
  readonly end: number;
}

/** A model as it stands in its file. */
export interface ModelFile {
  readonly title: string;
  readonly negotiation: string | null;
  /** The day up to which the record was read for it. */
  readonly known: string | null;
  readonly version: number;
  /** Limits and remarks, in the analyst's words. */
  readonly notes: readonly string[];
  readonly makers: readonly FileMaker[];
  readonly options: readonly FileOption[];
  readonly never: readonly FilePattern[];
  readonly lists: readonly FileList[];
  /** Bit set of the status quo; null where the file names none. */
  readonly statusQuo: number | null;
  /** Line of the status quo; 0 where the file names none. */
  readonly quoLine: number;
}

import type { ParsedDocument } from "../language/index.js";
import type { IsoDate } from "../text/index.js";
import type {
  Clause,
  Entity,
  Factuality,
  ItemTime,
  Mention,
  Place,
  QuoteItem,
  TimeExpression,
  Voice,
} from "./types.js";

/**
 * What a component may use, in the order in which it is made. Each layer adds to the one before; a component's input type is
 * its `requires`, its output what it `assigns`, so that a wrong order does not compile.
 */
export interface Parsed {
  readonly parsed: ParsedDocument;
  /** Publication day, or null: relative dates then stay unresolved. */
  readonly published: IsoDate | null;
}

export interface WithTimes extends Parsed {
  readonly times: readonly TimeExpression[];
  /** Per sentence, indices into `times`, left to right. */
  readonly timesBySentence: readonly (readonly number[])[];
  /** Per sentence, index into `times` of the date that heads the entry of a chronology it stands in; -1 for none. */
  readonly entryBySentence: readonly number[];
}

/** See `WithEntities.spokenBy`. */
export const NOBODY = -1;
export const ASKER = -2;

export interface WithEntities extends WithTimes {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  /** Per sentence, indices into `mentions`, left to right; nested mentions after the one that holds them. */
  readonly mentionsBySentence: readonly (readonly number[])[];
  /**
   * Per sentence, the entity that speaks in it outside quotation marks: whose turn it is in a transcript, who issued a statement. ASKER for
   * those who ask, NOBODY where the outlet tells. Null where that is so throughout.
   */
  readonly spokenBy: readonly number[] | null;
}

export interface WithClauses extends WithEntities {
  readonly clauses: readonly Clause[];
  /** Per sentence, indices into `clauses`, by head token. */
  readonly clausesBySentence: readonly (readonly number[])[];
}

/** Quotes come before items: voice is read from them. */
export interface WithQuotes extends WithClauses {
  readonly quotes: readonly QuoteItem[];
}

/** Questions every finder asks about a clause; answered once and cached. Made by `factuality/`, `voice/` and `attach/`. */
export interface ClauseFacts {
  factuality(clause: number): Factuality;
  voice(clause: number): Voice;
  /** World time of what the clause tells, with the rule that chose the expression. */
  time(clause: number): ItemTime;
  /** By when what the clause tells of is due ("by March", "before a summit in Osaka in June 2019"), or null. */
  deadline(clause: number): ItemTime | null;
  place(clause: number): Place | null;
}

/** A rule that met its word but did not fire, for explanation. */
export interface NearMiss {
  readonly rule: string;
  readonly sentence: number;
  /** Token that the rule began at. */
  readonly token: number;
  /** What was missing. */
  readonly why: string;
}

export interface Layers extends WithQuotes {
  readonly facts: ClauseFacts;
  /** Set only where a reading is to be explained. */
  readonly trace?: (miss: NearMiss) => void;
}

/** A party of a negotiation. `code` is ISO 3166-1 alpha-3, or an organisation's code ("EU", "FARC"). */
export interface Party {
  readonly code: string;
  readonly name: string;
  /** Other names by which texts call it, where its code is no state's. */
  readonly names?: readonly string[];
  readonly role: "primary" | "secondary" | "third";
}

/** A strand with its own state of play. `words` decide which items belong to it, before the reader's own sorting. */
export interface Track {
  readonly id: string;
  readonly name: string;
  /** `core`, `confidence-building`, `context`, or the desk's own. */
  readonly kind: string;
  readonly words: readonly string[];
}

/** One outcome on an issue's ordinal ladder. `words`: phrases that place a stance on it. */
export interface Rung {
  readonly rung: number;
  readonly meaning: string;
  readonly words: readonly string[];
}

export interface Issue {
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly ladder: readonly Rung[];
}

/** What each party calls a contested thing. */
export interface Names {
  readonly of: string;
  readonly by: Readonly<Record<string, readonly string[]>>;
}

/** The process followed. What is not given has a default: three tracks, no issues, no names, no aim. */
export interface Negotiation {
  readonly id: string;
  readonly name: string;
  readonly parties: readonly Party[];
  readonly tracks: readonly Track[];
  readonly issues: readonly Issue[];
  readonly names: readonly Names[];
  /** Instruments whose conclusion ends the core track ("peace treaty"); empty where the desk named none. */
  readonly aim: readonly string[];
}

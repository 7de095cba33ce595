import type { Factuality, Item, ItemTime, Voice } from "../reading/index.js";
import type { Anchor, Document, DocumentId, IsoDate } from "../text/index.js";

/** An instant `YYYY-MM-DDTHH:MM:SS[.mmm]Z`, given by the caller: the core has no clock. */
export type Instant = string;

/** Identity of a source (one article at one address), shared by all its versions. */
export type SourceId = string;

/** One stored version of one text: what was read, when it was taken in, and by which reader. */
export interface DocumentVersion {
  readonly document: Document;
  readonly source: SourceId;
  /** Transaction time: when this version entered the store. */
  readonly recorded: Instant;
  /** Version of the reader that read it, or null where it was stored unread (not English). */
  readonly reader: string | null;
  /** Codes of everybody the text names, sorted: which negotiations it can concern. */
  readonly codes: readonly string[];
  /**
   * Ids of the statements that the last of several readings found; null or absent where it was read once. Statements of earlier
   * readings stay in the ledger.
   */
  readonly current?: readonly string[] | null;
  /** What could not be read and why, as the reader told it. */
  readonly notices: readonly { readonly code: string; readonly message: string }[];
}

/** Who says so, with the speaking entity's name resolved, since entity numbers mean nothing outside their reading. */
export interface StatementVoice extends Omit<Voice, "entity"> {
  readonly speaker: string | null;
}

/**
 * According to `evidence`, `voice` said `item`: one extracted item of one document version. Append-only; never rewritten by a
 * merge, a correction or a newer reader.
 */
export interface Statement {
  /** Hash of document and item: the same reading twice gives the same id, whoever reads it and whenever. */
  readonly id: string;
  readonly document: DocumentId;
  readonly source: SourceId;
  readonly publisher: string | null;
  /** What was read. Its `kind` says which shape; its spans lie in `document`. */
  readonly item: Item;
  /** Exact words that show it, trigger's clause or sentence first. Never empty. */
  readonly evidence: readonly [Anchor, ...Anchor[]];
  readonly voice: StatementVoice;
  readonly factuality: Factuality;
  readonly time: ItemTime;
  readonly origin: { readonly component: string; readonly rule: string; readonly reader: string };
  /** Day from which it could be known: publication, or the day of recording where the publication day is unknown. */
  readonly known: IsoDate;
  readonly published: IsoDate | null;
  readonly recorded: Instant;
}

/** What a person decided. Targets are statement ids, record item ids or judgement ids, as the type says. */
export type Decision =
  | { readonly type: "accept"; readonly statement: string }
  | { readonly type: "reject"; readonly statement: string }
  /** Replaces one field of the item ("place.name", "time.earliest") by a value; the statement itself stays as it was read. */
  | { readonly type: "correct"; readonly statement: string; readonly field: string; readonly value: unknown }
  /** The statements tell of one thing. */
  | { readonly type: "merge"; readonly statements: readonly [string, string, ...string[]] }
  /** The statements tell of different things. */
  | { readonly type: "split"; readonly statements: readonly [string, string, ...string[]] }
  | { readonly type: "undo"; readonly judgement: string }
  | { readonly type: "annotate"; readonly target: string; readonly note: string }
  /** Grade on the Admiralty code: A to F for `outlet/NAME`, 1 to 6 for a statement. */
  | { readonly type: "grade"; readonly target: string; readonly grade: string }
  /** Two names mean one person, organisation, place or document: yes, no, or not sure. */
  | {
      readonly type: "same";
      readonly left: string;
      readonly right: string;
      readonly answer: "same" | "different" | "unsure";
      /** Days in which a name that is a post ("Egypt water minister") means this person; absent for names that always do. */
      readonly from?: IsoDate;
      readonly to?: IsoDate;
    };

export interface Judgement {
  readonly id: string;
  readonly who: string;
  readonly when: Instant;
  readonly why: string;
  readonly decision: Decision;
}

/** The three append-only lists, as the record reads them. */
export interface Ledger {
  readonly versions: readonly DocumentVersion[];
  readonly statements: readonly Statement[];
  readonly judgements: readonly Judgement[];
}

import type { DocumentVersion, Judgement, Print, SourceId, Statement } from "../ledger/index.js";
import type { Negotiation, Place, PlacedSheet, Sheet } from "../record/index.js";
import type { DocumentId, IsoDate } from "../text/index.js";

export interface StoreCounts {
  readonly documents: number;
  readonly sources: number;
  readonly statements: number;
  readonly judgements: number;
  readonly negotiations: number;
}

/** One problem the integrity check found, with a code of the errors table. */
export interface StoreProblem {
  readonly code: "STORE_DAMAGED" | "ANCHOR_MISMATCH" | "READING_MISMATCH" | "SOURCE_MISSING";
  readonly message: string;
  readonly where: Readonly<Record<string, string | number | null>>;
}

export interface StoreCheck {
  readonly ok: boolean;
  readonly counts: StoreCounts;
  /** How many anchors were read back against their text. */
  readonly anchors: number;
  readonly problems: readonly StoreProblem[];
}

/** A document version with what was read from it. */
export interface Added {
  readonly version: DocumentVersion;
  readonly statements: readonly Statement[];
}

/** Documents made ready to be kept, in the form of the store that made them: lighter to hold than what they were made from. */
export interface Ready {
  readonly documents: number;
}

/** What became of a document that was to be kept: whether it was new, and how many of its statements were. */
export interface Kept {
  readonly added: boolean;
  readonly statements: number;
}

/** One line of the log of what came into the store, in the order it was committed. */
export interface Change {
  readonly sequence: number;
  readonly kind: "document" | "judgement" | "negotiation";
  readonly id: string;
}

/** Negotiation's description as it was recorded; earlier ones stay. */
export interface Described {
  readonly negotiation: Negotiation;
  readonly recorded: string;
}

/** How far the derived rows have followed the log, and which version of the derivation made them. */
export interface Mark {
  readonly sequence: number;
  readonly by: string;
}

/** A print with the text it is a copy of, how alike they are, and the first of all its copies. */
export interface Copy extends Print {
  readonly parent: DocumentId | null;
  readonly like: number;
  readonly root: DocumentId;
}

/** One step of following the log, all or nothing. */
export interface ShelfWrite {
  readonly from: Mark;
  readonly to: Mark;
  /** Negotiations whose rows go, before new ones come. */
  readonly dropNegotiations: readonly string[];
  /** Documents whose rows go, before new ones come. */
  readonly dropDocuments: readonly DocumentId[];
  readonly sheets: readonly Sheet[];
  /** Documents of which another version came: what it says of theirs is asked anew. */
  readonly revised: readonly DocumentId[];
  /** Negotiations whose rows lose their places. */
  readonly unplace: readonly string[];
  readonly copies: readonly Copy[];
}

/**
 * Rows derived from the lists so that questions need not read them all: what concerns each negotiation, in its clusters, and which
 * texts are copies. They can be cleared at any time and are made again from the lists, the same to the byte.
 */
export interface Shelf {
  mark(): Promise<Mark>;
  /** False, and nothing written, where another process has moved the mark from `from`. */
  write(step: ShelfWrite): Promise<boolean>;
  /** Changes whenever a negotiation's rows, places or copies do. 0 where it has none. */
  revision(negotiation: string): Promise<number>;
  /** By known day, then document. */
  sheets(negotiation: string): Promise<readonly PlacedSheet[]>;
  /** The same; bodies may be first lines alone that read the rest `again`, where that costs less. */
  heads(negotiation: string): Promise<readonly PlacedSheet[]>;
  /** False, and nothing written, where the revision has changed. */
  place(negotiation: string, revision: number, places: readonly Place[]): Promise<boolean>;
  /** Negotiations with rows that have no place yet, the largest first: who shares them out ends with the small ones. */
  unplaced(): Promise<readonly string[]>;
  /** Copies that share a band with one of these texts, of days not further than COPY_DAYS. */
  near(prints: readonly Print[]): Promise<readonly Copy[]>;
  /** Copies with this first text. */
  copiesOf(root: DocumentId): Promise<readonly Copy[]>;
  clear(): Promise<void>;
}

/** Which statements to read; all fields narrow. */
export interface StatementFilter {
  readonly document?: DocumentId;
  /** Known on or before this day. */
  readonly knownBy?: IsoDate;
  readonly kinds?: readonly string[];
}

/**
 * Where sources, statements, judgements and negotiations are kept: append-only lists. One interface over memory, SQLite and later
 * PostgreSQL, with one contract test. A promise that resolved is kept through a crash of the process.
 *
 * Errors (`StoreError`): STORE_MISSING, STORE_BUSY (another process wrote for longer than the wait), STORE_FULL (nothing of the
 * call was kept), STORE_DAMAGED, STORE_TOO_NEW, STORE_READONLY, STORE_CLOSED, DOCUMENT_UNKNOWN.
 */
export interface Store {
  readonly kind: "memory" | "sqlite" | "postgres";

  /**
   * Keeps a document version with its statements, all or nothing. The same document again changes nothing and gives `added: false`;
   * where it comes with statements of a newer reader, those not yet there are appended.
   */
  addDocument(version: DocumentVersion, statements: readonly Statement[]): Promise<Kept>;
  /** Several at once, in one transaction: all or nothing. */
  addDocuments(list: readonly Added[]): Promise<readonly Kept[]>;
  /** Makes documents ready for `addReady`, so that what they were made from need not be held until there are enough for a transaction. */
  ready(list: readonly Added[]): Ready;
  /** Keeps what was made ready, in one transaction: all or nothing. */
  addReady(list: readonly Ready[]): Promise<readonly Kept[]>;
  hasDocument(id: DocumentId): Promise<boolean>;
  document(id: DocumentId): Promise<DocumentVersion | null>;
  /** By recording, then id. Texts are large: iterate, do not collect. */
  documents(): AsyncIterable<DocumentVersion>;
  /** Versions of one source, oldest recording first. */
  versionsOf(source: SourceId): Promise<readonly DocumentVersion[]>;
  /** Sources of which several versions are kept: all of them, or those among the given. */
  versioned(among: readonly SourceId[]): Promise<ReadonlySet<SourceId>>;

  /** By known day, then id. */
  statements(filter?: StatementFilter): Promise<readonly Statement[]>;
  statement(id: string): Promise<Statement | null>;
  /** Ids of statements that begin with these characters, at most `limit`. */
  statementIds(prefix: string, limit: number): Promise<readonly string[]>;

  /** Idempotent by id. */
  addJudgement(judgement: Judgement): Promise<{ readonly added: boolean }>;
  /** By when, then id. */
  judgements(): Promise<readonly Judgement[]>;

  /** Keeps or replaces the description of a negotiation; earlier descriptions stay in the history. */
  putNegotiation(negotiation: Negotiation, recorded: string): Promise<void>;
  negotiation(id: string): Promise<Negotiation | null>;
  /** By id. */
  negotiations(): Promise<readonly Negotiation[]>;

  /** All descriptions, in the order they were recorded. */
  described(): Promise<readonly Described[]>;

  /** What came in after a place in the log, in order. */
  changes(after: number, limit: number): Promise<readonly Change[]>;
  /** Documents with their statements, in the order of the ids; unknown ones are left out. */
  added(ids: readonly DocumentId[]): Promise<readonly Added[]>;
  readonly shelf: Shelf;

  counts(): Promise<StoreCounts>;
  /** Documents whose whole text may be searched, where the store shows a part of another; absent: all. */
  shown?(): Promise<readonly string[]>;
  /** Reads everything back: the file's own integrity, and every anchor against its text. */
  check(): Promise<StoreCheck>;
  close(): Promise<void>;
}

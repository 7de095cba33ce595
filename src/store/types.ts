import type { DocumentVersion, Judgement, SourceId, Statement } from "../ledger/index.js";
import type { Negotiation } from "../record/index.js";
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
  addDocument(
    version: DocumentVersion,
    statements: readonly Statement[],
  ): Promise<{ readonly added: boolean; readonly statements: number }>;
  hasDocument(id: DocumentId): Promise<boolean>;
  document(id: DocumentId): Promise<DocumentVersion | null>;
  /** By recording, then id. Texts are large: iterate, do not collect. */
  documents(): AsyncIterable<DocumentVersion>;
  /** Versions of one source, oldest recording first. */
  versionsOf(source: SourceId): Promise<readonly DocumentVersion[]>;

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

  counts(): Promise<StoreCounts>;
  /** Reads everything back: the file's own integrity, and every anchor against its text. */
  check(): Promise<StoreCheck>;
  close(): Promise<void>;
}

/** One step of the schema. Never edited once released: a new step is appended. */
export interface Migration {
  readonly version: number;
  readonly what: string;
  readonly sql: readonly string[];
}

/**
 * Schema of the SQLite store. Lists are append-only: nothing but the connection's own bookkeeping is ever updated or deleted.
 * The version stands in the file (`user_version`), so that a newer file is refused and not misread.
 */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    what: "documents, readings, statements, judgements, negotiations",
    sql: [
      `CREATE TABLE document (
        id TEXT PRIMARY KEY, source TEXT NOT NULL, publisher TEXT, title TEXT, url TEXT, published TEXT, text TEXT NOT NULL,
        recorded TEXT NOT NULL
      ) STRICT`,
      `CREATE INDEX document_source ON document (source, recorded)`,
      `CREATE INDEX document_recorded ON document (recorded, id)`,
      `CREATE TABLE reading (
        document TEXT NOT NULL REFERENCES document (id), reader TEXT NOT NULL, recorded TEXT NOT NULL, notices TEXT NOT NULL, codes TEXT NOT NULL,
        PRIMARY KEY (document, reader)
      ) STRICT, WITHOUT ROWID`,
      `CREATE TABLE statement (
        id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document (id), kind TEXT NOT NULL, known TEXT NOT NULL,
        recorded TEXT NOT NULL, body TEXT NOT NULL
      ) STRICT`,
      `CREATE INDEX statement_document ON statement (document)`,
      `CREATE INDEX statement_known ON statement (known, id)`,
      `CREATE TABLE judgement (
        id TEXT PRIMARY KEY, who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL, decision TEXT NOT NULL
      ) STRICT`,
      `CREATE TABLE negotiation (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, recorded TEXT NOT NULL, body TEXT NOT NULL
      ) STRICT`,
      `CREATE INDEX negotiation_id ON negotiation (id, sequence)`,
    ],
  },
];

/** Marks the file as a store of this program ("RPTR"). */
export const applicationId = 0x52505452;

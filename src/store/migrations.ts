/** One step of the schema. Never edited once released: a new step is appended. */
export interface Migration {
  readonly version: number;
  readonly what: string;
  readonly sql: readonly string[];
}

/**
 * Schema of the SQLite store. Lists are append-only: nothing but derived rows is ever updated or deleted.
 * Rows hang on a document's number, and statements lie in one row for each reading: ids are hashes, and an index of hashes is
 * written all over with every commit. Only the one of documents is; that of statements is written in runs (`recent`). Heads of a
 * negotiation lie beside each other (`sheet`): a book is read from them in one go; what they head (`detail`) lies as it came.
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
  {
    version: 2,
    what: "log of what came in; derived rows: entries of negotiations in their clusters, copies",
    sql: [
      `ALTER TABLE reading ADD COLUMN current TEXT`,
      `CREATE TABLE change (sequence INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL) STRICT`,
      `INSERT INTO change (kind, id) SELECT 'negotiation', id FROM negotiation ORDER BY sequence`,
      `INSERT INTO change (kind, id) SELECT 'document', id FROM document ORDER BY recorded, id`,
      `INSERT INTO change (kind, id) SELECT 'judgement', id FROM judgement ORDER BY at, id`,
      `CREATE TABLE mark (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, by TEXT NOT NULL) STRICT`,
      `INSERT INTO mark VALUES (1, 0, '')`,
      `CREATE TABLE book (negotiation TEXT PRIMARY KEY, revision INTEGER NOT NULL, placed INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
      `CREATE TABLE entry (
        sequence INTEGER PRIMARY KEY, negotiation TEXT NOT NULL, known TEXT NOT NULL, statement TEXT NOT NULL, document TEXT NOT NULL,
        kind TEXT NOT NULL, body TEXT NOT NULL
      ) STRICT`,
      `CREATE UNIQUE INDEX entry_order ON entry (negotiation, known, statement)`,
      `CREATE INDEX entry_document ON entry (document)`,
      `CREATE TABLE place (
        negotiation TEXT NOT NULL, known TEXT NOT NULL, statement TEXT NOT NULL, cluster TEXT NOT NULL, score REAL NOT NULL, reason TEXT NOT NULL,
        PRIMARY KEY (negotiation, known, statement)
      ) STRICT, WITHOUT ROWID`,
      `CREATE TABLE copy (
        document TEXT PRIMARY KEY, known TEXT NOT NULL, day INTEGER NOT NULL, signature BLOB NOT NULL, parent TEXT, likeness REAL NOT NULL,
        root TEXT NOT NULL
      ) STRICT, WITHOUT ROWID`,
      `CREATE INDEX copy_root ON copy (root) WHERE parent IS NOT NULL`,
      `CREATE TABLE band (key INTEGER NOT NULL, day INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (key, day, document)) STRICT, WITHOUT ROWID`,
    ],
  },
  {
    version: 3,
    what: "derived rows by document",
    sql: [
      `DROP INDEX statement_known`,
      `DROP TABLE entry`,
      `DROP TABLE place`,
      `DELETE FROM copy`,
      `DELETE FROM band`,
      `UPDATE book SET revision = revision + 1, placed = 0`,
      `UPDATE mark SET sequence = 0, by = ''`,
      `CREATE TABLE sheet (negotiation TEXT NOT NULL, known TEXT NOT NULL, document TEXT NOT NULL, body TEXT NOT NULL) STRICT`,
      `CREATE UNIQUE INDEX sheet_order ON sheet (negotiation, known, document)`,
      `CREATE INDEX sheet_document ON sheet (document)`,
      `CREATE TABLE place (
        negotiation TEXT NOT NULL, known TEXT NOT NULL, document TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (negotiation, known, document)
      ) STRICT, WITHOUT ROWID`,
    ],
  },
  {
    version: 4,
    what: "documents by number, statements by document",
    sql: [
      `DROP INDEX document_source`,
      `DROP INDEX document_recorded`,
      `ALTER TABLE document RENAME TO old_document`,
      `ALTER TABLE reading RENAME TO old_reading`,
      `ALTER TABLE statement RENAME TO old_statement`,
      `CREATE TABLE document (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source TEXT NOT NULL, publisher TEXT, title TEXT, url TEXT, published TEXT,
        recorded TEXT NOT NULL, text TEXT NOT NULL
      ) STRICT`,
      `CREATE INDEX document_source ON document (source)`,
      `CREATE INDEX document_recorded ON document (recorded, id)`,
      `INSERT INTO document (id, source, publisher, title, url, published, recorded, text)
        SELECT id, source, publisher, title, url, published, recorded, text FROM old_document ORDER BY recorded, id`,
      `CREATE TABLE reading (
        document INTEGER NOT NULL REFERENCES document (number), reader TEXT NOT NULL, recorded TEXT NOT NULL, notices TEXT NOT NULL,
        codes TEXT NOT NULL, current TEXT, PRIMARY KEY (document, reader)
      ) STRICT, WITHOUT ROWID`,
      `INSERT INTO reading SELECT d.number, r.reader, r.recorded, r.notices, r.codes, r.current
        FROM old_reading r JOIN document d ON d.id = r.document ORDER BY d.number, r.reader`,
      `CREATE TABLE said (number INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document (number), body TEXT NOT NULL) STRICT`,
      `CREATE INDEX said_document ON said (document)`,
      `INSERT INTO said (document, body)
        SELECT number, json_group_array(json_array(id, known, recorded)) || char(10) || group_concat(body, char(10)) FROM
        (SELECT d.number, s.id, s.known, s.recorded, s.body FROM old_statement s JOIN document d ON d.id = s.document ORDER BY d.number, s.id)
        GROUP BY number`,
      `CREATE TABLE statement (id TEXT PRIMARY KEY, said INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
      `CREATE TABLE recent (said INTEGER PRIMARY KEY, ids TEXT NOT NULL) STRICT`,
      `INSERT INTO statement SELECT s.id, t.number FROM old_statement s JOIN document d ON d.id = s.document
        JOIN said t ON t.document = d.number ORDER BY s.id`,
      `DROP TABLE old_statement`,
      `DROP TABLE old_reading`,
      `DROP TABLE old_document`,
      `DROP TABLE sheet`,
      `DROP TABLE place`,
      `DROP TABLE copy`,
      `DROP TABLE band`,
      `UPDATE book SET revision = revision + 1, placed = 0`,
      `UPDATE mark SET sequence = 0, by = ''`,
      `CREATE TABLE sheet (
        negotiation TEXT NOT NULL, known TEXT NOT NULL, document INTEGER NOT NULL, id TEXT NOT NULL, detail INTEGER NOT NULL,
        head TEXT NOT NULL, PRIMARY KEY (negotiation, known, document)
      ) STRICT, WITHOUT ROWID`,
      `CREATE TABLE detail (
        number INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL, negotiation TEXT NOT NULL, known TEXT NOT NULL, body TEXT NOT NULL
      ) STRICT`,
      `CREATE INDEX detail_document ON detail (document)`,
      `CREATE TABLE place (
        negotiation TEXT NOT NULL, known TEXT NOT NULL, document INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (negotiation, known, document)
      ) STRICT, WITHOUT ROWID`,
      `CREATE TABLE copy (
        document INTEGER PRIMARY KEY, known TEXT NOT NULL, day INTEGER NOT NULL, signature BLOB NOT NULL, parent INTEGER, likeness REAL NOT NULL,
        root INTEGER NOT NULL
      ) STRICT`,
      `CREATE INDEX copy_root ON copy (root) WHERE parent IS NOT NULL`,
      `CREATE TABLE band (span INTEGER NOT NULL, key INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (span, key, document)) STRICT, WITHOUT ROWID`,
    ],
  },
];

/** Marks the file as a store of this program ("RPTR"). */
export const applicationId = 0x52505452;

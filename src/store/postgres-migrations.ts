import type { Migration } from "./migrations.js";

/** Text in the order of its code units, as SQLite and the core have it, whatever the server's language. */
const T = `text COLLATE "C"`;

/** Schema of the PostgreSQL store: the same steps as the SQLite store's. Never edited once released. */
export const postgresMigrations: readonly Migration[] = [
  {
    version: 1,
    what: "documents, readings, statements, judgements, negotiations",
    sql: [
      `CREATE TABLE document (id ${T} PRIMARY KEY, source ${T} NOT NULL, publisher ${T}, title ${T}, url ${T}, published ${T}, text ${T} NOT NULL, recorded ${T} NOT NULL)`,
      `CREATE INDEX document_source ON document (source, recorded)`,
      `CREATE INDEX document_recorded ON document (recorded, id)`,
      `CREATE TABLE reading (document ${T} NOT NULL REFERENCES document (id), reader ${T} NOT NULL, recorded ${T} NOT NULL, notices ${T} NOT NULL, codes ${T} NOT NULL, PRIMARY KEY (document, reader))`,
      `CREATE TABLE statement (id ${T} PRIMARY KEY, document ${T} NOT NULL REFERENCES document (id), kind ${T} NOT NULL, known ${T} NOT NULL, recorded ${T} NOT NULL, body ${T} NOT NULL)`,
      `CREATE INDEX statement_document ON statement (document)`,
      `CREATE INDEX statement_known ON statement (known, id)`,
      `CREATE TABLE judgement (id ${T} PRIMARY KEY, who ${T} NOT NULL, at ${T} NOT NULL, why ${T} NOT NULL, decision ${T} NOT NULL)`,
      `CREATE TABLE negotiation (sequence integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id ${T} NOT NULL, recorded ${T} NOT NULL, body ${T} NOT NULL)`,
      `CREATE INDEX negotiation_id ON negotiation (id, sequence)`,
    ],
  },
  {
    version: 2,
    what: "log of what came in; derived rows: entries of negotiations in their clusters, copies",
    sql: [
      `ALTER TABLE reading ADD COLUMN current ${T}`,
      `CREATE TABLE change (sequence integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind ${T} NOT NULL, id ${T} NOT NULL)`,
      `INSERT INTO change (kind, id) SELECT 'negotiation', id FROM negotiation ORDER BY sequence`,
      `INSERT INTO change (kind, id) SELECT 'document', id FROM document ORDER BY recorded, id`,
      `INSERT INTO change (kind, id) SELECT 'judgement', id FROM judgement ORDER BY at, id`,
      `CREATE TABLE mark (sequence integer NOT NULL, by ${T} NOT NULL)`,
      `INSERT INTO mark VALUES (0, '')`,
      `CREATE TABLE book (negotiation ${T} PRIMARY KEY, revision integer NOT NULL, placed integer NOT NULL)`,
      `CREATE TABLE entry (negotiation ${T} NOT NULL, known ${T} NOT NULL, statement ${T} NOT NULL, document ${T} NOT NULL, kind ${T} NOT NULL, body ${T} NOT NULL, PRIMARY KEY (negotiation, known, statement))`,
      `CREATE INDEX entry_document ON entry (document)`,
      `CREATE TABLE place (negotiation ${T} NOT NULL, known ${T} NOT NULL, statement ${T} NOT NULL, cluster ${T} NOT NULL, score double precision NOT NULL, reason ${T} NOT NULL, PRIMARY KEY (negotiation, known, statement))`,
      `CREATE TABLE copy (document ${T} PRIMARY KEY, known ${T} NOT NULL, day integer NOT NULL, signature bytea NOT NULL, parent ${T}, likeness double precision NOT NULL, root ${T} NOT NULL)`,
      `CREATE INDEX copy_root ON copy (root) WHERE parent IS NOT NULL`,
      `CREATE TABLE band (key integer NOT NULL, day integer NOT NULL, document ${T} NOT NULL, PRIMARY KEY (key, day, document))`,
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
      `CREATE TABLE sheet (negotiation ${T} NOT NULL, known ${T} NOT NULL, document ${T} NOT NULL, body ${T} NOT NULL, PRIMARY KEY (negotiation, known, document))`,
      `CREATE INDEX sheet_document ON sheet (document)`,
      `CREATE TABLE place (negotiation ${T} NOT NULL, known ${T} NOT NULL, document ${T} NOT NULL, body ${T} NOT NULL, PRIMARY KEY (negotiation, known, document))`,
    ],
  },
];

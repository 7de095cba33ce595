import type { DocumentVersion, Judgement, Statement } from "../ledger/index.js";
import type { Negotiation } from "../record/index.js";
import { checkStatement } from "./check.js";
import { StoreError } from "./errors.js";
import {
  type DocumentRow,
  plain,
  type StatementRow,
  safe,
  statementBody,
  statementOf,
  versionOf,
} from "./rows.js";
import { connect, guarded } from "./sqlite-connection.js";
import { sqliteShelf } from "./sqlite-shelf.js";
import type { Added, Change, Store, StoreCounts, StoreProblem } from "./types.js";

export interface SqliteOptions {
  readonly path: string;
  /** Make the file where there is none; else STORE_MISSING. */
  readonly create?: boolean;
  /** How long a writer waits for another one, in milliseconds. Default 5000. */
  readonly busyMs?: number;
  /** Greatest size of the file in pages of 4096 bytes: a quota. Beyond it: STORE_FULL. */
  readonly maxPages?: number;
}

/** Documents read at a time when iterating: the connection stays free for writes between pages. */
const PAGE = 64;

const DOCUMENT = `SELECT d.*, r.reader, r.notices, r.codes, r.current FROM document d
  LEFT JOIN reading r ON r.document = d.id AND r.recorded = (SELECT max(recorded) FROM reading WHERE document = d.id)`;
const STATEMENT = `SELECT s.*, d.source, d.publisher, d.published FROM statement s JOIN document d ON d.id = s.document`;

/**
 * A store in one SQLite file. One document with its statements is one transaction. Several processes may open the file: readers see
 * the last committed state and never wait, writers take turns.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { path, create = false, busyMs = 5000, maxPages } = options;
  const db = connect(path, create, busyMs);
  const run = <T>(work: () => T): T => guarded(path, work);
  if (maxPages !== undefined)
    run(() => {
      const size = db.pragma("page_size", { simple: true }) as number;
      db.pragma(`max_page_count = ${Math.max(1, Math.trunc((maxPages * 4096) / size))}`);
    });
  const sql = run(() => ({
    addDocument:
      db.prepare(`INSERT INTO document (id, source, publisher, title, url, published, text, recorded)
      VALUES (@id, @source, @publisher, @title, @url, @published, @text, @recorded) ON CONFLICT (id) DO NOTHING`),
    addReading: db.prepare(
      `INSERT INTO reading (document, reader, recorded, notices, codes, current) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    addStatement:
      db.prepare(`INSERT INTO statement (id, document, kind, known, recorded, body) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO NOTHING`),
    hasReading: db.prepare("SELECT 1 FROM reading WHERE document = ? LIMIT 1"),
    log: db.prepare("INSERT INTO change (kind, id) VALUES (?, ?)"),
    changes: db.prepare("SELECT * FROM change WHERE sequence > ? ORDER BY sequence LIMIT ?"),
    described: db.prepare("SELECT recorded, body FROM negotiation ORDER BY sequence"),
    ofDocument: db.prepare(`${STATEMENT} WHERE s.document = ? ORDER BY s.id`),
    hasDocument: db.prepare("SELECT 1 FROM document WHERE id = ?"),
    document: db.prepare(`${DOCUMENT} WHERE d.id = ? GROUP BY d.id`),
    page: db.prepare(
      `${DOCUMENT} WHERE (d.recorded, d.id) > (?, ?) GROUP BY d.id ORDER BY d.recorded, d.id LIMIT ${PAGE}`,
    ),
    versions: db.prepare(`${DOCUMENT} WHERE d.source = ? GROUP BY d.id ORDER BY d.recorded, d.id`),
    statement: db.prepare(`${STATEMENT} WHERE s.id = ?`),
    ids: db.prepare("SELECT id FROM statement WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"),
    addJudgement: db.prepare(
      "INSERT INTO judgement (id, who, at, why, decision) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    ),
    judgements: db.prepare("SELECT * FROM judgement ORDER BY at, id"),
    addNegotiation: db.prepare("INSERT INTO negotiation (id, recorded, body) VALUES (?, ?, ?)"),
    negotiation: db.prepare("SELECT body FROM negotiation WHERE id = ? ORDER BY sequence DESC LIMIT 1"),
    negotiations: db.prepare(`SELECT body FROM negotiation n
      WHERE sequence = (SELECT max(sequence) FROM negotiation WHERE id = n.id) ORDER BY id`),
    counts:
      db.prepare(`SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(DISTINCT source) FROM document) AS sources,
      (SELECT count(*) FROM statement) AS statements, (SELECT count(*) FROM judgement) AS judgements,
      (SELECT count(DISTINCT id) FROM negotiation) AS negotiations`),
  }));

  const addDocument = (version: DocumentVersion, statements: readonly Statement[]) => {
    const { document, source, recorded, reader, notices, codes } = version;
    const { id, publisher, title, url, published, text } = document;
    const added =
      sql.addDocument.run({
        id,
        publisher: safe(publisher),
        title: safe(title),
        url: safe(url),
        published,
        text: safe(text),
        source,
        recorded,
      }).changes > 0;
    let news = added;
    if (reader !== null) {
      // A second reading names what it found, so that what only the first one found is told apart.
      const again = !added && sql.hasReading.get(id) !== undefined;
      const current = version.current ?? (again ? statements.map((s) => s.id) : null);
      const names = current === null ? null : JSON.stringify(current);
      if (
        sql.addReading.run(id, reader, recorded, JSON.stringify(notices), JSON.stringify(codes), names)
          .changes > 0
      )
        news = true;
    }
    let count = 0;
    for (const s of statements) {
      if (s.document !== id)
        throw new StoreError("DOCUMENT_UNKNOWN", "A statement belongs to another document.", {
          document: s.document,
        });
      count += sql.addStatement.run(
        s.id,
        s.document,
        s.item.kind,
        s.known,
        s.recorded,
        statementBody(s),
      ).changes;
    }
    if (news || count > 0) sql.log.run("document", id);
    return { added, statements: count };
  };
  const addDocuments = db.transaction((list: readonly Added[]) =>
    list.map((a) => addDocument(a.version, a.statements)),
  );
  const addJudgement = db.transaction((j: Judgement) => {
    const added =
      sql.addJudgement.run(j.id, safe(j.who), j.when, safe(j.why), JSON.stringify(j.decision)).changes > 0;
    if (added) sql.log.run("judgement", j.id);
    return { added };
  });
  const addNegotiation = db.transaction((negotiation: Negotiation, recorded: string) => {
    sql.addNegotiation.run(negotiation.id, recorded, JSON.stringify(negotiation));
    sql.log.run("negotiation", negotiation.id);
  });

  function* pages(): Generator<DocumentVersion> {
    let last = { recorded: "", id: "" };
    for (;;) {
      const rows = run(() => sql.page.all(last.recorded, last.id) as DocumentRow[]);
      if (rows.length === 0) return;
      for (const row of rows) yield versionOf(row);
      last = rows[rows.length - 1];
    }
  }

  return {
    kind: "sqlite",
    addDocument: async (version, statements) =>
      run(() => addDocuments.immediate([{ version, statements }])[0]),
    addDocuments: async (list) => run(() => addDocuments.immediate(list)),
    hasDocument: async (id) => run(() => sql.hasDocument.get(id) !== undefined),
    async document(id) {
      const row = run(() => sql.document.get(id) as DocumentRow | undefined);
      return row === undefined ? null : versionOf(row);
    },
    async *documents() {
      yield* pages();
    },
    versionsOf: async (source) => run(() => (sql.versions.all(source) as DocumentRow[]).map(versionOf)),
    async statements(filter = {}) {
      const where: string[] = [];
      const values: string[] = [];
      if (filter.document !== undefined) {
        where.push("s.document = ?");
        values.push(filter.document);
      }
      if (filter.knownBy !== undefined) {
        where.push("s.known <= ?");
        values.push(filter.knownBy);
      }
      if (filter.kinds !== undefined) {
        where.push(`s.kind IN (${filter.kinds.map(() => "?").join(", ")})`);
        values.push(...filter.kinds);
      }
      const text = `${STATEMENT} ${where.length > 0 ? `WHERE ${where.join(" AND ")}` : ""} ORDER BY s.known, s.id`;
      return run(() => (db.prepare(text).all(...values) as StatementRow[]).map(statementOf));
    },
    async statement(id) {
      const row = run(() => sql.statement.get(id) as StatementRow | undefined);
      return row === undefined ? null : statementOf(row);
    },
    statementIds: async (prefix, limit) =>
      run(() => (sql.ids.all(prefix, `${prefix}\u{10ffff}`, limit) as { id: string }[]).map((r) => r.id)),
    async addJudgement(j) {
      return run(() => addJudgement.immediate(j));
    },
    async judgements() {
      const rows = run(
        () =>
          sql.judgements.all() as { id: string; who: string; at: string; why: string; decision: string }[],
      );
      return rows.map(
        (r): Judgement => ({
          id: r.id,
          who: plain(r.who),
          when: r.at,
          why: plain(r.why),
          decision: JSON.parse(r.decision),
        }),
      );
    },
    async putNegotiation(negotiation, recorded) {
      run(() => addNegotiation.immediate(negotiation, recorded));
    },
    async negotiation(id) {
      const row = run(() => sql.negotiation.get(id) as { body: string } | undefined);
      return row === undefined ? null : (JSON.parse(row.body) as Negotiation);
    },
    negotiations: async () =>
      run(() => (sql.negotiations.all() as { body: string }[]).map((r) => JSON.parse(r.body) as Negotiation)),
    described: async () =>
      run(() =>
        (sql.described.all() as { recorded: string; body: string }[]).map((r) => ({
          negotiation: JSON.parse(r.body) as Negotiation,
          recorded: r.recorded,
        })),
      ),
    changes: async (after, limit) => run(() => sql.changes.all(after, limit) as Change[]),
    added: async (ids) =>
      run(() =>
        ids.flatMap((id): Added[] => {
          const row = sql.document.get(id) as DocumentRow | undefined;
          if (row === undefined) return [];
          return [
            {
              version: versionOf(row),
              statements: (sql.ofDocument.all(id) as StatementRow[]).map(statementOf),
            },
          ];
        }),
      ),
    shelf: sqliteShelf(db, run),
    counts: async () => run(() => sql.counts.get() as StoreCounts),
    check: async () => run(() => checkFile()),
    async close() {
      run(() => db.close());
    },
  };

  function checkFile(): { ok: boolean; counts: StoreCounts; anchors: number; problems: StoreProblem[] } {
    const problems: StoreProblem[] = [];
    for (const row of db.pragma("integrity_check(20)") as { integrity_check: string }[]) {
      if (row.integrity_check !== "ok")
        problems.push({ code: "STORE_DAMAGED", message: row.integrity_check, where: { file: path } });
    }
    for (const row of db.pragma("foreign_key_check") as {
      table: string;
      rowid: number | null;
      parent: string;
    }[]) {
      problems.push({
        code: "SOURCE_MISSING",
        message: `A row of ${row.table} names a ${row.parent} that is not there.`,
        where: { table: row.table, row: row.rowid },
      });
    }
    let anchors = 0;
    const ofDocument = db.prepare(`${STATEMENT} WHERE s.document = ? ORDER BY s.id`);
    for (const version of pages()) {
      for (const row of ofDocument.all(version.document.id) as StatementRow[])
        anchors += checkStatement(version.document, statementOf(row), problems);
    }
    return { ok: problems.length === 0, counts: sql.counts.get() as StoreCounts, anchors, problems };
  }
}

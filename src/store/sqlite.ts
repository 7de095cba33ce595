import type { DocumentVersion, Judgement, Statement } from "../ledger/index.js";
import type { Negotiation } from "../record/index.js";
import { checkStatement } from "./check.js";
import { type DocumentRow, plain, safe, versionOf } from "./rows.js";
import { idsSaid, type SaidRow, someSaid, unpackSaid } from "./said.js";
import { connect, guarded } from "./sqlite-connection.js";
import { type ReadyRow, ready, type SqliteReady } from "./sqlite-ready.js";
import { sqliteShelf } from "./sqlite-shelf.js";
import type { Added, Change, Kept, Ready, Store, StoreCounts, StoreProblem } from "./types.js";

export interface SqliteOptions {
  readonly path: string;
  /** Make the file where there is none; else STORE_MISSING. */
  readonly create?: boolean;
  /** How long a writer waits for another one, in milliseconds. Default 5000. */
  readonly busyMs?: number;
  /** Greatest size of the file in pages of 4096 bytes: a quota. Beyond it: STORE_FULL. */
  readonly maxPages?: number;
  /** Much is to be written: the log may grow longer before it is moved into the file. */
  readonly bulk?: boolean;
}

/** Documents read at a time when iterating: the connection stays free for writes between pages. */
const PAGE = 64;

/** Rows of statements whose ids wait to be sorted in: about 40,000 ids, which then go in as one run. */
const RUN = 4096;

const DOCUMENT = `SELECT d.*, r.reader, r.notices, r.codes, r.current FROM document d
  LEFT JOIN reading r ON r.document = d.number AND r.recorded = (SELECT max(recorded) FROM reading WHERE document = d.number)`;
const SAID = `SELECT s.body, d.id AS document, d.source, d.publisher, d.published FROM said s JOIN document d ON d.number = s.document`;

/**
 * A store in one SQLite file. One document with its statements is one transaction. Several processes may open the file: readers see
 * the last committed state and never wait, writers take turns.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { path, create = false, busyMs = 5000, maxPages, bulk = false } = options;
  const db = connect(path, create, busyMs, bulk);
  const run = <T>(work: () => T): T => guarded(path, work);
  if (maxPages !== undefined)
    run(() => {
      const size = db.pragma("page_size", { simple: true }) as number;
      db.pragma(`max_page_count = ${Math.max(1, Math.trunc((maxPages * 4096) / size))}`);
    });
  const sql = run(() => ({
    addDocument:
      db.prepare(`INSERT INTO document (id, source, publisher, title, url, published, recorded, text)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`),
    addReading: db.prepare(
      `INSERT INTO reading (document, reader, recorded, notices, codes, current) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    ),
    addSaid: db.prepare("INSERT INTO said (document, body) VALUES (?, ?)"),
    addRecent: db.prepare("INSERT INTO recent VALUES (?, ?)"),
    oldest: db.prepare("SELECT min(said) FROM recent").pluck(),
    sortIn:
      db.prepare(`INSERT INTO statement SELECT i.value, r.said FROM recent r, json_each(r.ids) i WHERE true ORDER BY i.value
      ON CONFLICT DO NOTHING`),
    sorted: db.prepare("DELETE FROM recent"),
    bodies: db.prepare("SELECT body FROM said WHERE document = ?").pluck(),
    number: db.prepare("SELECT number FROM document WHERE id = ?").pluck(),
    hasReading: db.prepare("SELECT 1 FROM reading WHERE document = ? LIMIT 1"),
    log: db.prepare("INSERT INTO change (kind, id) VALUES (?, ?)"),
    changes: db.prepare("SELECT * FROM change WHERE sequence > ? ORDER BY sequence LIMIT ?"),
    described: db.prepare("SELECT recorded, body FROM negotiation ORDER BY sequence"),
    said: db.prepare(`${SAID} ORDER BY s.number`),
    ofDocument: db.prepare(`${SAID} WHERE d.id = ? ORDER BY s.number`),
    hasDocument: db.prepare("SELECT 1 FROM document WHERE id = ?"),
    document: db.prepare(`${DOCUMENT} WHERE d.id = ? GROUP BY d.number`),
    page: db.prepare(
      `${DOCUMENT} WHERE (d.recorded, d.id) > (?, ?) GROUP BY d.number ORDER BY d.recorded, d.id LIMIT ${PAGE}`,
    ),
    versions: db.prepare(`${DOCUMENT} WHERE d.source = ? GROUP BY d.number ORDER BY d.recorded, d.id`),
    lastDocument: db.prepare("SELECT max(number) FROM document").pluck(),
    severalOf: db.prepare("SELECT source FROM document GROUP BY source HAVING count(*) > 1").pluck(),
    severalSince: db
      .prepare(
        `SELECT source FROM document d WHERE number > ? AND EXISTS (SELECT 1 FROM document WHERE source = d.source AND number < d.number)`,
      )
      .pluck(),
    statement: db.prepare(`${SAID} WHERE s.number = (SELECT said FROM statement WHERE id = ?)`),
    recent: db.prepare(
      `${SAID} WHERE s.number IN (SELECT said FROM recent WHERE instr(ids, ?) > 0) ORDER BY s.number`,
    ),
    ids: db.prepare("SELECT id FROM statement WHERE id >= ? AND id < ? ORDER BY id LIMIT ?").pluck(),
    recentIds: db.prepare("SELECT ids FROM recent WHERE instr(ids, ?) > 0").pluck(),
    addJudgement: db.prepare(
      "INSERT INTO judgement (id, who, at, why, decision) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    ),
    lastJudgement: db.prepare("SELECT max(rowid) FROM judgement").pluck(),
    lastNegotiation: db.prepare("SELECT max(sequence) FROM negotiation").pluck(),
    judgements: db.prepare("SELECT * FROM judgement ORDER BY at, id"),
    addNegotiation: db.prepare("INSERT INTO negotiation (id, recorded, body) VALUES (?, ?, ?)"),
    negotiation: db.prepare("SELECT body FROM negotiation WHERE id = ? ORDER BY sequence DESC LIMIT 1"),
    negotiations: db
      .prepare(`SELECT body FROM negotiation n
      WHERE sequence = (SELECT max(sequence) FROM negotiation WHERE id = n.id) ORDER BY id`)
      .pluck(),
    counts:
      db.prepare(`SELECT (SELECT count(*) FROM document) AS documents, (SELECT count(DISTINCT source) FROM document) AS sources,
      (SELECT count(*) FROM statement) + (SELECT coalesce(sum(json_array_length(ids)), 0) FROM recent) AS statements, (SELECT count(*) FROM judgement) AS judgements,
      (SELECT count(DISTINCT id) FROM negotiation) AS negotiations`),
  }));

  /** Last row of statements written here. */
  let last = 0;
  const addDocument = (row: ReadyRow): Kept => {
    const { id, values, reader, recorded, notices, codes, ids, body } = row;
    const put = sql.addDocument.run(...values);
    const added = put.changes > 0;
    const number = added ? put.lastInsertRowid : (sql.number.get(id) as number);
    let news = added;
    if (reader !== null) {
      // A second reading names what it found, so that what only the first one found is told apart.
      const again = !added && sql.hasReading.get(number) !== undefined;
      const current = row.current ?? (again ? JSON.stringify(ids) : null);
      if (sql.addReading.run(number, reader, recorded, notices, codes, current).changes > 0) news = true;
    }
    const there = new Set(added ? [] : (sql.bodies.all(number) as string[]).flatMap(idsSaid));
    const fresh = ids.map((s) => !there.has(s));
    const count = fresh.filter((f) => f).length;
    if (count > 0) {
      const all = count === ids.length;
      const said = sql.addSaid.run(number, all ? body : someSaid(body, (i) => fresh[i])).lastInsertRowid;
      sql.addRecent.run(said, JSON.stringify(all ? ids : ids.filter((_, i) => fresh[i])));
      last = Number(said);
    }
    if (news || count > 0) sql.log.run("document", id);
    return { added, statements: count };
  };
  const addReady = db.transaction((list: readonly Ready[]): readonly Kept[] => {
    const out = list.flatMap((r) => (r as SqliteReady).rows.map(addDocument));
    const oldest = sql.oldest.get() as number | null;
    if (oldest !== null && last - oldest >= RUN) {
      sql.sortIn.run();
      sql.sorted.run();
    }
    return out;
  });
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

  const saidIn = (document: string): Statement[] =>
    (sql.ofDocument.all(document) as SaidRow[])
      .flatMap((row) => unpackSaid(row))
      .sort((a, b) => compare(a.id, b.id));

  // Asked for with every step of following the log: read again only where one was added.
  const judgements = whileLast(
    () => sql.lastJudgement.get() as number | null,
    () =>
      (sql.judgements.all() as { id: string; who: string; at: string; why: string; decision: string }[]).map(
        (r): Judgement => ({
          id: r.id,
          who: plain(r.who),
          when: r.at,
          why: plain(r.why),
          decision: JSON.parse(r.decision),
        }),
      ),
  );
  const negotiations = whileLast(
    () => sql.lastNegotiation.get() as number | null,
    () => (sql.negotiations.all() as string[]).map((body) => JSON.parse(body) as Negotiation),
  );

  let several: { readonly last: number; readonly sources: ReadonlySet<string> } | null = null;
  /** Nothing of a document ever goes: only what was added since is looked at. */
  const versioned = db.transaction((): ReadonlySet<string> => {
    const last = (sql.lastDocument.get() as number | null) ?? 0;
    if (several === null) several = { last, sources: new Set(sql.severalOf.all() as string[]) };
    else if (several.last !== last) {
      const news = (sql.severalSince.all(several.last) as string[]).filter((s) => !several?.sources.has(s));
      several = {
        last,
        sources: news.length === 0 ? several.sources : new Set([...several.sources, ...news]),
      };
    }
    return several.sources;
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
      run(() => addReady.immediate([ready([{ version, statements }])])[0]),
    addDocuments: async (list) => run(() => addReady.immediate([ready(list)])),
    ready,
    addReady: async (list) => run(() => addReady.immediate(list)),
    hasDocument: async (id) => run(() => sql.hasDocument.get(id) !== undefined),
    async document(id) {
      const row = run(() => sql.document.get(id) as DocumentRow | undefined);
      return row === undefined ? null : versionOf(row);
    },
    async *documents() {
      yield* pages();
    },
    versionsOf: async (source) => run(() => (sql.versions.all(source) as DocumentRow[]).map(versionOf)),
    versioned: async () => run(() => versioned()),
    async statements({ document, knownBy, kinds } = {}) {
      const rows = run(
        () => (document === undefined ? sql.said.all() : sql.ofDocument.all(document)) as SaidRow[],
      );
      return rows
        .flatMap((row) => unpackSaid(row))
        .filter(
          (s) =>
            (knownBy === undefined || s.known <= knownBy) &&
            (kinds === undefined || kinds.includes(s.item.kind)),
        )
        .sort((a, b) => compare(a.known, b.known) || compare(a.id, b.id));
    },
    async statement(id) {
      const row = run(
        () => (sql.statement.get(id) ?? sql.recent.get(JSON.stringify(id))) as SaidRow | undefined,
      );
      return row === undefined ? null : (unpackSaid(row, id)[0] ?? null);
    },
    statementIds: async (prefix, limit) =>
      run(() => {
        const waiting = (sql.recentIds.all(JSON.stringify(prefix).slice(0, -1)) as string[])
          .flatMap((ids) => JSON.parse(ids) as string[])
          .filter((id) => id.startsWith(prefix));
        const sorted = sql.ids.all(prefix, `${prefix}\u{10ffff}`, limit) as string[];
        return [...new Set([...sorted, ...waiting])].sort(compare).slice(0, limit);
      }),
    async addJudgement(j) {
      return run(() => addJudgement.immediate(j));
    },
    judgements: async () => run(judgements),
    async putNegotiation(negotiation, recorded) {
      run(() => addNegotiation.immediate(negotiation, recorded));
    },
    async negotiation(id) {
      const row = run(() => sql.negotiation.get(id) as { body: string } | undefined);
      return row === undefined ? null : (JSON.parse(row.body) as Negotiation);
    },
    negotiations: async () => run(negotiations),
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
              statements: saidIn(id),
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
    for (const version of pages())
      for (const s of saidIn(version.document.id)) anchors += checkStatement(version.document, s, problems);
    return { ok: problems.length === 0, counts: sql.counts.get() as StoreCounts, anchors, problems };
  }
}

/** A list that only grows, as read when its last row was the same. */
function whileLast<T>(last: () => number | null, read: () => readonly T[]): () => readonly T[] {
  let kept: { readonly last: number | null; readonly list: readonly T[] } | null = null;
  return () => {
    const now = last();
    if (kept === null || kept.last !== now) kept = { last: now, list: read() };
    return kept.list;
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

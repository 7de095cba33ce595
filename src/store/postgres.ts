import type { Judgement, Statement } from "../ledger/index.js";
import type { Negotiation } from "../record/index.js";
import { checkStatement } from "./check.js";
import { addNew, addStatements, mustOwn, newOnes } from "./postgres-adding.js";
import { connectPostgres, type PostgresOptions, type Query } from "./postgres-connection.js";
import { postgresShelf } from "./postgres-shelf.js";
import { asWas, readyAsIs } from "./ready.js";
import { type DocumentRow, plain, type StatementRow, safe, statementOf, versionOf } from "./rows.js";
import type { Added, Change, Kept, Store, StoreCounts, StoreProblem } from "./types.js";

const PAGE = 64;
const DOCUMENT = `SELECT d.*, r.reader, r.notices, r.codes, r.current FROM document d
  LEFT JOIN LATERAL (SELECT * FROM reading WHERE document = d.id ORDER BY recorded DESC, reader LIMIT 1) r ON true`;
const STATEMENT = `SELECT s.*, d.source, d.publisher, d.published FROM statement s JOIN document d ON d.id = s.document`;

/** A store in a PostgreSQL database. Same contract as the SQLite store; several processes and machines may use it at once. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const db = await connectPostgres(options);
  const { query, write } = db;

  async function add(run: Query, { version, statements }: Added): Promise<Kept> {
    const { document, source, recorded, reader, notices, codes } = version;
    const { id, publisher, title, url, published, text } = document;
    mustOwn(id, statements);
    const values = [id, source, publisher, title, url, published, text, recorded].map((v) =>
      v === null ? null : safe(v),
    );
    const added =
      (
        await run(
          `INSERT INTO document (id, source, publisher, title, url, published, text, recorded) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT DO NOTHING RETURNING id`,
          values,
        )
      ).length > 0;
    let news = added;
    if (reader !== null) {
      // A second reading names what it found, so that what only the first one found is told apart.
      const again =
        !added && (await run("SELECT 1 FROM reading WHERE document = $1 LIMIT 1", [id])).length > 0;
      const current = version.current ?? (again ? statements.map((s) => s.id) : null);
      const names = current === null ? null : JSON.stringify(current);
      const row = [id, reader, recorded, JSON.stringify(notices), JSON.stringify(codes), names];
      if (
        (
          await run(
            "INSERT INTO reading (document, reader, recorded, notices, codes, current) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING reader",
            row,
          )
        ).length > 0
      )
        news = true;
    }
    const count = statements.length === 0 ? 0 : await addStatements(run, statements);
    if (news || count > 0) await run("INSERT INTO change (kind, id) VALUES ('document', $1)", [id]);
    return { added, statements: count };
  }

  const addAll = (list: readonly Added[]) =>
    write(async (run) => {
      const fresh = list.length === 1 ? new Set<Added>() : await newOnes(run, list);
      const counts = await addNew(run, [...fresh]);
      const out: Kept[] = [];
      for (const a of list) out.push(fresh.has(a) ? (counts.shift() as Kept) : await add(run, a));
      return out;
    });

  async function* pages(): AsyncGenerator<ReturnType<typeof versionOf>> {
    let last = { recorded: "", id: "" };
    for (;;) {
      const rows = await query<DocumentRow>(
        `${DOCUMENT} WHERE (d.recorded, d.id) > ($1, $2) ORDER BY d.recorded, d.id LIMIT ${PAGE}`,
        [last.recorded, last.id],
      );
      if (rows.length === 0) return;
      for (const row of rows) yield versionOf(row);
      last = rows[rows.length - 1];
    }
  }

  const counts = async (): Promise<StoreCounts> => {
    const [row] = await query<StoreCounts>(`SELECT (SELECT count(*) FROM document)::int AS documents,
      (SELECT count(DISTINCT source) FROM document)::int AS sources, (SELECT count(*) FROM statement)::int AS statements,
      (SELECT count(*) FROM judgement)::int AS judgements, (SELECT count(DISTINCT id) FROM negotiation)::int AS negotiations`);
    return row;
  };
  const document = async (id: string) => {
    const [row] = await query<DocumentRow>(`${DOCUMENT} WHERE d.id = $1`, [id]);
    return row === undefined ? null : versionOf(row);
  };
  const statementsOf = async (where: string, values: readonly unknown[]): Promise<Statement[]> =>
    (await query<StatementRow>(`${STATEMENT} ${where}`, values)).map((r) => statementOf(r));

  return {
    kind: "postgres",
    addDocument: async (version, statements) => (await addAll([{ version, statements }]))[0],
    addDocuments: addAll,
    ready: readyAsIs,
    addReady: (list) => addAll(list.flatMap(asWas)),
    hasDocument: async (id) => (await query("SELECT 1 FROM document WHERE id = $1", [id])).length > 0,
    document,
    documents: pages,
    versionsOf: async (source) =>
      (await query<DocumentRow>(`${DOCUMENT} WHERE d.source = $1 ORDER BY d.recorded, d.id`, [source])).map(
        (r) => versionOf(r),
      ),
    versioned: async (among) =>
      new Set(
        (
          await query<{ source: string }>(
            "SELECT source FROM document WHERE source = ANY($1) GROUP BY source HAVING count(*) > 1",
            [among],
          )
        ).map((r) => r.source),
      ),
    async statements(filter = {}) {
      const where: string[] = [];
      const values: unknown[] = [];
      const add = (sql: string, value: unknown): void => {
        values.push(value);
        where.push(sql.replace("?", `$${values.length}`));
      };
      if (filter.document !== undefined) add("s.document = ?", filter.document);
      if (filter.knownBy !== undefined) add("s.known <= ?", filter.knownBy);
      if (filter.kinds !== undefined) add("s.kind = ANY(?)", [...filter.kinds]);
      return statementsOf(
        `${where.length > 0 ? `WHERE ${where.join(" AND ")}` : ""} ORDER BY s.known, s.id`,
        values,
      );
    },
    statement: async (id) => (await statementsOf("WHERE s.id = $1", [id]))[0] ?? null,
    statementIds: async (prefix, limit) =>
      (
        await query<{ id: string }>(
          "SELECT id FROM statement WHERE starts_with(id, $1) ORDER BY id LIMIT $2",
          [safe(prefix), limit],
        )
      ).map((r) => r.id),
    addJudgement: (j) =>
      write(async (run) => {
        const row = [j.id, j.who, j.when, j.why].map(safe);
        const added =
          (
            await run(
              "INSERT INTO judgement (id, who, at, why, decision) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id",
              [...row, JSON.stringify(j.decision)],
            )
          ).length > 0;
        if (added) await run("INSERT INTO change (kind, id) VALUES ('judgement', $1)", [j.id]);
        return { added };
      }),
    async judgements() {
      const rows = await query<{ id: string; who: string; at: string; why: string; decision: string }>(
        "SELECT * FROM judgement ORDER BY at, id",
      );
      return rows.map(
        (r): Judgement => ({
          id: r.id,
          who: plain(r.who),
          when: r.at,
          why: plain(r.why),
          decision: JSON.parse(r.decision) as Judgement["decision"],
        }),
      );
    },
    putNegotiation: (negotiation, recorded) =>
      write(async (run) => {
        await run("INSERT INTO negotiation (id, recorded, body) VALUES ($1, $2, $3)", [
          negotiation.id,
          recorded,
          JSON.stringify(negotiation),
        ]);
        await run("INSERT INTO change (kind, id) VALUES ('negotiation', $1)", [negotiation.id]);
      }),
    async negotiation(id) {
      const [row] = await query<{ body: string }>(
        "SELECT body FROM negotiation WHERE id = $1 ORDER BY sequence DESC LIMIT 1",
        [safe(id)],
      );
      return row === undefined ? null : (JSON.parse(row.body) as Negotiation);
    },
    negotiations: async () =>
      (
        await query<{ body: string }>(
          "SELECT DISTINCT ON (id) body FROM negotiation ORDER BY id, sequence DESC",
        )
      ).map((r) => JSON.parse(r.body) as Negotiation),
    described: async () =>
      (
        await query<{ recorded: string; body: string }>(
          "SELECT recorded, body FROM negotiation ORDER BY sequence",
        )
      ).map((r) => ({
        negotiation: JSON.parse(r.body) as Negotiation,
        recorded: r.recorded,
      })),
    changes: (after, limit) =>
      query<Change>("SELECT * FROM change WHERE sequence > $1 ORDER BY sequence LIMIT $2", [after, limit]),
    async added(ids) {
      const found = new Map(
        (await query<DocumentRow>(`${DOCUMENT} WHERE d.id = ANY($1)`, [ids])).map((r) => [
          r.id,
          versionOf(r),
        ]),
      );
      const own = new Map<string, Statement[]>();
      for (const s of await statementsOf("WHERE s.document = ANY($1) ORDER BY s.id", [ids])) {
        const list = own.get(s.document);
        if (list === undefined) own.set(s.document, [s]);
        else list.push(s);
      }
      return ids.flatMap((id): Added[] => {
        const version = found.get(id);
        return version === undefined ? [] : [{ version, statements: own.get(id) ?? [] }];
      });
    },
    shelf: postgresShelf(db),
    counts,
    async check() {
      const problems: StoreProblem[] = [];
      let anchors = 0;
      for await (const version of pages())
        for (const s of await statementsOf("WHERE s.document = $1 ORDER BY s.id", [version.document.id]))
          anchors += checkStatement(version.document, s, problems);
      return { ok: problems.length === 0, counts: await counts(), anchors, problems };
    },
    close: () => db.close(),
  };
}

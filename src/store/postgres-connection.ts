import pg from "pg";
import { StoreError, type StoreErrorCode } from "./errors.js";
import { postgresMigrations } from "./postgres-migrations.js";

/** Runs SQL on one connection, in a transaction or not. */
export type Query = <R extends object = Record<string, unknown>>(
  sql: string,
  values?: readonly unknown[],
) => Promise<R[]>;

export interface PostgresConnection {
  readonly query: Query;
  /** All or nothing. Writers take turns, so that the log's order is the order of commits. */
  write<T>(work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Make the tables where there are none; else STORE_MISSING. */
  readonly create?: boolean;
  /** How long a writer waits for another one, in milliseconds. Default 5000. */
  readonly busyMs?: number;
  /** Schema that holds the tables. Default "rapporteur". */
  readonly schema?: string;
  /** Newest schema version to bring it to. For tests of migrations. */
  readonly version?: number;
}

/** Key of the lock that writers take ("RPTR"). */
const LOCK = 0x52505452;

/** Connects and brings the schema up to date. Errors: STORE_MISSING, STORE_TOO_NEW, STORE_BUSY, STORE_READONLY, STORE_FULL, STORE_DAMAGED. */
export async function connectPostgres(options: PostgresOptions): Promise<PostgresConnection> {
  const { url, create = false, busyMs = 5000, schema = "rapporteur" } = options;
  const where = { server: shown(url), schema };
  if (!/^[a-z_][a-z0-9_]*$/.test(schema))
    throw new StoreError("STORE_MISSING", `"${schema}" is no name of a schema.`, where);
  let closed = false;
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    options: `-c search_path=${schema} -c lock_timeout=${Math.trunc(busyMs)}`,
  });
  // A server that goes away ends idle connections: the next query says so.
  pool.on("error", () => undefined);
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closed) throw new StoreError("STORE_CLOSED", "The store was closed.", where);
    try {
      return await work();
    } catch (error) {
      throw coded(error, where);
    }
  };
  const queryOn =
    (client: pg.Pool | pg.PoolClient): Query =>
    async <R extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query(sql, [...values])).rows as R[];
  const write = <T>(work: (query: Query) => Promise<T>): Promise<T> =>
    guarded(async () => {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query("BEGIN");
        await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
        const result = await work(queryOn(client));
        await client.query("COMMIT");
        return result;
      } catch (error) {
        await client.query("ROLLBACK").catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    });
  const connection: PostgresConnection = {
    query: (sql, values) => guarded(() => queryOn(pool)(sql, values)),
    write,
    async close() {
      if (closed) return;
      closed = true;
      await pool.end();
    },
  };
  try {
    await prepare(connection, schema, create, options.version, where);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function prepare(
  { query, write }: PostgresConnection,
  schema: string,
  create: boolean,
  upTo: number | undefined,
  where: Record<string, string>,
): Promise<void> {
  const latest = upTo ?? postgresMigrations[postgresMigrations.length - 1].version;
  const version = async (run: Query): Promise<number> => {
    const [there] = await run<{ there: boolean }>("SELECT to_regclass($1) IS NOT NULL AS there", [
      `${schema}.version`,
    ]);
    return there.there
      ? ((await run<{ version: number }>("SELECT version FROM version"))[0]?.version ?? 0)
      : 0;
  };
  const now = await version(query);
  if (now === 0 && !create) throw new StoreError("STORE_MISSING", "The database holds no store.", where);
  if (now > latest) {
    const message = `The store has schema ${now}; this program knows ${latest}.`;
    throw new StoreError("STORE_TOO_NEW", message, where);
  }
  if (now === latest) return;
  await write(async (run) => {
    await run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await run("CREATE TABLE IF NOT EXISTS version (version integer NOT NULL)");
    // Read again behind the lock: another process may have done it meanwhile.
    const from = await version(run);
    for (const m of postgresMigrations) {
      if (m.version <= from || m.version > latest) continue;
      for (const sql of m.sql) await run(sql);
    }
    await run("DELETE FROM version");
    await run("INSERT INTO version VALUES ($1)", [latest]);
  });
}

/** Address without its password. */
function shown(url: string): string {
  try {
    const u = new URL(url);
    return `${u.host}${u.pathname}`;
  } catch {
    return "postgres";
  }
}

function coded(error: unknown, where: Record<string, string>): Error {
  if (error instanceof StoreError) return error;
  const { code = "", message = String(error) } = error as { code?: string; message?: string };
  const known = codeOf(code, message);
  if (known === null) return error instanceof Error ? error : new Error(message);
  return new StoreError(known, `${message}${code === "" ? "" : ` (${code})`}`, where, { cause: error });
}

function codeOf(code: string, message: string): StoreErrorCode | null {
  if (code === "55P03" || code === "57014" || code === "40001" || code === "40P01" || code === "53300")
    return "STORE_BUSY";
  if (code === "53100" || code === "53200" || code === "58030") return "STORE_FULL";
  if (code === "25006" || code === "42501") return "STORE_READONLY";
  if (code.startsWith("XX")) return "STORE_DAMAGED";
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ECONNRESET|ETIMEDOUT|EPIPE|3D000|28|57P|08)/.test(code))
    return "STORE_MISSING";
  if (/Connection terminated|timeout expired|Invalid URL/.test(message)) return "STORE_MISSING";
  return null;
}

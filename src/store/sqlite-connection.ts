import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { StoreError, type StoreErrorCode } from "./errors.js";
import { applicationId, migrations } from "./migrations.js";

/** Pages that the log may hold before they are moved into the file: one that is written again meanwhile is moved once. */
const LOG = { usual: 8_192, bulk: 32_768 };

export type Connection = Database.Database;

/**
 * Opens the file, switches it to write-ahead logging and brings its schema up to date. Every acknowledged write is on the disk
 * (`synchronous = FULL`): in WAL mode that costs one sync a transaction. Readers never wait; writers queue on SQLite's lock and
 * give up after `busyMs`.
 * @throws StoreError STORE_MISSING, STORE_BUSY, STORE_FULL, STORE_DAMAGED, STORE_TOO_NEW, STORE_READONLY
 */
export function connect(path: string, create: boolean, busyMs: number, bulk: boolean): Connection {
  if (!existsSync(path)) {
    if (!create) throw new StoreError("STORE_MISSING", `No store at ${path}.`, { file: path });
    try {
      mkdirSync(dirname(path), { recursive: true });
    } catch (error) {
      throw new StoreError(
        "STORE_MISSING",
        `The folder of ${path} cannot be made.`,
        { file: path },
        { cause: error },
      );
    }
  }
  return guarded(path, () => {
    const db = new Database(path, { timeout: busyMs });
    try {
      prepareFile(db, path, busyMs, bulk);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function prepareFile(db: Connection, path: string, busyMs: number, bulk: boolean): void {
  const latest = migrations[migrations.length - 1].version;
  const version = (): number => db.pragma("user_version", { simple: true }) as number;
  const owner = db.pragma("application_id", { simple: true }) as number;
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_schema").get() as { n: number };
  if (owner !== applicationId && tables.n > 0) {
    throw new StoreError("STORE_DAMAGED", "The file is a database of another program.", { file: path });
  }
  if (version() > latest) {
    throw new StoreError(
      "STORE_TOO_NEW",
      `The store has schema ${version()}; this program knows ${latest}.`,
      { file: path, schema: version() },
    );
  }
  // Bodies of several thousand bytes lie whole in a page. An older file keeps its own size.
  if (tables.n === 0 && version() === 0) db.pragma("page_size = 8192");
  db.pragma("foreign_keys = ON");
  if (db.pragma("journal_mode", { simple: true }) !== "wal")
    retryBusy(busyMs, () => db.pragma("journal_mode = WAL"));
  db.pragma("synchronous = FULL");
  // In pages and KiB: fewer, larger moves of the log into the file, and index pages kept at hand while much is added.
  db.pragma(`wal_autocheckpoint = ${bulk ? LOG.bulk : LOG.usual}`);
  db.pragma("cache_size = -65536");
  if (version() === latest) return;
  db.transaction(() => {
    // Read again inside the lock: another process may have done it meanwhile.
    const from = version();
    for (const m of migrations) {
      if (m.version <= from) continue;
      for (const sql of m.sql) db.exec(sql);
    }
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${latest}`);
  }).immediate();
}

/** The switch to WAL takes a lock that SQLite's own waiting does not cover. */
function retryBusy(busyMs: number, run: () => void): void {
  const end = Date.now() + busyMs;
  for (;;) {
    try {
      run();
      return;
    } catch (error) {
      if (
        !(error instanceof Database.SqliteError) ||
        !error.code.startsWith("SQLITE_BUSY") ||
        Date.now() > end
      )
        throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/** Runs and turns SQLite's failures into coded ones. */
export function guarded<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Database.SqliteError) {
      const code = storeCode(error.code);
      throw new StoreError(code, `${error.message} (${error.code})`, { file: path }, { cause: error });
    }
    if (error instanceof TypeError && /not open/.test(error.message)) {
      throw new StoreError("STORE_CLOSED", "The store was closed.", { file: path }, { cause: error });
    }
    throw error;
  }
}

/** A write that the disk refused leaves the transaction undone, so a failed write counts as a full disk, not as damage. */
function storeCode(code: string): StoreErrorCode {
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) return "STORE_BUSY";
  if (
    code === "SQLITE_FULL" ||
    code === "SQLITE_IOERR_WRITE" ||
    code === "SQLITE_IOERR_SHMSIZE" ||
    code === "SQLITE_IOERR_FSYNC"
  )
    return "STORE_FULL";
  if (code.startsWith("SQLITE_READONLY") || code === "SQLITE_PERM" || code === "SQLITE_AUTH")
    return "STORE_READONLY";
  if (code.startsWith("SQLITE_CANTOPEN")) return "STORE_MISSING";
  return "STORE_DAMAGED";
}

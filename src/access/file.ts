import { chmodSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import { CoreError } from "../text/index.js";

/** Steps of the file's schema, in order; `user_version` tells how many were taken. Never edited once released. */
const STEPS: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS grant_ (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, created TEXT NOT NULL, expires TEXT, revoked TEXT, hash TEXT NOT NULL
  ) STRICT`,
  `ALTER TABLE grant_ ADD COLUMN roles TEXT NOT NULL DEFAULT '{}';
  ALTER TABLE grant_ ADD COLUMN clearance TEXT NOT NULL DEFAULT 'public';
  CREATE TABLE user_ (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, roles TEXT NOT NULL, clearance TEXT NOT NULL, created TEXT NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0, hash TEXT, identity TEXT UNIQUE) STRICT;
  CREATE TABLE session (
    hash TEXT PRIMARY KEY, grant_ TEXT, user_ TEXT, csrf TEXT NOT NULL, created TEXT NOT NULL, expires TEXT NOT NULL) STRICT`,
];

/** Opens the file of tokens, people and sessions, readable by its owner alone. Errors: AUTH_DAMAGED */
export async function connect(path: string): Promise<Database> {
  const { default: Sqlite } = await import("better-sqlite3");
  try {
    mkdirSync(dirname(path), { recursive: true });
    const db = new Sqlite(path, { timeout: 5000 });
    db.pragma("journal_mode = WAL");
    db.transaction(() => {
      const from = db.pragma("user_version", { simple: true }) as number;
      for (const sql of STEPS.slice(from)) db.exec(sql);
      if (from < STEPS.length) db.pragma(`user_version = ${STEPS.length}`);
    }).immediate();
    chmodSync(path, 0o600);
    return db;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CoreError("AUTH_DAMAGED", message, { file: path });
  }
}

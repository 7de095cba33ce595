import { closeSync, openSync, readSync } from "node:fs";
import Database from "better-sqlite3";
import { StoreError } from "./errors.js";
import { guarded } from "./sqlite-connection.js";

/** Pages of 4096 bytes copied before writers get their turn. */
const PAGES = 1024;

/**
 * Copies a SQLite file as it stands while others read and write it: what is committed meanwhile may be in the copy or not, and a
 * transaction is in it whole or not at all. Errors: STORE_MISSING, STORE_DAMAGED, STORE_FULL
 */
export async function copySqlite(from: string, to: string): Promise<void> {
  const db = guarded(from, () => new Database(from, { readonly: true, fileMustExist: true, timeout: 5000 }));
  try {
    await db.backup(to, { progress: () => PAGES });
  } catch (error) {
    guarded(to, () => {
      throw error;
    });
  } finally {
    db.close();
  }
}

/** Whether a file begins as SQLite's do. */
export function isSqlite(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(16);
    readSync(file, head, 0, 16, 0);
    return head.toString("latin1") === "SQLite format 3\0";
  } finally {
    closeSync(file);
  }
}

/** Folds the log of a store that nobody uses into its file. Errors: STORE_BUSY where another process has it open. */
export function settleSqlite(path: string): void {
  guarded(path, () => {
    const db = new Database(path, { timeout: 500 });
    try {
      // Leaving write-ahead logging takes the file for oneself: it fails while any other connection is open.
      if (db.pragma("journal_mode = DELETE", { simple: true }) !== "delete")
        throw new StoreError("STORE_BUSY", "Another process has the store open.", { file: path });
    } finally {
      db.close();
    }
  });
}

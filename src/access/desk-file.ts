import { chmodSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import { CoreError } from "../text/index.js";

/** One line of the audit log. Ids and names of fields only: never words of an article. */
export interface AuditLine {
  readonly sequence: number;
  /** ISO instant. */
  readonly at: string;
  /** Name of the person or program, on a command line of the account; null where nobody was signed in. */
  readonly who: string | null;
  readonly role: string | null;
  /** The operation, as the API names it. */
  readonly action: string;
  /** What it was about: ids, never texts. */
  readonly about: Readonly<Record<string, string>>;
  /** HTTP status of the answer; of a command line its exit code, 0 where all went well. */
  readonly status: number;
}

export interface AuditQuery {
  readonly who?: string;
  readonly action?: string;
  /** First day. */
  readonly since?: string;
  /** Lines before this sequence. */
  readonly before?: number;
  readonly limit: number;
}

/** A job as it outlives the server: what was asked, how far it is, and what came out so far. */
export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly created: string;
  readonly ended: string | null;
  readonly by: string | null;
  /** JSON; null once it has ended, so that texts are not kept twice. */
  readonly input: string | null;
  readonly result: string | null;
  readonly error: string | null;
}

/** What a server keeps for itself beside the store: the audit log, append-only, and the jobs. */
export interface DeskFile {
  note(line: Omit<AuditLine, "sequence">): void;
  /** Newest first. */
  audit(query: AuditQuery): readonly AuditLine[];
  putJob(row: JobRow): void;
  /** A step of a job with what came out of it, all or nothing. */
  stepJob(id: string, done: number, total: number, item: string | null): void;
  /** What came out of the steps, in order. */
  jobItems(id: string): readonly string[];
  /** Oldest first. */
  jobs(): readonly JobRow[];
  dropJob(id: string): void;
  close(): void;
}

/** Opens the file, and makes it where there is none. Errors: AUTH_DAMAGED */
export async function openDeskFile(path: string): Promise<DeskFile> {
  const { default: Sqlite } = await import("better-sqlite3");
  try {
    mkdirSync(dirname(path), { recursive: true });
    const db = new Sqlite(path, { timeout: 5000 });
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = NORMAL");
    db.exec(SCHEMA);
    chmodSync(path, 0o600);
    return over(db);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CoreError("AUTH_DAMAGED", message, { file: path });
  }
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS audit (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, who TEXT, role TEXT, action TEXT NOT NULL, about TEXT NOT NULL,
    status INTEGER NOT NULL) STRICT;
  CREATE TRIGGER IF NOT EXISTS audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  CREATE TRIGGER IF NOT EXISTS audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
  CREATE TABLE IF NOT EXISTS job (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, state TEXT NOT NULL, done INTEGER NOT NULL,
    total INTEGER NOT NULL, created TEXT NOT NULL, ended TEXT, by TEXT, input TEXT, result TEXT, error TEXT) STRICT;
  CREATE TABLE IF NOT EXISTS job_item (job TEXT NOT NULL, step INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (job, step)) STRICT, WITHOUT ROWID;
`;

function over(db: Database): DeskFile {
  const note = db.prepare(
    "INSERT INTO audit (at, who, role, action, about, status) VALUES (@at, @who, @role, @action, @about, @status)",
  );
  const put =
    db.prepare(`INSERT INTO job (id, kind, state, done, total, created, ended, by, input, result, error)
    VALUES (@id, @kind, @state, @done, @total, @created, @ended, @by, @input, @result, @error)
    ON CONFLICT (id) DO UPDATE SET state = @state, done = @done, total = @total, ended = @ended, input = @input, result = @result, error = @error`);
  const step = db.prepare("UPDATE job SET done = ?, total = ? WHERE id = ?");
  const addItem = db.prepare("INSERT OR REPLACE INTO job_item VALUES (?, ?, ?)");
  const items = db.prepare("SELECT body FROM job_item WHERE job = ? ORDER BY step").pluck();
  const jobs = db.prepare(
    "SELECT id, kind, state, done, total, created, ended, by, input, result, error FROM job ORDER BY sequence",
  );
  const dropItems = db.prepare("DELETE FROM job_item WHERE job = ?");
  const dropJob = db.prepare("DELETE FROM job WHERE id = ?");
  return {
    note: (line) => void note.run({ ...line, about: JSON.stringify(line.about) }),
    audit({ who, action, since, before, limit }) {
      const where: string[] = ["1"];
      const values: unknown[] = [];
      const narrow = (condition: string, value: unknown): void => {
        if (value === undefined) return;
        where.push(condition);
        values.push(value);
      };
      narrow("who = ?", who);
      narrow("action = ?", action);
      narrow("at >= ?", since);
      narrow("sequence < ?", before);
      const rows = db
        .prepare(`SELECT * FROM audit WHERE ${where.join(" AND ")} ORDER BY sequence DESC LIMIT ?`)
        .all(...values, limit) as (Omit<AuditLine, "about"> & { about: string })[];
      return rows.map((r) => ({ ...r, about: JSON.parse(r.about) as AuditLine["about"] }));
    },
    putJob: db.transaction((row: JobRow) => {
      put.run(row);
      if (row.ended !== null) dropItems.run(row.id);
    }),
    stepJob: db.transaction((id: string, done: number, total: number, item: string | null) => {
      if (item !== null) addItem.run(id, done, item);
      step.run(done, total, id);
    }),
    jobItems: (id) => items.all(id) as string[],
    jobs: () => jobs.all() as JobRow[],
    dropJob: db.transaction((id: string) => {
      dropItems.run(id);
      dropJob.run(id);
    }),
    close: () => void db.close(),
  };
}

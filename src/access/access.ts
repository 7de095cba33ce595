import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import { CoreError } from "../text/index.js";
import type { Role } from "./roles.js";

/** Access of one person or program. */
export interface Grant {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly created: string;
  /** Last day on which it is good; null: until revoked. */
  readonly expires: string | null;
}

/** Tokens of a server, kept as argon2id hashes in a file of their own. */
export interface Access {
  grant(
    given: Pick<Grant, "name" | "role" | "expires">,
    now: string,
  ): Promise<{ readonly token: string; readonly grant: Grant }>;
  /** The grants in force on a day, by creation. */
  grants(today: string): readonly Grant[];
  /** False where no grant in force has that id. */
  revoke(id: string, now: string): boolean;
  /** Whose token this is; null where it is nobody's, expired or revoked. */
  who(token: string, today: string): Promise<Grant | null>;
  close(): void;
}

type Row = Grant & { readonly hash: string };

const FORM = /^rptr_([0-9a-f]{12})_([\w-]{43})$/;
/** Good tokens remembered, by a fast hash, so that argon2 runs once a token and not once a request. Revocation is looked up always. */
const MOST_REMEMBERED = 1000;

/** Opens the file of tokens; null where there is none and `create` is false. Errors: AUTH_DAMAGED */
export async function openAccess(path: string, create: boolean): Promise<Access | null> {
  if (!create && !existsSync(path)) return null;
  // Loaded only where tokens are used: every command imports this folder for the names of the roles.
  const { hash, verify } = await import("@node-rs/argon2");
  const db = await connect(path);
  const add = db.prepare(
    "INSERT INTO grant_ (id, name, role, created, expires, hash) VALUES (@id, @name, @role, @created, @expires, @hash)",
  );
  const columns = "id, name, role, created, expires";
  const inForce = "revoked IS NULL AND (expires IS NULL OR expires >= ?)";
  const all = db.prepare(`SELECT ${columns} FROM grant_ WHERE ${inForce} ORDER BY created, id`);
  const one = db.prepare(`SELECT ${columns}, hash FROM grant_ WHERE id = ? AND ${inForce}`);
  const end = db.prepare("UPDATE grant_ SET revoked = ? WHERE id = ? AND revoked IS NULL");
  const remembered = new Set<string>();
  return {
    async grant(given, now) {
      const id = randomBytes(6).toString("hex");
      const secret = randomBytes(32).toString("base64url");
      const grant: Grant = { id, ...given, created: now };
      add.run({ ...grant, hash: await hash(secret) });
      return { token: `rptr_${id}_${secret}`, grant };
    },
    grants: (today) => all.all(today) as Grant[],
    revoke: (id, now) => end.run(now, id).changes > 0,
    async who(token, today) {
      const [, id, secret] = FORM.exec(token) ?? [];
      if (id === undefined) return null;
      const row = one.get(id, today) as Row | undefined;
      if (row === undefined) return null;
      const { hash: kept, ...grant } = row;
      const key = createHash("sha256").update(`${kept} ${secret}`).digest("hex");
      if (remembered.has(key)) return grant;
      if (!(await verify(kept, secret))) return null;
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.add(key);
      return grant;
    },
    close: () => void db.close(),
  };
}

async function connect(path: string): Promise<Database> {
  const { default: Sqlite } = await import("better-sqlite3");
  try {
    mkdirSync(dirname(path), { recursive: true });
    const db = new Sqlite(path, { timeout: 5000 });
    db.pragma("journal_mode = WAL");
    db.exec(`CREATE TABLE IF NOT EXISTS grant_ (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, created TEXT NOT NULL, expires TEXT, revoked TEXT, hash TEXT NOT NULL
    ) STRICT`);
    chmodSync(path, 0o600);
    return db;
  } catch (error) {
    throw new CoreError("AUTH_DAMAGED", error instanceof Error ? error.message : String(error), {
      file: path,
    });
  }
}

import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { connect } from "./file.js";
import type { Handling, Rights, Role } from "./roles.js";
import { type People, people } from "./users.js";

/** Access of one person or program. */
export interface Grant extends Rights {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  /** Last day on which it is good; null: until revoked. */
  readonly expires: string | null;
  /** Where it came by a browser's cookie: what a request that changes something must repeat. */
  readonly csrf?: string;
}

/** Rights as they are given; what is left out is nothing more than public. */
export interface Given {
  readonly name: string;
  readonly role: Role | null;
  readonly roles?: Readonly<Record<string, Role>>;
  readonly clearance?: Handling;
}

/** Tokens, people and sessions of a server, in a file of their own: argon2id hashes of what people type, SHA-256 of what is random. */
export interface Access extends People {
  grant(
    given: Given & { readonly expires: string | null },
    now: string,
  ): Promise<{ readonly token: string; readonly grant: Grant }>;
  /** The grants in force on a day, by creation. */
  grants(today: string): readonly Grant[];
  /** False where no grant in force has that id. */
  revoke(id: string, now: string): boolean;
  /** Whose token or session this is; null where it is nobody's, expired or revoked. */
  who(token: string, now: string): Promise<Grant | null>;
  /** Begins a session for whom a token belongs to; null where it is not good. */
  open(token: string, now: string): Promise<string | null>;
  /** Whether anybody could get in on that day. */
  anybody(today: string): boolean;
  close(): void;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly role: Role | "";
  readonly created: string;
  readonly expires: string | null;
  readonly roles: string;
  readonly clearance: Handling;
  readonly hash: string;
}

const FORM = /^rptr_([0-9a-f]{12})_([\w-]{43})$/;
/** Good tokens remembered, by a fast hash, so that argon2 runs once a token and not once a request. Revocation is looked up always. */
const MOST_REMEMBERED = 1000;

/** Opens the file of tokens; null where there is none and `create` is false. Errors: AUTH_DAMAGED */
export async function openAccess(path: string, create: boolean): Promise<Access | null> {
  if (!create && !existsSync(path)) return null;
  // Loaded only where tokens are used: every command imports this folder for the names of the roles.
  const { hash, verify } = await import("@node-rs/argon2");
  const db = await connect(path);
  const own = people(db, { hash, verify });
  const add = db.prepare(
    "INSERT INTO grant_ (id, name, role, created, expires, hash, roles, clearance) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const inForce = "revoked IS NULL AND (expires IS NULL OR expires >= ?)";
  const all = db.prepare(`SELECT * FROM grant_ WHERE ${inForce} ORDER BY created, id`);
  const one = db.prepare(`SELECT * FROM grant_ WHERE id = ? AND ${inForce}`);
  const end = db.prepare("UPDATE grant_ SET revoked = ? WHERE id = ? AND revoked IS NULL");
  const remembered = new Set<string>();
  const rowOf = (id: string, now: string) => one.get(id, now.slice(0, 10)) as Row | undefined;
  const byToken = async (token: string, now: string): Promise<Grant | null> => {
    const [, id, secret] = FORM.exec(token) ?? [];
    const row = id === undefined ? undefined : rowOf(id, now);
    if (row === undefined) return null;
    const key = createHash("sha256").update(`${row.hash} ${secret}`).digest("hex");
    if (remembered.has(key)) return grantOf(row);
    if (!(await verify(row.hash, secret))) return null;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.add(key);
    return grantOf(row);
  };
  return {
    ...own,
    async grant(given, now) {
      const id = randomBytes(6).toString("hex");
      const secret = randomBytes(32).toString("base64url");
      const { name, role, roles = {}, clearance = "public", expires } = given;
      add.run(id, name, role ?? "", now, expires, await hash(secret), JSON.stringify(roles), clearance);
      const grant: Grant = { id, name, role, roles, clearance, created: now, expires };
      return { token: `rptr_${id}_${secret}`, grant };
    },
    grants: (today) => (all.all(today) as Row[]).map(grantOf),
    revoke: (id, now) => end.run(now, id).changes > 0,
    async who(token, now) {
      const session = own.session(token, now);
      if (session === null) return byToken(token, now);
      const { csrf, of } = session;
      const row = of.grant === null ? undefined : rowOf(of.grant, now);
      const grant = row === undefined ? own.userGrant(of.user ?? "") : grantOf(row);
      return grant === null ? null : { ...grant, csrf };
    },
    async open(token, now) {
      const grant = await byToken(token, now);
      return grant === null ? null : own.begin({ grant: grant.id, user: null }, now);
    },
    anybody: (today) => all.get(today) !== undefined || own.users().some((u) => !u.disabled),
    close: () => void db.close(),
  };
}

function grantOf({ id, name, role, roles, clearance, created, expires }: Row): Grant {
  const where = JSON.parse(roles) as Record<string, Role>;
  return { id, name, role: role === "" ? null : role, roles: where, clearance, created, expires };
}

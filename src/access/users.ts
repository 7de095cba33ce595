import { createHash, randomBytes } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Given, Grant } from "./access.js";
import type { Handling, Rights, Role } from "./roles.js";

/** Somebody who signs in by name and password, or through an identity provider. */
export interface User extends Rights {
  readonly id: string;
  readonly name: string;
  readonly created: string;
  readonly disabled: boolean;
  /** Subject or verified address at the identity provider; null where there is a password only. */
  readonly identity: string | null;
}

interface Of {
  readonly grant: string | null;
  readonly user: string | null;
}

export interface People {
  /** Null where the name or the identity is taken. */
  addUser(
    given: Given & { readonly identity: string | null; readonly password: string | null },
    now: string,
  ): Promise<User | null>;
  /** By name. */
  users(): readonly User[];
  /** Changes what is given and ends the sessions; null where there is nobody of that name. */
  setUser(
    name: string,
    given: Partial<Rights> & { readonly disabled?: boolean; readonly password?: string },
  ): Promise<User | null>;
  /** A new session of whom the name and password are right for; null otherwise. */
  signIn(name: string, password: string, now: string): Promise<string | null>;
  /** A new session of whom an identity provider vouches for, by the first of these that is known; null where none is. */
  signInAs(
    identities: readonly string[],
    now: string,
  ): { readonly name: string; readonly session: string } | null;
  begin(of: Of, now: string): string;
  /** Null where it is no session in force. */
  session(token: string, now: string): { readonly of: Of; readonly csrf: string } | null;
  userGrant(id: string): Grant | null;
  signOut(token: string): void;
}

interface Row extends Omit<User, "role" | "roles" | "disabled"> {
  readonly role: Role | "";
  readonly roles: string;
  readonly clearance: Handling;
  readonly disabled: number;
  readonly hash: string | null;
}

interface Hashing {
  hash(secret: string): Promise<string>;
  verify(hash: string, secret: string): Promise<boolean>;
}

/** How long a session lasts: a working day. */
export const SESSION_MS = 12 * 3600_000;
const SESSION = /^rpts_[\w-]{43}$/;
const sha = (token: string): string => createHash("sha256").update(token).digest("hex");
/** Verified where there is nobody of a name, so that the time tells nothing. */
let nobody: Promise<string> | null = null;

export function people(db: Database, { hash, verify }: Hashing): People {
  const add = db.prepare(
    "INSERT INTO user_ (id, name, role, roles, clearance, created, hash, identity) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const all = db.prepare("SELECT * FROM user_ ORDER BY name");
  const byName = db.prepare("SELECT * FROM user_ WHERE name = ?");
  const byId = db.prepare("SELECT * FROM user_ WHERE id = ? AND disabled = 0");
  const byIdentity = db.prepare("SELECT * FROM user_ WHERE identity = ? AND disabled = 0");
  const set = db.prepare(
    "UPDATE user_ SET role = ?, roles = ?, clearance = ?, disabled = ?, hash = ? WHERE id = ?",
  );
  const addSession = db.prepare("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?)");
  const getSession = db.prepare("SELECT * FROM session WHERE hash = ? AND expires > ?");
  const dropSession = db.prepare("DELETE FROM session WHERE hash = ?");
  const dropOf = db.prepare("DELETE FROM session WHERE user_ = ?");
  const dropOld = db.prepare("DELETE FROM session WHERE expires <= ?");
  const named = (name: string) => byName.get(name) as Row | undefined;
  const begin = (of: Of, now: string): string => {
    const token = `rpts_${randomBytes(32).toString("base64url")}`;
    dropOld.run(now);
    const expires = new Date(Date.parse(now) + SESSION_MS).toISOString();
    addSession.run(sha(token), of.grant, of.user, randomBytes(24).toString("base64url"), now, expires);
    return token;
  };
  return {
    async addUser(given, now) {
      const { name, role, roles = {}, clearance = "public", identity, password } = given;
      const kept = password === null ? null : await hash(password);
      const id = randomBytes(6).toString("hex");
      const { changes } = add.run(
        id,
        name,
        role ?? "",
        JSON.stringify(roles),
        clearance,
        now,
        kept,
        identity,
      );
      return changes === 0 ? null : userOf(named(name) as Row);
    },
    users: () => (all.all() as Row[]).map(userOf),
    async setUser(name, given) {
      const row = named(name);
      if (row === undefined) return null;
      const old = userOf(row);
      const { role, roles, clearance, disabled } = { ...old, ...given };
      const kept = given.password === undefined ? row.hash : await hash(given.password);
      db.transaction(() => {
        set.run(role ?? "", JSON.stringify(roles), clearance, disabled ? 1 : 0, kept, row.id);
        dropOf.run(row.id);
      })();
      return userOf(named(name) as Row);
    },
    async signIn(name, password, now) {
      const row = named(name);
      nobody ??= hash(randomBytes(32).toString("base64url"));
      const right = await verify(row?.hash ?? (await nobody), password);
      if (!right || row === undefined || row.hash === null || row.disabled === 1) return null;
      return begin({ grant: null, user: row.id }, now);
    },
    signInAs(identities, now) {
      for (const identity of identities) {
        const row = byIdentity.get(identity) as Row | undefined;
        if (row !== undefined) return { name: row.name, session: begin({ grant: null, user: row.id }, now) };
      }
      return null;
    },
    begin,
    session(token, now) {
      if (!SESSION.test(token)) return null;
      const row = getSession.get(sha(token), now) as
        | { grant_: string | null; user_: string | null; csrf: string }
        | undefined;
      return row === undefined ? null : { of: { grant: row.grant_, user: row.user_ }, csrf: row.csrf };
    },
    userGrant(id) {
      const row = byId.get(id) as Row | undefined;
      if (row === undefined) return null;
      const { disabled: _, identity: __, ...user } = userOf(row);
      return { ...user, expires: null };
    },
    signOut: (token) => void dropSession.run(sha(token)),
  };
}

function userOf({ id, name, role, roles, clearance, created, disabled, identity }: Row): User {
  const where = JSON.parse(roles) as Record<string, Role>;
  return {
    id,
    name,
    role: role === "" ? null : role,
    roles: where,
    clearance,
    created,
    disabled: disabled === 1,
    identity,
  };
}

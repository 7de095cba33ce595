import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type Access, handlings, type Role, roles, type User } from "../../access/index.js";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";
import { openAccess } from "../open.js";
import { useCase } from "../use-case.js";

export const rightsInput = {
  role: z
    .enum([...roles, "none"])
    .optional()
    .describe("in every negotiation; none: only in those of --in"),
  in: z
    .array(z.string().regex(/^[^=]+=(reader|analyst|editor|none)$/))
    .optional()
    .describe("roles in single negotiations, NEGOTIATION=ROLE; NEGOTIATION=none takes one away"),
  clearance: z.enum(handlings).optional().describe("up to which mark they see sources and lines"),
};

export const rightsSchema = {
  role: z.enum(roles).nullable(),
  roles: z.record(z.string(), z.enum(roles)),
  clearance: z.enum(handlings),
};

const userSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  ...rightsSchema,
  created: z.string(),
  disabled: z.boolean(),
  identity: z.string().nullable(),
});

/** Somebody, with the password that is shown this once. */
const withPassword = z.strictObject({
  user: userSchema,
  password: z.string().nullable(),
}) as unknown as z.ZodType<{ user: User; password: string | null }>;

/** Roles of single negotiations, over those there were. */
export function rolesOf(given: readonly string[] | undefined, before: Readonly<Record<string, Role>> = {}) {
  const out: Record<string, Role> = { ...before };
  for (const one of given ?? []) {
    const at = one.lastIndexOf("=");
    const role = roles.find((r) => r === one.slice(at + 1));
    if (role === undefined) delete out[one.slice(0, at)];
    else out[one.slice(0, at)] = role;
  }
  return out;
}

export const showRoles = (u: {
  readonly role: Role | null;
  readonly roles: Readonly<Record<string, Role>>;
}): string =>
  [u.role ?? "", ...Object.entries(u.roles).map(([n, r]) => `${n}: ${r}`)].filter(Boolean).join(", ") ||
  "none";

export async function withFile<T>(
  context: Context,
  create: boolean,
  use: (a: Access) => Promise<T>,
): Promise<T> {
  const access = await openAccess(context.storePath, create);
  if (access === null) throw new AppError("USER_UNKNOWN", "Nobody is set up yet.");
  try {
    return await use(access);
  } finally {
    access.close();
  }
}

const columns = ["name", "role", "clearance", "since", "identity", "state"];
const row = (u: User): string[] => [
  u.name,
  showRoles(u),
  u.role === "admin" ? "restricted" : u.clearance,
  u.created.slice(0, 10),
  u.identity ?? "",
  u.disabled ? "disabled" : "active",
];
const freshPassword = (): string => randomBytes(15).toString("base64url");

/** Sets somebody up. A password is made and shown once, unless an identity provider vouches for them. */
export const newUser = useCase({
  name: "user new",
  summary:
    "Set somebody up who signs in to a server: a password is shown once, or an identity provider vouches",
  group: "upkeep",
  input: z.object({
    name: z.string().min(1).max(100).describe("decisions carry this name"),
    ...rightsInput,
    identity: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .describe("subject or verified address at the identity provider; then there is no password"),
  }),
  writes: true,
  terminal: true,
  positional: ["name"],
  output: withPassword,
  example: "rapporteur user new 'A. Analyst' --role none --in japan-russia=analyst --clearance limited",
  run: ({ name, role, in: where, clearance, identity }, context) =>
    withFile(context, true, async (access) => {
      const password = identity === undefined ? freshPassword() : null;
      const everywhere = role === "none" ? null : (role ?? (where === undefined ? "reader" : null));
      const user = await access.addUser(
        { name, role: everywhere, roles: rolesOf(where), clearance, identity: identity ?? null, password },
        context.now(),
      );
      if (user === null) throw new AppError("USER_EXISTS", `"${name}" or that identity is taken.`, { name });
      return { user, password };
    }),
  render: ({ user, password }) => ({
    lead: password === null ? [] : [password, "The password is shown only this once."],
    columns,
    rows: [row(user)],
  }),
});

export const listUsers = useCase({
  name: "user list",
  summary: "List who can sign in to the server, with roles and clearance",
  group: "upkeep",
  input: z.object({}),
  terminal: true,
  positional: [],
  output: z.strictObject({ items: z.array(userSchema), next: z.null() }) as unknown as z.ZodType<{
    items: readonly User[];
    next: null;
  }>,
  example: "rapporteur user list",
  async run(_, context) {
    const access = await openAccess(context.storePath, false);
    const items = access?.users() ?? [];
    access?.close();
    return { items, next: null };
  },
  render: ({ items }) => ({ columns, rows: items.map(row), tail: [`${items.length} set up`] }),
});

/** Changes what somebody may do. Their sessions end. */
export const setUser = useCase({
  name: "user set",
  summary: "Change what somebody may do, give a new password, or shut them out; their sessions end",
  group: "upkeep",
  input: z.object({
    name: z.string().describe("as `rapporteur user list` shows it"),
    ...rightsInput,
    state: z.enum(["active", "disabled"]).optional().describe("disabled: may not sign in any more"),
    newPassword: z.boolean().optional().describe("makes a new password and shows it once"),
  }),
  writes: true,
  terminal: true,
  positional: ["name"],
  output: withPassword,
  example: "rapporteur user set 'A. Analyst' --role analyst",
  run: ({ name, role, in: where, clearance, state, newPassword }, context) =>
    withFile(context, false, async (access) => {
      const before = access.users().find((u) => u.name === name);
      const password = newPassword === true ? freshPassword() : null;
      const user = await access.setUser(name, {
        ...(role === undefined ? {} : { role: role === "none" ? null : role }),
        ...(where === undefined ? {} : { roles: rolesOf(where, before?.roles) }),
        ...(clearance === undefined ? {} : { clearance }),
        ...(state === undefined ? {} : { disabled: state === "disabled" }),
        ...(password === null ? {} : { password }),
      });
      if (user === null) throw new AppError("USER_UNKNOWN", `There is no "${name}".`, { name });
      return { user, password };
    }),
  render: ({ user, password }) => ({
    lead: password === null ? [] : [password, "The password is shown only this once."],
    columns,
    rows: [row(user)],
  }),
});

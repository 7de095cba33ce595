import { z } from "zod";
import type { Access, Grant } from "../../access/index.js";
import { clearanceOf } from "../../access/index.js";
import type { Context } from "../context.js";
import { AppError } from "../errors.js";
import { openAccess } from "../open.js";
import { day } from "../schema/common.js";
import { useCase } from "../use-case.js";
import { rightsInput, rightsSchema, rolesOf, showRoles } from "./users.js";

const grantSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  ...rightsSchema,
  created: z.string(),
  expires: z.string().nullable(),
});

async function withAccess<T>(
  context: Context,
  create: boolean,
  use: (a: Access) => Promise<T>,
  none: () => T,
) {
  const access = await openAccess(context.storePath, create);
  if (access === null) return none();
  try {
    return await use(access);
  } finally {
    access.close();
  }
}

const row = (g: Grant): string[] => [
  g.id,
  g.name,
  showRoles(g),
  clearanceOf(g),
  g.created.slice(0, 10),
  g.expires ?? "never",
];
const columns = ["id", "name", "role", "clearance", "since", "expires"];

/** Gives access. Only a hash of the token is kept. */
export const newToken = useCase({
  name: "token new",
  summary: "Give somebody access to a server that others can reach; the token is shown once",
  group: "upkeep",
  input: z.object({
    name: z.string().min(1).max(100).describe("who it is for; decisions made with it carry this name"),
    ...rightsInput,
    expires: day.optional().describe("last day on which it is good (default: until revoked)"),
  }),
  writes: true,
  terminal: true,
  positional: ["name"],
  output: z.strictObject({ token: z.string(), grant: grantSchema }) as unknown as z.ZodType<{
    token: string;
    grant: Grant;
  }>,
  example: "rapporteur token new 'A. Analyst' --role analyst",
  run: ({ name, role, in: where, clearance, expires }, context) =>
    withAccess(
      context,
      true,
      (access) => {
        const everywhere = role === "none" ? null : (role ?? (where === undefined ? "reader" : null));
        const given = { name, role: everywhere, roles: rolesOf(where), clearance, expires: expires ?? null };
        return access.grant(given, context.now());
      },
      () => {
        throw new AppError("AUTH_DAMAGED", "The file of tokens could not be made.", {});
      },
    ),
  render: ({ token, grant }) => ({
    lead: [token, "It is shown only this once."],
    columns,
    rows: [row(grant)],
  }),
});

export const listTokens = useCase({
  name: "token list",
  summary: "List who has access to the server, with roles",
  group: "upkeep",
  input: z.object({}),
  terminal: true,
  positional: [],
  output: z.strictObject({ items: z.array(grantSchema), next: z.null() }) as unknown as z.ZodType<{
    items: readonly Grant[];
    next: null;
  }>,
  example: "rapporteur token list",
  run: (_, context) =>
    withAccess<{ items: readonly Grant[]; next: null }>(
      context,
      false,
      async (access) => ({ items: access.grants(context.today()), next: null }),
      () => ({ items: [], next: null }),
    ),
  render: ({ items }) => ({ columns, rows: items.map(row), tail: [`${items.length} in force`] }),
});

export const revokeToken = useCase({
  name: "token revoke",
  summary: "Take access away",
  group: "upkeep",
  input: z.object({ id: z.string().describe("id of the token, as `rapporteur token list` shows it") }),
  writes: true,
  terminal: true,
  positional: ["id"],
  output: z.strictObject({ revoked: z.string() }),
  example: "rapporteur token revoke TOKEN",
  async run({ id }, context) {
    const done = await withAccess(
      context,
      false,
      async (access) => access.revoke(id, context.now()),
      () => false,
    );
    if (!done) throw new AppError("TOKEN_UNKNOWN", `No token in force has the id "${id}".`, { id });
    return { revoked: id };
  },
  render: ({ revoked }) => ({ lead: [`${revoked} is no longer good.`] }),
});

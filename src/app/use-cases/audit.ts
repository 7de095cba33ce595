import { z } from "zod";
import type { AuditLine } from "../../access/index.js";
import { openDeskFile } from "../open.js";
import { day } from "../schema/common.js";
import { useCase } from "../use-case.js";

interface Output {
  readonly items: readonly AuditLine[];
  readonly next: string | null;
}

/** Who did what when on the server, newest first. Append-only; ids only, no words of articles. */
export const audit = useCase({
  name: "audit",
  summary:
    "List who did what when, over the network and on this machine: changes, signing in, refusals, exports",
  group: "upkeep",
  input: z.object({
    name: z.string().optional().describe("only what this person or program did"),
    action: z.string().optional().describe("only this operation, e.g. judge, sign-in, refused"),
    since: day.optional().describe("from this day on"),
    limit: z.number().int().min(1).max(1000).default(100).describe("most lines of one answer"),
    cursor: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional()
      .describe("`next` of the answer before"),
  }),
  positional: [],
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        sequence: z.number(),
        at: z.string(),
        who: z.string().nullable(),
        role: z.string().nullable(),
        action: z.string(),
        about: z.record(z.string(), z.string()),
        status: z.number(),
      }),
    ),
    next: z.string().nullable(),
  }) as unknown as z.ZodType<Output>,
  example: "rapporteur audit --limit 20",
  async run({ name, action, since, limit, cursor }, context) {
    const file = await openDeskFile(context.storePath);
    try {
      const before = cursor === undefined ? undefined : Number(cursor);
      const items = file.audit({ who: name, action, since, before, limit });
      return { items, next: items.length < limit ? null : String(items[items.length - 1].sequence) };
    } finally {
      file.close();
    }
  },
  render: ({ items, next }) => ({
    columns: ["when", "who", "did", "about", "status"],
    rows: items.map((l) => [
      l.at,
      l.who ?? "nobody",
      l.action,
      Object.entries(l.about)
        .map(([k, v]) => `${k} ${v}`)
        .join(", "),
      String(l.status),
    ]),
    tail: [`${items.length} lines${next === null ? "" : `; older: --cursor ${next}`}`],
  }),
});

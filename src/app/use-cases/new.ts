import { z } from "zod";
import { type Negotiation, parseNegotiation } from "../../record/index.js";
import { CoreError } from "../../text/index.js";
import { AppError } from "../errors.js";
import { useCase } from "../use-case.js";
import { stateNames } from "./state-names.js";

/** Sets a negotiation up: from a small JSON file, or from its parties alone. */
export const newNegotiation = useCase({
  name: "new",
  summary: "Set up a negotiation by its parties, or from a small file",
  group: "negotiations",
  writes: true,
  input: z.object({
    id: z.string().describe("short name, lower case with hyphens"),
    parties: z
      .array(z.string())
      .optional()
      .describe(
        "codes of states, or CODE=Name, or CODE=Name;other name, e.g. JPN RUS, COL=Colombia ELN=ELN, 'CRED=bondholders;creditors'",
      ),
    name: z.string().optional().describe("full name for headings"),
    aim: z.string().optional().describe('what would conclude the core track, e.g. "peace treaty"'),
    file: z.string().optional().describe("a negotiation.json with parties, tracks, issues and names"),
    replace: z.boolean().optional().describe("replace the description of a negotiation that is there"),
  }),
  local: { file: "refused" },
  positional: ["id"],
  output: z.object({ negotiation: z.unknown(), store: z.string() }) as unknown as z.ZodType<{
    negotiation: Negotiation;
    store: string;
  }>,
  example: "rapporteur new kosovo-serbia --parties XKX=Kosovo SRB=Serbia --name 'Belgrade-Pristina dialogue'",
  async run(input, context) {
    const negotiation = parseNegotiation({ ...(await described(input)), id: input.id });
    const store = await context.store({ create: true });
    if (input.replace !== true && (await store.negotiation(input.id)) !== null) {
      throw new AppError(
        "NEGOTIATION_EXISTS",
        `"${input.id}" is set up already; --replace gives it a new description.`,
        { id: input.id },
      );
    }
    await store.putNegotiation(negotiation, context.now());
    return { negotiation, store: context.storePath };
  },
  render: ({ negotiation, store }) => ({
    lead: [`${negotiation.name} (${negotiation.id}) is set up in ${store}`],
    columns: ["code", "party", "role"],
    rows: negotiation.parties.map((p) => [p.code, p.name, p.role]),
    tail: ["Next: rapporteur add FILE_OR_FOLDER ..., then rapporteur status"],
  }),
});

async function described(input: {
  parties?: string[];
  name?: string;
  aim?: string;
  file?: string;
}): Promise<Record<string, unknown>> {
  const base: Record<string, unknown> = input.file === undefined ? {} : await jsonFile(input.file);
  if (input.name !== undefined) base.name = input.name;
  if (input.aim !== undefined) base.aim = [input.aim];
  if (input.parties !== undefined) {
    const parties = input.parties.map((p) => p.split("=", 2));
    const known = parties.every(([, name]) => name !== undefined) ? null : await stateNames();
    base.parties = parties.map(([code, called]) => {
      const [name, ...names] = called?.split(";") ?? [];
      return {
        code,
        name: name ?? known?.get(code) ?? code,
        ...(names.length === 0 ? {} : { names }),
        role: "primary",
      };
    });
  }
  return base;
}

async function jsonFile(file: string): Promise<Record<string, unknown>> {
  const { readBytes } = await import("../../intake/index.js");
  const text = new TextDecoder().decode(readBytes(file));
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === "object" && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch (error) {
    throw new CoreError(
      "NEGOTIATION_INVALID",
      `Not JSON: ${error instanceof Error ? error.message : String(error)}`,
      { file },
    );
  }
  throw new CoreError("NEGOTIATION_INVALID", "The file holds no object.", { file });
}

import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import { handlings } from "../../access/index.js";
import { type DocumentVersion, type Judgement, type Statement, verifyStatement } from "../../ledger/index.js";
import type { Negotiation } from "../../record/index.js";
import type { Store } from "../../store/index.js";
import { CoreError } from "../../text/index.js";
import { Adding } from "../adding.js";
import { clearedStore } from "../cleared.js";
import { AppError } from "../errors.js";
import { useCase } from "../use-case.js";

/** One line of an export. Same order from every kind of store, so that two exports of equal stores are equal to the byte. */
type Line =
  | { readonly type: "store"; readonly format: 1 }
  | { readonly type: "negotiation"; readonly recorded: string; readonly negotiation: Negotiation }
  | {
      readonly type: "document";
      readonly version: DocumentVersion;
      readonly statements: readonly Statement[];
    }
  | { readonly type: "judgement"; readonly judgement: Judgement };

const BATCH = 128;

/** Lines of a whole store: descriptions, documents with their statements by recording, judgements by time. */
export async function* exportLines(store: Store): AsyncGenerator<string> {
  const line = (l: Line): string => `${JSON.stringify(sorted(l))}\n`;
  yield line({ type: "store", format: 1 });
  for (const d of await store.described()) yield line({ type: "negotiation", ...d });
  let ids: string[] = [];
  const flush = async (): Promise<string[]> => {
    const lines = (await store.added(ids)).map((a) => line({ type: "document", ...a }));
    ids = [];
    return lines;
  };
  for await (const { document } of store.documents()) {
    ids.push(document.id);
    if (ids.length === BATCH) yield* await flush();
  }
  yield* await flush();
  for (const judgement of await store.judgements()) yield line({ type: "judgement", judgement });
}

/** Keys in one order, whatever kind of store an object came from. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value as Record<string, unknown>).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}

export interface Imported {
  readonly negotiations: number;
  readonly documents: number;
  readonly statements: number;
  readonly judgements: number;
  /** Lines that were there already. */
  readonly there: number;
}

/**
 * Adds the lines of an export to a store; what is there stays. Every anchor is read back against its text before it is kept.
 * @throws AppError IMPORT_BAD naming the line
 */
export async function importLines(
  store: Store,
  lines: AsyncIterable<string>,
  path: string | null = null,
): Promise<Imported> {
  const out = nothing();
  const adding = new Adding(store, path, (results) => {
    for (const { added, statements } of results) {
      if (added) out.documents++;
      else if (statements === 0) out.there++;
      out.statements += statements;
    }
  });
  try {
    await importInto(store, lines, adding, out);
    await adding.finish();
    return out;
  } finally {
    await adding.close();
  }
}

type Counted = { -readonly [K in keyof Imported]: Imported[K] };
export const nothing = (): Counted => ({
  negotiations: 0,
  documents: 0,
  statements: 0,
  judgements: 0,
  there: 0,
});

/** Hands on the lines of an export one by one. Errors: IMPORT_BAD */
export async function importInto(
  store: Pick<Store, "described" | "putNegotiation" | "addJudgement">,
  lines: AsyncIterable<string>,
  adding: Pick<Adding, "put" | "flush">,
  out: Counted,
): Promise<void> {
  const described = new Set((await store.described()).map((d) => JSON.stringify(sorted(d))));
  let number = 0;
  for await (const text of lines) {
    number++;
    if (text.trim() === "") continue;
    const line = readLine(text, number);
    if (line.type === "document") {
      await adding.put({ version: line.version, statements: line.statements });
    } else if (line.type === "negotiation") {
      const { negotiation, recorded } = line;
      if (described.has(JSON.stringify(sorted({ negotiation, recorded })))) out.there++;
      else {
        await store.putNegotiation(negotiation, recorded);
        out.negotiations++;
      }
    } else if (line.type === "judgement") {
      await adding.flush();
      if ((await store.addJudgement(line.judgement)).added) out.judgements++;
      else out.there++;
    }
  }
  if (number === 0) throw new AppError("IMPORT_BAD", "The file is empty.", { line: 1 });
}

function readLine(text: string, number: number): Line {
  const bad = (why: string): AppError =>
    new AppError("IMPORT_BAD", `Line ${number}: ${why}`, { line: number });
  let line: Line;
  try {
    line = JSON.parse(text) as Line;
  } catch {
    throw bad("not JSON.");
  }
  if (number === 1) {
    if (line?.type !== "store" || line.format !== 1)
      throw bad("an export begins with its format, and this does not.");
    return line;
  }
  try {
    switch (line?.type) {
      case "document":
        for (const s of line.statements) verifyStatement(line.version.document, s);
        return line;
      case "negotiation":
        if (typeof line.negotiation.id !== "string" || typeof line.recorded !== "string")
          throw bad("no negotiation.");
        return line;
      case "judgement":
        if (typeof line.judgement.id !== "string" || typeof line.judgement.decision.type !== "string")
          throw bad("no judgement.");
        return line;
      default:
        throw bad("its type is none of negotiation, document, judgement.");
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (error instanceof CoreError) throw bad(error.message);
    throw bad("fields are missing.");
  }
}

/** Writes a whole store as JSON Lines. */
export const exportStore = useCase({
  name: "export",
  summary: "Write the whole store as JSON Lines, for a copy, another kind of store, or other programs",
  group: "upkeep",
  input: z.object({
    file: z.string().optional().describe("the file to write (default: print the lines)"),
    out: z.string().optional().describe("the same as naming the file"),
    clearance: z
      .enum(handlings)
      .optional()
      .describe("only what somebody cleared up to this mark may see, to hand on (default: everything)"),
  }),
  local: { file: "refused", out: "refused" },
  positional: ["file"],
  output: z.strictObject({
    out: z.string().nullable(),
    lines: z.number(),
    text: z.string().nullable(),
  }) as unknown as z.ZodType<{ out: string | null; lines: number; text: string | null }>,
  example: "rapporteur export",
  async run({ file: named, out: flagged, clearance }, context) {
    const out = named ?? flagged;
    const whole = await context.store();
    const store =
      clearance === undefined ? whole : await clearedStore(whole, { clearance, negotiations: null });
    let lines = 0;
    if (out === undefined) {
      let text = "";
      for await (const line of exportLines(store)) {
        text += line;
        lines++;
      }
      return { out: null, lines, text };
    }
    const file = createWriteStream(out);
    const opened = once(file, "open").catch((error: unknown) => {
      throw new AppError("FILE_UNREADABLE", error instanceof Error ? error.message : String(error), {
        file: out,
      });
    });
    await opened;
    for await (const line of exportLines(store)) {
      if (!file.write(line)) await once(file, "drain");
      lines++;
    }
    file.end();
    await once(file, "finish");
    return { out, lines, text: null };
  },
  render: (o) => (o.text === null ? { lead: [`${o.lines} lines in ${o.out}`] } : { text: o.text.trimEnd() }),
});

/** Takes an export in. */
export const importStore = useCase({
  name: "import",
  summary: "Add an export to the store; what is there already stays as it is",
  group: "upkeep",
  writes: true,
  input: z.object({
    file: z.string().describe("a file written by `rapporteur export`, or - for standard input"),
  }),
  local: { file: "refused" },
  positional: ["file"],
  output: z.strictObject({
    negotiations: z.number(),
    documents: z.number(),
    statements: z.number(),
    judgements: z.number(),
    there: z.number(),
  }),
  example: "rapporteur import EXPORT",
  async run({ file }, context) {
    const store = await context.store({ create: true });
    const lines = file === "-" ? split(await context.stdin()) : fileLines(file);
    return importLines(store, lines, context.storePath);
  },
  render: (o) => ({
    lead: [
      `${o.negotiations} negotiations, ${o.documents} documents, ${o.statements} statements, ${o.judgements} decisions added; ${o.there} were there already`,
    ],
  }),
});

async function* split(bytes: Uint8Array): AsyncGenerator<string> {
  yield* new TextDecoder().decode(bytes).split("\n");
}

async function* fileLines(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, { encoding: "utf8" });
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("FILE_UNREADABLE", error instanceof Error ? error.message : String(error), { file });
  } finally {
    stream.destroy();
  }
}

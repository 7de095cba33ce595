import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import type { Added, StoreCounts } from "../../store/index.js";
import type { Context } from "../context.js";
import { AppError, errorReport } from "../errors.js";
import { isServer, openStore } from "../open.js";
import { useCase } from "../use-case.js";
import { exportLines, importInto, importLines, nothing } from "./transfer.js";

const counts = z.strictObject({
  documents: z.number(),
  sources: z.number(),
  statements: z.number(),
  judgements: z.number(),
  negotiations: z.number(),
});
interface Output {
  readonly file: string;
  readonly form: "sqlite" | "json lines";
  readonly counts: StoreCounts;
  readonly also: readonly string[];
}
const output = z.strictObject({
  file: z.string(),
  form: z.enum(["sqlite", "json lines"]),
  counts,
  also: z.array(z.string()).describe("files of tokens and people, and of the audit log and jobs"),
}) as unknown as z.ZodType<Output>;

/** Files that belong to a store in one: who may use its server, and what that keeps for itself. */
const beside = (path: string, what: "access" | "desk"): string =>
  path.replace(/(\.sqlite)?$/, `.${what}.sqlite`);
const KINDS = ["access", "desk"] as const;

const render = ({ file, form, counts: c, also }: Output) => ({
  lead: [`${file} (${form}) holds a whole store, read back and found right.`],
  tail: [
    `${c.negotiations} negotiations, ${c.documents} documents, ${c.statements} statements, ${c.judgements} decisions`,
    ...also.map((f) => `with ${f}`),
  ],
});

/** Copies a store that is in use, and reads the copy back. */
export const backup = useCase({
  name: "backup",
  summary: "Copy the whole store into a file while it is used, and check the copy",
  group: "upkeep",
  writes: true,
  terminal: true,
  input: z.object({
    file: z
      .string()
      .describe("where the copy goes; a file that is there is replaced when the new one is whole"),
  }),
  positional: ["file"],
  output,
  example: "rapporteur backup BACKUP",
  async run({ file }, context): Promise<Output> {
    const making = `${file}.making`;
    clear(making);
    try {
      const also: string[] = [];
      if (isServer(context.storePath)) {
        await pipeline(Readable.from(exportLines(await context.store())), createWriteStream(making));
        const found = await checkLines(making);
        renameSync(making, file);
        return { file, form: "json lines", counts: found, also };
      }
      const { copySqlite } = await import("../../store/index.js");
      if (!existsSync(context.storePath))
        throw new AppError("STORE_MISSING", `No file ${context.storePath}.`, { store: context.storePath });
      await copySqlite(context.storePath, making);
      const found = await checkStore(making);
      for (const kind of KINDS) {
        const own = beside(context.storePath, kind);
        if (!existsSync(own)) continue;
        const copy = beside(file, kind);
        await copySqlite(own, `${copy}.making`);
        renameSync(`${copy}.making`, copy);
        also.push(copy);
      }
      clear(file);
      renameSync(making, file);
      return { file, form: "sqlite", counts: found, also };
    } finally {
      clear(making);
    }
  },
  render,
});

/** Puts a backup where the store is: checked first, so that a bad one changes nothing. */
export const restore = useCase({
  name: "restore",
  summary: "Put a backup where the store is, after checking it",
  group: "upkeep",
  writes: true,
  terminal: true,
  input: z.object({
    file: z.string().describe("a file made by `rapporteur backup` or `rapporteur export`"),
    replace: z
      .boolean()
      .optional()
      .describe("where there is a store already: it is kept beside the new one under another name"),
  }),
  positional: ["file"],
  output,
  example: "rapporteur restore BACKUP",
  async run({ file, replace = false }, context) {
    if (!existsSync(file)) throw new AppError("FILE_UNREADABLE", `There is no ${file}.`, { file });
    const { isSqlite } = await import("../../store/index.js");
    return isSqlite(file) ? fromSqlite(file, replace, context) : fromLines(file, replace, context);
  },
  render,
});

async function fromSqlite(file: string, replace: boolean, context: Context): Promise<Output> {
  const { storePath } = context;
  if (isServer(storePath))
    throw new AppError("BACKUP_BAD", "A server takes JSON Lines, as `rapporteur export` writes them.", {
      file,
    });
  const { copySqlite } = await import("../../store/index.js");
  const making = `${storePath}.making`;
  clear(making);
  try {
    await makeFolder(making);
    await copySqlite(file, making);
    const found = await checkStore(making);
    await away(context, replace);
    const also: string[] = [];
    for (const kind of KINDS) {
      const own = beside(storePath, kind);
      const copy = beside(file, kind);
      if (!existsSync(copy)) continue;
      moveAway(own, context.now());
      await copySqlite(copy, own);
      also.push(own);
    }
    renameSync(making, storePath);
    return { file: storePath, form: "sqlite", counts: found, also };
  } catch (error) {
    throw badBackup(error, file);
  } finally {
    clear(making);
  }
}

async function fromLines(file: string, replace: boolean, context: Context): Promise<Output> {
  const { storePath } = context;
  try {
    await checkLines(file);
  } catch (error) {
    throw badBackup(error, file);
  }
  if (isServer(storePath)) {
    const { documents, negotiations } = await (await context.store({ create: true })).counts();
    if (documents + negotiations > 0)
      throw new AppError("RESTORE_EXISTS", "The database is not empty; a server's is never replaced.", {});
  } else await away(context, replace);
  const store = await context.store({ create: true });
  await importLines(store, linesOf(file), storePath);
  const result = await store.check();
  if (!result.ok) throw new AppError("BACKUP_BAD", result.problems[0].message, { file });
  return {
    file: storePath.replace(/\/\/[^@/]*@/, "//"),
    form: "json lines",
    counts: result.counts,
    also: [],
  };
}

/** Puts the store that is there under another name. Errors: RESTORE_EXISTS, STORE_BUSY */
async function away({ storePath, now }: Context, replace: boolean): Promise<void> {
  if (!existsSync(storePath)) return;
  if (!replace) throw new AppError("RESTORE_EXISTS", `${storePath} is there already.`, { store: storePath });
  const { settleSqlite } = await import("../../store/index.js");
  settleSqlite(storePath);
  moveAway(storePath, now());
}

function moveAway(path: string, now: string): void {
  if (!existsSync(path)) return;
  const old = `${path}.before-${now.replace(/[:.]/g, "-")}`;
  for (const end of ["", "-wal", "-shm"]) if (existsSync(path + end)) renameSync(path + end, old + end);
}

async function makeFolder(path: string): Promise<void> {
  const { mkdirSync } = await import("node:fs");
  const { dirname } = await import("node:path");
  mkdirSync(dirname(path), { recursive: true });
}

function clear(path: string): void {
  for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(path + end, { force: true });
}

/** Reads every quote of a copy back. Errors: BACKUP_BAD */
async function checkStore(path: string): Promise<StoreCounts> {
  const store = await openStore(path);
  try {
    const { ok, problems, counts: found } = await store.check();
    if (!ok) throw new AppError("BACKUP_BAD", problems[0].message, { file: path });
    return found;
  } finally {
    await store.close();
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
}

/** Reads an export back as an import does, every quote against its text, and keeps nothing. Errors: IMPORT_BAD */
async function checkLines(file: string): Promise<StoreCounts> {
  const sources = new Set<string>();
  const documents = new Set<string>();
  const negotiations = new Set<string>();
  let statements = 0;
  let judgements = 0;
  const nowhere = {
    async addJudgement() {
      judgements++;
      return { added: true };
    },
    async putNegotiation(n: { readonly id: string }) {
      negotiations.add(n.id);
    },
    described: async () => [],
  };
  const counting = {
    async put({ version, statements: own }: Added) {
      sources.add(version.source);
      documents.add(version.document.id);
      statements += own.length;
    },
    flush: async () => undefined,
  };
  await importInto(nowhere, linesOf(file), counting, nothing());
  return {
    documents: documents.size,
    sources: sources.size,
    statements,
    judgements,
    negotiations: negotiations.size,
  };
}

/** A copy that is not right is a bad backup, whatever its store says about itself. */
function badBackup(error: unknown, file: string): unknown {
  const { code, detail } = errorReport(error).error;
  const own = ["STORE_DAMAGED", "STORE_TOO_NEW", "IMPORT_BAD", "ANCHOR_MISMATCH"].includes(code);
  return own ? new AppError("BACKUP_BAD", detail, { file }) : error;
}

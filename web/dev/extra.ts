/** Routes of the desk that are no use case: documents, search, reading and keeping pasted text. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError, type Context, catalogue } from "../../src/app/index.js";

export async function document(id: string, context: Context): Promise<unknown> {
  const version = await (await context.store()).document(id);
  if (version === null) throw new AppError("EVIDENCE_UNKNOWN", "No such article.", { document: id });
  return { document: version.document, reading: (await context.reader()).read(version.document) };
}

export async function search(q: string, context: Context): Promise<unknown> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const items: unknown[] = [];
  for await (const { document: d } of (await context.store()).documents()) {
    const low = d.text.toLowerCase();
    if (words.length === 0 || !words.every((w) => low.includes(w))) continue;
    const at = Math.max(0, low.indexOf(words[0]) - 80);
    const { id, title, publisher, published } = d;
    items.push({ document: id, title, publisher, published, snippet: d.text.slice(at, at + 240) });
  }
  return { items, next: null };
}

/** Pasted text goes the way of a file. */
async function asFile<T>(text: unknown, use: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "desk-"));
  try {
    const path = join(folder, "pasted.txt");
    writeFileSync(path, String(text ?? ""));
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const run = async (name: string, input: Record<string, unknown>, context: Context): Promise<unknown> => {
  const useCase = await catalogue.find((u) => u.name === name)!.load();
  return useCase.run(useCase.input.parse(input), context);
};

export const readText = (body: Record<string, unknown>, context: Context): Promise<unknown> =>
  asFile(body.text, (file) =>
    run("read", { file, published: body.published, publisher: body.publisher }, context),
  );

export const articles = (body: Record<string, unknown>, context: Context): Promise<unknown> =>
  asFile(body.text, (path) =>
    run("add", { paths: [path], published: body.published, publisher: body.publisher }, context),
  );

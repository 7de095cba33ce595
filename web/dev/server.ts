/** Development server of the desk: the use cases in this process, over one store, with no login. Never shipped. */
import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import {
  AppError,
  type Context,
  catalogue,
  errorReport,
  isoToday,
  loadReader,
  openStore,
  type Reader,
  type Store,
} from "../../src/app/index.js";
import { fieldForms } from "../../src/cli/options.js";
import { articles, document, readText, search } from "./extra.js";

const kinds: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** Serves `folder` (the built pages) and the use cases over the store at `path`. Port 0 takes a free one. */
export async function develop(path: string, folder: string, port = 0): Promise<Server> {
  const context = contextOf(path);
  const server = createServer((request, response) => {
    answer(request, response, folder, context).catch((error: unknown) => {
      send(response, statusOf(error), errorReport(error));
    });
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return server;
}

export function contextOf(path: string): Context {
  let store: Promise<Store> | null = null;
  let reader: Promise<Reader> | null = null;
  return {
    storePath: path,
    store() {
      store ??= openStore(path);
      return store;
    },
    reader() {
      reader ??= loadReader();
      return reader;
    },
    today: isoToday,
    now: () => new Date().toISOString(),
    progress: { step: () => {}, end: () => {} },
    askPublished: async () => null,
    stdin: async () => new Uint8Array(),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  context: Context,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (!url.pathname.startsWith("/api/v1/")) return file(url.pathname, response, folder);
  const name = decodeURIComponent(url.pathname.slice("/api/v1/".length));
  const body = request.method === "POST" ? await json(request) : {};
  if (name.startsWith("documents/")) return send(response, 200, await document(name.slice(10), context));
  if (name === "search") return send(response, 200, await search(url.searchParams.get("q") ?? "", context));
  if (name === "read") return send(response, 200, await readText(body, context));
  if (name === "articles") return send(response, 200, await articles(body, context));
  const entry = catalogue.find((u) => u.name.replaceAll(" ", "-") === name);
  if (entry === undefined) throw new AppError("USAGE", `There is no ${name}.`, { route: name });
  const useCase = await entry.load();
  const given: Record<string, unknown> = { ...body };
  for (const form of fieldForms(useCase.input)) {
    const values = url.searchParams.getAll(form.name);
    if (values.length === 0) continue;
    if (form.kind === "list") given[form.name] = values;
    else if (form.kind === "number") given[form.name] = Number(values[0]);
    else given[form.name] = form.kind === "boolean" ? values[0] === "true" : values[0];
  }
  const input = useCase.input.safeParse(given);
  if (!input.success) throw new AppError("USAGE", input.error.issues[0].message, {});
  send(response, 200, await useCase.run(input.data, context));
}

async function json(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8") || "{}") as Record<string, unknown>;
}

function statusOf(error: unknown): number {
  const { code } = errorReport(error).error;
  return code === "INTERNAL" ? 500 : /UNKNOWN|MISSING/.test(code) ? 404 : 400;
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

function file(path: string, response: ServerResponse, folder: string): void {
  const asked = join(folder, normalize(decodeURIComponent(path)));
  const there = asked.startsWith(folder) && (statSync(asked, { throwIfNoEntry: false })?.isFile() ?? false);
  const found = there ? asked : join(folder, "index.html");
  response.writeHead(200, {
    "content-type": kinds[extname(found)] ?? "application/octet-stream",
    "content-security-policy":
      "default-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  response.end(readFileSync(found));
}

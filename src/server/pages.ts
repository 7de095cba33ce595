import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../app/index.js";
import { page } from "./escape.js";
import { wantsPage } from "./guard.js";

const unbuilt = page(
  "Rapporteur",
  `<h1>Rapporteur</h1><p>The pages of the desk are not built here. The API is: <a href="/api/docs">what it can answer</a>.</p>`,
);

/** The desk's files, and its one page for every address that no file and no route has. */
export async function pages(app: FastifyInstance, folder: string, demandsLogin: boolean): Promise<void> {
  const index = join(folder, "index.html");
  const built = existsSync(index);
  const html = built ? readFileSync(index, "utf8") : unbuilt;
  const show = (reply: FastifyReply): FastifyReply =>
    reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(html);
  const role = demandsLogin ? ("reader" as const) : null;
  app.get("/", { config: { role, scoped: true, page: true } }, async (_, reply) => show(reply));
  if (built) await files(app, folder);
  app.setNotFoundHandler(async (request: FastifyRequest, reply) => {
    if (wantsPage(request)) return show(reply);
    throw new AppError("ROUTE_UNKNOWN", `${request.method} ${request.url.split("?", 1)[0]}`, {});
  });
}

/** The built files, open to everybody: the page that signs in needs them too, and nothing of the record is in them. */
async function files(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, cacheControl: false });
  const open = { config: { role: null } };
  // Names of built files hold a hash of what is in them.
  const cache = (reply: FastifyReply, built: boolean): FastifyReply =>
    reply.header("cache-control", built ? "public, max-age=31536000, immutable" : "no-cache");
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (entry.isDirectory())
      app.get(`/${name}/*`, open, async (request, reply) => {
        const path = (request.params as { "*": string })["*"];
        return cache(reply, name === "assets").sendFile(`${name}/${path}`);
      });
    else if (name !== "index.html")
      app.get(`/${name}`, open, async (_, reply) => cache(reply, false).sendFile(name));
  }
}

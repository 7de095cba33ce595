import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../app/index.js";
import { page } from "./escape.js";

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
  app.get("/", { config: { role } }, async (_, reply) => show(reply));
  if (built)
    await app.register(async (inside) => {
      inside.addHook("onRoute", (route) => {
        route.config = { ...route.config, role: null };
      });
      await inside.register(fastifyStatic, {
        root: folder,
        index: false,
        wildcard: false,
        // Names of built files hold a hash of what is in them.
        setHeaders: (reply, path) =>
          void reply.header(
            "cache-control",
            path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
          ),
      });
    });
  app.setNotFoundHandler(async (request: FastifyRequest, reply) => {
    const path = request.url.split("?", 1)[0];
    const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (!wantsPage || path.startsWith("/api/"))
      throw new AppError("ROUTE_UNKNOWN", `${request.method} ${path}`, {});
    return show(reply);
  });
}

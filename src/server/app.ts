import { join } from "node:path";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyInstance, LogController } from "fastify";
import { type Access, programFolder } from "../app/index.js";
import { answers, tagOf } from "./answers.js";
import { auditing } from "./audit.js";
import { docsPage } from "./docs-page.js";
import { style } from "./escape.js";
import { streamJob } from "./events.js";
import { failures } from "./failures.js";
import { guard } from "./guard.js";
import { login } from "./login.js";
import { metrics } from "./metrics.js";
import type { OidcOptions } from "./oidc.js";
import { openApi } from "./openapi.js";
import type { Desk, Operation } from "./operation.js";
import { ownOperations } from "./own-operations.js";
import { pages } from "./pages.js";
import { readiness } from "./readiness.js";
import { route } from "./route.js";
import { useCaseOperations } from "./use-case-operations.js";

export interface AppOptions {
  readonly desk: Desk;
  /** Null: no login. */
  readonly access: Access | null;
  /** Only this machine can reach it. */
  readonly local: boolean;
  readonly origins?: readonly string[];
  /** Identity provider that people may sign in with. */
  readonly oidc?: OidcOptions | null;
  /** Requests of one address a minute. */
  readonly perMinute?: number;
  /** Folder of the built pages; default: the program's. */
  readonly folder?: string;
  /** Where the log goes, one JSON object a line, without words of articles; default: nowhere. */
  readonly log?: { write(line: string): void };
}

/** A file of the largest size that is read, in base64. */
const BODY = 6 * 2 ** 20;

export const operations = async (): Promise<Operation[]> => [
  ...(await useCaseOperations()),
  ...(await ownOperations()),
];

/** The server, ready to listen or to be asked by tests. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { access, local } = options;
  const desk: Desk = { ...options.desk, access };
  const list = await operations();
  const app = fastify({
    bodyLimit: BODY,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
    logger: options.log === undefined ? false : { level: "info", base: null, stream: options.log },
  });
  failures(app);
  // JSON only: a form or a plain text can be sent by a page of another site without being asked for permission.
  app.removeContentTypeParser("text/plain");
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
      },
    },
    // Over plain HTTP on this machine it would only lock the browser out.
    strictTransportSecurity: local ? false : { maxAge: 31_536_000 },
    xFrameOptions: { action: "deny" },
    // Without a referrer for this server itself a browser names no origin when a form is sent, and signing in would be refused.
    referrerPolicy: { policy: "same-origin" },
  });
  await app.register(rateLimit, {
    max: options.perMinute ?? (local ? 6000 : 600),
    timeWindow: 60_000,
    // Also those that are refused for want of a token.
    hook: "onRequest",
  });
  guard(app, {
    access,
    local,
    origins: options.origins ?? [],
    now: () => desk.context.now(),
  });
  app.addHook("onSend", async (request, reply, payload) => {
    if (request.method !== "GET" || reply.statusCode !== 200 || typeof payload !== "string") return payload;
    if (!request.url.startsWith("/api/") || reply.hasHeader("etag")) return payload;
    const tag = tagOf(payload);
    void reply.header("etag", tag);
    if (!reply.hasHeader("cache-control")) void reply.header("cache-control", "private, no-cache");
    if (request.headers["if-none-match"] !== tag) return payload;
    void reply.code(304);
    return "";
  });
  await app.register(compress, { threshold: 1024, encodings: ["br", "gzip"] });
  const counted = metrics(app);
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions, caller } = request;
    const line = { method, route: routeOptions.url ?? null, status: reply.statusCode };
    request.log.info({ ...line, ms: Math.round(reply.elapsedTime), by: caller?.name ?? null }, "answered");
  });

  readiness(app, desk);
  auditing(app, desk.file, () => desk.context.now());
  const kept = answers();
  const streams = new Set<() => void>();
  app.addHook("preClose", async () => {
    for (const end of [...streams]) end();
  });
  for (const o of list) route(app, o, desk, kept);
  app.get("/api/v1/jobs/:id/events", { config: { role: "reader", scoped: true } }, (request, reply) =>
    streamJob((request.params as { id: string }).id, desk.jobs, reply, request.caller, streams),
  );
  // Made when first asked for: a server that has to answer begins without it.
  let description: string | null = null;
  const described = (): string => {
    description ??= JSON.stringify(openApi(list));
    return description;
  };
  const docs = docsPage(list);
  const open = { config: { role: null } };
  const reader = { config: { role: "reader" as const, scoped: true } };
  app.get("/api/openapi.json", reader, async (_, reply) => reply.type("application/json").send(described()));
  app.get("/api/docs", reader, async (_, reply) => reply.type("text/html; charset=utf-8").send(docs));
  app.get("/api/docs.css", open, async (_, reply) => reply.type("text/css").send(style));
  app.get("/metrics", reader, async (_, reply) =>
    reply.type("text/plain; version=0.0.4").send(counted.text()),
  );
  if (access !== null) await login(app, { access, desk, oidc: options.oidc ?? null });
  await pages(app, options.folder ?? join(await programFolder(), "web", "dist"), access !== null);
  await app.ready();
  return app;
}

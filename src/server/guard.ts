import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Access, AppError, type Rights, type Role, reach } from "../app/index.js";
import type { Caller } from "./operation.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Least role of the route; null: open to everybody. Every route says it. */
    role?: Role | null;
    /** Somebody who holds the role in some negotiations alone may ask too. */
    scoped?: boolean;
    /** It answers with the desk's page, in which nothing of the record is. */
    page?: boolean;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}

export interface GuardOptions {
  /** Who may use the server; null: this machine only, and no login. */
  readonly access: Access | null;
  readonly now: () => string;
  /** Only these names may stand in the address: a page of another site must not reach this machine under a name of its own. */
  readonly local: boolean;
  /** Addresses under which a proxy shows the server. */
  readonly origins: readonly string[];
}

const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
export const COOKIE = "rapporteur";
const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Decides about every request before it is read: name, origin, who asks, and whether that role may. Refuses a route without a role. */
export function guard(app: FastifyInstance, options: GuardOptions): void {
  const { access, now, local } = options;
  const origins = new Set(options.origins.map((o) => o.replace(/\/+$/, "").toLowerCase()));
  const hosts = new Set([...origins].map((o) => o.replace(/^https?:\/\//, "")));
  app.decorateRequest("caller", null);
  app.addHook("onRoute", (route) => {
    if (route.config?.role === undefined) throw new Error(`Route ${route.url} does not say who may use it.`);
  });
  app.addHook("onRequest", async (request) => {
    const host = (request.headers.host ?? "").toLowerCase();
    if (local && !LOCAL.test(host) && !hosts.has(host))
      throw new AppError("ORIGIN_REFUSED", "The name in the address is not this machine's.", {});
    const { origin } = request.headers;
    if (origin !== undefined && !sameOrigin(origin, host) && !origins.has(origin.toLowerCase()))
      throw new AppError("ORIGIN_REFUSED", "The request comes from a page of another site.", {});
  });
  // After the limit of requests, which counts those without a good token too, and before the body is read.
  app.addHook("preParsing", async (request) => {
    if (access === null) return;
    const needs = request.routeOptions.config.role;
    if (needs === null) return;
    const { token, cookie } = tokenOf(request);
    const grant = token === null ? null : await access.who(token, now());
    // The page holds nothing of the record, and a link from elsewhere brings no strict cookie: what the page asks for then does.
    const page = request.is404 || request.routeOptions.config.page === true;
    if (grant === null && page && wantsPage(request)) return;
    if (grant === null)
      throw new AppError(
        "AUTH_NEEDED",
        token === null ? "No token came with it." : "The token is not good.",
        {},
      );
    request.caller = grant;
    if (cookie && !SAFE.has(request.method)) unforged(request, grant.csrf);
    // A route that was not found asks for a reader, so that strangers learn nothing.
    const role = needs ?? "reader";
    const where = reach(grant, role);
    const scoped = needs === undefined || request.routeOptions.config.scoped === true;
    if (where !== null && (where.length === 0 || !scoped))
      throw new AppError("AUTH_ROLE", `It asks for the role ${role}; ${grant.name} is ${told(grant)}.`, {
        role,
      });
  });
}

/** Somebody goes to an address of the desk with a browser. */
export function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  const path = url.split("?", 1)[0];
  return method === "GET" && (headers.accept ?? "").includes("text/html") && !path.startsWith("/api/");
}

function sameOrigin(origin: string, host: string): boolean {
  return origin.replace(/^https?:\/\//i, "").toLowerCase() === host;
}

/** A browser sends a cookie whoever asks: what changes something must show that a page of this server asks. Errors: CSRF_REFUSED */
function unforged({ headers }: FastifyRequest, csrf: string | undefined): void {
  // An origin that is not this server's was refused before; what came with the session no other site can read.
  if (headers.origin !== undefined || headers["sec-fetch-site"] === "same-origin") return;
  if (csrf !== undefined && headers["x-csrf-token"] === csrf) return;
  throw new AppError("CSRF_REFUSED", "Nothing shows that a page of this server sent it.", {
    header: "x-csrf-token",
  });
}

const told = ({ role, roles }: Rights): string =>
  [...(role === null ? [] : [role]), ...Object.entries(roles).map(([n, r]) => `${r} of ${n}`)].join(", ") ||
  "nothing";

/** The token of a request, and whether a browser's cookie brought it. */
export function tokenOf({ headers }: FastifyRequest): {
  readonly token: string | null;
  readonly cookie: boolean;
} {
  const bearer = /^Bearer ([\w-]{1,200})$/i.exec(headers.authorization ?? "");
  if (bearer !== null) return { token: bearer[1], cookie: false };
  for (const part of (headers.cookie ?? "").slice(0, 4096).split(";")) {
    const [name, value] = part.trim().split("=", 2);
    if (name === COOKIE && value !== undefined && /^[\w-]{1,200}$/.test(value))
      return { token: value, cookie: true };
  }
  return { token: null, cookie: false };
}

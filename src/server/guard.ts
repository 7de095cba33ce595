import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Access, AppError, allowsRole, type Role } from "../app/index.js";
import type { Caller } from "./operation.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Least role of the route; null: open to everybody. Every route says it. */
    role?: Role | null;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}

export interface GuardOptions {
  /** Who may use the server; null: this machine only, and no login. */
  readonly access: Access | null;
  readonly today: () => string;
  /** Only these names may stand in the address: a page of another site must not reach this machine under a name of its own. */
  readonly local: boolean;
  /** Addresses under which a proxy shows the server. */
  readonly origins: readonly string[];
}

const LOCAL = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
export const COOKIE = "rapporteur";

/** Decides about every request before it is read: name, origin, who asks, and whether that role may. Refuses a route without a role. */
export function guard(app: FastifyInstance, options: GuardOptions): void {
  const { access, today, local } = options;
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
    const token = tokenOf(request);
    const grant = token === null ? null : await access.who(token, today());
    if (grant === null)
      throw new AppError(
        "AUTH_NEEDED",
        token === null ? "No token came with it." : "The token is not good.",
        {},
      );
    // A route that was not found asks for a reader, so that strangers learn nothing.
    const role = needs ?? "reader";
    if (!allowsRole(grant.role, role))
      throw new AppError("AUTH_ROLE", `It asks for the role ${role}; ${grant.name} is ${grant.role}.`, {
        role,
      });
    request.caller = grant;
  });
}

function sameOrigin(origin: string, host: string): boolean {
  return origin.replace(/^https?:\/\//i, "").toLowerCase() === host;
}

function tokenOf({ headers }: FastifyRequest): string | null {
  const bearer = /^Bearer ([\w-]{1,200})$/i.exec(headers.authorization ?? "");
  if (bearer !== null) return bearer[1];
  for (const part of (headers.cookie ?? "").slice(0, 4096).split(";")) {
    const [name, value] = part.trim().split("=", 2);
    if (name === COOKIE && value !== undefined && /^[\w-]{1,200}$/.test(value)) return value;
  }
  return null;
}

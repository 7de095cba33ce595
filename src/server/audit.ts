import type { FastifyInstance } from "fastify";
import { aboutOf, type DeskFile, type Grant, isAudited } from "../app/index.js";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Id of the operation. */
    operation?: string;
  }
  interface FastifyRequest {
    /** Checked input of an operation. */
    input: Record<string, unknown> | null;
  }
}

/** Notes who changed, exported or was refused what. Never a text: ids and names of fields alone. */
export function auditing(app: FastifyInstance, file: DeskFile, now: () => string): void {
  app.decorateRequest("input", null);
  app.addHook("onResponse", async (request, reply) => {
    const { operation } = request.routeOptions.config;
    const status = reply.statusCode;
    const refused = status === 401 || status === 403;
    const changes = request.method !== "GET" && request.method !== "HEAD" && operation !== undefined;
    if (!refused && !isAudited(operation ?? "", changes)) return;
    if (refused && operation === undefined && request.routeOptions.config.role === null) return;
    const about: Record<string, string> = refused
      ? { ...aboutOf(request.input), route: request.routeOptions.url ?? "none" }
      : aboutOf(request.input);
    const action = refused ? "refused" : (operation ?? "unknown");
    file.note({ at: now(), ...whoOf(request.caller), action, about, status });
  });
}

export const whoOf = (
  caller: Grant | null,
): { readonly who: string | null; readonly role: string | null } => ({
  who: caller?.name ?? null,
  role: caller?.role ?? null,
});

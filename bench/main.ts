/** `npm run bench -- [SUITE] [--json|--help]`: runs `bench/SUITE/run.ts`; without a name all suites, one after the other. */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What every suite exports. Prints its own lines; with `json` the last one is one JSON object. */
export interface Suite {
  readonly usage: string;
  run(options: { readonly json: boolean; readonly values: ReadonlyMap<string, string> }): Promise<void>;
}

const here = dirname(fileURLToPath(import.meta.url));
const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
const suites = readdirSync(here, { withFileTypes: true })
  .filter((d) => d.isDirectory() && existsSync(join(here, d.name, `run.${extension}`)))
  .map((d) => d.name);
const args = process.argv.slice(2);
const wanted = args.filter((a, i) => !a.startsWith("--") && !(args[i - 1] ?? "").match(/^--(?!json$)/));
const unknown = wanted.filter((w) => !suites.includes(w));
if (unknown.length > 0) {
  console.error(`no suite "${unknown.join(", ")}"; there are: ${suites.join(", ")}`);
  process.exitCode = 2;
} else {
  const values = new Map<string, string>();
  for (const [i, a] of args.entries())
    if (a.startsWith("--") && a !== "--json") values.set(a.slice(2), args[i + 1] ?? "");
  for (const name of wanted.length > 0 ? wanted : suites) {
    const suite = (await import(pathToFileURL(join(here, name, `run.${extension}`)).href)) as Suite;
    if (args.includes("--help")) console.log(suite.usage);
    else await suite.run({ json: args.includes("--json"), values });
  }
}

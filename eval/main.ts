/** `npm run eval -- NAME [FOLDER|FILE ...] [--json]` (or `--help`): runs `eval/NAME/run.ts`. With --json the last line is one JSON object. */
import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What every evaluation exports. Returns the process's exit code: 0 unless a floor or a frozen result is broken. */
export interface Evaluation {
  readonly usage: string;
  run(
    paths: readonly string[],
    options: { readonly json: boolean; readonly flags: ReadonlySet<string> },
  ): Promise<number>;
}

const here = dirname(fileURLToPath(import.meta.url));
const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
const [name, ...rest] = process.argv.slice(2);
const names = readdirSync(here, { withFileTypes: true })
  .filter((d) => d.isDirectory() && existsSync(join(here, d.name, `run.${extension}`)))
  .map((d) => d.name);
const load = async (of: string): Promise<Evaluation> =>
  (await import(pathToFileURL(join(here, of, `run.${extension}`)).href)) as Evaluation;
if (name === "--help") {
  for (const n of names) console.log((await load(n)).usage);
} else if (name === undefined || !names.includes(name)) {
  console.error(`usage: npm run eval -- NAME [PATH ...] [--json]   NAME: ${names.join(", ")}`);
  process.exitCode = 2;
} else {
  const evaluation = await load(name);
  const flags = new Set(rest.filter((a) => a.startsWith("--")).map((a) => a.slice(2)));
  const paths = rest.filter((a) => !a.startsWith("--"));
  if (flags.has("help")) console.log(evaluation.usage);
  else process.exitCode = await evaluation.run(paths, { json: flags.has("json"), flags });
}

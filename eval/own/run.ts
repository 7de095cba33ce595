/** `npm run eval -- own`: every evaluation on the project's own gold, each against its frozen results. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Evaluation } from "../main.js";

export const usage =
  "own: all evaluations on eval/gold; fails on any drop against eval/frozen that is not chosen with `eval -- NAME --freeze`";

/** Those that read gold of their own and need no folder from outside. */
const names = [
  "time",
  "entities",
  "factuality",
  "meetings",
  "deals",
  "stances",
  "events",
  "articles",
  "reports",
  "identity",
] as const;

export async function run(
  _: readonly string[],
  options: { readonly json: boolean; readonly flags: ReadonlySet<string> },
): Promise<number> {
  const folder = join(import.meta.dirname, "..");
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const present = new Set(readdirSync(folder).filter((d) => existsSync(join(folder, d, `run.${extension}`))));
  let worst = 0;
  for (const name of names) {
    if (!present.has(name)) throw new Error(`The evaluation "${name}" is missing.`);
    console.log(`\n== ${name}`);
    const evaluation = (await import(
      pathToFileURL(join(folder, name, `run.${extension}`)).href
    )) as Evaluation;
    worst = Math.max(worst, await evaluation.run([], options));
  }
  console.log(worst === 0 ? "\nno drop against the frozen results" : "\nsomething dropped: see above");
  return worst;
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commitmentCases } from "./commitments.js";
import { playCases } from "./play.js";
import { positionCases } from "./positions.js";
import { scoringCases } from "./scoring.js";

export const usage =
  "vectors FOLDER: the analysis against cases worked by hand (state_of_play_seed, commitments_seed, positions_seed, scoring)";

/** One case of a vector file: what was expected and what came out, as comparable plain data. */
export interface VectorCase {
  readonly name: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const suites: readonly { file: string; cases: (data: never) => readonly VectorCase[] }[] = [
  { file: "state_of_play_seed.json", cases: playCases },
  { file: "commitments_seed.json", cases: commitmentCases },
  { file: "positions_seed.json", cases: positionCases },
  { file: "scoring.json", cases: scoringCases },
];

export async function run(paths: readonly string[], options: { readonly json: boolean }): Promise<number> {
  const folder = paths[0];
  if (folder === undefined || !existsSync(folder)) {
    console.error(`usage: npm run eval -- ${usage}`);
    return 2;
  }
  const files: Record<string, { cases: number; passed: number; mismatches: VectorCase[] }> = {};
  for (const suite of suites) {
    const cases = suite.cases(JSON.parse(readFileSync(join(folder, suite.file), "utf8")) as never);
    const mismatches = cases.filter((c) => JSON.stringify(c.expected) !== JSON.stringify(c.actual));
    files[suite.file] = { cases: cases.length, passed: cases.length - mismatches.length, mismatches };
  }
  const all = Object.values(files);
  const cases = all.reduce((s, f) => s + f.cases, 0);
  const passed = all.reduce((s, f) => s + f.passed, 0);
  if (options.json) console.log(JSON.stringify({ evaluation: "vectors", cases, passed, files }));
  else {
    for (const [file, f] of Object.entries(files)) {
      console.log(`${file}: ${f.passed} of ${f.cases}`);
      for (const m of f.mismatches)
        console.log(
          `  ${m.name}\n    expected ${JSON.stringify(m.expected)}\n    actual   ${JSON.stringify(m.actual)}`,
        );
    }
  }
  return passed === cases && cases > 0 ? 0 : 1;
}

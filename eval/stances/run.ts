import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDocument } from "../../src/ledger/index.js";
import { createReader } from "../../src/reading/index.js";
import { loadLanguage, loadLexicon, packageRoot } from "../../src/resources/index.js";
import { frozenLines, type Outcome, readGold, scorePassage, tally } from "../score/index.js";

export const usage =
  "stances [FILE] [--check] [--freeze]: positions, measures, conditions, linkages and assessments on our own passages; --check scores the quarter set aside, and shows no sentence";

const KINDS = new Set(["position", "measure", "condition", "linkage", "assessment"]);

/** Fails where a passage of the whole gold does worse than the frozen result. */
export async function run(
  [file]: readonly string[],
  { json, flags }: { readonly json: boolean; readonly flags: ReadonlySet<string> },
): Promise<number> {
  const gold = readGold(file ?? join(packageRoot(), "eval/gold/stances.jsonl"));
  const reader = createReader({ language: loadLanguage(), lexicon: loadLexicon() });
  const tuned: Outcome[] = [];
  const check: Outcome[] = [];
  for (const passage of gold) {
    const meta = { publisher: null, title: null, url: null, published: passage.published };
    const outcomes = scorePassage(passage, reader.read(makeDocument(meta, passage.text)).items, KINDS);
    (passage.check ? check : tuned).push(...outcomes);
    if (json || passage.check || flags.has("check")) continue;
    for (const o of outcomes)
      if (o.result !== "right")
        console.log(`${o.passage} ${o.kind} ${o.result}: ${o.detail}\n    ${passage.text}`);
  }
  const frozen = join(packageRoot(), "eval/frozen/stances.tsv");
  const lines = frozenLines([...tuned, ...check]);
  if (flags.has("freeze")) writeFileSync(frozen, `passage\tkind\tresult\n${lines.join("\n")}\n`);
  const known = new Set(existsSync(frozen) ? readFileSync(frozen, "utf8").split("\n") : lines);
  const worse = lines.filter((l) => !known.has(l));
  for (const l of worse) console.log(`worse than frozen: ${l}`);
  const result = { passages: gold.length, tuned: tally(tuned), check: tally(check), worse: worse.length };
  if (json) console.log(JSON.stringify(result));
  else for (const part of ["tuned", "check"] as const) console.table(result[part]);
  return worse.length === 0 && gold.length > 0 ? 0 : 1;
}

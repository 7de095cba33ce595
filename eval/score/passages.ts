import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDocument } from "../../src/ledger/index.js";
import type { ItemKind } from "../../src/reading/index.js";
import { loadReader, packageRoot } from "../../src/resources/index.js";
import { type GoldPassage, readGold } from "./gold-items.js";
import { frozenLines, type Outcome, scorePassage, tally } from "./score-items.js";

export interface PassageOptions {
  readonly json: boolean;
  readonly flags: ReadonlySet<string>;
}

/**
 * Scores the reading of our own passages in `file` (default `eval/gold/NAME.jsonl`), of the given kinds of item. Prints what is not right
 * of the passages that are tuned on, with `--check` also that of those set aside, without their sentences. `--freeze` writes
 * `eval/frozen/NAME.tsv`.
 * @returns exit code: 1 where a passage does worse than the frozen result
 */
export function runPassages(
  name: string,
  kinds: readonly ItemKind[],
  file: string | undefined,
  { json, flags }: PassageOptions,
): number {
  return runGold(name, kinds, readGold(file ?? join(packageRoot(), `eval/gold/${name}.jsonl`)), {
    json,
    flags,
  });
}

/** As `runPassages`, of passages that are already read; texts that are not the frozen ones (`name` null) are only scored. */
export function runGold(
  name: string | null,
  kinds: readonly ItemKind[],
  gold: readonly GoldPassage[],
  { json, flags }: PassageOptions,
): number {
  const reader = loadReader();
  const scored: ReadonlySet<string> = new Set(kinds);
  const tuned: Outcome[] = [];
  const check: Outcome[] = [];
  for (const passage of gold) {
    const meta = { publisher: null, title: null, url: null, published: passage.published };
    const outcomes = scorePassage(passage, reader.read(makeDocument(meta, passage.text)).items, scored);
    (passage.check ? check : tuned).push(...outcomes);
    if (json || (passage.check && !flags.has("check"))) continue;
    for (const o of outcomes)
      if (o.result !== "right")
        console.log(
          `${o.passage} ${o.kind} ${o.result}: ${o.detail}${passage.check || passage.text.length > 600 ? "" : `\n    ${passage.text}`}`,
        );
  }
  const worse = name === null ? [] : worseThanFrozen(name, frozenLines([...tuned, ...check]), flags);
  for (const l of worse) console.log(`worse than frozen: ${l}`);
  const result = { passages: gold.length, tuned: tally(tuned), check: tally(check), worse: worse.length };
  if (json) console.log(JSON.stringify(result));
  else for (const part of ["tuned", "check"] as const) console.table(result[part]);
  return worse.length === 0 && gold.length > 0 ? 0 : 1;
}

/** Lines that the frozen result lacks; writes it anew under `--freeze`. */
function worseThanFrozen(name: string, lines: readonly string[], flags: ReadonlySet<string>): string[] {
  const frozen = join(packageRoot(), `eval/frozen/${name}.tsv`);
  if (flags.has("freeze")) writeFileSync(frozen, `passage\tkind\tresult\n${lines.join("\n")}\n`);
  const known = new Set(existsSync(frozen) ? readFileSync(frozen, "utf8").split("\n") : lines);
  return lines.filter((l) => !known.has(l));
}

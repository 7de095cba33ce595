import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDocument } from "../../src/ledger/index.js";
import { createReader, type EventItem } from "../../src/reading/index.js";
import { loadLanguage, loadLexicon, packageRoot } from "../../src/resources/index.js";
import { type Judged, judge, type Passage, summary } from "./judge.js";

export const usage =
  "events [FILE] [--freeze] [--check]: who did what to whom in our own sentences; class F1 over texts, triple accuracy over expected events; --check shows the sentences set aside too";

/** What only may be, or is not, is no event of the text. */
const UNREAL = new Set([
  "hypothetical",
  "conditional",
  "negated",
  "denied",
  "feared",
  "requested",
  "proposed",
]);

/** Fails where an expected event, or a text's freedom from false ones, is lost against the frozen result. */
export async function run(
  [file]: readonly string[],
  { json, flags }: { readonly json: boolean; readonly flags: ReadonlySet<string> },
): Promise<number> {
  const gold = readFileSync(file ?? join(packageRoot(), "eval/gold/events.jsonl"), "utf8")
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as Passage);
  const reader = createReader({ language: loadLanguage(), lexicon: loadLexicon() });
  const judged: Judged[] = gold.map((p) => {
    const meta = { publisher: null, title: null, url: null, published: p.published };
    const items = reader.read(makeDocument(meta, p.text)).items;
    return judge(
      p,
      items.filter((i): i is EventItem => i.kind === "event" && !UNREAL.has(i.factuality.status)),
    );
  });
  if (!json)
    for (const j of judged)
      if (j.lines.some((l) => !l.endsWith("\tright")) && (!j.passage.check || flags.has("check")))
        console.log(`${j.lines.join("; ")}\n    got: ${j.got || "nothing"}\n    ${j.passage.text}`);
  const lines = judged.flatMap((j) => j.lines);
  const frozenFile = join(packageRoot(), "eval/frozen/events.tsv");
  if (flags.has("freeze")) writeFileSync(frozenFile, `id\tevent\tresult\n${lines.join("\n")}\n`);
  const frozen = file === undefined && existsSync(frozenFile) ? readFileSync(frozenFile, "utf8") : "";
  const now = new Set(lines);
  const lost = frozen.split("\n").filter((l) => l.endsWith("\tright") && !now.has(l));
  for (const l of lost) console.log(`lost: ${l}`);
  const result = {
    texts: gold.length,
    tuned: summary(judged.filter((j) => j.passage.check !== true)),
    check: summary(judged.filter((j) => j.passage.check === true)),
    lost: lost.length,
  };
  console.log(json ? JSON.stringify(result) : result);
  return lost.length === 0 && gold.length > 0 ? 0 : 1;
}

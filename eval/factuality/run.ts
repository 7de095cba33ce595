import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeDocument } from "../../src/ledger/index.js";
import { loadReader, packageRoot } from "../../src/resources/index.js";
import { readPassages } from "./gold.js";
import { judge } from "./judge.js";

export const usage =
  "factuality [FILE] [--freeze]: status, polarity and certainty of marked predicates, voices and quotations on our own passages; the third set aside as a check shows no sentence";

interface Count {
  right: number;
  of: number;
}

/** Exit code 1 where an item that was right in the frozen results no longer is. */
export async function run(
  [file]: readonly string[],
  { json, flags }: { readonly json: boolean; readonly flags: ReadonlySet<string> },
): Promise<number> {
  const passages = readPassages(file ?? join(packageRoot(), "eval/gold/factuality.jsonl"));
  const reader = loadReader();
  const results = new Map<string, string>();
  const counts: Record<string, Count> = {};
  for (const p of passages) {
    const meta = { publisher: null, title: null, url: null, published: p.published };
    const seen = new Map<string, number>();
    for (const o of judge(p, reader.layers(makeDocument(meta, p.text)))) {
      const key = `${p.id}\t${o.kind}\t${o.what}`;
      const n = (seen.get(key) ?? 0) + 1;
      seen.set(key, n);
      results.set(n === 1 ? key : `${key} ${n}`, o.result);
      for (const name of [`${p.check ? "check" : "tuned"} ${o.kind}`, p.check ? "check" : "tuned"]) {
        counts[name] ??= { right: 0, of: 0 };
        counts[name].of++;
        if (o.result === "ok") counts[name].right++;
      }
      if (o.result !== "ok" && !json && !p.check) console.log(`${key}\t${o.result}\n    ${p.text}`);
    }
  }
  const frozenFile = join(packageRoot(), "eval/frozen/factuality.tsv");
  const lost = file !== undefined ? [] : dropped(frozenFile, results);
  for (const key of lost) console.log(`lost\t${key}\t${results.get(key) ?? "gone"}`);
  if (flags.has("freeze") && file === undefined)
    writeFileSync(
      frozenFile,
      `id\tkind\twhat\tresult\n${[...results].map(([k, r]) => `${k}\t${r === "ok" ? r : "wrong"}`).join("\n")}\n`,
    );
  const shares = Object.fromEntries(
    Object.entries(counts).map(([name, c]) => [
      name,
      { ...c, share: Math.round((1000 * c.right) / c.of) / 1000 },
    ]),
  );
  if (json) console.log(JSON.stringify({ passages: passages.length, ...shares, lost: lost.length }));
  else console.table(shares);
  return (lost.length > 0 && !flags.has("freeze")) || results.size === 0 ? 1 : 0;
}

/** Items that the frozen results have right and these have not. */
function dropped(file: string, results: ReadonlyMap<string, string>): string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .filter((l) => l.endsWith("\tok"))
    .map((l) => l.slice(0, -3))
    .filter((key) => results.get(key) !== "ok");
}

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadReader } from "../../src/resources/index.js";
import { packageRoot } from "../../src/resources/root.js";
import { type Passage, timeFaults } from "./faults.js";

export const usage =
  "time [GOLD.jsonl] [--freeze]: time expressions of our own passages, what days they mean and how they bear, and which clause each dates";

interface Tally {
  right: number;
  all: number;
}

function tallyOf(of: Record<string, Tally>, key: string): Tally {
  of[key] ??= { right: 0, all: 0 };
  return of[key];
}

const share = ({ right, all }: Tally): number => (all === 0 ? 1 : Math.round((1000 * right) / all) / 1000);

export async function run(
  paths: readonly string[],
  options: { readonly json: boolean; readonly flags: ReadonlySet<string> },
): Promise<number> {
  const file = paths[0] ?? join(packageRoot(), "eval/gold/time.jsonl");
  const frozenFile = join(packageRoot(), "eval/frozen/time.tsv");
  const passages = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l) as Passage);
  const reader = loadReader();
  const results = new Map<string, string>();
  const tiers: Record<string, Tally> = {};
  const kinds: Record<string, Tally> = {};
  for (const p of passages) {
    const { layers } = reader.explain({
      id: p.id,
      text: p.text,
      publisher: null,
      title: null,
      url: null,
      published: p.published ?? null,
    });
    for (const [what, result] of timeFaults(p, layers)) {
      results.set(`${p.id}\t${what}`, result);
      for (const tally of [tallyOf(tiers, p.tier), tallyOf(kinds, what.split(" ")[0])]) {
        tally.all++;
        if (result === "ok") tally.right++;
      }
    }
  }
  const frozen = new Map<string, string>();
  if (paths.length === 0 && existsSync(frozenFile)) {
    for (const line of readFileSync(frozenFile, "utf8").trim().split("\n").slice(1)) {
      const [id, what, result] = line.split("\t");
      frozen.set(`${id}\t${what}`, result);
    }
  }
  const lost = [...frozen].filter(([k, r]) => r === "ok" && results.get(k) !== "ok").map(([k]) => k);
  const extra = [...results]
    .filter(([k, r]) => k.includes("\textra ") && frozen.size > 0 && frozen.get(k) !== r)
    .map(([k]) => k);
  const worse = [...lost, ...extra];
  if (options.flags.has("freeze"))
    writeFileSync(frozenFile, `id\twhat\tresult\n${[...results].map(([k, r]) => `${k}\t${r}`).join("\n")}\n`);
  if (!options.json) for (const [k, r] of results) if (r !== "ok") console.log(`${k}\t${r}`);
  for (const k of worse) console.log(`lost\t${k}`);
  const shares = (of: Record<string, Tally>): Record<string, number> =>
    Object.fromEntries(Object.entries(of).map(([k, t]) => [k, k === "extra" ? t.all : share(t)]));
  const all = Object.values(tiers).reduce((a, t) => ({ right: a.right + t.right, all: a.all + t.all }), {
    right: 0,
    all: 0,
  });
  const summary = {
    passages: passages.length,
    results: all.all,
    right: all.right,
    share: share(all),
    ...shares(tiers),
    ...shares(kinds),
    lost: worse.length,
  };
  console.log(
    options.json
      ? JSON.stringify(summary)
      : `${all.right} of ${all.all} right in ${passages.length} passages: ${JSON.stringify({ ...shares(tiers), ...shares(kinds) })}`,
  );
  return worse.length > 0 && !options.flags.has("freeze") ? 1 : 0;
}

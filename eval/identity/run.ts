import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/resources/index.js";
import { dossier } from "./dossier.js";
import { type Cluster, type Report, readClusters } from "./gold.js";

export const usage =
  "identity [FILE] [--freeze]: which words of the example dossiers tell of one thing, pairwise, on clusters made by hand; --check fails below the floor";

const FLOOR = { precision: 0.95, recall: 0.9 };

/** Counts over pairs of reports of one dossier and kind. `real`, `right` and `joined` take pairs of which both were read. */
interface Tally {
  all: number;
  real: number;
  joined: number;
  right: number;
}

export async function run(
  [path = join(packageRoot(), "eval", "gold", "identity.jsonl")]: readonly string[],
  options: { readonly json: boolean; readonly flags: ReadonlySet<string> },
): Promise<number> {
  const clusters = readClusters(path);
  const dossiers = new Map([...new Set(clusters.map((c) => c.dossier))].map((d) => [d, dossier(d)]));
  const reports = clusters.flatMap((cluster) =>
    cluster.reports.map((report) => ({
      cluster,
      report,
      lines: dossiers.get(cluster.dossier)?.linesAt(cluster.kind, report) ?? [],
    })),
  );
  const tallies: Record<string, Tally> = {};
  const results = new Map<string, string>();
  for (const [i, a] of reports.entries()) {
    for (const b of reports.slice(i + 1)) {
      if (a.cluster.dossier !== b.cluster.dossier || a.cluster.kind !== b.cluster.kind) continue;
      const is = a.cluster === b.cluster;
      const read = a.lines.length > 0 && b.lines.length > 0;
      const said = a.lines.some((l) => b.lines.includes(l));
      const half = a.cluster.half === b.cluster.half ? a.cluster.half : "across";
      for (const key of [half, "whole"]) {
        tallies[key] ??= { all: 0, real: 0, joined: 0, right: 0 };
        const t = tallies[key];
        if (is) t.all++;
        if (is && read) t.real++;
        if (said) t.joined++;
        if (is && said) t.right++;
      }
      if (is || said)
        results.set(pair(a, b), said ? (is ? "ok" : "joined wrongly") : read ? "parted" : "unread");
    }
  }
  const { whole } = tallies;
  const summary = {
    evaluation: "identity",
    clusters: clusters.length,
    reports: reports.length,
    read: reports.filter((r) => r.lines.length > 0).length,
    pairs: whole.real,
    ...shares(whole),
    recallWithUnread: share(whole.right, whole.all),
    tuned: shares(tallies.tuned),
    check: shares(tallies.check),
    lost: 0,
  };
  const own = options.flags.has("freeze") || path.startsWith(packageRoot());
  summary.lost = own ? against(results, options.flags.has("freeze")) : 0;
  for (const [key, result] of results)
    if (result !== "ok" && result !== "unread" && !key.startsWith("check")) console.log(`${result}: ${key}`);
  console.log(
    `${summary.read} of ${summary.reports} reports read, ${summary.clusters} things, ${summary.pairs} pairs: precision ${summary.precision}, recall ${summary.recall}; with pairs of which one was not read, recall ${summary.recallWithUnread}`,
  );
  if (options.json) console.log(JSON.stringify(summary));
  const below = summary.precision < FLOOR.precision || summary.recall < FLOOR.recall;
  return summary.lost > 0 || (options.flags.has("check") && below) ? 1 : 0;
}

const share = (n: number, of: number): number => (of === 0 ? 1 : Math.round((1000 * n) / of) / 1000);

const shares = (t: Tally | undefined): { precision: number; recall: number } => ({
  precision: share(t?.right ?? 0, t?.joined ?? 0),
  recall: share(t?.right ?? 0, t?.real ?? 0),
});

function pair(
  a: { readonly cluster: Cluster; readonly report: Report },
  b: { readonly cluster: Cluster; readonly report: Report },
): string {
  const half = a.cluster.half === "check" || b.cluster.half === "check" ? "check" : "tuned";
  const at = ({ file, words }: Report): string => `${file.slice(0, -4)} "${words}"`;
  return `${half} ${a.cluster.kind}\t${at(a.report)}\t${at(b.report)}`;
}

/** Pairs that were right when last accepted and are not now, and wrong joins that were not there; `freeze` accepts what is. */
function against(results: ReadonlyMap<string, string>, freeze: boolean): number {
  const file = join(packageRoot(), "eval", "frozen", "identity.tsv");
  if (freeze) {
    const rows = [...results].map(([key, result]) => `${key}\t${result}`);
    writeFileSync(file, `pair\tone\tother\tresult\n${rows.join("\n")}\n`);
    return 0;
  }
  if (!existsSync(file)) return 0;
  const frozen = new Map<string, string>();
  for (const line of readFileSync(file, "utf8").trim().split("\n").slice(1)) {
    const at = line.lastIndexOf("\t");
    frozen.set(line.slice(0, at), line.slice(at + 1));
  }
  const lost = [...frozen].filter(([key, was]) => was === "ok" && results.get(key) !== "ok").map(([k]) => k);
  const wrong = [...results]
    .filter(([key, is]) => is === "joined wrongly" && frozen.get(key) !== is)
    .map(([k]) => k);
  for (const key of [...lost, ...wrong]) console.log(`lost\t${key}`);
  return lost.length + wrong.length;
}

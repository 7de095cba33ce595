import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDispatch } from "../../src/intake/index.js";
import {
  type DocumentVersion,
  makeDocument,
  makeVersion,
  type Statement,
  statementsOf,
} from "../../src/ledger/index.js";
import { createRecorder, parseNegotiation } from "../../src/record/index.js";
import { loadLexicon, loadReader, packageRoot } from "../../src/resources/index.js";

export const usage =
  "identity [FILE]: which reports of the example dossiers tell of one thing, pairwise, on clusters made by hand; --check fails below the floor";

/** One report of the gold: what is read from the evidence that begins at a place of an example. */
interface Report {
  readonly dossier: string;
  readonly kind: string;
  /** Reports with one label tell of one thing. */
  readonly cluster: string;
  readonly file: string;
  readonly start: number;
  /** Time as read, where one place holds two items of a kind; null where none is stated. */
  readonly time: string | null;
}

const FLOOR = { precision: 0.95, recall: 0.9 };
const RECORDED = "2026-01-01T00:00:00.000Z";

export async function run(
  [path = join(packageRoot(), "eval", "gold", "identity.jsonl")]: readonly string[],
  options: { readonly json: boolean; readonly flags: ReadonlySet<string> },
): Promise<number> {
  const gold = readFileSync(path, "utf8")
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as Report);
  const found = new Map<Report, string>();
  for (const dossier of [...new Set(gold.map((g) => g.dossier))]) {
    const clusters = clustersOf(dossier);
    for (const g of gold) {
      const at = (time: string | null): string | undefined =>
        clusters.get([g.kind, g.file, g.start, time].join("|"));
      const cluster = g.dossier === dossier ? at(g.time) : undefined;
      if (cluster !== undefined) found.set(g, cluster);
    }
  }
  let [right, put, real] = [0, 0, 0];
  const wrong: string[] = [];
  const list = [...found];
  for (const [i, [a, left]] of list.entries()) {
    for (const [b, other] of list.slice(i + 1)) {
      if (a.dossier !== b.dossier || a.kind !== b.kind) continue;
      const said = left === other;
      const is = a.cluster === b.cluster;
      if (said) put++;
      if (is) real++;
      if (said && is) right++;
      if (said !== is)
        wrong.push(`${said ? "joined" : "parted"} ${a.kind}: ${a.file} ${a.start}, ${b.file} ${b.start}`);
    }
  }
  const share = (n: number, of: number): number => (of === 0 ? 1 : Math.round((1000 * n) / of) / 1000);
  const result = {
    evaluation: "identity",
    reports: gold.length,
    read: found.size,
    clusters: new Set(gold.map((g) => g.cluster)).size,
    pairs: real,
    precision: share(right, put),
    recall: share(right, real),
  };
  for (const line of wrong) console.log(line);
  console.log(
    `${result.read} of ${result.reports} reports read, ${result.clusters} things, ${real} pairs: precision ${result.precision}, recall ${result.recall}`,
  );
  if (options.json) console.log(JSON.stringify(result));
  const below = result.precision < FLOOR.precision || result.recall < FLOOR.recall;
  return options.flags.has("check") && below ? 1 : 0;
}

/** Line of the record by kind, file, place and time of each report. */
function clustersOf(dossier: string): Map<string, string> {
  const folder = join(packageRoot(), "examples", dossier);
  const description = JSON.parse(readFileSync(join(folder, "negotiation.json"), "utf8")) as object;
  const negotiation = parseNegotiation({ ...description, id: dossier });
  const reader = loadReader();
  const versions: DocumentVersion[] = [];
  const statements: Statement[] = [];
  const files = new Map<string, string>();
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith(".txt"))
    .sort()) {
    const { publisher, title, url, published, text } = readDispatch(readFileSync(join(folder, file)), file);
    const document = makeDocument({ publisher, title, url, published: published?.date ?? null }, text);
    const reading = reader.read(document);
    versions.push(makeVersion(document, reading, RECORDED));
    statements.push(...statementsOf(document, reading, RECORDED));
    files.set(document.id, file);
  }
  const asOf = { asKnownOn: "2026-01-01", about: "2026-01-01" };
  const view = createRecorder(loadLexicon()).view(
    { versions, statements, judgements: [] },
    negotiation,
    asOf,
  );
  const byId = new Map(statements.map((s) => [s.id, s]));
  const out = new Map<string, string>();
  for (const item of view.items) {
    for (const r of item.reports) {
      const s = byId.get(r.statement);
      if (s === undefined) continue;
      out.set(
        [item.kind, files.get(s.document), s.evidence[0].span.start, s.item.time.edtf].join("|"),
        item.id,
      );
    }
  }
  return out;
}

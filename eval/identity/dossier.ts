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
import type { Cluster, Report } from "./gold.js";

const RECORDED = "2026-01-01T00:00:00.000Z";

/** What the record made of one example dossier: where each of its reports stands. */
export interface Dossier {
  /** Lines that hold what was read from the words of a report; empty where nothing of the kind was. */
  linesAt(kind: Cluster["kind"], report: Report): readonly string[];
}

/** Reads all dispatches of a dossier and makes their record. */
export function dossier(name: string): Dossier {
  const folder = join(packageRoot(), "examples", name);
  const description = JSON.parse(readFileSync(join(folder, "negotiation.json"), "utf8")) as object;
  const negotiation = parseNegotiation({ ...description, id: name });
  const reader = loadReader();
  const versions: DocumentVersion[] = [];
  const byFile = new Map<string, { text: string; statements: Statement[] }>();
  for (const file of readdirSync(folder)
    .filter((f) => f.endsWith(".txt"))
    .sort()) {
    const { publisher, title, url, published, text } = readDispatch(readFileSync(join(folder, file)), file);
    const document = makeDocument({ publisher, title, url, published: published?.date ?? null }, text);
    const reading = reader.read(document);
    versions.push(makeVersion(document, reading, RECORDED));
    byFile.set(file, { text, statements: statementsOf(document, reading, RECORDED) });
  }
  const asOf = { asKnownOn: "2026-01-01", about: "2026-01-01" };
  const statements = [...byFile.values()].flatMap((f) => f.statements);
  const view = createRecorder(loadLexicon()).view(
    { versions, statements, judgements: [] },
    negotiation,
    asOf,
  );
  const lines = new Map(view.items.flatMap((i) => i.reports.map((r) => [`${i.kind}/${r.statement}`, i.id])));
  return {
    linesAt(kind, { file, words }) {
      const own = byFile.get(file);
      if (own === undefined) throw new Error(`${name} has no ${file}.`);
      const start = own.text.indexOf(words);
      if (start < 0 || own.text.indexOf(words, start + 1) >= 0)
        throw new Error(`"${words}" must stand once in ${file}.`);
      const end = start + words.length;
      const ofKind = own.statements.filter(({ item }) => item.kind === kind);
      const inside = ofKind.filter(({ item }) => item.trigger.start >= start && item.trigger.end <= end);
      // Words that the reader took for the same thing as others of the article: its item keeps their sentence as evidence beside its own.
      const beside = ofKind.filter(
        ({ item }) =>
          item.evidence.some((e) => e.start <= start && e.end >= end) &&
          item.evidence.every(
            (e) =>
              !(
                e.start <= start &&
                e.end >= end &&
                e.start <= item.trigger.start &&
                e.end >= item.trigger.end
              ),
          ),
      );
      const found = inside.length > 0 ? inside : beside;
      return [...new Set(found.flatMap((s) => lines.get(`${kind}/${s.id}`) ?? []))];
    },
  };
}

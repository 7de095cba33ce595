import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createEntities } from "../../src/reading/entities/index.js";
import type { WithEntities } from "../../src/reading/layers.js";
import { loadLanguage } from "../../src/resources/language.js";
import { loadLexicon } from "../../src/resources/lexicon.js";
import { packageRoot } from "../../src/resources/root.js";
import type { Document } from "../../src/text/index.js";
import { type ActorRecord, missing } from "./coverage.js";

export const usage =
  "entities [GOLD.jsonl] [--freeze]: mentions of our own passages, whom they mean and whether as actor or place; with a file of PLOVER records, the share whose actors' countries are all named";

interface Expected {
  readonly text: string;
  readonly code?: string;
  readonly members?: readonly string[];
  readonly use?: string;
  readonly office?: string;
  /** The last place where the words stand instead of the first. */
  readonly last?: boolean;
}

interface Passage {
  readonly id: string;
  readonly published: string;
  readonly text: string;
  readonly expect: readonly Expected[];
}

/** Where the words stand by themselves, first or last; -1 where they do not. */
function place(text: string, e: Expected): number {
  const whole = (at: number): boolean =>
    !/\w/.test(text[at - 1] ?? "") && !/\w/.test(text[at + e.text.length] ?? "");
  const step = (at: number): number =>
    e.last === true ? (at === 0 ? -1 : text.lastIndexOf(e.text, at - 1)) : text.indexOf(e.text, at + 1);
  let at = e.last === true ? text.lastIndexOf(e.text) : text.indexOf(e.text);
  while (at >= 0 && !whole(at)) at = step(at);
  return at;
}

/** What is wrong with one expected mention, or null. The words must be a mention's, or its end ("the" and titles may differ in front). */
export function fault(text: string, read: WithEntities, e: Expected): string | null {
  const at = place(text, e);
  const end = at + e.text.length;
  const inside = read.mentions.filter((m) => m.end === end && m.start < end && m.start >= at - 5);
  const m = inside.find((x) => x.start === at) ?? inside.sort((a, b) => a.start - b.start)[0];
  if (m === undefined) return "missed";
  const entity = read.entities[m.entity];
  if (e.code !== undefined && entity.code !== e.code) return `code ${entity.code}`;
  if (e.members !== undefined) {
    const codes = entity.members.map((i) => read.entities[i].code ?? "?").sort();
    if (codes.join() !== [...e.members].sort().join()) return `members ${codes.join("+")}`;
  }
  if (e.use !== undefined && m.use !== e.use) return `use ${m.use}`;
  if (e.office !== undefined && entity.office?.title !== e.office) return `office ${entity.office?.title}`;
  return null;
}

function reader(): (id: string, text: string, published: string) => WithEntities {
  const language = loadLanguage();
  const entities = createEntities(loadLexicon());
  return (id, text, published) => {
    const document: Document = { id, text, publisher: null, title: null, url: null, published };
    const parsed = language.parse(document);
    return entities({
      parsed,
      published,
      times: [],
      entryBySentence: [],
      timesBySentence: parsed.sentences.map(() => []),
    });
  };
}

function coverage(records: readonly ActorRecord[], json: boolean): number {
  const read = reader();
  let whole = 0;
  for (const r of records) {
    const lost = missing(r, read(r.id, r.text, r.date));
    if (lost.length === 0) whole++;
    else if (!json) console.log(`${r.id}\t${lost.join(", ")}\t${r.text}`);
  }
  const share = Math.round((1000 * whole) / records.length) / 1000;
  console.log(
    json
      ? JSON.stringify({ records: records.length, allActors: whole, share })
      : `${whole} of ${records.length} records have all their actors among the mentions (${share})`,
  );
  return 0;
}

export async function run(
  paths: readonly string[],
  options: { readonly json: boolean; readonly flags: ReadonlySet<string> },
): Promise<number> {
  const file = paths[0] ?? join(packageRoot(), "eval/gold/entities.jsonl");
  const frozenFile = join(packageRoot(), "eval/frozen/entities.tsv");
  const rows = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l) as Passage | ActorRecord);
  if ("source" in rows[0]) return coverage(rows as ActorRecord[], options.json);
  const passages = rows as Passage[];
  const read = reader();
  const results = new Map<string, string>();
  for (const p of passages) {
    const layers = read(p.id, p.text, p.published);
    for (const e of p.expect) results.set(`${p.id}\t${e.text}`, fault(p.text, layers, e) ?? "ok");
  }
  const right = [...results.values()].filter((r) => r === "ok").length;
  const frozen = new Map<string, string>();
  if (paths.length === 0 && existsSync(frozenFile)) {
    for (const line of readFileSync(frozenFile, "utf8").trim().split("\n").slice(1)) {
      const [id, text, result] = line.split("\t");
      frozen.set(`${id}\t${text}`, result);
    }
  }
  const lost = [...frozen].filter(([k, r]) => r === "ok" && results.get(k) !== "ok").map(([k]) => k);
  if (options.flags.has("freeze")) {
    writeFileSync(frozenFile, `id\ttext\tresult\n${[...results].map(([k, r]) => `${k}\t${r}`).join("\n")}\n`);
  }
  for (const [k, r] of results) if (r !== "ok" && !options.json) console.log(`${k}\t${r}`);
  for (const k of lost) console.log(`lost\t${k}`);
  const summary = {
    passages: passages.length,
    mentions: results.size,
    right,
    share: Math.round((1000 * right) / results.size) / 1000,
    lost: lost.length,
  };
  console.log(
    options.json
      ? JSON.stringify(summary)
      : `${right} of ${results.size} mentions right in ${passages.length} passages`,
  );
  return lost.length > 0 && !options.flags.has("freeze") ? 1 : 0;
}

import { readFileSync } from "node:fs";
import { makeDocument } from "../../src/ledger/index.js";
import { createReader, type EventItem } from "../../src/reading/index.js";
import { loadLanguage, loadLexicon } from "../../src/resources/index.js";

export const usage =
  "plover FILE [--errors]: events on coded sentences (JSON Lines: id, text, class, source, target); classP, classR, classF1 over texts, actors over records";

interface CodedActor {
  readonly code: string | null;
}

/** One coded event. Records may share a text; a record's sentence may hold events that nobody coded. */
interface Coded {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly class: string;
  readonly source: readonly CodedActor[];
  readonly target: readonly CodedActor[];
  readonly spans?: readonly { readonly role: readonly string[] }[];
}

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

export async function run(
  [file]: readonly string[],
  { json, flags }: { readonly json: boolean; readonly flags: ReadonlySet<string> },
): Promise<number> {
  if (file === undefined) {
    console.error(`usage: ${usage}`);
    return 2;
  }
  const records = readFileSync(file, "utf8")
    .split("\n")
    .filter((l) => l !== "")
    .map((l) => JSON.parse(l) as Coded);
  const reader = createReader({ language: loadLanguage(), lexicon: loadLexicon() });
  const byText = new Map<string, EventItem[]>();
  const gold = new Map<string, Set<string>>();
  for (const r of records) {
    if (!byText.has(r.text)) {
      const meta = { publisher: null, title: null, url: null, published: r.date ?? null };
      const items = reader.read(makeDocument(meta, r.text)).items;
      byText.set(
        r.text,
        items.filter((i): i is EventItem => i.kind === "event" && !UNREAL.has(i.factuality.status)),
      );
    }
    gold.set(r.text, (gold.get(r.text) ?? new Set()).add(r.class));
  }
  const perClass = new Map<string, { gold: number; found: number; right: number }>();
  const count = (c: string): { gold: number; found: number; right: number } => {
    const t = perClass.get(c) ?? { gold: 0, found: 0, right: 0 };
    perClass.set(c, t);
    return t;
  };
  for (const [text, classes] of gold) {
    const found = new Set((byText.get(text) ?? []).map((e) => e.class as string));
    for (const c of classes) count(c).gold++;
    for (const c of found) {
      count(c).found++;
      if (classes.has(c)) count(c).right++;
    }
  }
  const outcomes = records.map((r) => judge(r, byText.get(r.text) ?? []));
  if (flags.has("errors"))
    for (const [i, o] of outcomes.entries())
      if (!o.triple) report(records[i], byText.get(records[i].text) ?? [], o);
  if (flags.has("extra"))
    for (const [text, classes] of gold)
      for (const e of byText.get(text) ?? [])
        if (!classes.has(e.class))
          console.log(`EXTRA ${show(e)} (gold ${[...classes].join(" ")})\n    ${text}`);
  const sum = (f: (t: { gold: number; found: number; right: number }) => number): number =>
    [...perClass.values()].reduce((n, t) => n + f(t), 0);
  const classP = ratio(
    sum((t) => t.right),
    sum((t) => t.found),
  );
  const classR = ratio(
    sum((t) => t.right),
    sum((t) => t.gold),
  );
  const result = {
    records: records.length,
    texts: gold.size,
    classP: round(classP),
    classR: round(classR),
    classF1: round(ratio(2 * classP * classR, classP + classR)),
    sourceAccuracy: share(outcomes.map((o) => o.source)),
    targetAccuracy: share(outcomes.map((o) => o.target)),
    tripleAccuracy: share(outcomes.map((o) => o.triple)),
  };
  if (!json) {
    const rows = [...perClass].sort(([a], [b]) => (a < b ? -1 : 1));
    console.table(
      Object.fromEntries(
        rows.map(([c, t]) => [
          c,
          { ...t, P: round(ratio(t.right, t.found)), R: round(ratio(t.right, t.gold)) },
        ]),
      ),
    );
  }
  if (flags.has("ids"))
    for (const [i, o] of outcomes.entries()) console.log(`${records[i].id}\t${o.triple ? "right" : "wrong"}`);
  console.log(json ? JSON.stringify(result) : result);
  return 0;
}

interface Outcome {
  /** Null where the record names none. */
  readonly source: boolean | null;
  readonly target: boolean | null;
  readonly triple: boolean;
}

/** Source and target are those of events of the right class; `triple`: one single event has it all. */
function judge(r: Coded, events: readonly EventItem[]): Outcome {
  const sources = codes(r.source);
  const targets = codes(r.target);
  const mutual =
    (targets.size === 0 && r.source.length > 1) ||
    (r.spans ?? []).some((s) => s.role.includes("SRC") && s.role.includes("TAR"));
  const same = events.filter((e) => e.class === r.class);
  const acts = (e: EventItem): boolean => {
    const all = e.reciprocal || mutual ? [...e.actors, ...e.recipients] : e.actors;
    return mutual && sources.size > 1 ? [...sources].every((c) => has(all, new Set([c]))) : has(all, sources);
  };
  const takes = (e: EventItem): boolean =>
    has(e.reciprocal || mutual ? [...e.actors, ...e.recipients] : e.recipients, targets);
  return {
    source: sources.size === 0 ? null : same.some(acts),
    target: targets.size === 0 ? null : same.some(takes),
    triple: same.some((e) => (sources.size === 0 || acts(e)) && (targets.size === 0 || takes(e))),
  };
}

const codes = (list: readonly CodedActor[]): Set<string> =>
  new Set(list.flatMap((a) => (a.code ? [a.code.slice(0, 3)] : [])));
const has = (list: readonly { readonly code: string | null }[], wanted: ReadonlySet<string>): boolean =>
  list.some((a) => a.code !== null && wanted.has(a.code.slice(0, 3)));
const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b);
const round = (x: number): number => Math.round(x * 1000) / 1000;
const share = (list: readonly (boolean | null)[]): number => {
  const judged = list.filter((x) => x !== null);
  return round(ratio(judged.filter((x) => x).length, judged.length));
};
const show = (e: EventItem): string =>
  `${e.class}${e.mode === null ? "" : `/${e.mode}`} ${e.actors.map((a) => a.code ?? a.name).join(",")} ${e.reciprocal ? "<>" : "->"} ${e.recipients.map((a) => a.code ?? a.name).join(",")} [${e.origin.rule} ${e.factuality.status}]`;

function report(r: Coded, events: readonly EventItem[], o: Outcome): void {
  const found = events.map(show).join("; ");
  console.log(
    `${r.id} ${r.class} ${[...codes(r.source)].join(",")} -> ${[...codes(r.target)].join(",")} ${o.source === false ? "S" : ""}${o.target === false ? "T" : ""}\n    got: ${found || "nothing"}\n    ${r.text}`,
  );
}

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Answer, answer } from "../../src/app/answer.js";
import type { Context } from "../../src/app/index.js";
import { keeperOf } from "../../src/app/keeper.js";
import { movedSince } from "../../src/app/use-cases/moved.js";
import { statusOf } from "../../src/app/use-cases/status.js";
import { type Added, openSqliteStore, type Store } from "../../src/store/index.js";
import { addDays } from "../../src/text/index.js";
import { makeWorlds, type Worlds } from "../../tools/worlds/index.js";
import { Random } from "../../tools/worlds/random.js";
import { cpuSeconds, machine, megabytes, quantile, seconds } from "../support/measure.js";
import { scoreIdentity } from "./identity.js";

export const usage =
  "record: adding, size, memory, p50/p95 of status, timeline, matrix, moved, dossier over made-up worlds; [--articles N]";

/** Documents a writer commits at a time. */
const BATCH = 256;
/** Questions of each kind. */
const ASKED = 100;
/** Lines on one page. */
const PAGE = 100;

export async function run(options: {
  readonly json: boolean;
  readonly values: ReadonlyMap<string, string>;
}): Promise<void> {
  const wanted = options.values.get("articles");
  const sizes = wanted === undefined ? [1_000, 10_000] : [Number(wanted)];
  if (sizes.some((n) => !Number.isInteger(n) || n < 50))
    throw new Error("--articles takes a whole number of at least 50");
  console.log(machine());
  let last: Measured | null = null;
  for (const size of sizes) last = await measure(size);
  if (options.json) console.log(JSON.stringify(last));
}

interface Measured {
  readonly articles: number;
  readonly addPerSecond: number;
  /** The same over the processor's time, which busy neighbours distort less. */
  readonly addPerCpuSecond: number;
  readonly rssMb: number;
  readonly p95: Readonly<Record<string, number>>;
  readonly p50: Readonly<Record<string, number>>;
  readonly cpuP95: Readonly<Record<string, number>>;
  readonly largest: { readonly articles: number; readonly p95: Readonly<Record<string, number>> };
  readonly evidence: number;
  readonly negotiations: number;
  readonly appendPerSecond: number;
  readonly megabytes: number;
  readonly identity: {
    readonly precision: number;
    readonly recall: number;
    readonly copies: { readonly precision: number; readonly recall: number };
  };
}

async function measure(articles: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-bench-"));
  const path = join(folder, "store.sqlite");
  try {
    const store = await openSqliteStore({ path, create: true });
    const worlds = makeWorlds(articles);
    const { append, follow, cpu, evidence } = await fill(store, worlds);
    const peak = { rss: process.memoryUsage().rss };
    const asked = await ask(store, worlds, peak);
    const identity = await scoreIdentity(store, worlds);
    await store.close();
    const result: Measured = {
      articles,
      addPerSecond: Math.round(articles / (append + follow)),
      addPerCpuSecond: Math.round(articles / cpu),
      rssMb: megabytes(peak.rss),
      ...asked,
      evidence,
      negotiations: worlds.sizes.length,
      appendPerSecond: Math.round(articles / append),
      megabytes: megabytes(statSync(path).size),
      identity,
    };
    show(result);
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds all articles as readers hand them over: what is timed is keeping them, sorting them to negotiations, and grouping. */
async function fill(
  store: Store,
  worlds: Worlds,
): Promise<{ append: number; follow: number; cpu: number; evidence: number }> {
  for (const n of worlds.negotiations) await store.putNegotiation(n, "2026-01-01T00:00:00.000Z");
  const keeper = await keeperOf(store);
  let append = 0;
  let follow = 0;
  let cpu = 0;
  let evidence = 0;
  let batch: Added[] = [];
  const flush = async (): Promise<void> => {
    const start = cpuSeconds();
    const t = seconds();
    await store.addDocuments(batch);
    const u = seconds();
    await keeper.settle(batch);
    append += u - t;
    follow += seconds() - u;
    cpu += cpuSeconds() - start;
    batch = [];
  };
  for (const { version, statements } of worlds.articles()) {
    evidence += statements.reduce((n, s) => n + s.evidence.length, 0);
    batch.push({ version, statements });
    if (batch.length === BATCH) await flush();
  }
  await flush();
  const start = cpuSeconds();
  const t = seconds();
  await keeper.placeAll();
  follow += seconds() - t;
  cpu += cpuSeconds() - start;
  return { append, follow, cpu, evidence };
}

type Query = (got: Answer) => unknown;

const queries: Readonly<Record<string, Query>> = {
  status: (got) => statusOf(got),
  timeline: (got) => page(got, got.latest({ count: PAGE })),
  matrix: (got) =>
    got.negotiation.issues.map((i) =>
      got.negotiation.parties.map((p) =>
        page(got, got.view.positions.filter((x) => x.issue === i.id && x.holder === p.code).slice(-3)),
      ),
    ),
  moved: (got) => movedSince(got, addDays(got.asOf.asKnownOn, -30)),
  dossier: (got) => {
    const [party] = got.negotiation.parties;
    return [got.view.lastMet, page(got, got.latest({ count: PAGE, party: party.code }))];
  },
};

const page = (got: Answer, items: Answer["view"]["items"]): unknown => {
  const shown = items.slice(-PAGE);
  return [shown, got.evidence(shown.flatMap((i) => i.reports.map((r) => r.statement)))];
};

/** Half of the questions are about today, half as known on some earlier day; negotiations by chance, then the largest alone. */
async function ask(
  store: Store,
  worlds: Worlds,
  peak: { rss: number },
): Promise<Pick<Measured, "p95" | "p50" | "cpuP95" | "largest">> {
  const context = {
    store: async () => store,
    today: () => "2026-01-01",
    storePath: "",
  } as unknown as Context;
  const random = new Random(5);
  const once = async (query: Query, negotiation: string): Promise<{ ms: number; cpu: number }> => {
    const asKnownOn = random.chance(0.5) ? "2026-01-01" : addDays("2013-06-01", random.int(0, 3000));
    const [t, c] = [seconds(), cpuSeconds()];
    query(await answer({ negotiation, asKnownOn }, context));
    const [ms, cpu] = [(seconds() - t) * 1000, (cpuSeconds() - c) * 1000];
    peak.rss = Math.max(peak.rss, process.memoryUsage().rss);
    return { ms, cpu };
  };
  const p50: Record<string, number> = {};
  const p95: Record<string, number> = {};
  const cpuP95: Record<string, number> = {};
  const top: Record<string, number> = {};
  const times: Record<string, { ms: number; cpu: number }[]> = {};
  const at = (list: readonly number[], q: number): number =>
    round(
      quantile(
        [...list].sort((a, b) => a - b),
        q,
      ),
    );
  for (const name of Object.keys(queries)) times[name] = [];
  // Kinds by turns, as people ask: a kind asked first would pay for loading what the next ones find loaded.
  for (let i = 0; i < ASKED; i++)
    for (const [name, query] of Object.entries(queries))
      times[name].push(await once(query, random.pick(worlds.negotiations).id));
  for (const [name, list] of Object.entries(times)) {
    const ms = list.map((x) => x.ms);
    p50[name] = at(ms, 0.5);
    p95[name] = at(ms, 0.95);
    cpuP95[name] = at(
      list.map((x) => x.cpu),
      0.95,
    );
  }
  for (const [name, query] of Object.entries(queries)) {
    const list: number[] = [];
    for (let i = 0; i < 20; i++) list.push((await once(query, worlds.negotiations[0].id)).ms);
    top[name] = at(list, 0.95);
  }
  return { p50, p95, cpuP95, largest: { articles: worlds.sizes[0], p95: top } };
}

const round = (ms: number): number => Math.round(ms * 10) / 10;

function show(m: Measured): void {
  const names = Object.keys(m.p95);
  console.log(
    `${m.articles} articles, ${m.evidence} evidence spans, ${m.negotiations} negotiations (largest ${m.largest.articles} articles): ` +
      `${m.addPerSecond} articles/s added (${m.addPerCpuSecond} per second of CPU; ${m.appendPerSecond} kept alone), ${m.megabytes} MB file, ${m.rssMb} MB memory`,
  );
  console.log(`  p50 ms: ${names.map((n) => `${n} ${m.p50[n]}`).join(", ")}`);
  console.log(`  p95 ms: ${names.map((n) => `${n} ${m.p95[n]}`).join(", ")}`);
  console.log(`  p95 ms of CPU: ${names.map((n) => `${n} ${m.cpuP95[n]}`).join(", ")}`);
  console.log(`  p95 ms, largest negotiation: ${names.map((n) => `${n} ${m.largest.p95[n]}`).join(", ")}`);
  const { precision, recall, copies } = m.identity;
  console.log(
    `  same event: precision ${precision}, recall ${recall}; copies: precision ${copies.precision}, recall ${copies.recall}`,
  );
}

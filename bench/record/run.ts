import { fork } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openSqliteStore } from "../../src/store/index.js";
import { makeWorlds } from "../../tools/worlds/index.js";
import { machine, megabytes } from "../support/measure.js";
import type { Told } from "./ask.js";
import type { Filled } from "./fill.js";
import { type Identity, scoreIdentity } from "./identity.js";

export const usage =
  "record: adding, size, memory, p50/p95 of status, timeline, matrix, moved, dossier over made-up worlds of 10^3, 10^4, 10^5 articles, and what grows; [--articles N]";

const SIZES = [1_000, 10_000, 100_000];

export async function run(options: {
  readonly json: boolean;
  readonly values: ReadonlyMap<string, string>;
}): Promise<void> {
  const wanted = options.values.get("articles");
  const sizes = wanted === undefined ? SIZES : [Number(wanted)];
  if (sizes.some((n) => !Number.isInteger(n) || n < 50))
    throw new Error("--articles takes a whole number of at least 50");
  console.log(machine());
  const all: Measured[] = [];
  for (const size of sizes) {
    all.push(await measure(size));
    show(all[all.length - 1]);
  }
  if (all.length > 1) showGrowth(all);
  const last = all[all.length - 1];
  if (options.json)
    console.log(JSON.stringify(all.length > 1 ? { ...last, smaller: all.slice(0, -1) } : last));
}

interface Measured extends Told {
  readonly articles: number;
  readonly addPerSecond: number;
  /** Most memory that adding ever held, in MB, with the articles made for it. */
  readonly addMb: number;
  /** The same over the processor's time, which busy neighbours distort less. */
  readonly addPerCpuSecond: number;
  /** Until committed; sorting goes on beside it, grouping comes after. */
  readonly appendPerSecond: number;
  readonly evidence: number;
  readonly negotiations: number;
  readonly megabytes: number;
  readonly identity: Identity;
}

/** Filling and asking are processes of their own: memory is that of the one that answers, which has no made-up world to hold. */
async function measure(articles: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-bench-"));
  const path = join(folder, "store.sqlite");
  try {
    console.error(`${articles} articles: adding`);
    const filled = await step<Filled>("fill", path, articles);
    console.error(`${articles} articles: asking`);
    const told = await step<Told>("ask", path, articles);
    console.error(`${articles} articles: comparing with the truth`);
    const worlds = makeWorlds(articles);
    const store = await openSqliteStore({ path });
    const identity = await scoreIdentity(store, worlds);
    await store.close();
    return {
      articles,
      addPerSecond: Math.round(articles / filled.took),
      addMb: filled.rssMb,
      addPerCpuSecond: Math.round(articles / filled.cpu),
      appendPerSecond: Math.round(articles / filled.append),
      ...told,
      evidence: filled.evidence,
      negotiations: worlds.sizes.length,
      megabytes: megabytes(statSync(path).size),
      identity,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function step<T>(name: string, path: string, articles: number): Promise<T> {
  const file = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  const script = existsSync(file) ? file : file.replace(/\.js$/, ".ts");
  const child = fork(script, [path, String(articles)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  return new Promise((done, failed) => {
    let result: T | null = null;
    child.on("message", (message) => {
      result = message as T;
    });
    child.on("error", failed);
    child.on("exit", (code) => {
      if (result !== null && code === 0) done(result);
      else failed(new Error(`the step "${name}" ended with ${code}`));
    });
  });
}

function show(m: Measured): void {
  const times = (t: Readonly<Record<string, number>>): string =>
    Object.entries(t)
      .map(([name, ms]) => `${name} ${ms}`)
      .join(", ");
  console.log(
    `${m.articles} articles, ${m.evidence} evidence spans, ${m.negotiations} negotiations (largest ${m.largest.articles} articles): ` +
      `${m.addPerSecond} articles/s added (${m.addPerCpuSecond} per second of CPU; ${m.appendPerSecond} committed; ${m.addMb} MB memory), ${m.megabytes} MB file, ${m.rssMb} MB memory`,
  );
  console.log(`  p50 ms: ${times(m.p50)}`);
  console.log(`  p95 ms: ${times(m.p95)}`);
  console.log(`  p95 ms of CPU: ${times(m.cpuP95)}`);
  console.log(`  p95 ms, largest negotiation: ${times(m.largest.p95)}`);
  const { precision, recall, copies } = m.identity;
  console.log(
    `  same event: precision ${precision}, recall ${recall}; copies: precision ${copies.precision}, recall ${copies.recall}`,
  );
}

/** What each size takes over the one before, with ten times the articles. */
function showGrowth(all: readonly Measured[]): void {
  console.log(`growth, ${all.map((m) => m.articles).join(" -> ")} articles:`);
  const line = (name: string, of: (m: Measured) => number): void =>
    console.log(
      `  ${name}: ${all.map((m, i) => (i === 0 ? `${of(m)}` : `${of(m)} (x${(of(m) / of(all[i - 1])).toFixed(2)})`)).join(" -> ")}`,
    );
  line("articles/s added", (m) => m.addPerSecond);
  line("MB file", (m) => m.megabytes);
  line("MB memory", (m) => m.rssMb);
  for (const name of Object.keys(all[0].p95)) line(`p95 ms of ${name}`, (m) => m.p95[name]);
}

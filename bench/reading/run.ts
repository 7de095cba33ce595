import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TOGETHER } from "../../src/app/taken.js";
import { readDispatch } from "../../src/intake/index.js";
import { loadReader, packageRoot } from "../../src/resources/index.js";
import type { Document } from "../../src/text/index.js";
import {
  cpuSeconds,
  machine,
  megabytes,
  quantile,
  ranged,
  rate,
  seconds,
  spread,
} from "../support/measure.js";

export const usage =
  "reading: words/s and articles/s end to end and by layer, p50/p95 per article, memory, load time, growth";

const RUNS = 5;
const ROUNDS = 5;
/** Rounds after which reading counts as compiled: V8 makes code of 1,500 functions as they become hot, for some fifteen seconds. */
const WARM = 36;

/** The example dossiers, all of them read whole: every sentence matters. */
function articles(): Document[] {
  const root = join(packageRoot(), "examples");
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((f) => /\d{4}-\d{2}-\d{2}.*\.txt$/.test(f))
    .sort()
    .map((file) => {
      const d = readDispatch(readFileSync(join(root, file)), file);
      return {
        id: file,
        text: d.text,
        title: d.title,
        publisher: d.publisher,
        url: d.url,
        published: d.published?.date ?? null,
      };
    });
}

export async function run(options: { readonly json: boolean }): Promise<void> {
  const before = seconds();
  const reader = loadReader();
  const loadSeconds = seconds() - before;
  const base = articles();
  const cold = seconds();
  reader.read(base[0]);
  const firstMs = (seconds() - cold) * 1000;
  const wordsOf = (doc: Document): number =>
    reader.layers(doc).parsed.sentences.reduce((n, s) => n + s.size, 0);
  const words = base.reduce((n, doc) => n + wordsOf(doc), 0);
  // What somebody sees who reads a folder once; the other figures are of a server or a long import.
  const first = seconds();
  for (const doc of base) reader.read(doc);
  const firstRate = words / (seconds() - first);
  // As `add` reads: some articles together.
  const batches = Array.from({ length: Math.ceil(base.length / TOGETHER.articles) }, (_, i) =>
    base.slice(i * TOGETHER.articles, (i + 1) * TOGETHER.articles),
  );
  for (let i = 1; i < WARM; i++) for (const batch of batches) reader.readAll(batch);

  const perArticle: number[] = [];
  const cpuRates: number[] = [];
  const wallRates: number[] = [];
  for (let r = 0; r < RUNS; r++) {
    const cpu = cpuSeconds();
    const wall = seconds();
    for (let c = 0; c < ROUNDS; c++) {
      for (const batch of batches) reader.readAll(batch);
    }
    const n = words * ROUNDS;
    cpuRates.push(n / (cpuSeconds() - cpu));
    wallRates.push(n / (seconds() - wall));
  }
  const alone = seconds();
  for (let c = 0; c < ROUNDS; c++)
    for (const doc of base) {
      const t = seconds();
      reader.read(doc);
      perArticle.push((seconds() - t) * 1000);
    }
  const oneByOne = (words * ROUNDS) / (seconds() - alone);
  perArticle.sort((a, b) => a - b);

  // One document of ever more articles: a paragraph that stands twice would be read once.
  const eighth = base.length / 8;
  const growth = [1, 2, 4, 8].map((times) => {
    const share = base.filter((_, i) => i < Math.round(eighth * times));
    const text = share.map((d) => d.text).join("\n\n");
    const size = share.reduce((n, d) => n + wordsOf(d), 0);
    const doc: Document = { ...base[0], id: `x${times}`, text };
    const samples = Array.from({ length: 3 }, () => {
      const t = seconds();
      reader.read(doc);
      return seconds() - t;
    });
    return { words: size, seconds: spread(samples).median };
  });
  const memory = megabytes(process.memoryUsage().rss);

  const layers = layerShares(base, reader, words);
  const wall = spread(wallRates);
  const cpu = spread(cpuRates);
  console.log(`machine: ${machine()}`);
  console.log(`load: ${loadSeconds.toFixed(2)} s; memory after all runs: ${memory} MB resident`);
  console.log(
    `end to end, ${TOGETHER.articles} articles at a time: ${ranged(wall)} words/s wall, ${ranged(cpu)} words per CPU second; ${rate((wall.median * base.length) / words)} articles/s`,
  );
  // Reading runs on one thread; V8 collects garbage on others beside it, which a machine with one core pays for too.
  const helpers = wall.median / cpu.median - 1;
  const oneCore = Math.min(cpu.median, wall.median);
  console.log(
    helpers < 0
      ? "the machine was busy with other work: of these figures, trust words per CPU second"
      : `other threads (garbage collection) worked ${Math.round(helpers * 100)} % as long as the reading one: one core alone reads ${rate(oneCore)} words/s`,
  );
  console.log(
    `nothing compiled yet: first article ${firstMs.toFixed(0)} ms, first ${base.length} articles ${rate(firstRate)} words/s`,
  );
  console.log(
    `one article after the other, as a server reads: ${rate(oneByOne)} words/s; per article of ${Math.round(words / base.length)} words: p50 ${quantile(perArticle, 0.5).toFixed(2)} ms, p95 ${quantile(perArticle, 0.95).toFixed(2)} ms`,
  );
  for (const [name, us] of layers) console.log(`  ${name.padEnd(10)} ${us.toFixed(1)} µs a word`);
  for (const g of growth)
    console.log(
      `one document of ${rate(g.words)} words: ${g.seconds.toFixed(3)} s, ${(g.words / growth[0].words).toFixed(2)}x the words, ${(g.seconds / growth[0].seconds).toFixed(2)}x the time`,
    );
  if (options.json) {
    console.log(
      JSON.stringify({
        wordsPerSecond: Math.round(wall.median),
        wordsPerSecondSpread: [Math.round(wall.min), Math.round(wall.max)],
        wordsPerCpuSecond: Math.round(cpu.median),
        wordsPerSecondOneCore: Math.round(oneCore),
        firstArticleMs: firstMs,
        firstWordsPerSecond: Math.round(firstRate),
        wordsPerSecondOneByOne: Math.round(oneByOne),
        articlesPerSecond: Math.round((wall.median * base.length) / words),
        p50ms: quantile(perArticle, 0.5),
        p95ms: quantile(perArticle, 0.95),
        loadSeconds,
        memoryMb: memory,
        layers: Object.fromEntries(layers),
        growthOfWork: growth.map((g) => g.words / growth[0].words),
        growth: growth.map((g) => g.seconds / growth[0].seconds),
      }),
    );
  }
}

type Reader = ReturnType<typeof loadReader>;

/** Time of each layer from differences of cumulative runs, each over all articles. */
function layerShares(base: readonly Document[], reader: Reader, words: number): [string, number][] {
  const timed = reader.timed(() => seconds());
  for (const doc of base) timed.read(doc);
  timed.reset();
  for (let i = 0; i < 5; i++) for (const doc of base) timed.read(doc);
  return [...timed.totals()].map(([name, s]) => [name, (s / (5 * words)) * 1e6]);
}

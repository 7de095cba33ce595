/** Run as a process of its own by the bench: makes a world and adds its articles to a new store; `node fill.js PATH ARTICLES`. */
import { keeperOf } from "../../src/app/keeper.js";
import { type Added, openSqliteStore } from "../../src/store/index.js";
import { makeWorlds } from "../../tools/worlds/index.js";
import { cpuSeconds, seconds } from "../support/measure.js";

/** Documents that share a transaction: what was read is acknowledged when it is committed. */
const BATCH = 64;
/** Articles between two words on how far it is. */
const TELL = 10_000;

export interface Filled {
  readonly append: number;
  readonly follow: number;
  readonly cpu: number;
  readonly evidence: number;
}

const [path, articles] = [process.argv[2], Number(process.argv[3])];
const store = await openSqliteStore({ path, create: true });
const worlds = makeWorlds(articles);
for (const n of worlds.negotiations) await store.putNegotiation(n, "2026-01-01T00:00:00.000Z");
const keeper = await keeperOf(store);
let [append, follow, cpu, evidence, done] = [0, 0, 0, 0, 0];

// What is timed is what comes after reading: keeping articles, sorting them to negotiations, grouping what they tell.
const add = async (batch: readonly Added[]): Promise<void> => {
  const [c, t] = [cpuSeconds(), seconds()];
  await store.addDocuments(batch);
  const u = seconds();
  await keeper.settle(batch);
  append += u - t;
  follow += seconds() - u;
  cpu += cpuSeconds() - c;
  done += batch.length;
  if (Math.floor(done / TELL) > Math.floor((done - batch.length) / TELL))
    console.error(`  ${done} of ${articles} added, ${Math.round(done / (append + follow))} articles/s`);
};
let batch: Added[] = [];
for (const { version, statements } of worlds.articles()) {
  for (const s of statements) evidence += s.evidence.length;
  batch.push({ version, statements });
  if (batch.length === BATCH) {
    await add(batch);
    batch = [];
  }
}
if (batch.length > 0) await add(batch);
const [c, t] = [cpuSeconds(), seconds()];
await keeper.placeAll();
follow += seconds() - t;
cpu += cpuSeconds() - c;
if (articles >= TELL)
  console.error(`  grouped, ${Math.round(articles / (append + follow))} articles/s in all`);
await store.close();
process.send?.({ append, follow, cpu, evidence } satisfies Filled);

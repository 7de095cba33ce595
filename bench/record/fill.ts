/** Run as a process of its own by the bench: makes a world and adds its articles to a new store; `node fill.js PATH ARTICLES [one]`; `one` does without the second thread. */
import { Adding } from "../../src/app/adding.js";
import { type Added, openSqliteStore } from "../../src/store/index.js";
import { makeWorlds } from "../../tools/worlds/index.js";
import { cpuSeconds, megabytes, seconds } from "../support/measure.js";

/** Articles made before the clock runs: nothing goes on beside the making, so that no work hides behind it. */
const AHEAD = 4096;
/** Articles between two words on how far it is. */
const TELL = 10_000;

export interface Filled {
  /** Seconds in all, and until everything was committed. */
  readonly took: number;
  readonly append: number;
  /** CPU of all threads. */
  readonly cpu: number;
  readonly evidence: number;
  /** Most memory that the process ever held, the world included. */
  readonly rssMb: number;
}

const [path, articles] = [process.argv[2], Number(process.argv[3])];
const store = await openSqliteStore({ path, create: true });
const worlds = makeWorlds(articles);
for (const n of worlds.negotiations) await store.putNegotiation(n, "2026-01-01T00:00:00.000Z");
// As `rapporteur import` does.
const adding = new Adding(store, process.argv[4] === "one" ? null : path);
let [took, append, cpu, evidence, done] = [0, 0, 0, 0, 0];

/** What is timed is what comes after reading: keeping articles, sorting them to negotiations, grouping what they tell. */
async function timed(work: () => Promise<void>): Promise<number> {
  const [c, t] = [cpuSeconds(), seconds()];
  await work();
  const own = seconds() - t;
  took += own;
  cpu += cpuSeconds() - c;
  return own;
}

async function add(list: Added[]): Promise<void> {
  const { length } = list;
  append += await timed(async () => {
    // Let go one by one, as by somebody who reads them from a file.
    for (let a = list.pop(); a !== undefined; a = list.pop()) await adding.put(a);
    await adding.flush();
  });
  await timed(() => adding.settle());
  done += length;
  if (Math.floor(done / TELL) > Math.floor((done - length) / TELL))
    console.error(`  ${done} of ${articles} added, ${Math.round(done / took)} articles/s`);
}
const list: Added[] = [];
for (const { version, statements } of worlds.articles()) {
  for (const s of statements) evidence += s.evidence.length;
  list.push({ version, statements });
  if (list.length === AHEAD) await add(list.reverse());
}
if (list.length > 0) await add(list.reverse());
await timed(() => adding.finish());
if (articles >= TELL) console.error(`  grouped, ${Math.round(articles / took)} articles/s in all`);
await adding.close();
await store.close();
const rssMb = megabytes(process.resourceUsage().maxRSS * 1024);
process.send?.({ took, append, cpu, evidence, rssMb } satisfies Filled);

/** Run as a process of its own by the bench: asks a store that another one filled; `node ask.js PATH ARTICLES`. */
import { type Answer, answer } from "../../src/app/answer.js";
import type { Context } from "../../src/app/index.js";
import { movedSince } from "../../src/app/use-cases/moved.js";
import { lastPositions } from "../../src/app/use-cases/record-lists.js";
import { statusOf } from "../../src/app/use-cases/status.js";
import { openSqliteStore } from "../../src/store/index.js";
import { addDays } from "../../src/text/index.js";
import { makeWorlds } from "../../tools/worlds/index.js";
import { Random } from "../../tools/worlds/random.js";
import { cpuSeconds, megabytes, quantile, seconds } from "../support/measure.js";

/** Questions of each kind. */
const ASKED = 100;
/** Lines on one page. */
const PAGE = 100;

type Times = Readonly<Record<string, number>>;

export interface Told {
  readonly p50: Times;
  readonly p95: Times;
  readonly cpuP95: Times;
  readonly largest: { readonly articles: number; readonly p95: Times };
  /** Most memory that the process ever held. */
  readonly rssMb: number;
}

const page = (got: Answer, items: Answer["view"]["items"]): unknown => {
  const shown = items.slice(-PAGE);
  return [shown, got.evidence(shown.flatMap((i) => i.reports.map((r) => r.statement)))];
};

const queries: Readonly<Record<string, (got: Answer) => unknown>> = {
  status: (got) => statusOf(got),
  timeline: (got) => page(got, got.latest({ count: PAGE })),
  matrix: (got) => page(got, lastPositions(got, 3)),
  moved: (got) => movedSince(got, addDays(got.asOf.asKnownOn, -30)),
  dossier: (got) => {
    const [party] = got.negotiation.parties;
    return [got.view.lastMet, page(got, got.latest({ count: PAGE, party: party.code }))];
  },
};

const [path, articles] = [process.argv[2], Number(process.argv[3])];
const store = await openSqliteStore({ path });
const worlds = makeWorlds(articles);
const context = {
  store: async () => store,
  today: () => "2026-01-01",
  storePath: path,
} as unknown as Context;
const random = new Random(5);

/** Half of the questions are about today, half as known on some earlier day. */
async function once(
  name: string,
  negotiation: string,
): Promise<{ readonly ms: number; readonly cpu: number }> {
  const asKnownOn = random.chance(0.5) ? "2026-01-01" : addDays("2013-06-01", random.int(0, 3000));
  const [t, c] = [seconds(), cpuSeconds()];
  queries[name](await answer({ negotiation, asKnownOn }, context));
  return { ms: (seconds() - t) * 1000, cpu: (cpuSeconds() - c) * 1000 };
}

const names = Object.keys(queries);
const times = new Map(names.map((n) => [n, [] as { ms: number; cpu: number }[]]));
// Kinds by turns, as people ask: a kind asked first would pay for loading what the next ones find loaded.
for (let i = 0; i < ASKED; i++)
  for (const name of names) times.get(name)?.push(await once(name, random.pick(worlds.negotiations).id));
const top = new Map(names.map((n) => [n, [] as { ms: number; cpu: number }[]]));
for (const name of names)
  for (let i = 0; i < 20; i++) top.get(name)?.push(await once(name, worlds.negotiations[0].id));
await store.close();

const at = (of: typeof times, field: "ms" | "cpu", q: number): Times =>
  Object.fromEntries(
    [...of].map(([name, list]) => {
      const sorted = list.map((x) => x[field]).sort((a, b) => a - b);
      return [name, Math.round(quantile(sorted, q) * 10) / 10];
    }),
  );
process.send?.({
  p50: at(times, "ms", 0.5),
  p95: at(times, "ms", 0.95),
  cpuP95: at(times, "cpu", 0.95),
  largest: { articles: worlds.sizes[0], p95: at(top, "ms", 0.95) },
  // In KiB.
  rssMb: megabytes(process.resourceUsage().maxRSS * 1024),
} satisfies Told);

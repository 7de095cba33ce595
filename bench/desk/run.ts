import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Adding } from "../../src/app/adding.js";
import { openPostgresStore, openSqliteStore, type Store } from "../../src/store/index.js";
import { postgres } from "../../test/support/postgres.js";
import { makeWorlds, type Worlds } from "../../tools/worlds/index.js";
import { machine, rate, seconds } from "../support/measure.js";
import { type Load, load } from "./clients.js";
import { type PageLoad, pageLoad } from "./page.js";
import { serving } from "./server.js";

export const usage =
  "desk: requests/s and p50/p95/p99 of the ten busiest routes under 50 clients over both stores, server memory, page load; [--articles N] [--seconds S] [--only sqlite|postgres] [--keep FOLDER: the stores are made there once and used again]";

const CLIENTS = 50;

interface Measured {
  readonly store: string;
  readonly articles: number;
  readonly clients: number;
  /** 0 where a store was used again. */
  readonly fillSeconds: number;
  /** Resident memory of the server after the load, and its peak, in MB. */
  readonly rssMb: number;
  readonly peakMb: number;
  readonly routes: Readonly<Record<string, Load>>;
  readonly page: PageLoad | null;
}

export async function run(options: {
  readonly json: boolean;
  readonly values: ReadonlyMap<string, string>;
}): Promise<void> {
  const articles = Number(options.values.get("articles") ?? 10_000);
  const time = Number(options.values.get("seconds") ?? 4);
  const only = options.values.get("only");
  const keep = options.values.get("keep") ?? null;
  if (!Number.isInteger(articles) || articles < 50 || !(time > 0))
    throw new Error("--articles takes a whole number of at least 50, --seconds a positive one");
  console.log(machine());
  const results: Measured[] = [];
  // Told as it comes: the second store takes longer.
  for (const [name, measured] of [
    ["sqlite", overSqlite],
    ["postgres", overPostgres],
  ] as const) {
    if (only !== undefined && only !== name) continue;
    const m = await measured(articles, time, keep);
    results.push(m);
    show(m);
  }
  if (options.json) console.log(JSON.stringify({ articles, clients: CLIENTS, stores: results }));
}

async function overSqlite(articles: number, time: number, keep: string | null): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-bench-"));
  if (keep !== null) mkdirSync(keep, { recursive: true });
  const path = resolve(keep ?? folder, `worlds-${articles}.sqlite`);
  try {
    const worlds = makeWorlds(articles);
    const took = existsSync(path) ? 0 : await fillFile(path, worlds);
    return await measure("sqlite", path, folder, worlds, took, articles, time);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The store has its name once it is whole: one that was broken off is not used again. */
async function fillFile(path: string, worlds: Worlds): Promise<number> {
  const part = `${path}.part`;
  for (const end of ["", "-wal", "-shm"]) rmSync(`${part}${end}`, { force: true });
  const took = await fill(await openSqliteStore({ path: part, create: true }), part, worlds);
  renameSync(part, path);
  return took;
}

async function overPostgres(articles: number, time: number, keep: string | null): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-bench-"));
  const kept = keep === null ? null : resolve(keep, `worlds-${articles}.postgres`);
  const whole = kept === null ? null : join(kept, "whole");
  // One that was broken off is not used again.
  const there = whole !== null && existsSync(whole);
  if (kept !== null && !there) rmSync(kept, { recursive: true, force: true });
  if (kept !== null) mkdirSync(kept, { recursive: true });
  const server = postgres(kept ?? undefined);
  await server.start();
  try {
    const worlds = makeWorlds(articles);
    const url = server.url();
    const took = there ? 0 : await fill(await openPostgresStore({ url, create: true }), url, worlds);
    if (whole !== null) writeFileSync(whole, "");
    return await measure("postgres", url, folder, worlds, took, articles, time);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Keeps all articles as readers hand them over; gives the seconds it took. */
async function fill(store: Store, path: string, worlds: Worlds): Promise<number> {
  const start = seconds();
  for (const n of worlds.negotiations) await store.putNegotiation(n, "2026-01-01T00:00:00.000Z");
  const adding = new Adding(store, path);
  for (const { version, statements } of worlds.articles()) await adding.put({ version, statements });
  await adding.finish();
  await adding.close();
  await store.close();
  return seconds() - start;
}

async function measure(
  name: string,
  storePath: string,
  folder: string,
  worlds: Worlds,
  fillSeconds: number,
  articles: number,
  time: number,
): Promise<Measured> {
  const server = await serving(storePath, folder);
  try {
    const ids = worlds.negotiations.map((n) => n.id);
    const routes = await load(server.address, ids, CLIENTS, time);
    const { rssMb, peakMb } = server.memory();
    // A page that does not come in time must not lose what was measured before it.
    const page = await pageLoad(server.address).catch((error: unknown) => {
      console.error(`  page: ${String(error).split("\n")[0]}`);
      return null;
    });
    return {
      store: name,
      articles,
      clients: CLIENTS,
      fillSeconds: Math.round(fillSeconds),
      rssMb,
      peakMb,
      routes,
      page,
    };
  } finally {
    await server.close();
  }
}

function show(m: Measured): void {
  console.log(
    `${m.store}: ${rate(m.articles)} articles, ${m.clients} clients; server ${m.rssMb} MB (peak ${m.peakMb}); filled in ${m.fillSeconds} s`,
  );
  for (const [route, l] of Object.entries(m.routes))
    console.log(
      `  ${route.padEnd(12)} ${rate(l.perSecond).padStart(7)}/s  p50 ${l.p50} ms, p95 ${l.p95}, p99 ${l.p99}${l.failed > 0 ? `, ${l.failed} FAILED` : ""}`,
    );
  console.log(
    m.page === null
      ? "  page: not measured, there is no Chromium or the pages are not built"
      : `  page: first paint ${m.page.firstPaintMs} ms, where each stands shown after ${m.page.shownMs} ms, ${m.page.scriptKb} kB of script sent`,
  );
}

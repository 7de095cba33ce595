import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { keeperOf } from "../../src/app/keeper/index.js";
import { rowsOf } from "../../src/record/index.js";
import { openSqliteStore, type Store } from "../../src/store/index.js";
import { makeWorlds } from "../../tools/worlds/index.js";
import { Random } from "../../tools/worlds/random.js";

const writer = join(import.meta.dirname, "writer.ts");
const fresh = (): string => join(mkdtempSync(join(tmpdir(), "rapporteur-")), "store.db");
const write = (path: string, from: number, to: number, every = 10): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", writer, path, String(from), String(to), String(every)], {
    stdio: ["ignore", "pipe", "inherit"],
  });

/** Ids the writer acknowledged until it ended, or was killed so many milliseconds after the first. */
async function acknowledged(
  child: ChildProcess,
  killAfter: number | null,
): Promise<{ ids: string[]; done: boolean }> {
  const ids: string[] = [];
  let done = false;
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  lines.on("line", (line) => {
    if (line === "done") done = true;
    if (line.length !== 24) return;
    ids.push(line);
    if (ids.length === 1 && killAfter !== null) setTimeout(() => child.kill("SIGKILL"), killAfter);
  });
  await ended;
  return { ids, done };
}

const worlds = makeWorlds(1000, 11, 5);
const articles = new Map([...worlds.articles()].map((a) => [a.version.document.id, a]));

/** Every derived row, in order. */
async function derived(store: Store): Promise<string> {
  return JSON.stringify(
    await Promise.all(worlds.negotiations.map(async (n) => rowsOf(await store.shelf.sheets(n.id)))),
  );
}

/** Nothing half-written: each document with all its statements, and none without. */
async function whole(store: Store): Promise<number> {
  let documents = 0;
  let statements = 0;
  for await (const { document } of store.documents()) {
    documents++;
    statements += articles.get(document.id)?.statements.length ?? Number.NaN;
  }
  expect(await store.counts()).toMatchObject({ documents, statements });
  return documents;
}

describe("a store in use", () => {
  it("loses nothing it acknowledged when its writer is killed, 20 times over 1,000 articles, and adding goes on where it stopped", async () => {
    const path = fresh();
    const random = new Random(Date.now() % 1_000_000);
    const all: string[] = [];
    let kills = 0;
    for (let finished = false; !finished; ) {
      const { ids, done } = await acknowledged(write(path, 0, 1000), kills < 20 ? random.int(0, 350) : null);
      all.push(...ids);
      finished = done;
      if (done) break;
      kills++;
      const store = await openSqliteStore({ path });
      for (const id of ids) expect(await store.hasDocument(id)).toBe(true);
      await whole(store);
      await store.close();
    }
    // A fast machine may end the thousand before the twentieth kill; most must have hit.
    expect(kills).toBeGreaterThanOrEqual(8);
    const store = await openSqliteStore({ path });
    expect(await whole(store)).toBe(articles.size);
    expect(new Set(all).size).toBeGreaterThan(articles.size - kills - 1);
    expect((await store.check()).ok).toBe(true);
    const grown = await derived(store);
    await (await keeperOf(store)).rebuild();
    expect(await derived(store)).toBe(grown);
    await store.close();
  }, 480_000);

  it("serves two writers at once, and a reader meanwhile", async () => {
    const path = fresh();
    const reader = await openSqliteStore({ path, create: true, busyMs: 20_000 });
    for (const n of worlds.negotiations) await reader.putNegotiation(n, "2031-01-01T00:00:00Z");
    const writers = [acknowledged(write(path, 0, 150), null), acknowledged(write(path, 150, 300, 7), null)];
    const keeper = await keeperOf(reader);
    let seen = 0;
    for (let look = 0; look < 20; look++) {
      const n = await whole(reader);
      expect(n).toBeGreaterThanOrEqual(seen);
      seen = n;
      // A question asked meanwhile follows the log too: three processes write derived rows.
      await keeper.book(worlds.negotiations[0]);
      await new Promise((done) => setTimeout(done, 25));
    }
    const ids = (await Promise.all(writers)).flatMap((w) => w.ids);
    expect(new Set(ids).size).toBe(300);
    expect(await whole(reader)).toBe(300);
    await keeper.placeAll();
    const grown = await derived(reader);
    await keeper.rebuild();
    expect(await derived(reader)).toBe(grown);
    await reader.close();
  }, 240_000);

  it.runIf(process.getuid?.() === 0 && process.platform === "linux")(
    "on a disk that is full says so, keeps what it had, and goes on when there is room",
    async (context) => {
      const disk = mkdtempSync(join(tmpdir(), "rapporteur-disk-"));
      if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=6m", "tmpfs", disk]).status !== 0)
        return context.skip();
      try {
        const path = join(disk, "store.db");
        const store = await openSqliteStore({ path, create: true });
        const list = [...articles.values()];
        let kept = 0;
        let failed: unknown = null;
        for (; kept < list.length && failed === null; ) {
          await store.addDocument(list[kept].version, list[kept].statements).then(
            () => kept++,
            (error) => {
              failed = error;
            },
          );
        }
        expect(failed).toMatchObject({ code: "STORE_FULL" });
        expect(await whole(store)).toBe(kept);
        expect((await store.check()).ok).toBe(true);
        spawnSync("mount", ["-o", "remount,size=64m", disk]);
        expect((await store.addDocument(list[kept].version, list[kept].statements)).added).toBe(true);
        expect(await whole(store)).toBe(kept + 1);
        await store.close();
      } finally {
        spawnSync("umount", ["-l", disk]);
      }
    },
    60_000,
  );

  it("tells a writer that waited long enough that another one is writing", async () => {
    const path = fresh();
    const store = await openSqliteStore({ path, create: true, busyMs: 100 });
    const other = new Database(path);
    other.exec("BEGIN IMMEDIATE");
    const add = store.addJudgement({
      id: "j",
      who: "desk",
      when: "2031-01-01T00:00:00Z",
      why: "",
      decision: { type: "accept", statement: "s" },
    });
    await expect(add).rejects.toMatchObject({ code: "STORE_BUSY" });
    expect(await store.counts()).toMatchObject({ judgements: 0 });
    other.exec("ROLLBACK");
    other.close();
    await store.close();
  });
});

import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openSqliteStore } from "../../src/store/index.js";

const writer = join(import.meta.dirname, "writer.ts");
const fresh = (): string => join(mkdtempSync(join(tmpdir(), "rapporteur-")), "store.db");
const write = (path: string, from: number, count: number): ChildProcess =>
  spawn(process.execPath, ["--import", "tsx", writer, path, String(from), String(count)], {
    stdio: ["ignore", "pipe", "inherit"],
  });

/** Ids the writer acknowledged until it ended or was killed after `killAfter` of them. */
async function acknowledged(child: ChildProcess, killAfter: number | null): Promise<string[]> {
  const out: string[] = [];
  const ended = new Promise<void>((done) => child.on("close", () => done()));
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  lines.on("line", (line) => {
    if (line.length === 24) out.push(line);
    if (out.length === killAfter) child.kill("SIGKILL");
  });
  await ended;
  return out;
}

describe("a store in use", () => {
  it("loses nothing it acknowledged and shows nothing half-written when its writer is killed", async () => {
    const path = fresh();
    const all: string[] = [];
    for (let round = 0; round < 4; round++)
      all.push(...(await acknowledged(write(path, round * 100_000, 100_000), 7 + round * 11)));
    expect(all.length).toBeGreaterThanOrEqual(7 + 18 + 29 + 40);
    const store = await openSqliteStore({ path });
    for (const id of all) expect(await store.hasDocument(id)).toBe(true);
    const { documents, statements } = await store.counts();
    expect(statements).toBe(5 * documents);
    expect((await store.check()).ok).toBe(true);
    await store.close();
  });

  it("serves two writers at once, and a reader meanwhile", async () => {
    const path = fresh();
    const writers = [acknowledged(write(path, 0, 150), null), acknowledged(write(path, 1000, 150), null)];
    const reader = await openSqliteStore({ path, create: true, busyMs: 20_000 });
    let seen = 0;
    for (let look = 0; look < 20; look++) {
      const { documents, statements } = await reader.counts();
      expect(statements).toBe(5 * documents);
      expect(documents).toBeGreaterThanOrEqual(seen);
      seen = documents;
      await new Promise((done) => setTimeout(done, 25));
    }
    const ids = (await Promise.all(writers)).flat();
    expect(new Set(ids).size).toBe(300);
    expect(await reader.counts()).toMatchObject({ documents: 300, statements: 1500 });
    await reader.close();
  });

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

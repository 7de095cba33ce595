import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openAccess } from "../../src/app/index.js";
import { postgres } from "../support/postgres.js";

const main = resolve(import.meta.dirname, "../../dist/src/cli/main.js");
const folder = mkdtempSync(join(tmpdir(), "rapporteur-backup-"));
const store = join(folder, "store.sqlite");
let child: ChildProcess;
let address = "";

/** A command line as a person types it: exit code, and what it printed. */
function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [main, ...args], { cwd: folder, maxBuffer: 2 ** 26 }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

beforeAll(async () => {
  expect((await run("demo", "--store", store)).code).toBe(0);
  const access = await openAccess(store, true);
  await access?.grant({ name: "A", role: "admin", expires: null }, "2024-01-01T00:00:00.000Z");
  access?.close();
  child = spawn(process.execPath, [main, "serve", "--port", "0", "--store", store], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  for await (const part of child.stdout as NonNullable<ChildProcess["stdout"]>) {
    told += String(part);
    address = /open at (http:\S+)/.exec(told)?.[1] ?? "";
    if (address !== "") break;
  }
}, 120_000);
afterAll(async () => {
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const documents = async () =>
  (await (await fetch(`${address}/api/v1/list`)).json()).counts.documents as number;

it("copies a running store while it is written to, and the copy is whole", async () => {
  let writing = true;
  let kept = 0;
  const writer = (async () => {
    for (let i = 0; writing; i++) {
      const text = `BANJUL, May 2, 2024 - The ministers of Gambia and Senegal met in Banjul on Thursday and agreed on point ${i} of the treaty.`;
      const answer = await fetch(`${address}/api/v1/articles`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text, published: "2024-05-02" }),
      });
      expect(answer.status).toBe(200);
      kept++;
    }
  })();
  const before = await documents();
  const results = [];
  for (let i = 0; i < 3; i++) {
    // The first article waits for the reader to load, on a slow machine longer than three copies take: no copy is made without writes before it.
    while (kept < i + 2) await Promise.race([writer, new Promise((done) => setTimeout(done, 20))]);
    results.push(await run("backup", `copy-${i}.sqlite`, "--store", store, "--format", "json"));
  }
  writing = false;
  await writer;
  expect(kept).toBeGreaterThan(3);
  for (const [i, r] of results.entries()) {
    expect(r.err).toBe("");
    const told = JSON.parse(r.out);
    expect(told.counts.documents).toBeGreaterThanOrEqual(before);
    const checked = JSON.parse((await run("check", "--store", `copy-${i}.sqlite`, "--format", "json")).out);
    expect([checked.ok, checked.counts.documents]).toEqual([true, told.counts.documents]);
    expect(checked.anchors).toBeGreaterThan(100);
  }
  expect(existsSync(join(folder, "copy-0.access.sqlite"))).toBe(true);
}, 120_000);

it("is not put where a server has the store open, nor over a store that was not named to be replaced", async () => {
  const over = await run("restore", "copy-0.sqlite", "--store", store);
  expect([over.code, over.err.split(" ")[0]]).toEqual([3, expect.stringContaining("RESTORE_EXISTS")]);
  const open = await run("restore", "copy-0.sqlite", "--store", store, "--replace");
  expect([open.code, open.err]).toEqual([5, expect.stringContaining("STORE_BUSY")]);
  expect(await documents()).toBeGreaterThan(0);
}, 60_000);

it("is put back, with who may use the server; the old store stays beside", async () => {
  const now = await documents();
  child.kill("SIGTERM");
  await once(child, "exit");
  const restored = await run("restore", "copy-0.sqlite", "--store", store, "--replace", "--format", "json");
  expect(restored.err).toBe("");
  const told = JSON.parse(restored.out);
  expect(told.counts.documents).toBeLessThan(now);
  expect(JSON.parse((await run("check", "--store", store, "--format", "json")).out).ok).toBe(true);
  expect(readdirSync(folder).some((f) => f.startsWith("store.sqlite.before-"))).toBe(true);
  expect((await run("token", "list", "--store", store)).out).toContain("1 in force");
  const same = await run("export", "--store", store);
  expect(same.out).toBe((await run("export", "--store", "copy-0.sqlite")).out);
}, 60_000);

it("is refused where it is damaged, and nothing is changed", async () => {
  const bytes = readFileSync(join(folder, "copy-1.sqlite"));
  for (let at = 40_000; at < bytes.length; at += 9000) bytes.fill(0x5a, at, Math.min(at + 300, bytes.length));
  writeFileSync(join(folder, "bad.sqlite"), bytes);
  const bad = await run("restore", "bad.sqlite", "--store", "new.sqlite");
  expect([bad.code, bad.err]).toEqual([3, expect.stringContaining("BACKUP_BAD")]);
  expect(existsSync(join(folder, "new.sqlite"))).toBe(false);
  writeFileSync(join(folder, "bad.jsonl"), '{"type":"store","format":1}\n{"type":"document"\n');
  expect((await run("restore", "bad.jsonl", "--store", "new.sqlite")).err).toContain("BACKUP_BAD");
  expect(existsSync(join(folder, "new.sqlite"))).toBe(false);
}, 60_000);

it("goes to a PostgreSQL server and comes from it as JSON Lines, the same to the byte", async () => {
  const server = postgres();
  await server.start();
  try {
    const url = server.url();
    expect((await run("export", "--out", "all.jsonl", "--store", "copy-0.sqlite")).code).toBe(0);
    const into = await run("restore", "all.jsonl", "--store", url, "--format", "json");
    expect(into.err).toBe("");
    const out = await run("backup", "server.jsonl", "--store", url, "--format", "json");
    expect(JSON.parse(out.out).form).toBe("json lines");
    expect(readFileSync(join(folder, "server.jsonl"), "utf8")).toBe(
      readFileSync(join(folder, "all.jsonl"), "utf8"),
    );
    expect((await run("restore", "all.jsonl", "--store", url)).err).toContain("RESTORE_EXISTS");
    expect(`${into.out}${out.out}`).not.toContain("test@");
  } finally {
    await server.stop();
  }
}, 120_000);

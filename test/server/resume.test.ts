import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, expect, it } from "vitest";

const main = resolve(import.meta.dirname, "../../dist/src/cli/main.js");
const COUNT = 60;
const folder = mkdtempSync(join(tmpdir(), "rapporteur-resume-"));
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
});

async function serve(store: string): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [main, "serve", "--port", "0", "--store", store], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(child);
  let told = "";
  for await (const part of child.stdout as NonNullable<ChildProcess["stdout"]>) {
    told += String(part);
    const address = /open at (http:\S+)/.exec(told)?.[1];
    if (address !== undefined) return { child, address };
  }
  throw new Error(`The server ended: ${told}`);
}

const article = (i: number) => ({
  text: `The foreign ministers of Gambia and Senegal met in Banjul on May ${1 + (i % 28)}, 2024. They agreed on point ${i} of the river treaty. `.repeat(
    4,
  ),
  title: `Talks, part ${i}`,
  published: "2024-06-01",
});

async function begun(address: string): Promise<string> {
  const body = JSON.stringify({ articles: Array.from({ length: COUNT }, (_, i) => article(i)) });
  const answer = await fetch(`${address}/api/v1/jobs/articles`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const { id } = await answer.json();
  for (;;) {
    const { done } = await (await fetch(`${address}/api/v1/jobs/${id}`)).json();
    if (done >= 5) return id;
    await new Promise((next) => setTimeout(next, 20));
  }
}

async function ended(address: string, id: string) {
  for (;;) {
    const job = await (await fetch(`${address}/api/v1/jobs/${id}`)).json();
    if (job.ended !== null) return job;
    await new Promise((next) => setTimeout(next, 50));
  }
}

it.each(["SIGTERM", "SIGKILL"] as const)(
  "a job goes on where it was after %s",
  async (signal) => {
    const store = join(folder, `${signal}.sqlite`);
    const first = await serve(store);
    const id = await begun(first.address);
    // Somebody looks on: a stream that is open must not keep the server from ending.
    const looking = await fetch(`${first.address}/api/v1/jobs/${id}/events`);
    const seen = looking.text().catch(() => "cut off");
    const exit = once(first.child, "exit");
    first.child.kill(signal);
    const [code] = await exit;
    await seen;
    if (signal === "SIGTERM") expect(code).toBe(0);
    // Nobody serves: what is kept says that it is not at its end, and how far it is.
    const { openDeskFile } = await import("../../src/app/index.js");
    const file = await openDeskFile(store);
    const [row] = file.jobs();
    expect([row.id, row.ended]).toEqual([id, null]);
    expect(row.done).toBeGreaterThanOrEqual(5);
    expect(row.done).toBeLessThan(COUNT);
    expect(file.jobItems(id)).toHaveLength(row.done);
    file.close();
    const second = await serve(store);
    const job = await ended(second.address, id);
    expect([job.state, job.done, job.total]).toEqual(["done", COUNT, COUNT]);
    expect(job.result.items.map((i: { file: string }) => i.file)).toEqual(
      Array.from({ length: COUNT }, (_, i) => `article ${i + 1}`),
    );
    // One that was kept and not yet noted when the server was killed is met again, and is there.
    const again = job.result.items.filter((i: { outcome: string }) => i.outcome !== "added");
    expect(again.length).toBeLessThanOrEqual(signal === "SIGKILL" ? 1 : 0);
    expect((await (await fetch(`${second.address}/api/v1/list`)).json()).counts.documents).toBe(COUNT);
    second.child.kill("SIGTERM");
    await once(second.child, "exit");
    const after = await openDeskFile(store);
    expect(after.jobs()[0].input).toBeNull();
    expect(after.jobItems(id)).toEqual([]);
    after.close();
    if (signal === "SIGKILL") rmSync(folder, { recursive: true, force: true });
  },
  120_000,
);

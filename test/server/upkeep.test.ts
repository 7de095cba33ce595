import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { serve } from "./support.js";

const main = resolve(import.meta.dirname, "../../dist/src/cli/main.js");

it("says that it lives and whether it can answer, to everybody and nothing else", async () => {
  const served = await serve({ tokens: true, local: false });
  const ready = await served.app.inject("/readyz");
  expect([ready.statusCode, ready.json()]).toEqual([200, { ok: true, jobs: 0 }]);
  expect((await served.app.inject("/healthz")).json().ok).toBe(true);
  await served.close();
});

it("is alive and not ready where the store cannot be opened", async () => {
  const { buildApp, makeDesk, serverContext } = await import("../../src/server/index.js");
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-ready-"));
  const context = {
    ...serverContext(join(folder, "store.sqlite")),
    store: () => Promise.reject(Object.assign(new Error("gone"), { code: "STORE_MISSING" })),
  };
  const desk = await makeDesk(join(folder, "store.sqlite"), context);
  const app = await buildApp({ desk, access: null, local: true });
  expect((await app.inject("/healthz")).statusCode).toBe(200);
  const ready = await app.inject("/readyz");
  expect([ready.statusCode, ready.json().error.code]).toEqual([503, "STORE_MISSING"]);
  await app.close();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

it("answers what is under way when it is told to end, and leaves with 0; its log has a line for each answer and no word of an article", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-stop-"));
  const child = spawn(
    process.execPath,
    [main, "serve", "--port", "0", "--log", "--store", join(folder, "store.sqlite")],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let log = "";
  child.stderr.on("data", (part) => {
    log += String(part);
  });
  let told = "";
  let address = "";
  for await (const part of child.stdout) {
    told += String(part);
    address = /open at (http:\S+)/.exec(told)?.[1] ?? "";
    if (address !== "") break;
  }
  const words = "The ferrymen of Farafenni were received by the ministers of Gambia and Senegal on Monday.";
  const send = (text: string) =>
    fetch(`${address}/api/v1/articles`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text, published: "2024-05-02", title: "Ferrymen" }),
    });
  const slow = send(words.repeat(40));
  await fetch(`${address}/api/v1/search?q=ferrymen`);
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  const answer = await slow;
  expect([answer.status, (await answer.json()).items[0].outcome]).toEqual([200, "added"]);
  const [code] = await exit;
  expect(code).toBe(0);
  const lines = log
    .trim()
    .split("\n")
    .map((l) => JSON.parse(l));
  expect(lines.some((l) => l.route === "/api/v1/articles" && l.status === 200 && l.ms >= 0)).toBe(true);
  expect(log).not.toMatch(/ferrymen|Farafenni/i);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

it("does not begin for others without anybody who may use it, and says what to do", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rapporteur-open-"));
  const child = spawn(
    process.execPath,
    [main, "serve", "--port", "0", "--host", "0.0.0.0", "--store", "s.sqlite"],
    {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let said = "";
  child.stderr.on("data", (part) => {
    said += String(part);
  });
  const [code] = await once(child, "exit");
  expect(code).toBe(2);
  expect(said).toMatch(/AUTH_NOT_SET_UP[\s\S]*rapporteur user new/);
  rmSync(folder, { recursive: true, force: true });
});

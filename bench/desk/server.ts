import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/resources/index.js";
import { megabytes } from "../support/measure.js";

/** A server in a process of its own, so that its memory is its own. */
export async function serving(
  storePath: string,
  cwd: string,
): Promise<{
  readonly address: string;
  memory(): { readonly rssMb: number; readonly peakMb: number };
  close(): Promise<void>;
}> {
  const main = join(packageRoot(), "dist/src/cli/main.js");
  const args = ["serve", "--port", "0", "--store", storePath, "--per-minute", "100000000"];
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise<string>((done, fail) => {
    let told = "";
    child.stdout.on("data", (part) => {
      told += String(part);
      const found = /open at (http:\S+)/.exec(told)?.[1];
      if (found !== undefined) done(found);
    });
    child.on("exit", () => fail(new Error(`the server ended: ${told}`)));
  });
  return {
    address,
    memory() {
      // Linux only: elsewhere there is no such file, and the figures are 0.
      let text = "";
      try {
        text = readFileSync(`/proc/${child.pid}/status`, "utf8");
      } catch {}
      const of = (name: string): number =>
        megabytes(1024 * Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1] ?? 0));
      return { rssMb: of("VmRSS"), peakMb: of("VmHWM") };
    },
    async close() {
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
    },
  };
}

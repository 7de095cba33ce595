import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { loadUseCases } from "../../src/app/index.js";
import { serverContext } from "../../src/server/index.js";
import { rootFolder } from "../../tools/desk/serve.js";

const folder = mkdtempSync(join(tmpdir(), "rapporteur-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm start", () => {
  const { scripts } = JSON.parse(readFileSync(join(rootFolder(), "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };

  it("builds program and pages, and in a pipe prints where the talks stand and how to go on, then ends", async () => {
    const steps = scripts.start.split(" && ");
    expect(steps.slice(0, 2)).toEqual(["npm run -s build", "npm run -s build:web"]);
    const [command, ...argv] = (steps.at(-1) ?? "").split(" ");
    expect(command).toBe("node");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...argv, "--store", join(folder, "piped.sqlite")],
      { cwd: rootFolder(), timeout: 100_000 },
    );
    expect(stdout).toMatch(/WHERE IT STANDS.*WHAT MOVED.*WHAT COMES NEXT.*Go on:/s);
    expect(stdout).not.toContain("The desk is open");
  });

  it("ends with the desk's address where a person watches", async () => {
    const demo = (await loadUseCases()).find((u) => u.name === "demo");
    const context = serverContext(join(folder, "watched.sqlite"));
    const asked: unknown[] = [];
    const watched = {
      ...context,
      watched: true,
      serve: async (options: unknown) => {
        asked.push(options);
        return "http://127.0.0.1:4747";
      },
    };
    const output = await demo?.run({ serve: true, ifWatched: true }, watched);
    await context.close();
    expect(asked).toHaveLength(1);
    expect(demo?.render(output, {}).tail?.at(-1)).toMatch(/^The desk is open at http:\/\/127\.0\.0\.1:4747 /);
  });
});

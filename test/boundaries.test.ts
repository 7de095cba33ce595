import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");
const src = join(root, "src");

/** What each folder may import besides itself. Data flows one way; adapters are plugged in by `app`. */
const core = ["text", "language", "reading", "ledger", "record", "analysis"];
const allowed: Record<string, readonly string[]> = {
  ...Object.fromEntries(core.map((folder, i) => [folder, core.slice(0, i)])),
  conflict: ["text"],
  resources: ["text", "language", "reading"],
  store: core,
  intake: ["text"],
  brief: [...core],
  access: ["text"],
  app: [...core, "conflict", "resources", "store", "intake", "brief", "access"],
  server: [...core, "conflict", "app"],
  cli: [...core, "conflict", "app", "server"],
};
const pure = new Set([...core, "conflict"]);

interface ImportLine {
  readonly file: string;
  readonly folder: string;
  readonly target: string;
}

function importLines(): ImportLine[] {
  const out: ImportLine[] = [];
  const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (f) => f.endsWith(".ts") && !f.endsWith(".test.ts"),
  );
  for (const file of files) {
    const text = readFileSync(join(src, file), "utf8");
    for (const m of text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)"([^"]+)"/g)) {
      out.push({ file, folder: file.split("/")[0], target: m[1] });
    }
  }
  return out;
}

/** Test helpers (`*.rules.ts` examples runners and the like) may reach further; they are named `*.testing.ts`. */
const isTesting = (file: string): boolean => file.endsWith(".testing.ts");

describe("boundaries", () => {
  const lines = importLines();
  const between = lines
    .filter((l) => l.target.startsWith(".") && !isTesting(l.file))
    .map((l) => ({ ...l, path: relative(src, resolve(dirname(join(src, l.file)), l.target)) }));

  it("reads the import lines of every folder", () => {
    expect(lines.length).toBeGreaterThan(100);
    const seen = new Set(between.map((l) => l.folder));
    for (const folder of readdirSync(src)) expect([...seen], folder).toContain(folder);
  });

  it("lets a folder import only what lies before it", () => {
    const wrong = between.filter((l) => {
      const to = l.path.split("/")[0];
      return to !== l.folder && !(allowed[l.folder] ?? []).includes(to);
    });
    expect(wrong.map((l) => `${l.file} -> ${l.path}`)).toEqual([]);
  });

  it("lets other folders in only through index", () => {
    const wrong = between.filter((l) => {
      const [to, ...rest] = l.path.split("/");
      return to !== l.folder && rest.join("/") !== "index.js";
    });
    expect(wrong.map((l) => `${l.file} -> ${l.path}`)).toEqual([]);
  });

  it("keeps packages and the platform out of the pure core", () => {
    const wrong = lines.filter((l) => pure.has(l.folder) && !l.target.startsWith(".") && !isTesting(l.file));
    expect(wrong.map((l) => `${l.file} -> ${l.target}`)).toEqual([]);
  });
});

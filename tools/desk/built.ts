import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What the pages are built from; they share code with the program. */
const SOURCES = ["web/src", "web/public", "web/index.html", "web/vite.config.ts", "web/package.json", "src"];

/** Folder of the pages; built if they are missing or anything that they are made from is newer. */
export function builtPages(root: string): string {
  const folder = join(root, "web/dist");
  const built = changed(join(folder, "index.html"));
  if (built === 0 || SOURCES.some((path) => newest(join(root, path)) > built))
    execFileSync("npm", ["run", "-s", "build:web"], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, NODE_ENV: "production" },
    });
  return folder;
}

/** Milliseconds; 0 where there is no such file. */
const changed = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  // The time of a folder tells of files that went.
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

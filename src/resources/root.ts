import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the package: the nearest one above this file that holds `lexicon/` and `package.json` (works from src/ and dist/). */
export function packageRoot(): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!(existsSync(join(dir, "package.json")) && existsSync(join(dir, "lexicon")))) {
    const up = dirname(dir);
    if (up === dir)
      throw new Error("The folder of the program holds no lexicon/: the installation is not complete.");
    dir = up;
  }
  return dir;
}

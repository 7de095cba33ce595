import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createLexicon, type Lexicon } from "../language/index.js";
import { packageRoot } from "./root.js";

/** Reads every `.tsv` under `lexicon/`. Names are paths with "/" and without extension. */
export function loadLexicon(root = join(packageRoot(), "lexicon")): Lexicon {
  const files = new Map<string, string>();
  const walk = (dir: string, prefix: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(join(dir, entry.name), `${prefix}${entry.name}/`);
      else if (entry.name.endsWith(".tsv"))
        files.set(prefix + entry.name.slice(0, -4), readFileSync(join(dir, entry.name), "utf8"));
    }
  };
  walk(root, "");
  return createLexicon(files);
}

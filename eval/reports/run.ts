import { join } from "node:path";
import type { ItemKind } from "../../src/reading/index.js";
import { packageRoot } from "../../src/resources/index.js";
import { articlesIn } from "../articles/gold.js";
import { type PassageOptions, runGold } from "../score/index.js";

export const usage =
  "reports [FOLDER] [--check] [--freeze]: whole articles, every deal and stance in them (meetings are scored by `articles`); items marked optional may be found or not; another FOLDER is only scored";

const KINDS: readonly ItemKind[] = [
  "agreement",
  "proposal",
  "commitment",
  "position",
  "measure",
  "condition",
  "linkage",
  "assessment",
  "quote",
];

/** Fails where an article does worse than the frozen result. */
export async function run([given]: readonly string[], options: PassageOptions): Promise<number> {
  return runGold(
    given === undefined ? "reports" : null,
    KINDS,
    articlesIn(given ?? join(packageRoot(), "eval/gold/reports")),
    options,
  );
}

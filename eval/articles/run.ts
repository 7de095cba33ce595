import { join } from "node:path";
import type { ItemKind } from "../../src/reading/index.js";
import { packageRoot } from "../../src/resources/index.js";
import { type PassageOptions, runGold } from "../score/index.js";
import { articlesIn } from "./gold.js";

export const usage =
  "articles [FOLDER] [--freeze]: whole articles of our own, each a folder of article.txt and gold.json (items that must be found, kinds that may be; check: not tuned on)";

const KINDS: readonly ItemKind[] = [
  "meeting",
  "agreement",
  "proposal",
  "commitment",
  "position",
  "measure",
  "condition",
  "linkage",
  "assessment",
  "quote",
  "anniversary",
];

export async function run([given]: readonly string[], options: PassageOptions): Promise<number> {
  const folder = given ?? join(packageRoot(), "eval/gold/articles");
  return runGold(given === undefined ? "articles" : null, KINDS, articlesIn(folder), options);
}

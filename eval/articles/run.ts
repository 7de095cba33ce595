import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDispatch } from "../../src/intake/index.js";
import type { ItemKind } from "../../src/reading/index.js";
import { packageRoot } from "../../src/resources/index.js";
import type { GoldItem, GoldPassage } from "../score/gold-items.js";
import { type PassageOptions, runGold } from "../score/index.js";

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
  return runGold(
    "articles",
    KINDS,
    readdirSync(folder)
      .sort()
      .flatMap((d) => article(folder, d)),
    options,
  );
}

function article(folder: string, name: string): GoldPassage[] {
  if (!/^[\w-]+$/.test(name)) return [];
  const { text, published } = readDispatch(readFileSync(join(folder, name, "article.txt")), name);
  const gold = JSON.parse(readFileSync(join(folder, name, "gold.json"), "utf8")) as {
    readonly items: readonly GoldItem[];
    readonly maybe: readonly string[];
    readonly check?: boolean;
  };
  return [{ id: name, story: name, published: published?.date ?? "", tier: 3, text, check: false, ...gold }];
}

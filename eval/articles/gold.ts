import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readDispatch } from "../../src/intake/index.js";
import type { GoldItem, GoldPassage } from "../score/gold-items.js";

/** Whole articles with their gold: each a folder of `article.txt` and `gold.json`, in the order of their names. */
export function articlesIn(folder: string): GoldPassage[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((d) => d.isDirectory())
    .map((d) => d.name)
    .sort()
    .flatMap((d) => article(folder, d));
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

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readDispatch } from "../../src/intake/index.js";
import { loadReader, packageRoot } from "../../src/resources/index.js";
import type { Document } from "../../src/text/index.js";

const folder = join(packageRoot(), "examples", "japan-russia");
const documents: Document[] = readdirSync(folder)
  .filter((f) => f.endsWith(".txt"))
  .sort()
  .map((f) => {
    const { text, title, publisher, url, published } = readDispatch(readFileSync(join(folder, f)), f);
    return { id: f, text, title, publisher, url, published: published?.date ?? null };
  });
const french: Document = {
  ...documents[0],
  id: "fr",
  text: "Le ministre des affaires étrangères est parti mardi.",
};

it("reads articles together as it reads each alone, whatever stands beside them", () => {
  const reader = loadReader();
  const list = [...documents.slice(0, 20), french, { ...french, id: "empty", text: "" }];
  const alone = list.map((d) => reader.read(d));
  expect(alone.some((r) => r.items.length > 0)).toBe(true);
  expect(reader.readAll(list)).toEqual(alone);
  expect(reader.readAll([...list].reverse()).reverse()).toEqual(alone);
  expect(reader.readAll([])).toEqual([]);
});

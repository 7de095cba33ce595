import type { Topology } from "topojson-specification";
import atlas from "world-atlas/countries-110m.json";
import codes from "./countries.tsv?raw";
import places from "./places.tsv?raw";

/** Country shapes: Natural Earth (public domain) as world-atlas packs them. */
export const topology = atlas as unknown as Topology;

const rows = (text: string): string[][] =>
  text
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((l) => l.split("\t"));

const byPlace = new Map<string, readonly [number, number]>();
const byName = new Map<string, readonly [number, number]>();
for (const [name, country, east, north] of rows(places)) {
  const at = [Number(east), Number(north)] as const;
  byPlace.set(`${name}\t${country}`, at);
  // Without a country a name that two of them have is nowhere.
  byName.set(name, byName.has(name) ? [Number.NaN, Number.NaN] : at);
}
const numbers = new Map(rows(codes).map(([code, number]) => [code, number] as const));

/** Longitude and latitude of a town, or null where it is not known which is meant. */
export function whereIs(name: string, country: string | null): readonly [number, number] | null {
  const town = name.split(",")[0].trim();
  const at = country === null ? byName.get(town) : byPlace.get(`${town}\t${country}`);
  return at === undefined || Number.isNaN(at[0]) ? null : at;
}

/** A country's number in the shapes by its ISO 3166 code of three letters. */
export const numberOf = (code: string): string | undefined => numbers.get(code);

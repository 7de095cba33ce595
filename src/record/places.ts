import type { Place } from "../reading/index.js";
import { fold } from "./words.js";

type Named = Pick<Place, "name" | "country">;

/** How two places stand to each other: `wide` where one is the country that the other lies in, and so excludes nothing. */
export function comparePlaces(a: Named, b: Named): "same" | "wide" | "other" {
  const [x, y] = [fold(a.name), fold(b.name)];
  if (x === y || x.includes(y) || y.includes(x)) return "same";
  return a.country !== null && a.country === b.country && (isCountry(a) || isCountry(b)) ? "wide" : "other";
}

/** A place that is its own country; readers give such places the country's name without a city. */
export const isCountry = (p: Named): boolean =>
  p.country !== null && !p.name.includes(",") && p.name.length > 0 && countryLike(p.name, p.country);

/** "Japan" JPN, "Vietnam" VNM, "Peru" PER: the code's letters stand in the name in their order, its first at the beginning. */
function countryLike(name: string, code: string): boolean {
  const letters = fold(name).replaceAll(/[^a-z]/g, "");
  let at = 0;
  for (const c of code.toLowerCase()) {
    const found = letters.indexOf(c, at);
    if (found < 0 || (at === 0 && found > 0)) return false;
    at = found + 1;
  }
  return true;
}

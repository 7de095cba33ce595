import type { Page } from "./page.js";
import { only } from "./scan.js";

/** "the Omani capital", "Kenya's capital": the city, as a place. Not "foreign capital", nor "French capital goods". */
export function capitalPhrase(p: Page, at: number): number | null {
  const { s, scan, r } = p;
  const m = scan.at[at];
  const owner = only(m, "demonym") ?? only(m, "state");
  if (m === null || owner === null || owner.code === null) return null;
  const noun = p.has(m.to, "possessive-mark") ? m.to + 1 : m.to;
  if (!p.has(noun, "capital-word") || s.upos[noun] !== "NOUN" || s.upos[noun + 1] === "NOUN") return null;
  const city = r.words.capitals.get(owner.code);
  if (city === undefined) return null;
  p.put(at, noun + 1, r.entry(city, true), "nominal", "place", "entities/capital-of");
  return noun + 1;
}

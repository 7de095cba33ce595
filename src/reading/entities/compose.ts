import { capitalPhrase } from "./capitals.js";
import { formalName } from "./formal.js";
import { learned } from "./learned.js";
import { learnedOrganisation } from "./organisations.js";
import { type Draft, Page } from "./page.js";
import type { Registry } from "./registry.js";
import type { Scan } from "./scan.js";
import { singleName } from "./single.js";
import { titledPhrase } from "./titled.js";

/**
 * Names and titled phrases of one sentence, left to right: "[former] [Turkish] [foreign minister] [Name]", "the Sudanese government",
 * "French and Egyptian warships", "rebels in Darfur". Lookup and word order decide, the tree only breaks ties: names are where parsers err most.
 */
export function compose(r: Registry, scan: Scan): Draft[] {
  const p = new Page(r, scan);
  const n = scan.s.size;
  for (let t = 0; t < n; ) {
    const next =
      capitalPhrase(p, t) ??
      formalName(p, t) ??
      learnedOrganisation(p, t) ??
      titledPhrase(p, t) ??
      singleName(p, t) ??
      learned(p, t);
    t = next ?? t + 1;
  }
  return p.drafts;
}

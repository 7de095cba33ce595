import type { Page } from "./page.js";
import { isCapital, OWNERS, only, typed } from "./scan.js";

/** Longest portfolio in tokens. */
const LONGEST = 9;

/**
 * End of what a minister or ministry is for: "of Irrigation", "of Irrigation and Water Resources", "for Women and Youth", at the
 * preposition `t`; `t` itself where none stands there. Ends before a name: "Minister of Irrigation Yasser Omar".
 */
export function portfolioEnd(p: Page, t: number, named: boolean): number {
  const { s, scan } = p;
  if (!p.has(t, "of-preposition") && !p.has(t, "portfolio-preposition")) return t;
  const from = p.has(t + 1, "article") ? t + 2 : t + 1;
  let end = from;
  let joined = from;
  while (end < s.size && end < t + LONGEST) {
    const link = (p.has(end, "coordinator") || s.norms[end] === ",") && isCapital(s.forms[end + 1] ?? "");
    if (link && end > from && s.norms[end] !== ",") {
      joined = ++end;
      continue;
    }
    if (!isCapital(s.forms[end]) || typed(scan.at[end], OWNERS) !== null || !NOMINAL.has(s.upos[end])) break;
    if (only(scan.at[end], "person") !== null || only(scan.at[end], "post") !== null) break;
    if (end > joined && p.r.words.givenNames.has(scan.folded[end])) break;
    end++;
  }
  if (end === from || p.has(end - 1, "coordinator")) return t;
  // "Minister of Irrigation Yasser Omar": of three capitalised words in a row the last two are the name.
  const known =
    only(scan.at[end] ?? null, "person") !== null || p.r.words.givenNames.has(scan.folded[end] ?? "");
  return named && !known && end - joined > 2 ? end - 2 : end;
}

const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN", "ADJ"]);

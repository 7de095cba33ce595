import type { Page } from "./page.js";
import { typed } from "./scan.js";
import type { Entry } from "./trie.js";

/**
 * "The Department of Fisheries stops the import of tuna from A": a ministry of no named state, where the text is about two and its sentence
 * names one of them as those it acts on, is the other's; null where that does not tell.
 */
export function ownMinistry(p: Page, at: number, end: number): string | null {
  const two = p.r.twoForemost();
  if (two === null) return null;
  let named: string | null = null;
  for (let t = 0; t < p.s.size; t++) {
    const e = t >= at && t < end ? null : typed(p.scan.at[t], STATES);
    if (e === null || e.code === null || !two.includes(e.code)) continue;
    if (t < at || (named !== null && named !== e.code)) return null;
    // "stops permits in A": where a ministry acts is whose it is.
    if (e.type === "capital" && p.has(t - 1, "place-preposition")) {
      named = two[0] === e.code ? two[1] : two[0];
      break;
    }
    named = e.code;
  }
  if (named === null) return null;
  const code = two[0] === named ? two[1] : two[0];
  p.r.ministry = { code, paragraph: p.s.paragraph };
  return code;
}

const STATES: ReadonlySet<Entry["type"]> = new Set(["state", "demonym", "capital"]);

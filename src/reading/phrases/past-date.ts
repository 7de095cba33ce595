import type { Sentence } from "../../language/index.js";
import { makeSpan } from "../../text/index.js";
import type { Layers } from "../layers.js";
import type { Clause, ItemTime, TimeExpression } from "../types.js";
import { clauseOver } from "./item.js";

/** How a date that dates an event hangs in the tree; one in a name ("the 1956 Declaration") hangs otherwise. */
const DATING = /^(obl|nmod|advmod|root)/;
const PLACED = new Set<TimeExpression["role"]>(["point", "span", "since"]);

/**
 * The last date told in a sentence that is not after the publication, or null. Of a clause, only a date that stands with it or with a
 * clause above it: what another clause tells ("a pact that it signed in May") has its own day.
 */
export function pastDateIn(layers: Layers, sentence: number, of: Clause | null = null): ItemTime | null {
  const s = layers.parsed.sentences[sentence];
  const own = layers.timesBySentence[sentence] ?? [];
  for (let i = own.length - 1; i >= 0; i--) {
    const { role, head, start, end, earliest, latest, precision, edtf } = layers.times[own[i]];
    if (!PLACED.has(role) || !DATING.test(s.deprels[head]) || earliest === null || latest === null) continue;
    if (layers.published !== null && latest > layers.published) continue;
    if (isAside(s, head) || (of !== null && !isOver(layers, sentence, head, of))) continue;
    const words = makeSpan(layers.parsed.document, start, end);
    return { earliest, latest, precision, edtf, words, class: "past", rule: "time/narrative" };
  }
  return null;
}

const BESIDE = /^(advcl|acl)/;

/** Whether a date stands in a clause beside the main one ("as Libya did in 2003"): it does not date what the sentence tells. */
function isAside(s: Sentence, token: number): boolean {
  for (let t = token, steps = 0; t >= 0 && steps < s.size; t = s.heads[t], steps++)
    if (BESIDE.test(s.deprels[t])) return true;
  return false;
}

/** Whether the clause that a date stands in is the one asked of, or above it; a date in no clause is everybody's. */
function isOver(layers: Layers, sentence: number, token: number, of: Clause): boolean {
  const theirs = clauseOver(layers, sentence, token, true);
  if (theirs === null) return true;
  for (let c: Clause | null = of; c !== null; c = c.parent < 0 ? null : layers.clauses[c.parent])
    if (c.index === theirs.index) return true;
  return false;
}

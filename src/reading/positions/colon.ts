import type { Sentence } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { slice } from "../phrases/index.js";
import type { Content } from "./content.js";

/** How far behind the word that announces it a colon may stand. */
const REACH = 8;

/** "has one demand: that the boats leave", "its position is clear: the border follows the shore": what stands behind the colon, or null. */
export function behindColon(
  doc: Document,
  s: Sentence,
  from: number,
  that: ReadonlySet<string>,
): Content | null {
  let colon = from + 1;
  while (colon < s.size && colon <= from + REACH && s.norms[colon] !== ":") colon++;
  if (colon >= s.size - 2 || s.norms[colon] !== ":") return null;
  let start = colon + 1;
  if (that.has(s.norms[start])) start++;
  let to = s.size;
  while (to > start && s.upos[to - 1] === "PUNCT") to--;
  let head = start;
  while (head < to && s.upos[head] !== "NOUN") head++;
  if (head >= to) return null;
  const { text } = slice(doc, s, start, to);
  return { head, issue: text, stance: text, noun: -1 };
}

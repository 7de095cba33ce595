import { makeSpan } from "../../text/index.js";
import type { Layers } from "../layers.js";
import type { ItemTime, TimeExpression } from "../types.js";

/** How a date that dates an event hangs in the tree; one in a name ("the 1956 Declaration") hangs otherwise. */
const DATING = /^(obl|nmod|advmod|root)/;
const PLACED = new Set<TimeExpression["role"]>(["point", "span", "since"]);

/** The last date told in a sentence that is not after the publication, or null. */
export function pastDateIn(layers: Layers, sentence: number): ItemTime | null {
  const s = layers.parsed.sentences[sentence];
  const own = layers.timesBySentence[sentence] ?? [];
  for (let i = own.length - 1; i >= 0; i--) {
    const { role, head, start, end, earliest, latest, precision, edtf } = layers.times[own[i]];
    if (!PLACED.has(role) || !DATING.test(s.deprels[head]) || earliest === null || latest === null) continue;
    if (layers.published !== null && latest > layers.published) continue;
    const words = makeSpan(layers.parsed.document, start, end);
    return { earliest, latest, precision, edtf, words, class: "past", rule: "time/narrative" };
  }
  return null;
}

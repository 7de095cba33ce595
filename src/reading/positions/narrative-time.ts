import type { Layers } from "../layers.js";
import { pastDateIn } from "../phrases/index.js";
import type { Clause, ItemTime } from "../types.js";

/** How many sentences back a story's last date still holds. */
const BACK = 2;

/**
 * When a position was taken, where its own clause does not say: what is quoted, on the day it was said; told in the past, at the last
 * past date of its sentence, else of the two sentences before. Null where there is none.
 */
export function narrativeTime(layers: Layers, clause: Clause): ItemTime | null {
  const said = quotedOn(layers, clause);
  if (said !== null) return said;
  if (clause.tense !== "past" && !clause.aspect.startsWith("perfect")) return null;
  for (let i = clause.sentence; i >= 0 && i >= clause.sentence - BACK; i--) {
    const found = pastDateIn(layers, i);
    if (found !== null) return found;
  }
  return null;
}

/** Date of the quotation that holds the clause, or null. */
function quotedOn(layers: Layers, clause: Clause): ItemTime | null {
  const at = layers.parsed.sentences[clause.sentence].starts[clause.head];
  const quote = layers.quotes.find((q) => q.content.some((c) => c.start <= at && c.end > at));
  return quote === undefined || quote.time.earliest === null
    ? null
    : { ...quote.time, rule: "time/quoted-on" };
}

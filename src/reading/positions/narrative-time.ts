import { makeSpan } from "../../text/index.js";
import type { Layers } from "../layers.js";
import type { Clause, ItemTime, TimeExpression } from "../types.js";

/** How many sentences back a story's last date still holds. */
const BACK = 2;
/** How a date that dates an event hangs in the tree; one in a name ("the 1956 Declaration") hangs otherwise. */
const DATING = /^(obl|nmod|advmod|root)/;
const PLACED = new Set<TimeExpression["role"]>(["point", "span", "since"]);

/**
 * When a position was taken, where its own clause does not say: told in the past, it stands at the last past date of its sentence,
 * else of the two sentences before. Null where there is none.
 */
export function narrativeTime(layers: Layers, clause: Clause): ItemTime | null {
  if (clause.tense !== "past" && !clause.aspect.startsWith("perfect")) return null;
  for (let i = clause.sentence; i >= 0 && i >= clause.sentence - BACK; i--) {
    const s = layers.parsed.sentences[i];
    const times = (layers.timesBySentence[i] ?? []).map((t) => layers.times[t]).reverse();
    const found = times.find(
      (t) =>
        PLACED.has(t.role) &&
        DATING.test(s.deprels[t.head]) &&
        t.earliest !== null &&
        t.latest !== null &&
        (layers.published === null || t.latest <= layers.published),
    );
    if (found !== undefined) {
      const { earliest, latest, precision, edtf } = found;
      return {
        earliest,
        latest,
        precision,
        edtf,
        words: makeSpan(layers.parsed.document, found.start, found.end),
        class: "past",
        rule: "time/narrative",
      };
    }
  }
  return null;
}

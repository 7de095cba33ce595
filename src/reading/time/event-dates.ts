import { dominates, type Sentence } from "../../language/index.js";
import type { TimeExpression } from "../types.js";
import { shifted, type Unit } from "./calendar.js";
import { RULES_BY_ID } from "./time.rules.js";

/** The day of an event so long after or before which another date is: "on April 19, a week after the first round". Null where it has none. */
export function countedFrom(
  date: TimeExpression,
  x: TimeExpression,
): Pick<TimeExpression, "earliest" | "latest" | "precision" | "edtf"> | null {
  const means = RULES_BY_ID.get(x.rule)?.means;
  if (means?.is !== "event" || x.quantity === null || date.earliest === null || date.latest === null)
    return null;
  if (date.edtf === null || x.quantity.unit === "hour" || x.quantity.unit === "minute") return null;
  const from = { earliest: date.earliest, latest: date.latest, precision: date.precision, edtf: date.edtf };
  return shifted(from, x.quantity.unit as Unit, -means.by * x.quantity.count);
}

/** Counts from an event whose own date stands in the sentence: "two weeks after the truce of June 12". */
export function datedEvents(s: Sentence, found: readonly TimeExpression[]): readonly TimeExpression[] {
  if (!found.some((x) => x.unresolved === "EVENT_UNKNOWN")) return found;
  return found.map((x) => {
    const means = RULES_BY_ID.get(x.rule)?.means;
    if (x.unresolved !== "EVENT_UNKNOWN" || x.quantity === null || x.eventHead < 0 || means?.is !== "event")
      return x;
    const of = found.find(
      (y) =>
        y.from >= x.to &&
        y.earliest !== null &&
        y.latest !== null &&
        y.edtf !== null &&
        y.role === "point" &&
        dominates(s, x.eventHead, y.head),
    );
    if (of === undefined || of.earliest === null || of.latest === null || of.edtf === null) return x;
    const from = { earliest: of.earliest, latest: of.latest, precision: of.precision, edtf: of.edtf };
    const { unit, count } = x.quantity;
    // Hours and minutes do not leave the day, unless they are many.
    const days = unit === "hour" ? Math.floor(count / 24) : unit === "minute" ? 0 : null;
    const dated =
      days === null ? shifted(from, unit as Unit, means.by * count) : shifted(from, "day", means.by * days);
    return { ...x, ...dated, unresolved: null, known: of.known, implied: of.implied };
  });
}

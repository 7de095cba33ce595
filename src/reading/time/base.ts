import type { TimePart } from "../types.js";
import { type Dated, dayOf, type Unit, unitOf } from "./calendar.js";
import type { Frame } from "./frame.js";
import type { Match } from "./match.js";
import { none, type Resolved } from "./resolved.js";
import type { From } from "./rule.js";

/** Units under their name as parts of a date. */
export const asPart = (unit: Unit): TimePart => unit;

export interface Base {
  readonly base: Dated;
  readonly anchor: "publication" | "narrative";
}

/** The day or interval from which something is counted, or why there is none. */
export function baseOf(frame: Frame, from: From): Base | Resolved {
  const told =
    from === "story" ||
    (frame.story !== null &&
      ((from === "either" && frame.told) ||
        (from === "said" && (frame.told || (frame.sameSentence && !frame.tense.joined)))));
  if (told) {
    const base = frame.sameSentence ? frame.story : (frame.named ?? frame.story);
    return base === null ? none("REFERENCE_UNKNOWN", { anchor: "narrative" }) : { base, anchor: "narrative" };
  }
  return frame.published === null
    ? none("PUBLICATION_DATE_MISSING", { anchor: "publication" })
    : { base: dayOf(frame.published), anchor: "publication" };
}

const FORTNIGHT = 14;
const HOURS = 60;
const HOURS_A_DAY = 24;

export interface Length {
  readonly unit: Unit;
  readonly count: number;
  readonly quantity: NonNullable<Resolved["quantity"]>;
}

/** {number} {unit} of a match; hours and minutes move by whole days. Null where it names no unit. */
export function lengthOf(v: Match["values"]): Length | null {
  const count = (v.number ?? 1) + (v.more ?? 0);
  if (v.clock !== undefined) {
    const hours = v.clock === HOURS;
    const days = hours ? Math.floor(count / HOURS_A_DAY) : 0;
    return { unit: "day", count: days, quantity: { count, unit: hours ? "hour" : "minute" } };
  }
  const days = v.unit ?? v.units ?? v.span;
  if (days === undefined) return null;
  // A fortnight has no unit of its own.
  const unit = days === FORTNIGHT ? "week" : unitOf(days);
  const units = days === FORTNIGHT ? count * 2 : count;
  return { unit, count: units, quantity: { count: units, unit: asPart(unit) } };
}

import { asPart, baseOf, lengthOf } from "./base.js";
import { moved, season, shifted, stretch, unitFrom, unitOf, yearOf } from "./calendar.js";
import type { Frame } from "./frame.js";
import type { Match } from "./match.js";
import { found, none, type Resolved } from "./resolved.js";
import type { Meaning } from "./rule.js";

type Of<Is extends Meaning["is"]> = Extract<Meaning, { readonly is: Is }>;

/** Units that "recent weeks" and "coming days" may be. */
const FEW = 5;

/** {number} {unit} away from the anchor. */
export function shift(m: Match, frame: Frame, means: Of<"shift">): Resolved | null {
  const length = lengthOf(m.values);
  if (length === null) return null;
  const { unit, quantity } = length;
  const b = baseOf(frame, means.from);
  if (!("base" in b)) return { ...b, quantity };
  const count = means.by * length.count;
  const coarse = unit === "decade" || unit === "century" ? "year" : unit;
  const dated =
    means.from === "story"
      ? shifted(b.base, unit, count)
      : unitFrom(moved(b.base.earliest, unit, count), Number.isInteger(count) ? coarse : "month", 0);
  return found(dated, b.anchor, [asPart(unit)], ["year"], { quantity });
}

/** All of {number} {unit} up to the anchor or from it on. */
export function window(m: Match, frame: Frame, means: Of<"window">): Resolved | null {
  const v = m.values;
  const length = lengthOf(v);
  if (length === null) return null;
  const b = baseOf(frame, means.from);
  if (!("base" in b)) return { ...b, role: means.role };
  const few = v.number === undefined && (v.units !== undefined || v.clock !== undefined);
  const n = few ? (v.clock === undefined ? FEW : 1) : length.count;
  const there = moved(means.by < 0 ? b.base.earliest : b.base.latest, length.unit, means.by * n);
  const dated = means.by < 0 ? stretch(there, b.base.latest) : stretch(b.base.earliest, there);
  const quantity = few ? { count: n, unit: asPart(length.unit) } : length.quantity;
  return found(dated, b.anchor, [], ["year", "month", "day"], { role: means.role, quantity });
}

/** From the anchor to the end of its {unit}, or from the unit's beginning to the anchor. */
export function rest(m: Match, frame: Frame, means: Of<"rest">): Resolved {
  const b = baseOf(frame, means.from);
  if (!("base" in b)) return b;
  const { latest } = b.base;
  const whole =
    m.values.season === undefined
      ? unitFrom(latest, lengthOf(m.values)?.unit ?? "year", 0)
      : season(yearOf(latest), m.values.season);
  const after = means.side === "after";
  const dated = stretch(after ? b.base.earliest : whole.earliest, after ? whole.latest : latest);
  const part =
    dated.earliest <= dated.latest && (dated.earliest > whole.earliest || dated.latest < whole.latest);
  return found(part ? dated : whole, b.anchor, [], ["year"]);
}

/** {number} {unit} before or after <of>, or since an event: then from so long before publication until it. */
export function fromEvent(m: Match, frame: Frame, by: number): Resolved | null {
  const v = m.values;
  // "Weeks after the vote" does not say how many.
  if (v.number === undefined && (v.units !== undefined || v.clock !== undefined))
    return none("EVENT_UNKNOWN", { anchor: "event" });
  const length = lengthOf(v);
  if (length === null) return none("EVENT_UNKNOWN", { anchor: "event" });
  const { unit, count, quantity } = length;
  if (by === 0) {
    const b = baseOf(frame, "publication");
    if (!("base" in b)) return { ...b, quantity };
    const since = moved(b.base.earliest, unit, -count);
    return found(stretch(since, b.base.earliest), "event", [], ["year", "month", "day"], {
      role: "span",
      quantity,
    });
  }
  return none("EVENT_UNKNOWN", { anchor: "event", quantity });
}

/** {number} {unit} from a date. */
export function fromDate(of: Resolved, m: Match, by: number): Resolved | null {
  const length = lengthOf(m.values);
  if (of.dated === null || length === null) return of;
  return found(shifted(of.dated, length.unit, by * length.count), of.anchor, of.known, of.implied, {
    quantity: length.quantity,
  });
}

/** The same date in so many units running. */
export function repeat(m: Match, start: Resolved | null): Resolved | null {
  const length = lengthOf(m.values);
  if (start?.dated == null || length === null || length.count > MOST) return start;
  const { unit, count, quantity } = length;
  const first = start.dated;
  const occurrences = Array.from({ length: count }, (_, k) => ({
    earliest: moved(first.earliest, unit, k),
    latest: moved(first.latest, unit, k),
  }));
  const { latest } = occurrences[count - 1];
  const edtf =
    unit === "year"
      ? `${first.edtf}/${yearOf(first.earliest) + count - 1}${first.edtf.slice(4)}`
      : `${first.earliest}/${latest}`;
  const dated = { earliest: first.earliest, latest, precision: "period" as const, edtf };
  return { ...start, dated, role: "frequency", quantity, occurrences };
}

/** Longest repetition that is counted out. */
const MOST = 200;

/** A length or a frequency: not a date. */
export function measured(m: Match, often: boolean): Resolved {
  const v = m.values;
  const length = lengthOf(v);
  if (!often) return none("NOT_A_DATE", { role: "duration", quantity: length?.quantity ?? null });
  const per =
    v.rhythm !== undefined ? unitOf(v.rhythm) : v.weekday !== undefined ? "week" : (length?.unit ?? "year");
  return none("NOT_A_DATE", {
    role: "frequency",
    quantity: { count: v.times ?? v.number ?? 1, unit: asPart(per) },
  });
}

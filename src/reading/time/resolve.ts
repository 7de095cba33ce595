import { addDays, type IsoDate } from "../../text/index.js";
import type { TimePart } from "../types.js";
import {
  between,
  type Dated,
  dayOf,
  month,
  moved,
  season,
  shifted,
  stretch,
  type Unit,
  unitFrom,
  unitOf,
  weekdayOf,
  yearOf,
} from "./calendar.js";
import { resolveCalendar } from "./dates.js";
import type { Frame } from "./frame.js";
import type { Match } from "./match.js";
import { nth } from "./nth.js";
import { PART, part } from "./parts.js";
import { found, none, type Resolved } from "./resolved.js";

/** Units under their name as parts of a date. */
const asPart = (unit: Unit): TimePart => unit;

/** The day or interval from which something is counted, or why there is none. */
function baseOf(
  frame: Frame,
  from: "publication" | "story",
): { readonly base: Dated; readonly anchor: "publication" | "narrative" } | Resolved {
  if (from === "story") {
    const base = frame.sameSentence ? frame.story : (frame.named ?? frame.story);
    return base === null ? none("REFERENCE_UNKNOWN", { anchor: "narrative" }) : { base, anchor: "narrative" };
  }
  return frame.published === null
    ? none("PUBLICATION_DATE_MISSING", { anchor: "publication" })
    : { base: dayOf(frame.published), anchor: "publication" };
}

/** Null where the parts do not go together, so that nothing is read. */
export function resolve(m: Match, frame: Frame): Resolved | null {
  const { means } = m.rule;
  const v = m.values;
  const unit = unitIn(v);
  const count = v.number ?? 1;
  const quantity: Resolved["quantity"] = unit === null ? null : { count, unit: asPart(unit) };
  switch (means.is) {
    case "nothing":
    case "anniversary":
      return null;
    case "calendar":
      return resolveCalendar(
        m,
        frame,
        means.approximate === true,
        m.dates.year === undefined ? null : resolve(m.dates.year, frame),
      );
    case "deictic": {
      const b = baseOf(frame, "publication");
      return "base" in b
        ? found(dayOf(addDays(b.base.earliest, v.deictic ?? -1)), b.anchor, ["day"], ["year", "month"])
        : b;
    }
    case "step":
      return step(m, frame, means.by, means.from);
    case "rest": {
      const b = baseOf(frame, means.from);
      if (!("base" in b)) return b;
      const whole =
        v.season === undefined
          ? unitFrom(b.base.latest, unit ?? "year", 0)
          : season(yearOf(b.base.latest), v.season);
      const after = means.side === "after";
      const dated = stretch(after ? b.base.earliest : whole.earliest, after ? whole.latest : b.base.latest);
      return found(
        dated.earliest <= dated.latest && (dated.earliest > whole.earliest || dated.latest < whole.latest)
          ? dated
          : whole,
        b.anchor,
        [],
        ["year"],
      );
    }
    case "shift": {
      const b = baseOf(frame, means.from);
      if (unit === null) return null;
      if (!("base" in b)) return { ...b, quantity };
      const dated =
        means.from === "story"
          ? shifted(b.base, unit, means.by * count)
          : unitFrom(
              moved(b.base.earliest, unit, means.by * count),
              unit === "decade" || unit === "century" ? "year" : unit,
              0,
            );
      return found(dated, b.anchor, [asPart(unit)], ["year"], { quantity });
    }
    case "window": {
      const story = means.from === "story" && frame.told && frame.story !== null;
      const b = baseOf(frame, story ? "story" : "publication");
      if (unit === null) return null;
      if (!("base" in b)) return { ...b, role: means.role };
      const n = v.number ?? (v.units === undefined ? 1 : 5);
      const here = means.by < 0 ? b.base.latest : b.base.earliest;
      const there = moved(means.by < 0 ? b.base.earliest : b.base.latest, unit, means.by * n);
      const dated = means.by < 0 ? stretch(there, here) : stretch(here, there);
      return found(dated, b.anchor, [], ["year", "month", "day"], {
        role: means.role,
        quantity: { count: n, unit: asPart(unit) },
      });
    }
    case "weekend":
      return weekend(v.direction, frame);
    case "part": {
      const inner =
        m.dates.of === undefined
          ? step({ ...m, dates: {} }, frame, 0, "story-or-publication")
          : resolve(m.dates.of, frame);
      if (inner === null) return null;
      if (inner.dated === null) return inner.unresolved === "NOT_A_DATE" ? null : inner;
      return partOf(inner, means.part ?? v.part, frame);
    }
    case "same": {
      const inner = resolve(m.dates.of, frame);
      return inner?.dated == null || inner.dated.precision === "day" ? inner : null;
    }
    case "nth": {
      const inner = resolve(m.dates.of, frame);
      if (inner?.dated == null) return inner;
      const dated = nth(inner.dated, v, unit);
      return dated === null ? null : { ...inner, dated };
    }
    case "range":
      return range(m.dates.a, m.dates.b, frame);
    case "length":
      return none("NOT_A_DATE", {
        role: "duration",
        quantity: v.clock === undefined ? quantity : { count, unit: v.clock === 60 ? "hour" : "minute" },
      });
    case "frequency": {
      const per =
        unit ?? (v.rhythm !== undefined ? unitOf(v.rhythm) : v.weekday !== undefined ? "week" : "year");
      return none("NOT_A_DATE", {
        role: "frequency",
        quantity: { count: v.times ?? v.number ?? 1, unit: asPart(per) },
      });
    }
    case "repeat":
      return repeat(m, frame, unit ?? "year", count, quantity);
    case "event":
      if (v.units !== undefined && v.number === undefined) return none("EVENT_UNKNOWN", { anchor: "event" });
      return fromEvent(m, frame, means.by, unit, quantity);
  }
}

function unitIn(v: Match["values"]): Unit | null {
  const days = v.unit ?? v.units ?? v.span;
  return days === undefined ? null : unitOf(days);
}

/** Months and seasons are stepped through years, weekdays through weeks. */
function step(
  m: Match,
  frame: Frame,
  by: number,
  from: "publication" | "story" | "story-or-publication",
): Resolved | null {
  const v = m.values;
  const b = baseOf(
    frame,
    from === "story-or-publication"
      ? frame.story !== null && frame.told
        ? "story"
        : "publication"
      : m.rule.inner === true
        ? frame.story !== null && frame.told
          ? "story"
          : "publication"
        : from,
  );
  if (!("base" in b)) return b;
  const unit = unitIn(v);
  const day = by > 0 ? b.base.latest : b.base.earliest;
  const y = yearOf(day);
  if (v.weekday !== undefined) {
    if (unit === "week")
      return found(
        dayOf(addDays(unitFrom(day, "week", by).earliest, v.weekday)),
        b.anchor,
        ["weekday", "week"],
        ["year", "month", "day"],
      );
    if (unit !== null) return null;
    const ahead = (v.weekday - weekdayOf(day) + 7) % 7;
    return found(
      dayOf(addDays(day, by < 0 ? ahead - 7 : by > 0 && ahead === 0 ? 7 : ahead)),
      b.anchor,
      ["weekday"],
      ["year", "month", "day"],
    );
  }
  if (unit !== null) {
    if (from === "story" && m.rule.inner !== true && !fine(b.base, unit))
      return none("REFERENCE_UNKNOWN", { anchor: "narrative" });
    return found(unitFrom(day, unit, by), b.anchor, [], [asPart(unit)]);
  }
  const make =
    v.month !== undefined
      ? (yy: number) => month(yy, v.month)
      : v.season !== undefined
        ? (yy: number) => season(yy, v.season)
        : null;
  if (make === null)
    return by === 1 || by === -1
      ? found(dayOf(addDays(day, by)), b.anchor, ["day"], ["year", "month"])
      : null;
  const part: TimePart = v.month !== undefined ? "month" : "season";
  const now = make(y);
  const before = make(y - 1);
  const shift =
    by < 0
      ? now.latest < day
        ? 0
        : before.latest < day
          ? -1
          : -2
      : by > 0
        ? now.earliest > day
          ? 0
          : 1
        : before.latest >= day
          ? -1
          : 0;
  const there = make(y + shift);
  if (v.dom === undefined) return found(there, b.anchor, [part], ["year"]);
  const date = addDays(there.earliest, v.dom - 1);
  return date <= there.latest ? found(dayOf(date), b.anchor, [part, "day"], ["year"]) : null;
}

/** Whether a date says in which unit it lies: a month says no day. */
const fine = (d: Dated, unit: Unit): boolean => unitFrom(d.earliest, unit, 0).latest >= d.latest;

function weekend(direction: number | undefined, frame: Frame): Resolved {
  const b = baseOf(frame, "publication");
  if (!("base" in b)) return b;
  const today = b.base.earliest;
  const saturday = addDays(today, 5 - weekdayOf(today));
  const steps = direction ?? (frame.tense.direction === "past" && saturday > today ? -1 : 0);
  const first = addDays(saturday, steps * 7);
  return found(stretch(first, addDays(first, 1)), b.anchor, ["week"], ["year", "month", "day"]);
}

function partOf(inner: Resolved, which: number, frame: Frame): Resolved | null {
  const of = inner.dated as Dated;
  if (of.precision === "day") return null;
  if (which === PART.turn) return of.precision === "year" ? { ...inner, dated: part(of, which) } : null;
  return { ...inner, dated: which === PART.end && frame.due ? dayOf(of.latest) : part(of, which) };
}

/** The end takes the beginning's year or the beginning the end's, whichever is said. */
function range(a: Match, b: Match, frame: Frame): Resolved | null {
  const saysYear = (m: Match): boolean =>
    m.values.year !== undefined || m.dates.of?.values.year !== undefined;
  const inRange = { ...frame, due: false };
  const endFirst = saysYear(b) || !saysYear(a);
  const first = endFirst ? resolve(b, inRange) : resolve(a, inRange);
  if (first?.dated == null) return first;
  const second = endFirst
    ? resolve(a, { ...inRange, before: first.dated })
    : resolve(b, { ...inRange, after: first.dated });
  if (second?.dated == null) return second;
  const [from, to] = endFirst ? [second, first] : [first, second];
  const [x, y] = [from.dated as Dated, to.dated as Dated];
  if (x.earliest > y.latest) return null;
  return found(
    { ...between(x, y), precision: x.precision === y.precision ? x.precision : "period" },
    to.anchor === "absolute" ? from.anchor : to.anchor,
    to.known,
    to.implied,
    { role: "span" },
  );
}

function repeat(
  m: Match,
  frame: Frame,
  unit: Unit,
  count: number,
  quantity: Resolved["quantity"],
): Resolved | null {
  const start = m.dates.of === undefined ? null : resolve(m.dates.of, frame);
  if (start === null || start.dated === null || count > 200) return start;
  const first = start.dated;
  const occurrences = Array.from({ length: count }, (_, k) => ({
    earliest: moved(first.earliest, unit, k),
    latest: moved(first.latest, unit, k),
  }));
  const last = occurrences[count - 1];
  const years =
    unit === "year"
      ? `${first.edtf}/${yearOf(first.earliest) + count - 1}${first.edtf.slice(4)}`
      : `${first.earliest}/${last.latest}`;
  return {
    ...start,
    dated: { earliest: first.earliest, latest: last.latest, precision: "period", edtf: years },
    role: "frequency",
    quantity,
    occurrences,
  };
}

function fromEvent(
  m: Match,
  frame: Frame,
  by: number,
  unit: Unit | null,
  quantity: Resolved["quantity"],
): Resolved | null {
  if (by === 0) {
    const b = baseOf(frame, "publication");
    if (!("base" in b) || unit === null) return "base" in b ? null : { ...b, quantity };
    const since: IsoDate = moved(b.base.earliest, unit, -(quantity?.count ?? 1));
    return found(stretch(since, b.base.earliest), "event", [], ["year", "month", "day"], {
      role: "span",
      quantity,
    });
  }
  const of = m.dates.of === undefined ? null : resolve(m.dates.of, frame);
  if (of?.dated == null || unit === null) return none("EVENT_UNKNOWN", { anchor: "event", quantity });
  return found(shifted(of.dated, unit, by * (quantity?.count ?? 1)), of.anchor, of.known, of.implied, {
    quantity,
  });
}

import { addDays, isIsoDate } from "../../text/index.js";
import { baseOf, lengthOf } from "./base.js";
import { between, type Dated, day, dayOf, month, monthOf, shifted, yearOf } from "./calendar.js";
import { fromDate, fromEvent, measured, repeat, rest, shift, window } from "./counted.js";
import { resolveCalendar } from "./dates.js";
import type { Frame } from "./frame.js";
import type { Match } from "./match.js";
import { nth } from "./nth.js";
import { PART, part } from "./parts.js";
import { found, none, type Resolved } from "./resolved.js";
import { step, unitOfDate, weekend } from "./step.js";

/** Null where the parts do not go together, so that nothing is read; years beyond four figures are no dates. */
export function resolve(m: Match, frame: Frame): Resolved | null {
  const r = meaning(m, frame);
  if (r === null || r.dated === null || (isIsoDate(r.dated.earliest) && isIsoDate(r.dated.latest))) return r;
  return none("NOT_A_DATE", { role: "duration", quantity: r.quantity });
}

function meaning(m: Match, frame: Frame): Resolved | null {
  const { means } = m.rule;
  const v = m.values;
  const inner = (name: string): Resolved | null =>
    m.dates[name] === undefined ? null : resolve(m.dates[name], frame);
  switch (means.is) {
    case "nothing":
    case "anniversary":
      return null;
    case "calendar":
      return resolveCalendar(m, frame, means, inner("year"));
    case "numeric":
      return numeric(v);
    case "fixed":
      return found(
        {
          earliest: means.earliest,
          latest: means.latest,
          precision: means.earliest === means.latest ? "day" : "period",
          edtf:
            means.earliest === means.latest
              ? means.earliest
              : `${yearOf(means.earliest)}/${yearOf(means.latest)}`,
        },
        "absolute",
        ["year"],
        [],
      );
    case "deictic": {
      const b = baseOf(frame, "publication");
      if (!("base" in b)) return b;
      const days = v.deictic ?? means.by ?? 0;
      return found(dayOf(addDays(b.base.earliest, days)), b.anchor, ["day"], ["year", "month"]);
    }
    case "step":
      return step(m, frame, means.by, means.from);
    case "rest":
      return rest(m, frame, means);
    case "shift":
      return shift(m, frame, means);
    case "window":
      return window(m, frame, means);
    case "weekend":
      return weekend(v.direction, frame);
    case "part": {
      const of = m.dates.of === undefined ? step({ ...m, dates: {} }, frame, 0, "either") : inner("of");
      if (of?.dated == null) return of === null || of.unresolved === "NOT_A_DATE" ? null : of;
      const known = m.dates.of?.rule.means.is === "fixed";
      return partOf(of, of.dated, means.part ?? v.part, frame, known);
    }
    case "same": {
      const of = inner("of");
      return of?.dated == null || of.dated.precision === "day" ? of : null;
    }
    case "nth": {
      const of = inner("of");
      if (of?.dated == null) return of;
      const dated = nth(of.dated, v, lengthOf(v)?.unit ?? null);
      return dated === null ? null : { ...of, dated };
    }
    case "unit-of": {
      const of = inner("of");
      const length = lengthOf(v);
      return of === null || length === null ? null : unitOfDate(of, length.unit);
    }
    case "range":
      return range(m.dates.a, m.dates.b, frame);
    case "length":
      return measured(m, false);
    case "frequency":
      return measured(m, true);
    case "repeat":
      return repeat(m, inner("of"));
    case "event": {
      const of = inner("of");
      return of === null ? fromEvent(m, frame, means.by) : fromDate(of, m, means.by);
    }
  }
}

/** Null where the numbers are no date; unknown where either could be the month. */
function numeric(of: Match["values"]): Resolved | null {
  const packed = Math.floor((of.dotted ?? 0) / 10_000);
  const v =
    of.dotted === undefined ? of : { a: Math.floor(packed / 100), b: packed % 100, year: of.dotted % 10_000 };
  const known = ["year", "month", "day"] as const;
  const firstIsDay = v.b <= 12 && v.a > 12;
  const firstIsMonth = v.a <= 12 && v.b > 12;
  if (v.a <= 12 && v.b <= 12 && v.a !== v.b) return none("NOT_A_DATE", { anchor: "absolute", known });
  if (!firstIsDay && !firstIsMonth && v.a !== v.b) return null;
  const dated = firstIsMonth ? day(v.year, v.a, v.b) : day(v.year, v.b, v.a);
  return dated === null ? null : found(dated, "absolute", known, []);
}

function partOf(inner: Resolved, of: Dated, which: number, frame: Frame, known: boolean): Resolved | null {
  if (of.precision === "day") return null;
  if (which === PART.turn) return of.precision === "year" ? { ...inner, dated: turn(of, frame) } : null;
  if (known) {
    const edge = which === PART.end ? of.latest : which === PART.start ? of.earliest : null;
    return edge === null ? inner : { ...inner, dated: month(yearOf(edge), monthOf(edge)) };
  }
  return { ...inner, dated: which === PART.end && frame.due ? dayOf(of.latest) : part(of, which) };
}

/** In the past the turn of the present year is the one at its beginning. */
function turn(of: Dated, { tense, published }: Frame): Dated {
  const there = part(of, PART.turn);
  const early = tense.direction === "past" && published !== null && there.latest > published;
  return early ? part(shifted(of, "year", -1), PART.turn) : there;
}

/** The end takes the beginning's year or the beginning the end's, whichever is said. */
function range(a: Match, b: Match, frame: Frame): Resolved | null {
  const saysYear = (m: Match): boolean =>
    m.values.year !== undefined || m.dates.of?.values.year !== undefined;
  const inRange = { ...frame, due: false };
  const endFirst = saysYear(b) || !saysYear(a);
  const first = resolve(endFirst ? b : a, inRange);
  if (first?.dated == null) return first?.unresolved === "PUBLICATION_DATE_MISSING" ? first : null;
  const second = endFirst
    ? resolve(a, { ...inRange, before: first.dated })
    : resolve(b, { ...inRange, after: first.dated });
  if (second?.dated == null) return second?.unresolved === "PUBLICATION_DATE_MISSING" ? second : null;
  const [from, to] = endFirst ? [second, first] : [first, second];
  const [x, y] = endFirst ? [second.dated, first.dated] : [first.dated, second.dated];
  if (x.earliest > y.latest) return null;
  const precision = x.precision === y.precision ? x.precision : "period";
  const anchor = to.anchor === "absolute" ? from.anchor : to.anchor;
  return found({ ...between(x, y), precision }, anchor, to.known, to.implied, { role: "span" });
}

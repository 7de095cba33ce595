import { dominates, type Sentence } from "../../language/index.js";
import { dayNumber, type IsoDate } from "../../text/index.js";
import type { TimeExpression } from "../types.js";
import { type Dated, moved, unitFrom, unitOf } from "./calendar.js";
import type { Match } from "./match.js";

/** Farthest that a date stands from the anniversary it is the day of, in tokens. */
const REACH = 12;
const DAYS = new Set(["day", "week", "month"]);

/**
 * Gives each anniversary to the date on which it falls, which then recalls the day so many years before: "Dec. 15 marks the third
 * anniversary". Without a date in the sentence the anniversary is an expression of its own, of an event unknown.
 */
export function withAnniversaries(
  s: Sentence,
  found: readonly TimeExpression[],
  marks: readonly Match[],
  first: number,
  published: IsoDate | null,
): TimeExpression[] {
  const out = [...found];
  for (const m of marks) {
    const count = m.values.ordinal ?? m.values.number ?? 1;
    const unit = unitOf(m.values.unit ?? m.values.span ?? 365);
    const at = dayOf(s, out, m);
    if (at >= 0) {
      const x = nearest(out[at], published);
      const recalls = {
        earliest: moved(x.earliest as string, unit, -count),
        latest: moved(x.latest as string, unit, -count),
      };
      out[at] = { ...x, role: "anniversary", recalls, quantity: { count, unit }, rule: m.rule.id };
    } else out.push(alone(s, m, count, unit));
  }
  if (out.length === found.length) return out;
  return out.sort((a, b) => a.from - b.from).map((x, k) => ({ ...x, index: first + k }));
}

/** Anniversaries are written of when they are near, whatever the tense. */
function nearest(x: TimeExpression, published: IsoDate | null): TimeExpression {
  if (published === null || !x.implied.includes("year") || x.anchor !== "publication" || x.earliest === null)
    return x;
  const unit = x.precision === "month" ? "month" : "day";
  if (unit === "day" && x.precision !== "day") return x;
  const { earliest } = x;
  const options = [0, -1, 1].map((k) => unitFrom(moved(earliest, "year", k), unit, 0));
  const far = (of: Dated): number => Math.abs(dayNumber(of.earliest) - dayNumber(published));
  return { ...x, ...options.reduce((a, b) => (far(b) < far(a) ? b : a)) };
}

/** The date that stands nearest before the anniversary in its clause, else nearest after; not one inside what is remembered. */
function dayOf(s: Sentence, found: readonly TimeExpression[], m: Match): number {
  let best = -1;
  let least = REACH + 1;
  for (const [k, x] of found.entries()) {
    if (
      x.earliest === null ||
      x.latest === null ||
      !DAYS.has(x.precision) ||
      x.role === "name" ||
      x.role === "anniversary"
    )
      continue;
    if (x.known.includes("year") && x.from >= m.to) continue;
    const distance = x.to <= m.from ? m.from - x.to : x.from - m.to + 2;
    const inside = x.from >= m.to && s.upos[x.from - 1] === "ADP" && dominates(s, m.to, x.head);
    if (distance < least && !inside) {
      least = distance;
      best = k;
    }
  }
  return best;
}

function alone(s: Sentence, m: Match, count: number, unit: ReturnType<typeof unitOf>): TimeExpression {
  return {
    index: 0,
    sentence: s.index,
    from: m.from,
    to: m.to,
    head: m.to - 1,
    start: s.starts[m.from],
    end: s.ends[m.to - 1],
    earliest: null,
    latest: null,
    precision: "period",
    edtf: null,
    role: "anniversary",
    known: [],
    implied: [],
    anchor: "event",
    quantity: { count, unit },
    recalls: null,
    occurrences: [],
    eventHead: -1,
    unresolved: "EVENT_UNKNOWN",
    rule: m.rule.id,
  };
}

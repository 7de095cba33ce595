import type { Sentence } from "../../language/index.js";
import { addDays, dayNumber, type IsoDate } from "../../text/index.js";
import type { TimeExpression, TimePart, Unresolved } from "../types.js";
import {
  between,
  type Dated,
  day,
  dayOf,
  month,
  part,
  season,
  unitFrom,
  weekdayOf,
  year,
} from "./calendar.js";
import type { TimeWord, TimeWords } from "./words.js";

/** What a matcher found: tokens [from, to), days or why there are none, and how they were come by. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly dated: Dated | null;
  readonly known: readonly TimePart[];
  readonly implied: readonly TimePart[];
  readonly anchor: TimeExpression["anchor"];
  readonly role?: TimeExpression["role"];
  readonly quantity?: TimeExpression["quantity"];
  readonly occurrences?: TimeExpression["occurrences"];
  readonly unresolved?: Unresolved;
  readonly rule: string;
}

export type Tense = "past" | "future" | "unknown";

/** One sentence with what its matchers look at. */
export interface Look {
  readonly s: Sentence;
  readonly words: TimeWords;
  /** Word classes of each token, null for most. */
  readonly at: readonly (TimeWord | null)[];
  readonly published: IsoDate | null;
  /** Past date the story stands at, from this sentence or the ones before; null where it stands at the publication day. */
  story: Dated | null;
  tense(token: number): Tense;
}

const YEAR = /^(1[5-9]\d\d|20\d\d)$/;
const DECADE = /^(1[5-9]|20)\d0['’]?s$/;
const DOM = /^([1-9]|[12]\d|3[01])(st|nd|rd|th)?$/;

const has = (l: Look, i: number, kind: string): boolean => l.at[i]?.[kind] !== undefined;
const yearAt = (l: Look, i: number): number =>
  i < l.s.size && YEAR.test(l.s.norms[i]) ? Number(l.s.norms[i]) : 0;
const domAt = (l: Look, i: number): number =>
  i < l.s.size && DOM.test(l.s.norms[i]) ? Number.parseInt(l.s.norms[i], 10) : 0;
const upper = (l: Look, i: number): boolean => /^\p{Lu}/u.test(l.s.forms[i]);

/** A month name: capitalised, and not the modal or the verb. */
function monthAt(l: Look, i: number): number {
  const m = l.at[i]?.month;
  return m !== undefined && upper(l, i) && l.s.upos[i] !== "AUX" && l.s.upos[i] !== "VERB" ? m : 0;
}

const missing = (from: number, to: number, known: readonly TimePart[], rule: string): Found => ({
  from,
  to,
  dated: null,
  known,
  implied: [],
  anchor: "publication",
  unresolved: "PUBLICATION_DATE_MISSING",
  rule,
});

/** Picks among the years around publication the one that the tense asks for; without tense, the nearest. */
function byTense(l: Look, token: number, make: (y: number) => Dated | null): Dated | null {
  const { published } = l;
  if (published === null) return null;
  const y = Number(published.slice(0, 4));
  const options = [y - 1, y, y + 1].map(make).filter((d): d is Dated => d !== null);
  const tense = l.tense(token);
  if (tense === "past") return options.filter((d) => d.earliest <= published).at(-1) ?? null;
  if (tense === "future") return options.find((d) => d.latest >= published) ?? null;
  const distance = (d: Dated): number =>
    Math.abs(dayNumber(d.earliest) + dayNumber(d.latest) - 2 * dayNumber(published));
  return options.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** "Dec. 15", "December 15, 2019", "15 December 2019", "June 28-29", "June 2019", "in June". */
export function monthDate(l: Look, i: number): Found | null {
  const before = domAt(l, i);
  const m =
    before > 0 ? monthAt(l, i + 1) || (l.s.norms[i + 1] === "of" ? monthAt(l, i + 2) : 0) : monthAt(l, i);
  if (m === 0) return null;
  let to = i + (before > 0 ? (l.s.norms[i + 1] === "of" ? 3 : 2) : 1);
  let dom = before;
  let last = 0;
  if (dom === 0 && domAt(l, to) > 0) {
    dom = domAt(l, to);
    to++;
    if (to + 1 < l.s.size && (l.s.norms[to] === "-" || l.s.norms[to] === "to") && domAt(l, to + 1) > dom) {
      last = domAt(l, to + 1);
      to += 2;
    }
  }
  const comma = dom > 0 && l.s.forms[to] === "," ? 1 : 0;
  const y = yearAt(l, to + comma);
  if (y > 0) to += comma + 1;
  const make = (yy: number): Dated | null => {
    if (dom === 0) return month(yy, m);
    const a = day(yy, m, dom);
    const b = last > 0 ? day(yy, m, last) : null;
    return a !== null && b !== null ? between(a, b) : a;
  };
  const parts: TimePart[] = dom > 0 ? ["month", "day"] : ["month"];
  if (y > 0) {
    const dated = make(y);
    return dated === null
      ? {
          from: i,
          to,
          dated,
          known: ["year", ...parts],
          implied: [],
          anchor: "absolute",
          unresolved: "NOT_A_DATE",
          rule: "time/month-date",
        }
      : {
          from: i,
          to,
          dated,
          known: ["year", ...parts],
          implied: [],
          anchor: "absolute",
          rule: "time/month-date",
        };
  }
  // A bare month must look like one: after a preposition or another time word.
  if (dom === 0 && !bareMonth(l, i)) return null;
  if (l.published === null) return missing(i, to, parts, "time/month-date");
  const dated = byTense(l, i, make);
  return {
    from: i,
    to,
    dated,
    known: parts,
    implied: ["year"],
    anchor: "publication",
    ...(dated === null ? { unresolved: "NOT_A_DATE" as const } : {}),
    rule: "time/month-date",
  };
}

function bareMonth(l: Look, i: number): boolean {
  const w = i > 0 ? l.at[i - 1] : null;
  return (
    w !== null &&
    (w.in !== undefined ||
      w.deadline !== undefined ||
      w.before !== undefined ||
      w.since !== undefined ||
      w.until !== undefined ||
      w.part !== undefined ||
      w.after !== undefined ||
      w.direction !== undefined)
  );
}

/** "last autumn", "this week", "next year", "last Monday", "last month", "over the past three years". */
export function directed(l: Look, i: number): Found | null {
  const step = l.at[i]?.direction;
  if (step === undefined || i + 1 >= l.s.size) return null;
  const next = l.at[i + 1];
  if (next === null) return null;
  const { published } = l;
  const done = (dated: Dated | null, to: number, known: TimePart[]): Found | null => {
    if (published === null) return missing(i, to, known, "time/directed");
    return dated === null
      ? null
      : { from: i, to, dated, known, implied: ["year"], anchor: "publication", rule: "time/directed" };
  };
  const p = published ?? "2000-01-01";
  const y = Number(p.slice(0, 4));
  if (next.number !== undefined && has(l, i + 2, "unit") && step !== 0) {
    const unit = l.at[i + 2]?.unit as number;
    const length = Math.round(next.number * unit);
    const span =
      step < 0 ? between(dayOf(addDays(p, -length)), dayOf(p)) : between(dayOf(p), dayOf(addDays(p, length)));
    const found = done({ ...span, precision: "period" }, i + 3, []);
    return found === null
      ? null
      : { ...found, role: "span", quantity: { count: next.number, unit: unitName(unit) } };
  }
  if (next.unit !== undefined) return done(unitFrom(p, next.unit, step), i + 2, [unitName(next.unit)]);
  if (next.weekday !== undefined) {
    const ahead = (next.weekday - weekdayOf(p) + 7) % 7;
    return done(dayOf(addDays(p, step < 0 ? ahead - 7 : step > 0 && ahead === 0 ? 7 : ahead)), i + 2, [
      "weekday",
    ]);
  }
  if (next.season !== undefined) {
    const now = season(y, next.season);
    const shift =
      step < 0
        ? now.latest < p
          ? 0
          : -1
        : step > 0
          ? now.earliest > p
            ? 0
            : 1
          : next.season === 24 && p.slice(5, 7) < "03"
            ? -1
            : 0;
    return done(season(y + shift, next.season), i + 2, ["season"]);
  }
  if (next.month !== undefined && upper(l, i + 1)) {
    const now = month(y, next.month);
    const shift = step < 0 ? (now.latest < p ? 0 : -1) : step > 0 ? (now.earliest > p ? 0 : 1) : 0;
    return done(month(y + shift, next.month), i + 2, ["month"]);
  }
  return null;
}

const unitName = (days: number): TimePart =>
  days === 1
    ? "day"
    : days === 7
      ? "week"
      : days === 30
        ? "month"
        : days === 91
          ? "quarter"
          : days === 365
            ? "year"
            : days === 3650
              ? "decade"
              : "century";

/** "today", "yesterday", "tomorrow". */
export function deictic(l: Look, i: number): Found | null {
  const step = l.at[i]?.deictic;
  if (step === undefined) return null;
  if (l.published === null) return missing(i, i + 1, ["day"], "time/deictic");
  return {
    from: i,
    to: i + 1,
    dated: dayOf(addDays(l.published, step)),
    known: ["day"],
    implied: ["year", "month"],
    anchor: "publication",
    rule: "time/deictic",
  };
}

/** "on Monday", "Monday": the nearest one in the direction of the tense. */
export function weekday(l: Look, i: number): Found | null {
  const w = l.at[i]?.weekday;
  if (w === undefined || !upper(l, i)) return null;
  if (l.published === null) return missing(i, i + 1, ["weekday"], "time/weekday");
  const ahead = (w - weekdayOf(l.published) + 7) % 7;
  const date = addDays(l.published, l.tense(i) === "future" ? ahead : ahead === 0 ? 0 : ahead - 7);
  return {
    from: i,
    to: i + 1,
    dated: dayOf(date),
    known: ["weekday"],
    implied: ["year", "month", "day"],
    anchor: "publication",
    rule: "time/weekday",
  };
}

/** "the summer of 2017", "summer 2017", "in the autumn"; "three consecutive years from the summer of 2017" is `repeated`. */
export function seasonDate(l: Look, i: number): Found | null {
  const code = l.at[i]?.season;
  if (code === undefined || l.s.upos[i] === "VERB") return null;
  const of = l.s.norms[i + 1] === "of" ? 1 : 0;
  const y = yearAt(l, i + 1 + of);
  if (y > 0)
    return {
      from: i,
      to: i + 2 + of,
      dated: season(y, code),
      known: ["season", "year"],
      implied: [],
      anchor: "absolute",
      rule: "time/season",
    };
  const article = i > 0 && l.s.norms[i - 1] === "the" ? 2 : 1;
  if (!has(l, i - article, "in") && !has(l, i - article, "deadline") && !has(l, i - article, "since"))
    return null;
  if (l.published === null) return missing(i, i + 1, ["season"], "time/season");
  const dated = byTense(l, i, (yy) => season(yy, code));
  return dated === null
    ? null
    : {
        from: i,
        to: i + 1,
        dated,
        known: ["season"],
        implied: ["year"],
        anchor: "publication",
        rule: "time/season",
      };
}

/** A year by itself, after a preposition, before an instrument, or in brackets. */
export function yearAlone(l: Look, i: number): Found | null {
  if (DECADE.test(l.s.norms[i])) {
    const y = Number(l.s.norms[i].slice(0, 4));
    return {
      from: i,
      to: i + 1,
      dated: {
        earliest: `${y}-01-01`,
        latest: `${y + 9}-12-31`,
        precision: "decade",
        edtf: `${String(y).slice(0, 3)}X`,
      },
      known: ["decade"],
      implied: [],
      anchor: "absolute",
      rule: "time/decade",
    };
  }
  const y = yearAt(l, i);
  if (y === 0) return null;
  const unit =
    i + 1 < l.s.size && l.s.upos[i + 1] === "NOUN" && l.s.xpos[i + 1] === "NNS" && !has(l, i - 1, "in");
  const money = i > 0 && (l.s.upos[i - 1] === "SYM" || l.s.norms[i - 1] === "no.");
  if (unit || money) return null;
  return {
    from: i,
    to: i + 1,
    dated: year(y),
    known: ["year"],
    implied: [],
    anchor: "absolute",
    rule: "time/year",
  };
}

/** "two weeks ago", "a month earlier". */
export function ago(l: Look, i: number): Found | null {
  const n = countAt(l, i);
  if (n === 0 || !has(l, i + 1, "unit") || !has(l, i + 2, "ago")) return null;
  const unit = l.at[i + 1]?.unit as number;
  if (l.published === null) return missing(i, i + 3, [unitName(unit)], "time/ago");
  const dated =
    unit === 91 || unit > 365
      ? year(Number(l.published.slice(0, 4)) - Math.round((n * unit) / 365))
      : (unitFrom(l.published, unit, -n) as Dated);
  return {
    from: i,
    to: i + 3,
    dated,
    known: [unitName(unit)],
    implied: ["year"],
    anchor: "publication",
    quantity: { count: n, unit: unitName(unit) },
    rule: "time/ago",
  };
}

/** "in recent weeks". */
export function recent(l: Look, i: number): Found | null {
  if (!has(l, i, "recent") || !has(l, i + 1, "unit")) return null;
  const unit = l.at[i + 1]?.unit as number;
  if (l.published === null) return missing(i, i + 2, [], "time/recent");
  return {
    from: i,
    to: i + 2,
    dated: {
      ...between(dayOf(addDays(l.published, -4 * Math.round(unit))), dayOf(l.published)),
      precision: "period",
    },
    known: [],
    implied: ["year", "month"],
    anchor: "publication",
    role: "span",
    rule: "time/recent",
  };
}

/** "early June", "late 2018", "mid-July", "the end of the year", "the beginning of 2019". */
export function partOf(l: Look, i: number, rest: (at: number) => Found | null): Found | null {
  const which = l.at[i]?.part;
  if (which === undefined) return null;
  let at = i + 1;
  while (
    at < l.s.size &&
    at < i + 4 &&
    (l.s.norms[at] === "-" || l.s.norms[at] === "of" || l.s.norms[at] === "the" || l.s.norms[at] === "in")
  )
    at++;
  const bareUnit = has(l, at, "unit") && l.s.norms[at - 1] === "the" ? unitNow(l, at) : null;
  const inner = bareUnit ?? rest(at);
  if (inner === null || inner.from !== at) return null;
  if (inner.dated === null) return { ...inner, from: i };
  if (inner.dated.precision === "day") return null;
  return { ...inner, from: i, dated: part(inner.dated, which), rule: "time/part" };
}

function unitNow(l: Look, at: number): Found | null {
  const unit = l.at[at]?.unit as number;
  if (l.story !== null && unit >= 30) {
    const then = unitFrom(l.story.latest, unit, 0);
    if (then !== null)
      return {
        from: at,
        to: at + 1,
        dated: then,
        known: [],
        implied: [unitName(unit)],
        anchor: "narrative",
        rule: "time/part",
      };
  }
  if (l.published === null) return missing(at, at + 1, [unitName(unit)], "time/part");
  const dated = unitFrom(l.published, unit, 0);
  return dated === null
    ? null
    : {
        from: at,
        to: at + 1,
        dated,
        known: [],
        implied: [unitName(unit)],
        anchor: "publication",
        rule: "time/part",
      };
}

/** "three consecutive years from the summer of 2017", "for two days", "more than 70 years". */
export function duration(l: Look, i: number, rest: (at: number) => Found | null): Found | null {
  const n = countAt(l, i);
  if (n === 0) return null;
  let at = i + 1;
  const repeated = has(l, at, "consecutive");
  if (repeated) at++;
  if (!has(l, at, "unit")) return null;
  const unit = l.at[at]?.unit as number;
  const quantity = { count: n, unit: unitName(unit) };
  const from = has(l, at + 1, "since") ? at + 2 + (l.s.norms[at + 2] === "the" ? 1 : 0) : -1;
  const start = from > 0 ? rest(from) : null;
  if (repeated && start !== null && start.dated !== null && unit === 365) {
    const first = start.dated;
    const occurrences = Array.from({ length: n }, (_, k) => ({
      earliest: plusYears(first.earliest, k),
      latest: plusYears(first.latest, k),
    }));
    const dated: Dated = {
      earliest: first.earliest,
      latest: occurrences[n - 1].latest,
      precision: "period",
      edtf: `${first.edtf}/${Number(first.edtf.slice(0, 4)) + n - 1}${first.edtf.slice(4)}`,
    };
    return {
      ...start,
      from: i,
      to: start.to,
      dated,
      role: "frequency",
      quantity,
      occurrences,
      rule: "time/repeated",
    };
  }
  return {
    from: i,
    to: at + 1,
    dated: null,
    known: [],
    implied: [],
    anchor: "none",
    role: "duration",
    quantity,
    unresolved: "NOT_A_DATE",
    rule: "time/duration",
  };
}

/** The same day `n` years on; 29 February becomes the 28th where there is none. */
export function plusYears(date: IsoDate, n: number): IsoDate {
  const y = String(Number(date.slice(0, 4)) + n).padStart(4, "0");
  const moved = `${y}${date.slice(4)}`;
  return Number.isNaN(dayNumber(moved)) ? `${y}-02-28` : moved;
}

const countAt = (l: Look, i: number): number =>
  i >= l.s.size ? 0 : (l.at[i]?.number ?? (/^\d{1,3}$/.test(l.s.norms[i]) ? Number(l.s.norms[i]) : 0));

/** "2019-12-19". */
export function isoForm(l: Look, i: number): Found | null {
  const m = /^(\d{4})$/.exec(l.s.norms[i]);
  if (!m || l.s.forms[i + 1] !== "-" || l.s.forms[i + 3] !== "-") return null;
  const dated = day(Number(m[1]), Number(l.s.norms[i + 2]), Number(l.s.norms[i + 4]));
  return dated === null
    ? null
    : {
        from: i,
        to: i + 5,
        dated,
        known: ["year", "month", "day"],
        implied: [],
        anchor: "absolute",
        rule: "time/iso",
      };
}

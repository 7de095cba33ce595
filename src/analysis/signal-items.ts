import type {
  Outline,
  RecordAgreement,
  RecordItem,
  RecordMeasure,
  RecordPosition,
  RecordView,
} from "../record/index.js";
import { addDays, type IsoDate } from "../text/index.js";
import { gist } from "./gist.js";
import type { Common, Procedural } from "./procedural.js";
import type { SignalEffect, SignalItem, SignalKind } from "./types.js";

/**
 * The dated evidence of a view, as the rules of the state of play read it. Ids are those of the record's lines. What has no
 * date of its own never counts as a step; what is said of the present is dated by its publication.
 */
export function signalItems(
  view: RecordView,
  { procedural, common }: Judged,
  items: readonly Outline[] = view.items,
): SignalItem[] {
  const out: SignalItem[] = [];
  const meetings = items.filter((i) => i.kind === "meeting");
  for (const item of items) {
    if (item.kind === "meeting" && framesAnother(item, meetings)) continue;
    const signal = signalOf(item, view, { procedural, common });
    if (signal !== null) out.push(signal);
    if (item.kind === "meeting") out.push(...announcement(item, view));
  }
  return out;
}

/** What the tables say of words. */
export interface Judged {
  readonly procedural: Procedural;
  readonly common: Common;
}

type Of<K extends Outline["kind"]> = Extract<Outline, { kind: K }>;

const lineOf = (item: Outline): RecordItem => ("line" in item ? item.line() : item);
const placeOf = (item: Outline): string | null => {
  const line = lineOf(item);
  return "place" in line ? line.place : null;
};

/** Longest stay that a visit is taken to last, in days, where its end is not told. */
const VISIT = 7;

/** A visit is the frame of the meeting held in it: where that is on record in the same state, the visit is no second contact. */
function framesAnother(visit: Of<"meeting">, meetings: readonly Of<"meeting">[]): boolean {
  const { earliest, latest } = visit.when;
  if (visit.mode !== "visit" || earliest === null || latest === null) return false;
  const end = addDays(latest, VISIT);
  return meetings.some(
    (m) =>
      m.mode !== "visit" &&
      m.mode !== "phone" &&
      m.status === visit.status &&
      m.when.earliest !== null &&
      m.when.earliest >= earliest &&
      m.when.earliest <= end &&
      visit.parties.every((p) => m.parties.includes(p)) &&
      samePlace(m, visit),
  );
}

function samePlace(a: Outline, b: Outline): boolean {
  const [x, y] = [placeOf(a), placeOf(b)];
  return x === null || y === null || x === y;
}

function signalOf(item: Outline, view: RecordView, { procedural, common }: Judged): SignalItem | null {
  switch (item.kind) {
    case "meeting":
      return item.status === "held" && item.count === 1 ? dated(item, "meeting", "none", view) : null;
    case "agreement":
      return agreement(item, view, procedural);
    case "proposal": {
      if (item.status === "accepted") return dated(item, "agreement", "advance", view);
      return dated(item, "proposal", item.type === "concession" ? "accommodate" : "neutral", view);
    }
    case "commitment":
      return commitment(item, view);
    case "position":
      return position(item, view, common);
    case "linkage":
      // What something is made to hang on may be an offer as well as a refusal: a statement, and no hardening by itself.
      return dated(item, "statement", "none", view) ?? present(item, "statement", "none", view);
    case "measure":
      return measure(item, view);
    case "assessment": {
      const effect = assessmentEffects[item.judgement];
      return dated(item, "assessment", effect, view) ?? present(item, "assessment", effect, view);
    }
    case "condition":
      return condition(item, view);
    case "quote":
      return item.speakerCode !== null &&
        view.negotiation.parties.some((p) => p.code === item.speakerCode && p.role !== "third")
        ? (dated(item, "statement", "none", view) ?? present(item, "statement", "none", view))
        : null;
    case "event":
      return null;
  }
}

/** A meeting that was announced is a date ahead until it is called off or known to have been held. */
function announcement(m: Of<"meeting">, view: RecordView): SignalItem[] {
  if (m.status !== "scheduled" || m.scheduledBy.length === 0) return [];
  const { earliest, latest } = m.when;
  if (earliest === null || latest === null || latest < view.asOf.about) return [];
  return [make(m, "scheduled-meeting", "none", earliest, latest, view)];
}

/** Statuses that are a step by themselves; a mention of an old instrument or a draft is none. */
const steps: ReadonlySet<RecordAgreement["status"]> = new Set<RecordAgreement["status"]>([
  "agreed",
  "signed",
  "adopted",
  "ratified",
  "in-force",
  "extended",
]);

/** What ends or interrupts an instrument. */
const setbacks: ReadonlySet<RecordAgreement["status"]> = new Set<RecordAgreement["status"]>([
  "suspended",
  "withdrawn-from",
  "expired",
  "collapsed",
  "terminated",
]);

function agreement(a: Of<"agreement">, view: RecordView, procedural: Procedural): SignalItem | null {
  if (setbacks.has(a.status)) return dated(a, "agreement", "regress", view);
  if (!steps.has(a.status) || a.certainty === "uncommitted") return null;
  // To meet again or to go on talking is what meetings are for: contact, no step.
  if (a.status === "agreed" && a.instrument === null && "what" in a && procedural(a.what))
    return dated(a, "agreement", "none", view);
  const named = ` ${(a.instrument ?? "").toLowerCase()} `;
  const final =
    a.status !== "agreed" && view.negotiation.aim.some((w) => named.includes(` ${w.toLowerCase()} `));
  return dated(a, "agreement", final ? "concluded" : "advance", view);
}

/** Intentions are contacts; own targets that passed unmet, and undertakings broken, are setbacks at their due date. */
function commitment(c: Of<"commitment">, view: RecordView): SignalItem | null {
  if (c.type === "intention") return dated(c, "intent", "none", view) ?? present(c, "intent", "none", view);
  // The outline of a promise that nobody ended and that is no target of its own: no setback.
  if ("line" in c) return null;
  const due = c.deadline?.latest ?? null;
  const { asKnownOn, about } = view.asOf;
  const met = c.evidence.some((e) => e.effect === "fulfil" || e.effect === "partial");
  if (c.type === "unilateral-target" && due !== null && due < about && due < asKnownOn && !met) {
    const from = c.deadline?.earliest ?? due;
    const start = from < (c.when.earliest ?? from) ? (c.when.earliest as IsoDate) : from;
    const known = c.known > due ? c.known : nextDay(due, asKnownOn);
    return make(c, "target-missed", "regress", start <= due ? start : due, due, view, known);
  }
  const broken = c.evidence.find((e) => e.effect === "break" || e.effect === "withdraw");
  if (broken !== undefined)
    return make(c, "target-missed", "regress", broken.valid, broken.valid, view, broken.known);
  return null;
}

const hardening = new Set<RecordPosition["move"]>(["hardened", "rejects"]);
const softening = new Set<RecordPosition["move"]>(["softened", "shelved"]);

function position(p: Of<"position">, view: RecordView, common: Common): SignalItem | null {
  if (p.move === "shelved" && leavesCommon(p, common)) return dated(p, "position", "harden", view);
  if (hardening.has(p.move))
    return dated(p, "position", "harden", view) ?? present(p, "position", "harden", view);
  if (softening.has(p.move)) return dated(p, "position", "accommodate", view);
  return dated(p, "position", "none", view);
}

/** Who shelves a demand comes nearer; who shelves a deal or the talks goes back on what the sides had. */
function leavesCommon(p: Of<"position">, common: Common): boolean {
  const line = lineOf(p);
  return line.kind === "position" && common(line.stance);
}

const measureEffects: Record<RecordMeasure["status"], SignalEffect> = {
  announced: "none",
  started: "advance",
  "carried-out": "advance",
  progressed: "advance",
  completed: "advance",
  suspended: "regress",
  cancelled: "regress",
  "no-progress": "stalled",
};

function measure(m: Of<"measure">, view: RecordView): SignalItem | null {
  const effect = measureEffects[m.status];
  return dated(m, effect === "stalled" ? "assessment" : "implementation", effect, view);
}

const assessmentEffects: Record<
  | "progressing"
  | "stalled"
  | "positive"
  | "negative"
  | "difficult"
  | "concluded"
  | "suspended"
  | "broken-off",
  SignalEffect
> = {
  progressing: "progressing",
  stalled: "stalled",
  positive: "none",
  negative: "none",
  difficult: "none",
  concluded: "concluded",
  suspended: "suspended",
  "broken-off": "broken-off",
};

function condition(c: Of<"condition">, view: RecordView): SignalItem | null {
  const effect: SignalEffect =
    c.direction === "hurts" ? "hurt" : c.realised === "yes" ? "help" : "help-expected";
  if (c.realised === "no" && c.direction === "hurts") return null;
  return dated(c, "condition", effect, view) ?? present(c, "condition", effect, view);
}

/** Null without both bounds: a half-open time says nothing about when a step was taken. */
function dated(item: Outline, kind: SignalKind, effect: SignalEffect, view: RecordView): SignalItem | null {
  const { earliest, latest } = item.when;
  return earliest === null || latest === null ? null : make(item, kind, effect, earliest, latest, view);
}

/** What is said without a time is said of the day of its publication. */
const present = (item: Outline, kind: SignalKind, effect: SignalEffect, view: RecordView): SignalItem =>
  make(item, kind, effect, item.known, item.known, view);

/** Sources, place and words are told when asked for: few signals come to be shown. */
function make(
  item: Outline,
  kind: SignalKind,
  effect: SignalEffect,
  earliest: IsoDate,
  latest: IsoDate,
  view: RecordView,
  known = item.known,
): SignalItem {
  return {
    id: item.id,
    known,
    earliest,
    latest,
    track: item.track,
    kind,
    effect,
    get sources() {
      return [...new Set(item.reports.map((r) => r.origin))].sort();
    },
    get place() {
      return kind === "meeting" || kind === "scheduled-meeting" ? placeOf(item) : null;
    },
    get text() {
      return gist(lineOf(item), view);
    },
  };
}

/** Day after a due day, as far as it is known. */
function nextDay(due: IsoDate, asKnownOn: IsoDate): IsoDate {
  const day = addDays(due, 1);
  return day < asKnownOn ? day : asKnownOn;
}

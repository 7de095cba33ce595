import type {
  RecordAgreement,
  RecordBase,
  RecordCommitment,
  RecordCondition,
  RecordItem,
  RecordMeasure,
  RecordMeeting,
  RecordPosition,
  RecordView,
} from "../record/index.js";
import { addDays, type IsoDate } from "../text/index.js";
import { gist } from "./gist.js";
import type { Procedural } from "./procedural.js";
import type { SignalEffect, SignalItem, SignalKind } from "./types.js";

/**
 * The dated evidence of a view, as the rules of the state of play read it. Ids are those of the record's lines. What has no
 * date of its own never counts as a step; what is said of the present is dated by its publication.
 */
export function signalItems(
  view: RecordView,
  procedural: Procedural,
  items: readonly RecordItem[] = view.items,
): SignalItem[] {
  const out: SignalItem[] = [];
  for (const item of items) {
    if (item.kind === "meeting" && framesAnother(item, view.meetings)) continue;
    const signal = signalOf(item, view, procedural);
    const signals = signal === null ? [] : [signal];
    if (item.kind === "meeting") signals.push(...announcement(item, view));
    for (const s of signals) out.push({ ...s, text: gist(item, view) });
  }
  return out;
}

/** Longest stay that a visit is taken to last, in days, where its end is not told. */
const VISIT = 7;

/** A visit is the frame of the meeting held in it: where that is on record in the same state, the visit is no second contact. */
function framesAnother(visit: RecordMeeting, meetings: readonly RecordMeeting[]): boolean {
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
      (m.place === null || visit.place === null || m.place === visit.place),
  );
}

function signalOf(item: RecordItem, view: RecordView, procedural: Procedural): SignalItem | null {
  switch (item.kind) {
    case "meeting":
      return item.status === "held" && item.count === 1
        ? dated(item, "meeting", "none", item.parties, item.place)
        : null;
    case "agreement":
      return agreement(item, view, procedural);
    case "proposal": {
      if (item.status === "accepted") return dated(item, "agreement", "advance", item.parties);
      return dated(item, "proposal", item.type === "concession" ? "accommodate" : "neutral", item.by);
    }
    case "commitment":
      return commitment(item, view);
    case "position":
      return position(item);
    case "linkage":
      return dated(item, "position", "harden", [item.by]) ?? present(item, "position", "harden", [item.by]);
    case "measure":
      return measure(item);
    case "assessment": {
      const effect = assessmentEffects[item.judgement];
      return (
        dated(item, "assessment", effect, [item.voice]) ?? present(item, "assessment", effect, [item.voice])
      );
    }
    case "condition":
      return condition(item);
    case "quote":
      return item.speakerCode !== null &&
        view.negotiation.parties.some((p) => p.code === item.speakerCode && p.role !== "third")
        ? (dated(item, "statement", "none", [item.speakerCode]) ??
            present(item, "statement", "none", [item.speakerCode]))
        : null;
    case "event":
      return null;
  }
}

/** A meeting that was announced is a date ahead until it is called off or known to have been held. */
function announcement(m: RecordMeeting, view: RecordView): SignalItem[] {
  if (m.status !== "scheduled" || m.scheduledBy.length === 0) return [];
  const { earliest, latest } = m.when;
  if (earliest === null || latest === null || latest < view.asOf.about) return [];
  return [make(m, "scheduled-meeting", "none", m.parties, earliest, latest, m.place)];
}

/** Statuses that are a step by themselves; a mention of an old instrument or a draft is none. */
const steps: ReadonlySet<RecordAgreement["status"]> = new Set<RecordAgreement["status"]>([
  "agreed",
  "signed",
  "adopted",
  "ratified",
  "in-force",
]);

function agreement(a: RecordAgreement, view: RecordView, procedural: Procedural): SignalItem | null {
  if (a.status === "terminated") return dated(a, "agreement", "regress", a.parties);
  if (!steps.has(a.status) || a.certainty === "uncommitted") return null;
  // To meet again or to go on talking is what meetings are for: contact, no step.
  if (a.status === "agreed" && a.instrument === null && procedural(a.what))
    return dated(a, "agreement", "none", a.parties);
  const named = ` ${(a.instrument ?? "").toLowerCase()} `;
  const final =
    a.status !== "agreed" && view.negotiation.aim.some((w) => named.includes(` ${w.toLowerCase()} `));
  return dated(a, "agreement", final ? "concluded" : "advance", a.parties);
}

/** Intentions are contacts; own targets that passed unmet, and undertakings broken, are setbacks at their due date. */
function commitment(c: RecordCommitment, view: RecordView): SignalItem | null {
  if (c.type === "intention") return dated(c, "intent", "none", c.by) ?? present(c, "intent", "none", c.by);
  const due = c.deadline?.latest ?? null;
  const { asKnownOn, about } = view.asOf;
  const met = c.evidence.some((e) => e.effect === "fulfil" || e.effect === "partial");
  if (c.type === "unilateral-target" && due !== null && due < about && due < asKnownOn && !met) {
    const from = c.deadline?.earliest ?? due;
    const start = from < (c.when.earliest ?? from) ? (c.when.earliest as IsoDate) : from;
    const known = c.known > due ? c.known : nextDay(due, asKnownOn);
    return { ...make(c, "target-missed", "regress", c.by, start <= due ? start : due, due), known };
  }
  const broken = c.evidence.find((e) => e.effect === "break" || e.effect === "withdraw");
  if (broken !== undefined)
    return { ...make(c, "target-missed", "regress", c.by, broken.valid, broken.valid), known: broken.known };
  return null;
}

const hardening = new Set<RecordPosition["move"]>(["hardened", "rejects"]);
const softening = new Set<RecordPosition["move"]>(["softened", "shelved"]);

function position(p: RecordPosition): SignalItem | null {
  if (hardening.has(p.move))
    return dated(p, "position", "harden", [p.holder]) ?? present(p, "position", "harden", [p.holder]);
  if (softening.has(p.move)) return dated(p, "position", "accommodate", [p.holder]);
  return dated(p, "position", "none", [p.holder]);
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

function measure(m: RecordMeasure): SignalItem | null {
  const effect = measureEffects[m.status];
  return dated(m, effect === "stalled" ? "assessment" : "implementation", effect, m.by);
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

function condition(c: RecordCondition): SignalItem | null {
  const effect: SignalEffect =
    c.direction === "hurts" ? "hurt" : c.realised === "yes" ? "help" : "help-expected";
  if (c.realised === "no" && c.direction === "hurts") return null;
  return dated(c, "condition", effect, c.who) ?? present(c, "condition", effect, c.who);
}

/** Null without both bounds: a half-open time says nothing about when a step was taken. */
function dated(
  item: RecordItem,
  kind: SignalKind,
  effect: SignalEffect,
  who: readonly string[],
  place: string | null = null,
): SignalItem | null {
  const { earliest, latest } = item.when;
  return earliest === null || latest === null ? null : make(item, kind, effect, who, earliest, latest, place);
}

/** What is said without a time is said of the day of its publication. */
function present(
  item: RecordItem,
  kind: SignalKind,
  effect: SignalEffect,
  who: readonly string[],
): SignalItem {
  return make(item, kind, effect, who, item.known, item.known);
}

function make(
  item: RecordBase,
  kind: SignalKind,
  effect: SignalEffect,
  who: readonly string[],
  earliest: IsoDate,
  latest: IsoDate,
  place: string | null = null,
): SignalItem {
  const sources = [...new Set(item.reports.map((r) => r.origin))].sort();
  return {
    id: item.id,
    known: item.known,
    earliest,
    latest,
    track: item.track,
    kind,
    effect,
    who,
    sources,
    place,
    text: "",
  };
}

/** Day after a due day, as far as it is known. */
function nextDay(due: IsoDate, asKnownOn: IsoDate): IsoDate {
  const day = addDays(due, 1);
  return day < asKnownOn ? day : asKnownOn;
}

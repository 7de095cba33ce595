import { addDays, type IsoDate } from "../text/index.js";
import { explain, outlookOf, wouldChange } from "./explain.js";
import { type PlayRule, playRules } from "./play-rules.js";
import { defaultSettings } from "./settings.js";
import {
  hardenedOrMissed,
  knownItems,
  noAdvance,
  type PlayFacts,
  playFacts,
  recentAdvance,
  signalsOf,
} from "./signals.js";
import type { AnalysisSettings, Confidence, Interval, PlayState, SignalItem, StateOfPlay } from "./types.js";

export interface PlayQuery {
  readonly track: string;
  readonly asKnownOn: IsoDate;
  readonly about: IsoDate;
  /** For the explanation; the track's id where none is given. */
  readonly name?: string;
  readonly settings?: Partial<AnalysisSettings>;
}

/**
 * Where one track stands, as known on one day, about one day: first rule that holds, with all that it rests on. Items of
 * other tracks only bear on the outlook. The order of the items does not matter.
 */
export function stateOfPlay(items: readonly SignalItem[], query: PlayQuery): StateOfPlay {
  const settings = { ...defaultSettings, ...query.settings };
  const { track, asKnownOn, about } = query;
  const known = knownItems(items, asKnownOn, track);
  const facts = playFacts(known, track, about, settings);
  const rules: readonly PlayRule[] = playRules;
  const at = rules.findIndex((r) => r.holds(facts));
  const rule = rules[at];
  const signals = signalsOf(facts);
  const support = supportOf(facts, rule.state);
  const since = sinceOf(facts, rule.state);
  const next = facts.next[0] ?? null;
  const outlook = outlookOf(
    items.filter((i) => i.known <= asKnownOn && i.earliest <= about),
    facts,
  );
  return {
    track,
    asKnownOn,
    about,
    state: rule.state,
    rule: rule.id,
    why: rule.why,
    tried: rules.slice(0, at).map((r) => ({ rule: r.id, why: `does not hold: ${r.why}` })),
    signals,
    since,
    nextMeeting:
      next === null
        ? null
        : { earliest: next.earliest, latest: next.latest, place: placeOf(facts), item: next.id },
    confidence: confidenceOf(rule.state, support),
    support,
    outlook,
    explanation: explain(facts, rule.state, since, query.name ?? track),
    wouldChange: wouldChange(facts, rule.state),
  };
}

/** A track's states about several days, as known on one day. */
export interface HistoryRow {
  readonly asKnownOn: IsoDate;
  readonly about: IsoDate;
  readonly state: PlayState | "stalling (onset window)";
}

/**
 * Hindsight: what is now known to be a standstill is dated back to its onset interval, and within that interval the track was
 * stalling. Before it each day is judged by itself.
 */
export function trackHistory(
  items: readonly SignalItem[],
  query: Omit<PlayQuery, "about">,
  days: readonly IsoDate[],
): HistoryRow[] {
  const now = stateOfPlay(items, { ...query, about: query.asKnownOn });
  const stuck = now.state === "stalled" || now.state === "deadlocked";
  return days.map((about) => {
    const row = { asKnownOn: query.asKnownOn, about };
    if (stuck && now.since !== null && about <= query.asKnownOn) {
      if (about >= now.since.latest) return { ...row, state: now.state };
      if (about >= now.since.earliest) return { ...row, state: "stalling (onset window)" as const };
    }
    return { ...row, state: stateOfPlay(items, { ...query, about }).state };
  });
}

const stuckStates: ReadonlySet<PlayState> = new Set(["stalled", "deadlocked"]);
const explicitStates: ReadonlySet<PlayState> = new Set(["concluded", "suspended", "broken off"]);

/** Three things that speak for a verdict, counted; what contradicts it; and how many independent sources all this rests on. */
function supportOf(f: PlayFacts, state: PlayState): StateOfPlay["support"] {
  if (state === "insufficient evidence") return { for: 0, of: 3, against: 0, sources: 0 };
  const hard = hardenedOrMissed(f);
  const advance = f.lastAdvance === null ? [] : [f.lastAdvance];
  if (explicitStates.has(state)) {
    const said = state === "concluded" ? f.concluded : state === "suspended" ? f.suspended : f.brokenOff;
    const sources = countSources(said);
    return { for: Math.min(3, sources + 1), of: 3, against: 0, sources };
  }
  const stuck = stuckStates.has(state);
  const pro = stuck
    ? [noAdvance(f) ? advance : [], f.saysStalled, hard]
    : [recentAdvance(f) ? advance : [], f.saysProgress, hard.length === 0 ? advance : []];
  const held = stuck
    ? [noAdvance(f), f.saysStalled.length > 0, hard.length > 0]
    : [recentAdvance(f), f.saysProgress.length > 0, hard.length === 0];
  const against = (stuck ? f.saysProgress : f.saysStalled).length > 0 ? 1 : 0;
  return { for: held.filter(Boolean).length, of: 3, against, sources: countSources(pro.flat()) };
}

const countSources = (items: readonly SignalItem[]): number => new Set(items.flatMap((i) => i.sources)).size;

/** Words, not a number: how well supported, never how probable. */
function confidenceOf(state: PlayState, support: StateOfPlay["support"]): Confidence {
  if (state === "insufficient evidence") return "none";
  if (support.against > 0 || support.for < 2) return "low";
  return support.for === 3 && support.sources >= 2 ? "high" : "moderate";
}

/**
 * When a standstill set in: from the first hardening after the last step forward to the end of the first missed target, or
 * of the last hardening; without either, from the day after the step until the threshold ran out or a source said so.
 */
function sinceOf(f: PlayFacts, state: PlayState): Interval | null {
  if (!stuckStates.has(state)) return null;
  const clip = (day: IsoDate): IsoDate => (day < f.about ? day : f.about);
  const hard = hardenedOrMissed(f);
  if (hard.length > 0) {
    const earliest = hard[0].earliest;
    const end =
      f.missed.length > 0
        ? f.missed[0].latest
        : hard.reduce((m, i) => (i.latest > m ? i.latest : m), earliest);
    const latest = clip(end);
    return { earliest, latest: latest < earliest ? earliest : latest };
  }
  const said = f.saysStalled[0]?.earliest ?? null;
  if (f.lastAdvance === null) return said === null ? null : { earliest: said, latest: said };
  const from = clip(addDays(f.lastAdvance.latest, 1));
  const out = addDays(f.lastAdvance.latest, f.settings.stall);
  const latest = said !== null && said < out ? said : clip(out);
  return { earliest: from, latest: latest < from ? from : latest };
}

const placeOf = (f: PlayFacts): string | null => f.next.find((i) => i.place !== null)?.place ?? null;

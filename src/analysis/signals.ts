import { daysBetween, type IsoDate } from "../text/index.js";
import type { AnalysisSettings, Signal, SignalItem, SignalName } from "./types.js";

/** What the rules of the state of play ask about one track, computed once. */
export interface PlayFacts {
  readonly track: string;
  readonly about: IsoDate;
  readonly settings: AnalysisSettings;
  /** Items of the track that were known and had begun. */
  readonly items: readonly SignalItem[];
  readonly lastAdvance: SignalItem | null;
  /** Days from the end of the last advance to `about`; null without one. */
  readonly sinceAdvance: number | null;
  readonly saysStalled: readonly SignalItem[];
  readonly saysProgress: readonly SignalItem[];
  readonly hardened: readonly SignalItem[];
  readonly missed: readonly SignalItem[];
  readonly contacts: readonly SignalItem[];
  readonly statements: readonly SignalItem[];
  readonly next: readonly SignalItem[];
  readonly attempts: readonly SignalItem[];
  readonly concluded: readonly SignalItem[];
  readonly suspended: readonly SignalItem[];
  readonly brokenOff: readonly SignalItem[];
}

const advancing = new Set(["advance", "accommodate"]);
const contactKinds = new Set(["meeting", "agreement", "intent"]);

/** Items of a track known by `asKnownOn`, in a fixed order whatever order they came in. */
export function knownItems(items: readonly SignalItem[], asKnownOn: IsoDate, track: string): SignalItem[] {
  return items.filter((i) => i.track === track && i.known <= asKnownOn).sort(byTime);
}

export function byTime(a: SignalItem, b: SignalItem): number {
  return (
    compare(a.earliest, b.earliest) ||
    compare(a.latest, b.latest) ||
    compare(a.known, b.known) ||
    compare(a.id, b.id)
  );
}

/** `known` comes from `knownItems`. */
export function playFacts(
  known: readonly SignalItem[],
  track: string,
  about: IsoDate,
  settings: AnalysisSettings,
): PlayFacts {
  const clip = (day: IsoDate): IsoDate => (day < about ? day : about);
  const age = (i: SignalItem): number => daysBetween(clip(i.latest), about);
  const items = known.filter((i) => i.earliest <= about && i.kind !== "scheduled-meeting");
  let lastAdvance: SignalItem | null = null;
  for (const i of items)
    if (advancing.has(i.effect) && (lastAdvance === null || later(i, lastAdvance, clip))) lastAdvance = i;
  const after = (i: SignalItem): boolean => lastAdvance === null || i.earliest > clip(lastAdvance.latest);
  const hardened = items.filter((i) => i.effect === "harden" && after(i));
  const missed = items.filter((i) => (i.kind === "target-missed" || i.effect === "regress") && after(i));
  // A judgement is of its day: a step forward since overtakes the word that all stands still, a setback the word of progress.
  const said = (effect: string): SignalItem[] =>
    items.filter((i) => i.effect === effect && age(i) <= settings.recent);
  const unstalled = (i: SignalItem): boolean => lastAdvance !== null && i.latest < lastAdvance.earliest;
  const setbacks = [...hardened, ...missed];
  const undone = (i: SignalItem): boolean => setbacks.some((h) => i.latest < h.earliest);
  const explicit = (effect: string): SignalItem[] =>
    items.filter((i) => i.effect === effect && !resumed(i, items));
  return {
    track,
    about,
    settings,
    items,
    lastAdvance,
    sinceAdvance: lastAdvance === null ? null : age(lastAdvance),
    saysStalled: said("stalled").filter((i) => !unstalled(i)),
    saysProgress: said("progressing").filter((i) => !undone(i)),
    hardened,
    missed,
    contacts: items.filter((i) => contactKinds.has(i.kind) && age(i) <= settings.contact),
    statements: items.filter((i) => states(i) && age(i) <= settings.contact),
    next: nextMeetings(known, about),
    attempts: items.filter((i) => i.kind === "meeting" && after(i)),
    concluded: explicit("concluded"),
    suspended: explicit("suspended"),
    brokenOff: explicit("broken-off"),
  };
}

/** What a side says is a statement, whatever it says: a stand it takes, a measure it announces. */
const states = ({ kind, effect }: SignalItem): boolean =>
  kind === "statement" || kind === "position" || (kind === "implementation" && effect === "none");

/** A length of time as people say it: days, from two years on years. */
export function lasting(days: number): string {
  if (days >= 730) return `${Math.floor(days / 365.25)} years`;
  return days === 1 ? "1 day" : `${days} days`;
}

/** Which of two advances is the later one; ties go to the one known later, then to the greater id, so that order never matters. */
function later(a: SignalItem, b: SignalItem, clip: (day: IsoDate) => IsoDate): boolean {
  const by =
    compare(clip(a.latest), clip(b.latest)) || compare(a.earliest, b.earliest) || compare(a.known, b.known);
  return (by || compare(a.id, b.id)) > 0;
}

/** A suspension or a break ends with the first meeting or step forward after it, or with the sides' word that they meet again. */
function resumed(end: SignalItem, items: readonly SignalItem[]): boolean {
  if (end.effect === "concluded") return false;
  return items.some((i) => resumes(i) && i.earliest > end.latest);
}
const resumes = ({ kind, effect }: SignalItem): boolean =>
  kind === "meeting" || advancing.has(effect) || (kind === "agreement" && effect === "none");

function nextMeetings(known: readonly SignalItem[], about: IsoDate): SignalItem[] {
  const ahead = known.filter((i) => i.kind === "scheduled-meeting" && i.latest >= about);
  return ahead.length === 0 ? [] : ahead.filter((i) => i.earliest === ahead[0].earliest);
}

/** Signals that hold, in the order of the method. */
export function signalsOf(f: PlayFacts): Signal[] {
  const out: Signal[] = [];
  const add = (signal: SignalName, evidence: readonly SignalItem[], why: string): void => {
    if (evidence.length > 0) out.push({ signal, evidence: evidence.map((e) => e.id), why });
  };
  const { settings, lastAdvance, sinceAdvance } = f;
  if (lastAdvance !== null) {
    const end = lastAdvance.latest < f.about ? lastAdvance.latest : f.about;
    add(
      "LAST_ADVANCE",
      [lastAdvance],
      `last step forward on the ${f.track} track: ${end}, ${lasting(sinceAdvance ?? 0)} before ${f.about}`,
    );
    if (noAdvance(f)) {
      const words = settings.stall === 274 ? ": nine months" : "";
      add(
        "NO_ADVANCE",
        [lastAdvance],
        `no step forward for ${lasting(sinceAdvance ?? 0)} (threshold ${settings.stall}${words})`,
      );
    }
  }
  add("SOURCE_SAYS_STALLED", f.saysStalled, "the source says so in terms");
  add("SOURCE_SAYS_PROGRESS", f.saysProgress, "the source says so in terms");
  add("HARDENED_OR_MISSED", hardenedOrMissed(f), "hardening or missed target after the last step forward");
  const live = `talks are alive: contact within ${settings.contact} days or a meeting ahead`;
  add("CONTACT_LIVE", f.next.length > 0 ? f.next : f.contacts, live);
  add("NEXT_MEETING", f.next, f.next[0]?.earliest ?? "");
  const threshold = `(deadlock threshold ${settings.attempts})`;
  add(
    "ATTEMPTS_SINCE",
    f.attempts,
    `${f.attempts.length} dated ${f.track} meeting(s) since the last step forward ${threshold}`,
  );
  add("CONCLUDED", f.concluded, "a source says that the talks were concluded");
  add(
    "SUSPENDED",
    f.suspended,
    "a source says that the talks were suspended, and nothing since says that they resumed",
  );
  add(
    "BROKEN_OFF",
    f.brokenOff,
    "a source says that the talks were broken off, and nothing since says that they resumed",
  );
  return out;
}

export const hardenedOrMissed = (f: PlayFacts): SignalItem[] =>
  [...new Set([...f.hardened, ...f.missed])].sort(byTime);

export const noAdvance = (f: PlayFacts): boolean =>
  f.sinceAdvance !== null && f.sinceAdvance > f.settings.stall;

export const recentAdvance = (f: PlayFacts): boolean =>
  f.sinceAdvance !== null && f.sinceAdvance <= f.settings.recent;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

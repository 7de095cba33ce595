import { daysBetween, type IsoDate } from "../text/index.js";
import { defaultSettings } from "./settings.js";
import type {
  AnalysisSettings,
  CommitmentEvidenceInput,
  CommitmentInput,
  CommitmentState,
  CommitmentStatus,
  CommitmentType,
  EvidenceEffect,
} from "./types.js";

/** Types that nobody is owed: they lapse on their own day. */
const ownDate: ReadonlySet<CommitmentType> = new Set<CommitmentType>(["proposal", "unilateral target"]);
const terminal: ReadonlySet<CommitmentState> = new Set<CommitmentState>([
  "fulfilled",
  "broken",
  "withdrawn",
  "superseded",
]);

/** What an effect does to the state that evidence alone gives; null leaves it. */
const effects: Readonly<
  Record<
    EvidenceEffect,
    { state: CommitmentState | null; status: CommitmentStatus["evidenceStatus"] | null; why: string }
  >
> = {
  start: { state: "in progress", status: "begun", why: "work on it has begun" },
  partial: { state: "partly fulfilled", status: "partial", why: "some of it is done" },
  stall: { state: "stalled", status: "no movement", why: "last evidence says no movement" },
  none: { state: null, status: null, why: "" },
  fulfil: { state: "fulfilled", status: "done", why: "explicit evidence" },
  break: { state: "broken", status: "broken", why: "explicit evidence" },
  withdraw: { state: "withdrawn", status: "withdrawn", why: "explicit evidence" },
  supersede: { state: "superseded", status: "superseded", why: "explicit evidence" },
  reopen: { state: "in progress", status: "begun", why: "taken up again" },
  "condition-met": { state: null, status: null, why: "" },
};

/**
 * State of one commitment, as known on one day, about one day. fulfilled, broken, withdrawn and superseded need explicit evidence;
 * overdue and lapsed come from the clock, and only once the due day is behind both days of the question. Null where the
 * commitment was not known.
 */
export function commitmentState(
  commitment: CommitmentInput,
  evidence: readonly CommitmentEvidenceInput[],
  query: {
    readonly asKnownOn: IsoDate;
    readonly about: IsoDate;
    readonly settings?: Partial<AnalysisSettings>;
  },
): CommitmentStatus | null {
  const { asKnownOn, about } = query;
  if (commitment.known > asKnownOn) return null;
  const settings = { ...defaultSettings, ...query.settings };
  const seen = evidence
    .filter((e) => e.commitment === commitment.id && e.known <= asKnownOn && e.valid <= about)
    .sort((a, b) => compare(a.valid, b.valid) || compare(a.known, b.known) || compare(a.id, b.id));
  let state: CommitmentState = "pending";
  let why = "no evidence of action yet";
  let evidenceStatus: CommitmentStatus["evidenceStatus"] = "none";
  let met = commitment.condition === null;
  const history: { state: CommitmentState; at: IsoDate; evidence: string | null }[] = [];
  for (const e of seen) {
    const effect = effects[e.effect];
    if (e.effect === "condition-met") met = true;
    if (effect.state === null) continue;
    if (terminal.has(state) && e.effect !== "reopen" && !terminal.has(effect.state)) continue;
    state = effect.state;
    why = effect.why;
    evidenceStatus = effect.status ?? evidenceStatus;
    history.push({ state, at: e.valid, evidence: e.id });
  }
  if (!met && state === "pending") {
    state = "dormant";
    why = `condition not met: ${commitment.condition}`;
  }
  const clock = clockOf(commitment, asKnownOn, about, settings);
  if (!terminal.has(state) && clock.state !== null && (met || commitment.due !== null)) {
    state = clock.state;
    why = clock.why;
    history.push({ state, at: clock.at, evidence: null });
  } else if (state === "pending" && clock.notYet !== null) why = clock.notYet;
  return {
    commitment: commitment.id,
    asKnownOn,
    about,
    state,
    why,
    evidence: seen.map((e) => e.id),
    evidenceStatus,
    scheduleStatus: clock.schedule,
    level: levelOf(state, evidenceStatus),
    history,
  };
}

interface Clock {
  readonly state: "overdue" | "lapsed" | null;
  readonly why: string;
  readonly at: IsoDate;
  /** Why an elapsed due day does not count: it lies after the last thing known. */
  readonly notYet: string | null;
  readonly schedule: CommitmentStatus["scheduleStatus"];
}

function clockOf(c: CommitmentInput, asKnownOn: IsoDate, about: IsoDate, settings: AnalysisSettings): Clock {
  const none = { state: null, why: "", at: about, notYet: null };
  if (c.due === null) return { ...none, schedule: "no date" };
  const { earliest, latest } = c.due;
  if (about <= latest) return { ...none, schedule: about >= earliest ? "due" : "not due" };
  if (asKnownOn <= latest) {
    return {
      ...none,
      schedule: "due",
      notYet: `due ${latest}, which is after the last thing known (${asKnownOn})`,
    };
  }
  if (ownDate.has(c.type)) {
    const why = `its own date passed on ${latest} with no recorded fulfilment`;
    return { state: "lapsed", why, at: latest, notYet: null, schedule: "overdue" };
  }
  // Neither day may count more than what was known then: silence after the last knowledge is not delay.
  const past = daysBetween(latest, asKnownOn < about ? asKnownOn : about);
  if (past > settings.lapse) {
    return {
      state: "lapsed",
      why: `${past} days past due, none recorded`,
      at: latest,
      notYet: null,
      schedule: "long overdue",
    };
  }
  return {
    state: "overdue",
    why: `${past} days past due, no fulfilment recorded`,
    at: latest,
    notYet: null,
    schedule: "overdue",
  };
}

function levelOf(state: CommitmentState, evidence: CommitmentStatus["evidenceStatus"]): 0 | 1 | 2 | 3 {
  if (state === "fulfilled") return 3;
  if (evidence === "partial") return 2;
  return evidence === "begun" || evidence === "no movement" ? 1 : 0;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

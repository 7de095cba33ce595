import type {
  AsOf,
  Deed,
  Outline,
  RecordCommitment,
  RecordCondition,
  RecordProposal,
  RecordView,
} from "../record/index.js";
import type { IsoDate } from "../text/index.js";

/** An interval of days, inclusive. */
export interface Interval {
  readonly earliest: IsoDate;
  readonly latest: IsoDate;
}

/** Thresholds of the analysis, in days unless said otherwise. All are visible settings. */
export interface AnalysisSettings {
  /** An advance or a source's word is recent for so long. */
  readonly recent: number;
  /** So long without an advance is a standstill (nine months). */
  readonly stall: number;
  /** Talks are alive for so long after a contact. */
  readonly contact: number;
  /** So many meetings without an advance, and positions hardened, make a deadlock. A count. */
  readonly attempts: number;
  /** Something owed lapses so long after its due day. */
  readonly lapse: number;
  /** A move away within so many months of a move toward is a retraction. Months. */
  readonly retraction: number;
  /** Half life of tone. */
  readonly halfLife: number;
  /** Penalty of one more change point in a tone series, in squared score units. */
  readonly changePenalty: number;
  /** Chance of a change of pace in any one month. */
  readonly hazard: number;
}

export type SignalKind =
  | "agreement"
  | "implementation"
  | "condition"
  | "proposal"
  | "position"
  | "meeting"
  | "target-missed"
  | "assessment"
  | "scheduled-meeting"
  | "intent"
  | "statement";

/** What an item does to its track, as read; `none` and `neutral` do nothing. */
export type SignalEffect =
  | "advance"
  | "accommodate"
  | "harden"
  | "regress"
  | "stalled"
  | "progressing"
  | "none"
  | "neutral"
  | "help-expected"
  | "help"
  | "hurt"
  | "concluded"
  | "suspended"
  | "broken-off";

/** One dated piece of evidence on one track. */
export interface SignalItem {
  readonly id: string;
  readonly known: IsoDate;
  readonly earliest: IsoDate;
  readonly latest: IsoDate;
  readonly track: string;
  readonly kind: SignalKind;
  readonly effect: SignalEffect;
  /** Independent sources that report it: keys to count, never empty. */
  readonly sources: readonly string[];
  readonly place: string | null;
  /** To show in an explanation. */
  readonly text: string;
}

export type SignalName =
  | "LAST_ADVANCE"
  | "NO_ADVANCE"
  | "SOURCE_SAYS_STALLED"
  | "SOURCE_SAYS_PROGRESS"
  | "HARDENED_OR_MISSED"
  | "CONTACT_LIVE"
  | "NEXT_MEETING"
  | "ATTEMPTS_SINCE"
  | "CONCLUDED"
  | "SUSPENDED"
  | "BROKEN_OFF";

export interface Signal {
  readonly signal: SignalName;
  /** Ids of the items that make it. Never empty. */
  readonly evidence: readonly string[];
  readonly why: string;
}

export type PlayState =
  | "concluded"
  | "broken off"
  | "suspended"
  | "no recent evidence"
  | "deadlocked"
  | "stalled"
  | "progressing"
  | "slow"
  | "insufficient evidence";

export type Confidence = "high" | "moderate" | "low" | "none";

/** One sentence of an explanation. Taking its evidence away changes or removes it. */
export interface Explained {
  readonly text: string;
  readonly evidence: readonly string[];
}

export interface StateOfPlay {
  readonly track: string;
  readonly asKnownOn: IsoDate;
  readonly about: IsoDate;
  readonly state: PlayState;
  /** Id of the rule that decided, from the ordered list. */
  readonly rule: string;
  readonly why: string;
  /** Rules that were tried before and did not hold, in order. */
  readonly tried: readonly { readonly rule: string; readonly why: string }[];
  readonly signals: readonly Signal[];
  readonly since: Interval | null;
  readonly nextMeeting: {
    readonly earliest: IsoDate;
    readonly latest: IsoDate;
    readonly place: string | null;
    readonly item: string;
  } | null;
  readonly confidence: Confidence;
  readonly support: {
    readonly for: number;
    readonly of: number;
    readonly against: number;
    readonly sources: number;
  };
  /** Never part of the state: what the next step is exposed to. */
  readonly outlook: {
    readonly value: "risk" | "opportunity" | "none";
    readonly why: string;
    readonly evidence: readonly string[];
  };
  readonly explanation: readonly Explained[];
  readonly wouldChange: readonly { readonly to: PlayState; readonly text: string }[];
}

export type CommitmentType =
  | "joint commitment"
  | "unilateral undertaking"
  | "unilateral target"
  | "conditional commitment"
  | "proposal"
  | "scheduled event";

export interface CommitmentInput {
  readonly id: string;
  readonly type: CommitmentType;
  readonly text: string;
  readonly by: readonly string[];
  /** Day from which it was known. */
  readonly known: IsoDate;
  readonly due: Interval | null;
  readonly condition: string | null;
}

export type EvidenceEffect =
  | "start"
  | "partial"
  | "stall"
  | "none"
  | "fulfil"
  | "break"
  | "withdraw"
  | "supersede"
  | "reopen"
  | "condition-met";

export interface CommitmentEvidenceInput {
  readonly id: string;
  readonly commitment: string;
  readonly known: IsoDate;
  readonly valid: IsoDate;
  readonly effect: EvidenceEffect;
}

export type CommitmentState =
  | "pending"
  | "dormant"
  | "in progress"
  | "partly fulfilled"
  | "stalled"
  | "fulfilled"
  | "broken"
  | "withdrawn"
  | "superseded"
  | "overdue"
  | "lapsed";

export interface CommitmentStatus {
  readonly commitment: string;
  readonly asKnownOn: IsoDate;
  readonly about: IsoDate;
  readonly state: CommitmentState;
  readonly why: string;
  readonly evidence: readonly string[];
  /** Says what happened; the clock apart. */
  readonly evidenceStatus:
    | "none"
    | "begun"
    | "partial"
    | "no movement"
    | "done"
    | "broken"
    | "withdrawn"
    | "superseded";
  readonly scheduleStatus: "no date" | "not due" | "due" | "overdue" | "long overdue";
  /** 0 not initiated, 1 minimal, 2 intermediate, 3 full; display only. */
  readonly level: 0 | 1 | 2 | 3;
  readonly history: readonly {
    readonly state: CommitmentState;
    readonly at: IsoDate;
    readonly evidence: string | null;
  }[];
}

/** A party's place on an issue's ladder from a time on. */
export interface PositionInput {
  readonly id: string;
  readonly party: string;
  readonly issue: string;
  /** Null: from before anything else on record. */
  readonly from: Interval | null;
  readonly rung: readonly [number, number];
  readonly known: IsoDate;
}

export interface Gap {
  readonly at: IsoDate;
  readonly gap: readonly [number, number];
  readonly evidence: readonly string[];
}

export interface Drift {
  readonly party: string;
  readonly at: Interval;
  readonly steps: readonly [number, number];
  readonly kind: "accommodation" | "retraction" | "hardening" | "shift";
  readonly why: string;
  readonly evidence: readonly string[];
}

export interface TurningPoint {
  readonly at: Interval;
  readonly consequence: "toward agreement" | "toward impasse";
  /** Druckman's kinds: a change of substance by the parties, with an outside background where one was at work. */
  readonly precipitant: "substantive" | "substantive with external background";
  readonly gap: { readonly before: readonly [number, number]; readonly after: readonly [number, number] };
  readonly evidence: readonly string[];
}

/** A scored event on one track. Scores are PLOVER's, -10 (conflict) to +10 (cooperation). */
export interface ToneEvent {
  readonly id: string;
  readonly date: IsoDate;
  readonly known: IsoDate;
  readonly track: string;
  readonly class: string;
  readonly mode: string | null;
  readonly score: number;
  readonly weight: number;
}

export interface Tone {
  readonly track: string;
  /** Decayed sum at `about`. */
  readonly value: number;
  readonly events: number;
  readonly months: readonly { readonly month: string; readonly sum: number; readonly count: number }[];
  /** Months in which the level of tone, or the number of events, changed. */
  readonly levelChanges: readonly string[];
  readonly paceChanges: readonly string[];
  readonly evidence: readonly string[];
}

/** One line of what moved between two days of knowledge. */
export interface Moved {
  readonly change: "new" | "changed" | "corrected" | "withdrawn";
  readonly track: string;
  readonly kind: string;
  readonly item: string;
  readonly text: string;
  /** Field that changed, with what it was and is; null for new and withdrawn. */
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly statements: readonly string[];
}

export interface TrackAnalysis {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: StateOfPlay;
  readonly tone: Tone;
}

/** A commitment or proposal of the record with the clock's word on it. */
export interface CommitmentLine {
  readonly item: RecordCommitment | RecordProposal;
  readonly status: CommitmentStatus;
}

export interface IssueAnalysis {
  readonly issue: string;
  readonly name: string;
  readonly gap: readonly Gap[];
  readonly drift: readonly Drift[];
  readonly turningPoints: readonly TurningPoint[];
}

/** All that the rules derive from one view. */
export interface Analysis {
  readonly asKnownOn: IsoDate;
  readonly about: IsoDate;
  readonly settings: AnalysisSettings;
  /** In the order of the negotiation. */
  readonly tracks: readonly TrackAnalysis[];
  readonly commitments: readonly CommitmentLine[];
  readonly issues: readonly IssueAnalysis[];
  readonly conditions: readonly RecordCondition[];
  /** The dated evidence the states rest on; signals name these ids, which are ids of record items. */
  readonly signalItems: readonly SignalItem[];
}

export interface AnalyseOptions {
  readonly settings?: Partial<AnalysisSettings>;
  /** Outlines of the view's lines but its events, and what is needed of these, where they can be told without making all; else the view's own. */
  readonly told?: { readonly items: readonly Outline[]; readonly deeds: readonly Deed[] };
}

/** `createAnalyst(lexicon)` holds the score table; pure otherwise. */
export interface Analyst {
  analyse(view: RecordView, options?: AnalyseOptions): Analysis;
  /** One of an analysis's `commitments`, made without the others; null where the line binds nobody. */
  commitment(
    item: RecordCommitment | RecordProposal,
    asOf: AsOf,
    settings?: Partial<AnalysisSettings>,
  ): CommitmentLine | null;
}

/** Shapes of the server's answers: the record's own types, and what each answer puts around them. */
import type { CommitmentStatus } from "../../../src/analysis/types.js";
import type {
  RecordAgreement,
  RecordAssessment,
  RecordCommitment,
  RecordCondition,
  RecordEvent,
  RecordItem,
  RecordLinkage,
  RecordMeasure,
  RecordMeeting,
  RecordPosition,
  RecordProposal,
  RecordQuote,
  When,
} from "../../../src/record/types.js";

export type { Item, Reading } from "../../../src/reading/types.js";
export type { Negotiation } from "../../../src/record/negotiation-types.js";
export type {
  CommitmentStatus,
  RecordAgreement,
  RecordAssessment,
  RecordCommitment,
  RecordCondition,
  RecordEvent,
  RecordItem,
  RecordLinkage,
  RecordMeasure,
  RecordMeeting,
  RecordPosition,
  RecordProposal,
  RecordQuote,
  When,
};

/** Exact words at a place in a stored text; offsets in UTF-16 code units. */
export interface Evidence {
  readonly statement: string;
  readonly quote: string;
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly title: string | null;
}

export type Words = Readonly<Record<string, Evidence>>;

/** What every list answers. */
export interface Lines<T> {
  readonly negotiation: string;
  readonly asKnownOn: string;
  readonly about: string;
  readonly items: readonly T[];
  readonly next: string | null;
  readonly evidence: Words;
}

export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly parties: readonly string[];
  readonly tracks: readonly string[];
}

export interface Backed {
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

export interface TrackStatus {
  readonly track: string;
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly since: { readonly earliest: string; readonly latest: string } | null;
  readonly confidence: string;
  readonly support: {
    readonly for: number;
    readonly of: number;
    readonly against: number;
    readonly sources: number;
  };
  readonly outlook: { readonly value: string; readonly why: string };
  readonly nextMeeting: {
    readonly earliest: string;
    readonly latest: string;
    readonly place: string | null;
    readonly evidence: readonly Evidence[];
  } | null;
  readonly rule: {
    readonly id: string;
    readonly why: string;
    readonly tried: readonly { readonly rule: string; readonly why: string }[];
  };
  readonly signals: readonly {
    readonly signal: string;
    readonly why: string;
    readonly evidence: readonly Evidence[];
  }[];
  readonly explanation: readonly Backed[];
  readonly wouldChange: readonly string[];
  readonly tone: { readonly value: number; readonly events: number };
}

export interface Status {
  readonly negotiation: string;
  readonly name: string;
  readonly asKnownOn: string;
  readonly about: string;
  readonly tracks: readonly TrackStatus[];
  readonly outside: readonly Backed[];
  readonly basis: {
    readonly statements: number;
    readonly sources: number;
    readonly outlets: number;
    readonly lastPublished: string | null;
    readonly reviewed: number;
  };
  readonly settings: Readonly<Record<string, number>>;
}

export interface Moved {
  readonly change: "new" | "changed" | "corrected" | "withdrawn";
  readonly track: string;
  readonly kind: string;
  readonly item: string;
  readonly text: string;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly evidence: readonly Evidence[];
}

export interface Promised {
  /** Proposals with a clock stand among the commitments. */
  readonly item: RecordCommitment | RecordProposal;
  readonly status: CommitmentStatus;
}

export interface StoredDocument {
  readonly id: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly text: string;
}

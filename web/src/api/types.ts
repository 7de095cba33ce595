/** Shapes of the server's answers: made from its schemas, or the record's own types. Nothing is said here a second time. */
import type { BriefSection, Brief as Written } from "../../../src/brief/footnotes.js";
import type { DocumentVersion, Statement } from "../../../src/ledger/types.js";
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
import type { Answers } from "./answers.js";

export type { Item, Reading } from "../../../src/reading/types.js";
export type { Negotiation } from "../../../src/record/negotiation-types.js";
export type { Answers } from "./answers.js";
export type {
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

export type Status = Answers["status"];
export type TrackStatus = Status["tracks"][number];
export type Backed = TrackStatus["explanation"][number];
/** Exact words at a place in a stored text; offsets in UTF-16 code units. */
export type Evidence = Backed["evidence"][number];
export type Words = Readonly<Record<string, Evidence>>;
export type Listed = Answers["list"]["items"][number];
export type Moved = Answers["moved"]["items"][number];

/** What every list answers: the record's own items in the frame that all lists have. */
export type Lines<T> = Omit<Answers["commitments"], "items" | "evidence"> & {
  readonly items: readonly T[];
  readonly evidence: Words;
};

/** Proposals with a clock stand among the commitments. */
export interface Promised {
  readonly item: RecordCommitment | RecordProposal;
  readonly status: Answers["commitments"]["items"][number]["status"];
}

/** A brief whose sentences bear places, as all evidence that the server gives does. */
export type Brief = Omit<Written, "sections"> & {
  readonly sections: readonly (Omit<BriefSection, "sentences"> & { readonly sentences: readonly Backed[] })[];
};

/** A statement with its words in their place. */
export type Opened = Pick<Answers["evidence"], "document" | "context"> & { readonly statement: Statement };

export type StoredDocument = DocumentVersion["document"];

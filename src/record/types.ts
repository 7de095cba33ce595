import type { Instant, Judgement, Ledger, SourceId } from "../ledger/index.js";
import type {
  AgreementItem,
  AssessmentItem,
  CommitmentItem,
  EventItem,
  MeasureItem,
  MeetingItem,
  PositionItem,
  Precision,
  ProposalItem,
  QuoteItem,
} from "../reading/index.js";
import type { IsoDate } from "../text/index.js";
import type { Book } from "./book.js";
import type { Contradiction } from "./contradictions.js";
import type { Negotiation } from "./negotiation-types.js";
import type { Placed } from "./placed.js";
import type { Router } from "./route.js";

/** For which two times the record is asked. Days. */
export interface AsOf {
  /** Uses only what was known on this day (published, or recorded where not dated). */
  readonly asKnownOn: IsoDate;
  /** Uses only what had begun by this day in the world. */
  readonly about: IsoDate;
}

/** World time of a record item: the days all its reports leave possible. Null bounds are open or not stated. */
export interface When {
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
  readonly precision: Precision | null;
  /** For display. */
  readonly edtf: string | null;
}

/** One report of an item: a statement, and why it was taken for the same thing. */
export interface Report {
  readonly statement: string;
  readonly source: SourceId;
  readonly publisher: string | null;
  /** Outlet whose words these are: the first of its near-copies; else its own. Reports of one origin count once. */
  readonly origin: string;
  readonly known: IsoDate;
  readonly voice: string;
  /** Day from which a later version of the article lacks its words; null while they stand. */
  readonly orphaned: IsoDate | null;
  /** 1 for the report that founded the item; else the score of the match, 0 to 1. */
  readonly score: number;
  /** In words: "same parties; same day; same place". */
  readonly reason: string;
}

/** Fields of every line of the record. */
export interface RecordBase {
  /** Hash of its founding statement: kept while later reports join. */
  readonly id: string;
  /** Track of the negotiation. */
  readonly track: string;
  /** Issues of the negotiation it bears on. */
  readonly issues: readonly string[];
  /** Codes of the parties to it, sorted. */
  readonly parties: readonly string[];
  readonly what: string;
  /** One clause that stands by itself: who does what, in the words of the report that says it most exactly. */
  readonly says: string;
  readonly when: When;
  /** Reports by known day; the first founded the item. Never empty. */
  readonly reports: readonly [Report, ...Report[]];
  readonly outlets: readonly string[];
  /** Origins of its reports, copies of one wire story counted once. At least 1. */
  readonly independent: number;
  /** Day from which it was known, and of the last report used. */
  readonly known: IsoDate;
  readonly lastKnown: IsoDate;
  readonly certainty: "certain" | "probable" | "possible" | "uncommitted";
  /** First words of evidence, to show. */
  readonly quote: string;
  /** Whether a person accepted it. */
  readonly reviewed: boolean;
  /** Day from which none of its reports' words stand in their articles any more; null while some do. */
  readonly withdrawn: IsoDate | null;
}

/** A change in the life of an item: when it took place, when it became known, and the statements that say so. */
export interface Step {
  readonly state: string;
  readonly at: IsoDate | null;
  readonly known: IsoDate;
  readonly why: string;
  readonly statements: readonly string[];
}

export interface RecordMeeting extends RecordBase {
  readonly kind: "meeting";
  readonly mode: MeetingItem["mode"];
  readonly level: MeetingItem["level"];
  /** `unreported`: its day has passed and no report of it was found; asks for evidence. */
  readonly status: "scheduled" | "held" | "postponed" | "cancelled" | "unreported" | "proposed" | "expected";
  readonly representatives: readonly string[];
  readonly place: string | null;
  readonly country: string | null;
  readonly occasion: string | null;
  /** More than one for undated counts ("has met twice"). */
  readonly count: number;
  readonly outcome: string | null;
  readonly life: readonly Step[];
  /** What is asked of the desk, or null. */
  readonly asks: string | null;
  /** Statements that name the day or announce it, for a line of its own. */
  readonly scheduledBy: readonly string[];
}

export interface RecordAgreement extends RecordBase {
  readonly kind: "agreement";
  readonly instrument: string | null;
  readonly instrumentKind: AgreementItem["instrumentKind"];
  readonly status: AgreementItem["status"];
  readonly place: string | null;
  readonly stipulations: readonly {
    readonly what: string;
    readonly conditional: boolean;
    readonly statement: string;
  }[];
}

export interface RecordProposal extends RecordBase {
  readonly kind: "proposal";
  readonly type: ProposalItem["type"];
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly deadline: When | null;
  readonly status: "tabled" | "accepted" | "rejected" | "countered" | "withdrawn" | "lapsed";
  readonly life: readonly Step[];
}

export interface RecordCommitment extends RecordBase {
  readonly kind: "commitment";
  readonly type: CommitmentItem["type"];
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly deadline: When | null;
  readonly condition: string | null;
  /** What sources say became of it, and what else on record bears on it; the clock is the analysis's. */
  readonly evidence: readonly CommitmentEvidence[];
}

export interface CommitmentEvidence {
  readonly id: string;
  readonly effect:
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
  readonly known: IsoDate;
  readonly valid: IsoDate;
  readonly statements: readonly string[];
  readonly why: string;
}

export interface RecordPosition extends RecordBase {
  readonly kind: "position";
  readonly holder: string;
  readonly holderName: string;
  readonly issue: string;
  readonly stance: string;
  readonly move: PositionItem["move"];
  readonly force: PositionItem["force"];
  /** Where the stance stands on the issue's ladder, or null. */
  readonly rung: readonly [number, number] | null;
  readonly voice: string;
}

export interface RecordMeasure extends RecordBase {
  readonly kind: "measure";
  readonly status: MeasureItem["status"];
  /** Implementation: 0 not initiated, 1 minimal, 2 intermediate, 3 full. */
  readonly level: 0 | 1 | 2 | 3;
  readonly by: readonly string[];
}

export interface RecordCondition extends RecordBase {
  readonly kind: "condition";
  readonly direction: "helps" | "hurts";
  readonly expected: boolean;
  readonly realised: "yes" | "no" | "unknown";
  readonly who: readonly string[];
  readonly claimedBy: string;
}

export interface RecordLinkage extends RecordBase {
  readonly kind: "linkage";
  readonly by: string;
  readonly issue: string;
  readonly to: string;
}

export interface RecordAssessment extends RecordBase {
  readonly kind: "assessment";
  readonly judgement: AssessmentItem["judgement"];
  readonly strength: AssessmentItem["strength"];
  readonly voice: string;
}

export interface RecordQuote extends RecordBase {
  readonly kind: "quote";
  readonly mode: QuoteItem["mode"];
  readonly text: string;
  /** Name of the speaker, or the words for one whom no source names. */
  readonly speaker: string | null;
  readonly named: boolean;
  readonly speakerCode: string | null;
  readonly occasion: string | null;
}

export interface RecordEvent extends RecordBase {
  readonly kind: "event";
  readonly class: EventItem["class"];
  readonly mode: string | null;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly status: string;
  readonly place: string | null;
}

export type RecordItem =
  | RecordMeeting
  | RecordAgreement
  | RecordProposal
  | RecordCommitment
  | RecordPosition
  | RecordMeasure
  | RecordCondition
  | RecordLinkage
  | RecordAssessment
  | RecordQuote
  | RecordEvent;

export type RecordKind = RecordItem["kind"];

/** "Last met" of two parties or persons: the last dated meeting held, and undated ones counted. */
export interface LastMet {
  readonly who: readonly string[];
  readonly level: "leader" | "minister" | "any";
  readonly meeting: string | null;
  readonly on: When | null;
  readonly place: string | null;
  readonly undated: number;
  readonly statements: readonly string[];
}

/** The record of one negotiation for one (as known on, about): a pure function of the ledger. */
export interface RecordView {
  readonly negotiation: Negotiation;
  readonly asOf: AsOf;
  /** By time, then id. */
  readonly items: readonly RecordItem[];
  readonly meetings: readonly RecordMeeting[];
  readonly agreements: readonly RecordAgreement[];
  readonly proposals: readonly RecordProposal[];
  readonly commitments: readonly RecordCommitment[];
  readonly positions: readonly RecordPosition[];
  readonly measures: readonly RecordMeasure[];
  readonly conditions: readonly RecordCondition[];
  readonly linkages: readonly RecordLinkage[];
  readonly assessments: readonly RecordAssessment[];
  readonly quotes: readonly RecordQuote[];
  readonly events: readonly RecordEvent[];
  readonly lastMet: readonly LastMet[];
  /** What was used: statements that concern the negotiation, sources and outlets they come from, last publication day. */
  readonly basis: {
    readonly statements: number;
    readonly sources: number;
    readonly outlets: number;
    readonly lastPublished: IsoDate | null;
    readonly reviewed: number;
  };
}

/** What of an event can be told without its words. */
export interface Deed
  extends Pick<RecordEvent, "id" | "known" | "track" | "class" | "mode" | "status" | "certainty"> {
  readonly when: Pick<When, "earliest" | "latest">;
}

/** What all outlines have: of the reports only whose words they are, and the line where more is asked for. */
interface OutlineBase extends Pick<RecordBase, "id" | "known" | "track"> {
  readonly when: Pick<When, "earliest" | "latest">;
  readonly reports: readonly Pick<Report, "origin">[];
  line(): RecordItem;
}

/** What of a line bears on a verdict, told without its words; the line itself where that needs them. */
export type Outline =
  | RecordItem
  | (OutlineBase &
      (
        | (Pick<RecordMeeting, "kind" | "status" | "mode" | "count" | "parties"> & {
            readonly scheduledBy: readonly unknown[];
          })
        | Pick<RecordAgreement, "kind" | "status" | "instrument" | "certainty">
        | Pick<RecordProposal, "kind" | "type" | "status">
        | Pick<RecordCommitment, "kind" | "type">
        | Pick<RecordPosition, "kind" | "move">
        | Pick<RecordMeasure, "kind" | "status">
        | Pick<RecordCondition, "kind" | "direction" | "realised">
        | Pick<RecordLinkage, "kind">
        | Pick<RecordAssessment, "kind" | "judgement">
        | Pick<RecordQuote, "kind" | "speakerCode">
      ));

/** What of a line a list is put in order and sorted out by; the line itself is made when it is shown. */
export interface Listed<T extends RecordItem = RecordItem> extends Pick<RecordBase, "id" | "track"> {
  readonly kind: T["kind"];
  readonly when: Pick<When, "earliest" | "latest">;
  /** Of meetings alone: elsewhere it hangs on words. */
  readonly status: RecordMeeting["status"] | null;
  /** Of events alone. */
  readonly class: RecordEvent["class"] | null;
  line(): T;
}

/** Which last lines are asked for. */
export interface Latest {
  readonly count: number;
  /** Only lines with this party. */
  readonly party?: string;
  /** Only lines on this issue of the negotiation. */
  readonly issue?: string;
  /** Only lines of these kinds. */
  readonly kinds?: readonly RecordKind[];
}

/** Restricts a view further than `AsOf`; `recordedBy` asks what the store held at an instant. */
export interface ViewOptions {
  readonly recordedBy?: Instant;
}

/** Kinds whose days are told without making a line; occurrences may date a measure. */
export type SinceKind = Exclude<RecordItem["kind"], "measure">;

/**
 * Makes views. One instance serves any number of negotiations; it holds word lists only. `view` makes the record from the ledger
 * at once; `router`, `book` and `read` make the same record in steps whose results a store can keep.
 */
export interface Recorder {
  /** Deterministic: the same ledger in any order gives the same view. Linear in statements, but for sorting. */
  view(ledger: Ledger, negotiation: Negotiation, asOf: AsOf, options?: ViewOptions): RecordView;
  /** The entries behind `view`, grouped: what was known on `asOf.asKnownOn`. */
  bookOf(ledger: Ledger, negotiation: Negotiation, asOf: AsOf, options?: ViewOptions): Book;
  /** Sorts documents' statements to the negotiations they concern. */
  router(negotiations: readonly Negotiation[]): Router;
  /** Groups the entries of one negotiation; those with a place keep it where nothing known earlier was added. */
  book(
    negotiation: Negotiation,
    placed: readonly Placed[],
    judgements: readonly Judgement[],
    orphans?: ReadonlyMap<string, IsoDate>,
  ): Book;
  /** The record for two times. */
  read(book: Book, asOf: AsOf): RecordView;
  /** A line of a view by its id. */
  item(view: RecordView, id: string): RecordItem | null;
  /** Of a view's lines without its events what a verdict is made from, in any order; and of the events what a series is. */
  told(view: RecordView): { readonly items: readonly Outline[]; readonly deeds: readonly Deed[] };
  /** Statements of a line of a view, told from heads; null where it has no such line. */
  statements(view: RecordView, id: string): readonly string[] | null;
  /** Of a view's lines of a kind those of which something is about a day or a later one, or where none is told was said then. */
  sinceDay(view: RecordView, kind: SinceKind, day: IsoDate): readonly RecordItem[];
  /** A view's lines of these kinds in the order of its `items`, told without making them. */
  listed<K extends RecordKind>(
    view: RecordView,
    kinds: readonly K[],
  ): readonly Listed<Extract<RecordItem, { kind: K }>>[];
  /** The end of a view's `items`, made without the others. */
  latest(view: RecordView, wanted: Latest): readonly RecordItem[];
  /**
   * Lines of two views made from one book that may differ, the earlier view's first: what is left out is the same in both but for
   * its life. All lines where the views are of different books.
   */
  differing(
    before: RecordView,
    after: RecordView,
    kinds: ReadonlySet<RecordItem["kind"]>,
  ): [readonly RecordItem[], readonly RecordItem[]];
  /** Accounts that cannot all be true, within the lines of a view and between them. */
  contradictions(view: RecordView, book: Book): Contradiction[];
}

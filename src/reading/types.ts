import type { IsoDate, Span } from "../text/index.js";

/** A token range in one sentence, with its characters in the document. `head` is the syntactic head token. */
export interface Words {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  readonly head: number;
  readonly start: number;
  readonly end: number;
}

/* ---------------------------------------------------------------- time */

export type Precision =
  | "day"
  | "week"
  | "part-month"
  | "month"
  | "season"
  | "quarter"
  | "half"
  | "year"
  | "decade"
  | "century"
  | "period";
export type TimePart =
  | "year"
  | "month"
  | "day"
  | "weekday"
  | "season"
  | "week"
  | "quarter"
  | "half"
  | "decade"
  | "century";

/** Why an expression has no dates: `PUBLICATION_DATE_MISSING`, `EVENT_UNKNOWN`, `REFERENCE_UNKNOWN`, `NOT_A_DATE`. */
export type Unresolved = "PUBLICATION_DATE_MISSING" | "EVENT_UNKNOWN" | "REFERENCE_UNKNOWN" | "NOT_A_DATE";

/** One time expression of the text, resolved as far as the text and the publication date allow. */
export interface TimeExpression extends Words {
  readonly index: number;
  /** First and last possible day, inclusive; null where open or unresolved. */
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
  readonly precision: Precision;
  /** Extended Date/Time Format (ISO 8601-2), for display: "2019-12-19", "2018-11", "2019-23", "2017-06/2019". */
  readonly edtf: string | null;
  /**
   * How it bears on what it modifies. `point`: then, or some time within; `span`: throughout; `deadline`: due by its end
   * ("by the end of the year", "before June"); `since` / `until`: open intervals; `duration`: a length without place
   * ("for two days"); `frequency`; `anniversary`: the date recalls an older event, see `recalls`; `name`:
   * it belongs to the name of a thing ("the 1956 Declaration", "the 2015 deal") and dates that thing, no deed.
   */
  readonly role:
    | "point"
    | "span"
    | "deadline"
    | "since"
    | "until"
    | "before"
    | "after"
    | "duration"
    | "frequency"
    | "anniversary"
    | "name";
  /** Parts the words state, and parts that were inferred. */
  readonly known: readonly TimePart[];
  readonly implied: readonly TimePart[];
  /** What the implied parts were counted from. */
  readonly anchor: "absolute" | "publication" | "narrative" | "event" | "none";
  /** Duration length or repeat count with its unit, e.g. { count: 3, unit: "year" }. */
  readonly quantity: { readonly count: number; readonly unit: TimePart | "hour" | "minute" } | null;
  /** For anniversaries: the interval of the recalled event (2016-12-15 for "Dec. 15 marks the third anniversary of talks"). */
  readonly recalls: { readonly earliest: IsoDate; readonly latest: IsoDate } | null;
  /** For repeated things ("three consecutive years from the summer of 2017"): one interval a time. */
  readonly occurrences: readonly { readonly earliest: IsoDate; readonly latest: IsoDate }[];
  /** For "two weeks after the ceasefire": head token of the event phrase in the same sentence, or -1. */
  readonly eventHead: number;
  readonly unresolved: Unresolved | null;
  readonly rule: string;
}

/* ---------------------------------------------------------------- entities */

export type EntityKind =
  | "state"
  | "historical-state"
  | "territory"
  | "organisation"
  | "ministry"
  | "legislature"
  | "court"
  | "armed-group"
  | "military"
  | "police"
  | "party"
  | "media"
  | "company"
  | "person"
  | "group"
  | "place"
  | "document"
  | "occasion"
  | "plural";

/** A person's post as the text gives it or the table of offices knows it. */
export interface Office {
  readonly title: string;
  /** Country or organisation code the office belongs to. */
  readonly of: string | null;
  readonly level: "leader" | "minister" | "senior-official" | "official" | "other";
  readonly former: boolean;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly basis: "stated" | "counterpart" | "table" | "implied";
}

/** Who or what the text speaks of, after coreference. `index` is its number in the reading. */
export interface Entity {
  readonly index: number;
  readonly kind: EntityKind;
  /** Best full name found, or the descriptive noun phrase ("former residents of the northern territories"). */
  readonly name: string;
  /** Actor code: ISO 3166-1 alpha-3 (withdrawn codes for historical states), "PSE", "IGO", "NGO" ...; null where unknown. */
  readonly code: string | null;
  /**
   * Which party of a negotiation it is or speaks for: its state's code, but an organisation and a movement are their own ("EU", "ELN");
   * null where unknown. Two sides of one country have one code and two parties.
   */
  readonly party: string | null;
  /** CAMEO-style role: GOV MIL REB OPP LEG JUD COP SPY MED BUS LAB EDU CVL REF IGO NGO ... */
  readonly sector: string | null;
  readonly office: Office | null;
  /** For `plural` ("the two countries", "both sides", "the pair"): the entities it stands for. */
  readonly members: readonly number[];
  /** For places: the country they lie in. For states and governments: equal to code. */
  readonly country: string | null;
  /** Key in the lexicon, e.g. "person/RUS/sergei-lavrov", "state/JPN"; null for names learned from the article. */
  readonly lexiconKey: string | null;
}

/** One place in the text where an entity is named or meant. */
export interface Mention extends Words {
  readonly index: number;
  readonly entity: number;
  readonly form: "name" | "nominal" | "pronoun" | "demonym" | "acronym" | "implied";
  /**
   * `actor`: somebody who acts or is acted on (Moscow the government); `place`: where (Moscow the city);
   * `modifier`: inside another name or noun phrase (the "Japan-Russia" of "Japan-Russia summit").
   */
  readonly use: "actor" | "place" | "modifier";
  readonly rule: string;
}

/* ---------------------------------------------------------------- clauses */

export type ClauseKind = "verbal" | "nominal" | "copular" | "adjectival";

/** A prepositional complement or adjunct of a clause: "to Abe", "without preconditions". */
export interface Oblique {
  /** Preposition, lower case; multi-word ones joined by "_" ("in_front_of"); "" for bare obliques ("Tuesday"). */
  readonly prep: string;
  readonly head: number;
}

/**
 * A predicate with its arguments, read from the tree: verbs, nouns of action ("proposal", "talks", "visit"), copulas and
 * adjectives ("ready to"). Passives, relative clauses, control ("agreed to start"), coordination and light verbs ("hold talks") are
 * already undone: `subjects` are logical subjects. All numbers are token indices of one sentence, heads of phrases.
 */
export interface Clause {
  readonly index: number;
  readonly sentence: number;
  readonly head: number;
  readonly kind: ClauseKind;
  /** Lemma with particle ("hand_over", "call_off"); for light-verb constructions the noun's lemma. */
  readonly lemma: string;
  /** Light verb token of "hold talks", "reach an agreement", "express concern"; else -1. Its tense and negation are the clause's. */
  readonly support: number;
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
  /** Indirect objects and "to" recipients of giving and saying. */
  readonly recipients: readonly number[];
  readonly obliques: readonly Oblique[];
  readonly passive: boolean;
  readonly negated: boolean;
  /** Token of the negation, or -1. */
  readonly negation: number;
  readonly tense: "past" | "present" | "future" | "none";
  readonly aspect: "simple" | "perfect" | "progressive" | "perfect-progressive";
  /** Lemma of a modal or semi-modal ("will", "may", "should", "have_to", "be_to"), or null. */
  readonly modal: string | null;
  readonly mood:
    | "indicative"
    | "imperative"
    | "infinitive"
    | "gerund"
    | "participle"
    | "conditional"
    | "nominal";
  /** The clause this one depends on, or -1, and how: UD relation of the clause head (ccomp, xcomp, advcl, acl, acl:relcl, conj, nmod ...). */
  readonly parent: number;
  readonly relation: string;
  /** Marker of a subordinate clause: "that", "if", "unless", "to", "after", "in_the_event" ..., or null. */
  readonly marker: string | null;
}

/* ---------------------------------------------------------------- the three fields on every item */

export type Certainty = "certain" | "probable" | "possible" | "uncommitted";
export type NonEvent =
  | "scheduled"
  | "hypothetical"
  | "conditional"
  | "negated"
  | "requested"
  | "proposed"
  | "expected"
  | "intended"
  | "denied"
  | "feared";

/** Whether it happened, relative to its source (after FactBank, Saurí and Pustejovsky 2009). */
export interface Factuality {
  readonly certainty: Certainty;
  readonly polarity: "positive" | "negative" | "unknown";
  /** `happened`, `ongoing`, or the kind of non-event. */
  readonly status: "happened" | "ongoing" | NonEvent;
  /** Words that decided, as places in the text. */
  readonly cues: readonly Span[];
  readonly rule: string;
}

/** When in the world, as an interval of days. `words` are where it was read from; null = derived or not stated. */
export interface ItemTime {
  readonly earliest: IsoDate | null;
  readonly latest: IsoDate | null;
  readonly precision: Precision | null;
  readonly edtf: string | null;
  readonly words: Span | null;
  /** Relative to publication. */
  readonly class: "past" | "present" | "future" | "unknown";
  readonly rule: string;
}

/** Who says so. Never empty: what nobody is quoted for, the outlet says. */
export interface Voice {
  readonly kind:
    | "outlet"
    | "leader"
    | "minister"
    | "ministry"
    | "official"
    | "unnamed-official"
    | "organisation"
    | "media"
    | "expert"
    | "party"
    | "other";
  /** Index of the speaking entity, or null for the outlet and unnamed sources. */
  readonly entity: number | null;
  /** Country or organisation code spoken for, or null. */
  readonly party: string | null;
  /** Cue ("said", "according to") as a place, or null. */
  readonly cue: Span | null;
  readonly rule: string;
}

/** Somebody by what the text calls him. */
export interface Described {
  /** Number of the entity in the reading; null for one whom the text only describes ("analysts", "a senior official"): `name` is those words then. */
  readonly entity: number | null;
  readonly name: string;
  readonly code: string | null;
  /** As in `Entity`. */
  readonly party: string | null;
  /** The words here that mean it; null where it is implied (carried over from context), with `basis` saying why. */
  readonly words: Span | null;
  readonly basis: string;
}

/** An acting or affected party of an item. */
export interface Actor extends Described {
  readonly entity: number;
}

export interface Place {
  readonly name: string;
  readonly country: string | null;
  readonly words: Span | null;
  readonly basis: string;
}

/** Fields of everything that is read. */
export interface ItemBase {
  /** Hash of canonical content; the same text read twice gives the same id. */
  readonly id: string;
  /** Sentences it was read from, first is where its trigger stands. */
  readonly sentences: readonly [number, ...number[]];
  /** Places in the document that show it: the trigger's clause or sentence first. Never empty. */
  readonly evidence: readonly [Span, ...Span[]];
  /** The word that triggered it. */
  readonly trigger: Span;
  readonly factuality: Factuality;
  readonly time: ItemTime;
  readonly voice: Voice;
  /** Component and rule, e.g. { component: "meetings", rule: "meeting/visit-to-meet" }. */
  readonly origin: { readonly component: string; readonly rule: string };
  /** Strand: decided by words of the text (data in lexicon), for the record to map to a negotiation's tracks. */
  readonly track: "core" | "confidence-building" | "context";
}

/* ---------------------------------------------------------------- items */

export type PloverClass =
  | "AGREE"
  | "CONSULT"
  | "SUPPORT"
  | "CONCEDE"
  | "COOPERATE"
  | "AID"
  | "RETREAT"
  | "REQUEST"
  | "ACCUSE"
  | "REJECT"
  | "THREATEN"
  | "PROTEST"
  | "SANCTION"
  | "MOBILIZE"
  | "COERCE"
  | "ASSAULT";

export interface EventItem extends ItemBase {
  readonly kind: "event";
  readonly class: PloverClass;
  /** PLOVER 2.0 mode, lower case ("visit", "assist", "disapprove"), or null. */
  readonly mode: string | null;
  /** PLOVER contexts ("territory", "economic", "military", "human_rights" ...). */
  readonly contexts: readonly string[];
  readonly actors: readonly Actor[];
  readonly recipients: readonly Actor[];
  /** Both sides act on each other ("Japan and Russia met"): actors holds all, recipients is empty. */
  readonly reciprocal: boolean;
  readonly place: Place | null;
}

export interface MeetingItem extends ItemBase {
  readonly kind: "meeting";
  readonly what: string;
  readonly mode: "bilateral" | "visit" | "third-party" | "multilateral" | "phone" | "negotiations";
  readonly level: "leader" | "minister" | "senior-official" | "working" | "unknown";
  readonly status: "scheduled" | "held" | "postponed" | "cancelled" | "proposed" | "expected" | "unreported";
  /** Codes of the parties, sorted. */
  readonly parties: readonly Actor[];
  readonly representatives: readonly Actor[];
  readonly place: Place | null;
  readonly occasion: string | null;
  /** More than one for undated counts ("whom he has met twice"). */
  readonly count: number;
  readonly outcome: string | null;
  /** Id of the visit a meeting is part of, or null. */
  readonly partOf: string | null;
}

export interface AgreementItem extends ItemBase {
  readonly kind: "agreement";
  readonly what: string;
  /** Name of an instrument ("1956 Japan-Soviet Joint Declaration"), or null for an agreement to do something. */
  readonly instrument: string | null;
  readonly instrumentKind:
    | "treaty"
    | "declaration"
    | "memorandum"
    | "joint-statement"
    | "accord"
    | "ceasefire"
    | "understanding"
    | null;
  readonly status:
    | "agreed"
    | "signed"
    | "adopted"
    | "ratified"
    | "in-force"
    | "extended"
    | "suspended"
    | "withdrawn-from"
    | "expired"
    | "collapsed"
    | "terminated"
    | "referred-to"
    | "draft";
  readonly parties: readonly Actor[];
  readonly place: Place | null;
  /** Meeting it came out of, or null. */
  readonly meeting: string | null;
  /** Instruments it builds on: ids of agreement items. */
  readonly refersTo: readonly string[];
  readonly stipulations: readonly {
    readonly what: string;
    readonly words: Span;
    readonly conditional: boolean;
    readonly by: Actor | null;
  }[];
}

export interface ProposalItem extends ItemBase {
  readonly kind: "proposal";
  /** `request` covers demands and calls. */
  readonly type: "proposal" | "request" | "offer" | "concession";
  readonly by: readonly Actor[];
  readonly to: readonly Actor[];
  readonly what: string;
  readonly deadline: ItemTime | null;
  readonly reply: "accepted" | "rejected" | "countered" | "none-reported" | "withdrawn";
  readonly place: Place | null;
  readonly occasion: string | null;
}

export interface CommitmentItem extends ItemBase {
  readonly kind: "commitment";
  readonly type:
    | "joint-commitment"
    | "unilateral-undertaking"
    | "unilateral-target"
    | "conditional-commitment"
    | "scheduled-event"
    | "intention";
  readonly by: readonly Actor[];
  readonly to: readonly Actor[];
  readonly what: string;
  readonly deadline: ItemTime | null;
  readonly condition: { readonly what: string; readonly words: Span } | null;
  /** What the text says became of it. */
  readonly outcome: "none-reported" | "fulfilled" | "partly-fulfilled" | "missed" | "withdrawn" | "broken";
}

export interface PositionItem extends ItemBase {
  readonly kind: "position";
  readonly holder: Actor;
  readonly issue: string;
  readonly stance: string;
  readonly move: "holds" | "hardened" | "softened" | "shelved" | "adopted" | "rejects";
  /** `red-line` and `precondition` are positions with that force. */
  readonly force: "stated" | "inferred" | "red-line" | "precondition";
}

export interface MeasureItem extends ItemBase {
  readonly kind: "measure";
  readonly what: string;
  readonly by: readonly Actor[];
  readonly status:
    | "announced"
    | "started"
    | "carried-out"
    | "progressed"
    | "completed"
    | "suspended"
    | "cancelled"
    | "no-progress";
  /** Repeated measures: one interval each. */
  readonly occurrences: readonly { readonly earliest: IsoDate; readonly latest: IsoDate }[];
}

export interface ConditionItem extends ItemBase {
  readonly kind: "condition";
  readonly what: string;
  readonly direction: "helps" | "hurts";
  readonly expected: boolean;
  readonly realised: "yes" | "no" | "unknown";
  readonly who: readonly Actor[];
}

export interface LinkageItem extends ItemBase {
  readonly kind: "linkage";
  readonly by: Actor;
  /** The issue made conditional, and what it is tied to. */
  readonly issue: string;
  readonly to: string;
}

export interface AssessmentItem extends ItemBase {
  readonly kind: "assessment";
  /** What is judged ("treaty talks"). */
  readonly of: string;
  readonly judgement:
    | "progressing"
    | "stalled"
    | "positive"
    | "negative"
    | "difficult"
    | "concluded"
    | "suspended"
    | "broken-off";
  /** `hedged`: "can be said to", "somewhat", "seems". */
  readonly strength: "plain" | "hedged";
  readonly what: string;
}

export interface QuoteItem extends ItemBase {
  readonly kind: "quote";
  readonly mode: "direct" | "indirect" | "mixed";
  /** Content as places: more than one where the quote is broken by its attribution. */
  readonly content: readonly [Span, ...Span[]];
  readonly text: string;
  /** Null where the text has no word for him but a pronoun. */
  readonly speaker: Described | null;
  readonly occasion: string | null;
  readonly about: readonly Actor[];
  /** Quote item whose attribution this one continues, or null. */
  readonly continues: string | null;
}

export interface AnniversaryItem extends ItemBase {
  readonly kind: "anniversary";
  readonly date: ItemTime;
  readonly years: number;
  /** Meeting or agreement recalled, or null. */
  readonly of: string | null;
}

export type Item =
  | EventItem
  | MeetingItem
  | AgreementItem
  | ProposalItem
  | CommitmentItem
  | PositionItem
  | MeasureItem
  | ConditionItem
  | LinkageItem
  | AssessmentItem
  | QuoteItem
  | AnniversaryItem;

export type ItemKind = Item["kind"];

/** What could not be read and why; never an exception. */
export interface ReadingNotice {
  readonly code:
    | "PUBLICATION_DATE_MISSING"
    | "NOT_ENGLISH"
    | "EMPTY"
    | "TRUNCATED_SENTENCE"
    | "TIME_UNRESOLVED";
  readonly message: string;
  readonly span: Span | null;
}

/** All that one reading of one document found. JSON-serialisable. */
export interface Reading {
  readonly document: string;
  readonly reader: string;
  readonly published: IsoDate | null;
  readonly sentences: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly times: readonly TimeExpression[];
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  readonly items: readonly Item[];
  readonly notices: readonly ReadingNotice[];
}

import type { Rule } from "../rule.js";
import type { EntityKind } from "../types.js";
import type { Clue } from "./clues.js";

/**
 * What a pronoun or a definite noun may mean. Examples mark words with the name of whom they mean ("_" for spaces, "+" between
 * members), or "-" where nobody the reader knows is meant.
 */
export interface MeaningRule extends Rule {
  /** Class of the pronoun, or of the head noun of a definite phrase. */
  readonly words: Clue;
  readonly kinds: readonly EntityKind[];
  readonly gender?: "male" | "female";
  /** Several are meant: plurals, groups, and pairs that stand together. */
  readonly many?: true;
  /** A plain noun nearby may be what is meant instead ("the treaty ... it"): then nobody is. */
  readonly things?: true;
  /** Mentions as a place or in front of a noun count as well ("in Sudan ... the government"). */
  readonly anyUse?: true;
}

const BODIES = [
  "state",
  "historical-state",
  "territory",
  "organisation",
  "ministry",
  "legislature",
  "court",
  "armed-group",
  "military",
  "police",
  "party",
  "media",
  "company",
] as const satisfies readonly EntityKind[];

export const pronounRules = [
  {
    id: "coreference/he",
    why: "a man named shortly before; one whose sex nobody told counts a little less",
    words: "male",
    kinds: ["person"],
    gender: "male",
    hits: [
      "Colombian President Gustavo Petro met Venezuelan Foreign Minister Ana Roca. [Gustavo_Petro He] promised to open the border.",
      "Sudanese Prime Minister Omar Hadi thanked Ms. Lind and said [Omar_Hadi he] would come.",
    ],
    misses: [
      "Ms. Lind said the border would open.",
      "Mr. Ruiz called for a truce. A diplomat said he doubted that it would last.",
    ],
  },
  {
    id: "coreference/she",
    why: "a woman named shortly before: by given name, title or post",
    words: "female",
    kinds: ["person"],
    gender: "female",
    hits: [
      "Norwegian mediator Ingrid Dahl met rebel leader Carlos Ruiz. [Ingrid_Dahl She] called the talks open.",
      "Mr. Ruiz met Ms. Lind at noon, and [Lind her] plan was read.",
    ],
    misses: ["Mr. Ruiz said the border would open."],
  },
  {
    id: "coreference/it",
    why: "a state, a body or a movement; a plain noun standing nearer may be meant instead",
    words: "state-pronoun",
    kinds: BODIES,
    things: true,
    hits: [
      "Ethiopia rejected the draft. [Ethiopia It] said the dam would be filled.",
      "Hamas freed two captives, and [Hamas it] asked for a longer truce.",
      "Chad and Libya met. Niger's army said in a note that [NER:actor it] had taken the offer.",
      "Kenya wants a quota. Kenya wants a dam. The World Bank, which is to pay, said [IGO it] would wait.",
      "Chad made an offer. The government in Tripoli turned it down but said [LBY it] would wait.",
    ],
    misses: [
      "It was raining in the hills.",
      "Chad met Libya. It was the third time that envoys came.",
      "Niger met Chad. The provincial ministry said it would sue.",
      "The treaty was signed by Chad, and it was ratified in May.",
    ],
  },
  {
    id: "coreference/they",
    why: "those who stand together, several people, or a side that is many",
    words: "plural-pronoun",
    kinds: ["plural", "group", "armed-group", "military", "police"],
    many: true,
    things: true,
    hits: [
      "Chad and Libya signed a truce. [Chad+Libya They] will pull back.",
      "Hamas and Israel ended [Hamas+Israel their] second round.",
      "Hamas and Israel said [Hamas+Israel they] would wait.",
      "The members of the African Union met. [IGO They] called for calm.",
    ],
    misses: [
      "The islands are small, but they are rich in fish.",
      "Chad and Libya signed a truce. A spokeswoman for the hauliers said they would wait.",
    ],
  },
] as const satisfies readonly MeaningRule[];

export const definiteRules = [
  {
    id: "coreference/the-country",
    why: "'the country', 'the government' without a name: the state the text speaks of",
    words: "country-word",
    kinds: ["state", "historical-state", "territory"],
    anyUse: true,
    hits: [
      "Fighting went on in Yemen. [Yemen The government] asked for talks.",
      "Malawi signed the pact. [Malawi The country] will get loans.",
      "LILONGWE - Malawi will stay away. Many accuse Zambia of siding with Kenya. The lake is calm. [MWI:Malawi The government] wants talks.",
    ],
    misses: ["A government fell.", "The sea was calm. The country was not named."],
  },
  {
    id: "coreference/the-bloc",
    why: "'the bloc', 'the alliance', 'the agency': the organisation named before",
    words: "organisation-word",
    kinds: ["organisation"],
    anyUse: true,
    hits: ["ECOWAS sent envoys to Niger. [IGO The bloc] wants a vote."],
    misses: ["The bloc of marble was heavy."],
  },
  {
    id: "coreference/the-movement",
    why: "'the rebels', 'the group', 'the movement': the armed group or party named before",
    words: "movement-word",
    kinds: ["armed-group", "party"],
    anyUse: true,
    hits: ["The Farc freed four soldiers. [COL:actor The rebels] want talks."],
    misses: ["The movement of goods has slowed."],
  },
  {
    id: "coreference/the-ministry",
    why: "'the ministry' is the one named before",
    words: "ministry-word",
    kinds: ["ministry"],
    anyUse: true,
    hits: ["The Greek foreign ministry called the envoy in. [GRC:actor The ministry] gave no reason."],
    misses: [
      "The ministry of silence is an old saying.",
      "Chad's embassy in Tripoli was shut. The defence ministry said that the guards had gone.",
    ],
  },
] as const satisfies readonly MeaningRule[];

/** The first and the second of two named together: "the former", "the latter". */
export const orderRules = [
  {
    id: "coreference/the-latter",
    why: "of two of a kind named before, the last",
    words: "last-named",
    kinds: ["person", ...BODIES],
    hits: ["Nikol Pashinyan met Ilham Aliyev; the [Ilham_Aliyev latter] called it useful."],
    misses: ["In the latter half of May, Chad and Libya met."],
  },
  {
    id: "coreference/the-former",
    why: "of two of a kind named before, the first",
    words: "first-named",
    kinds: ["person", ...BODIES],
    hits: ["Belgrade and Pristina spoke, and the [SRB former] asked for time."],
    misses: ["The former president of Chad met Libya's envoy."],
  },
] as const satisfies readonly MeaningRule[];

/** Words of a speaker about himself or his side, inside quotation marks only. */
export const speakerRules = [
  {
    id: "coreference/i",
    why: "inside quotation marks the speaker means himself",
    words: "first-singular",
    kinds: ["person"],
    hits: ['"[Abbas_Araghchi I] will come," Iranian Foreign Minister Abbas Araghchi said.'],
    misses: ["I said Chad would come."],
  },
  {
    id: "coreference/we",
    why: "inside quotation marks officials mean their state, others their own people",
    words: "first-plural",
    kinds: BODIES,
    many: true,
    hits: ['Iranian Foreign Minister Abbas Araghchi said: "[IRN:Iran We] will wait."'],
    misses: ["We said Chad would come."],
  },
] as const satisfies readonly MeaningRule[];

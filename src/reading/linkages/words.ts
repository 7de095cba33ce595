import type { Lexicon, Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { members, PhraseTable } from "../phrases/index.js";
import { createMatter } from "../positions/index.js";

export interface LinkageWords {
  /** Verbs and adjectives of linking, with the prepositions of what something is tied to. */
  readonly preps: ReadonlyMap<string, ReadonlySet<string>>;
  /** Nouns for a lever, with a word they need beside them, or null. */
  readonly levers: ReadonlyMap<string, ReadonlySet<string> | null>;
  readonly issues: ReadonlySet<string>;
  readonly talks: ReadonlySet<string>;
  readonly process: ReadonlySet<string>;
  /** Those whose subject depends. */
  readonly intransitive: ReadonlySet<string>;
  readonly use: ReadonlySet<string>;
  readonly as: ReadonlySet<string>;
  readonly make: ReadonlySet<string>;
  readonly exist: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
  readonly negators: ReadonlySet<string>;
  readonly only: ReadonlySet<string>;
  readonly purposes: ReadonlySet<string>;
  readonly firstPerson: ReadonlySet<string>;
  readonly undertaking: ReadonlySet<string>;
  /** Verbs of promising, offering, proposing and asking; those of asking; those of refusing and threatening; nouns such as "offer". */
  readonly acts: ReadonlySet<string>;
  readonly asking: ReadonlySet<string>;
  readonly refusing: ReadonlySet<string>;
  readonly offers: ReadonlySet<string>;
  readonly agreeing: ReadonlySet<string>;
  /** "continue": what goes on until something is one with what does not stop before it. */
  readonly lasting: ReadonlySet<string>;
  readonly unless: ReadonlySet<string>;
  /** "work", "negotiate": what goes on until its own aim is reached. */
  readonly striving: ReadonlySet<string>;
  /** "term", "mandate"; "expire", "end": what runs out by the calendar. */
  readonly terms: ReadonlySet<string>;
  readonly expiring: ReadonlySet<string>;
  /** "blame", "insult": what is traded and is no good. */
  readonly missiles: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
  readonly occasions: ReadonlySet<string>;
  /** Those who talk; the rest of what may be undertaken are things. */
  readonly people: ReadonlySet<string>;
  /** "possible", "conceivable". */
  readonly feasible: ReadonlySet<string>;
  readonly nothing: ReadonlySet<string>;
  /** What one thing is for another: "price", "key"; figures for what belongs together; verbs of parting, with what something is parted from. */
  readonly prices: ReadonlySet<string>;
  readonly figures: PhraseTable<true>;
  readonly parting: ReadonlySet<string>;
  readonly partedFrom: ReadonlySet<string>;
  /** "no point in", "refusal to", "dangle". */
  readonly pointless: ReadonlySet<string>;
  readonly refusals: ReadonlySet<string>;
  readonly holdingOut: ReadonlySet<string>;
  /** "in the eyes", "for". */
  readonly views: ReadonlySet<string>;
  readonly viewOf: ReadonlySet<string>;
  /** "ready", "willing". */
  readonly stative: ReadonlySet<string>;
  readonly drawn: ReadonlySet<string>;
  /** "function", "corollary": words that tie by being nouns. */
  readonly nounLinks: ReadonlySet<string>;
  /** "hold", "render": verbs that make something dependent; "see", "regard": that call it so. */
  readonly holdingSo: ReadonlySet<string>;
  readonly seenAs: ReadonlySet<string>;
  /** "extract", "wring": what a lever is used for. */
  readonly wringing: ReadonlySet<string>;
  /** "get", "want": what somebody does with what comes "in return". */
  readonly getting: ReadonlySet<string>;
  readonly inReturn: ReadonlySet<string>;
  /** "first", "then"; "must". */
  readonly sequenceFirst: ReadonlySet<string>;
  readonly sequenceThen: ReadonlySet<string>;
  readonly must: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly agentMark: ReadonlySet<string>;
  readonly with: ReadonlySet<string>;
  readonly colon: ReadonlySet<string>;
  /** "bring", "regard": what something is "as a bargaining chip"; "block": what is done to get something for stopping. */
  readonly levering: ReadonlySet<string>;
  readonly withholding: ReadonlySet<string>;
  /** "lift", "waive": what is given up for something. */
  readonly givingUp: ReadonlySet<string>;
  /** "refuse", "rule out": those of refusing alone. */
  readonly rejecting: ReadonlySet<string>;
  /** "offer", "promise": verbs of undertaking, without those of asking and agreeing. */
  readonly offering: ReadonlySet<string>;
  /** "over" somebody's "head". */
  readonly heads: ReadonlySet<string>;
  readonly over: ReadonlySet<string>;
  /** "separately" from. */
  readonly apart: ReadonlySet<string>;
  /** "want": to have done first. */
  readonly wantingDone: ReadonlySet<string>;
  /** "no": of two things neither. */
  readonly denying: ReadonlySet<string>;
  /** Whether a phrase can be a matter of the talks that are spoken of. */
  readonly matter: (layers: Layers, s: Sentence, head: number) => boolean;
}

export function linkageWords(lexicon: Lexicon): LinkageWords {
  const preps = new Map(
    lexicon.table("stances/linkage-verbs").rows.map((r) => [r[0], new Set(r[1].split("|"))] as const),
  );
  const levers = new Map(
    lexicon
      .table("stances/lever-nouns")
      .rows.map((r) => [r[0], r[1] === "" ? null : new Set(r[1].split("|"))] as const),
  );
  const issues = new Set([...lexicon.list("stances/issues"), ...lexicon.list("stances/linkage-matters")]);
  const talks = lexicon.list("stances/negotiation-nouns");
  const process = members(lexicon, "stances/negotiation-nouns", "kind", "talks");
  const intransitive = new Set(
    lexicon
      .table("stances/linkage-verbs")
      .rows.filter((r) => r[2] === "subject")
      .map((r) => r[0]),
  );
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/cues", "class", cls);
  const use = cue("use");
  const as = cue("as");
  const make = cue("make");
  const exist = cue("exist");
  const without = cue("without");
  const negators = cue("negator");
  const only = cue("limiting");
  const purposes = cue("for");
  const firstPerson = cue("first-person");
  const undertaking = cue("undertaking");

  return {
    preps,
    levers,
    issues,
    talks,
    process,
    intransitive,
    use,
    as,
    make,
    exist,
    without,
    negators,
    only,
    purposes,
    undertaking,
    firstPerson,
    acts: new Set(
      lexicon
        .table("deals/acts")
        .rows.filter((r) => UNDERTAKEN.has(r[1]))
        .map((r) => r[0]),
    ),
    asking: members(lexicon, "deals/acts", "class", "request"),
    refusing: new Set([
      ...members(lexicon, "stances/position-verbs", "class", "refuse"),
      ...members(lexicon, "deals/cues", "class", "threat"),
    ]),
    offers: lexicon.list("deals/nouns"),
    agreeing: members(lexicon, "deals/acts", "class", "agree"),
    lasting: cue("lasting"),
    unless: cue("unless"),
    striving: cue("striving"),
    terms: cue("term-noun"),
    expiring: cue("expiring"),
    missiles: cue("traded-ill"),
    questions: cue("question-word"),
    people: cue("negotiator"),
    feasible: cue("feasible"),
    occasions: new Set(
      [...lexicon.list("time/occasions")].filter(
        (w) => !members(lexicon, "stances/negotiation-nouns", "kind", "result").has(w),
      ),
    ),
    nothing: cue("nothing"),
    prices: cue("price-of"),
    figures: new PhraseTable(lexicon.table("stances/linkage-figures").rows.map((r) => [r[0], true] as const)),
    parting: cue("parting"),
    partedFrom: cue("source-of"),
    pointless: cue("pointless"),
    refusals: cue("refusal"),
    holdingOut: cue("holding-out"),
    views: cue("view"),
    viewOf: cue("view-of"),
    drawn: cue("drawn-to"),
    nounLinks: cue("noun-link"),
    stative: members(lexicon, "stances/position-verbs", "class", "stative"),
    holdingSo: cue("holding-so"),
    seenAs: cue("seen-as"),
    wringing: cue("wringing"),
    getting: cue("getting"),
    inReturn: cue("in-return"),
    sequenceFirst: cue("sequence-first"),
    sequenceThen: cue("sequence-then"),
    must: cue("must"),
    before: cue("before-clause"),
    agentMark: cue("agent-mark"),
    with: cue("figure-link"),
    colon: cue("colon"),
    levering: cue("levering"),
    withholding: cue("withholding"),
    givingUp: cue("giving-up"),
    offering: new Set([
      ...members(lexicon, "deals/acts", "class", "offer"),
      ...members(lexicon, "deals/acts", "class", "promise"),
    ]),
    rejecting: members(lexicon, "stances/position-verbs", "class", "refuse"),
    apart: cue("apart"),
    heads: cue("head"),
    over: cue("over-what"),
    wantingDone: cue("wanting-done"),
    denying: cue("denying"),
    matter: createMatter(lexicon),
  };
}

/** Classes of `deals/acts` in which somebody puts something forward that may hang on something else. */
const UNDERTAKEN: ReadonlySet<string> = new Set([
  "agree",
  "promise",
  "propose",
  "offer",
  "request",
  "concede",
]);

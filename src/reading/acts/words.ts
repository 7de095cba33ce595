import { type Lexicon, oncePerLexicon } from "../../language/index.js";
import { beginnings, classes, members } from "../phrases/index.js";
import type { ActClass } from "./types.js";

/** One line of `deals/acts`: how a verb's content and addressee stand. */
export interface ActEntry {
  readonly word: string;
  readonly cls: ActClass;
  readonly content: readonly string[];
  readonly to: readonly string[];
  /** Class of noun the object must have, or "". */
  readonly gate: string;
}

export interface ActWords {
  readonly verbs: ReadonlyMap<string, readonly ActEntry[]>;
  readonly beginnings: ReadonlySet<string>;
  /** First words of those of several: only under them idioms are looked up. */
  readonly idiomatic: ReadonlySet<string>;
  /** Nouns such as "offer" and "pledge" with their class. */
  readonly nouns: ReadonlyMap<string, readonly string[]>;
  readonly circumstance: ReadonlySet<string>;
  /** Those of them behind which stands what came before: "after coming close to war". */
  readonly bygone: ReadonlySet<string>;
  readonly occasions: ReadonlySet<string>;
  readonly due: ReadonlySet<string>;
  /** Those of them that may open a clause. */
  readonly dueClause: ReadonlySet<string>;
  readonly about: ReadonlySet<string>;
  /** Those behind which even a party is what it is about: "a proposal for two states". */
  readonly aboutParty: ReadonlySet<string>;
  readonly that: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
  /** What makes a paper no more than proposed: "a draft treaty". */
  readonly draft: ReadonlySet<string>;
  /** What sides sign, by its noun. */
  readonly papers: ReadonlySet<string>;
  /** "only": before what alone is meant. */
  readonly focus: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
  /** What is offered or proposed out of courtesy. */
  readonly ceremonial: ReadonlySet<string>;
  /** What a source asks for itself: "asked not to be named". */
  readonly anonymity: ReadonlySet<string>;
  /** What only another side can give: "an extension". */
  readonly favours: ReadonlySet<string>;
  /** What a plan does to its terms: "that includes a truce". */
  readonly containing: ReadonlySet<string>;
  /** Verbs that ask somebody to a place: "invited them to Cairo". */
  readonly inviting: ReadonlySet<string>;
  /** "a list of demands". */
  readonly quantity: ReadonlySet<string>;
  readonly firstPerson: ReadonlySet<string>;
  /** "it", "this": what was told just before. */
  /** Plurals of parties: "sides", "leaders". */
  readonly several: ReadonlySet<string>;
  readonly they: ReadonlySet<string>;
  readonly we: ReadonlySet<string>;
  /** Who acts for a side without being known by name: "he", "mediator", "rebel". */
  readonly somebody: ReadonlySet<string>;
  readonly both: ReadonlySet<string>;
  /** "each", "either". */
  readonly each: ReadonlySet<string>;
  readonly counterpart: ReadonlySet<string>;
  /** "in principle": how something is agreed, not what. */
  readonly manner: ReadonlySet<string>;
  /** "on condition that". */
  readonly proviso: ReadonlySet<string>;
  /** Articles of what was told before and of what is new, and determiners that deny. */
  readonly definite: ReadonlySet<string>;
  readonly indefinite: ReadonlySet<string>;
  readonly none: ReadonlySet<string>;
  /** Prepositions of an owner, of a maker, of whom something is put to. */
  readonly owning: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly addressed: ReadonlySet<string>;
  readonly withs: ReadonlySet<string>;
  /** Those of the sides of talks: "between". */
  readonly sideLinks: ReadonlySet<string>;
  /** Prepositions of an addressee behind a noun: "an appeal to", "demands on". */
  readonly nounTo: ReadonlySet<string>;
  /** Markers behind which a gerund tells what was done: "by agreeing", "after reaching"; not "close to reaching". */
  readonly done: ReadonlySet<string>;
  /** Those that stand against each other, whatever is said of them: "sides". */
  readonly between: ReadonlySet<string>;
  /** What is said of them: "warring", "opposing". */
  readonly opposed: ReadonlySet<string>;
  /** Verbs whose object is never a party: "agree". */
  readonly plain: ReadonlySet<string>;
  readonly itself: ReadonlySet<string>;
  /** "vowed never to": a negation that belongs to what is promised. */
  readonly denials: ReadonlySet<string>;
  /** "offered to help, provided that". */
  readonly provisoVerbs: ReadonlySet<string>;
  readonly negators: ReadonlySet<string>;
  /** Nouns that need an owner to be a proposal ("plan"). */
  readonly weak: ReadonlySet<string>;
  /** Talks, what they bring, and what they are about; `matters` is wider: what parties ask of each other. */
  readonly talks: ReadonlySet<string>;
  /** Where people deal with each other: "talks", "meeting". */
  readonly sittings: ReadonlySet<string>;
  readonly matters: ReadonlySet<string>;
  readonly money: ReadonlySet<string>;
  /** What is committed as money is: "300 police". */
  readonly means: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  /** "the goal of Chad". */
  readonly ownerLinks: ReadonlySet<string>;
  /** "by the start of the season": what has no date and is one. */
  readonly points: ReadonlySet<string>;
}

export const loadActWords = oncePerLexicon(wordsIn);

function wordsIn(lexicon: Lexicon): ActWords {
  const verbs = new Map<string, ActEntry[]>();
  for (const [word, cls, content, to, gate] of lexicon.table("deals/acts").rows) {
    const entry = { word, cls: cls as ActClass, content: content.split("|"), to: to.split("|"), gate };
    verbs.set(word, [...(verbs.get(word) ?? []), entry]);
  }
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "deals/cues", "class", cls);
  return {
    verbs,
    beginnings: beginnings(verbs.keys()),
    idiomatic: new Set([...verbs.keys()].filter((k) => k.includes("_")).map((k) => k.split("_")[0])),
    nouns: classes(lexicon, "deals/nouns", "class"),
    circumstance: cue("circumstance"),
    bygone: cue("bygone"),
    occasions: lexicon.list("time/occasions"),
    due: cue("due"),
    dueClause: cue("due-clause"),
    about: cue("about"),
    aboutParty: cue("about-party"),
    that: cue("that"),
    questions: members(lexicon, "stances/cues", "class", "question-marker"),
    empty: cue("empty"),
    draft: cue("draft"),
    papers: lexicon.list("deals/instruments"),
    focus: cue("focus"),
    anonymity: cue("anonymity"),
    favours: cue("favour"),
    containing: cue("containing"),
    inviting: cue("inviting"),
    quantity: members(lexicon, "stances/cues", "class", "quantity-link"),
    firstPerson: members(lexicon, "stances/cues", "class", "first-person"),
    several: cue("several"),
    ceremonial: cue("ceremonial"),
    they: cue("they"),
    we: cue("we"),
    somebody: cue("somebody"),
    both: cue("both"),
    each: cue("each"),
    counterpart: cue("counterpart"),
    manner: cue("manner"),
    proviso: cue("proviso"),
    definite: cue("definite"),
    indefinite: cue("indefinite"),
    none: cue("none-determiner"),
    owning: cue("owning"),
    agents: cue("agent"),
    addressed: cue("addressed"),
    withs: cue("with"),
    sideLinks: cue("side-link"),
    nounTo: cue("noun-to"),
    done: cue("done-gerund"),
    between: cue("between"),
    opposed: cue("opposed"),
    plain: cue("plain"),
    itself: cue("itself"),
    denials: cue("denial"),
    provisoVerbs: cue("proviso-verb"),
    negators: cue("negator"),
    money: cue("money"),
    means: cue("means"),
    future: cue("future-modal"),
    ownerLinks: cue("owner-link"),
    points: new Set([...cue("point-in-time"), ...lexicon.list("time/occasions")]),
    weak: members(lexicon, "deals/nouns", "strength", "weak"),
    talks: new Set([...lexicon.list("stances/negotiation-nouns"), ...cue("talks")]),
    sittings: new Set([
      ...members(lexicon, "stances/negotiation-nouns", "kind", "talks"),
      ...members(lexicon, "stances/negotiation-nouns", "kind", "sitting"),
      ...lexicon.list("meetings/nouns"),
    ]),
    matters: new Set([
      ...lexicon.list("stances/issues"),
      ...lexicon.list("stances/negotiation-nouns"),
      ...lexicon.list("deals/matters"),
    ]),
  };
}

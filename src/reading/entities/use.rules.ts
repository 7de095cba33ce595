import type { Rule } from "../rule.js";
import type { Mention } from "../types.js";
import type { Clue } from "./clues.js";

/**
 * How a state's or capital's name is meant, by the words beside it and the word it hangs on. Examples mark the name with the
 * use it must get; in `misses` this rule must not be the one that decides. All conditions given must hold.
 */
export interface UseRule extends Rule {
  readonly use: Mention["use"];
  /** Only names of capitals (true), only names of states (false). */
  readonly capital?: boolean;
  /** Class of the word behind the name, or of the one after that. */
  readonly after?: Clue;
  readonly second?: Clue;
  /** Class of the word before the name; determiners and adjectives between them are passed over. */
  readonly before?: Clue;
  /** The name goes on a coordination or list whose part before it was a place. */
  readonly joinsPlace?: true;
  /** Class of a lemma the name hangs on, directly or through one more noun. */
  readonly governor?: Clue;
  /** The governor has an object or passive subject: something is moved, not somebody moving. */
  readonly governorMoves?: true;
  /** The governor's object is somebody: who is taken somewhere goes to a place. */
  readonly somebody?: true;
  /** Relation by which the name hangs on its governor. */
  readonly relation?: string;
}

/** In order: the first rule that fits decides; where none fits the name stands for its government. */
export const useRules = [
  {
    id: "use/part-of-city",
    why: "a street, a suburb or an airport belongs to the city, not to the government in it",
    use: "place",
    after: "possessive-mark",
    second: "city-part",
    hits: ["Shells fell on [place Khartoum]'s airport before dawn."],
    misses: ["[actor Khartoum]'s reply was short."],
  },
  {
    id: "use/owner",
    why: "what is somebody's is the government's: its view, its offer, its envoy",
    use: "actor",
    after: "possessive-mark",
    hits: ["Mediators studied [actor Cairo]'s reply.", "They waited for [actor Norway]'s answer."],
    misses: ["Mediators waited in Cairo."],
  },
  {
    id: "use/next-place",
    why: "places are listed together",
    use: "place",
    joinsPlace: true,
    hits: ["Rounds were held in [place Doha] and [place Cairo]."],
    misses: ["[actor Doha] and [actor Cairo] welcomed the truce."],
  },
  {
    id: "use/route",
    why: "what runs or travels between two names runs between places",
    use: "place",
    before: "between-word",
    governor: "route",
    hits: ["Flights between [place Addis Ababa] and [place Asmara] resumed."],
    misses: ["Talks between [actor Addis Ababa] and [actor Asmara] resumed."],
  },
  {
    id: "use/after-place-word",
    why: "'in', 'at', 'near', 'outside' and their like ask where",
    use: "place",
    before: "place-preposition",
    hits: ["Envoys gathered in [place Muscat].", "Fighting went on near [place Tripoli]."],
    misses: ["Envoys gathered to press [actor Muscat]."],
  },
  {
    id: "use/addressed",
    why: "proposals, letters, pressure and warnings go to governments and come from them",
    use: "actor",
    before: "direction",
    governor: "speech-noun",
    hits: ["A warning to [actor Kigali] was drafted.", "The letter from [actor Pretoria] was short."],
    misses: ["The trip to Kigali was put off."],
  },
  {
    id: "use/given-to",
    why: "land is returned to a state, people return to a place",
    use: "actor",
    capital: false,
    before: "to-word",
    governorMoves: true,
    hits: ["The strip was handed over to [actor Cameroon]."],
    misses: ["The envoy returned to Cameroon."],
  },
  {
    id: "use/travel",
    why: "who goes, comes or is brought somewhere goes to a place",
    use: "place",
    before: "direction",
    governor: "travel",
    hits: ["The minister flew to [place Kigali].", "His visit to [place Jordan] ended."],
    misses: ["The envoy handed a letter to [actor Kigali]."],
  },
  {
    id: "use/taken-to",
    why: "where a tour or a plane takes somebody is a place",
    use: "place",
    before: "to-word",
    governor: "takes-along",
    somebody: true,
    hits: ["The tour took her to [place Lusaka].", "A plane carried him to [place Gaborone]."],
    misses: ["The miners took the case to [actor Lusaka]."],
  },
  {
    id: "use/spoken-from",
    why: "who calls or speaks from somewhere is there",
    use: "place",
    before: "from-word",
    governor: "speaks-from",
    hits: ["The minister spoke by phone from [place Kenya]."],
    misses: ["A warning from [actor Kenya] came."],
  },
  {
    id: "use/topic",
    why: "what a meeting is about is not who meets",
    use: "place",
    capital: false,
    before: "about-word",
    governor: "gathering-noun",
    hits: ["Ministers held a conference on [place Libya].", "Talks about [place Yemen] opened in May."],
    misses: ["Talks with [actor Libya] opened.", "Pressure on [actor Libya] grew."],
  },
  {
    id: "use/discussed",
    why: "what is discussed, reunified or rebuilt is what it is about",
    use: "place",
    capital: false,
    governor: "topic-verb",
    relation: "obj",
    hits: [
      "Kenya and Uganda discussed [place Somalia].",
      "Envoys joined an effort to reunify [place Korea].",
    ],
    misses: ["Kenya thanked [actor Uganda]."],
  },
  {
    id: "use/of-addressed",
    why: "condemnation of, support of, recognition of: of a government",
    use: "actor",
    capital: true,
    before: "of-preposition",
    governor: "speech-noun",
    hits: ["The bishops voiced criticism of [actor Harare]."],
    misses: ["The streets of Harare were empty."],
  },
  {
    id: "use/of-city",
    why: "the mayor, the streets, the north of a capital: the city",
    use: "place",
    capital: true,
    before: "of-preposition",
    hits: ["The streets of [place Harare] were empty."],
    misses: ["[actor Harare] recalled its envoy."],
  },
  {
    id: "use/visited",
    why: "what is visited, left, shelled or taken is a place",
    use: "place",
    governor: "visited",
    relation: "obj",
    hits: ["The minister will visit [place Hanoi] in May.", "Rebels captured [place Monrovia]."],
    misses: ["The minister urged [actor Hanoi] to sign."],
  },
  {
    id: "use/after-visited",
    why: "as use/visited where the tree is wrong: the word before it is the verb or its noun",
    use: "place",
    before: "visited",
    hits: ["Troops besieging [place Kabul] pulled back."],
    misses: ["Their plan is to press [actor Baghdad]."],
  },
] as const satisfies readonly UseRule[];

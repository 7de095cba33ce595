import type { Rule } from "../rule.js";

/** `shape` names the construction that `index.ts` and `nouns.ts` read; word classes are in `stances/assessment-words`. */
export interface AssessmentRule extends Rule {
  readonly shape:
    | "stall-noun"
    | "stall-of"
    | "deadlock-broken"
    | "progress-noun"
    | "verb"
    | "adjective"
    | "near"
    | "phrase"
    | "chemistry"
    | "likely"
    | "hailed"
    | "gap"
    | "closer"
    | "mood"
    | "slow"
    | "expect"
    | "result"
    | "contact"
    | "rated";
}

export const assessmentRules = [
  {
    id: "assessment/reached-stalemate",
    shape: "stall-noun",
    why: "talks that reach, are in or remain at a stalemate stand still",
    hits: ["[of The Cyprus talks] have reached an impasse.", "[of The border talks] have hit deadlock."],
    misses: [
      "The envoy will go to Nicosia to break the deadlock.",
      "The chess game reached a stalemate.",
      "If the talks reached an impasse, the envoy would resign.",
    ],
  },
  {
    id: "assessment/stalemate-in",
    shape: "stall-of",
    why: "speaking of the stalemate in the talks takes it for given",
    hits: [
      "Few see an end to the stalemate in [of the talks].",
      "Oslo wants to revive [of the stalled talks].",
    ],
    misses: ["The mediator hopes to end the stalemate in the talks.", "A stalemate in chess ends the game."],
  },
  {
    id: "assessment/deadlock-broken",
    shape: "deadlock-broken",
    why: "a deadlock that was broken is progress; one that somebody wants to break is not",
    hits: ["The two ministers broke the deadlock in [of the border talks] on Tuesday."],
    misses: [
      "The minister flew to Juba in a bid to break the deadlock.",
      "The talks go on. Both navies will keep calm until the border standoff is broken.",
    ],
  },
  {
    id: "assessment/progress",
    shape: "progress-noun",
    why: "progress, headway or results made, seen, lacking or failed to be made",
    hits: [
      "There has been some progress in [of the talks on centrifuges].",
      "There is no sign of progress in [of the negotiations].",
      "Officers from both sides have been holding indirect talks, but with no sign of progress on [of the ground].",
      "The round of [of talks] yielded no results.",
      "[of The dialogue] has not produced anything, the rebels complained.",
      "The treaty was discussed in May. That is modest [of progress].",
    ],
    misses: [
      "The talks bring together the rebel movement and the army.",
      "Peru and Chile in bid to find a breakthrough in the canal talks",
      "Work in progress blocks the road to Geneva.",
      "The talks go on. There is no military solution to the conflict, the envoy said.",
      "Unless there is progress in the talks, sanctions will follow.",
    ],
  },
  {
    id: "assessment/verb",
    shape: "verb",
    why: "talks that stall, collapse, freeze, advance or conclude",
    hits: [
      "[of The dialogue] has stalled since May.",
      "[of The reunification talks] have collapsed.",
      "[of Peace talks with the rebels] have been suspended.",
    ],
    misses: [
      "The engine stalled on the way to the talks.",
      "The talks would collapse if he left.",
      "The talks broke up with a promise to meet again.",
      "The envoy said the talks cannot fail.",
      "The bridge collapsed during the talks.",
    ],
  },
  {
    id: "assessment/adjective",
    shape: "adjective",
    why: "talks called difficult, constructive, stalled, by no means easy",
    hits: [
      "[of The power talks] were less than fruitful.",
      "[of The negotiations] are very difficult, the envoy said.",
      "[of The discussions] were described as constructive.",
      "[of The atmosphere at the talks] was tense.",
      "The talks went on. Diplomats described [of the mood] as gloomy.",
    ],
    misses: ["The road to the talks is difficult.", "The chairs in the room were good."],
  },
  {
    id: "assessment/near",
    shape: "near",
    why: "being close to a deal",
    hits: ["The negotiators are close to [of a deal].", "[of A settlement] is imminent, the mediator said."],
    misses: [
      "The hotel is close to the talks.",
      "They are not close to the lake.",
      "A settlement is possible only if Serbia recognises the border, Croatia said.",
    ],
  },
  {
    id: "assessment/phrase",
    shape: "phrase",
    why: "set phrases for how talks go: on track, within reach, at a standstill, without a deal",
    hits: [
      "[of The quota talks] have lost much of their steam.",
      "[of The labour talks between Peru and Kenya] are on life support, recruiters fear.",
      "[of The back channel] has gone cold.",
      "Lima and Accra have broken the back of [of the lease dispute].",
      "Peru, Kenya inch closer on tuna",
      "His walkout has left the talks in tatters.",
      "It was a bad week for [of the peace talks].",
      "[of The talks] may be on the brink of collapse.",
      "[of Negotiators from Peru and Kenya] are in the final stretch.",
      "[of The trade talks] are moving in the right direction.",
      "[of A settlement] is within reach.",
      "[of The second round] ended inconclusively.",
      "[of The two sides] remain far apart.",
      "[of Their positions] are further apart than last year.",
      "[of The talks] are far from over, a diplomat said.",
      "[of The two sides] are still a long way from an agreement.",
      "The talks resumed. [of Things] are moving again, one delegate said.",
    ],
    misses: [
      "The talks on ice-breaking resume in May.",
      "The trade deal is always nearly done.",
      "The spring rains have lost their steam.",
      "Lima hopes to put the talks back on track.",
      "It was a bad week for the baker.",
      "The train to Geneva is on track two.",
      "The shelf is within reach.",
      "The concert is far from over.",
      "The towers stand far apart.",
    ],
  },
  {
    id: "assessment/chemistry",
    shape: "chemistry",
    why: "good or bad chemistry, trust or relations between those who talk",
    hits: [
      "The two presidents have [of a good rapport].",
      "The talks go on. There is [of goodwill], but not much of it.",
    ],
    misses: ["She teaches chemistry in Oslo.", "There is goodwill in the village."],
  },
  {
    id: "assessment/likely",
    shape: "likely",
    why: "an outcome called likely or unlikely to come about",
    hits: [
      "[of The return of the two villages] looks likely to be realised.",
      "[of An agreement] is unlikely to be reached this year.",
    ],
    misses: ["Rain is likely in Geneva."],
  },
  {
    id: "assessment/hailed",
    shape: "hailed",
    why: "a breakthrough or progress hailed, claimed or reported",
    hits: ["Ashton hailed a breakthrough in [of the talks]."],
    misses: ["Doctors hailed a breakthrough in cancer care."],
  },
  {
    id: "assessment/gap",
    shape: "gap",
    why: "differences narrowed or not, common ground found or not; differences that remain make talks difficult",
    hits: [
      "The two ministers failed to narrow their differences over [of the border].",
      "The foreign ministers of Peru and Chile failed on Tuesday to bridge their differences over [of the continental shelf].",
      "Considerable [of gaps] remain, the envoy said.",
      "The talks go on. Some [of issues] remained unresolved, the envoy said.",
      "Negotiators found no common ground on [of tariffs].",
      "The talks go on. [of Much work] remains to be done, the mediator said.",
      "Differences remain over [of the length of the lease].",
      "The two delegations still disagree on [of the order of the steps].",
      "Peru and Kenya have settled most of the outstanding issues in [of a fisheries pact].",
      "Negotiators from Peru and Kenya failed to resolve [of the remaining questions].",
    ],
    misses: [
      "The wage gap remains.",
      "The plumber settled the outstanding bill.",
      "The mediator hopes to bridge the gap.",
      "Experts disagree on the age of the vase.",
    ],
  },
  {
    id: "assessment/closer",
    shape: "closer",
    why: "parties that move closer on something make progress",
    hits: [
      "Peru and Kenya are closing in on [of an accord].",
      "The two governments have moved closer on [of the demarcation of the border].",
      "Peru and its creditors edged towards [of a settlement] on Friday.",
    ],
    misses: ["The ship is nearing the harbour.", "The ships moved closer to the shore."],
  },
  {
    id: "assessment/mood",
    shape: "mood",
    why: "doubts, pessimism or optimism about talks or a deal judge their chances",
    hits: [
      "The mediators opened a third round of talks on Friday. [of Pessimism] reigned.",
      "[of Prospects] for a tuna treaty this year: slim",
      "The mediator voiced satisfaction with [of the talks].",
      "The UN envoy is not satisfied with the progress in [of the talks between Peru and Chile].",
      "It is unclear whether [of common ground] can be found, diplomats said of the talks.",
      "Neither side was hopeful about [of the talks].",
      "There are growing doubts about [of the deal].",
      "Diplomats are pessimistic about [of the talks].",
      "Analysts see little chance of [of a settlement] this year.",
      "Officials played down hopes of [of a deal].",
      "Diplomats are optimistic that [of an agreement] can be reached.",
      "The mediator is confident that [of the text] will be signed.",
      "Whether [of the truce] will hold is another matter, she said.",
    ],
    misses: [
      "The talks went on. Confusion reigned in the kitchen.",
      "The mediator voiced satisfaction with the soup.",
      "There are doubts about his health.",
      "The cook is optimistic about the soup.",
      "The envoy sees a chance of a settlement.",
      "Whether the rope will hold is another matter.",
    ],
  },
  {
    id: "assessment/slow-progress",
    shape: "slow",
    why: "progress called slow, limited or steady says how talks go",
    hits: ["Progress in [of the talks] has been slow.", "[of Progress] was limited, the mediator said."],
    misses: ["Progress in school was slow.", "The slow train made progress."],
  },
  {
    id: "assessment/expectation",
    shape: "expect",
    why: "little or no result expected of talks is a judgement on their chances",
    hits: [
      "Diplomats expected little from [of the talks].",
      "No [of breakthrough] is expected.",
      "The mediator has gone home. Few expect [of the talks] to succeed.",
      "It is hard to see how [of the talks] can succeed, an analyst said.",
    ],
    misses: [
      "Few expect the horse to succeed.",
      "Diplomats expect rain.",
      "The baker expects little from the summer.",
    ],
  },
  {
    id: "assessment/result",
    shape: "result",
    why: "how much talks came to: little agreed, most of the text settled, parted without settling",
    hits: [
      "Nothing of substance emerged from [of the round].",
      "The talks go on. [of The delegations] have agreed on little more than the agenda.",
      "Some four fifths of [of the treaty text] have been cleared, the chair said.",
      "[of The negotiators] parted without settling the last stretch of the border. The talks resume in May.",
      "The talks go on. The two governments have agreed on 96 percent of [of the boundary].",
    ],
    misses: [
      "Nothing emerged from the cave.",
      "The two farmers have agreed on little.",
      "Four fifths of the snow has been cleared from the road.",
      "The guests parted without settling the bill.",
      "The talks go on. The chair hopes to have most of the text cleared by May.",
    ],
  },
  {
    id: "assessment/contact",
    shape: "contact",
    why: "that no talks took place, or that somebody broke them off, says how they go",
    hits: [
      "Talks on the border began in May. [of No contact] has taken place between the two governments since.",
      "Lima broke off [of the talks] in October.",
      "Accra severed [of contacts] with the rebels in May.",
    ],
    misses: [
      "The talks go on. No contact is planned before May.",
      "Peru and Chile ended their third round of talks in Bern.",
      "Lima threatened to break off the talks.",
      "The storm severed the cable.",
      "No contact with the wire has taken place.",
    ],
  },
  {
    id: "assessment/rated",
    shape: "rated",
    why: "a round, the climate or a beginning called the best, encouraging, cautious or poor",
    hits: [
      "The talks go on. It was the best round in a decade.",
      "The talks go on. At the local level [of the picture] is more encouraging.",
      "The talks opened on Monday. I would call it a promising start.",
    ],
    misses: [
      "The best wine of the year is served at the talks.",
      "The picture on the wall is encouraging.",
      "The runner made a promising start.",
    ],
  },
] as const satisfies readonly AssessmentRule[];

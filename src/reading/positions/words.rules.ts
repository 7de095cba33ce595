import type { PositionRule } from "./rule.js";

/** Stands told by nouns and turns of phrase. */
export const wordsRules = [
  {
    id: "position/named-stance",
    why: "a demand, claim, insistence, refusal or objection with an owner says who holds what, whatever verb stands over it (read by `named.ts`)",
    verbs: "noun",
    content: [],
    move: "holds",
    negated: null,
    hits: [
      "The talks broke down over [holder Chile]'s refusal to open [issue its ports].",
      "The border talks resume on Monday. At their heart is [holder Niger]'s claim to [issue the wells].",
      "The talks foundered on [holder Kenya]'s insistence on [issue a straight line from the coast].",
    ],
    misses: [
      "The doctor's refusal to treat him angered Chile.",
      "Niger's claim to fame is its music.",
      "The refusal to open the ports angered many.",
    ],
  },
  {
    id: "position/stand-is",
    why: "a line, view or position with an owner, told by a clause behind it, is what the owner holds (read by `stands.ts`)",
    verbs: "noun",
    content: [],
    move: "holds",
    negated: null,
    hits: [
      "[holder Peru]'s line is that [issue the lake belongs to both].",
      "The [holder Kenyan] view remains that [issue the payments are too low].",
    ],
    misses: ["The fisherman's line is that long.", "The view is that of a lake in Peru."],
  },
  {
    id: "position/idiom",
    why: "turns of phrase say what a party is for or against (words in `stances/position-wordings`, read by `idioms.ts`)",
    verbs: "idiom",
    content: [],
    move: "rejects",
    negated: null,
    hits: [
      "The talks resume on Monday. [holder Laos] poured cold water on [issue the plan].",
      "[holder Peru] has no intention of leaving [issue the agreement].",
      "[holder Ghana] closed the door to [issue a referendum].",
      "[holder Chad] has dug in its heels over [issue the boundary stones].",
      "[holder Norway] gave ground on [issue the herring] at the last minute.",
      "[holder Norway] would not budge on [issue the herring].",
      "The talks resume on Monday. [holder Japan] is lukewarm about [issue the ban].",
      "The talks resume on Monday. [holder Japan] would rather [issue keep the present quota].",
      "Peru proposed [issue a joint patrol]. [holder Chile] declined.",
    ],
    misses: [
      "The nurse poured cold water on the burn.",
      "Peru has every intention of leaving.",
      "Ghana closed the door to the garden.",
      "Chad may give ground on the boundary stones.",
      "Chad's engineers dug in the sand over the pipe.",
      "If Norway budged on the herring, a deal would follow.",
      "The talks go on. Norway would consider further tariffs, its minister said.",
      "The talks go on. Norway said the ban would last as long as Iceland kept the option of a wider zone.",
      "Peru proposed a joint patrol. Peru declined in the rankings.",
    ],
  },
  {
    id: "position/beside",
    why: "a state of mind set beside a party without a verb says as much as with one (read by `apposed.ts`)",
    verbs: "beside",
    content: [],
    move: "holds",
    negated: null,
    hits: [
      "The talks resume on Monday. [holder Spain], keen on [issue more licences], has sent a minister.",
      "The talks resume on Monday. Wary of [issue a veto], [holder Peru] sent its president.",
    ],
    misses: [
      "Spain, keen on football, fields a young team.",
      "Unwilling to wait, the passengers left Peru.",
      "The talks go on. The army and the rebel forces will return to the table in Quito, Peru and Spain said.",
    ],
  },
  {
    id: "position/done-by",
    why: "what a participle says to be sought or refused by a party is its stand, whatever the sentence is about (read by `done-by.ts`)",
    verbs: "done-by",
    content: [],
    move: "holds",
    negated: null,
    hits: [
      "The talks resume on Monday. [issue A free airfield], long sought by [holder Peru], is on the table.",
      "The talks resume on Monday. [issue A free airfield] rejected by [holder Peru] is on the table again.",
    ],
    misses: [
      "A thief long sought by Peru was caught.",
      "The talks resume on Monday. Peru built a free airfield.",
    ],
  },
] as const satisfies readonly PositionRule[];

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
      "Peru proposed a joint patrol. Peru declined in the rankings.",
    ],
  },
] as const satisfies readonly PositionRule[];

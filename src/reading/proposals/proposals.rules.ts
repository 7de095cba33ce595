import type { Rule } from "../rule.js";

/** `shape` names the construction that `index.ts` reads; its words are in `deals/acts`, `deals/nouns` and `deals/replies`. */
export interface ProposalRule extends Rule {
  readonly shape: "propose" | "offer" | "request" | "concede" | "noun" | "answered" | "ultimatum";
}

export const proposalRules = [
  {
    id: "proposal/propose",
    shape: "propose",
    why: "proposing, or tabling a proposal, puts terms before the other side",
    hits: [
      "[by Ecuador] proposed to [to Peru] that they [what mark the border by the end of the year].",
      "[by Turkey] proposed holding [what the next round] in Istanbul.",
      "[by Kenya] tabled a draft on [what the sharing of the lake].",
      "[by Kenya] floated a [what formula under which both fleets would keep away from the reef].",
      "[by Kenya] has put a [what three-stage plan] on the table.",
      "[by Kenya] put forward [what a pause in the drilling].",
      "[by Eritrea] submitted a [what draft protocol] that would open two ports.",
      "[by Peru] put forward a [what counter-proposal with longer deadlines].",
      "[by Ecuador] proposed a [what truce watched by African officers], an idea that Peru rejected in May.",
    ],
    misses: [
      "Ecuador did not propose that Peru withdraw.",
      "Ecuador may propose a new border.",
      "The minister proposed a toast.",
      "Kenya put a figure on the damage.",
      "The author put forward her book for a prize.",
    ],
  },
  {
    id: "proposal/offer",
    shape: "offer",
    why: "offering to do something binds whoever offers if the other side takes it",
    hits: ["[by Serbia] offered [to Kosovo] to [what recognise its passports]."],
    misses: ["The hotel offers rooms.", "Serbia refused to offer Kosovo passports."],
  },
  {
    id: "proposal/request",
    shape: "request",
    why: "asking, urging, calling for or demanding something of somebody",
    hits: [
      "[by Cyprus] petitioned [to Turkey] for [what a reprieve].",
      "[by Sudan] asked [to Egypt] to [what extend the deadline].",
      "[by Pakistan] called for [what an immediate ceasefire].",
      "[by Cyprus] demanded [what the withdrawal of troops].",
      "[by Cyprus] told [to Turkey] to [what move the ship away].",
      "[by Egypt] invited [what a delegation of the rebels to Cairo].",
    ],
    misses: [
      "Cyprus petitioned nobody for its rights.",
      "Sudan asked whether Egypt would come.",
      "An Omani envoy asked not to be named.",
      "Demand for oil rose in Sudan.",
      "Cyprus told its own fishermen to stay in port.",
      "The deputies asked why Cyprus had said nothing.",
    ],
  },
  {
    id: "proposal/concession",
    shape: "concede",
    why: "a concession made is one side giving up something on its own",
    hits: ["[by Armenia] made a concession on [what the corridor]."],
    misses: ["Armenia made no concession on the corridor."],
  },
  {
    id: "proposal/named",
    shape: "noun",
    why: "a noun such as proposal or offer with its owner and what it is for tells of it as if it were known",
    hits: [
      "[by Guyana]'s suggestion was that [what the court draw the line].",
      "The ministers discussed [by Morocco]'s proposal to [what grant the territory autonomy].",
      "Diplomats studied [by Norway]'s proposal for [what a new ceasefire].",
    ],
    misses: ["The proposal was long.", "Morocco has no proposal to make."],
  },
  {
    id: "proposal/answered",
    shape: "answered",
    why: "accepting, rejecting or countering an owner's proposal tells of the proposal and its reply at once",
    hits: [
      "[to Serbia] poured cold water on [by Pristina]'s offer of [what joint patrols].",
      "[to Serbia] took [by Pristina] up on its offer of [what joint patrols].",
      "[to Sudan] has rejected an [by Ethiopian] proposal to [what sign a partial agreement].",
      "Oslo said [by Iceland]'s offer to [what cut its mackerel quota] was not enough.",
      "[by The European Union] withdrew a proposal to [what cut tariffs on steel].",
      "[to Athens] accepted Skopje's offer to [what change the name].",
      "A [by Kenyan] offer of [what 300 policemen] met with refusal in Haiti.",
      "A proposal by [by Qatar] for [what a truce] was never accepted by [to Sudan].",
    ],
    misses: [
      "Serbia poured water on Pristina's streets.",
      "Sudan rejected the result of the count.",
      "Athens may accept Skopje's offer.",
      "Athens has not accepted Skopje's offer yet.",
    ],
  },
  {
    id: "proposal/ultimatum",
    shape: "ultimatum",
    why: "giving the other side so many hours or days to do something demands it",
    hits: [
      "[by Gabon] gave the [to French] garrison ten days to [what leave the port].",
      "[by Belgrade] has given [to Pristina] until Friday to [what withdraw the ban].",
    ],
    misses: [
      "Gabon gave France a letter to read.",
      "The court gave the two men a month to pay.",
      "Belgrade gave its own negotiators two days to prepare.",
    ],
  },
] as const satisfies readonly ProposalRule[];

import type { Rule } from "../rule.js";
import type { PositionItem } from "../types.js";

/** Positions that are not carried by a verb of position alone. `shape` names the construction; `standing.ts` reads it. */
export interface StandingRule extends Rule {
  readonly shape:
    | "concern"
    | "copula"
    | "not-accept"
    | "will-not"
    | "accept"
    | "must"
    | "only-if"
    | "aim"
    | "first"
    | "not-good"
    | "opposes"
    | "backs"
    | "equated";
  readonly move: PositionItem["move"];
}

export const standingRules = [
  {
    id: "position/express-concern",
    shape: "concern",
    why: "concern, alarm or reservations expressed, voiced or raised about something",
    move: "holds",
    hits: [
      "[holder Algeria] voiced concern over [issue the exploitation of fisheries].",
      "[holder Seoul] is concerned about [issue the deployment of missiles].",
    ],
    misses: ["The concern employs 300 people in Algeria.", "Algeria expressed thanks for the meal."],
  },
  {
    id: "position/out-of-question",
    shape: "copula",
    why: "calling something non-negotiable, unacceptable or a red line draws a red line",
    move: "holds",
    hits: [
      "[issue Lebanon's sovereignty over the field] is non-negotiable, Lebanese President Michel Aoun said.",
      "[issue A permanent foreign base] would be unacceptable, the Sudanese foreign minister said.",
    ],
    misses: ["The coffee was unacceptable.", "The old price is not negotiable, the dealer said."],
  },
  {
    id: "position/will-not-accept",
    shape: "not-accept",
    why: "not accepting, recognising or agreeing to something rejects it",
    move: "rejects",
    hits: [
      "[holder Britain] will never accept [issue a border in the Irish Sea].",
      "[holder Belgrade] does not recognise [issue Kosovo's independence].",
      "The talks go on. [holder Bern] could not accept that [issue disputes be settled by foreign judges], it said.",
    ],
    misses: ["Britain accepted the cheque.", "The shop does not accept cards."],
  },
  {
    id: "position/will-not",
    shape: "will-not",
    why: "what a party says that it will not sign, return or do about an issue it rejects",
    move: "rejects",
    hits: [
      "[holder Ethiopia] will never sign [issue an agreement that gives up its rights].",
      "[holder The EU] will not lift [issue its sanctions] unless fighting ends.",
    ],
    misses: [
      "Ethiopia will not sign autographs.",
      "On the ninth protocol Eritrea and Sudan could not agree.",
      "The EU will lift its sanctions.",
      "The Ethiopian minister would not give details of the dam talks.",
    ],
  },
  {
    id: "position/accept",
    shape: "accept",
    why: "accepting or recognising what was in dispute is a move towards the other side",
    move: "softened",
    hits: ["[holder Skopje] accepted [issue a name with a geographical qualifier]."],
    misses: [
      "Skopje accepted an invitation.",
      "Skopje accepted an invitation to the border talks.",
      "Skopje could accept a new name.",
      "The talks go on. Skopje conceded that it might have to ask for more relief.",
    ],
  },
  {
    id: "position/must",
    shape: "must",
    why: "what a party says that others must do is what it demands",
    move: "holds",
    hits: [
      "[holder Serbia] said that Kosovo must first accept [issue an association of municipalities].",
      "China must first end [issue its subsidies] before tariffs are lifted, [holder U.S. President Donald Trump] said.",
    ],
    misses: [
      "China must have ended its subsidies by now.",
      "Visitors must leave their bags at the door, a guide said.",
    ],
  },
  {
    id: "position/only-if",
    shape: "only-if",
    why: "accepting, signing or returning only after something else makes that a precondition",
    move: "holds",
    hits: ["[holder Belgrade] will accept [issue a deal] only after Pristina lifts its tariffs."],
    misses: ["Belgrade has only two bridges over the river.", "The shop opens only after noon."],
  },
  {
    id: "position/aim",
    shape: "aim",
    why: "an aim, goal, policy or position stated with its content",
    move: "holds",
    hits: [
      "The talks go on. [holder Chad]'s position is clear: [issue the border follows the shore].",
      "The talks go on. [holder Chad] has one demand: that [issue the patrol boats be withdrawn].",
      "The talks go on. For [holder Chad], [issue the visas] are the heart of the matter.",
      "[holder Addis Ababa]'s goal is [issue an agreement on the first filling].",
    ],
    misses: ["The goal was scored in Addis Ababa.", "The talks go on. For Chad, the visas are late."],
  },
  {
    id: "position/first",
    shape: "first",
    why: "what a party wants done before talks go on or a deal is signed, and without which there is to be none, is its precondition",
    move: "holds",
    hits: [
      "[holder Bogota] expects [issue the law on mines] to be repealed before any accord is signed.",
      "[holder Manila] wants [issue the dredging] to stop before talks can resume.",
      "The talks go on. Niamey said [holder it] would need [issue more guarantees] before signing a final treaty.",
      "[holder Accra] demands that [issue the blockade] be lifted before negotiations begin.",
      "There can be no treaty until [issue the prisoners] are freed, Nairobi says.",
      '"We expect [issue the port law] to be changed before any accord is signed," Peruvian President Dina Boluarte said.',
      "No talks will be held unless [issue the siege] is lifted, [holder Ethiopian Prime Minister Abiy Ahmed] said.",
    ],
    misses: [
      "Manila wants to sign before the summer.",
      "Bogota expects the talks to open before the accord is signed.",
      "There was no treaty until the war ended, Nairobi recalled.",
      "Manila expects rain to fall before the fair opens.",
    ],
  },
  {
    id: "position/not-good-enough",
    shape: "not-good",
    why: "what a party calls not acceptable, fair or good enough in talks it rejects as it stands",
    move: "rejects",
    hits: [
      "[issue The draft in its present form] is not acceptable, [holder Greek Prime Minister Kyriakos Mitsotakis] said.",
      "[holder Peru] said [issue the offer] was not good enough.",
    ],
    misses: ["The weather was not acceptable, Peru said.", "Peru said the offer was acceptable."],
  },
  {
    id: "position/lead-opposition",
    shape: "opposes",
    why: "who leads, joins, voices or mounts opposition to something rejects it",
    move: "rejects",
    hits: [
      "[holder Slovenia] has led opposition to [issue the treaty].",
      "[holder Peru] declared its opposition to [issue the agreement].",
    ],
    misses: ["Slovenia led the opposition in goals.", "Peru has not voiced opposition to the agreement."],
  },
  {
    id: "position/give-backing",
    shape: "backs",
    why: "who gives backing, support or his weight to something is for it",
    move: "holds",
    hits: [
      "[holder Slovenia] gave its backing to [issue the treaty].",
      "[holder Peru] threw its weight behind [issue the agreement].",
      "[holder Ghana] lent its support to [issue the accord].",
    ],
    misses: [
      "Peru threw its weight about.",
      "Slovenia did not give its support to the treaty.",
      "Ghana gave support to the flooded villages.",
    ],
  },
  {
    id: "position/equated",
    shape: "equated",
    why: "what is said to be a party's demand, a must or anathema for it, or the least that will satisfy it (read by `equated.ts`)",
    move: "holds",
    hits: [
      "The talks resume on Monday. [issue A ban on nets] remains [holder Peru]'s first demand.",
      "The talks resume on Monday. [issue A ban on nets] is a must for [holder Peru].",
      "The talks resume on Monday. [issue A ban on nets] is poison to [holder Peru].",
      "Nothing short of [issue a treaty] will satisfy [holder Peru].",
    ],
    misses: [
      "A ban on nets remains the first demand of the fans.",
      "Rain is a must for Peru.",
      "Nothing short of a treat will satisfy the boy.",
    ],
  },
] as const satisfies readonly StandingRule[];

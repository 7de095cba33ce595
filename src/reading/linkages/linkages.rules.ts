import type { Rule } from "../rule.js";

/** `shape` names the construction that `index.ts` reads; words are in `stances/linkage-verbs`, `lever-nouns` and `cues`. */
export interface LinkageRule extends Rule {
  readonly shape: "verb" | "lever" | "no-without" | "made" | "only" | "first" | "equation" | "order";
}

export const linkageRules = [
  {
    id: "linkage/tied-to",
    shape: "verb",
    why: "one thing tied, linked or made conditional on another",
    hits: [
      "Talks resume on Monday. [by The African Union] has tied [issue further aid] to [to progress on elections].",
      "[by Washington] has tied [issue the lifting of tariffs] to [to the purchase of farm goods].",
      "[by Washington]'s approval of [issue the sale] hinges on [to the removal of the radars].",
      "[by Yemeni Foreign Minister Ahmed bin Mubarak] said [issue the lifting of the blockade] depends on [to the release of the hostages].",
    ],
    misses: [
      "Washington tied the boat to the pier.",
      "The two questions are not linked.",
      "The talks go on. Kurdish fighters ride on the back of a truck near the border.",
      "The talks go on. Lima has delayed turning on the pumps for the border canal.",
    ],
  },
  {
    id: "linkage/bargaining-chip",
    shape: "lever",
    why: "something used as a bargaining chip, lever or pretext in talks",
    hits: [
      "[by Ankara] used [to its support for NATO] as a bargaining chip in [issue the negotiations over Cyprus].",
      "[by Bratislava] is using [to its transit fees] to extract [issue concessions] from Kyiv.",
    ],
    misses: ["The cook used a potato as a chip.", "Nobody used the base as a bargaining chip."],
  },
  {
    id: "linkage/no-without",
    shape: "no-without",
    why: "no A without B makes A depend on B",
    hits: [
      "There can be no [issue trade agreement] without [to a deal on fish], [by French Foreign Minister Jean-Yves Le Drian] said.",
    ],
    misses: ["There is no smoke without fire.", "There was no vote without him, Paris recalled."],
  },
  {
    id: "linkage/made-condition",
    shape: "made",
    why: "making B a condition for A",
    hits: [
      "[by The European Union] made [to an agreement on citizens' rights] a precondition for [issue talks on trade].",
      "[by Jakarta] sees [to nickel] as the quid pro quo for [issue palm oil exports].",
    ],
    misses: ["The European Union made cheese a protected name."],
  },
  {
    id: "linkage/only-if",
    shape: "only",
    why: "what a party undertakes, offers or refuses is said to hang on something: only if, unless, not until, as long as, in exchange for",
    hits: [
      "Tehran will sign [issue the agreement] only if [to sanctions are lifted].",
      "[by Tehran] is ready to freeze [issue enrichment] as long as [to sanctions are lifted].",
      "[by Oslo] is willing to recognise [issue the border], provided that [to the base can stay].",
      "Chad said [by it] would not [issue reopen the border] until [to the rebels leave].",
      "Unless [to the shelling stops], [by Accra] will [issue suspend the agreement].",
      "[by Ankara] has offered to [issue withdraw its drones] in exchange for [to a pledge on the airfield].",
      "[by Lima]'s offer to [issue reopen the border] in return for [to a list of prisoners] was rejected.",
      "[by Ottawa] demanded [to the release of the detainees] in exchange for [issue a ceasefire].",
      "The sanctions could be lifted only after [to Havana frees the prisoners], [by the White House] said.",
      "[by Quito] will not [issue sign a treaty] without [to guarantees for its fishermen].",
      "[by Beijing] dangled [issue the resumption of tours] in return for [to a softer line on the shield].",
      "Ghana approved the loan, but [issue a payment] has been held back until [to the creditors give assurances].",
      "As long as [to the soldiers stay], there is no point in talking about [issue the border], Kigali said.",
      "[by Canberra]'s refusal to [issue sign the deal] unless [to the quota was raised] ended the talks.",
      "[by Chad] has refused to [issue give up the tolls], which it calls lawful, unless [to Niger pays for the road].",
      "Zagreb said that [issue the chapter] could not be closed until [to these questions were out of the way].",
    ],
    misses: [
      "The lamp is ready to burn as long as there is oil.",
      "Tehran signed only after lunch.",
      "The bank will open only if it snows.",
      "Chad will not reopen the border until June.",
      "It is unclear whether Chad would reopen the border only if the rebels left.",
      "Chad sold the cattle in exchange for grain.",
      "The road has been closed until the snow melts.",
      "The talks go on. Chad's leader vowed to remain in power until his term expires in October.",
      "Chad said it would continue the talks for as long as it can.",
      "There is no point in waiting until the rain stops, the driver said.",
      "Chad said it would keep working for a deal until a solution is found.",
      "If the port were to fall, analysts say, Chad would control the whole coast.",
      "The talks resume on Monday. If there is an agreement, it would be good news for the whole region, the Peruvian minister said.",
      "The talks resume on Monday. Chad said the dam could flood its border villages if no treaty is signed.",
      "A ceasefire between Chad and Niger will lapse on Saturday unless the talks resume, the U.N. envoy said.",
    ],
  },
  {
    id: "linkage/first",
    shape: "first",
    why: "a party that wants one thing done before talks go on or a deal is signed ties these to it",
    hits: [
      "[by Bogota] expects [to the law on mines to be repealed] before [issue any accord is signed].",
      "There can be no [issue treaty] until [to the prisoners are freed], Nairobi says.",
    ],
    misses: ["Bogota expects the law to be repealed before the summer."],
  },
  {
    id: "linkage/order",
    shape: "order",
    why: "a link told by the order of words: no A, no B; first A, then B; A came at a price: B; B must be before a party will do A; gave A, got B in return",
    hits: [
      "No [to inspections], no [issue loans]: so [by Bern] told the envoy.",
      "First [to the prisoners], then [issue the embassy], [by Hanoi] replied.",
      "[to The border] first, [issue trains] later, [by Delhi] said.",
      "[by Cairo]'s consent to [issue the pipeline] came at a price: [to a seat on the board].",
      "[to Lima must extradite its former president] before [by Quito] will [issue waive the visas].",
      "[by Bogota] wants [to all captives freed] before it [issue sends its envoys].",
      "[by Addis Ababa] refuses to discuss [issue the dam] separately from [to the water treaty].",
      "[by Denmark] dropped [issue its veto], receiving [to fishing rights] in return.",
    ],
    misses: [
      "No ifs, no buts, Paris said.",
      "First came the band, then the delegates of Peru.",
      "The menu came at a price: twenty euros.",
      "Peru must hurry before the shops close.",
      "He waved to the crowd and got a smile in return.",
    ],
  },
  {
    id: "linkage/equation",
    shape: "equation",
    why: "one thing called the price of another, the two called one package, or their parting refused",
    hits: [
      "[by Riyadh]'s price for [issue normalisation with Israel] is [to a defence pact with Washington].",
      "Bolivia insisted that [issue gas exports] and [to access to the sea] are two sides of one coin.",
      "[by Minsk] refuses to separate [issue the border] from [to the transit of goods].",
    ],
    misses: [
      "The price of bread is a scandal.",
      "Bread and butter go hand in hand, Paris said.",
      "Minsk refuses to separate the twins from their mother.",
    ],
  },
] as const satisfies readonly LinkageRule[];

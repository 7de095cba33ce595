import type { Rule } from "../rule.js";

/** `shape` names the construction that `index.ts` reads; the words of each are in `stances/measures`, `measure-verbs`, `measure-statuses`. */
export interface MeasureRule extends Rule {
  readonly shape: "noun" | "verb" | "progress-on" | "holding";
}

export const measureRules = [
  {
    id: "measure/named-action",
    shape: "noun",
    why: "a measure named by a noun, whose status is what the verb says of it: opened, held, completed, suspended",
    hits: [
      "Peru and Kenya have put their [what vessel-tracking scheme] on ice.",
      "[what Visa-free travel] has yet to see the light of day.",
      "None of the [what joint patrols] has been carried out.",
      "Nothing has come of the [what joint patrols].",
      "North and South Korea opened a [what joint liaison office] in Kaesong.",
      "A [what pilot project for the removal of mines] was carried out in Antioquia this spring.",
      "The [what joint patrols] on the lake are on hold.",
      "The [what truce] in the valley went into effect at noon.",
      "A [what joint ceasefire cell] has been meeting every week.",
      "There was a [what trial release of water] in April.",
    ],
    misses: [
      "The ministry has put its vaccination scheme on ice.",
      "The firm opened a liaison office in Lima.",
      "The rebels demanded a prisoner swap.",
      "A prisoner swap could follow if the talks resume.",
      "Armenia had proposed a moratorium on military exercises.",
      "The office of the joint venture burned down in 1990.",
      "The release of a book about the prisoners was put off.",
      "Oslo made the removal of tariffs conditional on a fishing treaty.",
    ],
  },
  {
    id: "measure/action",
    shape: "verb",
    why: "a verb that is a measure with the right object: prisoners exchanged, graves visited, a border reopened",
    hits: [
      "[what The two services no longer share data].",
      "The plan to [what reopen the Arica railway] has come to nothing.",
      "[what The ambassadors are back] in Lima.",
      "[what The demining of the strip is two thirds complete].",
      "Neither army has begun to [what dismantle its watchtowers].",
      "[what Customs officers waved through the first melons].",
      "[what Armenia and Azerbaijan exchanged 32 prisoners] at the border on Wednesday.",
      "[what Former islanders visited the graves of their families] by ship in June 2012.",
      "[what Gabonese troops have finished pulling back from the island].",
      "[what The road to the border, cut for six years, was reopened] on Monday.",
      "[what Four others were freed] in May through Swiss mediation.",
      "[what Chad stopped passing data on the flow to Niger] in March.",
    ],
    misses: [
      "Peru will return the boats, subject to the payment of the fines.",
      "A film tells how the gates came to be opened.",
      "He left school in May.",
      "Chad said it would not stop the raids until Niger withdrew its troops from the villages.",
      "Lima made no promise to free the prisoners.",
      "One of our goals now is to maintain and extend the truce, the minister said.",
      "The rebels signed the paper as a gesture to end the fighting.",
      "Armenia asked Azerbaijan to exchange prisoners.",
      "The two men exchanged gunfire.",
      "Chad agreed to reopen the road.",
      "The talks on withdrawing the troops went on.",
      "The airline returned the aircraft to its owner.",
      "Nothing will be signed until the shelling has stopped.",
      "The banker visited a relative of the grave digger's boss.",
    ],
  },
  {
    id: "measure/progress-on",
    shape: "progress-on",
    why: "progress or headway made on a measure is its implementation moving",
    hits: ["The two sides have made progress on [what the search for missing persons]."],
    misses: [
      "The two sides made progress on the wording of the treaty.",
      "No progress was reported by the dentist on missing teeth.",
    ],
  },
  {
    id: "measure/holding",
    shape: "holding",
    why: "a ceasefire or truce that holds is a measure being carried out",
    hits: ["The [what ceasefire] along the Line of Control has held since February."],
    misses: ["A ceasefire would hold if both sides wanted it.", "The minister held a cup of tea."],
  },
] as const satisfies readonly MeasureRule[];

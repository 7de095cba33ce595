import type { Rule } from "../rule.js";

/** `shape` names the construction that `index.ts` reads; its words are in `deals/acts`, `deals/instruments` and `deals/instrument-verbs`. */
export interface AgreementRule extends Rule {
  readonly shape: "agree" | "reach" | "status" | "referred" | "participle";
}

export const agreementRules = [
  {
    id: "agreement/agree",
    shape: "agree",
    why: "two or more sides that agreed to do something, or on something, have an agreement",
    hits: [
      "[parties Chile and Bolivia] shook hands on [what a second pipeline].",
      "A committee of creditors agreed to [what reschedule the debt] in May.",
      "[parties Chile and Bolivia] agreed to [what reopen the border].",
      "Kuwait agreed with [parties Iraq] on [what a timetable for the withdrawal].",
      "Chile and Bolivia agreed that [what a commission would draw the border].",
      "Chile and Bolivia agreed to [what reopen the border] after coming close to war in April.",
      "An international conference on Chile in Oslo agreed to [what send more aid to the north].",
      "Chile and Bolivia agreed to [what free the crews] following a two-day meeting in Lima.",
    ],
    misses: [
      "A committee of experts agreed that the debt was high.",
      "Chile and Bolivia did not agree on a border.",
      "Kuwait agreed with the assessment.",
      "Chile and Bolivia are trying to agree on a border.",
      "Chile and Bolivia agreed that the talks were useful.",
    ],
  },
  {
    id: "agreement/reach",
    shape: "reach",
    why: "a deal, accord or understanding reached is an agreement, whatever is known of its content",
    hits: [
      "[parties Sudan and South Sudan] reached an agreement on [what their border].",
      "The two countries, [parties Sudan and South Sudan], struck a deal to [what pull back troops].",
    ],
    misses: [
      "Sudan and South Sudan reached no agreement on fees.",
      "Sudan was trying to reach a broad agreement with South Sudan.",
      "Sudan and South Sudan are close to reaching a deal.",
    ],
  },
  {
    id: "agreement/status",
    shape: "status",
    why: "an instrument signed, adopted, ratified, in force or ended",
    hits: [
      "[parties Kenya] suspended its participation in the [instrument fisheries agreement].",
      "[parties Chad and Niger] put their names to the [instrument Tahoua Declaration].",
      "[parties Chad and Niger] signed what Paris calls the [instrument Tahoua Accords].",
      "[parties Greece and North Macedonia] signed the [instrument Prespa Agreement] in June 2018.",
      "The [instrument ceasefire] between [parties Israel and Lebanon] took effect on Wednesday.",
      "[parties Peru] ratified the [instrument border treaty] in 1998.",
      "Under the [instrument joint declaration] signed in Quito in May 2016, [parties Peru and Ecuador] pledged to clear the mines.",
      "Drivers cited the [instrument transit agreement], signed in 1994, more than once.",
      "[parties Kenya] withdrew from the [instrument fisheries agreement] in 2019.",
      "The [instrument truce] brokered by Egypt in May 2019 expired in June.",
      "The [instrument treaty] was agreed in Khujand last year.",
      "The Delegations initialled two [instrument protocols].",
      "In Tashkent the interior ministers, Pulat Bobojonov of [parties Uzbekistan] and Saimumin Yatimov of Tajikistan, sign a [instrument protocol on smuggling].",
      "In November 2021 the [parties African Union] adopted a [instrument new strategy] on piracy.",
    ],
    misses: [
      "Kenya suspended its participation in the games.",
      "Paris praised what it calls the Tahoua Spirit.",
      "Greece has not signed the agreement.",
      "Greece and North Macedonia hope to sign the agreement in June.",
      "Greece signed the letter.",
      "The ministry adopted a strategy on plastics in May.",
      "The troops withdrew from the village under fire.",
    ],
  },
  {
    id: "agreement/referred-to",
    shape: "referred",
    why: "a dated or proper name of an instrument tells that it exists, and nothing of what became of it",
    hits: [
      "Officials cited the [instrument 1975 Algiers Agreement] again.",
      "In the [instrument Lusaka Declaration] of Nov. 20, 1994 [parties Zambia] and Angola undertook to keep their armies apart.",
      "Iran wants guarantees under the [instrument 2015 nuclear deal].",
      "Zambia was paid in June after an [instrument agreement] with [parties China] on copper.",
      "The [instrument ceasefire] has largely held since May.",
    ],
    misses: [
      "Officials spoke of a treaty again.",
      "A 2015 car was sold.",
      "Zambia will be paid after an agreement with China on copper.",
      "The truce would hold if monitors came.",
    ],
  },
  {
    id: "agreement/beside",
    shape: "participle",
    why: "what was agreed somewhere or some day, told in a participle behind it, was agreed on whatever it is",
    hits: [
      "The [what return of the bodies], agreed in Istanbul last month, was completed on Friday.",
      "The [what quota for the upper reservoir] was agreed in Samarkand on 3 June.",
    ],
    misses: [
      "The ministers agreed in Istanbul last month.",
      "The prices, agreed by all, are high.",
      "The agenda could not be agreed in Cairo.",
    ],
  },
] as const satisfies readonly AgreementRule[];

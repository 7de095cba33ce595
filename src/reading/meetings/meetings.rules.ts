import type { Rule } from "../rule.js";

export type MeetingRule = Rule;

/** Which words fire a rule is in `lexicon/meetings`; how its parts are found, in `verbs.ts`, `nouns.ts`, `told.ts` and `anniversaries.ts`. */
export const meetingRules = [
  {
    id: "meeting/met",
    why: "people or parties of two sides meet, confer, sit down with each other",
    hits: [
      "Kenyan President William Ruto met [representatives Hassan Sheikh Mohamud], the president of Somalia, in [place Nairobi] on Tuesday.",
      "The foreign ministers of Armenia and Azerbaijan met in [place Geneva] on Monday.",
      "Experts from Hungary and Slovakia are due to get together in [place Komarom] on June 9.",
      "The Fisheries Committee of the African Union will meet in [place Accra] from 3 to 5 May.",
      "President William Ruto of Kenya and President Hassan Sheikh Mohamud of Somalia spoke for ten minutes in October.",
      "Djibouti's president, Ismail Omar Guelleh, shook hands with Isaias Afwerki in [place Jeddah] on Monday.",
      "Peru, Chile foreign ministers to meet in [place Arica]\n\nARICA - The ministers will discuss the port.",
      "The foreign ministers of Peru and Chile were to meet again on Monday in [place Arica].",
      "Peru and Chile are reportedly meeting in [place Arica] for an informal talk.",
    ],
    misses: [
      "Kenya refused to meet Somalia over the maritime border.",
      "Egypt would meet Ethiopia if the dam stayed empty.",
      "Armenia and Azerbaijan have yet to meet.",
      "Armenia shook with fear after Azerbaijan's shelling.",
      "The proposal met Serbia's demands.",
      "The budget committee of the city met in Accra on Monday.",
      "Armenia and Azerbaijan agreed to meet regularly.",
    ],
  },
  {
    id: "meeting/received",
    why: "one side receives or hosts people of the other",
    hits: [
      "Turkish President Recep Tayyip Erdogan received [representatives Greek Prime Minister Kyriakos Mitsotakis] in Ankara on May 13, 2019.",
      "Egypt played host on Wednesday to a Sudanese delegation.",
    ],
    misses: [
      "Greece received aid from Turkey after the earthquake.",
      "Greece received the letter on Monday.",
    ],
  },
  {
    id: "meeting/visited",
    why: "somebody who stands for a party visits the other's country",
    hits: ["Somali President Hassan Sheikh Mohamud will visit [place Nairobi] on Dec. 20."],
    misses: [
      "Tourists visited Nairobi in May.",
      "A scheme lets Japanese citizens visit the Russian islands without a visa.",
      "The prime minister of Greece visited Crete on Monday.",
      "The bishop visited Ankara on Monday.",
    ],
  },
  {
    id: "meeting/visit-to-meet",
    why: "a visit or journey made in order to meet somebody: the meeting is as certain as the visit, and part of it",
    hits: [
      "Greek Foreign Minister Nikos Dendias will travel to [place Ankara] on Dec. 20 to meet [representatives Turkish Foreign Minister Mevlut Cavusoglu].",
      "Kenyan President Uhuru Kenyatta will visit Mogadishu on Dec. 20 for talks with Somali President Mohamed Abdullahi Mohamed.",
    ],
    misses: ["Greece wants to meet Turkey halfway.", "The minister travelled to Ankara to see the museum."],
  },
  {
    id: "meeting/phoned",
    why: "leaders or ministers call each other",
    hits: [
      "Turkish President Recep Tayyip Erdogan phoned [representatives Russian President Vladimir Putin] on Thursday.",
    ],
    misses: [
      "Turkey called Greece a neighbour.",
      "Turkey called on Greece to talk.",
      "The clerk phoned the ministry.",
    ],
  },
  {
    id: "meeting/brought-together",
    why: "a third party brings two sides together, or to one place",
    hits: [
      "Oman brought Iranian and American diplomats together in [place Muscat] on Monday.",
      "Norway brought delegations from Serbia and Kosovo to [place Oslo] in May.",
    ],
    misses: [
      "Serbia brought a case against Kosovo.",
      "Norway wants to bring Serbia and Kosovo closer together.",
      "The road will bring Serbia and Kosovo closer to the sea.",
    ],
  },
  {
    id: "meeting/awaited",
    why: "somebody in office is expected, or due, in another country on a day ahead",
    hits: ["Greek Foreign Minister Nikos Dendias is expected in [place Ankara] on Dec. 20."],
    misses: [
      "Greek Foreign Minister Nikos Dendias is expected to resign in Ankara on Dec. 20.",
      "A report is due in Ankara on Dec. 20.",
    ],
  },
  {
    id: "meeting/held",
    why: "a meeting noun under a verb that says that it takes place",
    hits: [
      "Serbia and Kosovo held [what talks] in Brussels on Thursday.",
      "[what A fourth round of talks between Sudan and South Sudan] ended in Juba on Friday without agreement.",
      "Sudan's negotiators walked out of [what the talks with South Sudan] in [place Entebbe] on Wednesday.",
      "[what The meeting of Serbia and Kosovo] in Sofia on Dec. 9 was dominated by the bridge.",
      "Niamey hosted [what a third round of talks between Chad and Libya] in May.",
      "The generals of Peru and Ecuador held [what the third round of general-level talks] on May 9 and 10.",
      "Peru, Ecuador and Chile took part in [what talks in [place Arica]] on Monday.",
      "[what Talks between Peru and Ecuador] will resume in [place Arica] on Monday.",
      "[what The final round of talks between Peru and Ecuador] to be held in [place Arica] on Monday.",
      "Peru said that [what talks] would be held with Ecuador on Dec. 20.",
      "[what Talks] took place in [place Arica] on Monday between Peru and Ecuador.",
      "[what Talks between Peru and Ecuador] entered their third day in [place Arica] on Monday.",
      "[what Peru-Ecuador talks in [place Arica]] end without deal\n\nARICA - Nobody spoke.",
    ],
    misses: [
      "Serbia and Kosovo agreed to continue the talks.",
      "Sudan held a news conference in Khartoum on Monday.",
      "The planned meeting of Serbia and Kosovo in Sofia on Dec. 9 remained in doubt.",
      "The talks between Serbia and Kosovo began in 2011.",
      "Kosovo denied that it had held talks with Serbia.",
      "The talks between Serbia and Kosovo will resume soon.",
      "Peru's President Pedro Castillo held a meeting on Monday to review the floods. Ecuador sent tents.",
      "Peru and Ecuador have held regular meetings since 2012.",
      "On Monday the UN urged Peru and Ecuador to open direct, UN-sponsored talks on the border.",
    ],
  },
  {
    id: "meeting/planned",
    why: "a meeting noun under a verb that plans or asks for it",
    hits: [
      "[what Talks between Serbia and Kosovo] are scheduled for Dec. 20 in Brussels.",
      "Kinshasa has invited the ministers of Egypt and Sudan for [what talks] on Dec. 20.",
    ],
    misses: [
      "Serbia scheduled a vote on the talks with Kosovo.",
      "No date has been set for the talks between Serbia and Kosovo.",
      "Kosovo called for talks with Serbia.",
    ],
  },
  {
    id: "meeting/put-off",
    why: "a meeting noun under a verb that postpones it or calls it off",
    hits: [
      "Egypt called off a [what meeting with Ethiopia] that was scheduled for Dec. 20.",
      "The summit between Colombia and Venezuela has been postponed.",
      "Egypt pulled out of [what a planned meeting with Ethiopia] in Cairo.",
      "Egypt and Ethiopia agreed to put off [what the meeting of their ministers] that was planned for Friday.",
    ],
    misses: [
      "Egypt withdrew from the talks with Ethiopia in Cairo on Monday.",
      "Egypt postponed the payment to Ethiopia.",
      "Egypt has not cancelled the summit with Ethiopia.",
    ],
  },
  {
    id: "meeting/occasion",
    why: "something is told at, after or before a meeting, which so took place or lies ahead",
    hits: [
      "At a Serbia-Kosovo summit in [place Sofia] in May 2018, the two sides agreed to reopen the bridge.",
      "Cyprus wanted a deal before a meeting with Turkey in [place Geneva] in June 2018.",
    ],
    misses: [
      "Serbia and Kosovo could agree at a summit in Sofia.",
      "Cyprus was trying to speed up the negotiations with Turkey.",
    ],
  },
  {
    id: "meeting/named",
    why: "a dated meeting of named parties in a phrase without a verb of its own",
    hits: ["Nov. 20 marked the second anniversary of [what talks] between Serbia and Kosovo in Sofia."],
    misses: [
      "Nov. 20 marked the second anniversary of the fire in Sofia.",
      "Talks between Serbia and Kosovo?",
    ],
  },
  {
    id: "meeting/one-of-them",
    why: '"the second, in May": a meeting named by its place in a row that was told of before',
    hits: [
      "Serbia and Kosovo held a first round of talks in Oslo in May 2018. The second, in [place Geneva] in June 2018, ended without result.",
      "Serbia and Kosovo will hold a round of talks in Oslo on Dec. 20, and a second in [place Geneva] on Jan. 9.",
      "Serbia and Kosovo have held four rounds of talks. The last was held in [place Geneva] in May.",
    ],
    misses: [
      "Serbia and Kosovo will hold a round of talks in Oslo on Dec. 20, and a second on trade.",
      "Serbia and Kosovo held a first round of talks in Oslo in May 2018. The second, a failure, was worse.",
      "Talks between Serbia and Kosovo, the first since 2015, were held in Oslo on Monday.",
      "Serbia built a first bridge in May 2018. The second, in Kosovo in June 2018, ended in a meadow.",
    ],
  },
  {
    id: "meeting/told-at",
    why: "one person told another of another party something at a gathering, so that they met there",
    hits: [
      "In September 2018, at the [occasion Yalta Security Forum] in Kyiv, Ukrainian President Petro Poroshenko proposed to Polish President Andrzej Duda that they open the archives.",
    ],
    misses: [
      "Ukrainian President Petro Poroshenko proposed to Polish President Andrzej Duda that they open the archives.",
      "At a news conference in Kyiv, Petro Poroshenko told reporters that he would sign.",
    ],
  },
  {
    id: "meeting/signed-together",
    why: "people of two parties sign a thing at one place on one day, so that they met there",
    hits: [
      "The foreign ministers of Greece and Albania signed the protocol in [place Tirana] on Sunday.",
      "The foreign ministers of Serbia and Kosovo signed a declaration in [place Sofia] on Monday.",
    ],
    misses: [
      "Serbia and Kosovo signed a declaration in Sofia on Monday.",
      "The foreign ministers of Serbia and Kosovo refused to sign the declaration in Sofia on Monday.",
      "Greece and Albania signed the protocol in 2019.",
      "The foreign minister of Greece signed the letter in Tirana on Sunday.",
    ],
  },
  {
    id: "meeting/was-there",
    why: "somebody in office is in another country on a day",
    hits: ["Kenyan President William Ruto, who was in [place Mogadishu] on Friday, offered to mediate."],
    misses: [
      "Kenyan President William Ruto was in Nairobi on Friday.",
      "The Greek team was in Ankara on Friday.",
    ],
  },
  {
    id: "anniversary/recalled",
    why: "a day that recalls an older event; nothing is held on it",
    hits: ["Dec. 20 marks the fifth anniversary of talks between Serbia and Kosovo in Sofia."],
    misses: ["Serbia and Kosovo held talks in Sofia on Dec. 10."],
  },
] as const satisfies readonly MeetingRule[];

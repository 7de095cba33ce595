import type { Rule } from "../rule.js";

/** Parties and places of events that no argument names outright. */
export const roleRules = [
  {
    id: "event/joint-thing",
    why: "what two states have or do together is of both: a name joined by a hyphen to another in front of it is a side as well",
    hits: [
      "Pakistan expressed concern over the India-Israel missile programme.",
      "Argentina protested against the British-Chilean exercise.",
      "Iran condemned the Israel-Azerbaijan alliance.",
      "China expressed concern over the U.S.-South Korea exercise.",
      "Algeria denounced the Morocco-Spain agreement.",
      "Sudan criticised the Kenya-Uganda pact.",
      "Serbia objected to the Croatian-Albanian declaration.",
      "Somalia rejected the Ethiopia-Somaliland deal.",
    ],
    misses: [
      "Iran condemned the raid on the India-Pakistan border.",
      "China criticised the U.S.-led coalition.",
      "Chad protested against the French exercise.",
    ],
  },
  {
    id: "event/heir",
    why: "concern over a deployment that would follow if land changed hands is about whoever would have the land too, as the troops would be there by his leave",
    hits: [
      "Russia voiced concern over the possible deployment of U.S. troops if the Kuril Islands were handed over to Japan.",
      "Syria expressed concern about an American military deployment in the event the Golan Heights were returned to Israel.",
      "India is worried about a Chinese military deployment in the event Doklam is ceded to Bhutan.",
      "Turkey voiced worry over the possible deployment of French troops in the event Varosha was given back to Cyprus.",
      "Azerbaijan expressed concern over the possible stationing of Iranian troops should Lachin be handed over to Armenia.",
      "Greece expressed concern over the possible basing of Turkish drones if Varosha is restored to the Turkish Cypriots.",
      "Angola expressed concern over a possible deployment of Rwandan troops if the province is transferred to Zambia.",
      "Peru expressed alarm over a possible deployment of Brazilian troops if the valley was surrendered to Ecuador.",
    ],
    misses: [
      "Russia expressed concern over the deployment of U.S. troops and said Iran should return the islands to the United Arab Emirates.",
      "Chad expressed concern over the deployment of Sudanese troops if refugees return to the islands.",
      "Egypt expressed concern over a possible Ethiopian deployment if talks return to Cairo.",
      "Kenya expressed concern over the harvest if the land were returned to Somalia.",
    ],
  },
  {
    id: "event/fate-of-land",
    why: "troops that would come if land changed hands, and of whom nothing else says where, would be on that land",
    hits: [
      "Russian troops could be stationed there if [place the valley] is handed over to Kyrgyzstan.",
      "Spain said British troops could be deployed if [place Gibraltar] were returned.",
      "Guyana said Venezuelan soldiers might be deployed if Caracas regained [place Essequibo].",
      "Poland said Russian missiles might be stationed there if [place the enclave] were ceded to Moscow.",
      "If [place the corridor] were handed over to Azerbaijan, Turkish troops could be deployed, Armenian officials said.",
      "Jordan fears that Israeli troops could be stationed if [place the valley] is transferred to Israel.",
      "Vietnam is concerned about a possible Chinese deployment of troops should [place the Spratly Islands] be surrendered to Beijing.",
      "Russia voiced concern over possible U.S. military deployment in the event [place the northern territories] were to be returned to Japan.",
    ],
    misses: [
      "French soldiers could be deployed to Mali if the islands are returned to Madagascar.",
      "Russia deployed troops on Monday because the valley was handed over to Georgia.",
      "Chadian troops could be deployed if refugees return to the islands.",
      "British troops could be deployed if the talks collapse.",
    ],
  },
] as const satisfies readonly Rule[];

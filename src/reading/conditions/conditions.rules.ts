import type { Rule } from "../rule.js";

/** `shape` names the construction that `index.ts` reads; words are in `stances/condition-*` and `circumstances`. */
export interface ConditionRule extends Rule {
  readonly shape:
    | "verb"
    | "noun"
    | "wording"
    | "sway"
    | "cause"
    | "owed"
    | "hope"
    | "frame"
    | "concern"
    | "lever";
}

export const conditionRules = [
  {
    id: "condition/affects-talks",
    shape: "verb",
    why: "something outside is said to hamper, complicate, boost or ease the talks",
    hits: [
      "[what The row over licence plates] has hampered the dialogue between Belgrade and Pristina.",
      "[what A change of government in Skopje] improved the prospects for a settlement.",
      "[what The strike] made a compromise less likely.",
      "The talks opened on Monday. [what An election in May] could yet upset them.",
      "[what The president's popularity] may help to sell a deal to the public.",
      "Talks open on Monday. [what The arrest of two editors] has soured the mood.",
      "[what The collapse of the currency] brought both sides to the table.",
      "Talks open on Monday. [what Drilling south of the island] could make matters worse.",
      "Talks open on Monday. [what Protests in Dakar] have narrowed the government's room for manoeuvre.",
      "[what Falling oil prices] have put both governments under pressure to compromise.",
      "Diplomats fear [what the election] will freeze the talks.",
      "Talks open on Monday. [what Rising prices] threaten to undo some of the gains.",
      "The talks go on. [what The flood], which brought the two sides together, is over.",
      "The talks go on. [what The flood] brought the two sides together.",
      "The talks, put off by [what the floods], resume on Monday.",
      "Talks open on Monday. [what Inflation] has made concessions toxic for Lima.",
      "[what The ferry disaster] forced the two coastguards to the negotiating table.",
      "[what The drought] has weighed on efforts to reach a settlement.",
      "[what The coup] loomed over the negotiations.",
    ],
    misses: [
      "The rain hampered play at the tennis club.",
      "If the row went on, it would hamper the dialogue.",
      "The rain could upset them.",
      "The talks go on. Their goal is to help the two sides resume talks on trade.",
      "The protests narrowed the government's majority.",
      "The coat weighed on his shoulders during the talks.",
      "A lorry stands in the way of the tram.",
      "Falling prices have put both shops under pressure to close.",
      "The waiter brought the plates to the table.",
      "The mediator helped the talks along with coffee and did not hamper them.",
    ],
  },
  {
    id: "condition/is-a-boost",
    shape: "noun",
    why: "something outside is called a tailwind, blow or obstacle for the talks, casts a shadow over them, paves their way",
    hits: [
      "[what The election of a new president] was expected to give new impetus to the nuclear talks.",
      "[what The bombing in Bogota] dealt a blow to the peace talks.",
      "[what The blockade] has taken a toll on the peace process.",
      "[what A change of government in Lima] gave the negotiations fresh impetus.",
      "[what The coup] put an end to the talks.",
      "[what The new president's victory] has raised hopes for a settlement.",
      "The border talks resume on Monday. [what Water] is the main obstacle.",
      "There is a new obstacle to a settlement: [what the trial of the general].",
      "Talks open on Monday. For the negotiators [what the strike] is bad news.",
      "[what The airstrikes] could be fatal to the talks.",
      "[what Cheap oil] is the treaty's worst enemy.",
    ],
    misses: [
      "The boxer was dealt a blow.",
      "The talks go on. The Tamil community suffered the biggest blow.",
      "The fence is the main obstacle of the course.",
      "A tailwind brought the plane in early.",
      "The talks were held in the shadow of the old town.",
    ],
  },
  {
    id: "condition/wording",
    shape: "wording",
    why: "a turn of phrase by which something outside does talks good or harm, or by which talks fall to it or draw on it",
    hits: [
      "[what A cabinet crisis] has taken the shine off the talks between Quito and Lima.",
      "[what The plague] put paid to the negotiations.",
      "[what The scandal] tipped the peace process into chaos.",
      "The talks were brought to a standstill by [what a general strike].",
      "[what A fishing ban] stands in the way of the deal, while [what the vote in Oslo] got in the way of talks.",
      "The negotiations fell victim to [what the coup in Bamako].",
      "The talks have drawn fresh impetus from [what falling oil prices].",
      "Talks open on Monday. [what The funeral] turned the tide.",
      "[what The earthquake] has oiled the wheels of the border talks.",
    ],
    misses: [
      "The sun took the shine off the car.",
      "The talks fell victim to a disagreement over article 5.",
      "The strike threw the port into disarray.",
      "The envoy put paid to the negotiations.",
      "The ship broke the ice.",
    ],
  },
  {
    id: "condition/sways",
    shape: "sway",
    why: "an outside event adds to or takes from what settling hangs on: room, trust, support, resistance, a party's means",
    hits: [
      "Talks open on Monday. [what The by-election] has left the finance minister little leeway.",
      "[what Farm protests] have stiffened French resistance to the accord.",
      "The talks go on. [what A verdict in Lagos] has inflamed resentment.",
      "Buoyed by [what a good harvest], both delegations returned to the talks.",
      "[what The storm destroyed the pier], which robbed the Danish delegation of its main offer in the talks.",
      "The parties resumed their talks. [what The drought] has heightened public support for a settlement.",
    ],
    misses: [
      "The drought left farmers little room in their barns.",
      "The talks go on. The minister has left his deputy little leeway.",
      "Talks open on Monday. The storm robbed the fishermen of their catch.",
      "The talks go on. This work on restoring trust is important.",
    ],
  },
  {
    id: "condition/cause",
    shape: "cause",
    why: "what is said to be why talks stall, are put off or move, or goes before that and by its own words cuts that way",
    hits: [
      "The trade talks stalled in June because of [what a general strike in Quito].",
      "The talks were postponed after [what the coup in Bamako].",
      "The talks have picked up pace because of [what a thaw in the region].",
      "With [what a presidential vote] three months away, Lima has little appetite for a deal.",
      "The talks are on hold until after [what the general election].",
      "The talks collapsed after [what the government] fell in March.",
      "Despite [what the shelling], the talks are advancing.",
      "A deal is now within reach, thanks to [what the change of government] in Skopje.",
      "The talks are in limbo because of [what the floods].",
    ],
    misses: [
      "The train stalled because of a strike.",
      "The border talks failed to make progress due to the differences on how to resume them.",
      "The talks stalled after lunch.",
      "As he arrived at the palace, the Chilean president said the talks with Peru had been constructive.",
      "The talks were postponed to June.",
      "With a new hat on his head, he has little appetite for a deal.",
      "The talks are on hold until Monday.",
    ],
  },
  {
    id: "condition/owed-to",
    shape: "owed",
    why: "a turn of the talks (a delay, a return to the table) that is said to come from something outside",
    hits: [
      "The talks go on. The delay is due to [what a strike at the port].",
      "Their return to talks owes much to [what falling oil prices].",
      "The deadlock in the talks is blamed on [what a cabinet crisis].",
      "The minister blamed the slow pace of the talks on [what the elections].",
      "[what The drought] brought about the resumption of the talks.",
    ],
    misses: [
      "The minister blamed the slow pace of the train on the heat.",
      "The talks go on. The debt is due to the bank.",
      "The delay of the train is due to a strike.",
    ],
  },
  {
    id: "condition/hoped-for",
    shape: "hope",
    why: "an outside event from which the parties, or those who watch, hoped or feared that it would move them",
    hits: [
      "The talks are eight years old. Hopes that [what the lifting of the embargo] would encourage Asmara to engage have faded.",
      "The talks go on. Some had reckoned that [what the election] would jolt Delhi into action.",
      "Talks open on Monday. The mediators had pinned their hopes on [what the election].",
      "From [what the appointment of a mediator] the delegates had hoped for a push to the talks.",
    ],
    misses: [
      "The talks go on. Farmers hope that the rains will come.",
      "Hopes that the concert would draw people to the park have faded.",
      "The talks go on. The envoy hopes that Peru will sign.",
      "The talks go on. Chile fears the dam could flood its villages if no treaty is signed with Peru.",
    ],
  },
  {
    id: "condition/background",
    shape: "frame",
    why: "talks set amid, against the backdrop of or with something in the background that by its own words cuts one way",
    hits: [
      "Against the backdrop of [what worsening relations between Athens and Ankara], the United Nations called the leaders to New York.",
      "With [what tensions with Riyadh] in the background, Doha has hosted the talks.",
    ],
    misses: [
      "The leaders walked over a bridge amid light rain.",
      "The talks go on. Herders struggle to feed their cattle amid drought",
      "The photo shows the delegates with a palm tree in the background.",
    ],
  },
  {
    id: "condition/third-party-concern",
    shape: "concern",
    why: "a party's concern over what a third state does or may do is an outside circumstance that weighs on the talks",
    hits: ["Belarus voiced concern to Lithuania over [what the deployment of U.S. troops near the border]."],
    misses: ["Belarus voiced concern over Lithuania's tariffs.", "Belarus voiced concern over the harvest."],
  },
  {
    id: "condition/lever",
    shape: "lever",
    why: "what is used as a bargaining chip lies outside the issue and is made to weigh on it",
    hits: [
      "Ankara has been using [what the Swedish-Finnish application to NATO] as a bargaining chip in talks with Athens.",
    ],
    misses: ["Ankara used paper chips as money."],
  },
] as const satisfies readonly ConditionRule[];

import type { Rule } from "../rule.js";

/** `shape` names the construction that `index.ts` reads; its words are in `deals/acts`, `deals/nouns`, `deals/deeds` and `deals/outcomes`. */
export interface CommitmentRule extends Rule {
  readonly shape:
    | "agree"
    | "promise"
    | "decide"
    | "aim"
    | "purpose"
    | "will"
    | "listed"
    | "together"
    | "stipulated"
    | "named"
    | "outcome"
    | "planned"
    | "bound"
    | "overdue";
}

export const commitmentRules = [
  {
    id: "commitment/agree",
    shape: "agree",
    why: "who agrees to do something is bound to do it: with others jointly, alone on its own",
    hits: [
      "[by Chile and Bolivia] agreed to [what complete the survey] by March.",
      "[by Uganda] agreed to [what withdraw its troops from the lake].",
    ],
    misses: [
      "Chile and Bolivia did not agree to complete the survey.",
      "Chile may agree to complete the survey.",
      "Chile and Bolivia agreed on the wording.",
    ],
  },
  {
    id: "commitment/promise",
    shape: "promise",
    why: "a promise, pledge or vow to do something",
    hits: [
      "[by Chad] has put itself down for [what a reduction of its army].",
      "[by Chad] gave its word that [what the men would be freed].",
      "[by Portugal] put up [what 12 million euros for the observers].",
      "[what The border will be open by June], the government of [by Chad] has promised.",
      "The rebels were promised [what an amnesty].",
      "[by Niger] is committed to [what reopening the road] by May.",
      "[by Rwanda] pledged to [what withdraw its troops] by June.",
      "The president of [by Colombia] promised that [what the government would return the land].",
      "If the border opens by May, [by Japan] has promised [what a grant of 90 million yen in aid for Malawi].",
      "[by Sweden] pledged [what $20 million] if the truce holds.",
      "[by Chad] pledged to [what reopen the well], and Niger will send a team.",
    ],
    misses: [
      "Chad put up a fence.",
      "The border will be open by June, the farmers of Chad hope.",
      "The children were promised a cake.",
      "Niger is committed to peace.",
      "Niger's proposal was given attention.",
      "Rwanda refused to commit to a withdrawal.",
      "Rwanda did not promise to withdraw.",
      "The shop promised a discount.",
    ],
  },
  {
    id: "commitment/decide",
    shape: "decide",
    why: "a decision on how to go on: of several sides it binds them, of one it is an aim of its own",
    hits: [
      "[by Kenya and Somalia] decided to [what hold a new round of talks] in May.",
      "[by Norway] has decided to [what proceed with negotiations on fish quotas].",
    ],
    misses: ["Norway has not decided to proceed with negotiations.", "Norway decided to have lunch."],
  },
  {
    id: "commitment/aim",
    shape: "aim",
    why: "trying, seeking or wanting a result of talks: with a date a target of its own, without one an intention",
    hits: [
      "[by Chad] has set its sights on [what clearing the mines] before the end of the season.",
      "The goal of [by Chad] is to [what finish the text of the treaty by June].",
      "[by Serbia] was trying to [what reach an agreement] before a summit in Sofia in May 2018.",
      "[by London] aims to [what conclude a trade deal] by the end of the year.",
      "[by Manila] wants to [what start talks on fishing rights].",
    ],
    misses: [
      "The hunter set his sights on the mines.",
      "The goal of the striker is to score by June.",
      "Chad's goal is not to finish the treaty.",
      "London wants to buy a new bridge.",
      "London does not want to conclude a deal.",
      "Manila wants Beijing to start talks.",
    ],
  },
  {
    id: "commitment/purpose",
    shape: "purpose",
    why: "something done in a bid or an effort to reach a result of talks shows who intends it",
    hits: [
      "Finnish [by President Sauli Niinisto] will visit Ankara in a bid to [what break the deadlock in the talks].",
    ],
    misses: ["He ran in an effort to lose weight.", "The bid to break the record failed."],
  },
  {
    id: "commitment/will",
    shape: "will",
    why: "a party that says it will do a checkable thing binds itself; with a condition, once that is met",
    hits: [
      "[by Chad] is ready to [what waive the visas], and will do so from June.",
      "[by Chad] announced that [what the road would be open] by May.",
      "[by Chad] announced that [what the levy would be cut] by May.",
      "Turkey said [by it] would [what lift the embargo] once the treaty is signed.",
      '"[by We] will [what withdraw all our troops] by May," Ethiopian Prime Minister Abiy Ahmed said.',
    ],
    misses: [
      "Chad announced that the weather would be fine by May.",
      "Chad warned that the levy would be cut by May.",
      "Chad announced that the talks would be held in May.",
      "Turkey said it would not lift the embargo.",
      "Turkey said Greece would lift the embargo.",
      "Turkey could lift the embargo.",
      "Turkey warned that it would withdraw its troops by May.",
      "Greece is considering a pact under which Turkey would lift the embargo by May, two sources said.",
    ],
  },
  {
    id: "commitment/listed",
    shape: "listed",
    why: "each point of a list that opens with what two sides agreed or decided binds them",
    hits: [
      "[by Chad and Niger] agreed that:\n(a) [what a joint team shall visit the wells] every month;\n(b) the data shall be shared.",
    ],
    misses: [
      "Chad and Niger discussed the following points:\n(a) a joint team will visit the wells;\n(b) the data.",
    ],
  },
  {
    id: "commitment/together",
    shape: "together",
    why: "what two or more sides say together will be done, without saying by whom, they have undertaken",
    hits: [
      "[by The two governments, Chad and Niger], said in a joint statement that [what a commission would be set up] within 60 days.",
    ],
    misses: [
      "Chad said that a commission would be set up within 60 days.",
      "Chad and Niger said that the harvest would be good.",
    ],
  },
  {
    id: "commitment/stipulated",
    shape: "stipulated",
    why: "what an agreement says that somebody will or must do",
    hits: [
      "The deal will see [by Chad] [what withdraw its soldiers] by June.",
      "Under the truce, [by Chad] [what cuts its garrison] to 200 men by Sunday.",
      "A truce between Chad and Niger took effect on Monday. Chad is to leave the wells, while [by Niger] will [what release the drivers].",
      "The envoys left with a bargain. [by Chad] would [what reopen the road], and Niger would free the drivers.",
      "Chad and Niger signed a pact on the wells on Monday. [by Chad] will [what hand over two pumps] by June.",
      "They signed a pact under which [by Niger] would [what reopen the road].",
      "The pact commits both armies to [what pulling back their guns].",
      "Under the pact, [by Chad] will have to [what amend its mining law].",
      "Under the accord, [by Burundi] will [what release the prisoners] within a month.",
      "The 2003 agreement requires [by Liberia] to [what disarm its militias].",
    ],
    misses: [
      "The film will see Chad withdraw its soldiers.",
      "Under the bridge, Chad cuts its grass by hand.",
      "The envoys left with a letter. Chad would like rain.",
      "Chad is considering a pact under which Niger would reopen the road.",
      "Chad and Niger signed a pact on Monday. Their presidents will meet in June.",
      "Chad and Niger signed a pact on Monday. Chad will try to win over its critics.",
      "Under the bridge, Burundi will sell fish.",
      "Under the agreement nothing happened.",
    ],
  },
  {
    id: "commitment/named",
    shape: "named",
    why: "a promise or pledge that a noun tells with its owner and what it was",
    hits: [
      "[by Chad]'s promise is that [what the files will be opened].",
      "Chad received assurances from [by Niger] that [what it would return the trucks].",
      "Diplomats recalled [by Hungary]'s pledge to [what ratify the accession of Sweden].",
    ],
    misses: [
      "Chad's promise is not that the files will be opened.",
      "Hungary made no pledge to ratify it.",
      "The pledge was broken.",
      "Sweden offered fighter jets in exchange for a Hungarian pledge to ratify its accession.",
      "Sweden asked for Hungary's pledge to ratify its accession.",
    ],
  },
  {
    id: "commitment/outcome",
    shape: "outcome",
    why: "a text that tells a target reached, a deadline missed or a promise broken tells the undertaking with it",
    hits: [
      "The deadline for [what disarmament] passed on Friday without a shot.",
      "[by Syria] missed a deadline for [what the removal of chemical weapons].",
      "Georgia broke [by its] promise to [what allow observers into the zone].",
    ],
    misses: [
      "The deadline for disarmament has not passed.",
      "The striker missed the target.",
      "Georgia has not broken its promise to allow observers.",
    ],
  },
  {
    id: "commitment/planned",
    shape: "planned",
    why: "a dated step of an agreement or a process that is scheduled, other than a meeting",
    hits: [
      "[what A memorandum to that effect is due to be signed in June].",
      "The [what agreement] is due to be signed on Jan. 20.",
      "The [what ceasefire] is scheduled to take effect on Dec. 20.",
    ],
    misses: [
      "A memorandum is due to nobody.",
      "The agreement was signed on May 5.",
      "The ministers are due to meet on Dec. 20.",
    ],
  },
  {
    id: "commitment/bound",
    shape: "bound",
    why: "who is to do something, does it in return, or has until a day for it is bound though no verb of promising is used",
    hits: [
      "[by Chad] to [what scrap copper levy] by June",
      "[by Chad] is obliged to [what retire the old rifles].",
      "[by Guyana] has been given until the end of June 2026 to [what sign the protocol].",
      "[by The rebels] are to [what hand over their rifles] by June.",
      "In return, [by Guyana] would [what drop its complaint].",
      "[by Guyana] has until June 30, 2026 to [what sign the protocol].",
      "The two delegations will [what conclude the text] by June.",
    ],
    misses: [
      "The plan for Chad to scrap the levy",
      "The deal must still be approved by official lenders by June.",
      "Chad is bound to lose.",
      "The ministers of Chad and Niger will join them for talks in June.",
      "Chad and Niger have each released ten men.",
      "In exchange for grain, Guyana will get fuel.",
      "The ministers will meet by June.",
      "Guyana has until now signed nothing.",
      "How the rebels are to live is open.",
    ],
  },
  {
    id: "commitment/overdue",
    shape: "overdue",
    why: "what was to have been done by a day that has passed, or should have been, is an undertaking missed",
    hits: [
      "[by Chad] was supposed to have [what handed over the keys] by June 2004.",
      "[what The report expected] by June 2004 never came.",
      "[by Chad and Niger] were to have [what signed the treaty] in May 2004.",
      "[what The survey was to have been finished] by June 2004.",
    ],
    misses: [
      "The rain expected by June 2004 came.",
      "Chad was to have dinner in May 2004.",
      "The survey was finished by June 2004.",
      "The survey is to be finished by June.",
    ],
  },
] as const satisfies readonly CommitmentRule[];

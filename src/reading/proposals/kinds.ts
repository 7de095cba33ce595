import type { ProposalItem } from "../types.js";
import { proposalRules } from "./proposals.rules.js";

type Shape = (typeof proposalRules)[number]["shape"];
export const ruleOf = Object.fromEntries(proposalRules.map((r) => [r.shape, r.id])) as Readonly<
  Record<Shape, string>
>;

/** What a noun of each class of `deals/nouns` is as a proposal. */
export const TYPE_OF_NOUN: Readonly<Record<string, ProposalItem["type"]>> = {
  proposal: "proposal",
  offer: "offer",
  request: "request",
  concession: "concession",
};

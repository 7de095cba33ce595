export { isAboutTalks, namesTalks } from "./about-talks.js";
export {
  actorsAt,
  actorsBefore,
  actorsWithin,
  firstCoded,
  isParty,
  isPowers,
  mentionAt,
  speaker,
} from "./actor.js";
export {
  ASSERTED,
  type BaseParts,
  beginnings,
  beginsOne,
  clauseAt,
  clauseOver,
  isBare,
  itemBase,
  longestKeys,
  verbKeys,
} from "./item.js";
export { pastDateIn } from "./past-date.js";
export {
  beforeComment,
  clausePhrase,
  corePhrase,
  nounPhrase,
  ownRange,
  type Phrase,
  slice,
  subtreeHas,
  verbOf,
  verbPhrase,
} from "./phrase.js";
export { createResumed, type Resumed } from "./resumed.js";
export { TurnTable } from "./turns.js";
export { classes, members, PhraseTable, phrasesIn } from "./words.js";

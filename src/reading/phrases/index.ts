export { actorsAt, actorsWithin, isParty, mentionAt, speaker } from "./actor.js";
export { type BaseParts, clauseAt, clauseOver, itemBase } from "./item.js";
export { clausePhrase, nounPhrase, type Phrase, slice, subtreeHas, verbPhrase } from "./phrase.js";
export { classes, members, PhraseTable } from "./words.js";

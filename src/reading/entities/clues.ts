/**
 * Classes of words by which names are read, as `lexicon/actors/clues.tsv` lists them: engines ask for the class, never for
 * a word. A class that the table lacks is an error at start-up, so that a renamed class cannot silently stop a rule.
 */
export const CLUES = [
  "article",
  "both-word",
  "coordinator",
  "definite",
  "document-head",
  "document-of",
  "female",
  "group-preposition",
  "honorific",
  "incoming",
  "indefinite-state",
  "male",
  "modifier-head",
  "name-particle",
  "name-suffix",
  "occasion-head",
  "of-preposition",
  "organisation-head",
  "owner-of-organisation",
  "owner-preposition",
  "place-head",
  "place-preposition",
  "plural-noun",
  "plural-pronoun",
  "possessive-mark",
  "speech",
  "speech-noun",
  "state-change",
  "state-pronoun",
  "subject-pronoun",
  "title-link",
  "travel",
  "travel-to",
  "visited",
  "weekday-month",
] as const;

export type Clue = (typeof CLUES)[number];

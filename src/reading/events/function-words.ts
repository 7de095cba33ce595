/** Function words and small closed classes of nouns that the readers of events ask for. English stands here and in `lexicon/`, not in them. */

export const OF = "of";
/** Brings whoever gets what changes hands. */
export const TO = "to";
export const THE = "the";
/** Brings who does it, behind a passive or a noun. */
export const BY = "by";
export const IN = "in";
/** Brings what somebody undergoes. */
export const UNDER = "under";
/** Brings whom somebody fights or talks with. */
export const WITH = "with";
/** "offered it for sale", "for fighting": its gerund tells what is meant, no deed. */
export const PURPOSE: ReadonlySet<string> = new Set(["for", "towards", "toward"]);

/** Prepositions that bring the other side, best first. */
export const AIMS = [
  "against",
  "to",
  "with",
  "on",
  "upon",
  "from",
  "at",
  "for",
  "toward",
  "towards",
  "over",
  "into",
  "in",
  "of",
  "between",
  "near",
] as const;

/** Those that bring another one of several who act on each other. */
export const TOGETHER: ReadonlySet<string> = new Set(["with", "to", "between", "against", "from"]);

/** Those that bring all of them: "fighting between". */
export const AMONG: ReadonlySet<string> = new Set(["between", "among"]);

/** Those that bring who does a noun of action. */
export const DOERS = ["by", "between", "among", "from"] as const;

/** Those that bring what a word of asking, refusing or ending is about. */
export const CONTENT: ReadonlySet<string> = new Set([
  "to",
  "on",
  "upon",
  "for",
  "in",
  "from",
  "against",
  "with",
  "of",
  "out_of",
  "about",
  "over",
  "into",
  "as",
]);

/** Those whose noun an object may have taken from its verb: "sent aid to", "launched an offensive against". */
export const ASTRAY: ReadonlySet<string> = new Set(["to", "against"]);

/** Those that follow a noun of action at the head of a sentence: "Aid to", "Trade with". */
export const NOUN_OPENERS: ReadonlySet<string> = new Set(["to", "for", "from", "with", "between", "of"]);

/** What stands beside a verb and tells more than it: "wept in protest", "strolled about on a visit". */
export const MANNER: ReadonlySet<string> = new Set(["in", "on"]);

/** "is prepared to", "is ready for". */
export const READY: ReadonlySet<string> = new Set(["to", "for"]);

/** Where somebody leaves: "left from", "was driven out of". */
export const ORIGIN: ReadonlySet<string> = new Set(["from", "out_of"]);

/** Slots of nouns that the lists do not know one by one. */
export const SHARED_SLOTS = ["both", "with", "between"] as const;
export const GIVEN_SLOTS = ["to", "for"] as const;

/** "killed by a flood", "died in an earthquake". */
export const CAUSES: ReadonlySet<string> = new Set(["by", "in", "after", "from", "because_of", "during"]);

/** "at the end of", "until the suspension of": bring a moment. */
export const MOMENT: ReadonlySet<string> = new Set(["at", "by", "before", "near", "since", "till", "until"]);

/** "on strike", "in talks", "at war". */
export const STATES: ReadonlySet<string> = new Set(["on", "in", "at", "under"]);

/** What tells whose a thing is, behind it: "leaders of Chad", "a town near Kabul". */
export const WHOSE: ReadonlySet<string> = new Set([
  "of",
  "from",
  "in",
  "by",
  "at",
  "near",
  "on",
  "throughout",
  "across",
  "for",
  "to",
  "against",
  "with",
  "into",
  "including",
  "between",
]);

/** "Soviet-era debt", "Russian-made tanks": where something comes from is no party to what happens with it. */
export const MADE: ReadonlySet<string> = new Set([
  "era",
  "style",
  "made",
  "built",
  "born",
  "trained",
  "speaking",
  "language",
]);

/** "a group based in Beirut": where it stands tells whose it is. */
export const BASED: ReadonlySet<string> = new Set([
  "based",
  "living",
  "located",
  "stationed",
  "exiled",
  "headquartered",
]);

/** "the Saudi-led coalition": whose it is. */
export const LED: ReadonlySet<string> = new Set([
  "led",
  "run",
  "dominated",
  "commanded",
  "controlled",
  "held",
]);

/** "the Houthis' main backer" is somebody else than the Houthis. */
export const KIN: ReadonlySet<string> = new Set([
  "adversary",
  "ally",
  "backer",
  "critic",
  "enemy",
  "foe",
  "neighbor",
  "neighbour",
  "opponent",
  "partner",
  "patron",
  "rival",
  "sponsor",
  "supporter",
]);

/** What two states have or do together: "the India-Israel programme" is of both, "the India-Pakistan border" only lies between them. */
export const JOINT_THINGS: ReadonlySet<string> = new Set([
  "accord",
  "agreement",
  "alliance",
  "coalition",
  "command",
  "cooperation",
  "deal",
  "declaration",
  "drill",
  "exercise",
  "force",
  "maneuver",
  "manoeuvre",
  "pact",
  "partnership",
  "patrol",
  "plan",
  "program",
  "programme",
  "project",
  "statement",
  "treaty",
  "venture",
]);

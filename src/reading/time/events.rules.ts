import type { TimeRule } from "./rule.js";

/** Times counted from what happened: from an event of the text, which has no date here, or a date. */
export const EVENTS = [
  {
    id: "time/after-date",
    why: "A length after a date.",
    patterns: ["{number} {span} after <of>", "{number} {span} from <of>", "{unit} after <of>"],
    means: { is: "event", by: 1 },
    hits: [
      "They met [two weeks after June 12, 2018|2018-06-26].",
      "The vote came [three days after May 4, 2018|2018-05-07].",
    ],
    misses: ["They met two weeks after the truce.", "They met after June 12."],
  },
  {
    id: "time/before-date",
    why: "A length before a date.",
    patterns: [
      "{number} {span} before <of>",
      "{number} {span} ahead of|prior to? <of>",
      "{unit} before <of>",
    ],
    means: { is: "event", by: -1 },
    hits: [
      "They met [two weeks before June 15, 2018|2018-06-01].",
      "The envoy fell ill [three days before May 4, 2018|2018-05-01].",
    ],
    misses: ["They met two weeks before the vote.", "They met before June 12."],
  },
  {
    id: "time/after-event",
    why: "A length after an event of the text.",
    patterns: [
      "{number} {span} after|following",
      "{number} {span} to the day after",
      "{unit} after|following",
      "{number} {span} into",
      "{number} of {span} after|following",
      "{units} after|following",
      "{clock} after|following",
      "{number} {clock} after|following",
    ],
    means: { is: "event", by: 1 },
    guards: ["followed"],
    hits: [
      "Monitors arrived [two weeks after the ceasefire|EVENT_UNKNOWN].",
      "Shelling began [a day after the envoys left|EVENT_UNKNOWN].",
    ],
    misses: ["Two weeks later they met.", "They met after the ceasefire."],
  },
  {
    id: "time/within-event",
    why: "A deadline so far from an event of the text.",
    patterns: [
      "within|inside {number} {span} of|from|after|following",
      "within|inside {number} {clock} of|from|after|following",
      "within|inside {clock} of|from|after|following",
      "no|not later than {number} {span} after|from|following",
      "at the latest {number} {span} after|from|following",
    ],
    means: { is: "event", by: 1 },
    guards: ["followed"],
    role: "deadline",
    hits: ["Troops are to leave [within ten days of the signing|EVENT_UNKNOWN|deadline]."],
    misses: ["Troops are to leave within ten days.", "They left ten days after the signing."],
  },
  {
    id: "time/before-event",
    why: "A length before an event of the text.",
    patterns: [
      "{number} {span} before",
      "{number} {span} ahead of",
      "{number} {span} prior to",
      "{unit} before",
      "{units} before",
      "{number} of {span} before",
      "{clock} before",
      "{number} {clock} before",
    ],
    means: { is: "event", by: -1 },
    guards: ["followed"],
    hits: [
      "They met [three days before the vote|EVENT_UNKNOWN].",
      "Lists were swapped [a week before the summit|EVENT_UNKNOWN].",
    ],
    misses: ["Two weeks earlier they met.", "They met before the vote."],
  },
  {
    id: "time/since-event",
    why: "The time from an event until now: its length says where it begins.",
    patterns: ["{number} {span} since", "{number} {span} that have passed since"],
    means: { is: "event", by: 0 },
    guards: ["followed"],
    hits: [
      "During [the three years since the Malmo summit|2016-12-13/2019-12-13|span] little has moved.",
      "In [the two months since the truce|2019-10-13/2019-12-13|span] nine soldiers have died.",
    ],
    misses: ["Three years passed.", "They have met since the truce."],
  },
  {
    id: "time/anniversary",
    why: "A date that is the anniversary of something tells when that was.",
    patterns: [
      "{ordinal} {anniversary}",
      "{number} - {unit} {anniversary}",
      "{ordinal} - {unit} {anniversary}",
      "{marks} {number} {span} since|from",
      "{marks} exactly|precisely {number} {span} since|from",
    ],
    means: { is: "anniversary" },
    hits: [
      "[Dec. 12|2019-12-12|anniversary] marks the second anniversary of talks in Astana.",
      "[Tuesday|2019-12-10|anniversary] marked five years since the embargo was lifted.",
      "The sides will observe the 25th anniversary of the truce on [Dec. 20|2019-12-20|anniversary].",
      "On [the fourth anniversary|EVENT_UNKNOWN|anniversary] of the pact, envoys laid wreaths.",
    ],
    misses: [
      "They met on Dec. 12.",
      "Anniversaries are hard for both.",
      "Five years passed since the truce.",
    ],
  },
] as const satisfies readonly TimeRule[];

export const about: readonly string[] = [
  "Rapporteur reads what the press and the parties publish, sentence by sentence, with rules that can be read and tested. It keeps a line only where exact words of a source bear it, and every line opens them. Whether a thing happened, when, and who says so are three fields; they are never folded into one number.",
  "One event reported by fourteen articles is one event with fourteen reports; copies of one account count once. Meetings alone are never progress. Silence is never a signal: a day that passed without a report is shown as just that. Nothing is overwritten; corrections and decisions stand in a log and can be taken back.",
  "Every page answers as known on a day: it uses only what was published by then.",
];

export const vocabulary: readonly (readonly [string, string])[] = [
  ["Track", "a strand of the talks with a verdict of its own"],
  ["Meeting", "scheduled, held, postponed, cancelled; or no report found after its day passed"],
  [
    "Proposal",
    "terms offered by one party to another: tabled, accepted, rejected, countered, withdrawn, lapsed",
  ],
  ["Agreement", "an instrument or an agreement to act, with its stipulations"],
  ["Commitment", "a verifiable and specific promise or target; an intention is none"],
  ["Position", "what a party holds on an issue at a time, and whose words say so"],
  ["Condition", "an outside circumstance said to help or hurt; expected and realised are two fields"],
  ["Assessment", "a judgement about progress found in a source"],
  ["Confidence", "how well the record supports a verdict"],
  ["Likelihood", "how probable a thing is; Rapporteur gives none"],
  ["Independent", "outlets that do not merely repeat another's words"],
];

/** Settings of the analysis by key; days unless it says otherwise. */
export const thresholds: Readonly<Record<string, string>> = {
  recent: "A step forward is recent for, in days",
  stall: "Talks stall after, in days without a step forward",
  contact: "Contact is recent for, in days",
  attempts: "Meetings without a step that make a deadlock",
  lapse: "A proposal without a deadline lapses after, in days",
  retraction: "A signal can be taken back for, in months",
  halfLife: "Tone halves in, in days",
  changePenalty: "Penalty of one more turn when the tone is cut in periods",
  hazard: "Prior chance of a turn at each step",
};

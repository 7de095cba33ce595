import type { Lexicon, Sentence } from "../../language/index.js";
import {
  beginnings,
  createResumed,
  members,
  type PhraseTable,
  phrasesIn,
  subtreeHas,
  TurnTable,
} from "../phrases/index.js";
import type { AssessmentItem, Voice } from "../types.js";

export type Judgement = AssessmentItem["judgement"];

/** What a turn of phrase says of talks. */
export interface Verdict {
  /** Where it is asserted and where it is denied; null: then it says nothing. */
  readonly asserted: Judgement | null;
  readonly denied: Judgement | null;
  /** Of whom it may be said: of talks only, of the parties too, of whatever is spoken of while talks are, or of talks named right behind it. */
  readonly of: "talks" | "parties" | "any" | "behind";
}

export interface AssessmentWords {
  readonly is: (lemma: string, cls: string) => boolean;
  /** All classes of a lemma. */
  readonly classes: (lemma: string) => ReadonlySet<string>;
  /** Beginnings of the verbs that by themselves say how what they are said of goes. */
  readonly judging: ReadonlySet<string>;
  readonly turns: TurnTable<Verdict>;
  readonly hedges: PhraseTable<true>;
  /** What an apposition says again. */
  readonly resumed: ReturnType<typeof createResumed>;
  readonly negators: ReadonlySet<string>;
  readonly exist: ReadonlySet<string>;
  /** Markers of a condition: "if", "unless". */
  readonly conditional: ReadonlySet<string>;
  readonly about: ReadonlySet<string>;
  readonly demonstrative: ReadonlySet<string>;
  /** Whose view it is where the subject is a common noun: "analysts", "diplomats". */
  readonly observers: ReadonlyMap<string, Voice["kind"]>;
  /** Words for talks and what they are to bring. */
  readonly talks: ReadonlySet<string>;
  /** One sitting of them: "round", "session". */
  readonly sittings: ReadonlySet<string>;
  /** Whether the phrase at a token names talks (or, unless `talksOnly`, what talks are to bring). */
  readonly negotiation: (s: Sentence, token: number, talksOnly?: boolean) => boolean;
  /** Whether it names talks or an issue of talks. */
  readonly topic: (s: Sentence, token: number) => boolean;
}

const OBSERVERS = new Set(["expert", "unnamed-official"]);

/** Classes of verbs that judge what they are said of. */
const JUDGING = [
  "break-verb",
  "suspend-verb",
  "stall-verb",
  "stall-if-negated",
  "fade-verb",
  "worsen-verb",
  "progress-verb",
  "conclude-verb",
];

const NO_CLASSES: ReadonlySet<string> = new Set();

export function assessmentWords(lexicon: Lexicon): AssessmentWords {
  const byLemma = new Map<string, Set<string>>();
  for (const [lemma, cls] of [
    ...lexicon.table("stances/assessment-words").rows,
    ...lexicon.table("stances/cues").rows,
  ]) {
    byLemma.set(lemma, (byLemma.get(lemma) ?? new Set()).add(cls));
  }
  // One word after the other is asked for many classes.
  let asked = "";
  let own = NO_CLASSES;
  const classes = (lemma: string): ReadonlySet<string> => {
    if (lemma !== asked) {
      asked = lemma;
      own = byLemma.get(lemma) ?? NO_CLASSES;
    }
    return own;
  };
  const kind = (k: string): ReadonlySet<string> => members(lexicon, "stances/negotiation-nouns", "kind", k);
  const talks = new Set([...kind("talks"), ...kind("sitting")]);
  const both = lexicon.list("stances/negotiation-nouns");
  const issues = lexicon.list("stances/issues");
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/cues", "class", cls);
  const quantity = cue("quantity");
  const nounIn = (s: Sentence, t: number, set: ReadonlySet<string>): boolean =>
    set.has(s.lemmas[t]) || set.has(s.norms[t]) || compoundIn(s, t, set, quantity);
  return {
    is: (lemma, cls) => classes(lemma).has(cls),
    classes,
    judging: beginnings(
      [...byLemma].filter(([, own]) => JUDGING.some((cls) => own.has(cls))).map(([w]) => w),
    ),
    turns: new TurnTable(
      lexicon
        .table("stances/assessment-phrases")
        .rows.map(([w, j, of, no]) => [w, verdict(j, of, no)] as const),
    ),
    hedges: phrasesIn(lexicon.list("stances/hedges")),
    resumed: createResumed(lexicon),
    negators: new Set([...cue("negator"), ...cue("scant")]),
    exist: cue("exist"),
    conditional: cue("if-marker"),
    about: cue("about"),
    demonstrative: cue("demonstrative"),
    observers: new Map(
      lexicon
        .table("voice/speakers")
        .rows.filter((r) => OBSERVERS.has(r[1]))
        .map((r) => [r[0], r[1] as Voice["kind"]] as const),
    ),
    talks: both,
    sittings: kind("sitting"),
    negotiation: (s, t, talksOnly = false) => nounIn(s, t, talksOnly ? talks : both),
    topic: (s, t) => nounIn(s, t, both) || subtreeHas(s, t, issues),
  };
}

/** "the treaty question", "talks and visits", and quantities of talks ("two rounds of talks"). */
function compoundIn(
  s: Sentence,
  t: number,
  set: ReadonlySet<string>,
  quantity: ReadonlySet<string>,
): boolean {
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
    const rel = s.deprels[c];
    if (
      (rel === "compound" || rel === "conj" || (rel === "nmod" && (quantity.has(s.lemmas[t]) || c < t))) &&
      (set.has(s.lemmas[c]) || set.has(s.norms[c]) || flatIn(s, c, set))
    )
      return true;
  }
  return false;
}

const OPPOSITE: Readonly<Record<Judgement, Judgement>> = {
  progressing: "stalled",
  stalled: "progressing",
  positive: "negative",
  negative: "positive",
  difficult: "positive",
  concluded: "stalled",
  suspended: "progressing",
  "broken-off": "progressing",
};

/** "years of UN mediation", taken for one name. */
function flatIn(s: Sentence, t: number, set: ReadonlySet<string>): boolean {
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c] === "flat" && s.upos[c] === "NOUN" && set.has(s.lemmas[c])) return true;
  return false;
}

function verdict(judgement: string, of: string, denied: string): Verdict {
  const asserted = judgement === "-" ? null : (judgement as Judgement);
  return {
    asserted,
    denied:
      denied === "-"
        ? null
        : denied !== ""
          ? (denied as Judgement)
          : asserted === null
            ? null
            : opposite(asserted),
    of: of === "parties" || of === "any" || of === "behind" ? of : "talks",
  };
}

/** What is left of a judgement that is denied. */
export const opposite = (j: Judgement): Judgement => OPPOSITE[j];

import { isRelation, type Lexicon, type Sentence } from "../../language/index.js";

export interface Tense {
  /** Where the deed lies as seen from its anchor. */
  readonly direction: "past" | "future" | "unknown";
  /** Whether it is told of in the past: "they agreed to meet in May" looks ahead from a past day. */
  readonly told: "past" | "other";
  /** In the present: a weekday told so is still to come. */
  readonly present?: true;
  /** In the past perfect: before where the story stands. */
  readonly before?: true;
}

export interface TenseWords {
  /** Verbs, adjectives and nouns of planning. */
  readonly ahead: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** Modals that look ahead from a past told: "would". */
  readonly pastModals: ReadonlySet<string>;
  /** Those of them that look back when negated: "could not". */
  readonly ableModals: ReadonlySet<string>;
  /** Lemma of the auxiliary of the perfect. */
  readonly perfect: string;
}

export function loadTenseWords(lexicon: Lexicon): TenseWords {
  const rows = lexicon.table("time/tense").rows;
  const of = (kind: string): string[] => rows.filter((r) => r[1] === kind).map((r) => r[0]);
  return {
    ahead: lexicon.list("time/future-words"),
    negations: new Set(of("negation")),
    pastModals: new Set(of("past-modal")),
    ableModals: new Set(of("able-modal")),
    perfect: of("perfect")[0],
  };
}

const UNKNOWN: Tense = { direction: "unknown", told: "other" };
const PRESENT: Tense = { direction: "unknown", told: "other", present: true };

/**
 * Whether the verbs above a token look back or ahead. The nearest finite verb decides; a verb, adjective or noun of planning
 * (lexicon/time/future-words) decides for what it governs; infinitives look on from the verb that governs them.
 */
export function tenseOf(s: Sentence, token: number, words: TenseWords): Tense {
  let ahead = false;
  let t = token;
  for (let steps = 0; t >= 0 && steps <= s.size; steps++, t = s.heads[t]) {
    const u = s.upos[t];
    const planning = t !== token && words.ahead.has(s.lemmas[t].toLowerCase());
    if (u !== "VERB" && u !== "AUX" && u !== "ADJ" && s.deprels[t] !== "root") {
      if (planning && u === "NOUN" && belowIsDeed(s, t, token)) ahead = true;
      continue;
    }
    const form = formOf(s, t, words);
    if (form === "future") return { direction: "future", told: joined(s, t) ? "other" : toldAbove(s, t) };
    if (form === "past-future") return { direction: "future", told: "past" };
    if (form === "ahead" || (form === "none" && due(s, t, words))) ahead = true;
    if (form === "before")
      return ahead
        ? { direction: "future", told: "past" }
        : { direction: "past", told: "past", before: true };
    if (planning && (form !== "past" || !sameClauseDate(s, t, token))) ahead = true;
    if (form === "past") return { direction: ahead ? "future" : "past", told: "past" };
    if (form === "present") return ahead ? { direction: "future", told: "other" } : PRESENT;
    if (form === "participle" && !ahead)
      return { direction: "past", told: s.heads[t] < 0 ? "past" : toldAbove(s, t) };
  }
  return ahead ? { direction: "future", told: "other" } : UNKNOWN;
}

/** A date that hangs on the planning verb itself is when it was planned, unless the verb is passive: "is scheduled for May". */
function sameClauseDate(s: Sentence, verb: number, token: number): boolean {
  for (let t = token; t >= 0; t = s.heads[t]) {
    if (s.heads[t] === verb)
      return (
        !isRelation(s.deprels[t], "xcomp") &&
        !isRelation(s.deprels[t], "ccomp") &&
        !isRelation(s.deprels[t], "advcl") &&
        !passive(s, verb)
      );
    if (t === verb) return true;
  }
  return true;
}

/** Whether a word of planning stands before an infinitive as its marker: "due to open". */
function due(s: Sentence, verb: number, words: TenseWords): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (words.ahead.has(s.norms[c]) && s.deprels[c] !== "aux") return true;
  return false;
}

/** Whether an infinitive or a noun's complement lies between: "plan to meet in May". */
function belowIsDeed(s: Sentence, noun: number, token: number): boolean {
  for (let t = token; t >= 0 && t !== noun; t = s.heads[t])
    if (s.upos[t] === "VERB" && isRelation(s.deprels[t], "acl")) return true;
  return false;
}

function passive(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) if (s.deprels[c] === "aux:pass") return true;
  return false;
}

const joined = (s: Sentence, t: number): boolean => /^(conj|parataxis)/.test(s.deprels[t]);

function toldAbove(s: Sentence, token: number): Tense["told"] {
  for (let t = s.heads[token], steps = 0; t >= 0 && steps <= s.size; t = s.heads[t], steps++)
    if (s.xpos[t] === "VBD") return "past";
  return "other";
}

type Form = "past" | "before" | "present" | "future" | "past-future" | "participle" | "ahead" | "none";

/** Form of a verb group from its head's tag and its auxiliaries: `before` is a past perfect, `ahead` a passive infinitive. */
function formOf(s: Sentence, t: number, words: TenseWords): Form {
  const x = s.xpos[t];
  let perfect = false;
  let present = x === "VBZ" || x === "VBP";
  let past = x === "VBD";
  let bare = true;
  let modal = -1;
  let negated = false;
  let infinitive = false;
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
    const r = s.deprels[c];
    if (r === "mark" && s.xpos[c] === "TO") infinitive = true;
    if (s.xpos[c] === "RB" && words.negations.has(s.norms[c])) negated = true;
    if (r !== "aux" && r !== "aux:pass" && r !== "cop") continue;
    bare = false;
    if (s.xpos[c] === "MD") modal = c;
    else if (r === "aux" && s.lemmas[c] === words.perfect) {
      perfect = true;
      if (s.xpos[c] === "VBD") past = true;
    } else if (s.xpos[c] === "VBD") past = true;
    if (s.xpos[c] === "VBZ" || s.xpos[c] === "VBP") present = true;
  }
  if (modal >= 0) {
    if (perfect) return "past";
    if (!words.pastModals.has(s.norms[modal])) return "future";
    return negated && words.ableModals.has(s.norms[modal]) ? "past" : "past-future";
  }
  if (perfect) return past ? "before" : "past";
  if (past) return "past";
  if (present) return "present";
  if (infinitive && !bare && isRelation(s.deprels[t], "acl")) return "ahead";
  return x === "VBN" && bare && s.upos[t] === "VERB" ? "participle" : "none";
}

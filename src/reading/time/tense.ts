import { childWith, isRelation, type Lexicon, type Sentence } from "../../language/index.js";

export interface Tense {
  /** Where the deed lies as seen from its anchor. */
  readonly direction: "past" | "future" | "unknown";
  /** Whether it is told of in the past: "they agreed to meet in May" looks ahead from a past day. */
  readonly told: "past" | "other";
  /** In the present: a weekday told so is still to come. */
  readonly present?: true;
  /** "... and will meet": a future of its own beside what is told. */
  readonly joined?: true;
  /** In the present perfect: what is due by a date then is due by a coming one ("once they have left by May"). */
  readonly perfect?: true;
  /** In the past perfect: before where the story stands. */
  readonly before?: true;
  /** What had been planned lies on either side of its telling: the nearest day is meant. */
  readonly near?: true;
}

export interface TenseWords {
  /** Verbs, adjectives and nouns of planning. */
  readonly ahead: ReadonlySet<string>;
  /** Prepositions of what lies before the deed: "after", "since". */
  readonly behind: ReadonlySet<string>;
  /** Prepositions of what the deed lies before: "before", "ahead". */
  readonly until: ReadonlySet<string>;
  /** Nouns of times that are set: "a deadline of May 5". */
  readonly due: ReadonlySet<string>;
  /** Prepositions of the day that something is set for. */
  readonly aim: ReadonlySet<string>;
  /** Adjectives of what is still to come when the text appears: "next". */
  readonly coming: ReadonlySet<string>;
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
    behind: new Set(
      lexicon
        .table("time/cues")
        .rows.filter((r) => r[1] === "after" || r[1] === "since")
        .map((r) => r[0]),
    ),
    until: new Set(
      lexicon
        .table("time/cues")
        .rows.filter((r) => r[1] === "before")
        .map((r) => r[0]),
    ),
    due: lexicon.list("time/due-nouns"),
    aim: new Set(of("aim")),
    coming: new Set(of("coming")),
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
export function tenseOf(s: Sentence, token: number, words: TenseWords, above = s.heads[token]): Tense {
  let ahead = false;
  let due = false;
  // "no date has been set since the October summit": what is planned lies behind the date.
  let behind = false;
  // Relation of the token below on the way up.
  let relation = "";
  // "Envoys of both sides to meet in Oslo on Friday": a title without a finite verb announces.
  let announced = false;
  // "set their next meeting for Friday": the day of what was planned, and not of the planning.
  const aimed = hasCase(s, token, words.aim);
  let t = token;
  for (let steps = 0; t >= 0 && steps <= s.size; steps++) {
    const u = s.upos[t];
    const lemma = s.lemmas[t].toLowerCase();
    const planning = t !== token && words.ahead.has(lemma);
    if (words.due.has(lemma)) due = true;
    if (u === "VERB" || u === "AUX" || u === "ADJ" || s.deprels[t] === "root" || finite(s, t)) {
      const form = formOf(s, t, words);
      const own = due ? false : s.upos[t] !== "NOUN" && !ONWARD.test(relation) && !passive(s, t);
      if (form === "ahead" || (form === "none" && marked(s, t, words))) ahead = true;
      else if (planning && !behind && (form !== "past" || !own || beyond(s, t, token, words))) ahead = true;
      else if (planning && !behind && aimed) {
        // "Talks planned for Friday": a participle that was taken for a verb.
        if (childWith(s, t, "obj") < 0) return { direction: "unknown", told: "past", near: true };
        ahead = true;
      }
      const found = tenseFrom(s, t, form, ahead);
      if (found !== null) return found;
    } else if (planning && u === "NOUN" && (relation === "acl" || (aimed && t === above))) ahead = true;
    announced ||=
      s.xpos[t] === "VB" && childWith(s, t, "mark") >= 0 && s.xpos[childWith(s, t, "mark")] === "TO";
    if (t !== token && follows(s, t, words)) behind = true;
    const next = t === token ? above : s.heads[t];
    relation = t === token && above !== s.heads[t] ? "obl" : s.deprels[t];
    t = next >= 0 && parted(s, t, next) ? verbNear(s, t) : next;
  }
  return ahead || announced ? { direction: "future", told: "other" } : UNKNOWN;
}

/** "promised to file a report before the meetings in Rome in October": the date of what lies ahead of the promised deed. */
function beyond(s: Sentence, verb: number, token: number, words: TenseWords): boolean {
  let t = token - 1;
  while (t > verb && !words.until.has(s.norms[t]) && s.upos[t] !== "VERB" && s.upos[t] !== "PUNCT") t--;
  if (t <= verb || !words.until.has(s.norms[t])) return false;
  for (let c = s.firstChild[verb]; c >= 0 && c < t; c = s.nextSibling[c])
    if (c > verb && COMPLEMENT.test(s.deprels[c])) return true;
  return false;
}
const COMPLEMENT = /^(xcomp|ccomp)/;

/** Whether a semicolon stands between two tokens: what is beyond it is told by another verb, whatever the tree says. */
function parted(s: Sentence, a: number, b: number): boolean {
  for (let t = Math.min(a, b) + 1; t < Math.max(a, b); t++) if (s.forms[t] === ";") return true;
  return false;
}

/** First verb after a token up to the next semicolon that does not lead back, or -1. */
function verbNear(s: Sentence, token: number): number {
  for (let t = token + 1; t < s.size && s.forms[t] !== ";"; t++)
    if (s.upos[t] === "VERB" && !(s.heads[t] >= 0 && parted(s, t, s.heads[t]) && formless(s, t))) return t;
  return -1;
}

const formless = (s: Sentence, t: number): boolean => s.xpos[t] === "VB" || s.xpos[t] === "VBG";

/** Whether a phrase or clause is one of "after" or "since". */
function follows(s: Sentence, t: number, words: TenseWords): boolean {
  return hasCase(s, t, words.behind) || (s.deprels[t] === "advcl" && hasCase(s, t, words.behind, "mark"));
}

function hasCase(s: Sentence, t: number, prepositions: ReadonlySet<string>, relation = "case"): boolean {
  for (let c = s.firstChild[t]; c >= 0 && c < t; c = s.nextSibling[c])
    if (s.deprels[c] === relation && prepositions.has(s.norms[c])) return true;
  return false;
}

/** Whether a token of any kind has an auxiliary or copula: "we will be back". */
function finite(s: Sentence, t: number): boolean {
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c] === "cop" || s.deprels[c] === "aux") return true;
  return false;
}

/** Complements of planning: "agreed to meet in May"; a date on the planning verb itself is when it planned. */
const ONWARD = /^(xcomp|ccomp|advcl)/;

/** What a verb group's form says, or null where a verb above must. */
function tenseFrom(s: Sentence, t: number, form: Form, ahead: boolean): Tense | null {
  switch (form) {
    case "future":
      return joined(s, t)
        ? { direction: "future", told: "other", joined: true }
        : { direction: "future", told: toldAbove(s, t) };
    case "past-future":
      return { direction: "future", told: "past" };
    case "before":
      return ahead
        ? { direction: "unknown", told: "past", near: true }
        : { direction: "past", told: "past", before: true };
    case "perfect":
      return { direction: ahead ? "future" : "past", told: "past", perfect: true };
    case "past":
      return { direction: ahead ? "future" : "past", told: "past" };
    case "present":
      return ahead ? { direction: "future", told: "other" } : PRESENT;
    case "participle":
      return ahead ? null : { direction: "past", told: s.heads[t] < 0 ? "past" : toldAbove(s, t) };
    default:
      return null;
  }
}

/** Whether a word of planning stands before an infinitive as its marker: "due to open". */
function marked(s: Sentence, verb: number, words: TenseWords): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (words.ahead.has(s.norms[c]) && s.deprels[c] !== "aux") return true;
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

/** "a proposal to hold talks", "a proposal made by Oman to hold talks": what a noun, or the participle behind it, is for. */
function completesNoun(s: Sentence, infinitive: number): boolean {
  const over = s.heads[infinitive];
  if (over < 0) return false;
  if (s.upos[over] === "NOUN") return isRelation(s.deprels[infinitive], "acl");
  return s.xpos[over] === "VBN" && isRelation(s.deprels[over], "acl") && s.upos[s.heads[over]] === "NOUN";
}

type Form =
  | "past"
  | "perfect"
  | "before"
  | "present"
  | "future"
  | "past-future"
  | "participle"
  | "ahead"
  | "none";

/** Relations of verbs that have no subject of their own. */
const LENT = /^(acl|xcomp)/;

/** Form of a verb group from its head's tag and its auxiliaries: `before` is a past perfect, `ahead` a passive infinitive. */
function formOf(s: Sentence, t: number, words: TenseWords): Form {
  const x = s.xpos[t];
  let perfect = false;
  let had = false;
  let present = x === "VBZ" || x === "VBP";
  let past = x === "VBD";
  let bare = true;
  let modal = -1;
  let negated = false;
  let infinitive = false;
  let toBe = false;
  let subject = false;
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
    const r = s.deprels[c];
    if (r === "mark" && s.xpos[c] === "TO") infinitive = true;
    if (r === "nsubj") subject = true;
    if (s.xpos[c] === "RB" && words.negations.has(s.norms[c])) negated = true;
    if (r !== "aux" && r !== "aux:pass" && r !== "cop") continue;
    bare = false;
    // "were to meet", and not "to be met".
    if (!infinitive && s.lemmas[c] === "be" && x === "VB") toBe = true;
    if (s.xpos[c] === "MD") modal = c;
    else if (r === "aux" && s.lemmas[c] === words.perfect) {
      perfect = true;
      if (s.xpos[c] === "VBD") had = true;
    } else if (s.xpos[c] === "VBD") past = true;
    if (s.xpos[c] === "VBZ" || s.xpos[c] === "VBP") present = true;
  }
  if (modal >= 0) {
    if (perfect) return "past";
    if (!words.pastModals.has(s.norms[modal])) return "future";
    return negated && words.ableModals.has(s.norms[modal]) ? "past" : "past-future";
  }
  if (perfect && x !== "VB") return had ? "before" : "perfect";
  if (toBe && infinitive) return past ? "past-future" : "future";
  // "a vote planned for May" may be tagged as a past.
  if (past && bare && !subject && LENT.test(s.deprels[t])) return "participle";
  if (past) return "past";
  if (present) return "present";
  if (
    infinitive &&
    (isRelation(s.deprels[t], "acl") || isRelation(s.deprels[t], "advcl")) &&
    completesNoun(s, t)
  )
    return "ahead";
  if (x !== "VBN" || !bare || s.upos[t] !== "VERB") return "none";
  // With a subject of its own it is a past that taggers took for a participle.
  return subject ? "past" : "participle";
}

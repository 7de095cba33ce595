import { isRelation, type Sentence } from "../../language/index.js";

export interface Tense {
  /** Where the deed lies as seen from its anchor. */
  readonly direction: "past" | "future" | "unknown";
  /** Whether it is told of in the past: "they agreed to meet in May" looks ahead from a past day. */
  readonly told: "past" | "other";
}

const UNKNOWN: Tense = { direction: "unknown", told: "other" };

/**
 * Whether the verbs above a token look back or ahead. The nearest finite verb decides; a verb, adjective or noun of planning
 * (lexicon/time/future-words) decides for what it governs; infinitives look on from the verb that governs them.
 */
export function tenseOf(s: Sentence, token: number, futureWords: ReadonlySet<string>): Tense {
  let ahead = false;
  let t = token;
  for (let steps = 0; t >= 0 && steps <= s.size; steps++, t = s.heads[t]) {
    const u = s.upos[t];
    const planning = t !== token && futureWords.has(s.lemmas[t].toLowerCase());
    if (u !== "VERB" && u !== "AUX" && u !== "ADJ" && s.deprels[t] !== "root") {
      if (planning && u === "NOUN" && belowIsDeed(s, t, token)) ahead = true;
      continue;
    }
    const form = formOf(s, t, futureWords);
    if (form === "future") return { direction: "future", told: "other" };
    if (planning && (form !== "past" || !sameClauseDate(s, t, token))) ahead = true;
    if (form === "past") return { direction: ahead ? "future" : "past", told: "past" };
    if (form === "present") return ahead ? { direction: "future", told: "other" } : UNKNOWN;
    if (form === "participle" && !ahead) return { direction: "past", told: toldAbove(s, t) };
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

function toldAbove(s: Sentence, token: number): Tense["told"] {
  for (let t = s.heads[token], steps = 0; t >= 0 && steps <= s.size; t = s.heads[t], steps++)
    if (s.xpos[t] === "VBD") return "past";
  return "other";
}

type Form = "past" | "present" | "future" | "participle" | "none";

/** Form of a verb group from its head's tag and its auxiliaries. */
function formOf(s: Sentence, t: number, futureWords: ReadonlySet<string>): Form {
  const x = s.xpos[t];
  let perfect = false;
  let present = x === "VBZ" || x === "VBP";
  let bare = true;
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
    const r = s.deprels[c];
    if (r !== "aux" && r !== "aux:pass" && r !== "cop") continue;
    bare = false;
    if (s.xpos[c] === "MD") {
      if (futureWords.has(s.norms[c])) return "future";
      present = true;
    } else if (s.xpos[c] === "VBD") return "past";
    else if (r === "aux" && x === "VBN") perfect = true;
    else if (s.xpos[c] === "VBZ" || s.xpos[c] === "VBP") present = true;
  }
  if (x === "VBD") return "past";
  if (perfect && x === "VBN") return "past";
  if (present) return "present";
  return x === "VBN" && bare && s.upos[t] === "VERB" ? "participle" : "none";
}

import { childWith, type Sentence } from "../../language/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause } from "../types.js";
import { toBefore } from "./frame.js";
import { give, type State } from "./state.js";
import type { FactualityWords } from "./words.js";

/** "is to visit and reopen it": the verb that has the "to" of a bare one joined to it; else the verb itself. */
function firstInfinitive(s: Sentence, verb: number): number {
  if (s.deprels[verb] !== "conj" || (s.xpos[verb] !== "VB" && s.xpos[verb] !== "VBP")) return verb;
  const first = s.heads[verb];
  if (first > verb || childWith(s, verb, "nsubj") >= 0 || childWith(s, verb, "aux") >= 0) return verb;
  return toBefore(s, verb) < 0 && toBefore(s, first) >= 0 ? first : verb;
}

/** "The aim is to visit", "one of our goals is to": what somebody is after. */
function isAim(s: Sentence, verb: number, words: FactualityWords): boolean {
  const subject = childWith(s, verb, "nsubj");
  if (subject < 0) return false;
  if (words.aimNoun.has(s.lemmas[subject])) return true;
  const of = childWith(s, subject, "nmod");
  return s.upos[subject] !== "NOUN" && of >= 0 && words.aimNoun.has(s.lemmas[of]);
}

/** "is to visit", "to be held", "has yet to reply", a present with a date to come; else null. */
export function announcedForm(
  input: WithClauses,
  s: Sentence,
  c: Clause,
  verb: number,
  words: FactualityWords,
): State | null {
  const first = firstInfinitive(s, verb);
  const to = toBefore(s, first);
  if (to >= 0) {
    const yet = yetBefore(s, to, words);
    if (yet >= 0) return give(words.form("yet-to"), true, [yet, to]);
    const be =
      to - 1 >= 0 &&
      words.copula.has(s.lemmas[to - 1]) &&
      (s.heads[to - 1] === first || s.heads[first] === to - 1)
        ? to - 1
        : -1;
    if (be >= 0 && isAim(s, first, words)) return give(words.form("purpose"), false, [be, to]);
    if (be >= 0)
      return give(
        words.form(words.inversion.has(s.norms[be]) && c.relation === "advcl" ? "conditional" : "be-to"),
        false,
        [be, to],
      );
    const headed = s.heads[verb];
    if (c.relation.startsWith("acl") && c.passive && headed >= 0 && !words.governing.has(s.lemmas[headed]))
      return give(words.form("be-to"), false, [to]);
    const subject = childWith(s, verb, "nsubj");
    if (
      c.relation === "root" &&
      subject >= 0 &&
      subject < to &&
      endsIn(s, to - 1, subject) &&
      childWith(s, verb, "aux") < 0
    )
      return give(words.form("headline-infinitive"), false, [to]);
    return null;
  }
  // "plan a meeting in June" dates the meeting.
  if (words.governing.has(c.lemma)) return null;
  if (
    input.published === null ||
    c.tense !== "present" ||
    c.modal !== null ||
    (c.aspect !== "simple" && c.aspect !== "progressive")
  )
    return null;
  for (const i of input.timesBySentence[s.index]) {
    const x = input.times[i];
    if (
      x.earliest === null ||
      x.earliest <= input.published ||
      (x.role !== "point" && x.role !== "span" && x.role !== "since")
    )
      continue;
    let up = s.heads[x.head];
    if (up !== verb && up >= 0 && s.deprels[up] === "obl") up = s.heads[up];
    if (up === verb || (up >= 0 && up === c.head)) return give(words.form("futurate"), false, [verb]);
  }
  return null;
}

function yetBefore(s: Sentence, to: number, words: FactualityWords): number {
  for (let t = to - 1; t >= 0 && t >= to - 2; t--) if (words.yet.has(s.norms[t])) return t;
  return -1;
}

/** Whether a token is of the phrase that a word heads: "Chad, Libya to meet". One between them may be lost. */
function endsIn(s: Sentence, token: number, head: number): boolean {
  if (head >= token - 1) return true;
  for (let t = token; t > head; t = s.heads[t]) if (s.heads[t] === head) return true;
  return false;
}

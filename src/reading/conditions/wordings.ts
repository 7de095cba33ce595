import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { bearsOn, CONTEXT, isTalkedOf, talksNear } from "./bears.js";
import { circumstance, isBeside, isOutside } from "./circumstance.js";
import type { Hit } from "./hit.js";
import { isPurpose, type Roles } from "./roles.js";
import type { ConditionWords, Wording } from "./words.js";

/** How many words that a turn of phrase does not name may stand between two of its own; how long what it is done to may be. */
const GAP = 3;
const HOLE = 10;
/** How far behind a turn of phrase the talks stand that it is said of, and what is outside them. */
const AHEAD = 8;

const LOOSE = new Set(["DET", "ADJ", "ADV", "PRON", "NUM", "PART", "NOUN", "PROPN"]);

/** "took the shine off the talks", "left the process hanging by a thread", "the talks fell victim to the coup": turns of phrase, word by word. */
export function worded(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  roles: Roles,
): Hit | null {
  if (clause.kind === "nominal" || isPurpose(clause)) return null;
  const verb = verbOf(clause);
  const list = words.wordings.get(s.lemmas[verb]);
  if (list === undefined) return null;
  for (const w of list) {
    const end = ending(s, verb, w.words);
    if (end < 0) continue;
    if (w.form === "denied" && !clause.negated) continue;
    const hit =
      w.talks === "subject"
        ? victim(layers, words, s, roles, end, w)
        : doer(
            layers,
            words,
            s,
            roles,
            verb,
            end,
            w,
            clause.negated && words.foretelling.has(s.lemmas[verb]),
            clause.mood === "infinitive",
          );
    if (hit !== null) return hit;
  }
  return null;
}

/** Where talks are what it is done to, and what does it stands elsewhere. */
function doer(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  roles: Roles,
  verb: number,
  end: number,
  { direction, talks, form }: Wording,
  negated: boolean,
  infinitive: boolean,
): Hit | null {
  const isTalks = (t: number): boolean =>
    (s.upos[t] === "NOUN" && s.deprels[t] !== "compound" && bearsOn(words, s, t)) ||
    isTalkedOf(layers, words, s, t);
  const met =
    talks === "near"
      ? talksNear(layers, words, s, CONTEXT)
      : talks === "in"
        ? roles.objects.some(isTalks) || someWithin(s, verb + 1, end, isTalks)
        : someWithin(s, end, end + AHEAD, isTalks);
  if (!met) return null;
  const subject = circumstance(layers, words, s, roles.subjects);
  if (subject < 0 || (talks === "near" && !isBeside(words, s, subject))) return null;
  // "failed to close the gap": what is only meant to be done needs something outside that would do it.
  if (talks === "near" && infinitive && !isOutside(words, s, subject)) return null;
  // "does not augur well": it augurs ill.
  if (negated)
    return { shape: "wording", direction: direction === "helps" ? "hurts" : "helps", subject, denial: true };
  return { shape: "wording", direction, subject, ...(form === "denied" ? { denial: true } : {}) };
}

/** "The talks foundered on the coup": talks stand in front, and what is outside them behind. */
function victim(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  roles: Roles,
  end: number,
  { direction, form }: Wording,
): Hit | null {
  const talks = [...roles.subjects, ...roles.objects];
  if (!talks.some((t) => bearsOn(words, s, t) || isTalkedOf(layers, words, s, t))) return null;
  for (let t = end; t < s.size && t < end + AHEAD && s.upos[t] !== "PUNCT"; t++) {
    if (s.upos[t] !== "NOUN" || s.deprels[t] === "compound") continue;
    if (!words.outside.has(s.lemmas[t]) && !words.outside.has(s.norms[t])) return null;
    const subject = circumstance(layers, words, s, [t]);
    if (subject < 0) return null;
    return { shape: "wording", direction, subject, ...(form === "failed" ? { failed: true } : {}) };
  }
  return null;
}

function someWithin(s: Sentence, from: number, to: number, is: (t: number) => boolean): boolean {
  for (let t = from; t < to && t < s.size; t++) {
    if (s.upos[t] === "PUNCT" || s.xpos[t].startsWith("W")) return false;
    if (is(t)) return true;
  }
  return false;
}

/** Token behind the last word of a turn of phrase that opens with a verb, or -1 where its words do not stand there in order. */
function ending(s: Sentence, verb: number, rest: Wording["words"]): number {
  let t = verb + 1;
  let reach = GAP;
  for (const word of rest) {
    if (word === null) {
      reach = HOLE;
      continue;
    }
    const hole = reach === HOLE;
    let left = reach;
    while (t < s.size && !(word.has(s.norms[t]) || word.has(s.lemmas[t]))) {
      if (left-- === 0 || (hole ? s.norms[t] === "," : !LOOSE.has(s.upos[t]))) return -1;
      t++;
    }
    if (t >= s.size) return -1;
    t++;
    reach = GAP;
  }
  return t;
}

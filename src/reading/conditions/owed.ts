import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { verbKeys, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { CONTEXT, reaches, talksNear } from "./bears.js";
import { circumstance, isOutside } from "./circumstance.js";
import type { Hit } from "./hit.js";
import type { Roles } from "./roles.js";
import { subjectsOf } from "./subject.js";
import type { ConditionWords, Direction } from "./words.js";

/** How far behind the verb what it is owed to stands. */
const REACH = 6;
/** How far behind "blamed" what it is blamed on begins: the turn stands in between. */
const ASCRIBED = 10;

/** "The delay is due to the strike", "their return to the table owes much to falling prices": a turn of the talks and what brought it. */
export function owed(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  roles: Roles,
): Hit | null {
  if (clause.kind === "nominal" || clause.negated) return null;
  const keys = words.causers.has(clause.lemma)
    ? verbKeys(layers, clause).filter((k) => words.causing.has(k))
    : [];
  if (keys.length > 0) return broughtAbout(layers, words, s, clause, roles, keys);
  const from = verbOf(clause);
  const to = owedWord(words, s, from);
  if (to < 0) return null;
  const direction = turnOf(words, s, clause);
  if (direction === undefined || !talksNear(layers, words, s, CONTEXT)) return null;
  for (let t = to + 1; t < s.size && t <= to + REACH; t++) {
    if (s.upos[t] === "PUNCT") return null;
    if (s.upos[t] !== "NOUN" || s.deprels[t] === "compound" || !isOutside(words, s, t)) continue;
    const subject = circumstance(layers, words, s, [t]);
    return subject < 0 ? null : { shape: "owed", direction, subject };
  }
  return null;
}

/** "The coup explains the delay of the talks", "the deadlock was caused by the strike". */
function broughtAbout(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  roles: Roles,
  keys: readonly string[],
): Hit | null {
  // "brought about the delay", "is responsible for it": also what stands behind the preposition.
  const behind = clause.obliques.filter((o) => keys.includes(`${clause.lemma}_${o.prep}`)).map((o) => o.head);
  for (const t of [...roles.objects, ...behind]) {
    const direction = words.turns.get(s.lemmas[t]);
    if (direction === undefined) continue;
    if (!reaches(s, t, words.talks) && !talksNear(layers, words, s, NEAR)) return null;
    const subject = circumstance(layers, words, s, roles.subjects);
    return subject >= 0 && isOutside(words, s, subject) ? { shape: "owed", direction, subject } : null;
  }
  return null;
}
const NEAR = 1;

/** Last token of "owes (much) to", "is due to", "is blamed on", "stems from" at a verb, or -1. */
function owedWord(words: ConditionWords, s: Sentence, from: number): number {
  for (let t = Math.max(0, from - 1); t <= from + 4 && t < s.size; t++) {
    const preps = words.owing.get(s.lemmas[t]) ?? words.owing.get(s.norms[t]);
    if (preps === undefined) continue;
    const reach = words.ascribing.has(s.lemmas[t]) ? ASCRIBED : 4;
    for (let k = t + 1; k < s.size && k <= t + reach; k++) if (preps.has(s.norms[k])) return k;
  }
  return -1;
}

/** A turn of talks among the subjects, or what is blamed on something: "the delay", "their return to the table", "the slow pace". */
function turnOf(words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  const blamed = clause.passive || words.ascribing.has(clause.lemma) ? clause.objects : [];
  for (const t of [...subjectsOf(s, clause), ...blamed]) {
    const found = words.turns.get(s.lemmas[t]);
    if (found !== undefined) return found === "helps" && isSlow(words, s, t) ? "hurts" : found;
  }
  return undefined;
}

function isSlow(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.slow.has(s.lemmas[c])) return true;
  return false;
}

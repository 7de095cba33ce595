import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { CONTEXT, talksNear } from "./bears.js";
import { circumstance, isBeside, isOutside } from "./circumstance.js";
import type { Hit } from "./hit.js";
import { subjectsOf } from "./subject.js";
import type { ConditionWords, Direction } from "./words.js";

/** "Hopes that the lifting of the embargo would bring Asmara round", "had hoped for a push from the summit": what was looked for from outside. */
export function hopedFor(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  if (clause.kind !== "verbal" || !talksNear(layers, words, s, CONTEXT)) return null;
  return wouldDo(layers, words, s, clause) ?? lookedFor(layers, words, s, clause);
}

/** "that X would move them", under a word of hope, fear or expectation. */
function wouldDo(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  const open = clause.modal !== null || clause.mood === "infinitive" || clause.passive;
  const mood = open ? moodOver(words, s, clause) : undefined;
  if (mood === undefined) return null;
  const direction: Direction | undefined =
    mood === "open" ? (words.nudges.has(clause.lemma) ? "helps" : undefined) : mood;
  if (direction === undefined || !meansParties(layers, words, s, clause)) return null;
  const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
  const own = subjectsOf(s, clause);
  const subjects = own.length > 0 || over === null ? own : [...over.objects, ...over.subjects];
  const subject = circumstance(layers, words, s, subjects);
  return subject >= 0 && isBeside(words, s, subject)
    ? { shape: "hope", direction, subject, hoped: true }
    : null;
}

/** What the word over a clause makes of it: helps, hurts, or `open` where it only says that it was looked for. */
function moodOver(words: ConditionWords, s: Sentence, clause: Clause): Direction | "open" | undefined {
  const up = s.heads[verbOf(clause)];
  if (up < 0 || up > clause.head) return undefined;
  return words.moods.get(s.lemmas[up]) ?? words.moods.get(s.norms[up]);
}

/** Whether a clause names, behind its verb, somebody who talks, or talks. */
function meansParties(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): boolean {
  let end = clause.head + 1;
  // "could flood the plain if no treaty is signed": what it hangs on is not what it would do.
  while (end < s.size && end <= clause.head + REACH && !words.conditional.has(s.norms[end])) end++;
  for (let t = clause.head + 1; t < end; t++)
    if (words.people.has(s.lemmas[t]) || words.talks.has(s.lemmas[t]) || words.settle.has(s.lemmas[t]))
      return true;
  return (layers.mentionsBySentence[s.index] ?? []).some((i) => {
    const m = layers.mentions[i];
    // "flood its villages": whose they are is not who is moved.
    if (s.deprels[m.head] === "nmod:poss") return false;
    return m.head > clause.head && m.head < end && layers.entities[m.entity]?.code !== null;
  });
}

const REACH = 8;

/** "From the naming of a mediator she had hoped for a push". */
function lookedFor(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  const pinned = pinnedOn(words, s, clause);
  if (pinned >= 0) {
    const on = circumstance(layers, words, s, [pinned]);
    return on >= 0 && isOutside(words, s, on)
      ? { shape: "hope", direction: "helps", subject: on, hoped: true }
      : null;
  }
  if (words.moods.get(clause.lemma) !== "helps") return null;
  const lift = clause.obliques.some(
    (o) =>
      words.affects.has(o.prep) && words.nouns.get(s.lemmas[o.head])?.some((e) => e.direction === "helps"),
  );
  const source = clause.obliques.find((o) => words.from.has(o.prep));
  const subject = lift && source !== undefined ? circumstance(layers, words, s, [source.head]) : -1;
  return subject < 0 ? null : { shape: "hope", direction: "helps", subject, hoped: true };
}

/** "pinned their hopes on the election": what they are pinned on, or -1. */
function pinnedOn(words: ConditionWords, s: Sentence, clause: Clause): number {
  if (!words.pinning.has(clause.lemma)) return -1;
  const hope = clause.objects.find((o) => words.moods.get(s.lemmas[o]) === "helps");
  if (hope === undefined) return -1;
  const on = clause.obliques.find((o) => words.pinnedOn.has(o.prep));
  if (on !== undefined) return on.head;
  for (let c = s.firstChild[hope]; c >= 0; c = s.nextSibling[c]) {
    if (c < hope || !s.deprels[c].startsWith("nmod")) continue;
    for (let k = s.firstChild[c]; k >= 0 && k < c; k = s.nextSibling[k])
      if (words.pinnedOn.has(s.norms[k])) return c;
  }
  return -1;
}

import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { subtreeHas, verbKeys, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { bearsOn, CONTEXT, hasParty, isTalkedOf, reaches, talksNear } from "./bears.js";
import { circumstance } from "./circumstance.js";
import type { Hit } from "./hit.js";
import { subjectsOf } from "./subject.js";
import type { ConditionWords, Direction } from "./words.js";

/** "X hampered the talks": subject and direction. */
export function affected(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Hit | null {
  if (clause.kind !== "verbal" || isPurpose(clause)) return null;
  const subjects = subjectsOf(s, clause);
  if (subjects.length === 0) return null;
  const does = words.verbs.get(clause.lemma) ?? words.verbs.get(stem(s.norms[clause.head]));
  const direction =
    (does !== undefined && clause.objects.some((o) => bearsOn(words, s, o) || isTalkedOf(layers, words, s, o))
      ? does
      : undefined) ??
    presses(layers, words, s, clause) ??
    putsAt(layers, words, s, clause) ??
    deeper(layers, words, s, clause) ??
    brought(layers, words, s, clause) ??
    madeSo(layers, words, s, clause) ??
    helpsAlone(layers, words, s, clause);
  if (direction === undefined) return null;
  const subject = circumstance(layers, words, s, subjects);
  if (subject < 0) return null;
  // "has not made things easier" makes them harder.
  const denied = clause.negated && direction === "helps" && words.make.has(s.lemmas[verbOf(clause)]);
  return denied
    ? { shape: "verb", direction: "hurts", subject, denial: true }
    : { shape: "verb", direction, subject };
}

/** "weighs on the talks", "stands in the way of a deal": what is done to talks through a preposition. */
function presses(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (clause.objects.length > 0 || clause.passive) return undefined;
  for (const { prep, head } of clause.obliques) {
    const on = words.verbs.get(`${clause.lemma}_${prep}`);
    if (on !== undefined && (bearsOn(words, s, head) || isTalkedOf(layers, words, s, head))) return on;
    const through = words.verbs.get(`${clause.lemma}_${prep}_${s.lemmas[head]}`);
    if (through !== undefined && reaches(s, head, words.talks)) return through;
  }
  return undefined;
}

/** "puts the talks at risk", "threw the deal into doubt". */
function putsAt(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  for (const o of clause.objects) {
    if (!bearsOn(words, s, o) && !isTalkedOf(layers, words, s, o)) continue;
    for (let t = o + 1; t < s.size && t < o + 9; t++) {
      if (s.upos[t] !== "NOUN" || (s.heads[t] !== o && s.heads[t] !== clause.head)) continue;
      for (let k = s.firstChild[t]; k >= 0 && k < t; k = s.nextSibling[k]) {
        const found = words.verbs.get(`${clause.lemma}_${s.norms[k]}_${s.lemmas[t]}`);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

/** Lemmatisers stumble over verbs made from nouns ("clouded"): the form without its ending. */
const stem = (form: string): string => form.replace(/ed$/, "");

/** "brought the parties to the table", also under "helped": what makes them talk. */
function brought(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  for (let t = clause.head; t < s.size && t < clause.head + 4; t++) {
    if (!words.bring.has(s.lemmas[t]) || !hasParty(layers, words, s, t)) continue;
    for (let k = t + 1; k < s.size && k < t + 9; k++)
      if (words.together.has(s.norms[k]) && talksNear(layers, words, s, CONTEXT)) return "helps";
      else if (words.table.has(s.lemmas[k]) && isTowards(words, s, k)) return "helps";
  }
  return undefined;
}

/** "back to the negotiating table": a preposition in front of a noun and of what stands with it. */
function isTowards(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let t = noun - 1; t > 0; t--) {
    if (words.affects.has(s.norms[t])) return true;
    if (s.upos[t] !== "DET" && s.upos[t] !== "ADJ" && s.heads[t] !== noun) return false;
  }
  return false;
}

/** "Domestic politics help", "the scandal has not helped". */
function helpsAlone(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
): Direction | undefined {
  if (!words.helpAlone.has(clause.lemma) || clause.objects.length > 0 || clause.obliques.length > 0)
    return undefined;
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c])
    if (c > clause.head && COMPLEMENT.has(s.deprels[c])) return undefined;
  if (!talksNear(layers, words, s, CONTEXT)) return undefined;
  return clause.negated ? "hurts" : "helps";
}
const COMPLEMENT = new Set(["xcomp", "ccomp", "obj", "obl"]);

/** "threatened to derail the talks", "forced the sides to put off the talks": what is done to talks stands one verb deeper. */
function deeper(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (!words.causative.has(clause.lemma)) return undefined;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const inner = layers.clauses[i];
    if (
      inner.head <= clause.head ||
      (inner.relation !== "xcomp" && inner.relation !== "advcl") ||
      !inner.objects.some((o) => bearsOn(words, s, o) || isTalkedOf(layers, words, s, o))
    )
      continue;
    const found = verbKeys(layers, inner)
      .map((k) => words.verbs.get(k))
      .find((d) => d !== undefined);
    if (found !== undefined) return found;
    // "may help to sell a deal": what helps with talks helps them, whatever is done.
    if (words.verbs.get(clause.lemma) === "helps" && inner.relation === "xcomp") return "helps";
  }
  return undefined;
}

/** "made a compromise less likely". */
function madeSo(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (!words.make.has(s.lemmas[verbOf(clause)])) return undefined;
  const objects = clause.support >= 0 ? [clause.head, ...clause.objects] : clause.objects;
  const next = (): boolean => {
    for (let t = verbOf(clause) + 1; t < s.size && t < verbOf(clause) + 5; t++)
      if (s.upos[t] === "NOUN" && bearsOn(words, s, t)) return true;
    return false;
  };
  if (
    !(
      objects.every((o) => words.stand.has(s.norms[o])) &&
      (next() || forSettling(layers, words, s, clause))
    ) &&
    !objects.some(
      (o) => bearsOn(words, s, o) || (words.matters.has(s.lemmas[o]) && talksNear(layers, words, s, CONTEXT)),
    )
  )
    return undefined;
  for (let t = verbOf(clause) + 1; t < s.size && t < verbOf(clause) + 12; t++) {
    for (const a of words.adjectives.get(s.norms[t]) ?? words.adjectives.get(s.lemmas[t]) ?? [])
      if (a.degree === "" || s.norms[t - 1] === a.degree) return a.direction;
  }
  return undefined;
}

/** "to put off the talks", "talks aimed at": what is meant to be done to talks is no circumstance that did it. */
const isPurpose = (c: Clause): boolean =>
  (c.relation === "acl" && !c.passive) || (c.relation === "advcl" && c.mood === "infinitive");

/** "makes it hard for them to give ground": what is made so is settling. */
function forSettling(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): boolean {
  const verb = verbOf(clause);
  return (
    words.stand.has(s.norms[verb + 1]) &&
    [words.settle, words.people, words.talks].some((set) => subtreeHas(s, verb, set)) &&
    talksNear(layers, words, s, CONTEXT)
  );
}

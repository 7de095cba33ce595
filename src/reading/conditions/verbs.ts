import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { subtreeHas, verbKeys, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { isActor } from "./actors.js";
import { bearsOn, CONTEXT, hasParty, isTalkedOf, talksNear } from "./bears.js";
import { circumstance, isOutside } from "./circumstance.js";
import type { Hit } from "./hit.js";
import { isPurpose, type Roles } from "./roles.js";
import { type ConditionWords, type Direction, inDegree } from "./words.js";

/** "X hampered the talks": subject and direction. */
export function affected(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  roles: Roles,
): Hit | null {
  // "made concessions toxic" is no making of concessions.
  const light = clause.support >= 0 && words.make.has(s.lemmas[clause.support]);
  if ((clause.kind !== "verbal" && !light) || isPurpose(clause)) return null;
  const { subjects, objects } = took(words, s, clause) ?? roles;
  if (subjects.length === 0) return null;
  const does = words.verbs.get(clause.lemma) ?? words.verbs.get(stem(s.norms[clause.head]));
  const direction =
    (does !== undefined &&
    objects.some(
      (o) => bearsOn(words, s, o) || isTalkedOf(layers, words, s, o) || words.context.has(s.lemmas[o]),
    )
      ? does
      : undefined) ??
    (does !== undefined && ofMatters(layers, words, s, subjects, objects) ? does : undefined) ??
    presses(layers, words, s, clause) ??
    deeper(layers, words, s, clause) ??
    brought(layers, words, s, clause) ??
    madeSo(layers, words, s, clause, objects) ??
    prodded(layers, words, s, clause, objects) ??
    helpsAlone(layers, words, s, clause);
  if (direction === undefined) return null;
  const subject = circumstance(layers, words, s, subjects);
  if (subject < 0 || (s.upos[subject] === "NOUN" && words.textual.has(s.lemmas[subject]))) return null;
  // "has not made things easier" makes them harder.
  const denied = clause.negated && direction === "helps" && words.make.has(s.lemmas[verbOf(clause)]);
  return denied
    ? { shape: "verb", direction: "hurts", subject, denial: true }
    : { shape: "verb", direction, subject };
}

/** "delayed the signing", "complicates matters", where talks are spoken of: if something outside does it. */
const ofMatters = (
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  subjects: readonly number[],
  objects: readonly number[],
): boolean =>
  objects.some((o) => words.matters.has(s.lemmas[o])) &&
  subjects.some((t) => isOutside(words, s, t)) &&
  talksNear(layers, words, s, 1);

/** "weighs on the talks", "stands in the way of a deal": what is done to talks through a preposition. */
function presses(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  if (clause.objects.length > 0 || clause.passive || !words.verbFirsts.has(clause.lemma)) return undefined;
  for (const { prep, head } of clause.obliques) {
    const on = words.verbs.get(`${clause.lemma}_${prep}`);
    if (on === undefined) continue;
    if (bearsOn(words, s, head) || isTalkedOf(layers, words, s, head) || words.context.has(s.lemmas[head]))
      return on;
  }
  return undefined;
}

/** Lemmatisers stumble over verbs made from nouns ("clouded"): the form without its ending. */
const stem = (form: string): string => (form.endsWith("ed") ? form.slice(0, -2) : form);

/** "brought the parties to the table", also under "helped": what makes them talk. */
function brought(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  for (let t = clause.head; t < s.size && t < clause.head + 4; t++) {
    if (!words.bring.has(s.lemmas[t])) continue;
    const party = hasParty(layers, words, s, t);
    for (let k = t + 1; k < s.size && k < t + 9; k++)
      // "forced the two coastguards to the negotiating table": those are parties whoever they are.
      if (words.strongTable.has(s.lemmas[k - 1])) {
        if (words.table.has(s.lemmas[k]) && isTowards(words, s, k)) return "helps";
      } else if (!party) continue;
      else if (words.together.has(s.norms[k]) && talksNear(layers, words, s, CONTEXT)) return "helps";
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

const BELOW = new Set(["xcomp", "advcl"]);
const BELOW_NOUN = new Set(["acl"]);
const BELOW_TAKING = new Set(["xcomp", "advcl", "csubj", "acl"]);

/** "It took an earthquake to thaw the talks": what it took does it. */
function took(words: ConditionWords, s: Sentence, clause: Clause): Roles | null {
  if (!words.taking.has(clause.lemma) || clause.objects.length !== 1) return null;
  const [object] = clause.objects;
  if (clause.subjects.some((t) => s.upos[t] !== "PRON") || s.upos[object] !== "NOUN") return null;
  return { subjects: [object], objects: [] };
}

/** "has driven both capitals to settle": what moves those who talk towards a settlement helps. */
function prodded(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  objects: readonly number[],
): Direction | undefined {
  if (!words.nudges.has(clause.lemma) && !words.bring.has(clause.lemma)) return undefined;
  if (!objects.some((o) => words.people.has(s.lemmas[o]) || isActor(layers, s, o))) return undefined;
  for (let t = clause.head + 1; t < s.size && t <= clause.head + NUDGED && s.norms[t] !== ","; t++)
    if (s.upos[t] === "VERB" && words.settle.has(s.lemmas[t]) && s.deprels[t] !== "amod") {
      return talksNear(layers, words, s, CONTEXT) ? "helps" : undefined;
    }
  return undefined;
}
const NUDGED = 10;

/** "threatened to derail the talks", "forced the sides to put off the talks": what is done to talks stands one verb deeper. */
function deeper(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Direction | undefined {
  const tends = clause.objects.some((o) => words.tendency.has(s.lemmas[o]));
  const taking = words.taking.has(clause.lemma);
  if (!words.causative.has(clause.lemma) && !tends && !taking) return undefined;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const inner = layers.clauses[i];
    if (
      inner.head <= clause.head ||
      !(tends ? BELOW_NOUN : taking ? BELOW_TAKING : BELOW).has(inner.relation) ||
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
function madeSo(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  own: readonly number[],
): Direction | undefined {
  if (!words.make.has(s.lemmas[verbOf(clause)])) return undefined;
  const objects = clause.support >= 0 ? [clause.head, ...own] : own;
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
      (o) =>
        bearsOn(words, s, o) ||
        ((words.matters.has(s.lemmas[o]) || words.settle.has(s.lemmas[o])) &&
          talksNear(layers, words, s, CONTEXT)),
    )
  )
    return willMade(layers, words, s, clause, objects);
  for (let t = verbOf(clause) + 1; t < s.size && t < verbOf(clause) + 12; t++) {
    for (const a of words.adjectives.get(s.norms[t]) ?? words.adjectives.get(s.lemmas[t]) ?? [])
      if (inDegree(words, s, t, a.degree)) return turned(words, s, t, a.direction);
  }
  return undefined;
}

/** "made both capitals keener on a deal": those who talk are made ready or not. */
function willMade(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  clause: Clause,
  objects: readonly number[],
): Direction | undefined {
  const verb = verbOf(clause);
  if (!objects.some((o) => words.people.has(s.lemmas[o]) || isActor(layers, s, o))) return undefined;
  for (let t = verb + 1; t < s.size && t < verb + 12; t++) {
    const found = s.upos[t] === "ADJ" ? words.adjectives.get(s.lemmas[t]) : undefined;
    const met = found?.find((a) => inDegree(words, s, t, a.degree));
    if (met === undefined) continue;
    for (let k = t + 1; k < s.size && k < t + 9; k++)
      if (words.talks.has(s.lemmas[k]) || words.settle.has(s.lemmas[k])) return met.direction;
    // "makes Dublin more flexible", where talks are spoken of.
    return met.degree !== "" && talksNear(layers, words, s, 1) ? met.direction : undefined;
  }
  return undefined;
}

/** "hard to walk away from the talks": what hinders leaving helps. */
function turned(words: ConditionWords, s: Sentence, adjective: number, direction: Direction): Direction {
  for (let t = adjective + 1; t < s.size && t <= adjective + 8 && s.upos[t] !== "PUNCT"; t++)
    if (s.upos[t] === "VERB") {
      if (!words.leaving.has(s.lemmas[t])) return direction;
      return direction === "hurts" ? "helps" : "hurts";
    }
  return direction;
}

/** "makes it hard for them to give ground": what is made so is settling. */
function forSettling(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): boolean {
  const verb = verbOf(clause);
  return (
    words.stand.has(s.norms[verb + 1]) &&
    [words.settle, words.people, words.talks].some((set) => subtreeHas(s, verb, set)) &&
    talksNear(layers, words, s, CONTEXT)
  );
}

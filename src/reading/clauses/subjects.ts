import { childWith, type Sentence, subtreeRange } from "../../language/index.js";
import type { WithEntities } from "../layers.js";
import type { Mention } from "../types.js";
import { conjuncts, type Draft } from "./build.js";
import type { ClauseWords } from "./words.js";

/**
 * Gives a finite verb the actors that stand right before it where the tree lost them: parsers break "A and B's minister, C, agreed"
 * at the names and take the verb behind an apposition for a participle. Reads words and mentions, not arcs.
 */
export function repairSubjects(
  input: WithEntities,
  s: Sentence,
  drafts: readonly Draft[],
  words: ClauseWords,
): void {
  for (const d of drafts) {
    behindPlace(s, d);
    behindContrast(input, s, d, words);
    behindHope(s, d, drafts);
  }
  const actors = (input.mentionsBySentence[s.index] ?? [])
    .map((i) => input.mentions[i])
    .filter((m) => m.use === "actor");
  if (actors.length === 0) return;
  const ending = new Map<number, Mention>();
  for (const m of actors) {
    const known = ending.get(m.to);
    if (known === undefined || m.from < known.from) ending.set(m.to, m);
  }
  for (const d of drafts) repair(s, d, ending, words);
}

/**
 * "In Oslo the two leaders sign a pact": parsers hang a subject right behind a fronted phrase on that phrase. Where a main verb has no
 * subject, it is the noun phrase with an article of its own between them.
 */
function behindPlace(s: Sentence, d: Draft): void {
  const verb = d.support >= 0 ? d.support : d.head;
  if (d.kind === "adjectival" || d.kind === "copular" || d.passive || d.subjects.length > 0) return;
  if (s.upos[0] !== "ADP" || s.deprels[verb] !== "root" || (d.kind === "nominal" && d.support < 0)) return;
  for (let h = s.firstChild[verb]; h >= 0 && h < verb; h = s.nextSibling[h]) {
    if (!s.deprels[h].startsWith("obl")) continue;
    for (let k = s.firstChild[h]; k >= 0 && k < verb; k = s.nextSibling[k]) {
      if (k < h || s.upos[k] !== "NOUN" || !LOOSE.test(s.deprels[k])) continue;
      const det = firstOf(s, k);
      if (s.upos[det] !== "DET" || det !== h + 1) continue;
      d.subjects = conjuncts(s, k);
      d.obliques = d.obliques.filter((o) => !d.subjects.includes(o.head));
      return;
    }
  }
}

/**
 * "A blames the talks behind closed doors, while allies of B warn him": parsers hang the second subject on the noun before the comma and
 * give its verb the first one. The noun phrase between the conjunction and the verb is who acts.
 */
function behindContrast(input: WithEntities, s: Sentence, d: Draft, words: ClauseWords): void {
  const verb = d.support >= 0 ? d.support : d.head;
  if (s.upos[verb] !== "VERB" || d.passive || d.subjects.length === 0 || !OWN.has(s.xpos[verb])) return;
  let end = verb;
  while (end > 0 && (s.upos[end - 1] === "AUX" || s.upos[end - 1] === "ADV" || s.upos[end - 1] === "PART"))
    end--;
  let from = end;
  while (from > 0 && PHRASE.has(s.upos[from - 1]) && !words.contrast.has(s.norms[from - 1])) from--;
  if (from < 2 || from === end || !words.contrast.has(s.norms[from - 1]) || s.norms[from - 2] !== ",") return;
  if (d.subjects.some((t) => t >= from) || s.upos[from] === "ADP") return;
  let between = false;
  for (let t = Math.max(...d.subjects) + 1; t < from - 1 && !between; t++) between = s.upos[t] === "VERB";
  if (!between) return;
  let head = -1;
  for (let t = from; t < end && s.upos[t] !== "ADP"; t++)
    if (s.upos[t] === "NOUN" || s.upos[t] === "PROPN") head = t;
  if (head < 0) return;
  while (s.deprels[head] === "flat" && s.heads[head] >= from) head = s.heads[head];
  for (const i of input.timesBySentence[s.index])
    if (input.times[i].from <= head && head < input.times[i].to) return;
  d.subjects = conjuncts(s, head).filter((t) => t < verb);
}

/**
 * "hoped both sides would sign a treaty": parsers take the subject of a clause that no "that" opens for the object of the verb above. What
 * stands right in front of a modal belongs to the verb behind it.
 */
function behindHope(s: Sentence, d: Draft, drafts: readonly Draft[]): void {
  const verb = d.support >= 0 ? d.support : d.head;
  const joined = d.relation === "conj" && childWith(s, verb, "cc") < 0 && childWith(s, verb, "nsubj") < 0;
  if (d.modal === null || d.passive || d.parent < 0) return;
  if (!joined && (d.subjects.length > 0 || d.relation !== "ccomp")) return;
  const over = drafts[d.parent];
  const above = over.support >= 0 ? over.support : over.head;
  const first = s.firstChild[verb];
  if (first < 0 || s.xpos[first] !== "MD") return;
  const lost = over.objects.filter((o) => o > above && o < first);
  if (lost.length === 0 || !lost.some((o) => subtreeRange(s, o)[1] === first)) return;
  d.subjects = lost;
  over.objects = over.objects.filter((o) => !lost.includes(o));
}

/** Tags of verbs that may have a subject of their own. */
const OWN: ReadonlySet<string> = new Set(["VBD", "VBP", "VBZ", "VB"]);
/** What a noun phrase with its complements is made of. */
const PHRASE: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART"]);

const LOOSE = /^(conj|obj|nmod|appos|dep|obl)/;

/** First token of what stands in front of a noun and hangs on it. */
function firstOf(s: Sentence, noun: number): number {
  const c = s.firstChild[noun];
  return c >= 0 && c < noun && s.deprels[c] !== "case" ? c : noun;
}

interface Run {
  readonly from: number;
  /** Heads of who is named, one of each, in order. */
  readonly heads: number[];
  /** Ends with a comma before the verb: something stood in apposition. */
  readonly apposed: boolean;
}

function repair(s: Sentence, d: Draft, ending: ReadonlyMap<number, Mention>, words: ClauseWords): void {
  const verb = d.support >= 0 ? d.support : d.head;
  if (s.upos[verb] !== "VERB" || auxiliary(s, verb, "aux:pass")) return;
  const bare = s.xpos[verb] === "VBN" && !auxiliary(s, verb, "aux");
  if (!bare && d.mood !== "indicative") return;
  if (s.deprels[verb] === "amod") return;
  const run = runBefore(s, verb, ending, words);
  if (run === null) return;
  // "Its leader, X, called for a truce": a main verb is no participle.
  if (bare && !(run.apposed && (d.relation === "root" || !parted(s, -1, s.size)))) return;
  const old = d.passive ? d.objects.filter((t) => t < verb) : d.subjects;
  const outside = old.filter(
    (t) =>
      t > verb ||
      (t < run.from &&
        !parted(s, t, run.from) &&
        !(run.heads.length < 2 && apposedTo(s, t, run.from) && !listed(s, t, run.heads[0]))),
  );
  if (
    outside.length > 0 ||
    (old.length > 0 && run.heads.length < 2 && !d.passive && old.every((t) => t >= run.from))
  )
    return;
  if (d.passive) {
    d.objects = d.objects.filter((t) => t > verb);
    d.passive = false;
  }
  if (d.tense === "none") d.tense = "past";
  d.mood = "indicative";
  d.subjects = run.heads;
}

/** Those named between a boundary and the verb: joined by "and", each with what stands in apposition to it. */
function runBefore(
  s: Sentence,
  verb: number,
  ending: ReadonlyMap<number, Mention>,
  words: ClauseWords,
): Run | null {
  let t = verb - 1;
  while (t >= 0 && (s.upos[t] === "AUX" || s.upos[t] === "ADV" || s.upos[t] === "PART")) t--;
  const apposed = t >= 0 && s.norms[t] === ",";
  const found: { readonly entity: number; readonly head: number }[] = [];
  let joined = true;
  let comma = false;
  let from = verb;
  for (;;) {
    if (t >= 0 && s.norms[t] === "," && !comma) {
      comma = true;
      t--;
      continue;
    }
    if (t >= 0 && found.length > 0 && words.coordinator.has(s.norms[t])) {
      joined = true;
      t--;
      continue;
    }
    const m = ending.get(t + 1);
    if (m === undefined) break;
    const same = found.length > 0 && found[0].entity === m.entity;
    if (!joined && !same) break;
    if (!same) found.unshift({ entity: m.entity, head: m.head });
    joined = false;
    comma = false;
    from = m.from;
    t = m.from - 1;
    if (t >= 0 && s.upos[t] === "DET") from = t--;
  }
  if (found.length === 0 || (from > 0 && (s.upos[from - 1] === "ADP" || s.upos[from - 1] === "VERB")))
    return null;
  return { from, heads: found.map((f) => f.head), apposed };
}

/** "Their leader, X": a noun right before the comma in front of who is named. */
const apposedTo = (s: Sentence, t: number, from: number): boolean => t === from - 2 && s.norms[t + 1] === ",";

/** "Chad, Niger agree to talks": headlines join names by a comma alone. */
const listed = (s: Sentence, t: number, head: number): boolean =>
  s.upos[t] === "PROPN" && s.deprels[head] === "conj" && s.heads[head] === t;

/** Whether a finite verb stands between two tokens. */
function parted(s: Sentence, from: number, to: number): boolean {
  for (let t = from + 1; t < to; t++) if (/^(VB[DZP]|MD)$/.test(s.xpos[t])) return true;
  return false;
}

function auxiliary(s: Sentence, verb: number, relation: string): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.deprels[c] === relation) return true;
  return false;
}

import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { isAboutTalks, namesTalks, subtreeHas } from "../phrases/index.js";
import { isActor } from "./actors.js";
import type { ConditionWords } from "./words.js";

/** "upset them", "soured the mood": the talks spoken of, by a pronoun or by their climate. */
export function isTalkedOf(layers: Layers, words: ConditionWords, s: Sentence, o: number): boolean {
  if (words.stand.has(s.norms[o])) return talksNear(layers, words, s, 1);
  // "some of the gains": the gains.
  if (s.upos[o] === "DET" || s.upos[o] === "PRON")
    for (let c = s.firstChild[o]; c >= 0; c = s.nextSibling[c])
      if (c > o && s.deprels[c] === "nmod" && words.climate.has(s.lemmas[c]))
        return talksNear(layers, words, s, CONTEXT);
  return words.climate.has(s.lemmas[o]) && talksNear(layers, words, s, CONTEXT);
}

/** How many sentences back talks are still what is spoken of. */
export const CONTEXT = 6;

/** Whether the sentence, the one after it or one of the `back` before it, names talks, or the whole document is about them. */
export function talksNear(layers: Layers, words: ConditionWords, s: Sentence, back: number): boolean {
  const at = naming(layers, words);
  const last = Math.min(at.length - 1, s.index + 1);
  for (let i = last; i >= 0 && i >= s.index - back; i--) if (at[i]) return true;
  return isAboutTalks(layers, words.context);
}

const known = new WeakMap<ConditionWords, WeakMap<Layers, readonly boolean[]>>();

/** By sentence: whether it names talks, or tells that somebody negotiates. */
function naming(layers: Layers, words: ConditionWords): readonly boolean[] {
  const of = known.get(words) ?? new WeakMap<Layers, readonly boolean[]>();
  known.set(words, of);
  let at = of.get(layers);
  if (at === undefined) {
    at = layers.parsed.sentences.map((s) => namesTalks(s, words.context) || negotiates(words, s));
    of.set(layers, at);
  }
  return at;
}

function negotiates(words: ConditionWords, s: Sentence): boolean {
  for (let t = 0; t < s.size; t++) if (s.upos[t] === "VERB" && words.settling.has(s.lemmas[t])) return true;
  return false;
}

/** Whether an object is the talks, or their prospects, path or start. */
export function bearsOn(words: ConditionWords, s: Sentence, o: number): boolean {
  return (
    words.talks.has(s.lemmas[o]) ||
    (words.talks.has(s.norms[o]) && s.upos[o] === "NOUN") ||
    ((words.carrier.has(s.lemmas[o]) || s.upos[o] === "PROPN") && subtreeHas(s, o, words.talks)) ||
    compound(words, s, o) ||
    (words.carrier.has(s.lemmas[o]) && settles(words, s, o)) ||
    // "what remains of the peace process"
    (s.upos[o] === "PRON" && s.xpos[o] === "WP" && subtreeHas(s, o, words.talks))
  );
}

/** "attempts to settle the dispute". */
function settles(words: ConditionWords, s: Sentence, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
    if (c > noun && s.deprels[c] === "acl" && words.settling.has(s.lemmas[c])) return true;
  return false;
}

function compound(words: ConditionWords, s: Sentence, o: number): boolean {
  if (words.venues.has(s.lemmas[o])) return false;
  for (let c = s.firstChild[o]; c >= 0 && c < o; c = s.nextSibling[c])
    if (s.deprels[c] === "compound" && words.talks.has(s.lemmas[c])) return true;
  return false;
}

/** Whether what stands behind a noun names one of the words: talks, or settling. */
export function reaches(s: Sentence, noun: number, talks: ReadonlySet<string>): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (
      c > noun &&
      (s.deprels[c].startsWith("nmod") || s.deprels[c] === "obl" || s.deprels[c] === "acl") &&
      !asks(s, c) &&
      names(s, c, talks)
    )
      return true;
  }
  return false;
}

/** Whether a phrase names one of the words outside what it asks or tells besides: "the debate about who lost the talks" is none about talks. */
export function names(s: Sentence, head: number, talks: ReadonlySet<string>): boolean {
  const stack = [head];
  for (let steps = 0; stack.length > 0 && steps < 48; steps++) {
    const t = stack.pop() as number;
    if (talks.has(s.lemmas[t]) || talks.has(s.norms[t])) return true;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) if (!asks(s, c)) stack.push(c);
  }
  return false;
}

function asks(s: Sentence, verb: number): boolean {
  if (s.upos[verb] !== "VERB") return false;
  if (s.deprels[verb] === "acl:relcl") return true;
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.xpos[c].startsWith("W")) return true;
  return false;
}

export function hasParty(layers: Layers, words: ConditionWords, s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c] === "obj" && (words.people.has(s.lemmas[c]) || isActor(layers, s, c))) return true;
  return false;
}

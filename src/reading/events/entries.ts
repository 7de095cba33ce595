import { type Sentence, subtreeRange } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { innerOf } from "./content.js";
import type { Reader } from "./meaning.js";
import { meets } from "./needs.js";
import type { Entry } from "./words.js";

/** Word entries that may tell what this clause is, those with most conditions first. */
export function entriesOf(r: Reader, c: Clause): readonly Entry[] {
  const at = verbOf(c);
  const { s, words } = r;
  // "was behind the raid"
  const held = c.kind === "copular" ? words.adjectives.get(preposition(s, at)) : undefined;
  if (held !== undefined) return held;
  if (s.upos[at] === "VERB" || s.upos[at] === "AUX" || (c.kind === "verbal" && c.support < 0)) {
    const state =
      (c.passive && innerOf(r, c) !== null) || (c.relation === "xcomp" && c.subjects.length === 0)
        ? words.adjectives.get(s.norms[at])
        : undefined;
    if (state !== undefined) return state;
    const lemma = s.lemmas[at].toLowerCase();
    if (s.norms[at - 1] === "-" && at > 1) {
      const joined = words.verbs.get(`${s.norms[at - 2]}-${words.forms.get(s.norms[at]) ?? lemma}`);
      if (joined !== undefined) return joined;
    }
    return (
      words.verbs.get(lemma) ??
      words.verbs.get(words.forms.get(s.norms[at]) ?? "") ??
      // "remains unwilling", "was appalled by", taken for a verb.
      (s.deprels[at] === "xcomp" || c.passive ? words.adjectives.get(s.norms[at]) : undefined) ??
      NONE
    );
  }
  return words.adjectives.get(s.lemmas[at].toLowerCase()) ?? words.adjectives.get(s.norms[at]) ?? NONE;
}

/** Whether one of the entries that may tell what this clause is has the operator. */
export const hasOperator = (r: Reader, c: Clause, operator: string): boolean =>
  r.words.operators.get(entriesOf(r, c))?.has(operator) === true;

export function fits(r: Reader, c: Clause, e: Entry): boolean {
  if (e.particle !== "" && !hasParticle(r, c, e)) return false;
  if (e.needs.length === 0) return true;
  for (const all of e.asks) {
    let met = true;
    for (const n of all) met &&= meets(r, c, n, e.particle);
    if (met) return true;
  }
  return false;
}

/** "lash_out_at": the words in a row behind the verb ("threw its weight behind"), or each as particle or preposition of its own. */
export function hasParticle(r: Reader, c: Clause, { particle, parts }: Entry): boolean {
  const verb = verbOf(c);
  const { s } = r;
  const before = c.lemma.length - particle.length - 1;
  if (before >= 0 && c.lemma[before] === "_" && c.lemma.endsWith(particle)) return true;
  // "a boat carrying men off the coast" carries nobody off.
  for (const o of c.obliques) if (o.prep === particle && !r.words.is("adverbial", particle)) return true;
  if (!r.says(parts[0])) return false;
  if (inRow(s, verb + 1, parts)) return true;
  if (parts.length > 1) {
    if (behindObject(s, c, verb, parts)) return true;
    // "called on Chad to stop raids in the north" calls in on nobody: the first word stands right behind verb or object.
    const opens =
      s.norms[verb + 1] === parts[0] ||
      c.objects.some((o) => o > verb && s.norms[o + 1] === parts[0]) ||
      hasParticleChild(s, verb, parts[0]);
    if (!opens) return false;
  }
  for (const p of parts) if (!hasPart(r, c, verb, p)) return false;
  return true;
}

/** Whether the words stand in a row from `from` on, but for adverbs, for whose it is and, in a phrase, for articles and adjectives. */
function inRow(s: Sentence, from: number, parts: readonly string[]): boolean {
  const between = parts.length > 1 ? IN_PHRASE : BETWEEN;
  let t = from;
  for (let i = 0; i < parts.length; i++) {
    const p = parts[i];
    while (t < s.size && s.norms[t] !== p) {
      // "came to Turkey's aid", "took the rebels' side"
      const owned = i > 0 || parts.length > 1 ? behindOwner(s, t) : -1;
      if (owned >= 0) t = owned;
      else if (between.has(s.xpos[t])) t++;
      else return false;
    }
    if (t >= s.size) return false;
    t++;
  }
  return true;
}

/** The token behind "Turkey's", "the Turkish army's" that begins at `from`, or -1. */
function behindOwner(s: Sentence, from: number): number {
  for (let t = from; t < s.size && t < from + LONGEST_OWNER; t++) {
    if (s.xpos[t] === "POS") return t > from ? t + 1 : -1;
    if (!OWNER.has(s.upos[t])) return -1;
  }
  return -1;
}

/** "took the army to task", "put the first of its guns beyond use": the words in a row behind the object, wherever the tree hangs them. */
function behindObject(s: Sentence, c: Clause, verb: number, parts: readonly string[]): boolean {
  for (const o of c.objects) {
    if (o <= verb) continue;
    if (inRow(s, o + 1, parts)) return true;
    for (let t = o + 2; t < s.size && t < o + LONGEST_OBJECT; t++)
      if (s.norms[t] === parts[0] && inRow(s, t, parts)) return t <= subtreeRange(s, o)[1];
  }
  return false;
}

const BETWEEN = new Set(["RB", "PRP$"]);
const IN_PHRASE = new Set(["RB", "PRP$", "DT", "JJ"]);
const OWNER: ReadonlySet<string> = new Set(["DET", "ADJ", "NOUN", "PROPN"]);
const LONGEST_OWNER = 6;
const LONGEST_OBJECT = 12;

function hasParticleChild(s: Sentence, verb: number, word: string): boolean {
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
    if (s.norms[k] === word && s.deprels[k] === "compound:prt") return true;
  return false;
}

function hasPart(r: Reader, c: Clause, verb: number, part: string): boolean {
  const { s } = r;
  for (const o of c.obliques) if (o.prep === part && !r.words.is("adverbial", part)) return true;
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
    if (k > verb && s.norms[k] === part && s.upos[k] !== "PUNCT" && s.upos[k] !== "VERB") return true;
  return false;
}

const NONE: readonly Entry[] = [];

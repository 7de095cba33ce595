import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { subjectsOf } from "./subject.js";
import type { ConditionWords } from "./words.js";

/** Heads of what does something, and of those to whom it is done, whichever of them is the subject. */
export interface Roles {
  readonly subjects: readonly number[];
  readonly objects: readonly number[];
}

/** "made harder by the vote", "buoyed by the vote, the delegates ...": who does it stands behind "by", and who suffers it is the subject, also that of the clause above. */
export function rolesOf(layers: Layers, words: ConditionWords, s: Sentence, clause: Clause): Roles {
  const own = { subjects: subjectsOf(s, clause), objects: clause.objects.map((o) => antecedent(s, o)) };
  if (clause.kind !== "verbal") return own;
  const hangs = clause.relation.startsWith("acl") && clause.subjects.length === 0;
  const participle = (hangs || clause.mood === "participle") && clause.objects.length === 0;
  if (!participle && !(clause.passive && own.subjects.length === 0)) return own;
  const agent = agentOf(words, s, verbOf(clause));
  if (agent < 0) return own;
  if (!participle) return { subjects: [agent], objects: own.objects };
  // "the talks, put off by the floods,": what it hangs on.
  if (hangs) return { subjects: [agent], objects: [s.heads[verbOf(clause)]] };
  const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
  const objects =
    clause.subjects.length > 0 ? clause.subjects : [...(over?.subjects ?? []), ...beside(s, clause.head)];
  return { subjects: [agent], objects };
}

/** "the talks, which a storm had interrupted": what "which" stands for. */
function antecedent(s: Sentence, object: number): number {
  if (s.xpos[object] !== "WDT" || object === 0) return object;
  const t = s.upos[object - 1] === "PUNCT" ? object - 2 : object - 1;
  return t >= 0 && s.upos[t] === "NOUN" ? t : object;
}

/** What stands behind "by", at the verb or at what it makes of something. */
function agentOf(words: ConditionWords, s: Sentence, verb: number): number {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) {
    if (c < verb) continue;
    if (s.deprels[c] === "obl:agent" || (s.deprels[c] === "obl" && isBy(words, s, c))) return c;
    // "dealt a blow by the vote": hung on the blow.
    const through = s.deprels[c] === "obj" || (s.deprels[c] === "xcomp" && s.upos[c] !== "VERB");
    if (!through) continue;
    for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
      if (k > c && /^(obl|nmod)/.test(s.deprels[k]) && isBy(words, s, k)) return k;
  }
  return -1;
}

function isBy(words: ConditionWords, s: Sentence, head: number): boolean {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (words.agentMark.has(s.norms[c])) return true;
  return false;
}

/** "Buoyed by the vote, delegates are back": parsers hang the subject of the sentence on the participle. */
function beside(s: Sentence, verb: number): number[] {
  const out: number[] = [];
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c])
    if (c > verb && s.deprels[c] === "conj" && s.upos[c] === "NOUN") out.push(c);
  return out;
}

/** "to put off the talks", "talks aimed at": what is meant to be done to talks is no circumstance that did it. */
export const isPurpose = (c: Clause): boolean =>
  (c.relation === "acl" && !c.passive && c.mood !== "participle") ||
  (c.relation === "advcl" && c.mood === "infinitive");

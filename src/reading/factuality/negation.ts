import { isRelation, type Sentence } from "../../language/index.js";
import type { Clause } from "../types.js";
import { toBefore } from "./frame.js";
import type { FactualityWords } from "./words.js";

/** The negation of this verb, not of one whose subject it shares, or -1; "neither" before coordinated subjects and "no longer" count. */
export function negationOf(s: Sentence, c: Clause, verb: number, words: FactualityWords): number {
  const to = toBefore(s, verb);
  // "vowed never to recognise": it denies the infinitive, wherever the tree hangs it.
  if (to > 0 && words.not.has(s.norms[to - 1])) return to - 1;
  const phrase = denyingPhrase(s, verb, words);
  if (phrase >= 0) return phrase;
  if (c.negated) {
    if (c.negation > verb && s.xpos[c.negation + 1] === "TO") return -1;
    const above = s.heads[c.negation];
    const shared = c.relation === "conj" || above === verb || above === c.head;
    if (shared || s.heads[above] === verb || s.heads[above] === c.head) return c.negation;
    return -1;
  }
  for (let k = s.firstChild[verb]; k >= 0 && k < verb; k = s.nextSibling[k]) {
    if (words.ceased.has(s.norms[k]) && k > 0 && words.negative.has(s.norms[k - 1])) return k - 1;
    if (!isRelation(s.deprels[k], "nsubj")) continue;
    for (let n = s.firstChild[k]; n >= 0 && n < k; n = s.nextSibling[n])
      if (words.negative.has(s.norms[n]) && s.deprels[n].startsWith("cc")) return n;
  }
  return -1;
}

/** First token of "by no means", "in no way" just before a verb or adjective; else -1. */
function denyingPhrase(s: Sentence, verb: number, words: FactualityWords): number {
  if (verb < 2) return -1;
  const two = `${s.norms[verb - 2]}_${s.norms[verb - 1]}`;
  if (words.denyingPhrases.has(two)) return verb - 2;
  return verb > 2 && words.denyingPhrases.has(`${s.norms[verb - 3]}_${two}`) ? verb - 3 : -1;
}

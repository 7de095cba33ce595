import type { Sentence } from "./types.js";

/** Children of a token, left to right. Allocates: in hot loops follow `firstChild` and `nextSibling`. */
export function children(s: Sentence, head: number): number[] {
  const out: number[] = [];
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) out.push(c);
  return out;
}

/** First child of a token with this relation (subtypes included: "nsubj" matches "nsubj:pass"), or -1. */
export function childWith(s: Sentence, head: number, relation: string): number {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c])
    if (isRelation(s.deprels[c], relation)) return c;
  return -1;
}

/** Whether a UD relation is `base` or one of its subtypes. */
export function isRelation(deprel: string, base: string): boolean {
  return (
    deprel === base || (deprel.length > base.length && deprel.startsWith(base) && deprel[base.length] === ":")
  );
}

/** Token range [from, to) covered by a subtree (its hull; non-projective gaps are included). */
export function subtreeRange(s: Sentence, head: number): readonly [number, number] {
  let from = head;
  let to = head + 1;
  const stack = [head];
  while (stack.length > 0) {
    const t = stack.pop() as number;
    if (t < from) from = t;
    if (t + 1 > to) to = t + 1;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) stack.push(c);
  }
  return [from, to];
}

/** Whether `ancestor` is `token` or above it. */
export function dominates(s: Sentence, ancestor: number, token: number): boolean {
  for (let t = token, steps = 0; t >= 0 && steps <= s.size; t = s.heads[t], steps++)
    if (t === ancestor) return true;
  return false;
}

/** Character range [start, end) of tokens [from, to). */
export function charRange(s: Sentence, from: number, to: number): readonly [number, number] {
  return [s.starts[from], s.ends[to - 1]];
}

/** Relations of verbs that tell on by themselves: the main one, and what is coordinated with it or set beside it. */
export const isMain = (relation: string): boolean =>
  relation === "root" || relation === "conj" || relation === "parataxis";

import { type Sentence, subtreeRange } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { clausePhrase, nounPhrase, slice } from "../phrases/index.js";

/** How far the second thing stands behind the first, in tokens. */
export const REACH = 16;

export function below(s: Sentence, t: number, prep: ReadonlySet<string>): number | undefined {
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) if (c > t && prep.has(caseOf(s, c))) return c;
  return undefined;
}

/** Preposition or marker in front of a phrase or clause, or "". */
export function caseOf(s: Sentence, head: number): string {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "case" || s.deprels[c] === "mark") return s.norms[c];
  return "";
}

export function leftmost(s: Sentence, head: number): number {
  let t = head;
  while (s.firstChild[t] >= 0 && s.firstChild[t] < t) t = s.firstChild[t];
  return t;
}

export function complements(s: Sentence, head: number): number[] {
  const out: number[] = [];
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) out.push(c);
  return out;
}

export function text(doc: Document, s: Sentence, t: number): string {
  return s.upos[t] === "VERB" ? clausePhrase(doc, s, t).text : nounPhrase(doc, s, t).text;
}

/** Text of a noun phrase without the complement that starts at `stop`. */
export function upTo(doc: Document, s: Sentence, t: number, stop: number): string {
  const phrase = nounPhrase(doc, s, t);
  const end = subtreeRange(s, stop)[0];
  return phrase.to > end && end > t ? slice(doc, s, phrase.from, end).text : phrase.text;
}

/** Text of a noun phrase up to a token. */
export function before(doc: Document, s: Sentence, t: number, stop: number): string {
  const phrase = nounPhrase(doc, s, t);
  return phrase.to > stop && stop > t ? slice(doc, s, phrase.from, stop).text : phrase.text;
}

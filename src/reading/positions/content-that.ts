import type { Sentence } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { beforeComment, clausePhrase, corePhrase, slice } from "../phrases/index.js";
import type { Content, ContentWords } from "./content.js";

/** What stands behind a semicolon is another statement. */
function upToStop(
  doc: Document,
  s: Sentence,
  phrase: { readonly from: number; readonly to: number },
): string {
  let to = phrase.from + 1;
  while (to < phrase.to && s.norms[to] !== ";") to++;
  return slice(doc, s, phrase.from, Math.max(phrase.from + 1, beforeComment(s, phrase.from, to))).text;
}

export function thatClause(doc: Document, s: Sentence, head: number): Content {
  let issue = -1;
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    const rel = s.deprels[c];
    if (
      (rel === "obj" || rel.startsWith("nsubj")) &&
      s.upos[c] !== "PRON" &&
      s.upos[c] !== "PROPN" &&
      (issue < 0 || rel === "obj" || rel === "nsubj:pass")
    )
      issue = c;
  }
  const whole = clausePhrase(doc, s, head);
  // "said after the talks that": what stands before the word that opens it is no part of what is said.
  let { from } = whole;
  let opener = -1;
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "mark") opener = c;
    else if (s.deprels[c].startsWith("nsubj") && opener >= from && opener < c) from = opener + 1;
  const stance = upToStop(doc, s, { from, to: whole.to });
  return { head, issue: issue < 0 ? stance : corePhrase(doc, s, issue).text, stance, noun: -1 };
}

/** "insisted that the border run along the ridge": what follows "that", where the parser took the subjunctive for a noun. */
export function stretchAfter(doc: Document, s: Sentence, verb: number, words: ContentWords): Content | null {
  if (!words.that.has(s.norms[verb + 1])) return null;
  return stretchFrom(doc, s, verb + 2, verb + 1);
}

/** The words from `first` to the next stop, by their first noun (that hangs on nothing behind `last`); null where there is none. */
export function stretchFrom(doc: Document, s: Sentence, first: number, last = s.size): Content | null {
  let to = first;
  while (to < s.size && s.upos[to] !== "PUNCT") to++;
  let head = first;
  while (head < to && !(s.upos[head] === "NOUN" && s.heads[head] <= last)) head++;
  if (head >= to) return null;
  const { text } = slice(doc, s, first, to);
  return { head, issue: text, stance: text, noun: -1 };
}

import type { Sentence } from "../../language/index.js";
import type { Content, ContentWords } from "./content.js";

/** How clauses hang on what they complete. */
export const CLAUSAL = new Set(["xcomp", "ccomp", "advcl", "acl", "csubj", "parataxis"]);

export function gerundAfter(s: Sentence, verb: number, c: number): boolean {
  return (
    s.xpos[c] === "VBG" &&
    c > verb &&
    c <= verb + 4 &&
    CLAUSAL.has(s.deprels[c]) &&
    (s.firstChild[c] < 0 || s.firstChild[c] > c || s.deprels[s.firstChild[c]] !== "mark")
  );
}

export function complements(s: Sentence, verb: number, test: (child: number) => boolean): number[] {
  const out: number[] = [];
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) if (test(c)) out.push(c);
  return out;
}

/** Whether a clause is marked by the infinitive's particle. */
export function isInfinitive(s: Sentence, head: number): boolean {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.xpos[c] === "TO" && s.deprels[c] === "mark") return true;
  return false;
}

export function question(s: Sentence, head: number, words: ContentWords): boolean {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "mark" && words.questions.has(s.norms[c])) return true;
  return false;
}

/** Whether a clause is introduced by this word ("to", "on"). */
export function marked(s: Sentence, head: number, word: string): boolean {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c]) {
    if ((s.deprels[c] === "mark" || s.deprels[c] === "case") && s.norms[c] === word) return true;
  }
  return false;
}

export function firstOf<T>(list: readonly T[], make: (x: T) => Content | null): Content | null {
  for (const x of list) {
    const made = make(x);
    if (made !== null) return made;
  }
  return null;
}

import { type Sentence, subtreeRange } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { corePhrase, nounPhrase, slice, verbPhrase } from "../phrases/index.js";
import type { Content, ContentWords } from "./content.js";
import { complements } from "./content-tree.js";

/** The issue of "to resume talks on X" is X's phrase, of "seeking the return of X" the return of X. */
export function verbal(doc: Document, s: Sentence, head: number, words: ContentWords): Content {
  const stance = words.seeking.has(s.lemmas[head]) ? null : verbPhrase(doc, s, head).text;
  const issueHead = argument(s, head);
  const deed = stance === null && issueHead > head ? deedOf(doc, s, head, issueHead) : null;
  if (deed !== null) return deed;
  if (issueHead < 0) {
    const deeper = complements(s, head, (c) => s.deprels[c] === "xcomp")[0];
    if (deeper !== undefined) return { ...verbal(doc, s, deeper, words), head };
    const text = stance ?? verbPhrase(doc, s, head).text;
    return { head, issue: text, stance: text, noun: -1 };
  }
  const issue = purposeOf(s, head, issueHead, words);
  return {
    head,
    issue: corePhrase(doc, s, issue).text,
    stance: stance ?? nounPhrase(doc, s, issue).text,
    noun: -1,
  };
}

/** Object of a verb, else its first prepositional complement, or -1. */
export function argument(s: Sentence, verb: number): number {
  let oblique = -1;
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) {
    const rel = s.deprels[c];
    if (rel === "obj" && s.upos[c] !== "PRON") return c;
    if (rel === "xcomp" && s.upos[c] !== "ADJ") {
      const inner = argument(s, c);
      if (inner >= 0) return inner;
    }
    if (oblique < 0 && c > verb && rel === "obl" && s.upos[c] === "NOUN") oblique = c;
  }
  const relative = relativeObject(s, verb);
  return relative >= 0 ? relative : oblique;
}

/** "a chair, which Chad is prepared to accept": what a relative pronoun in front of the whole stands for, or -1. */
function relativeObject(s: Sentence, verb: number): number {
  let top = verb;
  while (s.deprels[top] === "xcomp" && s.heads[top] >= 0) top = s.heads[top];
  if (s.deprels[top] !== "acl:relcl" || s.upos[s.heads[top]] !== "NOUN") return -1;
  const first = subtreeRange(s, top)[0];
  const noun = s.heads[top];
  const asked = s.xpos[first] === "WDT" && first < top && !s.deprels[first].startsWith("nsubj");
  return asked && noun < first ? noun : -1;
}

/** "talks to resolve X": the issue of talks is what they are for. */
function purposeOf(s: Sentence, verb: number, noun: number, words: ContentWords): number {
  if (!words.talks.has(s.lemmas[noun])) return noun;
  for (const c of [
    ...complements(s, noun, (x) => x > noun && s.deprels[x].startsWith("acl")),
    ...complements(s, verb, (x) => x > noun && s.deprels[x] === "advcl"),
  ]) {
    const inner = argument(s, c);
    if (inner >= 0) return inner;
  }
  const about = complements(s, noun, (x) => x > noun && s.deprels[x] === "nmod")[0];
  return about !== undefined && s.upos[about] === "NOUN" ? about : noun;
}

/** "demands the prime minister pay more", "is demanding government have talks": what somebody else is to do, that no "that" or "to" opens; or null. */
export function deedOf(doc: Document, s: Sentence, verb: number, object: number): Content | null {
  const end = subtreeRange(s, object)[1];
  const deed = complements(
    s,
    verb,
    (c) =>
      c > object &&
      s.upos[c] === "VERB" &&
      BARE.has(s.xpos[c]) &&
      DEED.has(s.deprels[c]) &&
      subtreeRange(s, c)[0] === end,
  )[0];
  if (deed === undefined || complements(s, deed, (c) => c < deed && s.deprels[c] === "mark").length > 0)
    return null;
  const thing = argument(s, deed);
  const stance = slice(doc, s, nounPhrase(doc, s, object).from, verbPhrase(doc, s, deed).to).text;
  return { head: deed, issue: thing < 0 ? stance : corePhrase(doc, s, thing).text, stance, noun: -1 };
}
const BARE: ReadonlySet<string> = new Set(["VB", "VBP"]);
const DEED: ReadonlySet<string> = new Set(["xcomp", "ccomp", "advcl"]);

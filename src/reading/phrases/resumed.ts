import type { Lexicon, Sentence } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { nounPhrase, type Phrase, slice } from "./phrase.js";
import { members } from "./words.js";

/** What an apposition says again: its head and its words. */
export interface Resumed extends Phrase {
  readonly head: number;
}

/** Most adjectives between the article and the noun of an apposition. */
const BETWEEN = 3;

/**
 * "proposed a truce with observers, an idea that ...": a noun without content of its own, set off by a comma, stands for what is told
 * right before it. What that is, or null where `noun` resumes nothing. A deed ("a step that ...") resumes a whole predicate, what is
 * said and held its content alone.
 */
export function createResumed(
  lexicon: Lexicon,
): (doc: Document, s: Sentence, noun: number) => Resumed | null {
  const contents = members(lexicon, "stances/cues", "class", "resuming");
  const deeds = members(lexicon, "stances/cues", "class", "resuming-deed");
  const indefinite = members(lexicon, "deals/cues", "class", "indefinite");
  const telling = new Set([
    ...lexicon.table("deals/acts").rows.map((r) => r[0]),
    ...lexicon.table("stances/position-verbs").rows.map((r) => r[0]),
  ]);
  return (doc, s, noun) => {
    const deed = deeds.has(s.lemmas[noun]);
    if (!deed && !contents.has(s.lemmas[noun])) return null;
    let from = noun - 1;
    while (from > 0 && from >= noun - BETWEEN && (s.upos[from] === "ADJ" || s.deprels[from] === "compound"))
      from--;
    if (from < 2 || !indefinite.has(s.norms[from]) || s.norms[from - 1] !== ",") return null;
    let last = from - 2;
    while (last > 0 && s.upos[last] === "PUNCT") last--;
    const top = constituent(s, last);
    return deed ? predicate(doc, s, top, last + 1) : content(doc, s, top, last + 1);
  };

  /** The largest phrase or clause that ends at `last` and is what a verb tells or has for its object. */
  function constituent(s: Sentence, last: number): number {
    let top = last;
    for (let up = s.heads[top]; up >= 0 && up <= last; up = s.heads[top]) {
      const inner = s.deprels[up] === "ccomp" || s.deprels[up] === "xcomp" || s.deprels[up] === "acl:relcl";
      if (!inner && subjectOf(s, up)) break;
      if (s.upos[up] === "VERB" && telling.has(s.lemmas[up])) break;
      top = up;
    }
    return top;
  }

  function content(doc: Document, s: Sentence, top: number, to: number): Resumed | null {
    const up = s.heads[top];
    // "proposed a truce on Monday, an idea": when it was proposed is no part of it.
    const object = s.deprels[top].startsWith("obl") && up >= 0 ? childBetween(s, up, top) : -1;
    const head = object >= 0 ? object : top;
    const end = object >= 0 ? nounPhrase(doc, s, object).to : to;
    if (s.upos[head] === "NOUN" || s.upos[head] === "PROPN")
      return { head, ...slice(doc, s, nounPhrase(doc, s, head).from, Math.max(end, head + 1)) };
    return s.upos[head] === "VERB" && s.deprels[head] !== "root" ? clause(doc, s, head, to) : null;
  }

  function predicate(doc: Document, s: Sentence, top: number, to: number): Resumed | null {
    if (s.deprels[top] === "ccomp" || s.deprels[top] === "xcomp") return clause(doc, s, top, to);
    const verb = s.upos[top] === "VERB" ? top : s.heads[top];
    return verb >= 0 && verb < to && s.upos[verb] === "VERB"
      ? { head: verb, ...slice(doc, s, verb, to) }
      : null;
  }
}

/** A clause with its subject and what stands before its verb, without the word that opens it. */
function clause(doc: Document, s: Sentence, head: number, to: number): Resumed {
  let from = head;
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("nsubj")) from = Math.min(from, nounPhrase(doc, s, c).from);
  return { head, ...slice(doc, s, from, to) };
}

function subjectOf(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("nsubj")) return true;
  return false;
}

function childBetween(s: Sentence, verb: number, before: number): number {
  for (let c = s.firstChild[verb]; c >= 0 && c < before; c = s.nextSibling[c])
    if (c > verb && s.deprels[c] === "obj") return c;
  return -1;
}

import { type Sentence, subtreeRange } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { corePhrase, nounPhrase, slice } from "../phrases/index.js";
import type { Content, ContentWords } from "./content.js";
import { aboutNoun, nominal } from "./content-noun.js";
import { stretchFrom, thatClause } from "./content-that.js";
import { verbal } from "./content-verb.js";

/** How far behind a turn of phrase its matter may open: "dug in its heels again this week over X". */
const REACH = 7;

/**
 * What stands behind token `at` and is opened by one of `about`: by place and not by the tree, which hangs what follows a turn of phrase
 * in many places. Null where nothing of the kind follows.
 */
export function contentAfter(
  doc: Document,
  s: Sentence,
  at: number,
  about: readonly string[],
  words: ContentWords,
): Content | null {
  for (const opener of about) {
    const first = opensAt(s, at + 1, opener, words);
    if (first < 0) continue;
    const found =
      opener === "inf"
        ? infinitive(doc, s, first, words)
        : opener === "that"
          ? clause(doc, s, first)
          : phrase(doc, s, first, words);
    if (found !== null) return found;
  }
  return null;
}

/** First token of what the opener opens, or -1. */
function opensAt(s: Sentence, from: number, opener: string, words: ContentWords): number {
  if (opener === "np") return s.upos[from] === "PUNCT" || s.upos[from] === "ADP" ? -1 : from;
  for (let t = from; t < s.size && t < from + REACH; t++) {
    if (s.upos[t] === "PUNCT" || s.upos[t] === "VERB" || s.upos[t] === "CCONJ") return -1;
    // "expressed hope that a row at home will ease": what is hoped opens here.
    if (opener !== "that" && s.upos[t] === "SCONJ" && words.that.has(s.norms[t])) return -1;
    // "submitted their briefs to the court": a verb with an object of its own is no turn of phrase.
    if (opener !== "against" && (s.deprels[t] === "obj" || s.deprels[t] === "iobj")) return -1;
    if (
      opener === "inf"
        ? s.xpos[t] === "TO"
        : opener === "that"
          ? words.that.has(s.norms[t])
          : s.norms[t] === opener
    )
      return t + 1;
  }
  return -1;
}

function infinitive(doc: Document, s: Sentence, first: number, words: ContentWords): Content | null {
  for (let t = first; t < s.size && t < first + 3; t++)
    if (s.upos[t] === "VERB" || (s.upos[t] === "AUX" && s.deprels[t] === "root"))
      return verbal(doc, s, topFrom(s, t, first), words);
  return null;
}

function clause(doc: Document, s: Sentence, first: number): Content | null {
  const over = s.heads[first - 1];
  return over >= first ? thatClause(doc, s, over) : stretchFrom(doc, s, first);
}

/** A noun phrase or gerund that begins at `first`. */
function phrase(doc: Document, s: Sentence, first: number, words: ContentWords): Content | null {
  // "what it could not put up with was silence"
  if (s.upos[first] === "AUX") return first + 1 < s.size ? phrase(doc, s, first + 1, words) : null;
  const top = topFrom(s, first, first);
  if (s.upos[top] === "VERB" && s.xpos[top] === "VBG") return verbal(doc, s, top, words);
  if (s.upos[top] === "PRON" && s.xpos[top] !== "WP") {
    const { text } = slice(doc, s, top, top + 1);
    return { head: top, issue: text, stance: text, noun: -1 };
  }
  if (s.xpos[top] === "WP") return nominal(doc, s, top, words);
  const head =
    s.upos[top] === "NOUN" || s.upos[top] === "PROPN" || s.upos[top] === "NUM" ? top : nounIn(s, first);
  if (head < 0) return null;
  // "stood firm on its demand for X": X.
  // "warned against any concession on the islands": what is given, and not the islands.
  const given = words.positionNouns.get(s.lemmas[head])?.includes("yielding") ?? false;
  const about =
    words.positionNouns.has(s.lemmas[head]) && !given ? aboutNoun(doc, s, head, s.heads[head], words) : null;
  if (about !== null) return about;
  const content = nominal(doc, s, head, words);
  const [core, whole] = [corePhrase(doc, s, head), nounPhrase(doc, s, head)];
  if (whole.from >= first || head < first) return content;
  // A noun that is itself a predicate takes the words before it along: "has been | against dialogue".
  return {
    ...content,
    issue: slice(doc, s, first, core.to).text,
    stance: slice(doc, s, first, whole.to).text,
  };
}

/** The highest token above `t` whose phrase does not reach back before `first`. */
function topFrom(s: Sentence, t: number, first: number): number {
  let top = t;
  while (s.heads[top] >= first && subtreeRange(s, s.heads[top])[0] >= first - 1) top = s.heads[top];
  return top;
}

/** The last noun of the run of words that begins at `first`. */
function nounIn(s: Sentence, first: number): number {
  let noun = -1;
  for (let t = first; t < s.size; t++) {
    if (s.upos[t] === "NOUN" || s.upos[t] === "PROPN") noun = t;
    else if (s.upos[t] !== "DET" && s.upos[t] !== "ADJ" && s.upos[t] !== "NUM" && s.xpos[t] !== "PRP$") break;
  }
  return noun;
}

import { childWith, type Sentence } from "../../language/index.js";
import type { Document } from "../../text/index.js";

/** Words of a phrase as they stand: token range [from, to), character range [start, end), and the text between. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Dependents that say more about a noun without being part of what it names. */
const LOOSE = new Set([
  "acl:relcl",
  "parataxis",
  "appos",
  "advcl",
  "advcl:relcl",
  "discourse",
  "vocative",
  "cop",
  "nsubj",
  "nsubj:pass",
  "aux",
  "expl",
  "mark",
  "ccomp",
]);
/** Dependents dropped from the front of a noun phrase. */
const FRONT = new Set(["det", "det:predet", "case", "cc", "mark", "punct", "advmod", "cc:preconj"]);
/** What may stand right before a noun phrase and belong to it though the parser hung it elsewhere. */
const BEFORE = new Set(["compound", "amod", "nmod"]);
const NAMING = new Set(["NOUN", "ADJ"]);
const LONGEST = 40;

/**
 * The noun phrase around `head` without relative clauses and asides, without its preposition, article and possessive pronoun in front.
 */
export function nounPhrase(doc: Document, s: Sentence, head: number): Phrase {
  let [from, to] = hull(s, head, LOOSE);
  while (
    from > 0 &&
    !FRONT.has(s.deprels[from]) &&
    BEFORE.has(s.deprels[from - 1]) &&
    NAMING.has(s.upos[from - 1])
  )
    from--;
  // "five-point", cut in three by the tokeniser, the first part hung elsewhere.
  if (from > 0 && s.norms[from] === "-" && s.ends[from - 1] === s.starts[from]) from--;
  if (from > 1 && s.norms[from - 1] === "-" && s.ends[from - 1] === s.starts[from]) from -= 2;
  // "keep alive a pact": what stands before the article belongs to the verb.
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "det" && c > from && s.upos[c - 1] === "ADJ" && s.heads[c - 1] === head) from = c;
  // "described the mood as gloomy": what it is called is not its name.
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c])
    if (c > head && s.upos[c] === "ADJ" && s.deprels[c] === "nmod") to = Math.min(to, hull(s, c, NONE)[0]);
  while (from < head && (FRONT.has(s.deprels[from]) || isPossessivePronoun(s, from))) from++;
  while (to > head + 1 && s.upos[to - 1] === "PUNCT" && s.norms[to - 1] !== ")") to--;
  return slice(doc, s, from, to);
}

/** A verb with what depends on it to the right (and its particle), without subject, auxiliaries and asides: what is to be done. */
export function verbPhrase(doc: Document, s: Sentence, head: number): Phrase {
  let to = head + 1;
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    if (c < head || s.deprels[c] === "parataxis" || s.deprels[c] === "punct") continue;
    to = Math.max(to, hull(s, c, NONE)[1]);
  }
  to = beforeComment(s, head, to);
  while (to > head + 1 && s.upos[to - 1] === "PUNCT") to--;
  return slice(doc, s, head, to);
}

/** Where a comment on the whole begins: "part of the package, a demand that X rejects" tells X's view, not what is demanded. */
export function beforeComment(s: Sentence, head: number, to: number): number {
  for (let t = head + 3; t < to; t++) {
    if (s.upos[t] !== "NOUN" || s.upos[t - 1] !== "DET" || !opensAside(s, t - 2)) continue;
    // A second object that nothing joins to the first is none, nor a subject behind its predicate.
    const behind = s.deprels[t] === "nsubj" && (s.heads[t] < t || s.upos[s.heads[t]] !== "VERB");
    const apposed = s.deprels[t] === "appos" || s.deprels[t] === "obj" || behind;
    // Taken for one of a list, though nothing joins it.
    if (!apposed && (s.deprels[t] !== "conj" || lastOf(s, s.heads[t]) !== t)) continue;
    const told = childWith(s, t, "acl") >= 0 ? childWith(s, t, "acl") : childWith(s, t, "acl:relcl");
    const relative = s.xpos[t + 1] === "WDT" || s.upos[t + 1] === "SCONJ" || told === t + 1;
    if (relative || (apposed && told >= 0 && childWith(s, told, "nsubj") >= 0)) return t - 2;
  }
  return to;
}

/** A comma, or a dash that stands free. */
const opensAside = (s: Sentence, t: number): boolean =>
  s.norms[t] === "," || (s.norms[t] === "-" && s.ends[t - 1] < s.starts[t]);

/** The last conjunct of a word, -1 where a word joins one of them. */
function lastOf(s: Sentence, head: number): number {
  let last = -1;
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "conj") continue;
    if (childWith(s, c, "cc") >= 0) return -1;
    last = c;
  }
  return last;
}

/** The whole clause around `head`, subject included, without closing punctuation. */
export function clausePhrase(doc: Document, s: Sentence, head: number): Phrase {
  let [from, to] = hull(s, head, ASIDE);
  while (from < head && (s.upos[from] === "PUNCT" || s.deprels[from] === "mark" || s.deprels[from] === "cc"))
    from++;
  while (to > head + 1 && s.upos[to - 1] === "PUNCT") to--;
  return slice(doc, s, from, to);
}

const NONE: ReadonlySet<string> = new Set();
const ASIDE: ReadonlySet<string> = new Set(["parataxis"]);

export function slice(doc: Document, s: Sentence, from: number, to: number): Phrase {
  const start = s.starts[from];
  const end = s.ends[to - 1];
  const text = doc.text.slice(start, end);
  return { from, to, start, end, text: isPlain(text) ? text : paired(text.replace(/\s+/g, " ")) };
}

/** Whether a text has single spaces, ASCII and no quotation mark: what most phrases are, with nothing to put right. */
function isPlain(text: string): boolean {
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > 126 || c < 32 || c === 34 || (c === 32 && before === 32)) return false;
    before = c;
  }
  return true;
}

/** Without quotation marks where they do not come in pairs: a phrase may begin or end inside a quotation. */
function paired(text: string): string {
  if (!/["“”]/.test(text)) return text;
  return (text.match(/["“”]/g)?.length ?? 0) % 2 === 0 ? text : text.replace(/["“”]/g, "").trim();
}

/** Token hull of a subtree, leaving out children of `head` in `without`; grows outward only over what hangs together. */
function hull(s: Sentence, head: number, without: ReadonlySet<string>): [number, number] {
  let from = head;
  let to = head + 1;
  const stack: number[] = [];
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c])
    if (!without.has(s.deprels[c])) stack.push(c);
  while (stack.length > 0) {
    const t = stack.pop() as number;
    if (t < head - LONGEST || t > head + LONGEST) continue;
    if (t < from) from = t;
    if (t + 1 > to) to = t + 1;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c])
      if (s.deprels[c] !== "acl:relcl" && s.deprels[c] !== "parataxis") stack.push(c);
  }
  return [from, to];
}

const isPossessivePronoun = (s: Sentence, t: number): boolean =>
  s.deprels[t] === "nmod:poss" && s.upos[t] === "PRON";

/** Whether the subtree of `head` holds one of these lemmas. Looks at most 24 tokens either way. */
export function subtreeHas(s: Sentence, head: number, lemmas: ReadonlySet<string>): boolean {
  const stack = [head];
  for (let steps = 0; stack.length > 0 && steps < 48; steps++) {
    const t = stack.pop() as number;
    if (lemmas.has(s.lemmas[t]) || lemmas.has(s.norms[t])) return true;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) stack.push(c);
  }
  return false;
}

/** Tokens of a clause without what is coordinated to it or said beside it. */
export function ownRange(
  s: Sentence,
  clause: { readonly head: number; readonly support: number },
): readonly [number, number] {
  return hull(s, verbOf(clause), BESIDE);
}

const BESIDE: ReadonlySet<string> = new Set(["conj", "parataxis", "acl:relcl"]);

/** Token of the verb: the light verb where there is one. */
export const verbOf = (clause: { readonly head: number; readonly support: number }): number =>
  clause.support >= 0 ? clause.support : clause.head;

/**
 * What a noun phrase is about in short: the noun with what stands before it, its first complement, and complements of that which share
 * its preposition kind (the first preposition of the deeper ones: "of"). "return of the two islands in the event of a treaty" gives
 * "return of the two islands".
 */
export function corePhrase(doc: Document, s: Sentence, head: number): Phrase {
  const whole = nounPhrase(doc, s, head);
  let to = head + 1;
  let noun = head;
  for (let depth = 0; depth < 3; depth++) {
    const complement = firstComplement(s, noun, to, depth > 0 ? "of" : null);
    if (complement < 0) break;
    noun = complement;
    to = Math.max(to, complement + 1);
    for (let c = s.firstChild[complement]; c >= 0; c = s.nextSibling[c])
      if (s.deprels[c] === "flat" || s.deprels[c] === "nmod:unmarked") to = Math.max(to, c + 1);
  }
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c])
    if (c > head && (s.deprels[c] === "conj" || s.deprels[c] === "flat") && noun === head)
      to = Math.max(to, c + 1);
  return slice(doc, s, whole.from, Math.min(Math.max(to, whole.from + 1), whole.to));
}

function firstComplement(s: Sentence, noun: number, from: number, only: string | null): number {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (c < noun || (s.deprels[c] !== "nmod" && s.deprels[c] !== "acl" && s.deprels[c] !== "obl")) continue;
    const first = s.firstChild[c];
    if (only !== null && (first < 0 || s.norms[first] !== only)) return -1;
    return c >= from ? c : -1;
  }
  return -1;
}

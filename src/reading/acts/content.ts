import { childWith, type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, clausePhrase, nounPhrase, slice, verbPhrase } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { endOf, isMatter, isParty, widened } from "./extent.js";
import type { Content } from "./types.js";
import type { ActWords } from "./words.js";

const CLAUSAL = new Set(["xcomp", "ccomp", "advcl", "acl", "csubj", "parataxis"]);

/** The first of `sources` at which the clause has content: "inf", "that", "ger", "obj", or a preposition; under `more` too, nouns of an idiom. */
export function contentOf(
  layers: Layers,
  clause: Clause,
  sources: readonly string[],
  words: ActWords,
  more: readonly number[] = [],
): Content | null {
  const s = layers.parsed.sentences[clause.sentence];
  const tops = clause.support >= 0 ? [clause.head, clause.support] : [clause.head, ...more];
  for (const source of sources) {
    for (const top of tops) {
      const found = at(layers, s, clause, top, source, words);
      if (found !== null) return NEAREST.has(source) ? nearer(found, top) : found;
    }
  }
  return null;

  /** Of an object and an infinitive the one next to the verb: "offered to free two men", "offered two men to help". */
  function nearer(found: Content, top: number): Content {
    let best = found;
    for (const source of sources) {
      if (!NEAREST.has(source)) continue;
      const other = at(layers, s, clause, top, source, words);
      if (other === null) continue;
      // What stands behind the verb is its content before anything in front of it: "the aid that it promised to deliver".
      const behind = other.from > top && best.from < top;
      if (behind || (other.from < best.from && !(best.from > top && other.from < top))) best = other;
    }
    return best;
  }
}

const NEAREST = new Set(["obj", "inf", "ger"]);

/** What a noun says it is about: "a proposal to share power", "an offer of talks", "a call for calm". */
export function contentOfNoun(layers: Layers, s: Sentence, noun: number, words: ActWords): Content | null {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (c < noun) continue;
    const rel = s.deprels[c];
    if ((rel === "acl" || rel === "xcomp" || rel === "advcl") && isInfinitive(s, c))
      return verbal(layers, s, c, noun, words);
    // "a pledge made by donors to provide": the infinitive hangs on the participle.
    if (rel === "acl" && s.xpos[c] === "VBN" && c <= noun + 2)
      for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
        if (k > c && isInfinitive(s, k)) return verbal(layers, s, k, c, words);
    if ((rel === "acl" || rel === "advcl") && s.xpos[c] === "VBG" && introduced(s, c, words.about))
      return verbal(layers, s, c, noun, words);
    if ((rel === "ccomp" || rel === "acl") && introduced(s, c, words.that))
      return finite(layers, s, c, noun, words);
    if (rel.startsWith("nmod") && introduced(s, c, words.about)) {
      if (s.upos[c] === "VERB") return verbal(layers, s, c, noun, words);
      // "a call for Chad to withdraw": who is to do it.
      const deed = infinitiveBehind(layers, s, c);
      if (deed >= 0) {
        const whole = verbal(layers, s, deed, noun, words);
        // "a call for it to be carried out": to what it is done.
        if (isParty(layers, s, c)) return whole;
        return made(layers, s, "inf", deed, nounPhrase(layers.parsed.document, s, c).from, whole.to, words);
      }
      const counted = childWith(s, c, "nummod") >= 0;
      if (
        !isMatter(layers, s, c) &&
        !(isParty(layers, s, c) && (counted || introduced(s, c, words.aboutParty)))
      )
        continue;
      return nominal(layers, s, c, noun, words);
    }
  }
  return strayOf(layers, s, noun, words) ?? stretchAfter(layers, s, noun, words);
}

/** The infinitive right behind a party, or the passive one behind a thing, wherever the parser hung it; or -1. */
function infinitiveBehind(layers: Layers, s: Sentence, noun: number): number {
  let to = noun + 1;
  while (to < s.size && (s.heads[to] === noun || s.upos[to] === "NOUN") && s.xpos[to] !== "TO") to++;
  if (s.xpos[to] !== "TO") return -1;
  if (isParty(layers, s, noun)) return s.xpos[to + 1] === "VB" ? to + 1 : -1;
  return s.lemmas[to + 1] === "be" && s.xpos[to + 2] === "VBN" ? to + 2 : -1;
}

/** "its demand that the boats be kept out": what follows "that", where the parser took the subjunctive for something else. */
function stretchAfter(layers: Layers, s: Sentence, noun: number, words: ActWords): Content | null {
  if (!words.that.has(s.norms[noun + 1])) return null;
  const from = noun + 2;
  let to = from;
  let modal = -1;
  while (to < s.size && (s.upos[to] !== "PUNCT" || isInsideWord(s, to))) {
    if (modal < 0 && s.xpos[to] === "MD") modal = to;
    to++;
  }
  if (to - from < 3) return null;
  // "assurances that its men will be out": taken for a relative, though it has a subject of its own and goes on behind its verb.
  if (s.upos[noun + 1] === "PRON" && (modal <= from || to - modal < 4)) return null;
  const { text } = slice(layers.parsed.document, s, from, to);
  return { form: "that", head: from, from, to, text, clause: null };
}

/** The hyphen of "arms-control", which the tokeniser cuts. */
const isInsideWord = (s: Sentence, t: number): boolean =>
  t + 1 < s.size && s.ends[t - 1] === s.starts[t] && s.ends[t] === s.starts[t + 1];

/** Content that the parser hung on the verb above, right behind the noun: "missed a deadline for the removal", "struck a deal to trade". */
function strayOf(layers: Layers, s: Sentence, noun: number, words: ActWords): Content | null {
  const over = s.heads[noun];
  const end = subtreeRange(s, noun)[1];
  if (over < 0 || end >= s.size) return null;
  for (let c = s.firstChild[over]; c >= 0; c = s.nextSibling[c]) {
    const gap = subtreeRange(s, c)[0] - end;
    if (c > noun && s.deprels[c] === "ccomp" && gap >= 0 && gap <= 2 && introduced(s, c, words.that))
      return finite(layers, s, c, over, words);
    if (c <= noun || gap !== 0) continue;
    if (isInfinitive(s, c)) return verbal(layers, s, c, over, words);
    if (s.deprels[c].startsWith("obl") && introduced(s, c, words.about) && isMatter(layers, s, c))
      return nominal(layers, s, c, over, words);
  }
  return null;
}

function at(
  layers: Layers,
  s: Sentence,
  clause: Clause,
  top: number,
  source: string,
  words: ActWords,
): Content | null {
  if (source === "obj") {
    for (const o of clause.objects) {
      if (o === clause.head || s.upos[o] === "PRON" || o < top - 24 || isParty(layers, s, o)) continue;
      // "asked why he had not come": a question, no thing.
      if (s.xpos[o].startsWith("W")) continue;
      const given = o > top ? afterFirst(s, clause, o) : -1;
      if (given >= 0 && !isParty(layers, s, given)) return nominal(layers, s, given, top, words);
      if (!words.empty.has(s.lemmas[o])) return nominal(layers, s, o, top, words);
    }
    return secondObject(layers, s, clause, top, words);
  }
  for (let c = s.firstChild[top]; c >= 0; c = s.nextSibling[c]) {
    if (c <= top) continue;
    const rel = s.deprels[c];
    if (source === "inf") {
      if (CLAUSAL.has(rel) && rel !== "parataxis" && isInfinitive(s, c) && !(rel === "advcl" && c > top + 12))
        return verbal(layers, s, c, top, words);
      // "agreed at a summit in Oslo to withdraw": the infinitive hung on the occasion, the place or the date.
      const stray =
        rel.startsWith("obl") || rel.startsWith("nmod") ? infinitiveUnder(layers, s, c, words) : -1;
      if (stray >= 0) return verbal(layers, s, stray, top, words);
      // "asked Chad to withdraw": the infinitive hung on the object.
      if ((rel === "obj" || rel === "obl") && isParty(layers, s, c))
        for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
          if (k > c && s.deprels[k] === "acl" && isInfinitive(s, k)) return verbal(layers, s, k, top, words);
    } else if (source === "that") {
      const asked = introduced(s, c, words.questions) || asksWhat(s, c);
      if (rel === "ccomp" && !isInfinitive(s, c) && !asked && s.xpos[c] !== "VBG")
        return finite(layers, s, c, top, words);
    } else if (source === "ger") {
      if (s.xpos[c] === "VBG" && c <= top + 4 && CLAUSAL.has(rel)) return verbal(layers, s, c, top, words);
    } else if (rel === "advmod") {
      // "invited them back to the table"
      for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
        if (k > c && marked(s, k, source) && isMatter(layers, s, k)) return nominal(layers, s, k, c, words);
    } else if (words.proviso.has(s.norms[c])) {
      // "agreed on condition that": not what is agreed.
    } else if (words.manner.has(s.lemmas[c]) && rel.startsWith("obl")) {
      // "agreed in principle on joint patrols": what is agreed on hangs on the manner.
      for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
        if (
          k > c &&
          marked(s, k, source) &&
          (isMatter(layers, s, k) || agreedOn(layers, s, clause, k, words))
        )
          return nominal(layers, s, k, top, words);
    } else if (marked(s, c, source)) {
      if (CLAUSAL.has(rel) && s.xpos[c] === "VBG") return verbal(layers, s, c, top, words);
      if (
        (rel.startsWith("obl") || rel.startsWith("nmod")) &&
        (isMatter(layers, s, c) ||
          agreedOn(layers, s, clause, c, words) ||
          (words.inviting.has(clause.lemma) && !isParty(layers, s, c)))
      )
        return words.empty.has(s.lemmas[c]) ? null : nominal(layers, s, c, top, words);
    }
  }
  return null;
}

/** "promised girls a return to school": of two objects in a row the second is what is promised, or -1. */
function afterFirst(s: Sentence, clause: Clause, first: number): number {
  const next = clause.objects.find((o) => o > first && s.upos[o] === "NOUN") ?? -1;
  if (next < 0 || s.deprels[next] !== "obj" || s.deprels[first] === "conj") return -1;
  const [from] = subtreeRange(s, next);
  // "proposed a ceasefire, an idea that Chad rejected": behind a comma the first is told again.
  return from === subtreeRange(s, first)[1] && s.upos[from] !== "PUNCT" ? next : -1;
}

/**
 * "The rebels will get amnesty, Chad has promised": what is promised in front of the verb at the end of its sentence, wherever the parser
 * hung the one on the other.
 */
export function frontedOf(layers: Layers, clause: Clause, words: ActWords): Content | null {
  const s = layers.parsed.sentences[clause.sentence];
  let first = Math.min(clause.head, ...clause.subjects.map((t) => subtreeRange(s, t)[0]));
  while (s.upos[first] === "PUNCT") first++;
  if (first < 4 || s.norms[first - 1] !== "," || clause.head + TAIL < s.size) return null;
  for (const i of layers.clausesBySentence[clause.sentence] ?? []) {
    const x = layers.clauses[i];
    if (x.head >= clause.head) return null;
    if (x.index !== clause.parent && x.parent !== clause.index) continue;
    if (x.modal === null || !words.future.has(x.modal)) continue;
    const whole = finite(layers, s, x.head, x.head, words);
    const to = Math.min(whole.to, first - 1);
    if (to <= x.head) return null;
    return { ...whole, to, text: slice(layers.parsed.document, s, whole.from, to).text };
  }
  return null;
}
/** Words that a verb at the end of its sentence may have behind it. */
const TAIL = 5;

/** "asked why the talks had failed" */
function asksWhat(s: Sentence, verb: number): boolean {
  const first = s.firstChild[verb];
  return first >= 0 && first < verb && s.xpos[first].startsWith("W") && s.xpos[first] !== "WDT";
}

/** "offered protesters an amnesty": of two objects in a row parsers hang the second on the first, or take it for a predicate. */
function secondObject(
  layers: Layers,
  s: Sentence,
  clause: Clause,
  top: number,
  words: ActWords,
): Content | null {
  const party = clause.objects.find((o) => o > top && o !== clause.head);
  if (party === undefined) return null;
  for (const over of [party, top])
    for (let c = s.firstChild[over]; c >= 0; c = s.nextSibling[c])
      if (c > party && s.upos[c] === "NOUN" && s.deprels[c] === (over === party ? "obj" : "xcomp"))
        return nominal(layers, s, c, top, words);
  return null;
}

/** "agreed on joint patrols": what is agreed on is a matter, whatever it is; a day or an occasion is none. */
function agreedOn(layers: Layers, s: Sentence, clause: Clause, noun: number, words: ActWords): boolean {
  if (!words.verbs.get(clause.lemma)?.some((e) => e.cls === "agree") || s.upos[noun] !== "NOUN") return false;
  if (words.occasions.has(s.lemmas[noun]) || words.empty.has(s.lemmas[noun])) return false;
  return !(layers.timesBySentence[s.index] ?? []).some(
    (i) => layers.times[i].from <= noun && noun < layers.times[i].to,
  );
}

function infinitiveUnder(layers: Layers, s: Sentence, noun: number, words: ActWords): number {
  // "agreed in principle to ship it": how it is agreed.
  const aside = words.occasions.has(s.lemmas[noun]) || words.manner.has(s.lemmas[noun]);
  if (isMatter(layers, s, noun) && !aside) return -1;
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (c < noun) continue;
    if (s.deprels[c] === "acl" && isInfinitive(s, c)) return c;
    const deeper = s.deprels[c].startsWith("nmod") ? infinitiveUnder(layers, s, c, words) : -1;
    if (deeper >= 0) return deeper;
  }
  return -1;
}

function verbal(layers: Layers, s: Sentence, head: number, over: number, words: ActWords): Content {
  const phrase = verbPhrase(layers.parsed.document, s, head);
  return made(
    layers,
    s,
    "inf",
    head,
    patient(layers, s, head, over) ?? negatedFrom(layers, s, head, words) ?? phrase.from,
    beyondFocus(s, head, widened(layers, s, over, phrase.to, words), words),
    words,
  );
}

/** "agreed to admit only workers with papers": parsers break off behind "only", taking what it points at for a verb. */
function beyondFocus(s: Sentence, head: number, to: number, words: ActWords): number {
  if (to !== head + 1 || !words.focus.has(s.norms[to] ?? "")) return to;
  let end = to;
  while (end < s.size && s.upos[end] !== "PUNCT" && s.upos[end] !== "CCONJ") end++;
  return end;
}

/** "called for observers to be stationed": what is to be done begins with those to whom it is done. */
function patient(layers: Layers, s: Sentence, head: number, over: number): number | null {
  let passive = false;
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    passive ||= s.deprels[c] === "aux:pass";
  if (!passive) return null;
  for (let c = s.firstChild[over]; c >= 0; c = s.nextSibling[c]) {
    if (c <= over || c >= head || (s.deprels[c] !== "obj" && s.deprels[c] !== "obl")) continue;
    if (s.upos[c] === "NOUN") return nounPhrase(layers.parsed.document, s, c).from;
  }
  return null;
}

/** "not to use force": what is agreed begins with its negation. */
function negatedFrom(layers: Layers, s: Sentence, head: number, words: ActWords): number | null {
  const inner = clauseAt(layers, s.index, head);
  let to = head - 1;
  while (to > 0 && s.xpos[to] !== "TO") to--;
  // "vowed never to": parsers hang the negation on the verb above.
  const denial = to > 1 && s.upos[to - 1] === "ADV" && words.denials.has(s.norms[to - 2]) ? to - 2 : to - 1;
  if (to > 0 && head - to <= 2 && words.denials.has(s.norms[denial]) && s.heads[denial] !== head)
    return denial;
  return inner?.negated && inner.negation >= 0 && inner.negation < head ? inner.negation : null;
}

function finite(layers: Layers, s: Sentence, head: number, over: number, words: ActWords): Content {
  const phrase = clausePhrase(layers.parsed.document, s, head);
  const to = withSubjunctive(s, head, widened(layers, s, over, phrase.to, words));
  return made(layers, s, "that", head, phrase.from, to, words);
}

/** "asks that the text agreed in Oslo be restored": parsers take the participle for the verb, and lose what is to be done. */
function withSubjunctive(s: Sentence, head: number, to: number): number {
  for (let t = Math.max(head + 1, to); t < s.size && t <= to + 3; t++) {
    if (s.upos[t] === "PUNCT") return to;
    if (s.norms[t] !== "be" || s.xpos[t - 1] === "TO" || s.xpos[t - 1] === "MD") continue;
    let end = t + 1;
    while (end < s.size && s.upos[end] !== "PUNCT") end++;
    return end;
  }
  return to;
}

function nominal(layers: Layers, s: Sentence, head: number, over: number, words: ActWords): Content {
  if (s.upos[head] === "VERB" && s.xpos[head] === "VBG") return verbal(layers, s, head, head, words);
  if (s.xpos[head] === "WP") {
    const called = calledBy(s, head);
    if (called >= 0) return nominal(layers, s, called, over, words);
  }
  const phrase = nounPhrase(layers.parsed.document, s, head);
  return made(layers, s, "noun", head, phrase.from, widened(layers, s, over, phrase.to, words), words);
}

/** "pressed for what it calls a full answer": what it is called is what is asked for. */
function calledBy(s: Sentence, what: number): number {
  for (let t = what + 1; t < s.size && t < what + NEAR; t++) {
    if (s.upos[t] !== "VERB") continue;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c])
      if (c > t && s.upos[c] === "NOUN" && OBJECTS.has(s.deprels[c])) return c;
    return -1;
  }
  return -1;
}
const NEAR = 5;
const OBJECTS: ReadonlySet<string> = new Set(["obj", "xcomp", "obl"]);

function made(
  layers: Layers,
  s: Sentence,
  form: Content["form"],
  head: number,
  from: number,
  to: number,
  words: ActWords,
): Content {
  const end = endOf(layers, s, head, to, words);
  const { text } = slice(layers.parsed.document, s, from, end);
  return { form, head, from, to: end, text, clause: clauseAt(layers, s.index, head) };
}

export function isInfinitive(s: Sentence, head: number): boolean {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.xpos[c] === "TO" && s.deprels[c] === "mark") return true;
  return false;
}

function marked(s: Sentence, head: number, word: string): boolean {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if ((s.deprels[c] === "mark" || s.deprels[c] === "case") && s.norms[c] === word) return true;
  return false;
}

function introduced(s: Sentence, head: number, words: ReadonlySet<string>): boolean {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if ((s.deprels[c] === "mark" || s.deprels[c] === "case") && words.has(s.norms[c])) return true;
  return false;
}

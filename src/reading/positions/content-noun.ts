import { type Sentence, subtreeRange } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { corePhrase, nounPhrase, slice, verbPhrase } from "../phrases/index.js";
import type { Content, ContentWords } from "./content.js";
import { thatClause } from "./content-that.js";
import { complements, isInfinitive, marked } from "./content-tree.js";
import { verbal } from "./content-verb.js";

/** What a position noun is about: "its demand for X", "the policy of seeking X", "opposition to X", "refusal to X". */
export function aboutNoun(
  doc: Document,
  s: Sentence,
  noun: number,
  verb: number,
  words: ContentWords,
): Content | null {
  if (!words.positionNouns.has(s.lemmas[noun])) return null;
  for (const c of [...complements(s, noun, (x) => x > noun), ...strayAfter(s, verb, noun)]) {
    const rel = s.deprels[c];
    // "rejected the idea, saying that ...": set off, and no part of the idea.
    if (s.xpos[c] === "VBG" && s.upos[c - 1] === "PUNCT") continue;
    // "a demand by the junta that the weapons be given back": whose it is says nothing of what it is.
    if (rel.startsWith("nmod") && ownedBy(s, c, words) && saidBehind(s, noun, c)) continue;
    if (rel === "acl" || rel === "ccomp" || rel === "xcomp" || rel === "advcl") {
      const told = rel === "ccomp" || [...words.that].some((w) => marked(s, c, w));
      const inner = told ? thatClause(doc, s, c) : verbal(doc, s, c, words);
      return { ...inner, noun };
    }
    if (rel.startsWith("nmod") || rel === "obl") {
      const behind = clauseBehind(doc, s, noun, verb, c, words);
      if (behind !== null) return { ...behind, noun };
      const gerund = s.xpos[c] === "VBG" && s.upos[c] === "VERB";
      return { ...(gerund ? verbal(doc, s, c, words) : nominal(doc, s, c, words)), noun };
    }
  }
  // "its demand that lenders accept losses, an official said": hung on the verb of speech.
  const that = words.that.has(s.norms[noun + 1]) ? s.heads[noun + 1] : -1;
  if (that > noun + 1 && s.deprels[that] === "ccomp") return { ...thatClause(doc, s, that), noun };
  const said = words.resumed(doc, s, noun);
  return said === null ? null : { head: said.head, issue: said.text, stance: said.text, noun };
}

/**
 * "its call for Chile to withdraw", "the view to his counterpart that the canal stay open": behind the one named stands what is to be done, or
 * what is held. Null where nothing of the kind follows.
 */
function clauseBehind(
  doc: Document,
  s: Sentence,
  noun: number,
  verb: number,
  named: number,
  words: ContentWords,
): Content | null {
  const end = subtreeRange(s, named)[1];
  for (const over of [named, noun, verb])
    for (const c of complements(s, over, (k) => k > named && SAID.has(s.deprels[k]))) {
      const from = subtreeRange(s, c)[0];
      if (over === named ? from > named + 4 : from !== end) continue;
      if (s.upos[named] === "PROPN" || s.upos[named] === "PRON" || over !== named) {
        if ([...words.that].some((w) => marked(s, c, w))) return thatClause(doc, s, c);
        if (isInfinitive(s, c) && isAsked(s, named, words)) return verbal(doc, s, c, words);
      }
    }
  return null;
}

/** "calls on the leaders to", "a call for Chile to": whoever is to do it. */
const isAsked = (s: Sentence, named: number, words: ContentWords): boolean =>
  complements(s, named, (k) => k < named && s.deprels[k] === "case" && words.askedOf.has(s.norms[k])).length >
  0;

const SAID: ReadonlySet<string> = new Set(["acl", "ccomp", "advcl", "xcomp"]);

const ownedBy = (s: Sentence, c: number, words: ContentWords): boolean =>
  complements(s, c, (k) => k < c && s.deprels[k] === "case" && words.owners.has(s.norms[k])).length > 0;

const saidBehind = (s: Sentence, noun: number, after: number): boolean =>
  complements(s, noun, (k) => k > after && BEHIND.has(s.deprels[k])).length > 0;
const BEHIND: ReadonlySet<string> = new Set(["acl", "ccomp", "nmod"]);

/** The object with an infinitive that belongs to it ("its right to enrich"), even where the parser hung that on the verb. */
export function objectOf(
  doc: Document,
  s: Sentence,
  verb: number,
  object: number,
  words: ContentWords,
): Content {
  if (words.positionNouns.get(s.lemmas[object])?.includes("content")) {
    const about = aboutNoun(doc, s, object, verb, words);
    if (about !== null) return { ...about, noun: -1 };
  }
  const content = nominal(doc, s, object, words);
  // "demands a guarantee that no ship be seized": with what is guaranteed, wherever that is hung.
  const clause = words.thatNouns.has(s.lemmas[object])
    ? strayAfter(s, verb, object).find((c) => s.deprels[c] === "ccomp" && !isInfinitive(s, c))
    : undefined;
  if (clause !== undefined) {
    const from = nounPhrase(doc, s, object).from;
    return { ...content, stance: slice(doc, s, from, verbPhrase(doc, s, clause).to).text };
  }
  const stray = strayAfter(s, verb, object).find((c) => s.deprels[c] !== "obl" && isInfinitive(s, c));
  if (stray === undefined || !words.positionNouns.has(s.lemmas[object])) return content;
  const own = nounPhrase(doc, s, object);
  const text = slice(doc, s, own.from, Math.max(own.to, subtreeRange(s, stray)[1])).text.replace(/[,;]$/, "");
  return { ...content, issue: text, stance: text };
}

/** Dependents of the verb that begin right where the noun's phrase ends: they say what the noun is about. */
function strayAfter(s: Sentence, verb: number, noun: number): number[] {
  if (s.heads[noun] !== verb) return [];
  const end = subtreeRange(s, noun)[1];
  return complements(
    s,
    verb,
    (c) =>
      c > noun &&
      (s.deprels[c] === "advcl" ||
        s.deprels[c] === "ccomp" ||
        s.deprels[c] === "xcomp" ||
        s.deprels[c] === "obl") &&
      subtreeRange(s, c)[0] === end,
  );
}

export function nominal(doc: Document, s: Sentence, wanted: number, words: ContentWords): Content {
  const head = calledSo(s, wanted);
  if (s.upos[head] === "VERB" && s.xpos[head] === "VBG") return verbal(doc, s, head, words);
  const said = words.resumed(doc, s, head);
  if (said !== null) return { head: said.head, issue: said.text, stance: said.text, noun: -1 };
  const whole = nounPhrase(doc, s, head);
  // "rejected the offer as illegal": why is no part of what was offered.
  const [judged] = complements(s, head, (c) => c > head && s.upos[c] === "ADJ" && s.deprels[c] === "nmod");
  if (judged !== undefined) {
    const cut = Math.max(head + 1, Math.min(whole.to, subtreeRange(s, judged)[0]));
    const { text } = slice(doc, s, whole.from, cut);
    return { head, issue: text, stance: text, noun: -1 };
  }
  return { head, issue: corePhrase(doc, s, head).text, stance: whole.text, noun: -1 };
}

/** "pressing for what it calls a sincere response": what is behind the free relative. */
function calledSo(s: Sentence, head: number): number {
  if (s.xpos[head] !== "WP") return head;
  for (const verb of complements(s, head, (c) => c > head && s.deprels[c] === "acl:relcl"))
    for (const o of complements(
      s,
      verb,
      (c) => c > verb && (s.deprels[c] === "obj" || s.deprels[c] === "xcomp"),
    ))
      if (s.upos[o] === "NOUN") return o;
  return head;
}

import { childWith, isRelation, type Sentence } from "../../language/index.js";
import { verbLemma } from "../clauses/index.js";
import type { WithClauses } from "../layers.js";
import { nounGroup, phraseBefore, singular } from "./phrase.js";
import type { VoiceWords } from "./words.js";

/** A place where the text says who speaks. Tokens of one sentence. */
export interface Frame {
  readonly sentence: number;
  /** Verb of speech, or "according". */
  readonly verb: number;
  /** `say`: told as said; `hold`: a view; `quoting`: only beside quotation marks; `source`: "according to". */
  readonly kind: "say" | "hold" | "quoting" | "source";
  /** Head noun of the speaker, and first token of the words for him and of the verb. */
  readonly speaker: number;
  readonly from: number;
  /** Set off by commas inside or after what is said: "the talks, officials said, will go on". */
  readonly parenthetical: boolean;
  /** Not asserted: negated, or under a modal or infinitive. */
  readonly unreal: boolean;
}

const END = new Set([".", ",", ";", "?", "!", "-", "--"]);
const QUOTE = new Set(["``", "''"]);

/** The frames of a sentence, left to right. Trees often lose a subject beside commas and quotation marks: the words next to the verb decide then. */
export function framesOf(input: WithClauses, s: Sentence, words: VoiceWords): Frame[] {
  const out: Frame[] = [];
  for (let t = 0; t < s.size; t++) {
    if (s.norms[t] === "according" && s.norms[t + 1] === "to") {
      const speaker = nounGroup(s, t + 2, s.size);
      if (speaker >= 0)
        out.push({
          sentence: s.index,
          verb: t,
          kind: "source",
          speaker,
          from: t,
          parenthetical: true,
          unreal: false,
        });
      continue;
    }
    if (s.upos[t] !== "VERB" && !isVerbOfQuote(s, t)) continue;
    const kind =
      kindOf(verbLemma(s, t), words) ?? (isVerbOfQuote(s, t) ? undefined : kindOf(withNext(s, t), words));
    if (kind === undefined) continue;
    const found = speakerOf(input, s, t, words);
    if (found === null) continue;
    const speaker = antecedent(s, t, found.speaker);
    out.push({ sentence: s.index, verb: t, kind, ...found, speaker, unreal: isUnreal(input, s, t, words) });
  }
  return out;
}

const kindOf = (lemma: string, words: VoiceWords): Frame["kind"] | undefined =>
  words.speech.get(lemma) ?? (words.quoting.has(lemma) ? "quoting" : undefined);

/** "went on": trees take the particle for an adverb. */
const withNext = (s: Sentence, t: number): string =>
  t + 1 < s.size && (s.upos[t + 1] === "ADV" || s.upos[t + 1] === "ADP")
    ? `${s.lemmas[t]}_${s.norms[t + 1]}`
    : "";

/** "...," argues Jane Doe; paragraph four notes "...": a word with a plural's ending beside a quotation and a name is its verb, whatever the tagger says. */
function isVerbOfQuote(s: Sentence, t: number): boolean {
  if (s.xpos[t] !== "NNS" || t === 0 || t + 1 >= s.size) return false;
  if (s.xpos[t - 1] === "''") return s.upos[t + 1] === "PROPN" || s.upos[t + 1] === "DET";
  // "..., reports the Northern Wire": the outlet ends the sentence.
  if (s.norms[t - 1] === "," && s.upos[t + 1] === "PROPN") return !verbWithin(s, t + 1, s.size);
  return s.xpos[t + 1] === "``" && (s.upos[t - 1] === "NOUN" || s.upos[t - 1] === "PROPN");
}

/** "the envoy, who added": whom a relative pronoun takes up speaks. */
const antecedent = (s: Sentence, v: number, speaker: number): number =>
  s.xpos[speaker] === "WP" && isRelation(s.deprels[v], "acl:relcl") ? s.heads[v] : speaker;

type Found = Pick<Frame, "speaker" | "from" | "parenthetical">;

function speakerOf(input: WithClauses, s: Sentence, v: number, words: VoiceWords): Found | null {
  if (s.xpos[v] === "VBN" && hasPassive(s, v)) return agentOf(s, v);
  if (words.hearers.has(s.lemmas[v]) && isTold(s, v)) return agentOf(s, v);
  const quoted = quotedAs(s, v, words);
  if (quoted !== null) return quoted;
  // "gave them a document stating that": what a participle behind a noun tells, the noun does.
  const noun = s.heads[v];
  if (s.xpos[v] === "VBG" && isRelation(s.deprels[v], "acl") && noun === v - 1 && s.upos[noun] === "NOUN")
    return { speaker: noun, from: v, parenthetical: false };
  const past = pastRelative(s, v);
  if (past !== null) return past;
  const beside = phraseBefore(s, v);
  const parenthetical =
    beside !== null && isSetOff(s, beside.from, v) && !afterCircumstance(s, beside.from, v);
  const subjects: number[] = [];
  for (let k = s.firstChild[v]; k >= 0; k = s.nextSibling[k])
    if (isRelation(s.deprels[k], "nsubj") && !quoteBetween(s, k, v)) subjects.push(k);
  if (beside !== null && (parenthetical || subjects.length === 0) && !subjects.includes(beside.head))
    return { speaker: beside.head, from: beside.from, parenthetical };
  if (subjects.length > 0) {
    const left = subjects.filter((k) => k < v);
    const nearest = left[left.length - 1] ?? subjects[0];
    return { speaker: nearest, from: beside?.from ?? Math.min(nearest, v), parenthetical };
  }
  if (v > 0 && words.speakers.has(singular(s, v - 1)))
    return { speaker: v - 1, from: v - 1, parenthetical: false };
  const named = beforeApposition(s, v);
  if (named !== null) return named;
  // "...," said the envoy.
  if (v > 0 && (QUOTE.has(s.xpos[v - 1]) || s.xpos[v - 1] === ",") && s.xpos[v] !== "VBG") {
    const after = nounGroup(s, v + 1, s.size);
    if (after >= 0) return { speaker: after, from: v, parenthetical: true };
  }
  const clauses = input.clausesBySentence[s.index].map((i) => input.clauses[i]);
  // "A backed it; B turned it down, saying ...": whoever did what stands right before.
  const nearest =
    s.xpos[v] === "VBG" && v > 0 && s.norms[v - 1] === ","
      ? clauses
          .filter(
            (c) => c.head < v && c.tense !== "none" && !c.relation.startsWith("acl") && c.subjects.length > 0,
          )
          .at(-1)
      : undefined;
  const clause = nearest ?? clauses.find((c) => c.head === v);
  const inherited = clause?.subjects.find((x) => !quoteBetween(s, x, v));
  return inherited === undefined ? null : { speaker: inherited, from: v, parenthetical: false };
}

/** Longest relative clause between commas, in tokens. */
const ASIDE = 16;

/** "Brussels, which was not invited, accused them": whoever stands in front of the clause between commas, which trees take for something else. */
function pastRelative(s: Sentence, v: number): Found | null {
  let end = v - 1;
  while (end > 0 && (s.upos[end] === "AUX" || s.upos[end] === "ADV")) end--;
  if (s.norms[end] !== ",") return null;
  for (let t = end - 1; t > 1 && t > end - ASIDE && s.norms[t] !== ","; t--) {
    if (s.xpos[t][0] !== "W" || s.norms[t - 1] !== ",") continue;
    const before = phraseBefore(s, t - 1);
    return before === null ? null : { speaker: before.head, from: before.from, parenthetical: false };
  }
  return null;
}

/** "...," the spokesman, Nasser Kanaani, said: the noun right after the quotation mark. */
function beforeApposition(s: Sentence, v: number): Found | null {
  if (v === 0 || s.norms[v - 1] !== ",") return null;
  let from = v - 1;
  while (from > 0 && !QUOTE.has(s.xpos[from - 1])) from--;
  if (from === 0 || v - from > 16) return null;
  const head = nounGroup(s, from, v);
  return head < 0 ? null : { speaker: head, from, parenthetical: true };
}

function agentOf(s: Sentence, v: number): Found | null {
  for (let k = s.firstChild[v]; k >= 0; k = s.nextSibling[k])
    if (s.deprels[k] === "obl:agent") return { speaker: k, from: v, parenthetical: false };
  return null;
}

/** "was quoted as saying": the one quoted speaks. */
function quotedAs(s: Sentence, v: number, words: VoiceWords): Found | null {
  const over = s.heads[v];
  if (over < 0 || s.xpos[v] !== "VBG" || !words.citing.has(s.lemmas[over])) return null;
  const passive = childWith(s, over, "nsubj:pass");
  const subject = passive >= 0 ? passive : childWith(s, over, "obj");
  return subject < 0 ? null : { speaker: subject, from: v, parenthetical: false };
}

function hasPassive(s: Sentence, v: number): boolean {
  for (let k = s.firstChild[v]; k >= 0 && k < v; k = s.nextSibling[k])
    if (s.deprels[k] === "aux:pass" && s.lemmas[k] === "be") return v - k < 4;
  return false;
}

/** "were handed notes and told that": the second verb shares the auxiliary of the first, and tells of those who heard it. */
function isTold(s: Sentence, v: number): boolean {
  const first = s.heads[v];
  if (s.deprels[v] !== "conj" || first < 0 || first > v || !hasPassive(s, first)) return false;
  return childWith(s, v, "nsubj") < 0 && childWith(s, v, "obj") < 0 && childWith(s, v, "iobj") < 0;
}

/**
 * Head of the clause with "that" which trees hang on the occasion of a verb of speech: "said in a statement that the truce held"; -1 for
 * none.
 */
export function saidAt(s: Sentence, verb: number, occasion: number, words: VoiceWords): number {
  if (s.heads[occasion] !== verb || occasion < verb || !words.occasions.has(s.lemmas[occasion])) return -1;
  if (!isRelation(s.deprels[occasion], "obl") && s.deprels[occasion] !== "obj") return -1;
  for (let k = s.firstChild[occasion]; k >= 0; k = s.nextSibling[k]) {
    if (k < occasion || !isRelation(s.deprels[k], "acl")) continue;
    const mark = childWith(s, k, "mark");
    // A relative "that" is its clause's subject or object; this one is neither.
    if (
      mark === occasion + 1 &&
      s.xpos[mark] === "IN" &&
      childWith(s, k, "nsubj") + childWith(s, k, "nsubj:pass") > -2
    )
      return k;
  }
  return -1;
}

/**
 * Whether a verb that is joined to a verb of speech is part of what is said, though trees join it there: it has a subject of its own, or another
 * tense ("said it would end when they surrender or are killed"), and not "said so and left".
 */
export function isSaidToo(s: Sentence, verb: number, joined: number): boolean {
  if (childWith(s, verb, "ccomp") < 0 && childWith(s, verb, "parataxis") < 0) return false;
  const own = Math.max(childWith(s, joined, "nsubj"), childWith(s, joined, "nsubj:pass"));
  return own > verb || isPast(s, joined) !== isPast(s, verb);
}

/** Whether the first finite word of a verb group is in the past. */
export function isPast(s: Sentence, verb: number): boolean {
  for (let k = s.firstChild[verb]; k >= 0 && k < verb; k = s.nextSibling[k])
    if (/^(aux|cop)/.test(s.deprels[k])) return s.xpos[k] === "VBD";
  return s.xpos[verb] === "VBD" || s.xpos[verb] === "VBN";
}

/** Whether speaker and verb stand between commas, or end the sentence after one with what is told before it. */
function isSetOff(s: Sentence, from: number, v: number): boolean {
  const before = from - 1;
  if (before < 1 || (s.norms[before] !== "," && !QUOTE.has(s.xpos[before]))) return false;
  if (!verbWithin(s, 0, before) && !QUOTE.has(s.xpos[before]) && s.norms[v + 1] !== ",") return false;
  if (v + 1 >= s.size || END.has(s.norms[v + 1]) || QUOTE.has(s.xpos[v + 1])) return true;
  return !verbWithin(s, v + 1, s.size) || (told(s, from, v) && commaFirst(s, v));
}

/**
 * Whether what is said stands before the speaker, whatever follows: "..., X said Monday, a day after the truce ended". Trees may take him and his
 * verb for a relative clause, but one behind a comma has its pronoun.
 */
function told(s: Sentence, from: number, v: number): boolean {
  if (isRelation(s.deprels[v], "acl") && s.heads[v] < from && childWith(s, v, "nsubj") >= from) return true;
  for (let k = s.firstChild[v]; k >= 0 && k < from; k = s.nextSibling[k])
    if (s.deprels[k] === "ccomp") return true;
  return false;
}

function commaFirst(s: Sentence, v: number): boolean {
  let t = v + 1;
  while (t < s.size && s.norms[t] !== "," && s.upos[t] !== "VERB" && s.upos[t] !== "AUX") t++;
  return s.norms[t] === ",";
}

/** "After the talks collapsed, Minsk complained": what stands before is no content. */
function afterCircumstance(s: Sentence, from: number, v: number): boolean {
  if (s.upos[from] === "CCONJ") return true;
  for (let k = s.firstChild[v]; k >= 0 && k < from; k = s.nextSibling[k])
    if (s.deprels[k] === "advcl" && childWith(s, k, "mark") >= 0) return true;
  return false;
}

function verbWithin(s: Sentence, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (s.upos[t] === "VERB" || s.upos[t] === "AUX") return true;
  return false;
}

function quoteBetween(s: Sentence, a: number, b: number): boolean {
  for (let t = Math.min(a, b); t < Math.max(a, b); t++) if (QUOTE.has(s.xpos[t])) return true;
  return false;
}

function isUnreal(input: WithClauses, s: Sentence, v: number, words: VoiceWords): boolean {
  if (s.xpos[v] === "VB") return true;
  for (let k = s.firstChild[v]; k >= 0 && k < v; k = s.nextSibling[k]) {
    if (s.xpos[k] === "MD" || s.xpos[k] === "TO") return true;
    if (s.deprels[k] === "mark" && words.supposing.has(s.norms[k])) return true;
    // "no longer says"
    if (s.deprels[k] === "advmod" && k > 0 && words.denying.has(s.norms[k - 1])) return true;
  }
  for (const i of input.clausesBySentence[s.index])
    if (input.clauses[i].head === v) return input.clauses[i].negated;
  return false;
}

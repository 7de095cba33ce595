import { inTitleCase, isText, type Sentence } from "../../language/index.js";
import { once } from "../acts/index.js";
import { ownDays } from "../attach/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, actorsWithin, corePhrase, verbPhrase } from "../phrases/index.js";
import type { Actor, AgreementItem, ItemTime } from "../types.js";
import type { AgreementWords } from "./words.js";

/** One place where the text speaks of an instrument. */
export interface Instrument {
  readonly sentence: Sentence;
  readonly token: number;
  readonly kind: NonNullable<AgreementItem["instrumentKind"]>;
  /** As the text names it, without article. */
  readonly name: string;
  /** Its words, for comparison. */
  readonly nameWords: readonly string[];
  /** It has a proper name or a year of its own, so that it is known which is meant. */
  readonly named: boolean;
  /** Told for the first time: "a ceasefire". */
  readonly fresh: boolean;
  readonly draft: boolean;
  /** Told apart from the one that is spoken of: "a previous truce", "an earlier accord". */
  readonly other: boolean;
  readonly parties: readonly Actor[];
  /** The date in its name ("the 1956 Declaration", "the treaty of 1994"), or null. */
  readonly dated: ItemTime | null;
}

/** All instruments that a text speaks of, in its order; denied ones ("no agreement") are left out. */
export function instrumentsIn(layers: Layers, words: AgreementWords): Instrument[] {
  const out: Instrument[] = [];
  for (const s of layers.parsed.sentences) {
    if (!isText(s)) continue;
    for (let t = 0; t < s.size; t++) {
      const found = instrumentAt(layers, s, t, words);
      if (found !== null) out.push(found);
    }
  }
  return out;
}

function instrumentAt(layers: Layers, s: Sentence, t: number, words: AgreementWords): Instrument | null {
  if (s.upos[t] !== "NOUN" && s.upos[t] !== "PROPN") return null;
  const word = words.instruments.get(s.lemmas[t].toLowerCase()) ?? words.instruments.get(s.norms[t]);
  if (word === undefined) return null;
  const mention = documentAt(layers, s, t, words);
  if (mention === null && (s.deprels[t] === "compound" || s.deprels[t] === "amod")) return null;
  const doc = layers.parsed.document;
  if (words.sources.has(preposition(s, t))) return null;
  let from = t;
  let to = t + 1;
  let draft = false;
  let joint = false;
  let other = false;
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
    if (c < t) {
      if (words.negators.has(s.norms[c])) return null;
      draft ||= words.draft.has(s.norms[c]);
      other ||= words.other.has(s.norms[c]);
      joint ||= words.joint.has(s.norms[c]);
    }
  }
  if (mention !== null) {
    from = mention.from;
    to = mention.to;
    for (let k = from; k < to; k++) joint ||= words.joint.has(s.norms[k]);
  } else from = corePhrase(doc, s, t).from;
  const proper = properEnd(layers, s, t, words);
  to = Math.max(to, proper);
  if (word.gate === "joint" && !joint) return null;
  const made = word.gate === "named" && mention === null && isSigned(layers, s, t, words);
  if (word.gate === "named" && mention === null && !made) return null;
  // "road map": a word that stands before it.
  if (word.gate === "signed") {
    if (!isSigned(layers, s, t, words)) return null;
  } else if (
    word.gate !== "" &&
    word.gate !== "joint" &&
    word.gate !== "named" &&
    s.norms[t - 1] !== word.gate
  )
    return null;
  const dated = dateOf(layers, s, t, from, to, words);
  // A year tells one treaty from another; the day of a paper with a name of its own is told as its time.
  if (dated !== null && dated.to > to && (mention === null || dated.time.precision === "year")) to = dated.to;
  const core = corePhrase(doc, s, t);
  const capital = /^\p{Lu}/u.test(s.forms[t]);
  if (capital && dated === null && isGeneric(s, from, to, words)) to = subjectEnd(layers, s, to, words);
  if (mention === null && dated === null)
    to = Math.max(to, upToVerb(s, t, pastName(s, t + 8, core.to), words));
  const start = s.starts[from];
  if (mention === null)
    to = withPurpose(layers, s, t, beforeAdjunct(layers, s, t, beforeSides(s, t, to, words), words), words);
  const name = doc.text
    .slice(start, s.ends[to - 1])
    .replace(/\s+/g, " ")
    .replace(/^(the|a|an) /i, "")
    .replace(/[,;:]$/, "");
  return {
    sentence: s,
    token: t,
    kind: word.kind,
    name,
    nameWords: wordsOf(name),
    named: mention !== null || dated !== null || proper > 0,
    fresh: words.indefinite.has(s.norms[from]) || (from > 0 && words.indefinite.has(s.norms[from - 1])),
    draft,
    other,
    parties: partiesOf(layers, s, t, from, to, mention !== null, words),
    dated: dated?.time ?? null,
  };
}

/** "The document was signed": any paper that is, is an agreement. */
function isSigned(layers: Layers, s: Sentence, t: number, words: AgreementWords): boolean {
  return (layers.clausesBySentence[s.index] ?? []).some((i) => {
    const c = layers.clauses[i];
    const bare = c.subjects.includes(t) && c.objects.length === 0 && s.upos[c.head + 1] === "ADP";
    return (c.objects.includes(t) || bare) && MADE.has(words.verbs.get(c.lemma)?.status ?? "");
  });
}

const MADE: ReadonlySet<string> = new Set(["signed", "adopted", "ratified"]);

/** "Memorandum of Understanding", "Joint Statement": a name that any instrument of its kind has. */
function isGeneric(s: Sentence, from: number, to: number, words: AgreementWords): boolean {
  for (let t = from; t < to; t++) {
    const norm = s.norms[t];
    if (words.instruments.has(norm) || words.nameLinks.has(norm) || words.joint.has(norm)) continue;
    if (s.upos[t] !== "DET") return false;
  }
  return true;
}

/** "Memorandum of Understanding on flood forecasting": a general name with what it is on tells which one is meant. */
function subjectEnd(layers: Layers, s: Sentence, to: number, words: AgreementWords): number {
  if (!words.nameLinks.has(s.norms[to])) return to;
  if ((layers.timesBySentence[s.index] ?? []).some((i) => layers.times[i].from === to + 1)) return to;
  let end = to + 1;
  while (end < s.size && end < to + LONGEST && !STOPS.has(s.upos[end])) end++;
  while (end > to && s.upos[end - 1] !== "NOUN" && s.upos[end - 1] !== "PROPN") end--;
  return end;
}
const LONGEST = 14;
const STOPS: ReadonlySet<string> = new Set(["PUNCT", "VERB", "AUX", "SCONJ", "PRON"]);

/** Where a proper name that goes on behind its noun ends ("Treaty of Peace and Friendship", "Agreement on Safety"), or 0. */
function properEnd(layers: Layers, s: Sentence, t: number, words: AgreementWords): number {
  const capital = (k: number): boolean => k < s.size && /^\p{Lu}/u.test(s.forms[k]);
  if (!capital(t) || !words.nameLinks.has(s.norms[t + 1]) || inTitleCase(s)) return 0;
  // "Agreement for the Protection of Rivers"
  const article = s.upos[t + 2] === "DET" ? 1 : 0;
  if (!capital(t + 2 + article)) return 0;
  // "Declaration of Dec. 7": a date is no part of a name.
  if ((layers.timesBySentence[s.index] ?? []).some((i) => layers.times[i].from === t + 2)) return 0;
  let to = t + 3 + article;
  while (to < s.size) {
    const the = s.upos[to + 1] === "DET" ? 1 : 0;
    if (capital(to)) to++;
    else if (words.nameLinks.has(s.norms[to]) && capital(to + 1 + the) && s.upos[to + 1 + the] !== "PRON")
      to += 2 + the;
    else break;
  }
  return to;
}

/**
 * "an agreement to stop fighting": what it is to do belongs to it; a name ends in no "to" or "of". "A joint statement to mark the end" is
 * one without: what is said for a purpose is whole.
 */
function withPurpose(layers: Layers, s: Sentence, t: number, end: number, words: AgreementWords): number {
  let to = end;
  while (to > t + 1 && LOOSE_ENDS.has(s.upos[to - 1])) to--;
  if (words.ceremony.has(s.lemmas[t + 2] ?? "") && s.xpos[t + 1] === "TO") return t + 1;
  if (to === t + 1 && s.xpos[to] === "TO" && s.upos[to + 1] === "VERB")
    return Math.min(verbPhrase(layers.parsed.document, s, to + 1).to, to + LONGEST);
  return to;
}
const LOOSE_ENDS: ReadonlySet<string> = new Set(["ADP", "PART", "CCONJ", "DET", "SCONJ"]);

/** "truce between Chad" of "truce between Chad and the rebels": the sides are told apart from the name. */
function beforeSides(s: Sentence, t: number, to: number, words: AgreementWords): number {
  for (let k = t + 1; k < to; k++) if (words.sideLinks.has(s.norms[k]) && s.upos[k] === "ADP") return k;
  return to;
}

/** "a truce in 1991", "extended the truce by a month", "the accords at a summit", "a pact themselves": how, when and where are no name. */
function beforeAdjunct(layers: Layers, s: Sentence, t: number, to: number, words: AgreementWords): number {
  for (let k = t + 1; k < to; k++) {
    if (words.oneself.has(s.norms[k])) return k;
    if (s.upos[k] !== "ADP") continue;
    if (words.nameEnds.has(s.norms[k])) return k;
    const timed = (layers.timesBySentence[s.index] ?? []).some((i) => layers.times[i].from === k + 1);
    if (timed && !words.dateLinks.has(s.norms[k])) return k;
  }
  return to;
}

/** Where words of a long name end: no noun is cut from the one before it. */
function pastName(s: Sentence, most: number, end: number): number {
  let to = Math.min(most, end);
  while (to < end && (s.upos[to] === "NOUN" || s.upos[to] === "PROPN")) to++;
  return to;
}

/** "declaration signed in Oslo": the name ends before the participle; "agreement to stop fighting" goes on, and ends in a full word. */
function upToVerb(s: Sentence, t: number, to: number, words: AgreementWords): number {
  let end = to;
  for (let k = t + 1; k < end; k++) {
    const verb = (s.upos[k] === "VERB" && !words.instruments.has(s.norms[k])) || s.upos[k] === "AUX";
    if (verb && !(s.xpos[t + 1] === "TO")) end = k;
  }
  while (end > t + 1 && EMPTY.has(s.upos[end - 1])) end--;
  return end;
}
const EMPTY: ReadonlySet<string> = new Set(["ADP", "PART", "DET", "CCONJ", "SCONJ", "AUX", "PUNCT", "PRON"]);

function documentAt(
  layers: Layers,
  s: Sentence,
  t: number,
  words: AgreementWords,
): { from: number; to: number } | null {
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    if (layers.entities[m.entity].kind === "document" && t >= m.from && t < m.to)
      return t === lastNoun(s, m.from, m.to) || words.dateLinks.has(s.norms[t + 1]) ? m : null;
  }
  return null;
}

function lastNoun(s: Sentence, from: number, to: number): number {
  for (let t = to - 1; t >= from; t--) if (s.upos[t] === "NOUN" || s.upos[t] === "PROPN") return t;
  return -1;
}

/** A year in front of the noun or in an "of" or "from" phrase right behind it. */
function dateOf(
  layers: Layers,
  s: Sentence,
  t: number,
  from: number,
  to: number,
  words: AgreementWords,
): { readonly time: ItemTime; readonly to: number } | null {
  for (const i of layers.timesBySentence[s.index] ?? []) {
    const x = layers.times[i];
    if (x.earliest === null || x.latest === null) continue;
    const before = x.from >= from && x.to <= to;
    const link = s.norms[x.from - 1];
    const behind = x.from >= to && x.from <= to + 1 && words.dateLinks.has(link);
    if (!before && !behind) continue;
    if (layers.published !== null && x.earliest > layers.published) continue;
    return { time: ownDays(layers, x, "past", "time/name"), to: Math.max(t + 1, x.to) };
  }
  return null;
}

/** States in the name, before the noun, or behind "between" and "with". */
function partiesOf(
  layers: Layers,
  s: Sentence,
  t: number,
  from: number,
  to: number,
  named: boolean,
  words: AgreementWords,
): Actor[] {
  const { text } = layers.parsed.document;
  const all = actorsWithin(layers, s.index, from, Math.max(to, t + 1)).filter(
    (a) => a.words === null || !words.cities.has(text.slice(a.words.start, a.words.end)),
  );
  // "the Washington Protocol": one name alone in front of a title is where it was made.
  const inName = named && all.length === 1 && isTown(s, t) ? [] : all;
  const beside: Actor[] = [];
  for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
    if (c < t || !s.deprels[c].startsWith("nmod")) continue;
    if (!words.sideLinks.has(preposition(s, c))) continue;
    beside.push(...actorsAt(layers, s.index, c));
  }
  return once([...inName, ...beside]);
}

const isTown = (s: Sentence, t: number): boolean =>
  t > 0 && s.upos[t - 1] === "PROPN" && /^\p{Lu}/u.test(s.forms[t]);

/** Whether two mentions are of one instrument: same kind of noun, and the words of one within the other's. */
export function sameInstrument(a: Instrument, b: Instrument): boolean {
  if (a.kind !== b.kind || a.draft !== b.draft || a.other !== b.other) return false;
  const inside = (p: readonly string[], q: readonly string[]): boolean => p.every((w) => q.includes(w));
  return inside(a.nameWords, b.nameWords) || inside(b.nameWords, a.nameWords);
}

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];

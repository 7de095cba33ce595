import { isRelation, type Sentence } from "../../language/index.js";
import { extend, makeSpan } from "../../text/index.js";
import { preposition, relativeWord } from "../clauses/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause, Place } from "../types.js";
import type { AttachWords } from "./words.js";

/** Where what a clause tells took place: a place of its own, else its governor's, else one the sentence opens with. */
export function placeOf(
  input: WithClauses,
  clause: Clause,
  at: Int32Array,
  words: AttachWords,
): Place | null {
  const s = input.parsed.sentences[clause.sentence];
  let other: Place | null = null;
  for (const m of input.mentionsBySentence[clause.sentence]) {
    const mention = input.mentions[m];
    if (mention.use !== "place") continue;
    const entity = input.entities[mention.entity];
    const prep = preposition(s, mention.head);
    if (!words.where.has(prep) && prep !== "" && s.deprels[mention.head] !== "obj") continue;
    const first = firstOf(s, mention.head);
    if (words.ways.has(first === mention.head ? prep : preposition(s, first)) && isBearing(s, first, words))
      continue;
    const place: Place = {
      name: entity.name,
      country: entity.country,
      words: makeSpan(input.parsed.document, mention.start, mention.end),
      basis: "attach/own",
    };
    const occasion = occasionOf(s, mention.from, words);
    const beside = occasion >= 0 ? -1 : timeBefore(input, clause.sentence, mention.from);
    const of = occasion >= 0 ? at[occasion] : ownerOfPlace(s, at, beside >= 0 ? beside : mention.head, words);
    if (of === clause.index) return place;
    if (of >= 0 && reaches(input, s, of, clause, words)) other ??= { ...place, basis: "attach/occasion" };
    else if (of >= 0 && isMade(input, clause, of, words)) other ??= { ...place, basis: "attach/object" };
    else if (
      of >= 0 &&
      of === clause.parent &&
      (clause.kind === "nominal" ||
        (clause.relation === "conj" && sharesSubject(clause, input.clauses[of])) ||
        clause.relation.startsWith("acl"))
    )
      other ??= { ...place, basis: "attach/governor" };
    else if (
      prep !== "" &&
      mention.to <= firstVerb(s) &&
      !(of >= 0 && elsewhere(s, input.clauses[of], words)) &&
      clause.mood !== "infinitive" &&
      !/^(acl|ccomp)/.test(clause.relation)
    )
      other ??= { ...place, basis: "attach/fronted" };
  }
  return relativeOf(input, s, clause, words) ?? other ?? hereOf(input, s, clause, at, words);
}

/** The first of several names joined. */
function firstOf(s: Sentence, token: number): number {
  let t = token;
  while (s.deprels[t] === "conj" && s.heads[t] >= 0) t = s.heads[t];
  return t;
}

/** "the envoy to Chad", "a delegation from Mali": says who somebody is, not where the deed is done. */
function isBearing(s: Sentence, token: number, words: AttachWords): boolean {
  const over = s.heads[token];
  return (
    isRelation(s.deprels[token], "nmod") &&
    over >= 0 &&
    over < token &&
    s.upos[over] === "NOUN" &&
    !words.occasions.has(s.lemmas[over])
  );
}

/** Tokens that may stand between a place and its "where": what else is said of the place. */
const APPOSED = 8;

/** "in Oran, where they agreed": what the relative clause tells took place at the place before it. */
function relativeOf(input: WithClauses, s: Sentence, clause: Clause, words: AttachWords): Place | null {
  const verb = clause.support >= 0 ? clause.support : clause.head;
  const where = relativeWord(s, verb, words.whereRelative);
  if (where < 0) return null;
  let found: Place | null = null;
  for (const i of input.mentionsBySentence[clause.sentence]) {
    const m = input.mentions[i];
    if (m.use !== "place" || m.to > where || m.to < where - APPOSED) continue;
    const e = input.entities[m.entity];
    const span = makeSpan(input.parsed.document, m.start, m.end);
    found = { name: e.name, country: e.country, words: span, basis: "attach/where" };
  }
  return found;
}

/** "would meet on Friday in Vienna": head of the date right before a place, or -1. Both are of one deed; dates are hung better. */
function timeBefore(input: WithClauses, sentence: number, from: number): number {
  const s = input.parsed.sentences[sentence];
  const end = from > 0 && s.upos[from - 1] === "ADP" ? from - 1 : from;
  for (const i of input.timesBySentence[sentence]) {
    const x = input.times[i];
    if (x.to === end && x.role !== "name") return x.head;
  }
  return -1;
}

/** "here", outside quotes: the place of the dateline, for the clause it stands in and the thing that is held in it. */
function hereOf(
  input: WithClauses,
  s: Sentence,
  clause: Clause,
  at: Int32Array,
  words: AttachWords,
): Place | null {
  let quoted = false;
  for (let t = 0; t < s.size; t++) {
    if (QUOTE.test(s.norms[t])) quoted = !quoted;
    if (quoted || !words.here.has(s.norms[t]) || s.upos[t] !== "ADV") continue;
    let up = s.heads[t];
    for (let steps = 0; up >= 0 && at[up] < 0 && steps < s.size; steps++) up = s.heads[up];
    const of = up < 0 ? null : input.clauses[at[up]];
    if (of === null) continue;
    const own = of.index === clause.index || (of.kind === "nominal" && of.parent === clause.index);
    const held = clause.kind === "nominal" && clause.parent === of.index;
    const place = own || held ? datelinePlace(input) : null;
    if (place !== null)
      return extend(place, {
        words: makeSpan(input.parsed.document, s.starts[t], s.ends[t]),
        basis: "attach/here",
      });
  }
  return null;
}

const QUOTE = /^["\u201c\u201d]$/;

/** The town in front of the article, spelt as a name. */
function datelinePlace(
  input: WithClauses,
): { readonly name: string; readonly country: string | null } | null {
  const line = input.parsed.sentences.find((x) => x.kind === "dateline");
  if (line === undefined) return null;
  for (const i of input.mentionsBySentence[line.index]) {
    const m = input.mentions[i];
    const e = input.entities[m.entity];
    if (m.use === "place") return { name: e.name, country: e.country };
    // A capital that stands for its government elsewhere is a town here.
    const name = line.forms.slice(m.from, m.to).map(spelt).join(" ");
    if (e.kind === "state" && m.from === 0) return { name, country: e.country };
    // So does a city that is the seat of a body.
    if (e.kind === "organisation" && m.from === 0) return { name, country: null };
  }
  return null;
}

const spelt = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

/** Clause a place is in, or -1 where it says where a thing is ("activities in the islands"). */
function ownerOfPlace(s: Sentence, at: Int32Array, token: number, words: AttachWords): number {
  for (let t = token, steps = 0; t >= 0 && steps <= s.size; t = s.heads[t], steps++) {
    if (at[t] >= 0) return at[t];
    if (
      t !== token &&
      s.upos[t] === "NOUN" &&
      isRelation(s.deprels[t], "nmod") &&
      !words.occasions.has(s.lemmas[t]) &&
      !words.cues.has(preposition(s, t))
    )
      return -1;
  }
  return -1;
}

/** Whether a place of an occasion is where a clause took place: "agreed at a summit in Oslo". */
function reaches(input: WithClauses, s: Sentence, of: number, clause: Clause, words: AttachWords): boolean {
  let c = input.clauses[of];
  for (let steps = 0; steps < 3; steps++) {
    if (c.kind !== "nominal" || c.support >= 0 || c.parent < 0 || !/^(obl|nmod)/.test(c.relation))
      return false;
    if (words.cues.get(preposition(s, c.head)) !== "at") return false;
    if (c.parent === clause.index) return true;
    c = input.clauses[c.parent];
  }
  return false;
}

/** Whether a phrase says before or after what a thing was done: where that was says nothing of it. */
function elsewhere(s: Sentence, c: Clause, words: AttachWords): boolean {
  for (let k = s.firstChild[c.head]; k >= 0 && k < c.head; k = s.nextSibling[k]) {
    if (s.deprels[k] !== "case" && s.deprels[k] !== "mark") continue;
    const bearing = words.cues.get(s.norms[k]);
    if (bearing !== undefined && bearing !== "at") return true;
  }
  return false;
}

/** The occasion right before a place, where it stands behind "before" or "after": the place is its own. Reads words, not arcs. */
function occasionOf(s: Sentence, from: number, words: AttachWords): number {
  let noun = from - 1;
  if (noun > 0 && s.upos[noun] === "ADP") noun--;
  if (noun < 1 || s.upos[noun] !== "NOUN" || !words.occasions.has(s.lemmas[noun])) return -1;
  let t = noun - 1;
  while (t > 0 && IN_PHRASE.test(s.upos[t])) t--;
  const bearing = words.cues.get(s.norms[t]);
  return bearing !== undefined && bearing !== "at" ? noun : -1;
}

const IN_PHRASE = /^(DET|ADJ|NOUN|PROPN|NUM)$/;

const sharesSubject = (a: Clause, b: Clause): boolean =>
  a.subjects.length > 0 && a.subjects[0] === b.subjects[0];

/** "signed a truce in Oslo": where the thing made, signed or held is, the deed is too; what is told of it may be elsewhere. */
function isMade(input: WithClauses, clause: Clause, of: number, words: AttachWords): boolean {
  const c = input.clauses[of];
  return (
    c.kind === "nominal" &&
    c.support < 0 &&
    c.parent === clause.index &&
    /^(obj|nsubj:pass)/.test(c.relation) &&
    words.occasions.has(c.lemma) &&
    words.happening.has(clause.lemma) &&
    !words.speech.has(clause.lemma)
  );
}

export function firstVerb(s: Sentence): number {
  for (let t = 0; t < s.size; t++)
    if ((s.upos[t] === "VERB" && s.xpos[t] !== "VBG") || s.upos[t] === "AUX") return t;
  return s.size;
}

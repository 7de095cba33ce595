import type { Sentence } from "../../language/index.js";
import { makeSpan } from "../../text/index.js";
import { type ActWords, isTold, once } from "../acts/index.js";
import { ownDays } from "../attach/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { actorsWithin, clauseAt, clauseOver, mentionAt, verbKeys } from "../phrases/index.js";
import type { Actor, Clause, ItemTime, Place } from "../types.js";
import type { Instrument } from "./instruments.js";
import type { AgreementWords, InstrumentVerb } from "./words.js";

/** What became of an instrument, by which verb; with what stands right behind a participle, whose date and place parsers lose. */
export interface Deed {
  readonly verb: InstrumentVerb;
  readonly clause: Clause;
  readonly time: ItemTime | null;
  readonly place: Place | null;
  readonly by: readonly Actor[];
  /** Read from the participle alone, whatever the clause is taken for. */
  readonly participle: boolean;
}
const NOTHING = { time: null, place: null, by: [], participle: false } as const;

/** The verbs that tell what became of an instrument: over it as object, or beside it as subject ("took effect"). */
export function statusesAt(layers: Layers, m: Instrument, words: AgreementWords): Deed[] {
  const out: Deed[] = [];
  for (const i of layers.clausesBySentence[m.sentence.index] ?? []) {
    const clause = layers.clauses[i];
    const lemma = clause.support === -1 ? null : m.sentence.lemmas[clause.support];
    const own = clause.head === m.token && lemma !== null;
    const means = (t: number): boolean => t === m.token || isRelativeTo(m, t) || isJoined(m, t);
    const object =
      clause.objects.some(means) ||
      clause.obliques.some(
        (o) => (o.head === m.token || isRelativeTo(m, o.head)) && !words.aside.has(o.prep),
      ) ||
      partOf(m, clause) ||
      isShifted(layers, m, clause) ||
      isPartIn(m, clause, words) ||
      isCalled(layers, m, clause, words) ||
      isStranded(m, clause, words);
    const subject = clause.subjects.some(means);
    const behind = !own && !object && isAppended(m, clause);
    const bare = !own && !object && subject && isBareParticiple(m, clause);
    if (!own && !object && !subject && !behind) continue;
    if (clause.kind === "nominal" && clause.support < 0) continue;
    if (object && isLeftAs(m)) continue;
    const keys = own ? [lemma] : keysOf(layers, clause);
    for (const k of keys) {
      const verb = words.verbs.get(k);
      const appended = behind || (bare && verb?.doer !== "none");
      // "The treaty was agreed in May": as in "a treaty agreed in May".
      if (verb?.needs === "participle" && !appended && !isReduced(clause) && !isAgreed(m, clause)) continue;
      // "The truce between the sides lapsed": parsers take what lapses for what is lapsed.
      const lost = verb?.doer === "none" && isReduced(clause) && object;
      if (verb === undefined || (!lost && (verb.doer === "none") !== (subject && !object && !appended)))
        continue;
      const more = appended || isReduced(clause) ? beside(layers, clause, words) : NOTHING;
      if (
        appended || more.time !== null || more.place !== null
          ? isPast(layers, clause, more.time)
          : isTold(layers, clause, words.done)
      ) {
        out.push({ verb, clause, ...more });
        break;
      }
    }
  }
  return out;
}

/** "left the accord open", "declared the truce dead": what became of it is said by the adjective behind. */
function isLeftAs({ sentence: s, token }: Instrument): boolean {
  const next = token + 1;
  if (s.deprels[next] === "xcomp") return true;
  return (
    s.upos[next] === "ADJ" &&
    s.heads[next] <= token &&
    s.upos[next + 1] !== "NOUN" &&
    s.upos[next + 1] !== "ADP"
  );
}

/**
 * "Chad and Niger each signed an accord": where the tree has no clause for the verb, what the words in their order tell. Only of a verb in
 * the past right before the instrument's own words.
 */
export function deedByWords(layers: Layers, m: Instrument, words: AgreementWords): Deed | null {
  const s = m.sentence;
  let v = m.token - 1;
  while (v > 0 && m.token - v < NAME && WITHIN.has(s.upos[v]) && !isVerbOf(s, v, words)) v--;
  const verb = words.verbs.get(s.lemmas[v]);
  if (verb?.doer !== "party" || verb.needs !== "" || s.upos[v] !== "VERB") return null;
  const bare = s.xpos[v] === "VB" || s.xpos[v] === "VBP";
  if ((s.deprels[v] !== "amod" && !(bare && s.deprels[v] === "root")) || v === 0) return null;
  let before = v - 1;
  while (before > 0 && (s.upos[before] === "ADV" || s.upos[before] === "DET")) before--;
  // "In Oslo the ministers, A and B, sign a pact": the present of a chronology, whose subject parsers hang on the place.
  if (bare && s.norms[before] === ",") before--;
  if (s.upos[before] !== "PROPN" && s.upos[before] !== "NOUN") return null;
  if (bare && !isActor(layers, s, before)) return null;
  const by = actorsWithin(layers, s.index, 0, v);
  const clause = clauseOver(layers, s.index, m.token) ?? clauseAt(layers, s.index, m.token);
  if (by.length === 0 || clause === null) return null;
  const x = (layers.timesBySentence[s.index] ?? [])
    .map((i) => layers.times[i])
    .find((k) => k.from > m.token && k.role === "point" && k.earliest !== null);
  const time = x === undefined ? null : ownDays(layers, x, "past", "time/beside");
  return { verb, clause, time, place: null, by, participle: true };
}
const isVerbOf = (s: Sentence, t: number, words: AgreementWords): boolean =>
  s.xpos[t] === "VBD" ||
  s.xpos[t] === "VBN" ||
  (s.upos[t] === "VERB" && s.deprels[t] === "root" && words.verbs.has(s.lemmas[t]));

const isActor = (layers: Layers, s: Sentence, t: number): boolean => {
  const m = mentionAt(layers, s.index, t);
  return m !== null && m.use === "actor";
};
const NAME = 6;
const WITHIN: ReadonlySet<string> = new Set(["DET", "ADJ", "NUM", "NOUN", "PROPN", "VERB", "PUNCT"]);

/** Keys of the verb, with its object too ("take_effect"), longest first. */
function keysOf(layers: Layers, c: Clause): string[] {
  const s = layers.parsed.sentences[c.sentence];
  const keys = [
    ...verbKeys(layers, c),
    ...c.objects.map((o) => `${c.lemma}_${s.lemmas[o]}`),
    ...c.obliques.map((o) => `${c.lemma}_${o.prep}_${s.lemmas[o.head]}`),
    ...c.objects.flatMap((o) => heldIn(s, c, o)),
    // "put their names to"
    ...c.objects.flatMap((o) => c.obliques.map((x) => `${c.lemma}_${s.lemmas[o]}_${x.prep}`)),
  ];
  return keys.sort((a, b) => b.length - a.length);
}

/** "put the treaty in abeyance": parsers hang where it was put on the object. */
function heldIn(s: Sentence, c: Clause, object: number): string[] {
  const out: string[] = [];
  for (let k = s.firstChild[object]; k >= 0; k = s.nextSibling[k])
    if (k > object && s.deprels[k] === "nmod") out.push(`${c.lemma}_${preposition(s, k)}_${s.lemmas[k]}`);
  return out;
}

/** "the accord, which it signed": the relative word right behind the instrument, wherever the parser hung its clause. */
function isRelativeTo(m: Instrument, t: number): boolean {
  const s = m.sentence;
  if (s.xpos[t] !== "WDT" || t <= m.token || t > m.token + 6) return false;
  for (let k = m.token + 1; k < t; k++) if (s.upos[k] === "VERB" || s.upos[k] === "NOUN") return false;
  return true;
}

/** "a declaration on civilians and a truce": the instrument shares the place of the one it is joined to. */
const isJoined = (m: Instrument, t: number): boolean =>
  m.sentence.deprels[m.token] === "conj" && m.sentence.heads[m.token] === t;

/** "a declaration of principles signed in Oslo": parsers hang the participle on the last noun. */
function partOf(m: Instrument, clause: Clause): boolean {
  if (!isReduced(clause)) return false;
  const s = m.sentence;
  return clause.objects.some((t) => {
    for (let up = t, steps = 0; up > m.token && steps < 4; up = s.heads[up], steps++) {
      if (!s.deprels[up].startsWith("nmod") && s.deprels[up] !== "conj") return false;
      if (s.heads[up] === m.token) return clause.head > t;
    }
    return false;
  });
}

/** "extended by three months a truce": the object behind a measure of time, which parsers hang on the measure. */
function isShifted(layers: Layers, m: Instrument, clause: Clause): boolean {
  if (clause.objects.length > 0 || m.token <= clause.head + 2) return false;
  const s = m.sentence;
  let from = m.token;
  while (from > clause.head && s.heads[from - 1] === m.token) from--;
  return (layers.timesBySentence[s.index] ?? []).some((i) => {
    const x = layers.times[i];
    return x.to === from && x.from === clause.head + 2 && s.upos[x.from - 1] === "ADP";
  });
}

/** "the treaty that Chad and Niger signed in May": its own relative clause, hung on a noun before it. */
function isStranded(m: Instrument, clause: Clause, words: AgreementWords): boolean {
  const s = m.sentence;
  const first = Math.min(...clause.subjects);
  if (clause.passive || clause.subjects.length === 0 || !words.that.has(s.norms[m.token + 1])) return false;
  if (first < m.token + 2 || first > m.token + 4 || clause.head < first) return false;
  return clause.objects.every((o) => o < m.token) && clause.head - m.token < STRETCH;
}
const STRETCH = 14;

/** "signed what Paris calls the Rabat Accords": the object is what somebody calls by that name. */
function isCalled(layers: Layers, m: Instrument, clause: Clause, words: AgreementWords): boolean {
  return (layers.clausesBySentence[m.sentence.index] ?? []).some((i) => {
    const c = layers.clauses[i];
    return (
      c.parent === clause.index &&
      c.relation === "ccomp" &&
      words.calling.has(c.lemma) &&
      c.objects.includes(m.token) &&
      c.objects.some((o) => m.sentence.xpos[o] === "WP")
    );
  });
}

/** "suspended its participation in the treaty": what is done with one's part in it is done with it. */
const isPartIn = (m: Instrument, clause: Clause, words: AgreementWords): boolean => {
  const over = m.sentence.heads[m.token];
  return over >= 0 && words.parts.has(m.sentence.lemmas[over]) && clause.objects.includes(over);
};

/** "The treaty was agreed": the instrument is what is agreed, and says so in the passive. */
const isAgreed = (m: Instrument, c: Clause): boolean =>
  c.passive && c.relation !== "acl" && c.objects.includes(m.token) && m.token < c.head;

const isReduced = (c: Clause): boolean => c.relation === "acl" && c.passive;

/** "the deal, signed in Oslo in 1993, ...": a participle between commas right behind the phrase of the instrument, wherever it hangs. */
function isAppended(m: Instrument, clause: Clause): boolean {
  const s = m.sentence;
  const p = clause.head;
  // "agreed in the Declaration signed in May": hung on the verb before.
  const adjacent = p === m.token + 1 && (BESIDE.test(clause.relation) || isBehindLink(m));
  if (!adjacent && (p <= m.token + 1 || s.norms[p - 1] !== ",")) return false;
  // "laid down arms under a truce sealed in May": hung on a noun before.
  if (clause.objects.some((o) => o > m.token || !clause.passive)) return false;
  if (s.xpos[p] !== "VBN" && s.xpos[p] !== "VBD") return false;
  const next = s.upos[p + 1];
  if (next !== "ADP" && next !== "ADV" && next !== "PROPN" && next !== "NUM") return false;
  for (let t = m.token + 1; t < p - 1; t++)
    if ((s.upos[t] === "VERB" && !/^\p{Lu}/u.test(s.forms[t])) || s.upos[t] === "AUX" || s.norms[t] === ",")
      return false;
  return true;
}

/** "divided it in a treaty signed in May": what stands behind a preposition is no subject of the word behind it, whatever the tree says. */
const isBehindLink = (m: Instrument): boolean => preposition(m.sentence, m.token) !== "";

const BESIDE = /^(advcl|acl|xcomp|parataxis|dep)$/;

/** "The truce brokered by Egypt expired": parsers take the participle for the verb; one that needs an object and has none is none. */
function isBareParticiple(m: Instrument, clause: Clause): boolean {
  const s = m.sentence;
  const p = clause.head;
  if (p <= m.token || clause.objects.length > 0 || (s.xpos[p] !== "VBN" && s.xpos[p] !== "VBD")) return false;
  for (let c = s.firstChild[p]; c >= 0 && c < p; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("aux")) return false;
  return s.upos[p + 1] === "ADP";
}

/** What a participle with a date or place tells was done, save where that date lies ahead. */
function isPast(layers: Layers, clause: Clause, time: ItemTime | null): boolean {
  if (clause.negated || clause.modal !== null) return false;
  return time?.earliest == null || layers.published === null || time.earliest <= layers.published;
}

/** Date, place and makers told behind a participle, up to the next verb. */
function beside(layers: Layers, clause: Clause, words: AgreementWords): Omit<Deed, "verb" | "clause"> {
  const s = layers.parsed.sentences[clause.sentence];
  let end = clause.head + 1;
  while (end < s.size && s.upos[end] !== "VERB" && s.upos[end] !== "AUX") end++;
  const x = (layers.timesBySentence[s.index] ?? [])
    .map((i) => layers.times[i])
    .find((t) => t.from > clause.head && t.to <= end && t.role === "point" && t.earliest !== null);
  const place = placeWithin(layers, s, clause.head + 1, end);
  let by: readonly Actor[] = [];
  for (let t = clause.head + 1; t < end; t++)
    if (words.agents.has(s.norms[t]) && s.upos[t] === "ADP")
      by = once(actorsWithin(layers, s.index, t + 1, end));
  if (x === undefined) return { time: null, place, by, participle: true };
  const span = makeSpan(layers.parsed.document, x.start, x.end);
  const { earliest, latest, precision, edtf } = x;
  return {
    time: { earliest, latest, precision, edtf, words: span, class: "past", rule: "time/beside" },
    place,
    by,
    participle: true,
  };
}

function placeWithin(layers: Layers, s: Sentence, from: number, to: number): Place | null {
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    if (m.from < from || m.to > to || m.use !== "place" || s.upos[m.from - 1] !== "ADP") continue;
    const e = layers.entities[m.entity];
    const words = makeSpan(layers.parsed.document, m.start, m.end);
    return { name: e.name, country: e.country, words, basis: "beside" };
  }
  return null;
}

/** How many sentences further "it" still stands for an instrument. */
const AHEAD = 2;

/** "withdrew from it", "signed it": what a pronoun tells of the instrument named last before it. */
export function deedsByPronoun(
  layers: Layers,
  all: readonly Instrument[],
  words: AgreementWords,
  actWords: ActWords,
): ReadonlyMap<Instrument, Deed> {
  const out = new Map<Instrument, Deed>();
  let last = 0;
  for (const clause of all.length === 0 ? [] : layers.clauses) {
    if (clause.kind !== "verbal") continue;
    const s = layers.parsed.sentences[clause.sentence];
    const tokens = [...clause.objects, ...clause.obliques.map((o) => o.head)];
    if (!tokens.some((t) => actWords.itself.has(s.norms[t]) && s.upos[t] === "PRON")) continue;
    const verb = keysOf(layers, clause)
      .map((k) => words.verbs.get(k))
      .find((v) => v !== undefined && v.doer === "party");

    if (verb === undefined || !isTold(layers, clause, words.done)) continue;
    while (last + 1 < all.length && isBefore(all[last + 1], clause)) last++;
    const m = all[last];
    if (isBefore(m, clause) && clause.sentence - m.sentence.index <= AHEAD && !out.has(m))
      out.set(m, { verb, clause, ...NOTHING });
  }
  return out;
}

const isBefore = (m: Instrument, c: Clause): boolean =>
  m.sentence.index < c.sentence || (m.sentence.index === c.sentence && m.token < c.head);

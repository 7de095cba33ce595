import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, actorsBefore, isParty, mentionAt } from "../phrases/index.js";
import type { Actor, Clause, Entity } from "../types.js";
import { behindTown, listedFront } from "./headlines.js";
import { Participants } from "./participants.js";
import { actorsOf, isHomeOf, isTight, type Piece, piecesAfter } from "./tail.js";
import type { Level, MeetingWords } from "./words.js";

const COUNTRY = new Set<Entity["kind"]>(["state", "historical-state"]);

/**
 * Everybody at one token: who is named there, "negotiators from A and B" by the countries they come from, a relative pronoun by the one
 * named right before.
 */
export function at(layers: Layers, s: Sentence, token: number, words: MeetingWords): Actor[] {
  const seated = mentionAt(layers, s.index, token)?.rule === "entities/group-in";
  // "talks between the diplomats in Moscow": those of whom it was told, wherever they sit.
  const found = seated && standsForSeveral(s, token, words) ? [] : actorsAt(layers, s.index, token);
  if (found.length === 0 && standsForSeveral(s, token, words)) return namedBefore(layers, s, token, words);
  // "Kerry met Abbas. The two were to meet again": the two people, and not the two sides of the talks.
  if (found.length > 1 && found[0].basis === "plural" && standsForSeveral(s, token, words)) {
    const met = lastNamed(layers, s, token, 2, null);
    if (met.length > 0) return met;
  }
  if (isPeople(s, token, words)) {
    const named = apposedTo(layers, s, token);
    if (named.length > 1) return named;
    const from = homes(layers, s, token, words);
    if (from.length > 1 || found.length === 0) return from.length > 0 ? from : found;
    // "their counterparts from the Front" are its people.
    if (from.length === 1 && from[0].party !== found[0].party) return from;
  }
  if (found.length > 0 || s.xpos[token][0] !== "W")
    return found.length > 0 ? found : bearer(layers, s, token);
  for (let i = (layers.mentionsBySentence[s.index] ?? []).length - 1; i >= 0; i--) {
    const m = layers.mentions[layers.mentionsBySentence[s.index][i]];
    if (m.to > token || m.use === "place" || m.to < token - 3) continue;
    const e = layers.entities[m.entity];
    const place = { doc: layers.parsed.document.id, start: m.start, end: m.end };
    return isParty(e)
      ? [{ entity: e.index, name: e.name, code: e.code, party: e.party, words: place, basis: "relative" }]
      : [];
  }
  return [];
}

/** "ministers", "Corps Commanders". */
const isPeople = (s: Sentence, t: number, words: MeetingWords): boolean =>
  (s.upos[t] === "NOUN" && words.class("people").has(s.lemmas[t])) ||
  (s.xpos[t] === "NNPS" && words.class("people").has(s.lemmas[t].toLowerCase()));

/** "the crown prince, X": somebody known by an office that nobody knows, whose name stands right behind it. */
function bearer(layers: Layers, s: Sentence, noun: number): Actor[] {
  if (s.xpos[noun] !== "NN") return [];
  for (let k = s.firstChild[noun]; k >= 0; k = s.nextSibling[k])
    if (k > noun && s.deprels[k] === "appos" && s.forms[noun + 1] === ",")
      return actorsAt(layers, s.index, k).filter((a) => layers.entities[a.entity].kind === "person");
  return [];
}

/** "Cypriot leaders A and B": those named right behind the noun that says what they are. */
function apposedTo(layers: Layers, s: Sentence, noun: number): Actor[] {
  const out: Actor[] = [];
  if (!s.xpos[noun].endsWith("S")) return out;
  for (let k = s.firstChild[noun]; k >= 0; k = s.nextSibling[k]) {
    if (k < noun || s.deprels[k] !== "appos") continue;
    out.push(...actorsAt(layers, s.index, k));
    for (let j = s.firstChild[k]; j >= 0; j = s.nextSibling[j])
      if (s.deprels[j] === "conj") out.push(...actorsAt(layers, s.index, j));
  }
  return out.filter((a) => layers.entities[a.entity].kind === "person");
}

/** "the two", "the leaders", "both": several who were named before. */
function standsForSeveral(s: Sentence, t: number, words: MeetingWords): boolean {
  if (words.class("both").has(s.norms[t]) && s.xpos[t] !== "NNS")
    return t + 1 >= s.size || !/^(NOUN|ADJ|PROPN)$/.test(s.upos[t + 1]);
  if (!s.xpos[t].endsWith("S")) return false;
  const from = frontOf(s, t);
  // "both parties", "the two governments"; "the parties" may be of one country.
  const all = words.class("both").has(s.norms[from]) || words.class("both").has(s.norms[from + 1]);
  if (!words.class("people").has(s.lemmas[t]) && !(all && words.class("people-of").has(s.lemmas[t])))
    return false;
  for (let k = from + 1; k < t; k++) if (s.upos[k] === "PROPN" || s.xpos[k] === "POS") return false;
  return (
    s.upos[from] === "DET" &&
    words.class("definite").has(s.norms[from]) &&
    !words.class("of").has(s.norms[t + 1]) &&
    s.norms[t + 1] !== "from"
  );
}

const STORY = 3;

/** People named just before, one of each party, else the parties that acted together last; as many as the words say. */
function namedBefore(layers: Layers, s: Sentence, token: number, words: MeetingWords): Actor[] {
  const from = frontOf(s, token);
  let count = words.class("both").has(s.norms[token]) ? (words.counts.get(s.norms[token]) ?? 2) : 0;
  for (let t = from; t < token; t++) count ||= words.counts.get(s.norms[t]) ?? 0;
  const level = words.levels.get(s.lemmas[token]) ?? null;
  const people = lastNamed(layers, s, token, count === 0 ? 2 : count, level);
  return people.length > 0 ? people : actedTogether(layers, s, token, count);
}

/** Parties that were together the subject of a verb, the nearest before; `count` 0: any number from two. */
function actedTogether(layers: Layers, s: Sentence, before: number, count: number): Actor[] {
  for (let i = s.index; i >= 0 && i > s.index - STORY; i--) {
    for (const k of layers.clausesBySentence[i] ?? []) {
      const c = layers.clauses[k];
      if (i === s.index && c.subjects.some((t) => t >= before)) continue;
      const actors = c.subjects.flatMap((t) => actorsAt(layers, i, t));
      const size = new Participants(layers).add(actors).size;
      if (size > 1 && (count === 0 || size === count))
        return actors.map((a) => ({ ...a, words: null, basis: "named-before" }));
    }
  }
  return [];
}

/** As many people of different parties as are looked for, if the words before, sentence by sentence, name just so many. */
function lastNamed(layers: Layers, s: Sentence, before: number, count: number, level: Level | null): Actor[] {
  const out: Actor[] = [];
  const codes = new Set<string>();
  for (let i = s.index; i >= 0 && i > s.index - STORY; i--) {
    for (const k of layers.mentionsBySentence[i] ?? []) {
      const m = layers.mentions[k];
      const e = layers.entities[m.entity];
      if (m.use !== "actor" || e.kind !== "person" || e.code === null || (i === s.index && m.from >= before))
        continue;
      if (out.some((a) => a.entity === e.index) || (level !== null && e.office?.level !== level)) continue;
      codes.add(e.code);
      out.push({
        entity: e.index,
        name: e.name,
        code: e.code,
        party: e.party,
        words: null,
        basis: "named-before",
      });
    }
    if (out.length >= count) break;
  }
  return out.length === count && codes.size === count ? out : [];
}

/** "officials from Ethiopia and Sudan", "the leaders of Kenya and Uganda", "Kenyan and Ugandan ministers". */
function homes(layers: Layers, s: Sentence, noun: number, words: MeetingWords): Actor[] {
  const out: Actor[] = [];
  for (const p of piecesAfter(layers, s, noun)) {
    if (p.prep !== "" && !words.class("home").has(p.prep)) break;
    if (p.prep === "") continue;
    for (const m of p.mentions) {
      const e = layers.entities[m.entity];
      if (m.use === "place" ? !COUNTRY.has(e.kind) : !isParty(e)) continue;
      const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
      out.push({ entity: e.index, name: e.name, code: e.code, party: e.party, words, basis: "home" });
    }
  }
  if (out.length > 0) return out;
  const front = frontOf(s, noun);
  return named(layers, s, listedFront(layers, s, front) ?? front, noun);
}

/** First token of what stands before a noun and belongs to it: modifiers, names, hyphens. */
export function frontOf(s: Sentence, noun: number): number {
  let from = noun;
  while (from > 0) {
    const t = from - 1;
    const u = s.upos[t];
    const inside =
      u === "ADJ" ||
      u === "NOUN" ||
      u === "PROPN" ||
      u === "NUM" ||
      u === "DET" ||
      s.xpos[t] === "POS" ||
      s.xpos[t] === "PRP$" ||
      (u === "PUNCT" && s.norms[t] === "-") ||
      isHyphened(s, t) ||
      (u === "VERB" &&
        (s.deprels[t] === "amod" || s.xpos[t] === "VBN" || s.xpos[t] === "VBG") &&
        s.heads[t] === noun) ||
      // "UN-sponsored talks".
      (u === "VERB" && s.xpos[t] !== "VBG" && isTight(s, t - 1)) ||
      // "the working group's session".
      (u === "VERB" && s.deprels[t] === "amod" && s.heads[t] > t && s.heads[t] < noun) ||
      (u === "CCONJ" &&
        t > 0 &&
        (s.upos[t - 1] === "ADJ" || s.upos[t - 1] === "PROPN") &&
        s.upos[from] !== "DET");
    if (!inside) break;
    from = t;
    if (u === "DET" || s.xpos[t] === "PRP$") break;
  }
  return from;
}

/** Inside a word of several: the "to" of "face-to-face". */
const isHyphened = (s: Sentence, t: number): boolean =>
  s.norms[t + 1] === "-" &&
  s.norms[t - 1] === "-" &&
  s.ends[t] === s.starts[t + 1] &&
  s.starts[t] === s.ends[t - 1];

/** Parties named in front of a noun: "the Serbia-Croatia summit", "Iranian-Saudi talks", "Putin's visit". */
export function named(layers: Layers, s: Sentence, from: number, to: number): Actor[] {
  const out: Actor[] = [];
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    if (m.from < from || m.to > to + 1 || m.use === "place" || isHomeOf(layers, s, m)) continue;
    // "Malaysian-brokered talks" are not of Malaysia.
    if (isTight(s, m.to) && s.upos[m.to + 1] === "VERB") continue;
    for (const a of actorsAt(layers, s.index, m.head))
      if (!out.some((x) => x.entity === a.entity)) out.push(a);
  }
  return out;
}

/** "Peru, Chile ministers to meet in Arica": the people of whom a headline announces it, with the verb taken for their attribute; else -1. */
export function announcedOf(s: Sentence, clause: Clause, words: MeetingWords): number {
  const verb = clause.support >= 0 ? clause.support : clause.head;
  const noun = s.heads[clause.head];
  const own = clause.relation.startsWith("acl") && noun === verb - 2 && s.norms[verb - 1] === "to";
  return own && s.deprels[noun] === "root" && s.xpos[noun] === "NNS" && isPeople(s, noun, words) ? noun : -1;
}

/** Who a clause's subject names; where the tree lost it, whoever stands right before the verb. */
export function subjectsOf(layers: Layers, s: Sentence, clause: Clause, words: MeetingWords): Actor[] {
  const out = besides(
    layers,
    s,
    clause.subjects.flatMap((t) => at(layers, s, behindTown(s, t), words)),
  );
  if (out.length > 0 && !clause.passive && clause.tense !== "none") return listed(layers, s, clause, out);
  if (out.length > 0 || clause.passive) return out;
  if (clause.mood === "infinitive") {
    const announced = announcedOf(s, clause, words);
    if (announced >= 0) return at(layers, s, announced, words);
    const of = clause.relation === "xcomp" && clause.parent >= 0 ? layers.clauses[clause.parent] : null;
    return of === null || of.mood === "infinitive" || of.objects.length > 0
      ? out
      : subjectsOf(layers, s, of, words);
  }
  const main = clause.aspect === "perfect" && clause.tense === "none" ? besideOf(layers, s, clause) : null;
  if (main !== null) return subjectsOf(layers, s, main, words);
  const over = clause.relation === "conj" && clause.parent >= 0 ? layers.clauses[clause.parent] : null;
  if (over !== null && over.relation !== "conj" && over.kind !== "nominal")
    return subjectsOf(layers, s, over, words);
  const verb = clause.support >= 0 ? clause.support : clause.head;
  const before = besides(layers, s, actorsBefore(layers, s.index, verb));
  if (clause.tense === "none") return before;
  return listed(layers, s, clause, before.length > 0 ? before : apposed(layers, s, verb));
}

/**
 * "The minister of A, X, and the minister of B, Y, met": of two long titles trees keep one. Where all in front of the verb speak for one
 * party, whoever else is named there with nothing but titles between is of them.
 */
function listed(layers: Layers, s: Sentence, clause: Clause, found: readonly Actor[]): Actor[] {
  if (clause.subjects.length === 0 || new Set(found.map((a) => a.party)).size !== 1) return [...found];
  const verb = clause.support >= 0 ? clause.support : clause.head;
  const first = Math.min(...clause.subjects);
  if (first < 0 || first >= verb) return [...found];
  let joined = false;
  for (let t = first; t < verb - 1; t++) {
    const u = s.upos[t];
    if (u === "VERB" || (u === "SCONJ" && s.xpos[t] !== "IN") || s.xpos[t][0] === "W" || s.norms[t] === ";")
      return [...found];
    joined ||= u === "CCONJ" && s.upos[t - 1] === "PUNCT";
  }
  if (!joined) return [...found];
  const more: Actor[] = [];
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    if (m.from < first || m.to > verb || m.use !== "actor") continue;
    for (const a of actorsAt(layers, s.index, m.head))
      if (![...found, ...more].some((b) => b.entity === a.entity)) more.push(a);
  }
  return [...found, ...more];
}

/** "Having met on Sunday, the ministers flew home": the clause whose subject it shares, whichever of the two trees hang on the other. */
function besideOf(layers: Layers, s: Sentence, clause: Clause): Clause | null {
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (
      (c.parent === clause.index || clause.parent === c.index) &&
      c.tense !== "none" &&
      c.subjects.length > 0
    )
      return c;
  }
  return null;
}

/** "Chad's president, X, will travel": whoever the commas before the verb end. */
function apposed(layers: Layers, s: Sentence, verb: number): Actor[] {
  let t = verb - 1;
  while (t > 0 && (s.upos[t] === "AUX" || s.upos[t] === "ADV" || s.upos[t] === "PART")) t--;
  if (s.norms[t] !== ",") return [];
  const m = (layers.mentionsBySentence[s.index] ?? [])
    .map((i) => layers.mentions[i])
    .find((x) => x.to === t && x.use === "actor");
  return m === undefined ? [] : actorsAt(layers, s.index, m.head);
}

/**
 * "The Minister of Foreign Affairs of the Republic of Chad, X, and the Minister ..., Y, met": every person who is named between a
 * clause's subject and its verb, where trees lose the second behind the titles of the first.
 */
export function peopleBefore(layers: Layers, s: Sentence, clause: Clause): Actor[] {
  const verb = clause.support >= 0 ? clause.support : clause.head;
  const from = Math.min(verb, ...clause.subjects);
  for (let t = from; t < verb; t++) if (s.upos[t] === "VERB" || s.xpos[t][0] === "W") return [];
  return named(layers, s, from, verb - 1).filter((a) => layers.entities[a.entity].kind === "person");
}

/** "X, the Greek prime minister, and Y met": trees lose the first of two behind an apposition. */
function besides(layers: Layers, s: Sentence, found: readonly Actor[]): Actor[] {
  const first = found[0]?.words ?? null;
  if (first === null) return [...found];
  let t = 0;
  while (t < s.size && s.starts[t] < first.start) t++;
  if (t < 2 || s.starts[t] !== first.start) return [...found];
  if (s.upos[t - 1] !== "CCONJ") {
    const from = listedFront(layers, s, t);
    return from === null ? [...found] : [...named(layers, s, from, t - 2), ...found];
  }
  if (new Set(found.map((a) => a.party)).size > 1) return [...found];
  const end = s.norms[t - 2] === "," ? t - 2 : t - 1;
  const more = (layers.mentionsBySentence[s.index] ?? [])
    .map((i) => layers.mentions[i])
    .filter((m) => m.to === end && m.use === "actor")
    .flatMap((m) => actorsAt(layers, s.index, m.head));
  return [...more.filter((a) => !found.some((b) => b.entity === a.entity)), ...found];
}

/** Parties that complements name after "between", "among", or "with". `among`: they are all there are. */
export function partners(
  layers: Layers,
  s: Sentence,
  pieces: readonly Piece[],
  words: MeetingWords,
): { readonly actors: Actor[]; readonly among: boolean } {
  for (const cls of ["among", "with"] as const) {
    const actors: Actor[] = [];
    let taking = false;
    for (const p of pieces) {
      if (words.class(cls).has(p.prep)) taking = true;
      else if (taking && p.prep !== "of" && p.prep !== "from") {
        if (actors.length > 0) break;
        taking = false;
      }
      if (!taking) continue;
      const home = p.nouns
        .filter((t) => words.class("people").has(s.lemmas[t]))
        .flatMap((t) => at(layers, s, t, words));
      for (const a of [...actorsOf(layers, s, p), ...home])
        if (!actors.some((x) => x.entity === a.entity)) actors.push(a);
    }
    if (actors.length > 0) return { actors, among: cls === "among" };
  }
  return { actors: [], among: false };
}

import { type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, actorsBefore, mentionAt, speaker, verbOf } from "../phrases/index.js";
import type { Actor, Clause, Entity } from "../types.js";
import { onePerSide, sides } from "./sides.js";
import type { Act } from "./types.js";
import type { ActWords } from "./words.js";

/** Each party once: by entity, and a state not beside its own plural. */
export function once(actors: readonly Actor[]): Actor[] {
  const out: Actor[] = [];
  for (const a of actors) if (!out.some((x) => x.entity === a.entity)) out.push(a);
  return out;
}

/** "sides", and "the Parties" of a text that writes them large: a plural of those who deal with each other. */
export const isSeveral = (s: Sentence, t: number, words: ActWords): boolean =>
  (s.xpos[t] === "NNS" || (s.upos[t] === "PROPN" && s.norms[t] !== s.lemmas[t].toLowerCase())) &&
  words.several.has(s.lemmas[t].toLowerCase());

/** Who does what the clause says; "we" is whoever speaks. Empty where the text does not tell. */
export function doersOf(layers: Layers, clause: Clause, words: ActWords): Actor[] {
  const s = layers.parsed.sentences[clause.sentence];
  const aside = throughAside(layers, s, clause);
  if (aside.length > 0) return aside;
  const found = once(clause.subjects.flatMap((t) => sidesAt(layers, s, t, words)));
  const pronoun = clause.subjects.some(
    (t) =>
      s.xpos[t] === "PRP" &&
      mentionAt(layers, clause.sentence, t) === null &&
      !words.firstPerson.has(s.norms[t]),
  );
  if (found.length > 0) return pronoun ? withSpeaker(layers, clause, found) : found;
  if (pronoun) return withSpeaker(layers, clause, []);
  if (clause.subjects.some((t) => words.firstPerson.has(s.norms[t]))) {
    const own = speaker(layers, layers.facts.voice(clause.index));
    return own === null ? [] : [own];
  }
  const seats = clause.passive
    ? []
    : once(clause.subjects.flatMap((t) => seatAt(layers, clause.sentence, t)));
  if (seats.length > 0) return seats;
  // "Kim and Moon, agreed ...": parsers take the verb for a participle; a party is nothing that can be agreed.
  if (clause.passive && clause.subjects.length === 0 && !hasPassiveAuxiliary(s, verbOf(clause))) {
    const objects = once(clause.objects.flatMap((t) => actorsAt(layers, clause.sentence, t)));
    if (objects.length > 0 && words.plain.has(clause.lemma)) return objects;
  }
  if (clause.passive || (clause.tense === "none" && clause.relation !== "root")) return [];
  // "A committee under the lead of Chad and Niger agreed": whoever stands last in the subject's phrase is not who agreed.
  if (clause.subjects.some((t) => s.upos[t] === "NOUN" && subtreeRange(s, t)[1] === verbOf(clause)))
    return [];
  return actorsBefore(layers, clause.sentence, verbOf(clause));
}

/** "India, which backs the claim, has urged London": parsers take the aside's verb for the subject. */
function throughAside(layers: Layers, s: Sentence, clause: Clause): Actor[] {
  const verb = clause.subjects.find((t) => s.upos[t] === "VERB" && t < clause.head);
  if (verb === undefined) return [];
  let relative = false;
  let subject = -1;
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c]) {
    if (!s.deprels[c].startsWith("nsubj")) continue;
    if (s.xpos[c].startsWith("W")) relative = true;
    else if (subject < 0) subject = c;
  }
  return relative && subject >= 0 ? actorsAt(layers, s.index, subject) : [];
}

const UNCODED = new Set<Entity["kind"]>(["armed-group", "party", "organisation", "legislature", "military"]);

/** Whoever a subject names; of "ministers from Chad and Niger" and "the two countries, Chad and Niger" all that stand behind. */
function sidesAt(layers: Layers, s: Sentence, token: number, words: ActWords): Actor[] {
  const own = actorsAt(layers, s.index, token).filter((a) => speaksFor(layers, a));
  if (isOnlooker(layers, s, token)) return [];
  if (own.length === 0) {
    // "The rebels' leader, Rodrigo Londono, pledged": the name behind the noun.
    for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c])
      if (c > token && s.deprels[c] === "appos") own.push(...actorsAt(layers, s.index, c));
  }
  if (!isSeveral(s, token, words)) return own;
  const inner: Actor[] = [];
  for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c])
    if (c > token && (s.deprels[c] === "nmod" || s.deprels[c] === "appos"))
      inner.push(...actorsAt(layers, s.index, c));
  return sides(inner) > sides(own) ? inner : own;
}

/**
 * All sides of "the leaders agreed", where the text names only one of them here: the pair that met, spoke or agreed in the sentences
 * just before and that holds the one known.
 */
export function pairBefore(layers: Layers, clause: Clause, known: Actor | null): Actor[] | null {
  const back = known === null ? NEAR : BACK;
  for (let i = clause.sentence; i >= Math.max(0, clause.sentence - back); i--) {
    for (const k of layers.clausesBySentence[i] ?? []) {
      const c = layers.clauses[k];
      if (c.index >= clause.index || (c.kind === "nominal" && c.support < 0)) continue;
      const tokens = [...c.subjects, ...c.objects, ...c.recipients, ...c.obliques.map((o) => o.head)];
      const pair = onePerSide(
        tokens.flatMap((t) => actorsAt(layers, i, t)).filter((a) => !isPast(layers, a)),
      );
      if (sides(pair) === 2 && (known === null || pair.some((a) => a.code === known.code)))
        return pair.map((a) => ({ ...a, basis: "pair" }));
    }
  }
  return null;
}
const BACK = 6;
const NEAR = 2;

/** The two or more sides that a text last spoke of as one ("the two sides", "both countries"), up to a sentence. */
export function pairInForce(layers: Layers, sentence: number): Actor[] | null {
  for (let i = sentence; i >= 0; i--) {
    const here = layers.mentionsBySentence[i] ?? [];
    for (let k = here.length - 1; k >= 0; k--) {
      const m = layers.mentions[here[k]];
      const e = layers.entities[m.entity];
      if (e.kind !== "plural" || m.use !== "actor") continue;
      const all = onePerSide(actorsAt(layers, i, m.head));
      if (sides(all) > 1) return all.map((a) => ({ ...a, basis: "plural" }));
    }
  }
  return null;
}

/** Whether the subject is a plural that stands for parties the text has named: "the ministers", "they". */
export function isPlural(layers: Layers, clause: Clause, words: ActWords): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  return clause.subjects.some(
    (t) => isSeveral(s, t, words) || (s.upos[t] === "PRON" && words.they.has(s.norms[t])),
  );
}

/** A state that is no more does nothing now. */
export const isPast = (layers: Layers, a: Actor): boolean =>
  layers.entities[a.entity]?.kind === "historical-state";

/** "Kono said that he and Lavrov ...": an unresolved pronoun in reported speech is whoever speaks. */
function withSpeaker(layers: Layers, clause: Clause, found: readonly Actor[]): Actor[] {
  const own = speaker(layers, layers.facts.voice(clause.index));
  return own === null ? [...found] : once([own, ...found]);
}

/** Sectors whose members bind their side: officials, ministers, soldiers, rebels; demonstrators, analysts and newspapers bind nobody. */
const BINDING = new Set(["GOV", "MIL", "LEG", "REB", "OPP", "JUD", "SPY", "IGO", "INT"]);

function speaksFor(layers: Layers, a: Actor): boolean {
  const e = layers.entities[a.entity];
  if (e.kind === "media" || e.kind === "company") return false;
  // A people named beside a state is a side: "Israel and the Palestinians".
  return e.kind !== "group" || a.basis === "demonym" || (e.sector !== null && BINDING.has(e.sector));
}

function isOnlooker(layers: Layers, s: Sentence, token: number): boolean {
  const m = mentionAt(layers, s.index, token);
  if (m === null || m.head !== token) return false;
  const e = layers.entities[m.entity];
  return e.kind === "media" || e.kind === "company";
}

/** A capital as subject is its government; a body or an official without a country acts under his own name. */
function seatAt(layers: Layers, sentence: number, token: number): Actor[] {
  const m = mentionAt(layers, sentence, token);
  if (m === null || m.use === "modifier") return [];
  const e = layers.entities[m.entity];
  const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
  if (e.kind === "place" && e.country !== null && m.use === "place")
    return [{ entity: e.index, name: e.name, code: e.country, party: e.country, words, basis: "seat" }];
  if (UNCODED.has(e.kind) || (e.kind === "person" && e.office !== null))
    return [{ entity: e.index, name: e.name, code: e.code, party: e.party, words, basis: m.form }];
  return [];
}

function hasPassiveAuxiliary(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) if (s.deprels[c] === "aux:pass") return true;
  return false;
}

/** "A conference agreed", "talks in Doha agreed": a gathering as subject, which is nobody by itself. */
export function isGathering(layers: Layers, clause: Clause, words: ActWords): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  return clause.subjects.some((t) => {
    if (s.upos[t] !== "NOUN" || !words.sittings.has(s.lemmas[t])) return false;
    const m = mentionAt(layers, s.index, t);
    return m === null || m.head !== t || layers.entities[m.entity].kind === "occasion";
  });
}

/** Whether more than one side does it: by codes, or because the text says "the rival sides", "the two leaders". */
export function isJoint(layers: Layers, act: Act, words: ActWords): boolean {
  if (sides([...act.by, ...(act.cls === "agree" ? act.to : [])]) > 1) return true;
  const s = layers.parsed.sentences[act.sentence];
  if (act.cls === "agree" && act.clause.subjects.length > 1) return true;
  if (act.cls === "agree" && isGathering(layers, act.clause, words)) return true;
  if (act.cls === "agree" && withCounterpart(layers, act.clause, words)) return true;
  if (act.cls === "agree" && standsForSides(layers, act.clause, words)) return true;
  if (act.cls === "agree" && act.clause.subjects.some((t) => isOfSeveral(s, t, words))) return true;
  return act.clause.subjects.some((t) => isSeveral(s, t, words) && !isOneSides(layers, s, t, words));
}

/** "factions", "rival leaders", "the warring generals": against each other, whosever they are. */
export function isRival(s: Sentence, t: number, words: ActWords): boolean {
  if (words.between.has(s.lemmas[t])) return true;
  for (let c = s.firstChild[t]; c >= 0 && c < t; c = s.nextSibling[c])
    if (words.between.has(s.norms[c]) || words.opposed.has(s.norms[c])) return true;
  return false;
}

/** "EU negotiators", "Chad's ministers": many people of one side; "Chad's factions" are several. */
function isOneSides(layers: Layers, s: Sentence, t: number, words: ActWords): boolean {
  if (isRival(s, t, words)) return false;
  const m = mentionAt(layers, s.index, t);
  if (m === null || m.head !== t) return false;
  const e = layers.entities[m.entity];
  return e.kind === "group" && e.code !== null && e.sector === "GOV" && !isCounted(s, t, words);
}

/** "a committee of lenders", "a group of neighbours": more than one side under one name. */
function isOfSeveral(s: Sentence, noun: number, words: ActWords): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
    if (c > noun && s.deprels[c] === "nmod" && isSeveral(s, c, words)) return true;
  return false;
}

/** "each party", "either side": all of them, one by one. */
export function isEach(s: Sentence, noun: number, words: ActWords): boolean {
  const det = s.firstChild[noun];
  return (
    words.several.has(s.lemmas[noun].toLowerCase()) && det >= 0 && det < noun && words.each.has(s.norms[det])
  );
}

/** "agreed with her counterpart": the other side, whoever that is. */
export function withCounterpart(layers: Layers, clause: Clause, words: ActWords): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  return clause.obliques.some((o) => words.withs.has(o.prep) && words.counterpart.has(s.lemmas[o.head]));
}

/** "They agreed", right after "the two leaders" or "both sides" did something. */
export function standsForSides(layers: Layers, clause: Clause, words: ActWords): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  if (!clause.subjects.some((t) => s.upos[t] === "PRON" && words.they.has(s.norms[t]))) return false;
  // "Orban and Vucic announced that they had agreed".
  const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
  if (clause.relation === "ccomp" && over !== null && over.subjects.length > 1) return true;
  for (let i = clause.sentence - 1; i >= Math.max(0, clause.sentence - NEAR); i--) {
    const before = layers.parsed.sentences[i];
    for (const k of layers.clausesBySentence[i] ?? [])
      for (const t of layers.clauses[k].subjects)
        if (isSeveral(before, t, words) && isCounted(before, t, words)) return true;
  }
  return false;
}

/** "the two", "both", "the". */
function isCounted(s: Sentence, noun: number, words: ActWords): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (s.upos[c] === "NUM" || words.both.has(s.norms[c]) || words.definite.has(s.norms[c])) return true;
  return false;
}

/** Actors in the slots ("obj", "iobj", or a preposition) of a clause, without those in `not`. */
export function actorsIn(
  layers: Layers,
  clause: Clause,
  slots: readonly string[],
  not: readonly Actor[],
): Actor[] {
  const out: Actor[] = [];
  for (const slot of slots) {
    const tokens =
      slot === "obj"
        ? clause.objects
        : slot === "iobj"
          ? clause.recipients
          : clause.obliques.filter((o) => o.prep === slot).map((o) => o.head);
    for (const t of tokens) out.push(...actorsAt(layers, clause.sentence, t));
  }
  return once(out).filter((a) => !not.some((x) => x.entity === a.entity));
}

/**
 * Whether the subject acts for a side though the text gives it no identity: "both sides", "they", "I", "the mediator", a name nobody knows.
 * Newspapers, companies and things do not.
 */
export function isSomebody(layers: Layers, clause: Clause, words: ActWords): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  return clause.subjects.some((t) => {
    if (isOnlooker(layers, s, t)) return false;
    if (s.upos[t] === "PRON") return words.firstPerson.has(s.norms[t]) || words.somebody.has(s.norms[t]);
    if (words.somebody.has(s.lemmas[t].toLowerCase()) || isEach(s, t, words)) return true;
    if (isSeveral(s, t, words)) return true;
    if (s.xpos[t] === "NNS") return words.several.has(s.lemmas[t]) || words.between.has(s.lemmas[t]);
    const m = mentionAt(layers, s.index, t);
    if (m !== null) return m.use === "actor" && UNNAMED.has(layers.entities[m.entity].kind);
    return s.upos[t] === "PROPN";
  });
}

/** A person or a body that the text knows by name, but not whose it is. */
export function namelessOf(layers: Layers, clause: Clause): Actor[] {
  if (clause.passive) return [];
  return once(
    clause.subjects.flatMap((t) => {
      const m = mentionAt(layers, clause.sentence, t);
      const e = m === null || m.use !== "actor" ? null : layers.entities[m.entity];
      if (m === null || e === null || e.code !== null || e.kind === "plural" || !UNNAMED.has(e.kind))
        return [];
      const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
      return [{ entity: e.index, name: e.name, code: e.code, party: e.party, words, basis: m.form }];
    }),
  );
}

const UNNAMED = new Set<Entity["kind"]>([
  "armed-group",
  "party",
  "organisation",
  "legislature",
  "military",
  "ministry",
  "person",
  "plural",
]);

import { childWith, type Sentence, subtreeRange } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, clauseOver, isBare, verbKeys, verbOf } from "../phrases/index.js";
import type { Clause, MeasureItem } from "../types.js";
import type { MeasureRule } from "./measures.rules.js";
import type { MeasureWords } from "./words.js";

type Status = MeasureItem["status"];
const IMAGINED = new Set(["hypothetical", "conditional", "requested", "proposed", "feared"]);
const AHEAD = new Set(["scheduled", "expected", "intended"]);

const ASSERTED = "factuality/asserted";
const PURPOSE = "factuality/purpose";

/** How far a measure got, by which clause and in which construction. */
export interface Told {
  readonly clause: Clause;
  readonly status: Status;
  readonly shape: MeasureRule["shape"];
}

/** The status that a verb gives the noun: the one over it, one in a relative clause about it, or one whose subject it has lost. */
export function statusOfNoun(layers: Layers, s: Sentence, words: MeasureWords, named: number): Told | null {
  const noun = quantityOver(s, words, named);
  const own = clauseAt(layers, s.index, noun);
  const over = own !== null && own.support >= 0 ? own : clauseOver(layers, s.index, noun, true);
  const main = over === null ? null : behindAside(layers, s, over);
  const yet = over === null ? null : yetTo(layers, s, words, main ?? over);
  if (yet !== null) {
    const told = under(layers, s, words, noun, null, withArgument(yet, noun));
    if (told !== null) return told;
  }
  if (main !== null) {
    const told = under(layers, s, words, noun, null, withArgument(main, noun));
    if (told !== null) return told;
  }
  const found = over === null ? null : under(layers, s, words, noun, own, over);
  if (found !== null) return found;
  for (const clause of relatives(layers, s, noun)) {
    const told = under(layers, s, words, noun, null, clause);
    if (told !== null) return told;
  }
  const lost = lostVerb(layers, s, words, noun);
  return lost === null ? null : under(layers, s, words, noun, null, { ...lost, subjects: [noun] });
}

/** "none of the steps", "most of the patrols": the word that stands for the thing in its clause; else the thing itself. */
function quantityOver(s: Sentence, words: MeasureWords, noun: number): number {
  const up = s.heads[noun];
  if (up < 0 || up > noun || !words.link.has(preposition(s, noun))) return noun;
  const counts =
    s.upos[up] === "PRON" ||
    s.upos[up] === "NUM" ||
    s.upos[up] === "DET" ||
    s.upos[up] === "ADJ" ||
    words.partial.has(s.norms[up]);
  return counts ? up : noun;
}

/** "has yet to see the light of day": the verb that has not come about, or null. */
function yetTo(layers: Layers, s: Sentence, words: MeasureWords, over: Clause): Clause | null {
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.parent === over.index && isYet(s, words, c)) return c;
  }
  return null;
}

/** An infinitive behind "yet" or "still": what has not happened. */
const isYet = (s: Sentence, words: MeasureWords, c: Clause): boolean => {
  const t = verbOf(c);
  const to = s.xpos[t - 1] === "TO" ? t - 1 : s.xpos[t - 2] === "TO" ? t - 2 : -1;
  return to > 0 && words.yet.has(s.norms[to - 1]);
};

/** "The return of the dead, agreed in May, was completed": the verb behind an aside that parsers take for the verb. */
function behindAside(layers: Layers, s: Sentence, aside: Clause): Clause | null {
  const t = aside.head;
  const participle = s.norms[t - 1] === "," && (s.xpos[t] === "VBN" || s.xpos[t] === "VBD");
  if (!(participle && aside.objects.length === 0) && !isRelative(s, t)) return null;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.head <= t || c.kind !== "verbal" || c.tense === "none" || c.subjects.length > 0) continue;
    if (c.parent === aside.index || aside.parent === c.index || aside.parent === c.parent) return c;
  }
  return null;
}

/**
 * The clause with what it is about, where an aside stands between them: "the highway, cut for years, was reopened". Parsers take the
 * aside's verb for the verb of the noun, and leave the other with nothing.
 */
export function pastAside(layers: Layers, s: Sentence, clause: Clause): Clause {
  const own = clause.passive ? clause.objects : [...clause.subjects, ...clause.objects];
  if (own.length > 0 || clause.tense === "none") return clause;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const aside = layers.clauses[i];
    if (aside.head >= clause.head || (!isRelative(s, aside.head) && s.norms[aside.head - 1] !== ","))
      continue;
    if (aside.parent !== clause.index && clause.parent !== aside.index && aside.parent !== clause.parent)
      continue;
    const noun = [...aside.subjects, ...aside.objects].find((t) => t < aside.head && s.upos[t] === "NOUN");
    if (noun !== undefined) return withArgument(clause, noun);
  }
  return clause;
}

/** "the visit, cancelled in June, would be made in May": what an aside tells of the same thing, beside what the verb behind it tells. */
export function inAside(
  layers: Layers,
  s: Sentence,
  words: MeasureWords,
  noun: number,
  told: Told,
): Told | null {
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.head <= noun || c.head >= told.clause.head || s.norms[c.head - 1] !== ",") continue;
    if (!c.subjects.includes(noun) && !c.objects.includes(noun)) continue;
    const said = words.statuses.get(c.lemma);
    const status = said === undefined ? null : statusOf(layers, words, c, said);
    // "promised for January" is how it was announced, which is no news.
    if (status !== null && status !== "announced" && status !== told.status)
      return { clause: c, status, shape: "noun" };
  }
  return null;
}

/** "to which the parties committed themselves", taken for the verb of what it is about. */
function isRelative(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.xpos[c] === "WDT" || s.xpos[c] === "WP") return s.norms[c - 1] === "," || s.norms[c - 2] === ",";
  return false;
}

const withArgument = (c: Clause, noun: number): Clause =>
  c.passive ? { ...c, objects: [noun] } : { ...c, subjects: [noun] };

/** Relative and participial clauses about the noun: "ceasefires that have held". */
function* relatives(layers: Layers, s: Sentence, noun: number): Iterable<Clause> {
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.head <= noun || !c.relation.startsWith("acl") || c.kind !== "verbal") continue;
    if (c.subjects.includes(noun) || c.objects.includes(noun)) yield c;
  }
}

/** A noun that the parser could not tie to a verb: the root, or one that hangs on what follows as if it were a clause. */
export const isLoose = (s: Sentence, noun: number): boolean =>
  s.deprels[noun] === "root" || (s.heads[noun] > noun && LOOSE.has(s.deprels[noun]));
const LOOSE = new Set(["advcl", "dislocated", "parataxis", "ccomp", "csubj"]);

/** "Work on the line has begun": a noun that opens a sentence, taken for a verb. */
export const isMistaken = (s: Sentence, words: MeasureWords, t: number): boolean =>
  s.xpos[t] === "VB" &&
  words.nouns.has(s.lemmas[t]) &&
  (t === 0 || s.upos[t - 1] === "PUNCT") &&
  (s.upos[t + 1] === "AUX" || words.complement.has(s.norms[t + 1]));

/** The verb whose subject the parser lost ("X, which is vital, can be said to have progressed"): the first finite one behind that has none. */
function lostVerb(layers: Layers, s: Sentence, words: MeasureWords, noun: number): Clause | null {
  if (!isLoose(s, noun) && !isMistaken(s, words, noun)) return null;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.head > noun && c.kind === "verbal" && c.tense !== "none" && c.subjects.length === 0)
      return c.objects.length === 0 ? c : null;
  }
  return null;
}

/** What one clause says of the noun, climbing from a complement ("progress on X") to its verb. */
function under(
  layers: Layers,
  s: Sentence,
  words: MeasureWords,
  noun: number,
  own: Clause | null,
  clause: Clause,
): Told | null {
  const raised = raisedUnder(layers, s, clause);
  const raisedStatus = raised === null ? undefined : words.statuses.get(raised.lemma);
  if (raised !== null && raisedStatus !== undefined) {
    const given = statusOf(layers, words, raised, raisedStatus);
    return given === null ? null : { clause: raised, status: given, shape: "noun" };
  }
  const placed = words.placing.has(clause.lemma) && clause.objects.includes(noun);
  if (clause.subjects.includes(noun) || (clause.passive && clause.objects.includes(noun)) || placed) {
    const state = stateIn(s, words, clause) ?? (placed ? stateUnder(s, words, noun) : undefined);
    // "has come to nothing": the word denies nothing.
    const part = clause.negation >= 0 && words.nothing.has(s.norms[clause.negation]);
    if (state !== undefined && part && clause.modal === null) return { clause, status: state, shape: "noun" };
    const given = state === undefined ? null : statusOf(layers, words, clause, state);
    if (given !== null) return { clause, status: given, shape: "noun" };
  }
  // "open to a joint commission" opens none.
  if (clause.kind === "adjectival" && !words.progress.has(clause.lemma)) return null;
  const verb = clause.support >= 0 ? clause.support : clause.head;
  const negated = clause.negated || denies(s, words, noun);
  const between = progressAbove(s, words, noun);
  if (between >= 0 || words.progress.has(clause.lemma)) {
    if (own === clause || (s.deprels[noun] === "conj" && s.heads[noun] === between)) return null;
    const made = words.progress.has(clause.lemma) || words.make.has(clause.lemma);
    const gain = between >= 0 ? between : clause.support >= 0 ? clause.head : -1;
    const none = negated || (gain >= 0 && (denies(s, words, gain) || isScant(s, words, gain)));
    const given = made ? statusOf(layers, words, { ...clause, negated: false }, "progressed") : null;
    return given === null ? null : { clause, status: none ? "no-progress" : given, shape: "progress-on" };
  }
  if (s.deprels[noun] === "nmod" && own !== clause && !clause.subjects.includes(noun)) return null;
  const beside = clause.obliques.find((o) => o.head === noun);
  // "Nothing has come of the patrols."
  if (
    beside !== undefined &&
    words.comingOf.has(clause.lemma) &&
    clause.modal === null &&
    clause.subjects.some((t) => words.nothing.has(s.norms[t]))
  )
    return { clause, status: "no-progress", shape: "noun" };
  // "On patrols no agreement was reached": what the talk was of. "Agreed on patrols" announces them.
  if (beside !== undefined && words.progressOn.has(beside.prep) && !agreesOn(words, clause, noun))
    return null;
  // "made the removal of tariffs conditional on": nothing was removed.
  if (words.make.has(clause.lemma) && (childWith(s, clause.head, "xcomp") >= 0 || madeSo(s, noun)))
    return null;
  const argument = clause.objects.includes(noun) || clause.subjects.includes(noun) || own === clause;
  if (
    words.holds.has(clause.lemma) &&
    clause.subjects.includes(noun) &&
    clause.objects.length === 0 &&
    !clause.passive
  ) {
    const given = statusOf(layers, words, clause, "carried-out");
    return given === null ? null : { clause, status: given, shape: "holding" };
  }
  // "There was a trial release of water": it took place.
  if (childWith(s, clause.head, "expl") >= 0 && clause.subjects.includes(noun)) {
    const over = clause.tense === "past" || clause.aspect === "perfect";
    const given = over ? statusOf(layers, words, { ...clause, negated }, "carried-out") : null;
    return given === null ? null : { clause, status: given, shape: "noun" };
  }
  const said =
    (clause.support >= 0
      ? [s.lemmas[verb]]
      : [...(argument ? idioms(s, clause) : []), ...verbKeys(layers, clause).reverse()]
    )
      .map(
        (k) =>
          (clause.passive ? words.passive.get(k) : undefined) ??
          (clause.aspect.endsWith("progressive") ? words.repeated.get(k) : undefined) ??
          words.statuses.get(k),
      )
      .find((x) => x !== undefined) ??
    (argument
      ? undefined
      : words.statuses.has(clause.lemma) ||
          !clause.obliques.some((o) => o.head === noun && words.tookPlaceIn.has(o.prep))
        ? undefined
        : inPast(clause));
  if (
    said === undefined ||
    (!argument && clause.obliques.every((o) => o.head !== noun) && s.deprels[noun] !== "conj")
  )
    return null;
  const given = statusOf(layers, words, { ...clause, negated }, said);
  return given === null ? null : { clause, status: given, shape: "noun" };
}

/** "put the scheme on ice": parsers hang the state on the thing. */
function stateUnder(s: Sentence, words: MeasureWords, noun: number): Status | undefined {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
    if (c > noun && s.deprels[c] === "nmod") {
      const state = words.states.get(`${preposition(s, c)}_${s.lemmas[c]}`);
      if (state !== undefined) return state;
    }
  return undefined;
}

/** The state that a clause says something is in or comes to: "is operational", "is under way", "remain frozen", "went into effect". */
function stateIn(s: Sentence, words: MeasureWords, clause: Clause): Status | undefined {
  const named = (t: number): Status | undefined =>
    words.states.get(s.norms[t]) ?? words.states.get(`${preposition(s, t)}_${s.lemmas[t]}`);
  if (clause.kind === "adjectival" || clause.kind === "copular") {
    const own = named(clause.head);
    if (own !== undefined) return own;
  }
  for (let c = s.firstChild[clause.head]; c >= 0; c = s.nextSibling[c])
    if (c > clause.head && (s.deprels[c] === "xcomp" || s.deprels[c].startsWith("obl"))) {
      const state = named(c);
      if (state !== undefined) return state;
    }
  return turnIn(s, words, clause);
}

/** How far behind a verb a state of several words begins. */
const REACH = 4;

function turnIn(s: Sentence, words: MeasureWords, clause: Clause): Status | undefined {
  for (let t = Math.max(0, clause.head - REACH); t < s.size && t <= clause.head + REACH; t++) {
    const turn = words.turns.at(s, t);
    if (turn !== null) return turn.value;
  }
  return undefined;
}

/** "X is said to have advanced": the verb under a passive of saying whose subject is X. */
function raisedUnder(layers: Layers, s: Sentence, clause: Clause): Clause | null {
  if (!clause.passive) return null;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.parent === clause.index && c.relation === "xcomp" && c.objects.length === 0) return c;
  }
  return null;
}

/** "progress on X", "progress on the X of Y": the progress noun above, or -1. */
function progressAbove(s: Sentence, words: MeasureWords, noun: number): number {
  for (
    let t = s.heads[noun], steps = 0;
    t >= 0 && steps < 4 && (s.upos[t] === "NOUN" || s.upos[t] === "ADJ");
    t = s.heads[t], steps++
  ) {
    if (words.progress.has(s.lemmas[t])) return t;
  }
  return -1;
}

/** An adjective behind its noun, where parsers take what something is made for a part of it. */
function madeSo(s: Sentence, noun: number): boolean {
  const [, end] = subtreeRange(s, noun);
  for (let t = noun + 1; t < end; t++)
    if (s.upos[t] === "ADJ" && s.upos[t - 1] === "NOUN" && s.heads[t] < t) return true;
  return false;
}

/** "agreed on joint patrols", with the matter behind the verb. */
const agreesOn = (words: MeasureWords, clause: Clause, noun: number): boolean =>
  noun > clause.head && !clause.negated && words.agreeing.has(clause.lemma);

/** "take_effect", "begin_work", "get_going": a verb with its object or a verb that completes it. */
function idioms(s: Sentence, clause: Clause): string[] {
  const verb = verbOf(clause);
  const out = clause.objects.map((o) => `${s.lemmas[verb]}_${s.lemmas[o]}`);
  if (s.xpos[verb + 1] === "VBG") out.push(`${s.lemmas[verb]}_${s.norms[verb + 1]}`);
  return out;
}

/** "met in family reunions": a measure named beside a plain past verb took place. */
const inPast = (clause: Clause): Status | undefined =>
  clause.tense === "past" && clause.modal === null ? "carried-out" : undefined;

/** "agreed to reopen", "began to withdraw": an infinitive tells of a measure only under a verb that announces or starts one. */
function promised(layers: Layers, clause: Clause, words: MeasureWords): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  for (let t = s.heads[verbOf(clause)], steps = 0; t >= 0 && steps < 3; t = s.heads[t], steps++) {
    if (s.upos[t] === "NOUN") return false;
    // "signed a deal as a gesture to end the war", "held talks to reopen the road": what for, and no promise.
    if (
      steps === 0 &&
      clause.relation === "advcl" &&
      !words.pledges.has(s.lemmas[t]) &&
      childWith(s, t, "obj") >= 0
    )
      return false;
    const status = words.statuses.get(s.lemmas[t]) ?? words.passive.get(s.lemmas[t]);
    if (status === "announced" || status === "started") return true;
  }
  return false;
}

/** "have finished pulling back", "stopped passing data": the verb above tells how far the deed got. */
export function phaseOver(layers: Layers, words: MeasureWords, clause: Clause): Told | null {
  const over = clause.relation === "xcomp" && clause.parent >= 0 ? layers.clauses[clause.parent] : null;
  if (over === null || over.kind !== "verbal") return null;
  const said = words.statuses.get(over.lemma);
  const stops = said === "suspended" && clause.mood === "gerund";
  if (said !== "started" && said !== "completed" && !stops) return null;
  const status = statusOf(layers, words, over, said);
  return status === null ? null : { clause: over, status, shape: "verb" };
}

export function statusOf(layers: Layers, words: MeasureWords, clause: Clause, said: Status): Status | null {
  const status = statusRead(layers, words, clause, said);
  if (status === null && layers.trace !== undefined) {
    const fact = layers.facts.factuality(clause.index);
    const why = `it is ${fact.status}${clause.negated ? ", negated" : ""} (${fact.rule}), so no measure is taken`;
    layers.trace({ rule: "measures", sentence: clause.sentence, token: clause.head, why });
  }
  return status;
}

/** The marker, also where the parser took it for a preposition of the subject. */
function isUntil(layers: Layers, words: MeasureWords, clause: Clause): boolean {
  if (words.until.has(clause.marker ?? "")) return true;
  const s = layers.parsed.sentences[clause.sentence];
  for (let t = clause.head - 1; t >= 0 && t > clause.head - 8; t--) {
    if (words.until.has(s.norms[t])) return true;
    if (s.upos[t] === "VERB" || s.upos[t] === "PUNCT") return false;
  }
  return false;
}

/** "would not stop until they withdrew": whatever its tense, it is only waited for. */
function hangsOnIt(layers: Layers, clause: Clause): boolean {
  return (layers.clausesBySentence[clause.sentence] ?? []).some((i) => {
    const c = layers.clauses[i];
    return c.head < clause.head && c.negated && (c.modal !== null || c.tense === "future");
  });
}

function statusRead(layers: Layers, words: MeasureWords, clause: Clause, said: Status): Status | null {
  const fact = layers.facts.factuality(clause.index);
  const s = layers.parsed.sentences[clause.sentence];
  const ends = said === "suspended" || said === "cancelled";
  // "no longer share data"
  const verb = verbOf(clause);
  const past = words.longer.has(s.norms[verb - 1]) && words.negators.has(s.norms[verb - 2]);
  if (past && s.xpos[verb - 3] !== "TO") return ends ? null : "suspended";
  if (isYet(s, words, clause)) return ends || clause.negated ? null : "no-progress";
  if (IMAGINED.has(fact.status) || isBare(layers, clause) || isNoDeed(layers, words, clause)) return null;
  if (clause.negated && clause.modal !== null) return null;
  // "until they free the prisoners": not yet.
  const open = clause.aspect === "perfect" || (clause.tense === "present" && clause.aspect === "simple");
  // "will reopen it when Niger frees the crew": not yet.
  const over = clause.parent < 0 ? null : layers.clauses[clause.parent];
  const awaited = over !== null && (over.modal !== null || over.tense === "future");
  const when = childWith(s, verb, "advmod");
  if (open && awaited && (words.proviso.has(clause.marker ?? "") || words.proviso.has(s.norms[when] ?? "")))
    return null;
  if (isUntil(layers, words, clause) && (open || hangsOnIt(layers, clause))) return null;
  if (clause.aspect === "perfect" && clause.tense === "present" && words.after.has(clause.marker ?? ""))
    return null;
  if (clause.negated || fact.polarity === "negative" || nobodyDoes(s, words, clause))
    return said === "suspended" || said === "cancelled" || said === "announced" ? null : "no-progress";
  if (clause.mood === "infinitive" && fact.status !== "happened")
    return promised(layers, clause, words) && !clause.negated ? "announced" : null;
  // Nothing over the infinitive tells that it was done: the parser has lost what it hangs on.
  const bare = s.xpos[verb] === "VB" && clause.modal === null;
  if ((clause.mood === "infinitive" || (bare && s.xpos[verb - 1] === "TO")) && fact.rule === ASSERTED)
    return promised(layers, clause, words) && !clause.negated ? "announced" : null;
  // "The aim is to reopen the road": what somebody is after.
  if (fact.rule === PURPOSE && clause.mood !== "infinitive") return null;
  if (AHEAD.has(fact.status) || (clause.modal !== null && clause.tense === "future"))
    return said === "suspended" || said === "cancelled" ? said : "announced";
  if (clause.modal !== null && fact.status !== "happened" && fact.status !== "ongoing") return null;
  return said === "completed" && isPartial(s, words, clause) ? "progressed" : said;
}

/** "Neither army has begun", "no prisoners were freed": a subject that denies. */
const nobodyDoes = (s: Sentence, words: MeasureWords, clause: Clause): boolean =>
  [...clause.subjects, ...(clause.passive ? clause.objects : [])].some(
    (t) => t < clause.head && (denies(s, words, t) || words.negators.has(s.norms[t])),
  );

/** "two thirds complete", "nearly finished", "half of the mines have been cleared". */
function isPartial(s: Sentence, words: MeasureWords, clause: Clause): boolean {
  for (let c = s.firstChild[clause.head]; c >= 0 && c < clause.head; c = s.nextSibling[c])
    if (words.partial.has(s.norms[c])) return true;
  return false;
}

/** "how the gates came to be opened": what is told or asked is the manner. */
function isAsked(s: Sentence, words: MeasureWords, verb: number): boolean {
  for (let t = verb - 1; t >= 0 && t > verb - 8 && s.upos[t] !== "PUNCT"; t--)
    if (s.xpos[t] === "WRB") return words.manner.has(s.norms[t]);
  return false;
}

/** What a preposition, a question or a wish only names: "talks on freeing them", "without agreeing where to dig", "that they be given back". */
function isNoDeed(layers: Layers, words: MeasureWords, clause: Clause): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  if (isAsked(s, words, clause.head)) return true;
  if (clause.mood === "infinitive" || clause.mood === "gerund") {
    if (clause.negated || layers.facts.factuality(clause.index).polarity === "negative") return true;
    return clause.mood === "gerund" && clause.marker !== null && !words.done.has(clause.marker);
  }
  const verb = verbOf(clause);
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.deprels[c] === "aux:pass" && s.xpos[c] === "VB")
      return clause.modal === null && s.xpos[c - 1] !== "TO";
  return false;
}

/** "little progress". */
function isScant(s: Sentence, words: MeasureWords, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.scant.has(s.lemmas[c])) return true;
  return false;
}

export const denies = (s: Sentence, words: MeasureWords, noun: number): boolean => {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.negators.has(s.norms[c])) return true;
  return false;
};

/** "The plan to rebuild the bridge has come to nothing": how far the plan that an infinitive fills got, where it got nowhere or goes on. */
export function statusOfPlan(layers: Layers, s: Sentence, words: MeasureWords, clause: Clause): Told | null {
  const noun = s.heads[verbOf(clause)];
  if (
    clause.mood !== "infinitive" ||
    noun < 0 ||
    s.upos[noun] !== "NOUN" ||
    !words.plans.has(s.lemmas[noun]) ||
    denies(s, words, noun)
  )
    return null;
  const told = statusOfNoun(layers, s, words, noun);
  return told === null || FRESH.has(told.status) ? null : told;
}
/** What is said of a plan that is only made: a promise and no deed. */
const FRESH = new Set<Status>(["announced", "carried-out", "started", "completed"]);

import { childWith, type Lexicon, type Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, actorsBefore, isPowers, members, mentionAt, speaker, verbOf } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import type { Content } from "./content.js";
import type { PositionRule } from "./rule.js";

/** Who holds what a rule read from a clause: its subject, whoever stands before it, or whoever speaks. */
export function holdersOf(
  l: Layers,
  clause: Clause,
  rule: PositionRule,
  content: Content,
  {
    firstPerson,
    by,
    doneBy,
  }: {
    readonly firstPerson: ReadonlySet<string>;
    readonly by: ReadonlySet<string>;
    readonly doneBy: ReadonlySet<string>;
  },
): Actor[] {
  if (rule.content[0] === "subject-noun") {
    // "Rome has softened its tone": who softens, whatever the pronoun is taken for.
    const own = clause.objects.includes(content.noun) && !clause.passive ? clause.subjects : [];
    const doing = own.flatMap((t) => actorsAt(l, clause.sentence, t)).filter((a) => isSide(l, a));
    return doing.length > 0 ? doing : possessor(l, clause.sentence, content.noun, by);
  }
  const passiveState =
    clause.passive && clause.subjects.length === 0 && (rule.verbs === "stative" || rule.verbs === "against");
  for (const subject of passiveState ? clause.objects : clause.subjects) {
    if (isPopulation(l, clause.sentence, subject)) return [];
    const actors = actorsAt(l, clause.sentence, subject).filter((a) => isSide(l, a));
    if (actors.length > 0) return actors;
  }
  // "was rejected out of hand by Oslo": trees hang the doer on the noun before.
  if (clause.passive && clause.subjects.length === 0 && !passiveState) {
    const doer = doerAfter(l, clause, doneBy);
    if (doer.length > 0) return doer;
  }
  if ((clause.tense !== "none" || clause.relation === "root") && !clause.passive) {
    const actors = actorsBefore(l, clause.sentence, verbOf(clause)).filter((a) => a.code !== null);
    if (actors.length > 0) return actors;
  }
  const s = l.parsed.sentences[clause.sentence];
  const lost = clause.subjects.length === 0 ? emptyPronoun(s, clause.head) : -1;
  const meant = lost < 0 ? [] : actorsAt(l, clause.sentence, lost).filter((a) => a.code !== null);
  if (meant.length > 0) return meant;
  // "the junta has softened: it is willing to ...": the pronoun that nobody resolved is whoever acts before.
  const over = lost >= 0 && clause.relation === "parataxis" ? l.clauses[clause.parent] : undefined;
  const going = (over?.subjects ?? []).flatMap((t) => coded(actorsAt(l, clause.sentence, t)));
  if (going.length > 0) return going;
  const first = clause.subjects.some((t) => firstPerson.has(s.norms[t]));
  const own = first || isReported(l, clause) ? speaker(l, l.facts.voice(clause.index)) : null;
  if (own !== null && own.code !== null) return [own];
  return content.noun >= 0 && clause.subjects.length === 0
    ? possessor(l, clause.sentence, content.noun, by)
    : [];
}

/** Whether a side is meant: a party of a known state or body, or several states that are not named. */
export const isSide = (l: Layers, a: Actor): boolean => a.code !== null || isPowers(l.entities[a.entity]);

/** How far behind a noun whoever made it may stand: "put forward by". */
const MADE = 4;
/** How far behind a passive its doer may stand. */
const DOER = 7;

function doerAfter(l: Layers, clause: Clause, by: ReadonlySet<string>): Actor[] {
  const s = l.parsed.sentences[clause.sentence];
  for (let t = clause.head + 1; t + 1 < s.size && t < clause.head + DOER; t++) {
    if (s.upos[t] === "VERB" || s.upos[t] === "PUNCT") return [];
    if (!by.has(s.norms[t])) continue;
    const actors = actorsAt(l, clause.sentence, s.heads[t] > t ? s.heads[t] : t + 1);
    return actors.filter((a) => a.code !== null);
  }
  return [];
}

/** Most clauses up to one that says who acts. */
const UP = 4;

/** Finds who does what a clause tells, where it is a party: its subject, the one right before it, whose clause it goes on from, or who speaks of himself. */
export function createSubjectHolders(lexicon: Lexicon): (l: Layers, clause: Clause) => Actor[] {
  const firstPerson = members(lexicon, "stances/cues", "class", "first-person");
  return (l, clause) => {
    const s = l.parsed.sentences[clause.sentence];
    // Trees hang a second predicate on what stands nearest, so that it has no subject or a wrong one.
    let at: Clause | undefined = clause;
    for (let up = 0; at !== undefined && up < UP; up++) {
      const subjects = at.passive && at.subjects.length === 0 ? at.objects : at.subjects;
      for (const t of subjects) {
        if (isPopulation(l, at.sentence, t)) return [];
        const actors = actorsAt(l, at.sentence, t).filter((a) => isSide(l, a));
        if (actors.length > 0) return actors;
        if (firstPerson.has(s.norms[t])) return coded([speaker(l, l.facts.voice(at.index))]);
      }
      if (up === 0 && (at.tense !== "none" || at.relation === "root")) {
        const before = coded(actorsBefore(l, at.sentence, verbOf(at)));
        if (before.length > 0) return before;
      }
      if (ownSubject(s, at) || repaired(s, l, at) || (up === 0 && at.relation !== "conj" && !goesOn(s, at)))
        return [];
      at = at.parent < 0 ? undefined : l.clauses[at.parent];
    }
    return [];
  };
}

/** ", but has ceased to": a finite verb right behind a conjunction goes on from another, wherever the tree hangs it. */
function goesOn(s: Sentence, clause: Clause): boolean {
  let t = verbOf(clause) - 1;
  while (t > 0 && (s.upos[t] === "AUX" || s.upos[t] === "ADV" || s.upos[t] === "PART")) t--;
  return clause.tense !== "none" && s.upos[t] === "CCONJ";
}

/** "A blames B, while allies of C warn": a subject that the clause layer found behind the verb above, where the tree hangs it elsewhere. */
function repaired(s: Sentence, l: Layers, clause: Clause): boolean {
  const over = clause.parent < 0 ? undefined : l.clauses[clause.parent];
  const verb = verbOf(clause);
  return (
    over !== undefined &&
    clause.relation === "conj" &&
    clause.subjects.some((t) => t > verbOf(over) && t < verb && s.upos[t] === "NOUN" && s.heads[t] !== verb)
  );
}

const ownSubject = (s: Sentence, clause: Clause): boolean =>
  childWith(s, clause.head, "nsubj") >= 0 || childWith(s, clause.head, "nsubj:pass") >= 0;

const coded = (actors: readonly (Actor | null)[]): Actor[] =>
  actors.filter((a): a is Actor => a !== null && a.code !== null);

/** "accused Oslo of refusing": the accused, where the clause tells what of. */
export function accusedUnder(l: Layers, clause: Clause, accusing: ReadonlySet<string>): Actor[] {
  const over = clause.parent >= 0 ? l.clauses[clause.parent] : undefined;
  if (over === undefined || !accusing.has(over.lemma) || clause.mood === "indicative") return [];
  return over.objects.flatMap((o) => actorsAt(l, clause.sentence, o)).filter((a) => a.code !== null);
}

/** "Ukraine said it was prepared": a pronoun that parsers take for an empty one is whoever speaks. */
function isReported(l: Layers, clause: Clause): boolean {
  if (clause.relation !== "ccomp" || clause.subjects.length > 0) return false;
  const s = l.parsed.sentences[clause.sentence];
  for (let c = s.firstChild[clause.head]; c >= 0 && c < clause.head; c = s.nextSibling[c])
    if (s.xpos[c] === "PRP") return true;
  return false;
}

/** "most Georgians", "Georgians": the people of a state, for whom nobody speaks; "the Palestinians" are a side. */
function isPopulation(layers: Layers, sentence: number, token: number): boolean {
  const s = layers.parsed.sentences[sentence];
  const m = mentionAt(layers, sentence, token);
  if (m === null || m.form !== "demonym" || !/^NNP?S$/.test(s.xpos[token])) return false;
  let article = false;
  for (let c = s.firstChild[token]; c >= 0 && c < token; c = s.nextSibling[c]) {
    if (s.upos[c] === "ADJ" || s.upos[c] === "NUM") return true;
    if (s.upos[c] === "DET") article = true;
  }
  return !article && layers.entities[m.entity].kind === "state";
}

/** "Ankara's demand", "Turkish opposition", "a demand by the rebels": who owns a noun. */
export function possessor(layers: Layers, sentence: number, noun: number, by: ReadonlySet<string>): Actor[] {
  const s = layers.parsed.sentences[sentence];
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    const rel = s.deprels[c];
    if (
      rel !== "nmod:poss" &&
      rel !== "amod" &&
      rel !== "compound" &&
      !(rel === "nmod" && s.firstChild[c] >= 0 && by.has(s.norms[s.firstChild[c]]))
    )
      continue;
    const owns = rel === "nmod:poss" || rel === "nmod";
    const actors = owns
      ? stateAt(layers, sentence, c)
      : actorsAt(layers, sentence, c).filter((a) => a.code !== null);
    if (actors.length > 0) return actors;
  }
  return makers(layers, sentence, noun, by);
}

/** "demands made by Chile" */
function makers(layers: Layers, sentence: number, noun: number, by: ReadonlySet<string>): Actor[] {
  const s = layers.parsed.sentences[sentence];
  if (s.xpos[noun + 1] !== "VBN") return [];
  for (let t = noun + 2; t + 1 < s.size && t < noun + MADE; t++) {
    if (!by.has(s.norms[t]) || s.heads[t] <= t) continue;
    return stateAt(layers, sentence, s.heads[t]);
  }
  return [];
}

/** "opposition from Chile", "Chile's old claim": a state whose name is taken for a place acts all the same where a stand is its own. */
export function stateAt(layers: Layers, sentence: number, token: number): Actor[] {
  const named = actorsAt(layers, sentence, token).filter((a) => a.code !== null);
  const m = named.length > 0 ? null : mentionAt(layers, sentence, token);
  if (m === null || m.head !== token) return named;
  const e = layers.entities[m.entity];
  if (e.kind !== "state" || e.code === null) return named;
  const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
  return [{ entity: e.index, name: e.name, code: e.code, party: e.party, words, basis: m.form }];
}

/** Whether a token stands in the words that name the holder. */
export const isNamedAt = (s: Sentence, { words }: Actor, token: number): boolean =>
  words !== null && s.starts[token] >= words.start && s.ends[token] <= words.end;

/** Sectors whose members speak for their side. */
const BINDING = new Set(["GOV", "MIL", "LEG", "REB", "JUD", "SPY", "IGO", "INT", "OPP", "SEP"]);

/** Whether a holder speaks for a side: a crowd with a country's name does not. */
export function binds(l: Layers, holder: Actor, clause: Clause, negotiators: ReadonlySet<string>): boolean {
  const s = l.parsed.sentences[clause.sentence];
  // "Peruvian fans": only the country is known, and fans are no delegation.
  if (holder.basis === "modifier" && !clause.subjects.some((t) => negotiators.has(s.lemmas[t]))) return false;
  const e = l.entities[holder.entity];
  return (
    e.kind !== "group" ||
    (e.sector !== null && BINDING.has(e.sector)) ||
    holder.basis === "name" ||
    holder.basis === "demonym"
  );
}

/** "it was prepared to": the pronoun that the parser takes for an empty one, or -1. */
function emptyPronoun(s: Sentence, head: number): number {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "expl" && s.xpos[c] === "PRP") return c;
  return -1;
}

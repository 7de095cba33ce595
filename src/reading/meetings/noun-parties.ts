import type { Sentence } from "../../language/index.js";
import { speaker, verbOf } from "../phrases/index.js";
import type { Actor, Clause, Place } from "../types.js";
import type { Bench } from "./candidate.js";
import { whereOf } from "./circumstances.js";
import type { Held } from "./holding.js";
import type { NounPhrase } from "./noun-phrase.js";
import { Participants } from "./participants.js";
import { type Piece, piecesAfter } from "./tail.js";
import { at, named, partners, subjectsOf } from "./who.js";

/** "talks that Fidan was to hold with Lavrov were put off": whoever was to hold them, by the verb behind the noun. */
export function holdersBehind({ layers, words }: Bench, s: Sentence, held: Held | null): Actor[] {
  const plan = held === null ? null : (held.plan ?? (held.aside ? held.clause : null));
  if (plan === null || plan.passive || plan.subjects.length === 0) return [];
  const whom = partners(layers, s, piecesAfter(layers, s, verbOf(plan)), words).actors;
  return whom.length === 0 ? [] : [...subjectsOf(layers, s, plan, words), ...whom];
}

/** Adds whom the noun's complements name; true where they are all who took part. */
export function addPartners(
  bench: Bench,
  s: Sentence,
  pieces: readonly Piece[],
  people: Participants,
): boolean {
  const partner = partners(bench.layers, s, pieces, bench.words);
  people.add(partner.actors);
  const first = pieces[0];
  const gathered = bench.words.class("of").has(first?.prep ?? "")
    ? named(bench.layers, s, first.from, first.to - 1)
    : [];
  people.add(gathered);
  return partner.among || gathered.length > 1;
}

/** "a meeting between fishermen and police": it is told who met, and they are no parties. */
export function namesOthers(
  { words }: Bench,
  s: Sentence,
  pieces: readonly Piece[],
  people: Participants,
): boolean {
  const between = pieces.some(
    (p) =>
      words.class("among").has(p.prep) &&
      (p.nouns.some((t) => !isPerson(words, s, t)) ||
        // "between Lagos and the Vipers": one is known, the other by its name only.
        (people.size === 0 && p.mentions.some((m) => m.form !== "pronoun"))),
  );
  return (
    between ||
    pieces.some(
      (p) =>
        words.class("with").has(p.prep) &&
        p.nouns.length > 0 &&
        (people.size === 0 || p.mentions.length === 0) &&
        !p.nouns.some((t) => isPerson(words, s, t)),
    )
  );
}

/** Nouns for who may speak for a party; farmers and unions do not. */
const isPerson = (words: Bench["words"], s: Sentence, t: number): boolean =>
  words.class("people").has(s.lemmas[t]) ||
  words.class("persons").has(s.lemmas[t]) ||
  words.class("people-of").has(s.lemmas[t]);

/** "Farmers held a meeting", "the union leaders and the company held talks": whoever holds it is told, and is no party. */
export function isHeldByOthers({ layers, words }: Bench, s: Sentence, held: Held | null): boolean {
  if (held === null || held.subject !== "yes" || held.clause.passive || held.status !== null) return false;
  return held.clause.subjects.some(
    (t) =>
      s.upos[t] === "NOUN" &&
      !isPerson(words, s, t) &&
      !words.class("body").has(s.lemmas[t]) &&
      at(layers, s, t, words).length === 0,
  );
}

/** "The premier held a meeting on Thursday to review the situation", "attended a gathering at home": with his own people. */
export function isAtHome(
  { layers, words }: Bench,
  phrase: NounPhrase,
  held: Held | null,
  people: Participants,
  place: Place | null,
): boolean {
  if (held === null || held.subject !== "yes" || held.status !== null || held.clause.passive) return false;
  if (people.size !== 1 || phrase.definite || !phrase.entry.counts || phrase.entry.mode !== "bilateral")
    return false;
  const [party] = people.parties;
  if (
    layers.entities[party.entity].kind === "organisation" ||
    (place !== null && place.country !== party.code)
  )
    return false;
  return !phrase.pieces.some((p) => words.class("with").has(p.prep) || words.class("among").has(p.prep));
}

/** "A meeting is planned in Moscow on Monday between A and B": those named behind the verb. */
export function amongBehind({ layers, words }: Bench, s: Sentence, held: Held | null): Actor[] {
  if (held === null || !(held.happens || held.clause.passive)) return [];
  const found = partners(layers, s, piecesAfter(layers, s, verbOf(held.clause)), words);
  return found.among ? found.actors : [];
}

export function addHolders({ layers, words }: Bench, s: Sentence, held: Held, people: Participants): void {
  if (held.subject === "no" || (held.subject === "host" && people.size >= 2)) return;
  if (held.clause.passive && people.size < 2) {
    // "said that talks would be held with Togo": with whom, and by whoever says so.
    const whom = partners(layers, s, piecesAfter(layers, s, verbOf(held.clause)), words).actors;
    const said =
      whom.length === 0 || people.size > 0 ? null : speaker(layers, layers.facts.voice(held.clause.index));
    people.add(whom).add(said === null ? [] : [said]);
    return;
  }
  people.add(subjectsOf(layers, s, held.clause, words));
}

/** Who a clause is about, or whose words it is: "said that a deal was near, after talks with X". Bodies report on meetings of others. */
export function tellers({ layers, words }: Bench, s: Sentence, over: Clause, alone: boolean): Actor[] {
  const found = subjectsOf(layers, s, over, words);
  if (found.length === 0) {
    const said = speaker(layers, layers.facts.voice(over.index));
    return said === null || alone ? [] : [said];
  }
  return alone ? found.filter((a) => layers.entities[a.entity].kind !== "organisation") : found;
}

/** Parties that are together the subject of a verb of the sentence, or nobody. */
export function together({ layers, words }: Bench, s: Sentence): Actor[] {
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.kind === "nominal" && c.support < 0) continue;
    const found = c.subjects.flatMap((t) => at(layers, s, t, words));
    if (new Participants(layers).add(found).size > 1) return found;
  }
  return [];
}

/** "During a visit to Cairo, X said": who said it, if not of that country. */
export function guest({ layers, words }: Bench, s: Sentence, over: Clause, place: Place | null): Actor[] {
  const found = subjectsOf(layers, s, over, words).filter((a) => layers.entities[a.entity].kind === "person");
  const codes = new Set(found.map((a) => a.party));
  return codes.size === 1 && place !== null && !codes.has(place.country) ? found : [];
}

/** "a visit by President Ruto". */
export function partnersBy({ layers, words }: Bench, s: Sentence, pieces: readonly Piece[]): Actor[] {
  return pieces
    .filter((p) => words.class("agent").has(p.prep))
    .flatMap((p) => named(layers, s, p.from, p.to - 1));
}

/** Third parties that host or mediate: "hosted by Qatar", "under the mediation of Oman". */
export function agentsOf(
  { layers, words }: Bench,
  s: Sentence,
  noun: number,
  pieces: readonly Piece[],
): Actor[] {
  const end = pieces.at(-1)?.to ?? noun + 1;
  for (let t = noun; t < Math.min(end + 2, s.size); t++) {
    if (s.xpos[t] !== "VBN" || !words.class("agent-verb").has(s.lemmas[t])) continue;
    const by = piecesAfter(layers, s, t).find((p) => words.class("agent").has(p.prep));
    if (by !== undefined) return named(layers, s, by.from, by.to - 1);
  }
  for (let t = Math.max(0, noun - 4); t < noun; t++) {
    if (s.norms[t] !== "-" || !words.class("agent-verb").has(s.lemmas[t + 1] ?? "")) continue;
    return named(layers, s, Math.max(0, t - 2), t);
  }
  return [];
}

/** "is scheduled to be held in Bol": where the verb under the planning one says. */
export function whereToBe(bench: Bench, s: Sentence, plan: Clause): Place | null {
  const { layers, words } = bench;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.parent === plan.index && c.relation === "xcomp" && words.holding.has(c.lemma))
      return whereOf(bench, null, piecesAfter(layers, s, verbOf(c)), undefined, s);
  }
  return null;
}

/** "Reykjavik hosted the round": a town that is the subject of hosting is where it is held. */
export function hostTown({ layers, words }: Bench, s: Sentence, held: Clause): Place | null {
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    const e = layers.entities[m.entity];
    if (!held.subjects.includes(m.head) || !(e.kind === "place" || CITY.has(m.rule))) continue;
    const span = { doc: layers.parsed.document.id, start: m.start, end: m.end };
    const name = layers.parsed.document.text.slice(m.start, m.end);
    if (words.class("host-verb").has(held.lemma))
      return { name, country: e.country ?? e.code, words: span, basis: "host-town" };
  }
  return null;
}

const CITY: ReadonlySet<string> = new Set(["entities/capital"]);

export function stateIn({ layers, words: known }: Bench, pieces: readonly Piece[]): Place | null {
  for (const p of pieces) {
    if (!known.class("toward").has(p.prep)) continue;
    for (const m of p.mentions) {
      const e = layers.entities[m.entity];
      if (e.kind !== "state") continue;
      const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
      // "to Islamabad" taken for the government is the city all the same.
      const name = CITY.has(m.rule) ? layers.parsed.document.text.slice(m.start, m.end) : e.name;
      return { name, country: e.country ?? e.code, words, basis: "visited" };
    }
  }
  return null;
}

import type { Sentence } from "../../language/index.js";
import type { Layers, WithEntities } from "../layers.js";
import type { Actor, Entity, Mention, Voice } from "../types.js";

const PARTIES = new Set<Entity["kind"]>([
  "state",
  "historical-state",
  "territory",
  "organisation",
  "ministry",
  "legislature",
  "armed-group",
  "military",
  "party",
  "person",
  "plural",
  "group",
]);

/**
 * Whether an entity can hold a position or carry out a measure. A group without a code ("former residents") can do the second only, but
 * for those who face or stand by a party ("Ghana's bondholders").
 */
export function isParty(e: Entity): boolean {
  return PARTIES.has(e.kind) && (e.code !== null || e.kind === "plural" || e.sector === "OTH" || isPowers(e));
}

/** "some sixty states", "the Gulf states": several governments, though none is named. */
export const isPowers = (e: Entity): boolean =>
  e.kind === "group" && e.code === null && e.sector === "GOV" && e.lexiconKey?.startsWith("powers/") === true;

/** The mention whose head is `token`, else the smallest one around it; actors before places and modifiers. */
export function mentionAt(layers: WithEntities, sentence: number, token: number): Mention | null {
  let best: Mention | null = null;
  for (const m of layers.mentionsBySentence[sentence] ?? []) {
    const mention = layers.mentions[m];
    if (token < mention.from || token >= mention.to) continue;
    if (best === null || rank(mention, token) < rank(best, token)) best = mention;
  }
  return best;
}

const rank = (m: Mention, token: number): number =>
  (m.head === token ? 0 : 1000) +
  (m.use === "actor" ? 0 : m.use === "modifier" ? 200 : 400) +
  (m.to - m.from);

/** Everybody whom the noun phrase at `token` names as somebody who acts; a plural gives its members. Empty where nobody is known. */
export function actorsAt(layers: Layers, sentence: number, token: number): Actor[] {
  const own = mentionAt(layers, sentence, token);
  const found = own !== null && own.use !== "place" ? spread(layers, own) : [];
  if (found.length > 0) return withConjuncts(layers, sentence, token, found);
  return modifierActors(layers, sentence, token);
}

/**
 * Who acts in a finite clause for which no subject was found: the actor that ends right before the verb, auxiliaries and adverbs aside.
 * Parsers lose the subject where much stands in front of it.
 */
export function actorsBefore(layers: Layers, sentence: number, verb: number): Actor[] {
  const s = layers.parsed.sentences[sentence];
  let t = verb - 1;
  while (t >= 0 && (s.upos[t] === "AUX" || s.upos[t] === "ADV" || s.upos[t] === "PART")) t--;
  if (t < 0) return [];
  const m = mentionAt(layers, sentence, t);
  if (m === null || m.to !== t + 1 || m.use !== "actor" || isWithinSubject(s, m, verb)) return [];
  return spread(layers, m);
}

/** "Critics of Chad demanded": the subject was not lost, and is somebody else. */
function isWithinSubject(s: Sentence, m: Mention, verb: number): boolean {
  const noun = s.deprels[m.head] === "nmod" ? s.heads[m.head] : -1;
  return noun >= 0 && noun < m.from && s.heads[noun] === verb && s.deprels[noun] === "nsubj";
}

/** "the Turkish side", "Ankara's negotiators": the party named in front of a noun that stands for it. */
function modifierActors(layers: Layers, sentence: number, token: number): Actor[] {
  const s = layers.parsed.sentences[sentence];
  for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c]) {
    if (!FRONT.has(s.deprels[c]) || c > token) continue;
    const m = mentionAt(layers, sentence, c);
    if (m !== null && m.use !== "place") {
      const actors = spread(layers, m);
      if (actors.length > 0) return actors.map((a) => ({ ...a, basis: "modifier" }));
    }
  }
  return [];
}

const FRONT = new Set(["amod", "compound", "nmod:poss", "nmod"]);

function withConjuncts(layers: Layers, sentence: number, token: number, found: Actor[]): Actor[] {
  const s = layers.parsed.sentences[sentence];
  for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "conj") continue;
    const m = mentionAt(layers, sentence, c);
    if (m === null || m.use === "place") continue;
    for (const a of spread(layers, m)) if (!found.some((f) => f.entity === a.entity)) found.push(a);
  }
  return found;
}

function spread(layers: WithEntities, m: Mention): Actor[] {
  const e = layers.entities[m.entity];
  if (e === undefined || !isParty(e)) return [];
  const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
  if (e.kind !== "plural")
    return [{ entity: e.index, name: e.name, code: e.code, party: e.party, words, basis: m.form }];
  return e.members
    .map((i) => layers.entities[i])
    .filter((x) => x !== undefined)
    .map((x) => ({ entity: x.index, name: x.name, code: x.code, party: x.party, words, basis: "plural" }));
}

/** The first of them whose state or body is known, or null. */
export const firstCoded = (actors: readonly (Actor | null)[]): Actor | null =>
  actors.find((a) => a !== null && a.code !== null) ?? null;

/** The speaker of a voice as an actor, for "we" and "I" inside a quote and for judgements without an owner. */
export function speaker(layers: WithEntities, voice: Voice): Actor | null {
  if (voice.entity === null) return null;
  const e = layers.entities[voice.entity];
  return {
    entity: e.index,
    name: e.name,
    code: e.code ?? voice.party,
    party: voice.party ?? e.party,
    words: null,
    basis: "speaker",
  };
}

/** Codes of all actors named in the token range, each once, in order. */
export function actorsWithin(layers: WithEntities, sentence: number, from: number, to: number): Actor[] {
  const out: Actor[] = [];
  for (const i of layers.mentionsBySentence[sentence] ?? []) {
    const m = layers.mentions[i];
    if (m.from < from || m.to > to) continue;
    for (const a of spread(layers, m))
      if (!out.some((x) => x.entity === a.entity || (a.party !== null && x.party === a.party))) out.push(a);
  }
  return out;
}

import { isRelation } from "../../language/index.js";
import type { WithEntities } from "../layers.js";
import type { Mention } from "../types.js";

const rank = (m: Mention, token: number): number =>
  (m.head === token ? 0 : 100) +
  (m.use === "actor" ? 0 : m.use === "modifier" ? 20 : 30) +
  Math.min(m.to - m.from, 15);

/** Best mention at a token: headed by it before merely around it, actors before modifiers and places, short before long; null where none is. */
function mentionAt(layers: WithEntities, sentence: number, token: number): Mention | null {
  let best: Mention | null = null;
  for (const i of layers.mentionsBySentence[sentence] ?? []) {
    const m = layers.mentions[i];
    if (token < m.from || token >= m.to) continue;
    if (best === null || rank(m, token) < rank(best, token)) best = m;
  }
  return best;
}

function spread(layers: WithEntities, entity: number, out: number[]): void {
  const e = layers.entities[entity];
  if (e.kind === "plural") for (const m of e.members) spread(layers, m, out);
  else if (e.kind !== "document" && e.kind !== "occasion" && !out.includes(entity)) out.push(entity);
}

function own(layers: WithEntities, sentence: number, token: number, depth: number, out: number[]): void {
  const s = layers.parsed.sentences[sentence];
  const m = mentionAt(layers, sentence, token);
  if (m !== null) {
    // A document or gathering acts for nobody; the states inside its name do where nothing else is there.
    if (layers.entities[m.entity].kind !== "document" && layers.entities[m.entity].kind !== "occasion") {
      spread(layers, m.entity, out);
      return;
    }
  }
  if (depth > 2) return;
  // "French and Egyptian warships", "Iran's nuclear plant": whoever stands in front of the noun, then "of X", "in X".
  const before = out.length;
  for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c]) {
    const d = s.deprels[c];
    if (
      c < token &&
      (d === "amod" || d === "compound" || isRelation(d, "nmod") || d === "det" || d === "acl")
    )
      own(layers, sentence, c, depth + 1, out);
    if (c < token && out.length > before) conjuncts(layers, sentence, c, depth + 1, out);
  }
  if (out.length > before) return;
  for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c]) {
    if (
      c > token &&
      (isRelation(s.deprels[c], "nmod") || s.deprels[c] === "appos" || s.deprels[c] === "flat")
    )
      own(layers, sentence, c, depth + 1, out);
    if (out.length > before) return;
  }
}

function conjuncts(
  layers: WithEntities,
  sentence: number,
  token: number,
  depth: number,
  out: number[],
): void {
  const s = layers.parsed.sentences[sentence];
  for (let c = s.firstChild[token]; c >= 0; c = s.nextSibling[c])
    if (s.deprels[c] === "conj" && s.upos[c] !== "VERB") own(layers, sentence, c, depth, out);
}

/**
 * Whom the noun phrase headed by a token means, as entity indices: itself a mention, a noun with a state in front or behind
 * ("Iran's negotiators", "the mayor of Kyiv"), all parts of a coordination, members of a plural, the antecedent of a pronoun. Null where
 * nobody is known. Places count: "in Ankara" gives the place, whose `code` is its country.
 */
export function resolveActor(
  layers: WithEntities,
  sentence: number,
  tokenHead: number,
): readonly number[] | null {
  if (tokenHead < 0) return null;
  const out: number[] = [];
  own(layers, sentence, tokenHead, 0, out);
  conjuncts(layers, sentence, tokenHead, 1, out);
  return out.length > 0 ? out : null;
}

/**
 * Main parties of the article by weight, heaviest first: states, movements and organisations, with what their people and
 * ministries do counted as theirs. Those with less than a fifth of the heaviest are left out, but never fewer than two are given where two are named.
 */
export function parties(layers: WithEntities): readonly number[] {
  const weight = new Map<string, { entity: number; weight: number }>();
  const states = new Map<string, number>();
  for (const e of layers.entities)
    if (e.code !== null && (e.kind === "state" || e.kind === "historical-state")) states.set(e.code, e.index);
  const add = (entity: number, w: number): void => {
    const e = layers.entities[entity];
    if (e.kind === "plural") {
      for (const m of e.members) add(m, w);
      return;
    }
    if (
      e.kind === "document" ||
      e.kind === "occasion" ||
      e.kind === "place" ||
      e.code === null ||
      e.office?.former === true
    )
      return;
    const own =
      e.kind === "armed-group" || e.kind === "party" || (e.kind === "organisation" && e.lexiconKey !== null)
        ? e.index
        : (states.get(e.code) ?? e.index);
    const key = String(own);
    const old = weight.get(key);
    if (old === undefined) weight.set(key, { entity: own, weight: w });
    else old.weight += w;
  };
  for (const m of layers.mentions)
    if (m.form !== "pronoun") add(m.entity, m.use === "actor" ? 2 : m.use === "modifier" ? 1 : 0.2);
  const ranked = [...weight.values()].sort((a, b) => b.weight - a.weight || a.entity - b.entity);
  const floor = (ranked[0]?.weight ?? 0) / 5;
  return ranked.filter((x, i) => i < 2 || x.weight >= floor).map((x) => x.entity);
}

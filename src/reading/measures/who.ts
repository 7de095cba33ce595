import { type Sentence, subtreeRange } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, isParty, mentionAt } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import type { MeasureWords } from "./words.js";

/** Who carries a measure out: parties, and groups such as former residents, who have no code. */
export function doers(layers: Layers, s: Sentence, token: number): Actor[] {
  const actors = actorsAt(layers, s.index, token);
  if (actors.length > 0) return actors;
  const m = mentionAt(layers, s.index, token);
  if (m === null || m.use === "place") return [];
  const e = layers.entities[m.entity];
  if (e === undefined || (e.kind !== "group" && e.kind !== "person")) return [];
  return [
    {
      entity: e.index,
      name: e.name,
      code: e.code,
      party: e.party,
      words: { doc: layers.parsed.document.id, start: m.start, end: m.end },
      basis: m.form,
    },
  ];
}

/** "an exchange of prisoners between A and B": whoever the noun's complements name. */
export function owners(layers: Layers, s: Sentence, noun: number): Actor[] {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (!s.deprels[c].startsWith("nmod")) continue;
    const actors = actorsAt(layers, s.index, c);
    if (actors.length > 0) return actors;
  }
  return [];
}

/** Whether a thing is of both sides: two of them do it, it stands between them, or it is called common. */
export function isShared(
  layers: Layers,
  s: Sentence,
  words: MeasureWords,
  noun: number,
  clause: Clause,
): boolean {
  // "the mechanism will hold its session" tells what the thing does.
  const acts = clause.objects.length > 0 || clause.support >= 0;
  if (clause.subjects.includes(noun) && acts && !clause.passive) return false;
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (words.both.has(s.norms[c]) || words.both.has(s.lemmas[c])) return true;
    if (s.deprels[c].startsWith("nmod") && words.between.has(preposition(s, c)) && sides(layers, s, c) > 0)
      return true;
    if (s.deprels[c] === "nmod:poss" && isPair(s, words, c)) return true;
  }
  const by = clause.subjects.filter((t) => t !== noun);
  return by.some((t) => isPair(s, words, t) || sides(layers, s, t) > 1);
}

/** "the two governments", "both armies". */
function isPair(s: Sentence, words: MeasureWords, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) if (words.pair.has(s.norms[c])) return true;
  return false;
}

/** How many parties a phrase names. */
function sides(layers: Layers, s: Sentence, head: number): number {
  const [from, to] = subtreeRange(s, head);
  const named = new Set<string | number>();
  for (const m of layers.mentionsBySentence[s.index] ?? []) {
    const at = layers.mentions[m].head;
    const e = layers.entities[layers.mentions[m].entity];
    if (at >= from && at < to && isParty(e)) named.add(e.party ?? e.code ?? e.index);
  }
  return named.size;
}

import type { Layers } from "../layers.js";
import { actorsAt, actorsBefore, speaker, verbOf } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import type { ActWords } from "./words.js";

/** Each party once: by entity, and a state not beside its own plural. */
export function once(actors: readonly Actor[]): Actor[] {
  const out: Actor[] = [];
  for (const a of actors) if (!out.some((x) => x.entity === a.entity)) out.push(a);
  return out;
}

/** How many sides the actors make. */
export const sides = (actors: readonly Actor[]): number => new Set(actors.map((a) => a.code ?? a.name)).size;

/** Who does what the clause says; "we" is whoever speaks. Empty where the text does not tell. */
export function doersOf(layers: Layers, clause: Clause, words: ActWords): Actor[] {
  const s = layers.parsed.sentences[clause.sentence];
  const found = once(clause.subjects.flatMap((t) => actorsAt(layers, clause.sentence, t)));
  if (found.length > 0) return found;
  if (clause.subjects.some((t) => words.firstPerson.has(s.norms[t]))) {
    const own = speaker(layers, layers.facts.voice(clause.index));
    return own === null ? [] : [own];
  }
  if (clause.passive || (clause.tense === "none" && clause.relation !== "root")) return [];
  return actorsBefore(layers, clause.sentence, verbOf(clause));
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

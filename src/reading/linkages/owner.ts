import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, firstCoded, mentionAt, speaker } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import { caseOf, complements } from "./tree.js";
import type { LinkageWords } from "./words.js";

/** How far up the tree the party is looked for that a sentence is about. */
const STEPS = 4;

/**
 * Whose link it is where its own clause does not name them: whose view it is told as ("for Japan", "in the eyes of La Paz"), who says it,
 * or the party that a clause above or beside it is about ("the Fund approved the loan, but a payment has been held back until").
 */
export function ownerAround(layers: Layers, words: LinkageWords, s: Sentence, clause: Clause): Actor | null {
  for (const o of clause.obliques) {
    if (o.head > clause.head) continue;
    const seen = words.views.has(s.lemmas[o.head]) ? below(layers, s, o.head) : [];
    const by = firstCoded(words.viewOf.has(o.prep) ? actorsAt(layers, s.index, o.head) : seen);
    if (by !== null) return by;
  }
  // "Debt relief, in Beijing's book, is": hung on the thing.
  for (const t of clause.subjects)
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) {
      const by = c > t && words.views.has(s.lemmas[c]) ? firstCoded(below(layers, s, c)) : null;
      if (by !== null) return by;
    }
  const said = speaker(layers, layers.facts.voice(clause.index));
  if (said !== null && said.code !== null) return said;
  for (let up = clause.parent, steps = 0; up >= 0 && steps < STEPS; up = layers.clauses[up].parent, steps++) {
    for (const o of layers.clauses[up].obliques) {
      const seen =
        o.head < clause.head && words.views.has(s.lemmas[o.head])
          ? firstCoded(below(layers, s, o.head))
          : null;
      if (seen !== null) return seen;
    }
    const before = layers.clauses[up].subjects.filter((t) => t < clause.head);
    const by = firstCoded(before.flatMap((t) => actorsAt(layers, s.index, t)));
    if (by !== null) return by;
  }
  return null;
}

/** The party that a proper noun names, also where it is no actor by the tree. */
export function partyAt(layers: Layers, s: Sentence, t: number): Actor | null {
  const m = s.upos[t] === "PROPN" ? mentionAt(layers, s.index, t) : null;
  const e = m === null ? undefined : layers.entities[m.entity];
  if (m === null || e === undefined || e.code === null) return null;
  const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
  return { entity: e.index, name: e.name, code: e.code, party: e.party, words, basis: m.form };
}

/** Whose a thing is: "Washington's approval", "the release of the crew by Minsk". */
export function possessor(layers: Layers, words: LinkageWords, s: Sentence, noun: number): Actor | null {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    const own = c < noun && s.deprels[c] === "nmod:poss";
    // Parsers hang "by Minsk" on the noun in between.
    for (const t of [c, ...complements(s, c)]) {
      if (!(own && t === c) && !(t > noun && words.agentMark.has(caseOf(s, t)))) continue;
      const by = firstCoded(actorsAt(layers, s.index, t));
      if (by !== null) return by;
    }
  }
  return null;
}

function below(layers: Layers, s: Sentence, noun: number): Actor[] {
  const out: Actor[] = [];
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) out.push(...actorsAt(layers, s.index, c));
  return out;
}

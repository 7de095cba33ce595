import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, members } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import { possessor } from "./holders.js";

/** "For Japan, normalisation cannot come first": in whose eyes a clause is so, where a phrase set off in front of it says so. */
export function createForWhom(lexicon: Lexicon): (layers: Layers, clause: Clause) => Actor[] {
  const openers = members(lexicon, "stances/cues", "class", "for-whom");
  const eye = members(lexicon, "stances/position-cues", "class", "eye");
  const eyeOf = members(lexicon, "stances/position-cues", "class", "eye-of");
  const by = members(lexicon, "stances/cues", "class", "owner-of");

  /** "In Oslo's view the levy is unlawful", "in the eyes of Oslo". */
  function seenBy(layers: Layers, s: Sentence, clause: Clause): Actor[] {
    for (let t = 0; t < Math.min(clause.head, ...clause.subjects, ...clause.objects); t++) {
      if (!eye.has(s.norms[t]) || s.upos[t] !== "NOUN") continue;
      const first = subtreeRange(s, t)[0];
      if (eyeOf.has(s.norms[first]) && (first === 0 || isSetOff(s, first - 1)))
        return possessor(layers, s.index, t, by);
    }
    return [];
  }

  return (layers, clause) => {
    const s = layers.parsed.sentences[clause.sentence];
    const seen = seenBy(layers, s, clause);
    if (seen.length > 0) return seen;
    for (let t = Math.min(clause.head, ...clause.subjects) - 1; t >= 0; t--) {
      if (!openers.has(s.norms[t]) || (t > 0 && !isSetOff(s, t - 1))) continue;
      const noun = s.heads[t];
      if (noun <= t) continue;
      const end = subtreeRange(s, noun)[1];
      // "for Oslo the vote must come first" has no comma.
      if (s.norms[end] !== "," && !clause.subjects.some((x) => subtreeRange(s, x)[0] === end)) continue;
      return actorsAt(layers, s.index, noun).filter((a) => a.code !== null);
    }
    return [];
  };
}

const isSetOff = (s: Sentence, t: number): boolean =>
  s.upos[t] === "PUNCT" || s.upos[t] === "CCONJ" || s.upos[t] === "ADV";

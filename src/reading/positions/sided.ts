import type { Lexicon, Sentence } from "../../language/index.js";
import { members } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { complementOf } from "./standing-parts.js";

/** A side taken by verb and noun, and what it is taken on. */
export interface Side {
  readonly shape: "opposes" | "backs";
  readonly topic: number;
}

/** Reads "led opposition to X", "gave its backing to X", "threw its weight behind X"; null where a clause takes no side. */
export function createSided(lexicon: Lexicon): (s: Sentence, clause: Clause) => Side | null {
  const noun = (cls: string): ReadonlySet<string> => members(lexicon, "stances/position-nouns", "class", cls);
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/cues", "class", cls);
  const [against, support, weight] = [noun("opposition"), noun("support"), noun("weight")];
  const [siding, preps, behind] = [cue("siding"), cue("side-of"), cue("behind")];

  return (s, clause) => {
    const verb = clause.support >= 0 ? s.lemmas[clause.support] : clause.lemma;
    if (!siding.has(verb) || clause.passive) return null;
    for (const t of clause.support >= 0 ? [clause.head, ...clause.objects] : clause.objects) {
      const backs = support.has(s.lemmas[t]);
      if (!backs && !against.has(s.lemmas[t]) && !weight.has(s.lemmas[t])) continue;
      const of = weight.has(s.lemmas[t]) ? behind : preps;
      const topic = complementOf(s, t, of) ?? clause.obliques.find((o) => of.has(o.prep) && o.head > t)?.head;
      if (topic != null && topic !== t)
        return { shape: against.has(s.lemmas[t]) ? "opposes" : "backs", topic };
    }
    return null;
  };
}

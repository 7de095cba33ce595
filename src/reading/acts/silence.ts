import type { Lexicon, Sentence } from "../../language/index.js";
import type { Clause } from "../types.js";

/**
 * Whether what somebody refuses is only to speak: "declined to comment", "would not give details", "refused to say when". Who keeps
 * silent before the press refuses the other side nothing.
 */
export interface Silence {
  /** A clause below a verb of refusing: "to comment", "to be named", "to give details". */
  clause(s: Sentence, refused: Clause): boolean;
  /** Its object: "declined comment". */
  noun(s: Sentence, refused: number): boolean;
  /** What is told or kept to oneself: "would not give a date". */
  matter(s: Sentence, token: number): boolean;
}

export function createSilence(lexicon: Lexicon): Silence {
  const rows = lexicon.table("predicates/silence").rows;
  const of = (kind: string): ReadonlySet<string> =>
    new Set(rows.filter((r) => r[1] === kind).map((r) => r[0]));
  const [telling, named, giving, matter, said] = ["telling", "named", "giving", "matter", "said"].map(of);
  return {
    clause: (s, c) =>
      c.support >= 0
        ? matter.has(s.lemmas[c.head])
        : telling.has(c.lemma) ||
          (c.passive && named.has(c.lemma)) ||
          (giving.has(c.lemma) && c.objects.some((o) => matter.has(s.lemmas[o]))),
    noun: (s, t) => said.has(s.lemmas[t]),
    matter: (s, t) => matter.has(s.lemmas[t]),
  };
}

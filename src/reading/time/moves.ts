import type { Lexicon, Sentence } from "../../language/index.js";

/** Verbs that give a thing another date, and the prepositions of that date: "put off until March". */
export interface Moves {
  /** Whether a date that hangs on a token is what the verb above it moves something to, or from. */
  governs(s: Sentence, token: number): boolean;
  /** Whether a date that begins at a token is the new or the old one: both lay ahead, whenever it was moved. Null where nothing is moved. */
  bearing(s: Sentence, from: number, head: number): "new" | "old" | null;
}

export function loadMoves(lexicon: Lexicon): Moves {
  const rows = lexicon.table("time/moves").rows;
  const of = (use: string): ReadonlySet<string> => new Set(rows.filter((r) => r[1] === use).map((r) => r[0]));
  const verbs = of("verb");
  const newDate = of("preposition");
  const oldDate = of("old-preposition");
  const governs = (s: Sentence, token: number): boolean => {
    let t = token;
    for (let steps = 0; t >= 0 && steps <= s.size; steps++, t = s.heads[t])
      if (s.upos[t] === "VERB") return verbs.has(s.lemmas[t]);
    return false;
  };
  return {
    governs,
    bearing(s, from, head) {
      const at = from > 1 && s.upos[from - 1] === "DET" ? from - 2 : from - 1;
      const word = at >= 0 ? s.norms[at] : "";
      const bearing = newDate.has(word) ? "new" : oldDate.has(word) ? "old" : null;
      return bearing !== null && governs(s, head) ? bearing : null;
    },
  };
}

import type { Lexicon } from "../../language/index.js";
import { makeSpan, type Span } from "../../text/index.js";
import type { WithClauses } from "../layers.js";
import type { Factuality } from "../types.js";
import { createEmbedding } from "./embed.js";
import type { State } from "./state.js";
import { loadFactualityWords } from "./words.js";

export { formRules } from "./form.rules.js";
export { predicateRules } from "./predicate.rules.js";

/**
 * Factuality of clauses relative to their source (after FactBank, Saurí and Pustejovsky 2009): what a clause's own form says, then what
 * each word that governs it makes of that, from the inside outwards. Each clause is worked out once.
 */
export function createFactuality(lexicon: Lexicon): (input: WithClauses) => (clause: number) => Factuality {
  const words = loadFactualityWords(lexicon);
  return (input) => {
    const read = createEmbedding(input, words);
    const cache = new Map<number, Factuality>();
    return (index) => {
      let f = cache.get(index);
      if (f === undefined) {
        f = written(input, input.clauses[index].sentence, read(index));
        cache.set(index, f);
      }
      return f;
    };
  };
}

function written(input: WithClauses, sentence: number, state: State): Factuality {
  const s = input.parsed.sentences[sentence];
  const span = (t: number): Span => makeSpan(input.parsed.document, s.starts[t], s.ends[t]);
  const { status, certainty, polarity, rule } = state;
  return { status, certainty, polarity, cues: [...state.cues].sort((a, b) => a - b).map(span), rule };
}

import { childWith, type Lexicon, type Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clauseOver, members } from "../phrases/index.js";
import type { Content } from "./content.js";
import { stretchFrom, thatClause } from "./content-that.js";
import { possessor } from "./holders.js";
import type { Named } from "./named.js";

/** Most words between the noun and its copula: "Delhi's line on the river since May is that ...". */
const REACH = 7;

/** "Delhi's line is that ...", "our view remains that ...": a stand named by a noun with an owner, and told by a clause. */
export function createStands(
  lexicon: Lexicon,
): (layers: Layers, s: Sentence, taken: ReadonlySet<number>) => Named[] {
  const nouns = new Set(
    ["policy", "firm", "view"].flatMap((c) => [...members(lexicon, "stances/position-nouns", "class", c)]),
  );
  const views = members(lexicon, "stances/position-nouns", "class", "view");
  const by = members(lexicon, "stances/cues", "class", "owner-of");
  const exist = members(lexicon, "stances/cues", "class", "exist");
  const that = members(lexicon, "deals/cues", "class", "that");

  return (layers, s, taken) => {
    const out: Named[] = [];
    for (let t = 0; t + 2 < s.size; t++) {
      if (s.upos[t] !== "NOUN" || !nouns.has(s.lemmas[t])) continue;
      // "its view that ...", "the stance, that ..., is not new": the clause right behind the noun.
      const comma = s.norms[t + 1] === "," ? 1 : 0;
      const is = views.has(s.lemmas[t]) && that.has(s.norms[t + 1 + comma]) ? t + comma : copulaAfter(s, t);
      if (is < 0) continue;
      const holders = possessor(layers, s.index, t, by);
      const clause = clauseOver(layers, s.index, t);
      const content = told(layers, s, is + 2);
      if (holders.length === 0 || clause === null || content === null || taken.has(content.head)) continue;
      out.push({
        clause,
        found: { rule: "position/stand-is", content, holders, move: "holds", force: "stated" },
      });
    }
    return out;
  };

  function copulaAfter(s: Sentence, noun: number): number {
    for (let t = noun + 1; t < noun + REACH && t + 2 < s.size; t++) {
      if (exist.has(s.lemmas[t])) return that.has(s.norms[t + 1]) ? t : -1;
      if (s.upos[t] === "VERB" || s.upos[t] === "PUNCT") return -1;
    }
    return -1;
  }

  function told(layers: Layers, s: Sentence, first: number): Content | null {
    const { document } = layers.parsed;
    const over = s.heads[first - 1];
    const whole = over >= first && childWith(s, over, "nsubj") >= first;
    return whole ? thatClause(document, s, over) : stretchFrom(document, s, first);
  }
}

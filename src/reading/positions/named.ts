import type { Lexicon, Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, clauseOver, members, subtreeHas } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { ContentWords } from "./content.js";
import { aboutNoun } from "./content-noun.js";
import type { Found } from "./found.js";
import { possessor } from "./holders.js";
import { createMatter } from "./matter.js";

/** A stance named by a noun, and the clause it stands in. */
export interface Named {
  readonly clause: Clause;
  readonly found: Found;
}

/**
 * "Oslo's refusal to share its data", "the rebels' insistence on a veto": a noun with an owner says who holds what, whatever verb stands
 * over it. Nouns in `taken` are read already.
 */
export function createNamed(
  lexicon: Lexicon,
  words: ContentWords,
): (layers: Layers, s: Sentence, taken: ReadonlySet<number>) => Named[] {
  const noun = (cls: string): ReadonlySet<string> => members(lexicon, "stances/position-nouns", "class", cls);
  const [against, held] = [noun("opposition"), noun("firm")];
  const verbs = (cls: string): ReadonlySet<string> =>
    members(lexicon, "stances/position-verbs", "class", cls);
  const gone = [verbs("give-up"), verbs("soften"), verbs("harden"), verbs("keep")];
  const by = members(lexicon, "stances/cues", "class", "owner-of");
  const issues = lexicon.list("stances/issues");
  const matter = createMatter(lexicon);

  return (layers, s, taken) => {
    const out: Named[] = [];
    for (let t = 0; t < s.size; t++) {
      if (s.upos[t] !== "NOUN" || taken.has(t)) continue;
      const rejects = against.has(s.lemmas[t]);
      if (!rejects && !held.has(s.lemmas[t])) continue;
      const clause = clauseAt(layers, s.index, t) ?? clauseOver(layers, s.index, t);
      const over = clauseOver(layers, s.index, t, true);
      // "has dropped its demand": what became of it is told by the verb.
      if (clause === null || (over !== null && gone.some((g) => g.has(over.lemma)))) continue;
      const content = aboutNoun(layers.parsed.document, s, t, s.heads[t], words);
      if (content === null || taken.has(content.head)) continue;
      if (!subtreeHas(s, content.head, issues) && !matter(layers, s, content.head)) continue;
      const holders = possessor(layers, s.index, t, by);
      if (holders.length === 0) continue;
      const move = rejects ? "rejects" : "holds";
      out.push({ clause, found: { rule: "position/named-stance", content, holders, move, force: "stated" } });
    }
    return out;
  };
}

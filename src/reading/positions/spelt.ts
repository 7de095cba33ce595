import { childWith, type Lexicon, type Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { corePhrase, members, nounPhrase } from "../phrases/index.js";
import type { Found } from "./found.js";

/** "The one thing it will not accept is a toll", "a toll is something it will never accept": what the empty word stands for. */
export function createSpelt(lexicon: Lexicon): (layers: Layers, s: Sentence, found: Found) => Found {
  const empty = members(lexicon, "stances/position-cues", "class", "placeholder");
  const last = members(lexicon, "stances/position-cues", "class", "last-thing");

  return (layers, s, found) => {
    const { head } = found.content;
    if (!empty.has(s.lemmas[head])) return found;
    const copular = childWith(s, head, "cop") >= 0;
    const over = s.heads[head];
    const meant = copular
      ? childWith(s, head, "nsubj")
      : s.deprels[head].startsWith("nsubj") && over >= 0 && childWith(s, over, "cop") >= 0
        ? over
        : -1;
    if (meant < 0 || (s.upos[meant] !== "NOUN" && s.upos[meant] !== "PROPN")) return found;
    const doc = layers.parsed.document;
    const content = {
      head: meant,
      issue: corePhrase(doc, s, meant).text,
      stance: nounPhrase(doc, s, meant).text,
      noun: -1,
    };
    // "is the last thing it wants"
    const unwanted = found.move === "holds" && head > 0 && last.has(s.norms[head - 1]);
    return { ...found, content, move: unwanted ? "rejects" : found.move };
  };
}

import type { TreebankSentence } from "../conllu.js";
import type { Random } from "../random.js";
import { Clauses } from "./clauses.js";
import { Extras } from "./extras.js";
import { node, sentenceOf } from "./node.js";
import { NounPhrases } from "./noun-phrases.js";
import { Scenes } from "./scenes.js";
import { NewsWords } from "./words.js";

/**
 * Sentences as news writes them about negotiations, made with their trees by a small grammar. The treebanks hold few such sentences;
 * without these, rare past tenses ("the talks collapsed") are read as participles and names of states as common nouns.
 */
export function newswire(count: number, random: Random): TreebankSentence[] {
  const words = new NewsWords(random);
  const phrases = new NounPhrases(words);
  const clauses = new Clauses(words, phrases);
  const extras = new Extras(words, phrases, clauses);
  const scenes = new Scenes(words, phrases, clauses);
  return Array.from({ length: count }, () => {
    if (words.chance(0.05)) return sentenceOf(extras.headline());
    if (words.chance(0.5)) return sentenceOf(clauses.sentence());
    const main = words.chance(0.4) ? scenes.main() : extras.main();
    main.right.push(node(".", "PUNCT", ".", "punct"));
    return sentenceOf(main);
  });
}

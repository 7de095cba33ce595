import type { TreebankSentence } from "../conllu.js";
import type { Random } from "../random.js";
import { Clauses } from "./clauses.js";
import { sentenceOf } from "./node.js";
import { NounPhrases } from "./noun-phrases.js";
import { NewsWords } from "./words.js";

/**
 * Sentences as news writes them about negotiations, made with their trees by a small grammar. The treebanks hold few such sentences;
 * without these, rare past tenses ("the talks collapsed") are read as participles and names of states as common nouns.
 */
export function newswire(count: number, random: Random): TreebankSentence[] {
  const words = new NewsWords(random);
  const clauses = new Clauses(words, new NounPhrases(words));
  return Array.from({ length: count }, () => sentenceOf(clauses.sentence()));
}

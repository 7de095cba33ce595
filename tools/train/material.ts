import { join } from "node:path";
import { ParserInputs } from "../../src/language/model/parser-input.js";
import { WordTable } from "../../src/language/model/words.js";
import { readTreebank, type TreebankSentence } from "./conllu.js";
import { newswire } from "./newswire/index.js";
import type { ParserExample } from "./parser.js";
import { Random } from "./random.js";
import { tagOf, wordIds } from "./tagger.js";

export const SEED = 1956;
export const FOLDS = 4;
/** Sentences made by the news grammar. */
const NEWSWIRE = 9000;
/** EWT dev chose templates, epochs and margins; the weights that ship learn from it too. */
export const FILES = [
  "en_ewt-train",
  "en_ewt-dev",
  "en_gum_open-train",
  "en_gum_open-dev",
  "en_gum_open-test",
];

/** What is trained on, the same in every worker. */
export interface Material {
  readonly words: WordTable;
  readonly data: readonly TreebankSentence[];
  /** Number of sentences of EWT, which come first. */
  readonly reference: number;
  readonly tagLabels: readonly string[];
  readonly uposNames: readonly string[];
  readonly arcLabels: readonly string[];
  example(sentence: number, tags: Int32Array): ParserExample;
}

/** `clusters`: see `wordClusters`. */
export function readMaterial(folder: string, clusters: string): Material {
  const words = new WordTable(clusterMap(clusters));
  const banks = FILES.map((f) => readTreebank(join(folder, `${f}.conllu.gz`)));
  const data = [...banks.flat(), ...newswire(NEWSWIRE, new Random(SEED))];
  const tagLabels = [...new Set(data.flatMap((s) => s.forms.map((_, i) => tagOf(s, i))))].sort();
  const uposNames = [...new Set(tagLabels.map((l) => l.slice(0, l.indexOf("|"))))];
  const uposOfTag = Int32Array.from(tagLabels, (l) => uposNames.indexOf(l.slice(0, l.indexOf("|"))));
  const arcLabels = [...new Set(data.flatMap((s) => s.deprels))].sort();
  return {
    words,
    data,
    reference: banks[0].length + banks[1].length,
    tagLabels,
    uposNames,
    arcLabels,
    example(sentence, tags) {
      const s = data[sentence];
      const ids = wordIds(words, s.forms);
      return {
        input: new ParserInputs(uposNames, uposOfTag).make(s.forms, words.fields, ids, tags),
        heads: Int32Array.from(s.heads, (h) => (h < 0 ? s.forms.length : h)),
        labels: Int32Array.from(s.deprels, (r) => arcLabels.indexOf(r)),
      };
    },
  };
}

function clusterMap(text: string): Map<string, number> {
  const out = new Map<string, number>();
  for (const line of text.split("\n")) {
    const tab = line.indexOf("\t");
    if (tab > 0) out.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  return out;
}

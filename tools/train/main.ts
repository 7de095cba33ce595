/** `npm run train -- FOLDER`: trains tagger, lemmatiser and parser on the treebanks in FOLDER and writes models/english.bin.br. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { encodeModel } from "../../src/language/model/codec.js";
import { WordTable } from "../../src/language/model/words.js";
import { packageRoot } from "../../src/resources/index.js";
import { wordClusters } from "./clusters.js";
import { readTreebank, type TreebankSentence } from "./conllu.js";
import { lemmaTable } from "./lemmas.js";
import { newswire } from "./newswire/index.js";
import { type ParserExample, trainParser } from "./parser.js";
import { Random } from "./random.js";
import { type TrainedTagger, tagged, tagOf, trainTagger, wordIds } from "./tagger.js";

const SEED = 1956;
const FOLDS = 4;
const TAGGER_EPOCHS = 8;
const PARSER_EPOCHS = 14;
/** Sentences made by the news grammar. */
const NEWSWIRE = 5000;
const FILES = ["en_ewt-train", "en_gum_open-train", "en_gum_open-dev", "en_gum_open-test"];

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: npm run train -- FOLDER_OF_TREEBANKS");
  process.exit(2);
}
const started = Date.now();
const say = (line: string): void =>
  console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);

const random = new Random(SEED);
const clusters = wordClusters(join(packageRoot(), ".train"), SEED, say);
const words = new WordTable(clusterMap(clusters));
const data = [
  ...FILES.flatMap((f) => readTreebank(join(folder, `${f}.conllu.gz`))),
  ...newswire(NEWSWIRE, new Random(SEED)),
];
say(`${data.length} sentences, ${data.reduce((n, s) => n + s.forms.length, 0)} words`);
const tagLabels = [...new Set(data.flatMap((s) => s.forms.map((_, i) => tagOf(s, i))))].sort();
const uposNames = [...new Set(tagLabels.map((l) => l.slice(0, l.indexOf("|"))))];
const uposOfTag = Int32Array.from(tagLabels, (l) => uposNames.indexOf(l.slice(0, l.indexOf("|"))));
const arcLabels = [...new Set(data.flatMap((s) => s.deprels))].sort();

const examples: ParserExample[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  say(`jackknife ${fold + 1} of ${FOLDS}`);
  const { model } = trainTagger(
    data.filter((_, i) => i % FOLDS !== fold),
    tagLabels,
    words,
    3,
    random,
    say,
  );
  for (const [i, s] of data.entries())
    if (i % FOLDS === fold) examples.push(example(s, tagged(model, words, s.forms)));
}
say("tagger");
const tagger: TrainedTagger = trainTagger(data, tagLabels, words, TAGGER_EPOCHS, random, say);
say("parser");
const parser = trainParser(examples, arcLabels, PARSER_EPOCHS, random, say);
const bytes = encodeModel({
  made: `seed ${SEED}; ${FILES.join(", ")}; tagger ${TAGGER_EPOCHS} epochs, parser ${PARSER_EPOCHS} epochs, ${FOLDS} folds`,
  tagLabels,
  uposNames,
  arcLabels,
  allowed: parser.allowed.map((a) => [...a]),
  weights: {
    tags: tagger.model.weights as { values: Float32Array; width: number },
    actions: parser.actions as { values: Float32Array; width: number },
    arcs: parser.arcs as { values: Float32Array; width: number },
  },
  texts: { known: tagger.known, lemmas: lemmaTable(data), clusters },
});
say(`compressing ${(bytes.length / 2 ** 20).toFixed(1)} MB`);
const packed = brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});
mkdirSync(join(packageRoot(), "models"), { recursive: true });
writeFileSync(process.argv[3] ?? join(packageRoot(), "models", "english.bin.br"), packed);
say(`models/english.bin.br: ${(packed.length / 2 ** 20).toFixed(2)} MB`);

function example(s: TreebankSentence, tags: Int32Array): ParserExample {
  const n = s.forms.length;
  const commas = new Int32Array(n);
  for (let i = 0, c = 0; i < n; i++) {
    if (s.forms[i] === ",") c++;
    commas[i] = c;
  }
  return {
    input: {
      n,
      get fields() {
        return words.fields;
      },
      ids: wordIds(words, s.forms),
      tags,
      upos: Int32Array.from(tags, (t) => uposOfTag[t]),
      commas,
    },
    heads: Int32Array.from(s.heads, (h) => (h < 0 ? n : h)),
    labels: Int32Array.from(s.deprels, (r) => arcLabels.indexOf(r)),
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

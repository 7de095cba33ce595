/** `npm run train -- FOLDER`: trains tagger, lemmatiser and parser on the treebanks in FOLDER and writes models/english.bin.br. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { encodeModel } from "../../src/language/model/codec.js";
import { ParserInputs } from "../../src/language/model/parser-input.js";
import { WordTable } from "../../src/language/model/words.js";
import { packageRoot } from "../../src/resources/index.js";
import { wordClusters } from "./clusters.js";
import { readTreebank, type TreebankSentence } from "./conllu.js";
import { type LemmaExample, lemmaTable } from "./lemmas.js";
import { newswire } from "./newswire/index.js";
import { type ParserExample, trainParser } from "./parser.js";
import { Random } from "./random.js";
import { corrected, guessed, TagLexicon, tagOf, trainPass, wordIds } from "./tagger.js";

const SEED = 1956;
const FOLDS = 4;
const JACKKNIFE_EPOCHS = 3;
const TAGGER_EPOCHS = 6;
const PARSER_EPOCHS = 12;
/** Sentences made by the news grammar. */
const NEWSWIRE = 5000;
/** Where the treebanks give a form different lemmas ("people"), the first one is followed. */
const REFERENCE_WEIGHT = 3;
const FILES = ["en_ewt-train", "en_gum_open-train", "en_gum_open-dev", "en_gum_open-test"];

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: npm run train -- FOLDER_OF_TREEBANKS");
  process.exit(2);
}
const started = Date.now();
const say = (line: string): void =>
  console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);

const clusters = wordClusters(join(packageRoot(), ".train"), SEED, say);
const words = new WordTable(clusterMap(clusters));
/** Number of sentences of the first treebank. */
const reference = readTreebank(join(folder, `${FILES[0]}.conllu.gz`)).length;
const data = [
  ...FILES.flatMap((f) => readTreebank(join(folder, `${f}.conllu.gz`))),
  ...newswire(NEWSWIRE, new Random(SEED)),
];
say(`${data.length} sentences, ${data.reduce((n, s) => n + s.forms.length, 0)} words`);
const tagLabels = [...new Set(data.flatMap((s) => s.forms.map((_, i) => tagOf(s, i))))].sort();
const uposNames = [...new Set(tagLabels.map((l) => l.slice(0, l.indexOf("|"))))];
const uposOfTag = Int32Array.from(tagLabels, (l) => uposNames.indexOf(l.slice(0, l.indexOf("|"))));
const arcLabels = [...new Set(data.flatMap((s) => s.deprels))].sort();

say("first pass of the tagger, by others");
const guesses = jackknife((lexicon, rest) => {
  const first = trainPass(lexicon, select(data, rest), null, JACKKNIFE_EPOCHS, new Random(SEED), say);
  return (i) => guessed(lexicon, first, data[i]);
});
say("second pass of the tagger, by others");
const tags = jackknife((lexicon, rest) => {
  const second = trainPass(
    lexicon,
    select(data, rest),
    select(guesses, rest),
    JACKKNIFE_EPOCHS,
    new Random(SEED),
    say,
  );
  return (i) => corrected(lexicon, second, data[i], guesses[i]);
});
say("tagger");
const lexicon = new TagLexicon(data, tagLabels, words);
const first = trainPass(lexicon, data, null, TAGGER_EPOCHS, new Random(SEED), say);
const second = trainPass(lexicon, data, guesses, TAGGER_EPOCHS, new Random(SEED), say);
say("parser");
const parser = trainParser(
  data.map((s, i) => example(s, tags[i])),
  arcLabels,
  words,
  PARSER_EPOCHS,
  new Random(SEED),
  say,
);
const bytes = encodeModel({
  made: `seed ${SEED}; ${FILES.join(", ")}; tagger ${TAGGER_EPOCHS} epochs, parser ${PARSER_EPOCHS} epochs, ${FOLDS} folds`,
  tagLabels,
  openTags: [...lexicon.open],
  uposNames,
  arcLabels,
  allowed: parser.allowed.map((a) => [...a]),
  weights: {
    first,
    second,
    actions: parser.actions,
    arcs: parser.arcs,
  },
  texts: { known: lexicon.text, lemmas: lemmaTable(lemmaExamples()), clusters },
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

/** What models that were trained on the other folds say of each sentence. */
function jackknife<T>(train: (lexicon: TagLexicon, rest: number[]) => (sentence: number) => T): T[] {
  const out: T[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    say(` ${fold + 1} of ${FOLDS}`);
    const rest = [...data.keys()].filter((i) => i % FOLDS !== fold);
    const model = train(new TagLexicon(select(data, rest), tagLabels, words), rest);
    for (const i of data.keys()) if (i % FOLDS === fold) out[i] = model(i);
  }
  return out;
}

function select<T>(list: readonly T[], indices: readonly number[]): T[] {
  return indices.map((i) => list[i]);
}

function* lemmaExamples(): Generator<LemmaExample> {
  for (const [k, s] of data.entries()) {
    const weight = k < reference ? REFERENCE_WEIGHT : 1;
    for (const [i, form] of s.forms.entries()) {
      const lemma = s.lemmas[i];
      yield { form, tag: tagLabels[tags[k][i]], lemma, weight };
      yield { form, tag: tagOf(s, i), lemma, weight };
    }
  }
}

function example(s: TreebankSentence, tags: Int32Array): ParserExample {
  const ids = wordIds(words, s.forms);
  return {
    input: new ParserInputs(uposNames, uposOfTag).make(s.forms, words.fields, ids, tags),
    heads: Int32Array.from(s.heads, (h) => (h < 0 ? s.forms.length : h)),
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

/** `npm run train -- FOLDER [OUT]`: trains tagger, lemmatiser and parser on the treebanks in FOLDER and writes models/english.bin.br. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { decodeModel, encodeModel, type ModelParts } from "../../src/language/model/codec.js";
import { packageRoot } from "../../src/resources/index.js";
import { wordClusters } from "./clusters.js";
import { readTreebank } from "./conllu.js";
import { PARSER_EPOCHS, TAGGER_EPOCHS } from "./jobs.js";
import { inflections } from "./lemma-words.js";
import { type LemmaExample, lemmaTable } from "./lemmas.js";
import { FILES, FOLDS, readMaterial, SEED } from "./material.js";
import { Pool } from "./pool.js";
import { trainQuick } from "./quick.js";
import { Random } from "./random.js";
import { Results } from "./results.js";
import { mean } from "./sums.js";
import { type Guess, TagLexicon, tagOf } from "./tagger.js";

/** Models that differ in their seeds and are added up: linear over the same features, so that reading with all costs what one does. */
const TAGGERS = 2;
const PARSERS = 4;
const THREADS = 2;
/** Where the treebanks give a form different lemmas ("people"), the first one is followed. */
const REFERENCE_WEIGHT = 3;
/** What the rules say of a form counts more than one use of it, which may be a slip ("freed" of "fre"), and less than two. */
const RULE_WEIGHT = 3.5;

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: npm run train -- FOLDER_OF_TREEBANKS [OUT]");
  process.exit(2);
}
const started = Date.now();
const say = (line: string): void =>
  console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);

const cache = join(packageRoot(), ".train");
const clusters = wordClusters(cache, SEED, say);
const material = readMaterial(folder, clusters);
const { data, tagLabels, uposNames, arcLabels } = material;
/** The sentences before those of the news grammar. */
const natural = FILES.reduce((n, f) => n + readTreebank(join(folder, `${f}.conllu.gz`)).length, 0);
say(`${data.length} sentences, ${data.reduce((n, s) => n + s.forms.length, 0)} words`);
const pool = new Pool(THREADS, folder, clusters, new Results(join(cache, "results"), folder, clusters));
const folds = [...Array(FOLDS).keys()];
const seeds = (n: number): number[] => [...Array(n).keys()].map((k) => SEED + k);

say("tagger, first pass, by folds");
const guesses = unfold(
  await Promise.all(folds.map((fold) => pool.run({ kind: "fold", fold, guesses: null }))),
) as Guess[];
say("tagger, second pass, by folds");
const tags = unfold(
  await Promise.all(folds.map((fold) => pool.run({ kind: "fold", fold, guesses }))),
) as Int32Array[];
say("parsers and taggers");
const [parsers, first, second] = await Promise.all([
  Promise.all(seeds(PARSERS).map((seed) => pool.run({ kind: "parser", seed, tags }))),
  Promise.all(seeds(TAGGERS).map((seed) => pool.run({ kind: "tagger", seed, guesses: null }))),
  Promise.all(seeds(TAGGERS).map((seed) => pool.run({ kind: "tagger", seed, guesses }))),
]);
await pool.close();
const lexicon = new TagLexicon(data, tagLabels, material.words);
const parts: ModelParts = {
  made: `seed ${SEED}; ${FILES.join(", ")}; ${TAGGERS} taggers, ${TAGGER_EPOCHS} epochs; ${PARSERS} parsers, ${PARSER_EPOCHS} epochs; ${FOLDS} folds`,
  tagLabels,
  openTags: [...lexicon.open],
  uposNames,
  arcLabels,
  allowed: parsers[0].allowed.map((a) => [...a]),
  weights: {
    first: mean(first),
    second: mean(second),
    actions: mean(parsers.map((p) => p.actions)),
    arcs: mean(parsers.map((p) => p.arcs)),
  },
  quick: null,
  texts: { known: lexicon.text, lemmas: lemmaTable(lemmaExamples()), clusters },
};
say("quick classifiers");
const quick = trainQuick(
  decodeModel(encodeModel(parts)),
  data.slice(0, natural),
  material.words,
  new Random(SEED),
  say,
);
const bytes = encodeModel({ ...parts, quick });
say(`compressing ${(bytes.length / 2 ** 20).toFixed(1)} MB`);
const packed = brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});
const out = process.argv[3] ?? join(packageRoot(), "models", "english.bin.br");
if (process.argv[3] === undefined) mkdirSync(join(packageRoot(), "models"), { recursive: true });
writeFileSync(out, packed);
say(`${out}: ${(packed.length / 2 ** 20).toFixed(2)} MB`);

/** Results by fold, put back into the order of the sentences. */
function unfold<T>(byFold: readonly (readonly T[])[]): T[] {
  return data.map((_, i) => byFold[i % FOLDS][Math.floor(i / FOLDS)]);
}

/**
 * All words of the treebanks but the few names whose lemmas lost their capital, by mistake; adjectives of states and peoples, which keep
 * theirs; and what the list of words explains.
 */
function* lemmaExamples(): Generator<LemmaExample> {
  for (const [k, s] of data.slice(0, natural).entries()) {
    const weight = k < material.reference ? REFERENCE_WEIGHT : 1;
    for (const [i, form] of s.forms.entries()) {
      const lemma = s.lemmas[i];
      if (s.upos[i] === "PROPN" && /^\p{Lu}/u.test(form) && lemma === lemma.toLowerCase()) continue;
      yield { form, tag: tagOf(s, i), lemma, weight };
    }
  }
  for (const s of data.slice(natural))
    for (const [i, form] of s.forms.entries())
      if (s.upos[i] === "ADJ" && /^\p{Lu}/u.test(s.lemmas[i]))
        yield { form, tag: tagOf(s, i), lemma: s.lemmas[i], weight: 1 };
  yield* inflections(
    clusters.split("\n").map((l) => l.slice(0, l.indexOf("\t"))),
    RULE_WEIGHT,
  );
}

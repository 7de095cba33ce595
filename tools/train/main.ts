/** `npm run train -- FOLDER [OUT]`: trains tagger, lemmatiser and parser on the treebanks in FOLDER and writes models/english.bin.br. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { encodeModel } from "../../src/language/model/codec.js";
import type { RealWeights } from "../../src/language/model/weights.js";
import { packageRoot } from "../../src/resources/index.js";
import { wordClusters } from "./clusters.js";
import { PARSER_EPOCHS, TAGGER_EPOCHS } from "./jobs.js";
import { type LemmaExample, lemmaTable } from "./lemmas.js";
import { FILES, FOLDS, readMaterial, SEED } from "./material.js";
import { Pool } from "./pool.js";
import { type Guess, TagLexicon, tagOf } from "./tagger.js";

/** Models that differ in their seeds and are added up: linear over the same features, so that reading with all costs what one does. */
const TAGGERS = 2;
const PARSERS = 4;
const THREADS = 2;
/** Where the treebanks give a form different lemmas ("people"), the first one is followed. */
const REFERENCE_WEIGHT = 3;

const folder = process.argv[2];
if (folder === undefined) {
  console.error("usage: npm run train -- FOLDER_OF_TREEBANKS [OUT]");
  process.exit(2);
}
const started = Date.now();
const say = (line: string): void =>
  console.log(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);

const clusters = wordClusters(join(packageRoot(), ".train"), SEED, say);
const material = readMaterial(folder, clusters);
const { data, tagLabels, uposNames, arcLabels } = material;
say(`${data.length} sentences, ${data.reduce((n, s) => n + s.forms.length, 0)} words`);
const pool = new Pool(THREADS, folder, clusters);
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
const bytes = encodeModel({
  made: `seed ${SEED}; ${FILES.join(", ")}; ${TAGGERS} taggers, ${TAGGER_EPOCHS} epochs; ${PARSERS} parsers, ${PARSER_EPOCHS} epochs; ${FOLDS} folds`,
  tagLabels,
  openTags: [...lexicon.open],
  uposNames,
  arcLabels,
  allowed: parsers[0].allowed.map((a) => [...a]),
  weights: {
    first: sum(first),
    second: sum(second),
    actions: sum(parsers.map((p) => p.actions)),
    arcs: sum(parsers.map((p) => p.arcs)),
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
const out = process.argv[3] ?? join(packageRoot(), "models", "english.bin.br");
if (process.argv[3] === undefined) mkdirSync(join(packageRoot(), "models"), { recursive: true });
writeFileSync(out, packed);
say(`${out}: ${(packed.length / 2 ** 20).toFixed(2)} MB`);

/** Results by fold, put back into the order of the sentences. */
function unfold<T>(byFold: readonly (readonly T[])[]): T[] {
  return data.map((_, i) => byFold[i % FOLDS][Math.floor(i / FOLDS)]);
}

function sum(models: readonly RealWeights[]): RealWeights {
  const values = new Float32Array(models[0].values.length);
  for (const m of models) for (let i = 0; i < values.length; i++) values[i] += m.values[i] / models.length;
  return { ...models[0], values };
}

/** All words but the few names whose lemmas lost their capital, by mistake. */
function* lemmaExamples(): Generator<LemmaExample> {
  for (const [k, s] of data.entries()) {
    const weight = k < material.reference ? REFERENCE_WEIGHT : 1;
    for (const [i, form] of s.forms.entries()) {
      const lemma = s.lemmas[i];
      if (s.upos[i] === "PROPN" && /^\p{Lu}/u.test(form) && lemma === lemma.toLowerCase()) continue;
      yield { form, tag: tagLabels[tags[k][i]], lemma, weight };
      yield { form, tag: tagOf(s, i), lemma, weight };
    }
  }
}

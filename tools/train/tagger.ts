import {
  allowedLabels,
  firstPass,
  type KnownWord,
  kindsOf,
  readKnown,
  secondPass,
  taggerInput,
} from "../../src/language/model/tagger.js";
import {
  CHOICES,
  SECOND_FEATURES,
  secondFeatures,
  TAG_FEATURES,
  tagFeatures,
} from "../../src/language/model/tagger-features.js";
import type { RealWeights, Weights } from "../../src/language/model/weights.js";
import { FIELDS, WORD, type WordTable } from "../../src/language/model/words.js";
import type { TreebankSentence } from "./conllu.js";
import { Perceptron } from "./perceptron.js";
import type { Random } from "./random.js";
import { RareWords } from "./rare-words.js";

const BITS = 22;
const MARGIN = 25;
/** A word seen so often takes only labels it was seen with in a given share of uses. */
const KNOWN = 20;
const SHARE = 0.003;
/** Other words take labels that such words were seen with so often. */
const OPEN = 3;
/** As `SURE` of the tagger, but wider: in training the second pass sees more choices than in use, where fewer make no difference. */
const SURE = 150;
/** Odds of hiding a word seen once, see `RareWords`. */
const HIDE = 1;

export const tagOf = (s: TreebankSentence, i: number): string => `${s.upos[i]}|${s.xpos[i]}`;

export function wordIds(words: WordTable, forms: readonly string[]): Int32Array {
  return Int32Array.from(forms, (f) => words.id(f) * FIELDS);
}

/** What the first pass says of a sentence: labels, and the best CHOICES of each token. */
export interface Guess {
  readonly tags: Int32Array;
  readonly choices: Int32Array;
}

interface TagExample {
  readonly ids: Int32Array;
  readonly gold: Int32Array;
  readonly guess: Guess | null;
}

/** Which labels words may take, from the sentences that a tagger is trained on. */
export class TagLexicon {
  readonly known: ReadonlyMap<number, KnownWord>;
  readonly open: Int32Array;
  readonly kinds: Uint8Array;
  /** `known` as a text section of the model. */
  readonly text: string;
  private readonly number: ReadonlyMap<string, number>;

  constructor(
    data: readonly TreebankSentence[],
    readonly labels: readonly string[],
    readonly words: WordTable,
  ) {
    this.number = new Map(labels.map((l, i) => [l, i]));
    this.kinds = kindsOf(labels);
    const counts = new Map<number, Map<number, number>>();
    for (const s of data) {
      const { ids, gold } = this.example(s, null);
      for (let i = 0; i < ids.length; i++) {
        const hash = words.fields[ids[i] + WORD];
        const of = counts.get(hash) ?? new Map<number, number>();
        of.set(gold[i], (of.get(gold[i]) ?? 0) + 1);
        counts.set(hash, of);
      }
    }
    const open = new Int32Array(labels.length);
    this.text = "";
    for (const [hash, of] of counts) {
      const total = [...of.values()].reduce((a, b) => a + b, 0);
      if (total < KNOWN) {
        for (const [tag, count] of of) open[tag] += count;
        continue;
      }
      const tags = [...of]
        .filter(([, c]) => c >= SHARE * total)
        .map(([t]) => t)
        .sort((a, b) => a - b);
      this.text += `${hash} ${tags.join(",")}\n`;
    }
    this.known = readKnown(this.text);
    this.open = Int32Array.from(labels.keys()).filter((l) => open[l] >= OPEN);
  }

  example(s: TreebankSentence, guess: Guess | null): TagExample {
    return {
      ids: wordIds(this.words, s.forms),
      gold: Int32Array.from(s.forms, (_, i) => this.number.get(tagOf(s, i)) as number),
      guess,
    };
  }
}

/** Trains the first pass, or the second one if there are guesses of the first. */
export function trainPass(
  lexicon: TagLexicon,
  data: readonly TreebankSentence[],
  guesses: readonly Guess[] | null,
  epochs: number,
  random: Random,
  say: (line: string) => void,
): RealWeights {
  const { labels, words } = lexicon;
  const perceptron = new Perceptron(BITS, labels.length);
  const { mask } = perceptron;
  const rows = new Int32Array(SECOND_FEATURES);
  const scores = new Float64Array(labels.length);
  const k = guesses === null ? TAG_FEATURES : SECOND_FEATURES;
  const examples = data.map((s, i) => lexicon.example(s, guesses === null ? null : guesses[i]));
  const rare = new RareWords(
    examples.map((e) => e.ids),
    words,
    HIDE,
  );
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(examples);
    let right = 0;
    let all = 0;
    for (const { ids: shown, gold, guess } of examples) {
      const n = gold.length;
      const { fields } = rare;
      const ids = rare.hide(shown, random);
      const input = taggerInput(lexicon.known, fields, ids, n);
      let p1 = 0;
      let p2 = 0;
      for (let i = 0; i < n; i++) {
        tagFeatures(input, i, p1, p2, rows);
        if (guess !== null) secondFeatures(input, lexicon.kinds, guess.tags, i, p1, p2, rows);
        perceptron.scores(rows, k, scores);
        const want = gold[i];
        let best = -1;
        let rival = -1;
        for (const l of allowedLabels(lexicon, fields[ids[i] + WORD])) {
          if (best < 0 || scores[l] > scores[best]) best = l;
          if (l !== want && (rival < 0 || scores[l] > scores[rival])) rival = l;
        }
        perceptron.step();
        if (rival >= 0 && scores[want] - scores[rival] < MARGIN) {
          perceptron.update(rows, k, want, 1);
          perceptron.update(rows, k, rival, -1);
        }
        all++;
        if (best === want) right++;
        p2 = p1;
        p1 = best + 1;
      }
    }
    say(`  epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} % on training`);
  }
  return { values: perceptron.averaged(), width: labels.length, mask };
}

/** The first pass on a sentence. */
export function guessed(lexicon: TagLexicon, first: Weights, s: TreebankSentence): Guess {
  const n = s.forms.length;
  const guess = { tags: new Int32Array(n), choices: new Int32Array(n * CHOICES) };
  const { known, open, words } = lexicon;
  firstPass(
    { known, open, quick: null, first },
    taggerInput(known, words.fields, wordIds(words, s.forms), n),
    guess.tags,
    guess.choices,
    SURE,
  );
  return guess;
}

/** The second pass on a sentence. */
export function corrected(
  lexicon: TagLexicon,
  second: Weights,
  s: TreebankSentence,
  guess: Guess,
): Int32Array {
  const n = s.forms.length;
  const out = new Int32Array(n);
  const { known, kinds, words } = lexicon;
  secondPass(
    { second, kinds },
    taggerInput(known, words.fields, wordIds(words, s.forms), n),
    guess.tags,
    guess.choices,
    out,
  );
  return out;
}

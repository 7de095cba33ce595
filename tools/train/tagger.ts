import { TAG_FEATURES, type TaggerModel, tagFeatures, tagTokens } from "../../src/language/model/tagger.js";
import { scoreAll } from "../../src/language/model/weights.js";
import { FIELDS, WORD, type WordTable } from "../../src/language/model/words.js";
import type { TreebankSentence } from "./conllu.js";
import { Perceptron } from "./perceptron.js";
import type { Random } from "./random.js";

const BITS = 18;
const MARGIN = 25;
/** A word seen so often takes only labels it was seen with in three of a thousand uses. */
const FREQUENT = 20;
const SHARE = 0.003;

export const tagOf = (s: TreebankSentence, i: number): string => `${s.upos[i]}|${s.xpos[i]}`;

export function wordIds(words: WordTable, forms: readonly string[]): Int32Array {
  return Int32Array.from(forms, (f) => words.id(f) * FIELDS);
}

export interface TrainedTagger {
  readonly model: TaggerModel;
  /** Text section "hash label,label". */
  readonly known: string;
}

/** Trains on sentences; labels of frequent words are restricted as at run time. */
export function trainTagger(
  data: readonly TreebankSentence[],
  labels: readonly string[],
  words: WordTable,
  epochs: number,
  random: Random,
  say: (line: string) => void,
): TrainedTagger {
  const number = new Map(labels.map((l, i) => [l, i]));
  const perceptron = new Perceptron(BITS, labels.length);
  const { lists, text } = knownLabels(data, number, words);
  const open = Int32Array.from(labels, (_, i) => i);
  const rows = new Int32Array(TAG_FEATURES);
  const scores = new Float64Array(labels.length);
  const examples = data.map((s) => ({
    ids: wordIds(words, s.forms),
    gold: Int32Array.from(s.forms, (_, i) => number.get(tagOf(s, i)) as number),
  }));
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(examples);
    let right = 0;
    let all = 0;
    for (const { ids, gold } of examples) {
      const n = ids.length;
      let p1 = 0;
      let p2 = 0;
      for (let i = 0; i < n; i++) {
        const k = tagFeatures(words.fields, ids, n, i, p1, p2, perceptron.mask, rows);
        scoreAll(perceptron, rows, k, scores);
        const allowed = lists.get(words.fields[ids[i] + WORD]) ?? open;
        const want = gold[i];
        let best = -1;
        let rival = -1;
        for (const l of allowed) {
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
    say(`  tagger epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} % on training`);
  }
  const weights = { values: perceptron.averaged(), width: labels.length, mask: perceptron.mask };
  return { model: { labels, weights, known: lists, open }, known: text };
}

export function tagged(tagger: TaggerModel, words: WordTable, forms: readonly string[]): Int32Array {
  const out = new Int32Array(forms.length);
  tagTokens(tagger, words.fields, wordIds(words, forms), forms.length, out);
  return out;
}

function knownLabels(
  data: readonly TreebankSentence[],
  number: ReadonlyMap<string, number>,
  words: WordTable,
): { lists: Map<number, Int32Array>; text: string } {
  const counts = new Map<number, Map<number, number>>();
  for (const s of data) {
    const ids = wordIds(words, s.forms);
    for (let i = 0; i < ids.length; i++) {
      const hash = words.fields[ids[i] + WORD];
      const tag = number.get(tagOf(s, i)) as number;
      const of = counts.get(hash) ?? new Map<number, number>();
      of.set(tag, (of.get(tag) ?? 0) + 1);
      counts.set(hash, of);
    }
  }
  const lists = new Map<number, Int32Array>();
  let text = "";
  for (const [hash, of] of counts) {
    const total = [...of.values()].reduce((a, b) => a + b, 0);
    if (total < FREQUENT) continue;
    const tags = [...of]
      .filter(([, c]) => c >= SHARE * total)
      .map(([t]) => t)
      .sort((a, b) => a - b);
    lists.set(hash, Int32Array.from(tags));
    text += `${hash} ${tags.join(",")}\n`;
  }
  return { lists, text };
}

import { type Quick, shortlist } from "./quick.js";
import {
  CHOICES,
  otherTagFeatures,
  QUICK_TAG_FEATURES,
  quickTagFeatures,
  SECOND_FEATURES,
  secondFeatures,
  styleOf,
  TAG_FEATURES,
  type TaggerInput,
  tagFeatures,
} from "./tagger-features.js";
import { bestOf, scoresOf, type Weights } from "./weights.js";
import { WORD } from "./words.js";

/**
 * A greedy left-to-right tagger (averaged perceptron, Collins 2002) over joint labels "UPOS|XPOS", in two passes: the second one sees
 * what the first one made of the words to the right, and chooses among its best labels.
 */
export interface TaggerModel {
  readonly labels: readonly string[];
  /** Asked before both passes; null where there is none yet, in training. */
  readonly quick: Quick | null;
  readonly first: Weights;
  readonly second: Weights;
  /** What is known of words seen often, by their hash. */
  readonly known: ReadonlyMap<number, KnownWord>;
  /** Labels that other words may take. */
  readonly open: Int32Array;
  /** Whether a label is one of verbs (1), of nouns and pronouns (2), or another (0). */
  readonly kinds: Uint8Array;
}

export interface KnownWord {
  /** Labels the word was seen with; it takes no other. */
  readonly labels: Int32Array;
  /** Number of that set of labels, from 1: its ambiguity class. */
  readonly set: number;
}

const rows = new Int32Array(SECOND_FEATURES);
let list = new Int32Array(64);
let sets = new Int32Array(512);
let guess = new Int32Array(512);
let choices = new Int32Array(512 * CHOICES);

/** Labels a token may take. */
export const allowedLabels = (model: Pick<TaggerModel, "known" | "open">, word: number): Int32Array =>
  model.known.get(word)?.labels ?? model.open;

/** What the tagger sees of tokens whose word rows (times FIELDS) are in `ids`; valid until the next call. */
export function taggerInput(
  known: ReadonlyMap<number, KnownWord>,
  fields: Int32Array,
  ids: Int32Array,
  n: number,
): TaggerInput {
  if (sets.length < n) sets = new Int32Array(2 * n);
  for (let i = 0; i < n; i++) sets[i] = known.get(fields[ids[i] + WORD])?.set ?? 0;
  return { n, fields, ids, sets, style: styleOf(fields, ids, n) };
}

/** Tags `n` tokens; label numbers go to `out`. O(n). */
export function tagTokens(
  model: TaggerModel,
  fields: Int32Array,
  ids: Int32Array,
  n: number,
  out: Int32Array,
): void {
  if (guess.length < n) {
    guess = new Int32Array(2 * n);
    choices = new Int32Array(2 * n * CHOICES);
  }
  const input = taggerInput(model.known, fields, ids, n);
  firstPass(model, input, guess, choices);
  secondPass(model, input, guess, choices, out);
}

/** Labels of the first pass, and its best CHOICES labels a token, best first (-1 where there are fewer). */
export function firstPass(
  model: Pick<TaggerModel, "known" | "open" | "quick" | "first">,
  input: TaggerInput,
  out: Int32Array,
  best: Int32Array,
  sureOf = SURE,
): void {
  const { fields, ids, n } = input;
  const { quick, first } = model;
  const sure = sureOf / first.unit;
  let p1 = 0;
  let p2 = 0;
  for (let i = 0; i < n; i++) {
    const allowed = allowedLabels(model, fields[ids[i] + WORD]);
    const at = i * CHOICES;
    best.fill(-1, at, at + CHOICES);
    let labels = allowed;
    let size = allowed.length;
    if (size > 1) {
      quickTagFeatures(input, i, p1, p2, rows);
      if (quick !== null) {
        if (list.length < size) list = new Int32Array(2 * size);
        size = shortlist(quick, rows, QUICK_TAG_FEATURES, allowed, list);
        labels = list;
      }
    }
    if (size === 1) best[at] = labels[0];
    else {
      otherTagFeatures(input, i, p1, p2, rows);
      if (scores.length < size) scores = new Int32Array(2 * size);
      scoresOf(first, rows, TAG_FEATURES, labels, size, scores);
      top.fill(Number.NEGATIVE_INFINITY);
      for (let l = 0; l < size; l++) {
        const sum = scores[l];
        let c = CHOICES - 1;
        if (sum <= top[c]) continue;
        for (; c > 0 && sum > top[c - 1]; c--) {
          top[c] = top[c - 1];
          best[at + c] = best[at + c - 1];
        }
        top[c] = sum;
        best[at + c] = labels[l];
      }
      for (let c = 1; c < CHOICES; c++) if (top[0] - top[c] > sure) best[at + c] = -1;
    }
    out[i] = best[at];
    p2 = p1;
    p1 = best[at] + 1;
  }
}

let scores = new Int32Array(64);
const top = new Float64Array(CHOICES);

/** By so much the best label of the first pass must beat another, in margins of training's scores, for the second pass to leave it out. */
const SURE = 100;

/** Chooses among the best labels of the first pass. */
export function secondPass(
  model: Pick<TaggerModel, "second" | "kinds">,
  input: TaggerInput,
  guess: Int32Array,
  choices: Int32Array,
  out: Int32Array,
): void {
  let p1 = 0;
  let p2 = 0;
  for (let i = 0; i < input.n; i++) {
    const at = i * CHOICES;
    let label = choices[at];
    if (choices[at + 1] >= 0) {
      let end = at + 2;
      while (end < at + CHOICES && choices[end] >= 0) end++;
      tagFeatures(input, i, p1, p2, rows);
      secondFeatures(input, model.kinds, guess, i, p1, p2, rows);
      label = bestOf(model.second, rows, SECOND_FEATURES, choices, at, end);
    }
    out[i] = label;
    p2 = p1;
    p1 = label + 1;
  }
}

/** See `TaggerModel.kinds`. */
export const kindsOf = (labels: readonly string[]): Uint8Array =>
  Uint8Array.from(labels, (l) => (/^(VERB|AUX)\|/.test(l) ? 1 : /^(NOUN|PROPN|PRON)\|/.test(l) ? 2 : 0));

/** Reads lines "hash label,label". */
export function readKnown(text: string): ReadonlyMap<number, KnownWord> {
  const out = new Map<number, KnownWord>();
  const lists = new Map<string, KnownWord>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [hash, tags] = line.split(" ");
    let list = lists.get(tags);
    if (list === undefined) {
      list = { labels: Int32Array.from(tags.split(","), Number), set: lists.size + 1 };
      lists.set(tags, list);
    }
    out.set(Number(hash), list);
  }
  return out;
}

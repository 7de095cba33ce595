import { ParseState } from "../../src/language/model/parse-state.js";
import { arcKey, LEFT, RIGHT, SHIFT, UPOS_SLOTS } from "../../src/language/model/parser.js";
import { ACTION_FEATURES, actionFeatures } from "../../src/language/model/parser-actions.js";
import { fillWords, type ParserInput } from "../../src/language/model/parser-input.js";
import { LABEL_FEATURES, labelFeatures } from "../../src/language/model/parser-labels.js";
import { ACTION_CELLS, type RealWeights } from "../../src/language/model/weights.js";
import type { WordTable } from "../../src/language/model/words.js";
import { Perceptron } from "./perceptron.js";
import type { Random } from "./random.js";
import { RareWords } from "./rare-words.js";

const ACTION_BITS = 24;
const LABEL_BITS = 22;
/** Features of actions that come up less often on the way to the right trees get no score: they are noise, and most of all features. */
const COMMON = 5;
/** Cells to count features of actions in. */
const COUNT_BITS = 27;
/** A label is allowed between two tags if it was seen so often, and in so large a share of cases. */
const SEEN = 2;
const SHARE = 0.0005;
const ACTION_MARGIN = 150;
const LABEL_MARGIN = 60;
/** How often training follows its own prediction, from the second epoch on. */
const EXPLORE = 0.9;
/** Odds of hiding a word seen once, see `RareWords`. */
const HIDE = 0.25;

export interface ParserExample {
  readonly input: ParserInput;
  /** Head of each token; n is the root. */
  readonly heads: Int32Array;
  readonly labels: Int32Array;
}

/** Trains with the dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013). */
export function trainParser(
  examples: ParserExample[],
  labels: readonly string[],
  words: WordTable,
  epochs: number,
  random: Random,
  say: (line: string) => void,
): { actions: RealWeights; arcs: RealWeights; allowed: Int32Array[] } {
  const actions = new Perceptron(ACTION_BITS, ACTION_CELLS, 2);
  const arcs = new Perceptron(LABEL_BITS, labels.length);
  const markers = Uint8Array.from(labels, (l) => (l === "case" || l === "mark" ? 1 : 0));
  const allowed = allowedLabels(examples, labels);
  const live = commonFeatures(examples, actions.mask, markers);
  const state = new ParseState();
  const rows = new Int32Array(ACTION_FEATURES);
  const labelRows = new Int32Array(LABEL_FEATURES);
  const scores = new Float64Array(ACTION_CELLS);
  const labelScores = new Float64Array(labels.length);
  const rare = new RareWords(
    examples.map((e) => e.input.ids),
    words,
    HIDE,
  );
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(examples);
    let right = 0;
    let all = 0;
    for (const example of examples) {
      const { heads, labels: gold } = example;
      const { n } = example.input;
      const input = { ...example.input, fields: rare.fields, ids: rare.hide(example.input.ids, random) };
      fillWords(input.words, input.fields, input.ids, n);
      state.reset(n);
      while (state.front < n || state.depth > 0) {
        const can = possible(state);
        const costs = oracle(state, heads, can);
        let chosen = SHIFT;
        if (state.depth > 0) {
          actionFeatures(state, input, rows);
          const k = keepLive(live, rows, ACTION_FEATURES, actions.mask);
          actions.scores(rows, k, scores);
          const least = Math.min(...costs);
          let best = -1;
          let good = -1;
          let bad = -1;
          for (let a = 0; a < 3; a++) {
            if (!can[a]) continue;
            if (best < 0 || scores[a] > scores[best]) best = a;
            if (costs[a] === least) {
              if (good < 0 || scores[a] > scores[good]) good = a;
            } else if (bad < 0 || scores[a] > scores[bad]) bad = a;
          }
          actions.step();
          if (bad >= 0 && scores[good] - scores[bad] < ACTION_MARGIN) {
            actions.update(rows, k, good, 1);
            actions.update(rows, k, bad, -1);
          }
          chosen = epoch > 0 && random.next() < EXPLORE ? best : good;
        }
        if (chosen === SHIFT) {
          state.shift();
          continue;
        }
        const token = state.stack[state.depth - 1];
        const head = chosen === LEFT ? state.front : state.stack[state.depth - 2];
        const list =
          allowed[arcKey(head === n ? UPOS_SLOTS - 1 : input.kinds[head], input.kinds[token], head > token)];
        labelFeatures(state, input, head, token, labelRows);
        arcs.scores(labelRows, LABEL_FEATURES, labelScores);
        const want = heads[token] === head ? gold[token] : -1;
        let best = list[0];
        let rival = -1;
        for (const l of list) {
          if (labelScores[l] > labelScores[best]) best = l;
          if (l !== want && (rival < 0 || labelScores[l] > labelScores[rival])) rival = l;
        }
        if (want >= 0) {
          arcs.step();
          if (rival >= 0 && labelScores[want] - labelScores[rival] < LABEL_MARGIN) {
            arcs.update(labelRows, LABEL_FEATURES, want, 1);
            arcs.update(labelRows, LABEL_FEATURES, rival, -1);
          }
        }
        const label = want >= 0 ? want : best;
        all++;
        if (want >= 0) right++;
        state.attach(head, label, markers[label] === 1);
      }
    }
    say(`  parser epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} % heads on training`);
  }
  return {
    actions: { values: actions.averaged(), width: ACTION_CELLS, mask: actions.mask },
    arcs: { values: arcs.averaged(), width: labels.length, mask: arcs.mask },
    allowed,
  };
}

const possible = ({ n, front, depth }: ParseState): boolean[] => [
  front < n,
  depth > 0 && (front < n || depth === 1),
  depth > 1,
];

/** Features of actions, as bits, that come up COMMON times on the way to the right trees. */
function commonFeatures(examples: readonly ParserExample[], mask: number, markers: Uint8Array): Uint32Array {
  const counts = new Uint8Array(2 ** COUNT_BITS);
  const live = new Uint32Array((mask / ACTION_CELLS + 32) >>> 5);
  const rows = new Int32Array(ACTION_FEATURES);
  const state = new ParseState();
  for (const { input, heads, labels } of examples) {
    const { n } = input;
    fillWords(input.words, input.fields, input.ids, n);
    state.reset(n);
    while (state.front < n || state.depth > 0) {
      const costs = oracle(state, heads, possible(state));
      const action = state.depth === 0 ? SHIFT : costs.indexOf(Math.min(...costs));
      if (state.depth > 0) {
        actionFeatures(state, input, rows);
        for (const hash of rows) {
          const at = hash & (counts.length - 1);
          if (counts[at] === COMMON || ++counts[at] < COMMON) continue;
          const row = (hash & mask) >>> 2;
          live[row >>> 5] |= 1 << (row & 31);
        }
      }
      if (action === SHIFT) {
        state.shift();
        continue;
      }
      const token = state.stack[state.depth - 1];
      const head = action === LEFT ? state.front : state.stack[state.depth - 2];
      state.attach(head, labels[token], markers[labels[token]] === 1);
    }
  }
  return live;
}

/** Gold arcs lost by each action; 99 where it is not allowed. */
function oracle(s: ParseState, heads: Int32Array, can: readonly boolean[]): number[] {
  const { n, front: b, stack, depth } = s;
  const s0 = depth > 0 ? stack[depth - 1] : -1;
  const s1 = depth > 1 ? stack[depth - 2] : -1;
  const costs = [99, 99, 99];
  if (can[SHIFT]) {
    let c = 0;
    for (let i = 0; i < depth; i++) {
      if (heads[stack[i]] === b) c++;
      if (i < depth - 1 && heads[b] === stack[i]) c++;
    }
    costs[SHIFT] = c;
  }
  let later = 0;
  let heading = 0;
  for (let x = b; x <= n; x++) {
    if (x < n && heads[x] === s0) later++;
    if (s0 >= 0 && heads[s0] === x) heading = x === b ? 2 : 1;
  }
  if (can[LEFT]) costs[LEFT] = later + (heading === 1 ? 1 : 0) + (s1 >= 0 && heads[s0] === s1 ? 1 : 0);
  if (can[RIGHT]) costs[RIGHT] = later + (heading > 0 ? 1 : 0);
  return costs;
}

/**
 * Labels seen for each pair of tags and direction, often enough; where there are none, the label "dep" and the most frequent ones.
 */
function allowedLabels(examples: readonly ParserExample[], labels: readonly string[]): Int32Array[] {
  const seen = Array.from({ length: UPOS_SLOTS * UPOS_SLOTS * 2 }, () => new Int32Array(labels.length));
  for (const { input, heads, labels: gold } of examples) {
    for (let i = 0; i < input.n; i++) {
      const h = heads[i];
      seen[arcKey(h === input.n ? UPOS_SLOTS - 1 : input.kinds[h], input.kinds[i], h > i)][gold[i]]++;
    }
  }
  const fallback = Int32Array.from(
    ["dep", "nmod", "obl", "conj", "parataxis"].map((l) => labels.indexOf(l)).filter((l) => l >= 0),
  );
  return seen.map((counts) => {
    const least = Math.max(SEEN, counts.reduce((a, b) => a + b, 0) * SHARE);
    const often = Int32Array.from(labels.keys()).filter((l) => counts[l] >= least);
    return often.length > 0 ? often : fallback;
  });
}

/** Moves the rows that are in `live` to the front, as first cells, and returns their number. */
function keepLive(live: Uint32Array, rows: Int32Array, n: number, mask: number): number {
  let k = 0;
  for (let i = 0; i < n; i++) {
    const at = rows[i] & mask;
    rows[k] = at;
    k += (live[at >>> 7] >>> ((at >>> 2) & 31)) & 1;
  }
  return k;
}

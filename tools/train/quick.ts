import type { LanguageModel, RealQuick } from "../../src/language/model/codec.js";
import { ParseState } from "../../src/language/model/parse-state.js";
import { arcKey, bestAction, bestLabel, LEFT, SHIFT, UPOS_SLOTS } from "../../src/language/model/parser.js";
import { QUICK_ACTION_FEATURES, quickActionFeatures } from "../../src/language/model/parser-actions.js";
import { type ParserInput, ParserInputs } from "../../src/language/model/parser-input.js";
import { QUICK_LABEL_FEATURES, quickLabelFeatures } from "../../src/language/model/parser-labels.js";
import { allowedLabels, taggerInput, tagTokens } from "../../src/language/model/tagger.js";
import { QUICK_TAG_FEATURES, quickTagFeatures } from "../../src/language/model/tagger-features.js";
import { ACTION_CELLS } from "../../src/language/model/weights.js";
import { WORD, type WordTable } from "../../src/language/model/words.js";
import type { TreebankSentence } from "./conllu.js";
import { Decisions, type QuickSettings } from "./decisions.js";
import type { Random } from "./random.js";
import { wordIds } from "./tagger.js";

/*
 * Six in ten tags and actions and three in four labels are plain: more of them would begin to cost. A wider margin of
 * training orders decisions better than a narrow one.
 */
const TAGS: QuickSettings = { bits: 18, align: 0, margin: 60, sure: 115, near: 140 };
const ACTIONS: QuickSettings = { bits: 18, align: 2, margin: 100, sure: 240, near: 0 };
const ARCS: QuickSettings = { bits: 18, align: 0, margin: 60, sure: 100, near: 120 };

/** Trains the classifiers that are asked first to say what the model says of sentences (their trees and tags are not looked at). */
export function trainQuick(
  model: LanguageModel,
  data: readonly TreebankSentence[],
  words: WordTable,
  random: Random,
  say: (line: string) => void,
): Record<"quickTags" | "quickActions" | "quickArcs", RealQuick> {
  const tags = new Decisions(QUICK_TAG_FEATURES, model.tagger.labels.length, TAGS);
  const actions = new Decisions(QUICK_ACTION_FEATURES, ACTION_CELLS, ACTIONS);
  const arcs = new Decisions(QUICK_LABEL_FEATURES, model.parser.labels.length, ARCS);
  const inputs = new ParserInputs(model.uposNames, model.uposOfTag);
  for (const { forms } of data) {
    const ids = wordIds(words, forms);
    const out = new Int32Array(forms.length);
    tagTokens(model.tagger, words.fields, ids, forms.length, out);
    watchTags(model, words.fields, ids, out, tags);
    watchParser(model, inputs.make(forms, words.fields, ids, out), actions, arcs);
  }
  return {
    quickTags: tags.train(random, (line) => say(`quick tags ${line}`)),
    quickActions: actions.train(random, (line) => say(`quick actions ${line}`)),
    quickArcs: arcs.train(random, (line) => say(`quick labels ${line}`)),
  };
}

function watchTags(
  { tagger }: LanguageModel,
  fields: Int32Array,
  ids: Int32Array,
  tags: Int32Array,
  seen: Decisions,
): void {
  const n = tags.length;
  const input = taggerInput(tagger.known, fields, ids, n);
  for (let i = 0; i < n; i++) {
    const allowed = allowedLabels(tagger, fields[ids[i] + WORD]);
    if (allowed.length === 1) continue;
    const before = i > 0 ? tags[i - 1] + 1 : 0;
    quickTagFeatures(input, i, before, i > 1 ? tags[i - 2] + 1 : 0, seen.rows);
    seen.add(tags[i], allowed);
  }
}

const state = new ParseState();
const ALL = Int32Array.of(0, 1, 2);
const NOT_RIGHT = Int32Array.of(0, 1);

function watchParser(
  { parser }: LanguageModel,
  input: ParserInput,
  actions: Decisions,
  arcs: Decisions,
): void {
  const { n } = input;
  state.reset(n);
  while (state.front < n || state.depth > 0) {
    const action = bestAction(parser, state, input);
    if (state.depth > 0 && state.front < n) {
      quickActionFeatures(state, input, actions.rows);
      actions.add(action, state.depth > 1 ? ALL : NOT_RIGHT);
    }
    if (action === SHIFT) {
      state.shift();
      continue;
    }
    const token = state.stack[state.depth - 1];
    const head = action === LEFT ? state.front : state.stack[state.depth - 2];
    const label = bestLabel(parser, state, input, head, token);
    const allowed =
      parser.allowed[
        arcKey(head === n ? UPOS_SLOTS - 1 : input.kinds[head], input.kinds[token], head > token)
      ];
    if (allowed.length > 1) {
      quickLabelFeatures(state, input, head, token, arcs.rows);
      arcs.add(label, allowed);
    }
    state.attach(head, label, parser.markers[label] === 1);
  }
}

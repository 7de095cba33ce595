import type { ParseState } from "./parse-state.js";
import {
  ACTION_FEATURES,
  otherActionFeatures,
  QUICK_ACTION_FEATURES,
  quickActionFeatures,
} from "./parser-actions.js";
import type { ParserInput } from "./parser-input.js";
import {
  LABEL_FEATURES,
  otherLabelFeatures,
  QUICK_LABEL_FEATURES,
  quickLabelFeatures,
} from "./parser-labels.js";
import { LEAST, type Quick, shortlist } from "./quick.js";
import { type ActionWeights, bestOf, placeOf, type SparseWeights, VALUE, type Weights } from "./weights.js";

/** A greedy arc-hybrid parser with two classifiers: the action, and the label of a new arc. */
export interface ParserModel {
  readonly labels: readonly string[];
  /** Asked before `actions` and `arcs`; null where there are none yet, in training. */
  readonly quick: { readonly actions: ActionWeights & Pick<Quick, "sure">; readonly arcs: Quick } | null;
  readonly actions: SparseWeights;
  readonly arcs: Weights;
  /** Labels seen for head UPOS, dependent UPOS and direction; see `arcKey`. */
  readonly allowed: readonly Int32Array[];
  /** Whether a label marks a phrase (case, mark). */
  readonly markers: Uint8Array;
}

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

/** Number of UPOS values plus the root. */
export const UPOS_SLOTS = 18;

/** Index into `allowed`. */
export const arcKey = (headUpos: number, upos: number, headRight: boolean): number =>
  (headUpos * UPOS_SLOTS + upos) * 2 + (headRight ? 1 : 0);

const actionRows = new Int32Array(ACTION_FEATURES);
const labelRows = new Int32Array(LABEL_FEATURES);
let list = new Int32Array(64);

/** Parses: fills `state.heads` (n is the root) and `state.labels`. Always a tree with one child of the root. O(tokens). */
export function parseTokens(model: ParserModel, state: ParseState, p: ParserInput): void {
  const { n } = p;
  state.reset(n);
  while (state.front < n || state.depth > 0) {
    const action = bestAction(model, state, p);
    if (action === SHIFT) {
      state.shift();
      continue;
    }
    const token = state.stack[state.depth - 1];
    const head = action === LEFT ? state.front : state.stack[state.depth - 2];
    const label = bestLabel(model, state, p, head, token);
    state.attach(head, label, model.markers[label] === 1);
  }
}

/** The first two tokens of a sentence and its end leave no choice; a token before the end can be shifted or go left, and most can go right. */
export function bestAction(model: ParserModel, state: ParseState, p: ParserInput): number {
  if (state.depth === 0) return SHIFT;
  const canRight = state.depth > 1;
  if (state.front === p.n) return canRight ? RIGHT : LEFT;
  quickActionFeatures(state, p, actionRows);
  let shift = 0;
  let left = 0;
  let right = 0;
  if (model.quick !== null) {
    const { packed, mask, sure } = model.quick.actions;
    for (let i = 0; i < QUICK_ACTION_FEATURES; i++) {
      const cells = packed[(actionRows[i] & mask) >>> 2];
      shift += VALUE[cells & 255];
      left += VALUE[(cells >>> 8) & 255];
      right += VALUE[cells >>> 16];
    }
    if (!canRight) right = LEAST;
    if (shift - left > sure && shift - right > sure) return SHIFT;
    if (left - shift > sure && left - right > sure) return LEFT;
    if (right - shift > sure && right - left > sure) return RIGHT;
    shift = 0;
    left = 0;
    right = 0;
  }
  otherActionFeatures(state, p, actionRows);
  const { packed, places, mask } = model.actions;
  for (let i = 0; i < ACTION_FEATURES; i++) {
    const cells = packed[placeOf(places, actionRows[i] & mask)];
    shift += VALUE[cells & 255];
    left += VALUE[(cells >>> 8) & 255];
    right += VALUE[cells >>> 16];
  }
  if (canRight && right > shift && right > left) return RIGHT;
  return left > shift ? LEFT : SHIFT;
}

export function bestLabel(
  model: ParserModel,
  state: ParseState,
  p: ParserInput,
  head: number,
  token: number,
): number {
  const allowed =
    model.allowed[arcKey(head === p.n ? UPOS_SLOTS - 1 : p.kinds[head], p.kinds[token], head > token)];
  let labels = allowed;
  let size = allowed.length;
  if (size === 1) return allowed[0];
  quickLabelFeatures(state, p, head, token, labelRows);
  if (model.quick !== null) {
    if (list.length < size) list = new Int32Array(2 * size);
    size = shortlist(model.quick.arcs, labelRows, QUICK_LABEL_FEATURES, allowed, list);
    if (size === 1) return list[0];
    labels = list;
  }
  otherLabelFeatures(state, p, head, token, labelRows);
  return bestOf(model.arcs, labelRows, LABEL_FEATURES, labels, 0, size);
}

import type { ParseState } from "./parse-state.js";
import { ACTION_FEATURES, actionFeatures, LABEL_FEATURES, labelFeatures } from "./parser-features.js";
import type { ParserInput } from "./parser-input.js";
import { bestOf, keepLive, VALUE, type Weights } from "./weights.js";

/** A greedy arc-hybrid parser with two classifiers: the action, and the label of a new arc. */
export interface ParserModel {
  readonly labels: readonly string[];
  /** Rows of shift, left, right and one unused score. */
  readonly actions: Weights;
  /** See `liveFeatures`. */
  readonly live: Uint32Array;
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

/** Parses: fills `state.heads` (n is the root) and `state.labels`. Always a tree with one child of the root. O(tokens). */
export function parseTokens(model: ParserModel, state: ParseState, p: ParserInput): void {
  const { n } = p;
  state.reset(n);
  const { codes, mask } = model.actions;
  while (state.front < n || state.depth > 0) {
    const canShift = state.front < n;
    const canLeft = state.depth > 0 && (state.front < n || state.depth === 1);
    const canRight = state.depth > 1;
    let action = SHIFT;
    if (state.depth === 0) action = SHIFT;
    else if (!canShift && !canRight) action = LEFT;
    else {
      actionFeatures(state, p, mask, actionRows);
      const k = keepLive(model.live, actionRows, ACTION_FEATURES);
      let shift = 0;
      let left = 0;
      let right = 0;
      for (let i = 0; i < k; i++) {
        const at = actionRows[i];
        shift += VALUE[codes[at]];
        left += VALUE[codes[at + 1]];
        right += VALUE[codes[at + 2]];
      }
      let most = canShift ? shift : Number.NEGATIVE_INFINITY;
      if (canLeft && left > most) {
        most = left;
        action = LEFT;
      }
      if (canRight && (right > most || !(canShift || canLeft))) action = RIGHT;
      if (action === SHIFT && !canShift) action = canRight ? RIGHT : LEFT;
    }
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

function bestLabel(
  model: ParserModel,
  state: ParseState,
  p: ParserInput,
  head: number,
  token: number,
): number {
  const allowed =
    model.allowed[arcKey(head === p.n ? UPOS_SLOTS - 1 : p.kinds[head], p.kinds[token], head > token)];
  if (allowed.length === 1) return allowed[0];
  labelFeatures(state, p, head, token, model.arcs.mask, labelRows);
  return bestOf(model.arcs, labelRows, LABEL_FEATURES, allowed);
}

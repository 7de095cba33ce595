import { mix } from "./hash.js";
import { bestOf, type Weights } from "./weights.js";
import * as W from "./words.js";

/** A greedy left-to-right tagger (averaged perceptron, Collins 2002) over joint labels "UPOS|XPOS". */
export interface TaggerModel {
  readonly labels: readonly string[];
  readonly weights: Weights;
  /** Labels a frequent word was seen with, by its hash; the word takes no other. */
  readonly known: ReadonlyMap<number, Int32Array>;
  /** Labels that words not in `known` may take: all of them. */
  readonly open: Int32Array;
}

export const TAG_FEATURES = 38;

/**
 * Rows of the features of token i. `ids` are word rows times FIELDS in `f`; p1 and p2 the labels of the two tokens before
 * (labels + 1, 0 at the start).
 */
export function tagFeatures(
  f: Int32Array,
  ids: Int32Array,
  n: number,
  i: number,
  p1: number,
  p2: number,
  mask: number,
  rows: Int32Array,
): number {
  const at = ids[i];
  const before = i > 0 ? ids[i - 1] : -1;
  const after = i + 1 < n ? ids[i + 1] : -1;
  const w = f[at + W.WORD];
  const wp = before < 0 ? 7 : f[before + W.WORD];
  const wn = after < 0 ? 8 : f[after + W.WORD];
  const wpp = i > 1 ? f[ids[i - 2] + W.WORD] : 7;
  const wnn = i + 2 < n ? f[ids[i + 2] + W.WORD] : 8;
  const s2 = f[at + W.SUFFIX_2];
  const s3 = f[at + W.SUFFIX_3];
  const s3p = before < 0 ? 3 : f[before + W.SUFFIX_3];
  const s3n = after < 0 ? 4 : f[after + W.SUFFIX_3];
  const s2n = after < 0 ? 4 : f[after + W.SUFFIX_2];
  const shape = f[at + W.SHAPE] | (i === 0 ? 128 : 0);
  const shapeP = before < 0 ? 300 : f[before + W.SHAPE];
  const shapeN = after < 0 ? 301 : f[after + W.SHAPE];
  const c = f[at + W.CLUSTER_256];
  const cn = after < 0 ? 0 : f[after + W.CLUSTER_256];
  const cp = before < 0 ? 0 : f[before + W.CLUSTER_256];
  let k = 0;
  rows[k++] = mix(1, w, 0, 0) & mask;
  rows[k++] = mix(2, wp, 0, 0) & mask;
  rows[k++] = mix(3, wn, 0, 0) & mask;
  rows[k++] = mix(4, wpp, 0, 0) & mask;
  rows[k++] = mix(5, wnn, 0, 0) & mask;
  rows[k++] = mix(6, w, wp, 0) & mask;
  rows[k++] = mix(7, w, wn, 0) & mask;
  rows[k++] = mix(8, f[at + W.SUFFIX_1], 0, 0) & mask;
  rows[k++] = mix(9, s2, 0, 0) & mask;
  rows[k++] = mix(10, s3, 0, 0) & mask;
  rows[k++] = mix(11, f[at + W.SUFFIX_4], 0, 0) & mask;
  rows[k++] = mix(12, f[at + W.PREFIX_1], 0, 0) & mask;
  rows[k++] = mix(13, f[at + W.PREFIX_2], 0, 0) & mask;
  rows[k++] = mix(14, f[at + W.PREFIX_3], 0, 0) & mask;
  rows[k++] = mix(15, shape, 0, 0) & mask;
  rows[k++] = mix(16, shape, s2, 0) & mask;
  rows[k++] = mix(17, p1, 0, 0) & mask;
  rows[k++] = mix(18, p1, p2, 0) & mask;
  rows[k++] = mix(19, p1, w, 0) & mask;
  rows[k++] = mix(20, p1, p2, w) & mask;
  rows[k++] = mix(21, p1, s3, 0) & mask;
  rows[k++] = mix(22, p1, wn, 0) & mask;
  rows[k++] = mix(23, s3p, 0, 0) & mask;
  rows[k++] = mix(24, s3n, 0, 0) & mask;
  rows[k++] = mix(25, s2n, s3, 0) & mask;
  rows[k++] = mix(26, shapeP, shape, shapeN) & mask;
  rows[k++] = mix(27, wp, wn, 0) & mask;
  rows[k++] = mix(28, p1, s2n, 0) & mask;
  rows[k++] = mix(29, p2, w, 0) & mask;
  rows[k++] = mix(30, c, 0, 0) & mask;
  rows[k++] = mix(31, cp, c, cn) & mask;
  rows[k++] = mix(32, f[at + W.CLUSTER_1024], 0, 0) & mask;
  rows[k++] = mix(33, c, cn, p1) & mask;
  rows[k++] = mix(34, cn, 0, 0) & mask;
  rows[k++] = mix(35, f[at + W.CLUSTER_64], after < 0 ? 0 : f[after + W.CLUSTER_64], shape) & mask;
  rows[k++] = mix(36, cn, w, 0) & mask;
  rows[k++] = mix(37, wn, wnn, p1) & mask;
  rows[k++] = mix(38, 0, 0, 0) & mask;
  return k;
}

const rows = new Int32Array(TAG_FEATURES);

/** Tags `n` tokens whose word rows (times FIELDS) are in `ids`; label numbers go to `out`. */
export function tagTokens(
  model: TaggerModel,
  f: Int32Array,
  ids: Int32Array,
  n: number,
  out: Int32Array,
): void {
  let p1 = 0;
  let p2 = 0;
  for (let i = 0; i < n; i++) {
    const allowed = model.known.get(f[ids[i] + W.WORD]) ?? model.open;
    let label = allowed[0];
    if (allowed.length > 1) {
      const k = tagFeatures(f, ids, n, i, p1, p2, model.weights.mask, rows);
      label = bestOf(model.weights, rows, k, allowed);
    }
    out[i] = label;
    p2 = p1;
    p1 = label + 1;
  }
}

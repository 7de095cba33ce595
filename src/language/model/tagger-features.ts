import { mix } from "./hash.js";
import * as W from "./words.js";

/* Feature templates of the tagger, straight-line. Order, numbers and hash are the model's format: change them with its version. */

/** What the tagger sees of a sentence: word rows (times FIELDS) in `fields`, ambiguity classes (0 = unknown word), how it is set. */
export interface TaggerInput {
  readonly n: number;
  readonly fields: Int32Array;
  readonly ids: Int32Array;
  readonly sets: Int32Array;
  readonly style: number;
}

export const TAG_FEATURES = 63;

const NORMAL = 0;
const TITLE = 1;
const CAPITALS = 2;

/** Whether a sentence is set in capitals, as a title, or as running text. */
export function styleOf(f: Int32Array, ids: Int32Array, n: number): number {
  let upper = 0;
  let lower = 0;
  let mixed = 0;
  for (let i = 1; i < n; i++) {
    const shape = f[ids[i] + W.SHAPE];
    if (shape & 1) upper++;
    else if (shape & 32) lower++;
    if (shape & 32) mixed++;
  }
  if (upper + lower < 3 || upper < 1.5 * lower) return NORMAL;
  return mixed === 0 ? CAPITALS : TITLE;
}

/** First cells of the first pass's features of token i; p1 and p2 are the labels of the two tokens before (labels + 1, 0 at the start). */
export function tagFeatures(
  { fields: f, ids, n, sets, style }: TaggerInput,
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
  const shape = f[at + W.SHAPE] | (i === 0 ? 128 : 0) | (style << 8);
  const shapeP = before < 0 ? 300 : f[before + W.SHAPE];
  const shapeN = after < 0 ? 301 : f[after + W.SHAPE];
  const c = f[at + W.CLUSTER_256];
  const cn = after < 0 ? 0 : f[after + W.CLUSTER_256];
  const cp = before < 0 ? 0 : f[before + W.CLUSTER_256];
  const cnn = i + 2 < n ? f[ids[i + 2] + W.CLUSTER_256] : 0;
  const d = f[at + W.CLUSTER_1024];
  const dn = after < 0 ? 0 : f[after + W.CLUSTER_1024];
  const a = sets[i];
  const an = after < 0 ? -1 : sets[i + 1];
  const ann = i + 2 < n ? sets[i + 2] : -1;
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
  rows[k++] = mix(39, w, shape, 0) & mask;
  rows[k++] = mix(40, c, shape, 0) & mask;
  rows[k++] = mix(41, d, shape, p1) & mask;
  rows[k++] = mix(42, a, an, 0) & mask;
  rows[k++] = mix(43, a, an, p1) & mask;
  rows[k++] = mix(44, an, ann, p1) & mask;
  rows[k++] = mix(45, w, an, p1) & mask;
  rows[k++] = mix(46, w, an, ann) & mask;
  rows[k++] = mix(47, s3, an, p1) & mask;
  rows[k++] = mix(48, p1, p2, an) & mask;
  rows[k++] = mix(49, p1, p2, c) & mask;
  rows[k++] = mix(50, dn, 0, 0) & mask;
  rows[k++] = mix(51, p1, dn, 0) & mask;
  rows[k++] = mix(52, p1, d, 0) & mask;
  rows[k++] = mix(53, w, cn, p1) & mask;
  rows[k++] = mix(54, w, cp, 0) & mask;
  rows[k++] = mix(55, cn, cnn, a) & mask;
  rows[k++] = mix(56, wpp, wp, 0) & mask;
  rows[k++] = mix(57, wn, wnn, 0) & mask;
  rows[k++] = mix(58, wp, w, wn) & mask;
  rows[k++] = mix(59, p1, shape, shapeN) & mask;
  rows[k++] = mix(60, f[at + W.PREFIX_3], s3, 0) & mask;
  rows[k++] = mix(61, f[at + W.SUFFIX_4], shape, 0) & mask;
  rows[k++] = mix(62, shape, shapeN, wn) & mask;
  rows[k++] = mix(63, style, a, p1) & mask;
  return k;
}

/** Number of labels that the first pass leaves to the second. */
export const CHOICES = 4;
/** How far the second pass looks for a verb. */
const REACH = 7;

/** First cells of the second pass's features of token i, beside those of the first; `guess` holds the labels of the first pass. */
export function secondFeatures(
  { fields: f, ids, n }: TaggerInput,
  kinds: Uint8Array,
  guess: Int32Array,
  i: number,
  p1: number,
  p2: number,
  mask: number,
  rows: Int32Array,
): number {
  const w = f[ids[i] + W.WORD];
  const s3 = f[ids[i] + W.SUFFIX_3];
  const wp = i > 0 ? f[ids[i - 1] + W.WORD] : 7;
  const wn = i + 1 < n ? f[ids[i + 1] + W.WORD] : 8;
  const q = guess[i];
  const q1 = i + 1 < n ? guess[i + 1] : -1;
  const q2 = i + 2 < n ? guess[i + 2] : -1;
  const q3 = i + 3 < n ? guess[i + 3] : -1;
  let verb = -1;
  let noun = 0;
  for (let j = i + 1; j < n && j <= i + REACH; j++) {
    if (kinds[guess[j]] === 1) {
      verb = guess[j];
      break;
    }
    if (kinds[guess[j]] === 2) noun = 1;
  }
  let verbP = -1;
  for (let j = i - 1; j >= 0 && j >= i - REACH; j--)
    if (kinds[guess[j]] === 1) {
      verbP = guess[j];
      break;
    }
  let k = TAG_FEATURES;
  rows[k++] = mix(71, q, 0, 0) & mask;
  rows[k++] = mix(72, q, w, 0) & mask;
  rows[k++] = mix(73, q1, 0, 0) & mask;
  rows[k++] = mix(74, q1, q2, 0) & mask;
  rows[k++] = mix(75, w, q1, 0) & mask;
  rows[k++] = mix(76, p1, q1, 0) & mask;
  rows[k++] = mix(77, p1, w, q1) & mask;
  rows[k++] = mix(78, p1, q1, q2) & mask;
  rows[k++] = mix(79, q, q1, 0) & mask;
  rows[k++] = mix(80, w, q1, q2) & mask;
  rows[k++] = mix(81, p1, p2, q1) & mask;
  rows[k++] = mix(82, q, p1, q1) & mask;
  rows[k++] = mix(83, s3, q1, p1) & mask;
  rows[k++] = mix(84, wn, q1, w) & mask;
  rows[k++] = mix(85, q1, q2, q3) & mask;
  rows[k++] = mix(86, w, verb, noun) & mask;
  rows[k++] = mix(87, w, verb, q1 * 2 + noun) & mask;
  rows[k++] = mix(88, w, verbP, 0) & mask;
  rows[k++] = mix(89, q, verbP, q1) & mask;
  rows[k++] = mix(90, q, verb, p1 * 2 + noun) & mask;
  rows[k++] = mix(91, s3, verbP, p1) & mask;
  rows[k++] = mix(92, w, verbP, verb) & mask;
  rows[k++] = mix(93, wp, w, q1) & mask;
  rows[k++] = mix(94, q, q1, q2 * 256 + p1) & mask;
  return k;
}

export const SECOND_FEATURES = TAG_FEATURES + 24;

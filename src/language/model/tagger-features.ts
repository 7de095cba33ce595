import { MULTIPLIERS, settle } from "./hash.js";
import * as W from "./words.js";

/* Feature templates of the tagger, straight-line. Numbers and hash are the model's format: change them with its version. */

const { imul } = Math;
const [T0, A, B, C] = MULTIPLIERS;

/** What the tagger sees of a sentence: word rows (times FIELDS) in `fields`, ambiguity classes (0 = unknown word), how it is set. */
export interface TaggerInput {
  readonly n: number;
  readonly fields: Int32Array;
  readonly ids: Int32Array;
  readonly sets: Int32Array;
  readonly style: number;
}

export const TAG_FEATURES = 63;
/** Features that the quick classifier of labels goes by; they come first. */
export const QUICK_TAG_FEATURES = 26;

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

/**
 * All features of token i; p1 and p2 are the labels of the two tokens before (labels + 1, 0 at the start).
 */
export function tagFeatures(input: TaggerInput, i: number, p1: number, p2: number, rows: Int32Array): void {
  quickTagFeatures(input, i, p1, p2, rows);
  otherTagFeatures(input, i, p1, p2, rows);
}

/** `rows[0, QUICK_TAG_FEATURES)`. */
export function quickTagFeatures(
  { fields: f, ids, n, sets, style }: TaggerInput,
  i: number,
  p1: number,
  p2: number,
  rows: Int32Array,
): void {
  const at = ids[i];
  const before = i > 0 ? ids[i - 1] : -1;
  const after = i + 1 < n ? ids[i + 1] : -1;
  const w = f[at + W.WORD];
  const wp = before < 0 ? 7 : f[before + W.WORD];
  const wn = after < 0 ? 8 : f[after + W.WORD];
  const s2 = f[at + W.SUFFIX_2];
  const s3 = f[at + W.SUFFIX_3];
  const shape = f[at + W.SHAPE] | (i === 0 ? 128 : 0) | (style << 8);
  const shapeP = before < 0 ? 300 : f[before + W.SHAPE];
  const shapeN = after < 0 ? 301 : f[after + W.SHAPE];
  const c = f[at + W.CLUSTER_256];
  const cn = after < 0 ? 0 : f[after + W.CLUSTER_256];
  const cp = before < 0 ? 0 : f[before + W.CLUSTER_256];
  const a = sets[i];
  const an = after < 0 ? -1 : sets[i + 1];
  const ann = i + 2 < n ? sets[i + 2] : -1;
  let k = 0;
  rows[k++] = imul(1, T0) + imul(w, A);
  rows[k++] = imul(2, T0) + imul(wp, A);
  rows[k++] = imul(3, T0) + imul(wn, A);
  rows[k++] = imul(6, T0) + imul(w, A) + imul(wp, B);
  rows[k++] = imul(7, T0) + imul(w, A) + imul(wn, B);
  rows[k++] = imul(10, T0) + imul(s3, A);
  rows[k++] = imul(11, T0) + imul(f[at + W.SUFFIX_4], A);
  rows[k++] = imul(15, T0) + imul(shape, A);
  rows[k++] = imul(16, T0) + imul(shape, A) + imul(s2, B);
  rows[k++] = imul(17, T0) + imul(p1, A);
  rows[k++] = imul(18, T0) + imul(p1, A) + imul(p2, B);
  rows[k++] = imul(19, T0) + imul(p1, A) + imul(w, B);
  rows[k++] = imul(21, T0) + imul(p1, A) + imul(s3, B);
  rows[k++] = imul(22, T0) + imul(p1, A) + imul(wn, B);
  rows[k++] = imul(26, T0) + imul(shapeP, A) + imul(shape, B) + imul(shapeN, C);
  rows[k++] = imul(30, T0) + imul(c, A);
  rows[k++] = imul(31, T0) + imul(cp, A) + imul(c, B) + imul(cn, C);
  rows[k++] = imul(33, T0) + imul(c, A) + imul(cn, B) + imul(p1, C);
  rows[k++] = imul(36, T0) + imul(cn, A) + imul(w, B);
  rows[k++] = imul(39, T0) + imul(w, A) + imul(shape, B);
  rows[k++] = imul(40, T0) + imul(c, A) + imul(shape, B);
  rows[k++] = imul(42, T0) + imul(a, A) + imul(an, B);
  rows[k++] = imul(43, T0) + imul(a, A) + imul(an, B) + imul(p1, C);
  rows[k++] = imul(45, T0) + imul(w, A) + imul(an, B) + imul(p1, C);
  rows[k++] = imul(46, T0) + imul(w, A) + imul(an, B) + imul(ann, C);
  rows[k++] = imul(47, T0) + imul(s3, A) + imul(an, B) + imul(p1, C);
  settle(rows, 0, k);
}

/** `rows[QUICK_TAG_FEATURES, TAG_FEATURES)`. */
export function otherTagFeatures(
  { fields: f, ids, n, sets, style }: TaggerInput,
  i: number,
  p1: number,
  p2: number,
  rows: Int32Array,
): void {
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
  let k = QUICK_TAG_FEATURES;
  rows[k++] = imul(4, T0) + imul(wpp, A);
  rows[k++] = imul(5, T0) + imul(wnn, A);
  rows[k++] = imul(8, T0) + imul(f[at + W.SUFFIX_1], A);
  rows[k++] = imul(9, T0) + imul(s2, A);
  rows[k++] = imul(12, T0) + imul(f[at + W.PREFIX_1], A);
  rows[k++] = imul(13, T0) + imul(f[at + W.PREFIX_2], A);
  rows[k++] = imul(14, T0) + imul(f[at + W.PREFIX_3], A);
  rows[k++] = imul(20, T0) + imul(p1, A) + imul(p2, B) + imul(w, C);
  rows[k++] = imul(23, T0) + imul(s3p, A);
  rows[k++] = imul(24, T0) + imul(s3n, A);
  rows[k++] = imul(25, T0) + imul(s2n, A) + imul(s3, B);
  rows[k++] = imul(27, T0) + imul(wp, A) + imul(wn, B);
  rows[k++] = imul(28, T0) + imul(p1, A) + imul(s2n, B);
  rows[k++] = imul(29, T0) + imul(p2, A) + imul(w, B);
  rows[k++] = imul(32, T0) + imul(f[at + W.CLUSTER_1024], A);
  rows[k++] = imul(34, T0) + imul(cn, A);
  rows[k++] =
    imul(35, T0) +
    imul(f[at + W.CLUSTER_64], A) +
    imul(after < 0 ? 0 : f[after + W.CLUSTER_64], B) +
    imul(shape, C);
  rows[k++] = imul(37, T0) + imul(wn, A) + imul(wnn, B) + imul(p1, C);
  rows[k++] = imul(38, T0);
  rows[k++] = imul(41, T0) + imul(d, A) + imul(shape, B) + imul(p1, C);
  rows[k++] = imul(44, T0) + imul(an, A) + imul(ann, B) + imul(p1, C);
  rows[k++] = imul(48, T0) + imul(p1, A) + imul(p2, B) + imul(an, C);
  rows[k++] = imul(49, T0) + imul(p1, A) + imul(p2, B) + imul(c, C);
  rows[k++] = imul(50, T0) + imul(dn, A);
  rows[k++] = imul(51, T0) + imul(p1, A) + imul(dn, B);
  rows[k++] = imul(52, T0) + imul(p1, A) + imul(d, B);
  rows[k++] = imul(53, T0) + imul(w, A) + imul(cn, B) + imul(p1, C);
  rows[k++] = imul(54, T0) + imul(w, A) + imul(cp, B);
  rows[k++] = imul(55, T0) + imul(cn, A) + imul(cnn, B) + imul(a, C);
  rows[k++] = imul(56, T0) + imul(wpp, A) + imul(wp, B);
  rows[k++] = imul(57, T0) + imul(wn, A) + imul(wnn, B);
  rows[k++] = imul(58, T0) + imul(wp, A) + imul(w, B) + imul(wn, C);
  rows[k++] = imul(59, T0) + imul(p1, A) + imul(shape, B) + imul(shapeN, C);
  rows[k++] = imul(60, T0) + imul(f[at + W.PREFIX_3], A) + imul(s3, B);
  rows[k++] = imul(61, T0) + imul(f[at + W.SUFFIX_4], A) + imul(shape, B);
  rows[k++] = imul(62, T0) + imul(shape, A) + imul(shapeN, B) + imul(wn, C);
  rows[k++] = imul(63, T0) + imul(style, A) + imul(a, B) + imul(p1, C);
  settle(rows, QUICK_TAG_FEATURES, k);
}

/** Number of labels that the first pass leaves to the second. */
export const CHOICES = 4;
/** How far the second pass looks for a verb. */
const REACH = 7;

/** `rows[TAG_FEATURES, SECOND_FEATURES)`, what the second pass asks of token i beside the rest; `guess` holds the labels of the first pass. */
export function secondFeatures(
  { fields: f, ids, n }: TaggerInput,
  kinds: Uint8Array,
  guess: Int32Array,
  i: number,
  p1: number,
  p2: number,
  rows: Int32Array,
): void {
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
  rows[k++] = imul(71, T0) + imul(q, A);
  rows[k++] = imul(72, T0) + imul(q, A) + imul(w, B);
  rows[k++] = imul(73, T0) + imul(q1, A);
  rows[k++] = imul(74, T0) + imul(q1, A) + imul(q2, B);
  rows[k++] = imul(75, T0) + imul(w, A) + imul(q1, B);
  rows[k++] = imul(76, T0) + imul(p1, A) + imul(q1, B);
  rows[k++] = imul(77, T0) + imul(p1, A) + imul(w, B) + imul(q1, C);
  rows[k++] = imul(78, T0) + imul(p1, A) + imul(q1, B) + imul(q2, C);
  rows[k++] = imul(79, T0) + imul(q, A) + imul(q1, B);
  rows[k++] = imul(80, T0) + imul(w, A) + imul(q1, B) + imul(q2, C);
  rows[k++] = imul(81, T0) + imul(p1, A) + imul(p2, B) + imul(q1, C);
  rows[k++] = imul(82, T0) + imul(q, A) + imul(p1, B) + imul(q1, C);
  rows[k++] = imul(83, T0) + imul(s3, A) + imul(q1, B) + imul(p1, C);
  rows[k++] = imul(84, T0) + imul(wn, A) + imul(q1, B) + imul(w, C);
  rows[k++] = imul(85, T0) + imul(q1, A) + imul(q2, B) + imul(q3, C);
  rows[k++] = imul(86, T0) + imul(w, A) + imul(verb, B) + imul(noun, C);
  rows[k++] = imul(87, T0) + imul(w, A) + imul(verb, B) + imul(q1 * 2 + noun, C);
  rows[k++] = imul(88, T0) + imul(w, A) + imul(verbP, B);
  rows[k++] = imul(89, T0) + imul(q, A) + imul(verbP, B) + imul(q1, C);
  rows[k++] = imul(90, T0) + imul(q, A) + imul(verb, B) + imul(p1 * 2 + noun, C);
  rows[k++] = imul(91, T0) + imul(s3, A) + imul(verbP, B) + imul(p1, C);
  rows[k++] = imul(92, T0) + imul(w, A) + imul(verbP, B) + imul(verb, C);
  rows[k++] = imul(93, T0) + imul(wp, A) + imul(w, B) + imul(q1, C);
  rows[k++] = imul(94, T0) + imul(q, A) + imul(q1, B) + imul(q2 * 256 + p1, C);
  settle(rows, TAG_FEATURES, k);
}

export const SECOND_FEATURES = TAG_FEATURES + 24;

import { MULTIPLIERS, settle } from "./hash.js";
import type { ParseState } from "./parse-state.js";
import type { ParserInput } from "./parser-input.js";
import { SUFFIX_3 } from "./words.js";

/* Feature templates of the labels of the parser's arcs, straight-line. Numbers and hash are the model's format: change them with its version. */

const { imul } = Math;
const [T0, A, B, C] = MULTIPLIERS;

export const LABEL_FEATURES = 52;
/** Features that the quick classifier of labels goes by; they come first. */
export const QUICK_LABEL_FEATURES = 22;

const cap = (n: number, most: number): number => (n < most ? n : most);

/** All features for the label of the arc from head h to token m (h = n is the root). */
export function labelFeatures(s: ParseState, p: ParserInput, h: number, m: number, rows: Int32Array): void {
  quickLabelFeatures(s, p, h, m, rows);
  otherLabelFeatures(s, p, h, m, rows);
}

/** `rows[0, QUICK_LABEL_FEATURES)`. */
export function quickLabelFeatures(
  s: ParseState,
  p: ParserInput,
  h: number,
  m: number,
  rows: Int32Array,
): void {
  const { n, words, tags, commas, verbs } = p;
  const R = (i: number): number => (i < 0 ? -1 : s.labels[i]);
  const dir = h === n ? 2 : h < m ? 0 : 1;
  const dist = cap(Math.abs(h - m), 6);
  const wh = words[h + 2];
  const wm = words[m + 2];
  const th = tags[h + 2];
  const tm = tags[m + 2];
  const mm = words[s.marker[m] + 2];
  const rl = R(s.left[m]);
  const rr = R(s.right[m]);
  const rlh = h < n ? R(s.left[h]) : -1;
  const rrh = h < n ? R(s.right[h]) : -1;
  const low = h < m ? h : m;
  const high = (h < m ? m : h) - 1;
  const between = cap(commas[high] - commas[low], 2) + 3 * cap(verbs[high] - verbs[low], 2);
  const lm = s.leftSet[m];
  const rm = s.rightSet[m];
  const lh = h < n ? s.leftSet[h] : -2;
  const rh = h < n ? s.rightSet[h] : -2;
  rows[0] = imul(301, T0) + imul(wm, A) + imul(dir, B);
  rows[1] = imul(305, T0) + imul(th, A) + imul(tm, B) + imul(dir, C);
  rows[2] = imul(306, T0) + imul(wh, A) + imul(wm, B) + imul(dir, C);
  rows[3] = imul(307, T0) + imul(wh, A) + imul(tm, B) + imul(dir, C);
  rows[4] = imul(308, T0) + imul(th, A) + imul(wm, B) + imul(dir, C);
  rows[5] = imul(310, T0) + imul(th, A) + imul(tm, B) + imul(dist * 4 + dir, C);
  rows[6] = imul(311, T0) + imul(tags[m + 1], A) + imul(tm, B) + imul(tags[m + 3], C);
  rows[7] = imul(312, T0) + imul(th, A) + imul(tags[h + 3], B) + imul(tm, C);
  rows[8] = imul(313, T0) + imul(mm, A) + imul(tm, B) + imul(dir, C);
  rows[9] = imul(314, T0) + imul(mm, A) + imul(th, B) + imul(tm, C);
  rows[10] = imul(315, T0) + imul(mm, A) + imul(wh, B) + imul(tm, C);
  rows[11] = imul(316, T0) + imul(rl, A) + imul(tm, B) + imul(th, C);
  rows[12] = imul(317, T0) + imul(rr, A) + imul(tm, B) + imul(th, C);
  rows[13] = imul(320, T0) + imul(rlh, A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[14] = imul(321, T0) + imul(rrh, A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[15] = imul(323, T0) + imul(s.leftCount[m], A) + imul(s.rightCount[m], B) + imul(tm, C);
  rows[16] = imul(325, T0) + imul(wm, A) + imul(mm, B) + imul(dir, C);
  rows[17] = imul(332, T0) + imul(lm, A) + imul(rm, B) + imul(tm * 4 + dir, C);
  rows[18] = imul(334, T0) + imul(lh, A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[19] = imul(335, T0) + imul(rh, A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[20] = imul(337, T0) + imul(lh, A) + imul(rh, B) + imul(tm * 4 + dir, C);
  rows[21] = imul(338, T0) + imul(between, A) + imul(th, B) + imul(tm * 4 + dir, C);
  settle(rows, 0, QUICK_LABEL_FEATURES);
}

/** `rows[QUICK_LABEL_FEATURES, LABEL_FEATURES)`. */
export function otherLabelFeatures(
  s: ParseState,
  p: ParserInput,
  h: number,
  m: number,
  rows: Int32Array,
): void {
  const { n, fields, ids, words, clusters, fine, tags } = p;
  const dir = h === n ? 2 : h < m ? 0 : 1;
  const dist = cap(Math.abs(h - m), 6);
  const wh = words[h + 2];
  const wm = words[m + 2];
  const th = tags[h + 2];
  const tm = tags[m + 2];
  const cm = clusters[m + 2];
  const ch = clusters[h + 2];
  const km = fine[m + 2];
  const kh = fine[h + 2];
  const mm = words[s.marker[m] + 2];
  const wl = words[s.left[m] + 2];
  const lm = s.leftSet[m];
  const rh = h < n ? s.rightSet[h] : -2;
  const s3m = fields[ids[m] + SUFFIX_3];
  const s3h = h < n ? fields[ids[h] + SUFFIX_3] : 5;
  rows[22] = imul(302, T0) + imul(wh, A) + imul(dir, B);
  rows[23] = imul(303, T0) + imul(tm, A) + imul(dir, B);
  rows[24] = imul(304, T0) + imul(th, A) + imul(dir, B);
  rows[25] = imul(309, T0) + imul(tm, A) + imul(dist, B) + imul(dir, C);
  rows[26] = imul(318, T0) + imul(words[m + 1], A) + imul(tm, B) + imul(dir, C);
  rows[27] = imul(319, T0) + imul(words[m + 3], A) + imul(tm, B) + imul(dir, C);
  rows[28] = imul(322, T0) + imul(wl, A) + imul(tm, B) + imul(dir, C);
  rows[29] = imul(324, T0) + imul(tags[h + 1], A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[30] = imul(326, T0) + imul(cm, A) + imul(ch, B) + imul(dir, C);
  rows[31] = imul(327, T0) + imul(ch, A) + imul(tm, B) + imul(mm, C);
  rows[32] = imul(328, T0) + imul(cm, A) + imul(th, B) + imul(mm, C);
  rows[33] = imul(329, T0) + imul(km, A) + imul(tm, B) + imul(dir, C);
  rows[34] = imul(330, T0) + imul(kh, A) + imul(tm, B) + imul(mm, C);
  rows[35] = imul(331, T0);
  rows[36] = imul(333, T0) + imul(lm, A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[37] = imul(336, T0) + imul(rh, A) + imul(wh, B) + imul(tm * 4 + dir, C);
  rows[38] = imul(339, T0) + imul(s3m, A) + imul(tm, B) + imul(dir, C);
  rows[39] = imul(340, T0) + imul(s3h, A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[40] = imul(341, T0) + imul(words[m + 1], A) + imul(wm, B) + imul(dir, C);
  rows[41] = imul(342, T0) + imul(wm, A) + imul(words[m + 3], B) + imul(dir, C);
  rows[42] = imul(343, T0) + imul(tags[m + 1], A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[43] = imul(344, T0) + imul(tags[m + 3], A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[44] = imul(345, T0) + imul(tags[m + 3], A) + imul(tags[m + 4], B) + imul(tm * 4 + dir, C);
  rows[45] = imul(346, T0) + imul(words[h + 1], A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[46] = imul(347, T0) + imul(h < n ? words[h + 3] : 13, A) + imul(th, B) + imul(tm * 4 + dir, C);
  rows[47] = imul(348, T0) + imul(km, A) + imul(kh, B) + imul(mm, C);
  rows[48] = imul(349, T0) + imul(km, A) + imul(mm, B) + imul(th * 4 + dir, C);
  rows[49] = imul(350, T0) + imul(cm, A) + imul(lm, B) + imul(th * 4 + dir, C);
  rows[50] = imul(351, T0) + imul(h < n ? words[s.left[h] + 2] : 14, A) + imul(wh, B) + imul(tm, C);
  rows[51] = imul(352, T0) + imul(ch, A) + imul(tm, B) + imul(rh, C);
  settle(rows, QUICK_LABEL_FEATURES, LABEL_FEATURES);
}

import { MULTIPLIERS, settle } from "./hash.js";
import type { ParseState } from "./parse-state.js";
import type { ParserInput } from "./parser-input.js";

/* Feature templates of the parser's actions, straight-line. Numbers and hash are the model's format: change them with its version. */

const { imul } = Math;
const [T0, A, B, C] = MULTIPLIERS;

export const ACTION_FEATURES = 144;
/** Features that the quick classifier of actions goes by; they come first. */
export const QUICK_ACTION_FEATURES = 45;

const cap = (n: number, most: number): number => (n < most ? n : most);

/** All features for the choice between shift, left and right. */
export function actionFeatures(s: ParseState, p: ParserInput, rows: Int32Array): void {
  quickActionFeatures(s, p, rows);
  otherActionFeatures(s, p, rows);
}

/** `rows[0, QUICK_ACTION_FEATURES)`. */
export function quickActionFeatures(s: ParseState, p: ParserInput, rows: Int32Array): void {
  const { n, words, fine, tags, commas, verbs, conjunctions } = p;
  const R = (i: number): number => (i < 0 ? -1 : s.labels[i]);
  const s0 = s.depth > 0 ? s.stack[s.depth - 1] : -1;
  const s1 = s.depth > 1 ? s.stack[s.depth - 2] : -1;
  const s2 = s.depth > 2 ? s.stack[s.depth - 3] : -1;
  const b = s.front;
  const b1 = b + 1 <= n ? b + 1 : -1;
  const b2 = b + 2 <= n ? b + 2 : -1;
  const inside = b < n;
  const l0 = s0 < 0 ? -1 : s.left[s0];
  const r0 = s0 < 0 ? -1 : s.right[s0];
  const l1 = s1 < 0 ? -1 : s.left[s1];
  const r1 = s1 < 0 ? -1 : s.right[s1];
  const lb = inside ? s.left[b] : -1;
  const w0 = words[s0 + 2];
  const w1 = words[s1 + 2];
  const wb = words[b + 2];
  const t0 = tags[s0 + 2];
  const t1 = tags[s1 + 2];
  const t2 = tags[s2 + 2];
  const tb = tags[b + 2];
  const tb1 = tags[b1 + 2];
  const tb2 = tags[b2 + 2];
  const tr0 = tags[r0 + 2];
  const tlb = tags[lb + 2];
  const tr1 = tags[r1 + 2];
  const k0 = fine[s0 + 2];
  const k1 = fine[s1 + 2];
  const kb = fine[b + 2];
  const rl0 = R(l0);
  const rr0 = R(r0);
  const rl1 = R(l1);
  const rr1 = R(r1);
  const rlb = R(lb);
  const rlb2 = inside ? R(s.left2[b]) : -1;
  const m0 = words[(s0 < 0 ? -1 : s.marker[s0]) + 2];
  const d = cap(b - s0, 10);
  const d1 = cap(s0 - s1, 10);
  const last = cap(b, n) - 1;
  const ls0 = s0 < 0 ? 0 : s.leftSet[s0];
  const rs0 = s0 < 0 ? 0 : s.rightSet[s0];
  const rs1 = s1 < 0 ? 0 : s.rightSet[s1];
  const between =
    s0 < 0
      ? 99
      : cap(commas[last] - commas[s0], 2) +
        3 * cap(verbs[last] - verbs[s0], 2) +
        9 * cap(conjunctions[last] - conjunctions[s0], 1);
  const between1 =
    s1 < 0
      ? 99
      : cap(commas[s0] - commas[s1], 2) +
        3 * cap(verbs[s0 - 1] - verbs[s1], 2) +
        9 * cap(conjunctions[s0 - 1] - conjunctions[s1], 1);
  const tpb = tags[b + 1];
  const tp0 = tags[s0 + 1];
  const tn0 = s0 < 0 ? 903 : tags[s0 + 3];
  const tn1 = s1 < 0 ? 903 : tags[s1 + 3];
  rows[0] = imul(105, T0) + imul(t0, A);
  rows[1] = imul(106, T0) + imul(t1, A);
  rows[2] = imul(107, T0) + imul(tb, A);
  rows[3] = imul(108, T0) + imul(tb1, A);
  rows[4] = imul(111, T0) + imul(w0, A) + imul(t0, B);
  rows[5] = imul(113, T0) + imul(wb, A) + imul(tb, B);
  rows[6] = imul(116, T0) + imul(w0, A) + imul(wb, B);
  rows[7] = imul(117, T0) + imul(w0, A) + imul(tb, B);
  rows[8] = imul(118, T0) + imul(t0, A) + imul(wb, B);
  rows[9] = imul(119, T0) + imul(t0, A) + imul(tb, B);
  rows[10] = imul(120, T0) + imul(w0, A) + imul(t0, B) + imul(tb, C);
  rows[11] = imul(121, T0) + imul(t0, A) + imul(wb, B) + imul(tb, C);
  rows[12] = imul(122, T0) + imul(w1, A) + imul(w0, B);
  rows[13] = imul(123, T0) + imul(w1, A) + imul(t0, B);
  rows[14] = imul(124, T0) + imul(t1, A) + imul(w0, B);
  rows[15] = imul(125, T0) + imul(t1, A) + imul(t0, B);
  rows[16] = imul(126, T0) + imul(w1, A) + imul(t1, B) + imul(t0, C);
  rows[17] = imul(127, T0) + imul(t1, A) + imul(t0, B) + imul(tb, C);
  rows[18] = imul(128, T0) + imul(t0, A) + imul(tb, B) + imul(tb1, C);
  rows[19] = imul(129, T0) + imul(t2, A) + imul(t1, B) + imul(t0, C);
  rows[20] = imul(130, T0) + imul(w0, A) + imul(tb, B) + imul(tb1, C);
  rows[21] = imul(131, T0) + imul(t0, A) + imul(wb, B) + imul(tb1, C);
  rows[22] = imul(132, T0) + imul(tb, A) + imul(tb1, B) + imul(tb2, C);
  rows[23] = imul(134, T0) + imul(t1, A) + imul(w0, B) + imul(tb, C);
  rows[24] = imul(137, T0) + imul(t0, A) + imul(tr0, B) + imul(tb, C);
  rows[25] = imul(138, T0) + imul(t0, A) + imul(tlb, B) + imul(tb, C);
  rows[26] = imul(139, T0) + imul(t1, A) + imul(tr1, B) + imul(t0, C);
  rows[27] = imul(143, T0) + imul(tr1, A) + imul(t0, B) + imul(tb, C);
  rows[28] = imul(148, T0) + imul(t0, A) + imul(rl0, B) + imul(rr0, C);
  rows[29] = imul(149, T0) + imul(t1, A) + imul(rl1, B) + imul(rr1, C);
  rows[30] = imul(150, T0) + imul(tb, A) + imul(rlb, B) + imul(rlb2, C);
  rows[31] = imul(154, T0) + imul(d, A) + imul(t0, B) + imul(tb, C);
  rows[32] = imul(157, T0) + imul(d1, A) + imul(t1, B) + imul(t0, C);
  rows[33] = imul(171, T0) + imul(m0, A) + imul(t0, B) + imul(tb, C);
  rows[34] = imul(195, T0) + imul(k0, A) + imul(kb, B);
  rows[35] = imul(196, T0) + imul(k1, A) + imul(k0, B);
  rows[36] = imul(205, T0) + imul(ls0, A) + imul(t0, B) + imul(tb, C);
  rows[37] = imul(206, T0) + imul(rs0, A) + imul(t0, B) + imul(tb, C);
  rows[38] = imul(207, T0) + imul(rs1, A) + imul(t1, B) + imul(t0, C);
  rows[39] = imul(215, T0) + imul(between, A) + imul(t0, B) + imul(tb, C);
  rows[40] = imul(216, T0) + imul(between1, A) + imul(t1, B) + imul(t0, C);
  rows[41] = imul(221, T0) + imul(tp0, A) + imul(t0, B) + imul(tb, C);
  rows[42] = imul(222, T0) + imul(tn0, A) + imul(t0, B) + imul(tb, C);
  rows[43] = imul(223, T0) + imul(tpb, A) + imul(t0, B) + imul(tb, C);
  rows[44] = imul(224, T0) + imul(tn1, A) + imul(t1, B) + imul(t0, C);
  settle(rows, 0, QUICK_ACTION_FEATURES);
}

/** `rows[QUICK_ACTION_FEATURES, ACTION_FEATURES)`. */
export function otherActionFeatures(s: ParseState, p: ParserInput, rows: Int32Array): void {
  const { n, words, clusters, fine, tags, upos, commas, verbs, conjunctions } = p;
  const R = (i: number): number => (i < 0 ? -1 : s.labels[i]);
  const s0 = s.depth > 0 ? s.stack[s.depth - 1] : -1;
  const s1 = s.depth > 1 ? s.stack[s.depth - 2] : -1;
  const s2 = s.depth > 2 ? s.stack[s.depth - 3] : -1;
  const b = s.front;
  const b1 = b + 1 <= n ? b + 1 : -1;
  const b2 = b + 2 <= n ? b + 2 : -1;
  const inside = b < n;
  const l0 = s0 < 0 ? -1 : s.left[s0];
  const r0 = s0 < 0 ? -1 : s.right[s0];
  const l1 = s1 < 0 ? -1 : s.left[s1];
  const r1 = s1 < 0 ? -1 : s.right[s1];
  const lb = inside ? s.left[b] : -1;
  const w0 = words[s0 + 2];
  const w1 = words[s1 + 2];
  const wb = words[b + 2];
  const wb1 = words[b1 + 2];
  const wb2 = words[b2 + 2];
  const wl0 = words[l0 + 2];
  const wr0 = words[r0 + 2];
  const wr1 = words[r1 + 2];
  const t0 = tags[s0 + 2];
  const t1 = tags[s1 + 2];
  const t2 = tags[s2 + 2];
  const tb = tags[b + 2];
  const tb1 = tags[b1 + 2];
  const tb2 = tags[b2 + 2];
  const tl0 = tags[l0 + 2];
  const tr0 = tags[r0 + 2];
  const tl1 = tags[l1 + 2];
  const u0 = upos[s0 + 2];
  const u1 = upos[s1 + 2];
  const u2 = upos[s2 + 2];
  const ub = upos[b + 2];
  const ub1 = upos[b1 + 2];
  const ub2 = upos[b2 + 2];
  const c0 = clusters[s0 + 2];
  const c1 = clusters[s1 + 2];
  const cb = clusters[b + 2];
  const cb1 = clusters[b1 + 2];
  const k0 = fine[s0 + 2];
  const k1 = fine[s1 + 2];
  const kb = fine[b + 2];
  const rl0 = R(l0);
  const rr0 = R(r0);
  const rr1 = R(r1);
  const rlb = R(lb);
  const rl02 = s0 < 0 ? -1 : R(s.left2[s0]);
  const rr02 = s0 < 0 ? -1 : R(s.right2[s0]);
  const rr12 = s1 < 0 ? -1 : R(s.right2[s1]);
  const m0 = words[(s0 < 0 ? -1 : s.marker[s0]) + 2];
  const m1 = words[(s1 < 0 ? -1 : s.marker[s1]) + 2];
  const mb = words[(inside ? s.marker[b] : -1) + 2];
  const vl0 = s0 < 0 ? 9 : cap(s.leftCount[s0], 4);
  const vr0 = s0 < 0 ? 9 : cap(s.rightCount[s0], 4);
  const vlb = inside ? cap(s.leftCount[b], 4) : 9;
  const vr1 = s1 < 0 ? 9 : cap(s.rightCount[s1], 4);
  const d = cap(b - s0, 10);
  const d1 = cap(s0 - s1, 10);
  const comma = s0 < 0 ? 0 : cap(commas[cap(b, n - 1)] - commas[s0], 3);
  const comma1 = s1 < 0 ? 0 : cap(commas[s0] - commas[s1], 3);
  const b3 = b + 3 <= n ? b + 3 : -1;
  const last = cap(b, n) - 1;
  const ls0 = s0 < 0 ? 0 : s.leftSet[s0];
  const rs0 = s0 < 0 ? 0 : s.rightSet[s0];
  const rs1 = s1 < 0 ? 0 : s.rightSet[s1];
  const ls1 = s1 < 0 ? 0 : s.leftSet[s1];
  const lsb = inside ? s.leftSet[b] : 0;
  const between =
    s0 < 0
      ? 99
      : cap(commas[last] - commas[s0], 2) +
        3 * cap(verbs[last] - verbs[s0], 2) +
        9 * cap(conjunctions[last] - conjunctions[s0], 1);
  const between1 =
    s1 < 0
      ? 99
      : cap(commas[s0] - commas[s1], 2) +
        3 * cap(verbs[s0 - 1] - verbs[s1], 2) +
        9 * cap(conjunctions[s0 - 1] - conjunctions[s1], 1);
  const tb3 = tags[b3 + 2];
  const mr0 = words[(r0 < 0 ? -1 : s.marker[r0]) + 2];
  const mr1 = words[(r1 < 0 ? -1 : s.marker[r1]) + 2];
  const w2 = words[s2 + 2];
  rows[45] = imul(101, T0) + imul(w0, A);
  rows[46] = imul(102, T0) + imul(w1, A);
  rows[47] = imul(103, T0) + imul(wb, A);
  rows[48] = imul(104, T0) + imul(wb1, A);
  rows[49] = imul(109, T0) + imul(words[s2 + 2], A);
  rows[50] = imul(110, T0) + imul(t2, A);
  rows[51] = imul(112, T0) + imul(w1, A) + imul(t1, B);
  rows[52] = imul(114, T0) + imul(wb1, A) + imul(tb1, B);
  rows[53] = imul(115, T0) + imul(wb2, A) + imul(tb2, B);
  rows[54] = imul(133, T0) + imul(w1, A) + imul(t0, B) + imul(tb, C);
  rows[55] = imul(135, T0) + imul(t1, A) + imul(t0, B) + imul(wb, C);
  rows[56] = imul(136, T0) + imul(t0, A) + imul(tl0, B) + imul(tb, C);
  rows[57] = imul(140, T0) + imul(t1, A) + imul(tl1, B) + imul(t0, C);
  rows[58] = imul(141, T0) + imul(t0, A) + imul(tl0, B) + imul(t1, C);
  rows[59] = imul(142, T0) + imul(t0, A) + imul(tr0, B) + imul(t1, C);
  rows[60] = imul(144, T0) + imul(w0, A) + imul(rl0, B);
  rows[61] = imul(145, T0) + imul(w0, A) + imul(rr0, B);
  rows[62] = imul(146, T0) + imul(w1, A) + imul(rr1, B);
  rows[63] = imul(147, T0) + imul(wb, A) + imul(rlb, B);
  rows[64] = imul(151, T0) + imul(t0, A) + imul(rr0, B) + imul(rr02, C);
  rows[65] = imul(152, T0) + imul(t0, A) + imul(rl0, B) + imul(rl02, C);
  rows[66] = imul(153, T0) + imul(t1, A) + imul(rr1, B) + imul(rr12, C);
  rows[67] = imul(155, T0) + imul(d, A) + imul(w0, B);
  rows[68] = imul(156, T0) + imul(d, A) + imul(wb, B);
  rows[69] = imul(158, T0) + imul(d1, A) + imul(w0, B);
  rows[70] = imul(159, T0) + imul(d1, A) + imul(w1, B);
  rows[71] = imul(160, T0) + imul(d, A) + imul(w0, B) + imul(wb, C);
  rows[72] = imul(161, T0) + imul(d1, A) + imul(w1, B) + imul(w0, C);
  rows[73] = imul(162, T0) + imul(w0, A) + imul(vr0, B) + imul(vl0, C);
  rows[74] = imul(163, T0) + imul(t0, A) + imul(vr0, B) + imul(vl0, C);
  rows[75] = imul(164, T0) + imul(wb, A) + imul(vlb, B);
  rows[76] = imul(165, T0) + imul(tb, A) + imul(vlb, B);
  rows[77] = imul(166, T0) + imul(w1, A) + imul(vr1, B);
  rows[78] = imul(167, T0) + imul(t1, A) + imul(vr1, B);
  rows[79] = imul(168, T0) + imul(t0, A) + imul(t1, B) + imul(tb * 1024 + tb1, C);
  rows[80] = imul(169, T0) + imul(u0, A) + imul(u1, B) + imul(u2 * 64 + ub, C);
  rows[81] = imul(170, T0) + imul(u0, A) + imul(ub, B) + imul(ub1 * 64 + ub2, C);
  rows[82] = imul(172, T0) + imul(m0, A) + imul(w0, B) + imul(t1, C);
  rows[83] = imul(173, T0) + imul(mb, A) + imul(tb, B) + imul(t0, C);
  rows[84] = imul(174, T0) + imul(wl0, A) + imul(t0, B) + imul(tb, C);
  rows[85] = imul(175, T0) + imul(wr0, A) + imul(t0, B) + imul(tb, C);
  rows[86] = imul(176, T0) + imul(wr1, A) + imul(t1, B) + imul(t0, C);
  rows[87] = imul(177, T0) + imul(w1, A) + imul(tr0, B) + imul(t0, C);
  rows[88] = imul(178, T0) + imul(w1, A) + imul(wl0, B) + imul(t0, C);
  rows[89] = imul(179, T0) + imul(w0, A) + imul(wb1, B) + imul(tb, C);
  rows[90] = imul(180, T0) + imul(w1, A) + imul(wb, B) + imul(t0, C);
  rows[91] = imul(181, T0) + imul(w1, A) + imul(tb, B) + imul(t0, C);
  rows[92] = imul(182, T0) + imul(tb1, A) + imul(tb2, B) + imul(w0, C);
  rows[93] = imul(183, T0) + imul(wb, A) + imul(wb1, B);
  rows[94] = imul(184, T0) + imul(t1, A) + imul(tb, B) + imul(tb1, C);
  rows[95] = imul(185, T0) + imul(w1, A) + imul(tb, B);
  rows[96] = imul(186, T0) + imul(u0, A) + imul(u1, B) + imul(ub * 64 + ub1, C);
  rows[97] = imul(187, T0) + imul(t0, A) + imul(tb, B) + imul(tb1 * 1024 + tb2, C);
  rows[98] = imul(188, T0) + imul(rr0, A) + imul(w0, B) + imul(tb, C);
  rows[99] = imul(189, T0) + imul(c0, A) + imul(cb, B) + imul(d, C);
  rows[100] = imul(190, T0) + imul(c1, A) + imul(c0, B) + imul(d1, C);
  rows[101] = imul(191, T0) + imul(c0, A) + imul(tb, B) + imul(t0, C);
  rows[102] = imul(192, T0) + imul(cb, A) + imul(t0, B) + imul(tb, C);
  rows[103] = imul(193, T0) + imul(c1, A) + imul(t0, B) + imul(t1, C);
  rows[104] = imul(194, T0) + imul(c0, A) + imul(cb1, B) + imul(tb, C);
  rows[105] = imul(197, T0) + imul(k0, A) + imul(tb, B);
  rows[106] = imul(198, T0) + imul(kb, A) + imul(t0, B);
  rows[107] = imul(199, T0) + imul(m0, A) + imul(cb, B) + imul(t0, C);
  rows[108] = imul(200, T0) + imul(m0, A) + imul(c1, B) + imul(c0, C);
  rows[109] = imul(201, T0) + imul(comma, A) + imul(t0, B) + imul(tb, C);
  rows[110] = imul(202, T0) + imul(comma1, A) + imul(t1, B) + imul(t0, C);
  rows[111] = imul(203, T0) + imul(m1, A) + imul(t1, B) + imul(w0, C);
  rows[112] = imul(204, T0);
  rows[113] = imul(208, T0) + imul(lsb, A) + imul(tb, B) + imul(t0, C);
  rows[114] = imul(209, T0) + imul(w0, A) + imul(rs0, B) + imul(ub, C);
  rows[115] = imul(210, T0) + imul(w1, A) + imul(rs1, B) + imul(u0, C);
  rows[116] = imul(211, T0) + imul(wb, A) + imul(lsb, B) + imul(u0, C);
  rows[117] = imul(212, T0) + imul(w0, A) + imul(ls0, B) + imul(rs0, C);
  rows[118] = imul(213, T0) + imul(ls1, A) + imul(rs1, B) + imul(t1, C);
  rows[119] = imul(214, T0) + imul(ls0, A) + imul(rs0, B) + imul(t0 * 1024 + ub, C);
  rows[120] = imul(217, T0) + imul(between1, A) + imul(w1, B) + imul(t0, C);
  rows[121] = imul(218, T0) + imul(between, A) + imul(u0 * 64 + ub, B) + imul(u1, C);
  rows[122] = imul(219, T0) + imul(tb1, A) + imul(tb2, B) + imul(tb3, C);
  rows[123] = imul(220, T0) + imul(tb, A) + imul(tb1, B) + imul(tb2 * 1024 + tb3, C);
  rows[124] = imul(225, T0) + imul(words[b + 1], A) + imul(t0, B) + imul(tb, C);
  rows[125] = imul(226, T0) + imul(mr0, A) + imul(t0, B) + imul(tb, C);
  rows[126] = imul(227, T0) + imul(mr1, A) + imul(t1, B) + imul(m0, C);
  rows[127] = imul(228, T0) + imul(mr0, A) + imul(w0, B) + imul(wb, C);
  rows[128] = imul(229, T0) + imul(w1, A) + imul(wb, B);
  rows[129] = imul(230, T0) + imul(t1, A) + imul(tb, B) + imul(d1, C);
  rows[130] = imul(231, T0) + imul(c1, A) + imul(cb, B) + imul(t0, C);
  rows[131] = imul(232, T0) + imul(c1, A) + imul(c0, B) + imul(cb, C);
  rows[132] = imul(233, T0) + imul(k1, A) + imul(m0, B) + imul(t0, C);
  rows[133] = imul(234, T0) + imul(k1, A) + imul(m0, B) + imul(k0, C);
  rows[134] = imul(235, T0) + imul(w2, A) + imul(t1, B) + imul(t0, C);
  rows[135] = imul(236, T0) + imul(t2, A) + imul(t1, B) + imul(t0 * 1024 + tb, C);
  rows[136] = imul(237, T0) + imul(w2, A) + imul(w0, B) + imul(t0, C);
  rows[137] = imul(238, T0) + imul(w1, A) + imul(w0, B) + imul(wb, C);
  rows[138] = imul(239, T0) + imul(s.depth < 5 ? s.depth : 5, A) + imul(t0, B) + imul(tb, C);
  rows[139] = imul(240, T0) + imul(c0, A) + imul(rs0, B) + imul(tb, C);
  rows[140] = imul(241, T0) + imul(c1, A) + imul(rs1, B) + imul(t0, C);
  rows[141] = imul(242, T0) + imul(k0, A) + imul(kb, B) + imul(d, C);
  rows[142] = imul(243, T0) + imul(rl0, A) + imul(rr1, B) + imul(t0 * 1024 + t1, C);
  rows[143] = imul(244, T0) + imul(m1, A) + imul(m0, B) + imul(t1 * 1024 + t0, C);
  settle(rows, QUICK_ACTION_FEATURES, ACTION_FEATURES);
}

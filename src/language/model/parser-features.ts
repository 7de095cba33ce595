import { mix } from "./hash.js";
import type { ParseState } from "./parse-state.js";
import type { ParserInput } from "./parser-input.js";
import * as F from "./words.js";

/* Feature templates of the parser, straight-line. Order, numbers and hash are the model's format: change them with its version. */

export const ACTION_FEATURES = 144;
export const LABEL_FEATURES = 52;

const cap = (n: number, most: number): number => (n < most ? n : most);

/** Rows for the choice between shift, left and right. */
export function actionFeatures(s: ParseState, p: ParserInput, mask: number, rows: Int32Array): void {
  const { n, fields, ids, tags, upos, commas, verbs, conjunctions } = p;
  const W = (i: number): number => (i < 0 ? 11 : i >= n ? 12 : fields[ids[i] + F.WORD]);
  const C = (i: number): number => (i < 0 || i >= n ? 600 : fields[ids[i] + F.CLUSTER_256]);
  const K = (i: number): number => (i < 0 || i >= n ? 2000 : fields[ids[i] + F.CLUSTER_1024]);
  const T = (i: number): number => (i < 0 ? 901 : i >= n ? 902 : tags[i]);
  const U = (i: number): number => (i < 0 ? 41 : i >= n ? 42 : upos[i]);
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
  const w0 = W(s0),
    w1 = W(s1),
    wb = W(b),
    wb1 = W(b1),
    wb2 = W(b2),
    wl0 = W(l0),
    wr0 = W(r0),
    wr1 = W(r1);
  const t0 = T(s0),
    t1 = T(s1),
    t2 = T(s2),
    tb = T(b),
    tb1 = T(b1),
    tb2 = T(b2);
  const tl0 = T(l0),
    tr0 = T(r0),
    tlb = T(lb),
    tl1 = T(l1),
    tr1 = T(r1);
  const u0 = U(s0),
    u1 = U(s1),
    u2 = U(s2),
    ub = U(b),
    ub1 = U(b1),
    ub2 = U(b2);
  const c0 = C(s0),
    c1 = C(s1),
    cb = C(b),
    cb1 = C(b1),
    k0 = K(s0),
    k1 = K(s1),
    kb = K(b);
  const rl0 = R(l0),
    rr0 = R(r0),
    rl1 = R(l1),
    rr1 = R(r1),
    rlb = R(lb);
  const rl02 = s0 < 0 ? -1 : R(s.left2[s0]);
  const rr02 = s0 < 0 ? -1 : R(s.right2[s0]);
  const rr12 = s1 < 0 ? -1 : R(s.right2[s1]);
  const rlb2 = inside ? R(s.left2[b]) : -1;
  const m0 = W(s0 < 0 ? -1 : s.marker[s0]),
    m1 = W(s1 < 0 ? -1 : s.marker[s1]),
    mb = W(inside ? s.marker[b] : -1);
  const vl0 = s0 < 0 ? 9 : cap(s.leftCount[s0], 4),
    vr0 = s0 < 0 ? 9 : cap(s.rightCount[s0], 4);
  const vlb = inside ? cap(s.leftCount[b], 4) : 9,
    vr1 = s1 < 0 ? 9 : cap(s.rightCount[s1], 4);
  const d = cap(b - s0, 10),
    d1 = cap(s0 - s1, 10);
  const comma = s0 < 0 ? 0 : cap(commas[cap(b, n - 1)] - commas[s0], 3),
    comma1 = s1 < 0 ? 0 : cap(commas[s0] - commas[s1], 3);
  const b3 = b + 3 <= n ? b + 3 : -1;
  const last = cap(b, n) - 1;
  const ls0 = s0 < 0 ? 0 : s.leftSet[s0],
    rs0 = s0 < 0 ? 0 : s.rightSet[s0],
    rs1 = s1 < 0 ? 0 : s.rightSet[s1],
    ls1 = s1 < 0 ? 0 : s.leftSet[s1],
    lsb = inside ? s.leftSet[b] : 0;
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
  const tb3 = T(b3),
    tpb = T(b - 1),
    tp0 = T(s0 - 1),
    tn0 = s0 < 0 ? 903 : T(s0 + 1),
    tn1 = s1 < 0 ? 903 : T(s1 + 1);
  const mr0 = W(r0 < 0 ? -1 : s.marker[r0]),
    mr1 = W(r1 < 0 ? -1 : s.marker[r1]),
    w2 = W(s2);
  rows[0] = mix(101, w0, 0, 0) & mask;
  rows[1] = mix(102, w1, 0, 0) & mask;
  rows[2] = mix(103, wb, 0, 0) & mask;
  rows[3] = mix(104, wb1, 0, 0) & mask;
  rows[4] = mix(105, t0, 0, 0) & mask;
  rows[5] = mix(106, t1, 0, 0) & mask;
  rows[6] = mix(107, tb, 0, 0) & mask;
  rows[7] = mix(108, tb1, 0, 0) & mask;
  rows[8] = mix(109, W(s2), 0, 0) & mask;
  rows[9] = mix(110, t2, 0, 0) & mask;
  rows[10] = mix(111, w0, t0, 0) & mask;
  rows[11] = mix(112, w1, t1, 0) & mask;
  rows[12] = mix(113, wb, tb, 0) & mask;
  rows[13] = mix(114, wb1, tb1, 0) & mask;
  rows[14] = mix(115, wb2, tb2, 0) & mask;
  rows[15] = mix(116, w0, wb, 0) & mask;
  rows[16] = mix(117, w0, tb, 0) & mask;
  rows[17] = mix(118, t0, wb, 0) & mask;
  rows[18] = mix(119, t0, tb, 0) & mask;
  rows[19] = mix(120, w0, t0, tb) & mask;
  rows[20] = mix(121, t0, wb, tb) & mask;
  rows[21] = mix(122, w1, w0, 0) & mask;
  rows[22] = mix(123, w1, t0, 0) & mask;
  rows[23] = mix(124, t1, w0, 0) & mask;
  rows[24] = mix(125, t1, t0, 0) & mask;
  rows[25] = mix(126, w1, t1, t0) & mask;
  rows[26] = mix(127, t1, t0, tb) & mask;
  rows[27] = mix(128, t0, tb, tb1) & mask;
  rows[28] = mix(129, t2, t1, t0) & mask;
  rows[29] = mix(130, w0, tb, tb1) & mask;
  rows[30] = mix(131, t0, wb, tb1) & mask;
  rows[31] = mix(132, tb, tb1, tb2) & mask;
  rows[32] = mix(133, w1, t0, tb) & mask;
  rows[33] = mix(134, t1, w0, tb) & mask;
  rows[34] = mix(135, t1, t0, wb) & mask;
  rows[35] = mix(136, t0, tl0, tb) & mask;
  rows[36] = mix(137, t0, tr0, tb) & mask;
  rows[37] = mix(138, t0, tlb, tb) & mask;
  rows[38] = mix(139, t1, tr1, t0) & mask;
  rows[39] = mix(140, t1, tl1, t0) & mask;
  rows[40] = mix(141, t0, tl0, t1) & mask;
  rows[41] = mix(142, t0, tr0, t1) & mask;
  rows[42] = mix(143, tr1, t0, tb) & mask;
  rows[43] = mix(144, w0, rl0, 0) & mask;
  rows[44] = mix(145, w0, rr0, 0) & mask;
  rows[45] = mix(146, w1, rr1, 0) & mask;
  rows[46] = mix(147, wb, rlb, 0) & mask;
  rows[47] = mix(148, t0, rl0, rr0) & mask;
  rows[48] = mix(149, t1, rl1, rr1) & mask;
  rows[49] = mix(150, tb, rlb, rlb2) & mask;
  rows[50] = mix(151, t0, rr0, rr02) & mask;
  rows[51] = mix(152, t0, rl0, rl02) & mask;
  rows[52] = mix(153, t1, rr1, rr12) & mask;
  rows[53] = mix(154, d, t0, tb) & mask;
  rows[54] = mix(155, d, w0, 0) & mask;
  rows[55] = mix(156, d, wb, 0) & mask;
  rows[56] = mix(157, d1, t1, t0) & mask;
  rows[57] = mix(158, d1, w0, 0) & mask;
  rows[58] = mix(159, d1, w1, 0) & mask;
  rows[59] = mix(160, d, w0, wb) & mask;
  rows[60] = mix(161, d1, w1, w0) & mask;
  rows[61] = mix(162, w0, vr0, vl0) & mask;
  rows[62] = mix(163, t0, vr0, vl0) & mask;
  rows[63] = mix(164, wb, vlb, 0) & mask;
  rows[64] = mix(165, tb, vlb, 0) & mask;
  rows[65] = mix(166, w1, vr1, 0) & mask;
  rows[66] = mix(167, t1, vr1, 0) & mask;
  rows[67] = mix(168, t0, t1, tb * 1024 + tb1) & mask;
  rows[68] = mix(169, u0, u1, u2 * 64 + ub) & mask;
  rows[69] = mix(170, u0, ub, ub1 * 64 + ub2) & mask;
  rows[70] = mix(171, m0, t0, tb) & mask;
  rows[71] = mix(172, m0, w0, t1) & mask;
  rows[72] = mix(173, mb, tb, t0) & mask;
  rows[73] = mix(174, wl0, t0, tb) & mask;
  rows[74] = mix(175, wr0, t0, tb) & mask;
  rows[75] = mix(176, wr1, t1, t0) & mask;
  rows[76] = mix(177, w1, tr0, t0) & mask;
  rows[77] = mix(178, w1, wl0, t0) & mask;
  rows[78] = mix(179, w0, wb1, tb) & mask;
  rows[79] = mix(180, w1, wb, t0) & mask;
  rows[80] = mix(181, w1, tb, t0) & mask;
  rows[81] = mix(182, tb1, tb2, w0) & mask;
  rows[82] = mix(183, wb, wb1, 0) & mask;
  rows[83] = mix(184, t1, tb, tb1) & mask;
  rows[84] = mix(185, w1, tb, 0) & mask;
  rows[85] = mix(186, u0, u1, ub * 64 + ub1) & mask;
  rows[86] = mix(187, t0, tb, tb1 * 1024 + tb2) & mask;
  rows[87] = mix(188, rr0, w0, tb) & mask;
  rows[88] = mix(189, c0, cb, d) & mask;
  rows[89] = mix(190, c1, c0, d1) & mask;
  rows[90] = mix(191, c0, tb, t0) & mask;
  rows[91] = mix(192, cb, t0, tb) & mask;
  rows[92] = mix(193, c1, t0, t1) & mask;
  rows[93] = mix(194, c0, cb1, tb) & mask;
  rows[94] = mix(195, k0, kb, 0) & mask;
  rows[95] = mix(196, k1, k0, 0) & mask;
  rows[96] = mix(197, k0, tb, 0) & mask;
  rows[97] = mix(198, kb, t0, 0) & mask;
  rows[98] = mix(199, m0, cb, t0) & mask;
  rows[99] = mix(200, m0, c1, c0) & mask;
  rows[100] = mix(201, comma, t0, tb) & mask;
  rows[101] = mix(202, comma1, t1, t0) & mask;
  rows[102] = mix(203, m1, t1, w0) & mask;
  rows[103] = mix(204, 0, 0, 0) & mask;
  rows[104] = mix(205, ls0, t0, tb) & mask;
  rows[105] = mix(206, rs0, t0, tb) & mask;
  rows[106] = mix(207, rs1, t1, t0) & mask;
  rows[107] = mix(208, lsb, tb, t0) & mask;
  rows[108] = mix(209, w0, rs0, ub) & mask;
  rows[109] = mix(210, w1, rs1, u0) & mask;
  rows[110] = mix(211, wb, lsb, u0) & mask;
  rows[111] = mix(212, w0, ls0, rs0) & mask;
  rows[112] = mix(213, ls1, rs1, t1) & mask;
  rows[113] = mix(214, ls0, rs0, t0 * 1024 + ub) & mask;
  rows[114] = mix(215, between, t0, tb) & mask;
  rows[115] = mix(216, between1, t1, t0) & mask;
  rows[116] = mix(217, between1, w1, t0) & mask;
  rows[117] = mix(218, between, u0 * 64 + ub, u1) & mask;
  rows[118] = mix(219, tb1, tb2, tb3) & mask;
  rows[119] = mix(220, tb, tb1, tb2 * 1024 + tb3) & mask;
  rows[120] = mix(221, tp0, t0, tb) & mask;
  rows[121] = mix(222, tn0, t0, tb) & mask;
  rows[122] = mix(223, tpb, t0, tb) & mask;
  rows[123] = mix(224, tn1, t1, t0) & mask;
  rows[124] = mix(225, W(b - 1), t0, tb) & mask;
  rows[125] = mix(226, mr0, t0, tb) & mask;
  rows[126] = mix(227, mr1, t1, m0) & mask;
  rows[127] = mix(228, mr0, w0, wb) & mask;
  rows[128] = mix(229, w1, wb, 0) & mask;
  rows[129] = mix(230, t1, tb, d1) & mask;
  rows[130] = mix(231, c1, cb, t0) & mask;
  rows[131] = mix(232, c1, c0, cb) & mask;
  rows[132] = mix(233, k1, m0, t0) & mask;
  rows[133] = mix(234, k1, m0, k0) & mask;
  rows[134] = mix(235, w2, t1, t0) & mask;
  rows[135] = mix(236, t2, t1, t0 * 1024 + tb) & mask;
  rows[136] = mix(237, w2, w0, t0) & mask;
  rows[137] = mix(238, w1, w0, wb) & mask;
  rows[138] = mix(239, s.depth < 5 ? s.depth : 5, t0, tb) & mask;
  rows[139] = mix(240, c0, rs0, tb) & mask;
  rows[140] = mix(241, c1, rs1, t0) & mask;
  rows[141] = mix(242, k0, kb, d) & mask;
  rows[142] = mix(243, rl0, rr1, t0 * 1024 + t1) & mask;
  rows[143] = mix(244, m1, m0, t1 * 1024 + t0) & mask;
}

/** Rows for the label of the arc from head h to token m (h = n is the root). */
export function labelFeatures(
  s: ParseState,
  p: ParserInput,
  h: number,
  m: number,
  mask: number,
  rows: Int32Array,
): void {
  const { n, fields, ids, tags, commas, verbs } = p;
  const W = (i: number): number => (i < 0 ? 11 : i >= n ? 12 : fields[ids[i] + F.WORD]);
  const C = (i: number): number => (i < 0 || i >= n ? 600 : fields[ids[i] + F.CLUSTER_256]);
  const K = (i: number): number => (i < 0 || i >= n ? 2000 : fields[ids[i] + F.CLUSTER_1024]);
  const T = (i: number): number => (i < 0 ? 901 : i >= n ? 902 : tags[i]);
  const R = (i: number): number => (i < 0 ? -1 : s.labels[i]);
  const dir = h === n ? 2 : h < m ? 0 : 1;
  const dist = cap(Math.abs(h - m), 6);
  const wh = W(h),
    wm = W(m),
    th = T(h),
    tm = T(m),
    cm = C(m),
    ch = C(h),
    km = K(m),
    kh = K(h);
  const mm = W(s.marker[m]),
    wl = W(s.left[m]);
  const rl = R(s.left[m]),
    rr = R(s.right[m]);
  const rlh = h < n ? R(s.left[h]) : -1,
    rrh = h < n ? R(s.right[h]) : -1;
  rows[0] = mix(301, wm, dir, 0) & mask;
  rows[1] = mix(302, wh, dir, 0) & mask;
  rows[2] = mix(303, tm, dir, 0) & mask;
  rows[3] = mix(304, th, dir, 0) & mask;
  rows[4] = mix(305, th, tm, dir) & mask;
  rows[5] = mix(306, wh, wm, dir) & mask;
  rows[6] = mix(307, wh, tm, dir) & mask;
  rows[7] = mix(308, th, wm, dir) & mask;
  rows[8] = mix(309, tm, dist, dir) & mask;
  rows[9] = mix(310, th, tm, dist * 4 + dir) & mask;
  rows[10] = mix(311, T(m - 1), tm, T(m + 1)) & mask;
  rows[11] = mix(312, th, T(h + 1), tm) & mask;
  rows[12] = mix(313, mm, tm, dir) & mask;
  rows[13] = mix(314, mm, th, tm) & mask;
  rows[14] = mix(315, mm, wh, tm) & mask;
  rows[15] = mix(316, rl, tm, th) & mask;
  rows[16] = mix(317, rr, tm, th) & mask;
  rows[17] = mix(318, W(m - 1), tm, dir) & mask;
  rows[18] = mix(319, W(m + 1), tm, dir) & mask;
  rows[19] = mix(320, rlh, th, tm * 4 + dir) & mask;
  rows[20] = mix(321, rrh, th, tm * 4 + dir) & mask;
  rows[21] = mix(322, wl, tm, dir) & mask;
  rows[22] = mix(323, s.leftCount[m], s.rightCount[m], tm) & mask;
  rows[23] = mix(324, T(h - 1), th, tm * 4 + dir) & mask;
  rows[24] = mix(325, wm, mm, dir) & mask;
  rows[25] = mix(326, cm, ch, dir) & mask;
  rows[26] = mix(327, ch, tm, mm) & mask;
  rows[27] = mix(328, cm, th, mm) & mask;
  rows[28] = mix(329, km, tm, dir) & mask;
  rows[29] = mix(330, kh, tm, mm) & mask;
  rows[30] = mix(331, 0, 0, 0) & mask;
  const low = h < m ? h : m;
  const high = (h < m ? m : h) - 1;
  const between = cap(commas[high] - commas[low], 2) + 3 * cap(verbs[high] - verbs[low], 2);
  const lm = s.leftSet[m],
    rm = s.rightSet[m];
  const lh = h < n ? s.leftSet[h] : -2,
    rh = h < n ? s.rightSet[h] : -2;
  const s3m = fields[ids[m] + F.SUFFIX_3];
  const s3h = h < n ? fields[ids[h] + F.SUFFIX_3] : 5;
  rows[31] = mix(332, lm, rm, tm * 4 + dir) & mask;
  rows[32] = mix(333, lm, th, tm * 4 + dir) & mask;
  rows[33] = mix(334, lh, th, tm * 4 + dir) & mask;
  rows[34] = mix(335, rh, th, tm * 4 + dir) & mask;
  rows[35] = mix(336, rh, wh, tm * 4 + dir) & mask;
  rows[36] = mix(337, lh, rh, tm * 4 + dir) & mask;
  rows[37] = mix(338, between, th, tm * 4 + dir) & mask;
  rows[38] = mix(339, s3m, tm, dir) & mask;
  rows[39] = mix(340, s3h, th, tm * 4 + dir) & mask;
  rows[40] = mix(341, W(m - 1), wm, dir) & mask;
  rows[41] = mix(342, wm, W(m + 1), dir) & mask;
  rows[42] = mix(343, T(m - 1), th, tm * 4 + dir) & mask;
  rows[43] = mix(344, T(m + 1), th, tm * 4 + dir) & mask;
  rows[44] = mix(345, T(m + 1), T(m + 2), tm * 4 + dir) & mask;
  rows[45] = mix(346, W(h - 1), th, tm * 4 + dir) & mask;
  rows[46] = mix(347, h < n ? W(h + 1) : 13, th, tm * 4 + dir) & mask;
  rows[47] = mix(348, km, kh, mm) & mask;
  rows[48] = mix(349, km, mm, th * 4 + dir) & mask;
  rows[49] = mix(350, cm, lm, th * 4 + dir) & mask;
  rows[50] = mix(351, h < n ? W(s.left[h]) : 14, wh, tm) & mask;
  rows[51] = mix(352, ch, tm, rh) & mask;
}

/**
 * A linear classifier over hashed features. A feature is the index of its first cell; the scores of its labels are the `width` cells
 * from there on, so that features overlap: most have scores for few labels, and a table of a few million cells holds them all.
 */
interface Table {
  /** Takes the hash of a feature to its first cell, as `hash & mask`. */
  readonly mask: number;
  readonly width: number;
}

/** As trained. */
export interface RealWeights extends Table {
  /** mask + 1 + width cells at most. */
  readonly values: Float32Array;
}

/** As shipped and as read: a byte a cell, so that a table stays in the cache; `VALUE` gives its value in units of `unit`. */
export interface Weights extends Table {
  readonly codes: Uint8Array;
  readonly unit: number;
}

/** Value of a code: sign x square of a signed byte. */
export const VALUE = Int32Array.from({ length: 256 }, (_, b) => (b < 128 ? b * b : -((b - 256) ** 2)));

/** The largest weight sets the unit: clipping even one in ten thousand, the most used features, costs more than a point of LAS. */
export function compand({ values, width, mask }: RealWeights): Weights {
  let most = 0;
  for (const v of values) most = Math.max(most, Math.abs(v));
  const codes = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const q = Math.round(127 * Math.sqrt(Math.abs(values[i]) / (most || 1)));
    codes[i] = (values[i] < 0 ? -q : q) & 255;
  }
  return { codes, width, mask, unit: (most || 1) / 127 ** 2 };
}

/** Scores of `labels[0, size)`, summed over the first `n` features, into `out`. */
export function scoresOf(
  { codes, mask }: Weights,
  rows: Int32Array,
  n: number,
  labels: Int32Array,
  size: number,
  out: Int32Array,
): void {
  for (let l = 0; l < size; l++) {
    const label = labels[l];
    let sum = 0;
    for (let i = 0; i < n; i++) sum += VALUE[codes[(rows[i] & mask) + label]];
    out[l] = sum;
  }
}

/** Best label of `labels[from, to)`; ties go to the earlier one. */
export function bestOf(
  { codes, mask }: Weights,
  rows: Int32Array,
  n: number,
  labels: Int32Array,
  from: number,
  to: number,
): number {
  let best = labels[from];
  let most = Number.NEGATIVE_INFINITY;
  for (let l = from; l < to; l++) {
    const label = labels[l];
    let sum = 0;
    for (let i = 0; i < n; i++) sum += VALUE[codes[(rows[i] & mask) + label]];
    if (sum > most) {
      most = sum;
      best = label;
    }
  }
  return best;
}

/** Cells of a feature of the parser's actions: three scores and one that is not used. */
export const ACTION_CELLS = 4;

/** Weights of the parser's actions, ready to use: the cells of a feature as one number, the first cell lowest, so that they cost one look. */
export interface ActionWeights {
  /** Takes the hash of a feature to its first cell; a multiple of ACTION_CELLS. */
  readonly mask: number;
  readonly packed: Int32Array;
}

export function packActions({ codes, mask }: Weights): ActionWeights {
  const packed = new Int32Array((mask + ACTION_CELLS) / ACTION_CELLS);
  for (let at = 0, row = 0; at <= mask; at += ACTION_CELLS, row++)
    packed[row] = codes[at] | (codes[at + 1] << 8) | (codes[at + 2] << 16);
  return { mask, packed };
}

/**
 * The same for a large table, without the features that have no cells: it is looked up without order, so what counts is on how few
 * pages of memory it lies.
 */
export interface SparseWeights extends ActionWeights {
  /** For each 32 features two numbers: a bit for each that has cells, and the place in `packed` before that of the first. */
  readonly places: Int32Array;
}

/** The first place stands for all features without cells. */
export function sparseActions(weights: Weights): SparseWeights {
  const { mask, packed } = packActions(weights);
  const places = new Int32Array(2 * ((packed.length + 31) >>> 5));
  const kept = new Int32Array(packed.length + 1);
  let used = 0;
  for (let row = 0; row < packed.length; row++) {
    const block = (row >>> 5) << 1;
    if ((row & 31) === 0) places[block + 1] = used;
    if (packed[row] === 0) continue;
    kept[++used] = packed[row];
    places[block] |= 1 << (row & 31);
  }
  return { mask, places, packed: kept.slice(0, used + 1) };
}

/** Place in `packed` of the feature whose first cell is `at`; 0 where it has no cells. */
export function placeOf(places: Int32Array, at: number): number {
  const block = (at >>> 7) << 1;
  const bits = places[block];
  const bit = at >>> 2;
  // The bits up to and with its own: shifted out to the left, so that none is there unless its own is.
  const own = -((bits >>> bit) & 1);
  return own & (places[block + 1] + countBits(bits << (31 - (bit & 31))));
}

/** Number of bits that are set (Warren, Hacker's Delight, 5-1). */
function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

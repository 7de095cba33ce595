import type { DocumentId, IsoDate } from "../text/index.js";

/**
 * Near-copies of texts: MinHash (Broder 1997) over runs of words in one permutation with optimal densification (Shrivastava 2017),
 * found by locality-sensitive hashing in bands. 32 values: 8 bands of 4.
 */
const VALUES = 32;
const ROWS = 4;
const RUN = 4;
/** Least share of equal values: two texts with four fifths of their word runs in common nearly always reach it. */
const LIKE = 0.55;
/** Days between a story and its copies, at most: standing phrases of yearly statements are no copies. */
export const COPY_DAYS = 10;
/** Shorter texts have too few runs to tell. In words. */
const SHORTEST = 24;

export type Signature = readonly number[];

/** Signature of a text, or null where it is too short to be told from others. */
export function signatureOf(text: string): Signature | null {
  const hashes = wordHashes(text.toLowerCase());
  if (hashes.length < SHORTEST) return null;
  const out = new Array<number>(VALUES).fill(-1);
  for (let i = 0; i + RUN <= hashes.length; i++) {
    let h = 0x9747b28c;
    for (let k = 0; k < RUN; k++) h = Math.imul(h ^ hashes[i + k], 0x5bd1e995) ^ (h >>> 15);
    const mixed = mix(h);
    const bin = mixed >>> 27;
    const value = mixed & 0x7ffffff;
    if (out[bin] < 0 || value < out[bin]) out[bin] = value;
  }
  // An empty bin borrows from another, chosen by its own number, so that two texts borrow alike.
  const filled = [...out];
  for (let bin = 0; bin < VALUES; bin++) {
    for (let turn = 1; filled[bin] < 0; turn++) filled[bin] = out[mix(bin * 131 + turn) >>> 27];
  }
  return filled;
}

/** Keys of the bands: texts that share one are worth comparing. 32-bit integers. */
export function bandsOf(signature: Signature): number[] {
  const out: number[] = [];
  for (let b = 0; b < VALUES / ROWS; b++) {
    let h = b + 1;
    for (let r = 0; r < ROWS; r++) h = mix(h ^ signature[b * ROWS + r]);
    out.push(h | 0);
  }
  return out;
}

/** Estimated share of equal word runs, 0 to 1. */
export function likeness(a: Signature, b: Signature): number {
  let n = 0;
  for (let i = 0; i < VALUES; i++) if (a[i] === b[i]) n++;
  return n / VALUES;
}

export interface Print {
  readonly document: DocumentId;
  readonly known: IsoDate;
  readonly day: number;
  readonly signature: Signature;
}

/** The earlier text that one is a copy of: the most alike of those known before it, the first among equals; null where there is none. */
export function parentOf(print: Print, candidates: readonly Print[]): DocumentId | null {
  let best: Print | null = null;
  let most = LIKE;
  for (const c of candidates) {
    if (!before(c, print) || print.day - c.day > COPY_DAYS) continue;
    const like = likeness(c.signature, print.signature);
    if (like > most || (like === most && (best === null || before(c, best)))) [best, most] = [c, like];
  }
  return best?.document ?? null;
}

export const before = (a: Print, b: Print): boolean =>
  a.known < b.known || (a.known === b.known && a.document < b.document);

/** FNV-1a of each word, a run of letters and digits; no word is cut out of the text for it. */
function wordHashes(text: string): number[] {
  const out: number[] = [];
  let h = FNV;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (isWord(c, text, i)) h = Math.imul(h ^ c, 0x01000193);
    else if (h !== FNV) {
      out.push(h);
      h = FNV;
    }
  }
  if (h !== FNV) out.push(h);
  return out;
}

const FNV = 0x811c9dc5;
const WORD = /[\p{L}\p{N}]/u;

function isWord(c: number, text: string, at: number): boolean {
  if (c < 128) return (c > 96 && c < 123) || (c > 47 && c < 58);
  // Either half of a pair asks for the whole.
  const start = c >= 0xdc00 && c <= 0xdfff && at > 0 ? at - 1 : at;
  return WORD.test(String.fromCodePoint(text.codePointAt(start) as number));
}

function mix(h: number): number {
  let x = h | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

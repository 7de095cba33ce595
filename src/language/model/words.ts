import { modelForm, stringHash } from "./hash.js";
import { intern } from "./intern.js";

/* Fields of one word type, computed once and looked up by form. */
export const WORD = 0;
export const SUFFIX_1 = 1;
export const SUFFIX_2 = 2;
export const SUFFIX_3 = 3;
export const SUFFIX_4 = 4;
export const PREFIX_1 = 5;
export const PREFIX_2 = 6;
export const PREFIX_3 = 7;
export const SHAPE = 8;
export const CLUSTER_64 = 9;
export const CLUSTER_256 = 10;
export const CLUSTER_1024 = 11;
export const FIELDS = 12;

/** Word types beyond this number are forgotten all at once: a bound on memory for streams of any length. */
const MOST = 200_000;

/**
 * Features of word types. `clusters` gives three cluster numbers for a model form (0 = none); a form without clusters takes
 * those of its part after the last hyphen.
 */
export class WordTable {
  private readonly ids = new Map<string, number>();
  fields = new Int32Array(4096 * FIELDS);
  /** Spelling of each row, interned. */
  readonly forms: string[] = [];
  /** See `Sentence.norms`; interned. */
  readonly norms: string[] = [];
  private count = 0;

  constructor(private readonly clusters: ReadonlyMap<string, number>) {}

  /** Number of a form's row; its fields start at `id * FIELDS`. Valid until the next call that finds the table full. */
  id(form: string): number {
    const known = this.ids.get(form);
    if (known !== undefined) return known;
    const id = this.count++;
    if ((id + 1) * FIELDS > this.fields.length) {
      const bigger = new Int32Array(this.fields.length * 2);
      bigger.set(this.fields);
      this.fields = bigger;
    }
    const own = intern(form);
    this.ids.set(own, id);
    this.forms[id] = own;
    this.norms[id] = intern(normal(own));
    this.fill(id * FIELDS, own);
    return id;
  }

  /** Forgets all forms once there are too many; called between documents. */
  trim(): void {
    if (this.count <= MOST) return;
    this.ids.clear();
    this.forms.length = 0;
    this.norms.length = 0;
    this.count = 0;
  }

  private fill(at: number, form: string): void {
    const f = this.fields;
    const w = modelForm(form);
    const n = w.length;
    f[at + WORD] = stringHash(w);
    f[at + SUFFIX_1] = stringHash(w, n - 1, n);
    f[at + SUFFIX_2] = stringHash(w, Math.max(0, n - 2), n);
    f[at + SUFFIX_3] = stringHash(w, Math.max(0, n - 3), n);
    f[at + SUFFIX_4] = n > 3 ? stringHash(w, n - 4, n) : 1;
    f[at + PREFIX_1] = stringHash(w, 0, 1);
    f[at + PREFIX_2] = stringHash(w, 0, Math.min(2, n));
    f[at + PREFIX_3] = stringHash(w, 0, Math.min(3, n));
    f[at + SHAPE] = shapeOf(form);
    const code = this.clusters.get(w) ?? this.clusters.get(w.slice(w.lastIndexOf("-") + 1)) ?? 0;
    f[at + CLUSTER_64] = code & 127;
    f[at + CLUSTER_256] = (code >> 7) & 511;
    f[at + CLUSTER_1024] = code >> 16;
  }
}

const normal = (form: string): string =>
  form.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, "-");

/** Bits: starts upper, all upper, digit, hyphen, stop, lower, all digits. */
function shapeOf(form: string): number {
  let upper = 0;
  let digits = 0;
  let lower = 0;
  let bits = 0;
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i);
    if (c >= 65 && c <= 90) upper++;
    else if (c >= 48 && c <= 57) digits++;
    else if (c >= 97 && c <= 122) lower++;
    else if (c === 45) bits |= 8;
    else if (c === 46) bits |= 16;
  }
  const first = form.charCodeAt(0);
  if (first >= 65 && first <= 90) bits |= 1;
  if (upper === form.length) bits |= 2;
  if (digits > 0) bits |= 4;
  if (lower > 0) bits |= 32;
  if (digits === form.length) bits |= 64;
  return bits;
}

/** Hashing of words and features. Part of the model's format: a change here needs a new format version and new weights. */

/** Form by which words are known to the models: lower case, ASCII quotes and dashes, years as one symbol, other digit runs as "0". */
export function modelForm(form: string): string {
  const low = form.toLowerCase();
  let plain = true;
  for (let i = 0; i < low.length; i++) {
    const c = low.charCodeAt(i);
    if (!(c >= 97 && c <= 122)) {
      plain = false;
      break;
    }
  }
  if (plain) return low;
  if (/^[12]\d{3}$/.test(low)) return "!year";
  return low.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, "-").replace(/\d+/g, "0");
}

/** FNV-1a over UTF-16 code units of `text[from, to)`. */
export function stringHash(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/**
 * Multipliers of features: of the template's number and of up to three values. A feature is the sum of the products, mixed by `settle`.
 * Templates write their products out: so many calls of a function are more than the compiler would inline.
 */
export const MULTIPLIERS = [0x3c6ef375, 0x05ebca6b, 0x297a2d39, 0x2c1b3c6d] as const;

/** Mixes the sums in rows[from, to); the low bits of each say where a table keeps the feature. Collisions are accepted, keys not kept. */
export function settle(rows: Int32Array, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    let h = rows[i];
    h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
    rows[i] = h ^ (h >>> 15);
  }
}

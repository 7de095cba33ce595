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

/** Mixes a template number with up to three values. Rows are the low bits; collisions are accepted, keys are not kept.
 * The products do not wait for one another: hashing is a fifth of the work of reading. */
export function mix(template: number, a: number, b: number, c: number): number {
  let h =
    (Math.imul(template, 0x3c6ef375) +
      Math.imul(a, 0x05ebca6b) +
      Math.imul(b, 0x297a2d39) +
      Math.imul(c, 0x2c1b3c6d)) |
    0;
  h = Math.imul(h ^ (h >>> 16), 0x45d9f3b);
  return h ^ (h >>> 15);
}

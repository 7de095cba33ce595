/**
 * 96-bit content hash as 24 hex digits, for ids of documents, statements and items. Pure and synchronous, so that the core
 * needs no platform crypto; not for secrets. Three 32-bit lanes of murmur3-style mixing with distinct seeds.
 */
export function contentHash(content: string): string {
  let a = 0x9747b28c;
  let b = 0x1b873593;
  let c = 0x85ebca6b;
  for (let i = 0; i < content.length; i++) {
    const k = content.charCodeAt(i);
    a = Math.imul(a ^ k, 0xcc9e2d51);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b ^ (k + i), 0x1b873593);
    b = (b << 13) | (b >>> 19);
    c = Math.imul(c ^ k ^ (a & 0xffff), 0xe6546b64);
    c = (c << 17) | (c >>> 15);
  }
  return hex(finish(a ^ content.length), finish(b ^ a), finish(c ^ b));
}

function finish(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Three words as 24 digits, in one call: every item and statement has an id, and putting six strings together took longer than the hash. */
function hex(a: number, b: number, c: number): string {
  for (let i = 0, shift = 28; i < 8; i++, shift -= 4) {
    digits[i] = digit(a >>> shift);
    digits[i + 8] = digit(b >>> shift);
    digits[i + 16] = digit(c >>> shift);
  }
  return String.fromCharCode.apply(null, digits);
}

const digits = new Array<number>(24).fill(0);
const digit = (n: number): number => "0123456789abcdef".charCodeAt(n & 15);

/** JSON with sorted keys, so that equal content has equal text and equal hash. Drops undefined fields. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((v) => canonicalJson(v === undefined ? null : v)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const record = value as Record<string, unknown>;
    const keys = Object.keys(record)
      .filter((k) => record[k] !== undefined)
      .sort();
    return `{${keys.map((k) => `${JSON.stringify(k)}:${canonicalJson(record[k])}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

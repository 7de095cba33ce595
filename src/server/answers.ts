import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** An answer as it is sent, with what was made of it. */
export interface Answer {
  readonly tag: string;
  readonly body: string;
  packed(encoding: "br" | "gzip"): Buffer;
}

export interface Answers {
  get(key: string): Answer | null;
  put(key: string, body: string): Answer;
}

/** Bytes of answers that are kept. */
const MOST = 64 * 2 ** 20;
/** Under this an answer is sent as it is. */
export const SMALL = 1024;

export const tagOf = (body: string): string => `W/"${createHash("sha1").update(body).digest("base64url")}"`;

/** Answers that were given, the last ones first to stay: made once, and packed once. */
export function answers(): Answers {
  const kept = new Map<string, Answer & { readonly size: number }>();
  let total = 0;
  return {
    get(key) {
      const found = kept.get(key);
      if (found === undefined) return null;
      kept.delete(key);
      kept.set(key, found);
      return found;
    },
    put(key, body) {
      const made = { ...answerOf(body), size: 2 * body.length + 2 * key.length };
      const old = kept.get(key);
      if (old !== undefined) total -= old.size;
      kept.delete(key);
      if (made.size > MOST / 4) return made;
      kept.set(key, made);
      total += made.size;
      for (const [oldest, { size }] of kept) {
        if (total <= MOST) break;
        kept.delete(oldest);
        total -= size;
      }
      return made;
    },
  };
}

function answerOf(body: string): Answer {
  const packed = new Map<string, Buffer>();
  return {
    tag: tagOf(body),
    body,
    packed(encoding) {
      let made = packed.get(encoding);
      if (made === undefined) {
        made =
          encoding === "gzip"
            ? gzipSync(body)
            : brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
        packed.set(encoding, made);
      }
      return made;
    },
  };
}

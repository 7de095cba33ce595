import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** An answer as it is sent, with what was made of it. */
export interface Answer {
  readonly tag: string;
  readonly body: string;
  packed(encoding: "br" | "gzip"): Buffer;
}

export interface Answers {
  /** The answer of that key; `make` is called where there is none, and once for all who ask meanwhile. */
  of(key: string, make: () => Promise<string>): Promise<Answer>;
}

/** Bytes of answers that are kept. */
const MOST = 64 * 2 ** 20;
/** Under this an answer is sent as it is. */
export const SMALL = 1024;

export const tagOf = (body: string): string => `W/"${createHash("sha1").update(body).digest("base64url")}"`;

/** Answers that were given, the last ones first to stay: made once, and packed once. */
export function answers(): Answers {
  const kept = new Map<string, Answer & { readonly size: number }>();
  const making = new Map<string, Promise<Answer>>();
  let total = 0;
  const put = (key: string, body: string): Answer => {
    const made = { ...answerOf(body), size: 2 * body.length + 2 * key.length };
    if (made.size > MOST / 4) return made;
    kept.set(key, made);
    total += made.size;
    for (const [oldest, { size }] of kept) {
      if (total <= MOST) break;
      kept.delete(oldest);
      total -= size;
    }
    return made;
  };
  return {
    async of(key, make) {
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      let made = making.get(key);
      if (made === undefined) {
        made = make()
          .then((body) => put(key, body))
          .finally(() => making.delete(key));
        making.set(key, made);
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

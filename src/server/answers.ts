import { createHash, randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** An answer as it is sent, with what was made of it. */
export interface Answer {
  /** UTF-8: turned into bytes once for all who ask. */
  readonly body: Buffer;
  /** Packed once for all who ask, beside the thread that answers. */
  packed(encoding: "br" | "gzip"): Promise<Buffer>;
}

export interface Answers {
  /** What the answer of a key is told by, before it is made: the key says all that it hangs on. */
  tagOf(key: string): string;
  /** The answer of that key; `make` is called where there is none, and once for all who ask meanwhile. */
  of(key: string, make: () => Promise<string>): Promise<Answer>;
}

/** Bytes of answers that are kept. */
const MOST = 64 * 2 ** 20;
/** Under this an answer is sent as it is. */
export const SMALL = 1024;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

export const tagOf = (text: string): string => `W/"${createHash("sha1").update(text).digest("base64url")}"`;

/** Answers that were given, the last ones first to stay: made once, and packed once. */
export function answers(): Answers {
  // Another server over another store, or another version of this one, answers the same key otherwise.
  const own = randomUUID();
  const kept = new Map<string, Answer & { readonly size: number }>();
  const making = new Map<string, Promise<Answer>>();
  let total = 0;
  const put = (key: string, body: string): Answer => {
    const bytes = Buffer.from(body);
    const made = { ...answerOf(bytes), size: bytes.length + 2 * key.length };
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
    tagOf: (key) => tagOf(`${own} ${key}`),
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

function answerOf(body: Buffer): Answer {
  const packed = new Map<string, Promise<Buffer>>();
  return {
    body,
    packed(encoding) {
      let made = packed.get(encoding);
      if (made === undefined) {
        made =
          encoding === "gzip" ? zip(body) : brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } });
        packed.set(encoding, made);
      }
      return made;
    },
  };
}

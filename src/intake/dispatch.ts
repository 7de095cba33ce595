import { datelineAgency } from "./agency.js";
import { type Decoded, decode } from "./decode.js";
import { detectLanguage } from "./detect-language.js";
import { readPage } from "./page.js";
import { datelineDate, type FoundDate, fileDate, isoDay, lineDate, urlDate } from "./published.js";

/** One article as it came in: words, what its own header or page says about it, and what was noticed. */
export interface Dispatch {
  readonly name: string;
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: FoundDate | null;
  readonly encoding: string;
  /** ISO 639-1 guess, or null where the text is too short to tell. */
  readonly language: string | null;
}

/** Reads one file's bytes: encoding, HTML or plain text with an optional header of `key: value` lines. Errors as `decode`. */
export function readDispatch(bytes: Uint8Array, name: string, encoding?: string): Dispatch {
  const decoded: Decoded = decode(bytes, name, encoding);
  const parts = decoded.html ? { ...readPage(decoded.text) } : readHeader(decoded.text);
  const url = parts.url;
  return {
    name,
    text: parts.text,
    title: parts.title,
    publisher: parts.publisher ?? datelineAgency(parts.text),
    url,
    published:
      parts.published ??
      (url === null ? null : urlDate(url)) ??
      datelineDate(parts.text) ??
      lineDate(parts.text) ??
      fileDate(name),
    encoding: decoded.encoding,
    language: detectLanguage(parts.text),
  };
}

const KEYS = new Set(["publisher", "published", "title", "url"]);

/** A header is taken only if every line up to the first blank one is `key: value` with a known key. */
function readHeader(text: string): Pick<Dispatch, "text" | "title" | "publisher" | "url" | "published"> {
  const none = { text, title: null, publisher: null, url: null, published: null };
  const end = /\r?\n[ \t]*\r?\n/.exec(text.slice(0, 4000));
  if (!end) return none;
  const fields = new Map<string, string>();
  for (const line of text
    .slice(0, end.index)
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)) {
    const m = /^([a-z]+):[ \t]*(.*)$/i.exec(line);
    const key = m?.[1].toLowerCase() ?? "";
    if (!m || !KEYS.has(key)) return none;
    fields.set(key, m[2].trim());
  }
  const date = isoDay(fields.get("published"));
  return {
    text: text.slice(end.index + end[0].length),
    title: fields.get("title") || null,
    publisher: fields.get("publisher") || null,
    url: fields.get("url") || null,
    published: date === null ? null : { date, from: "header" },
  };
}

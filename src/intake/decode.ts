import chardet from "chardet";
import sniff from "html-encoding-sniffer";
import { CoreError } from "../text/index.js";

/** Largest file taken as one article, in bytes. A long newspaper article has about 20,000. */
export const MAX_BYTES = 4_000_000;

/** Text of a file, with how it was decoded. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly html: boolean;
}

/**
 * Bytes to text: byte order mark, then HTML's own declaration, then UTF-8 if valid, then a statistical guess.
 * @throws CoreError `DOCUMENT_EMPTY`, `DOCUMENT_TOO_LARGE`, `DOCUMENT_PDF`, `DOCUMENT_BINARY`, `ENCODING_UNKNOWN`
 */
export function decode(bytes: Uint8Array, name: string, encoding?: string): Decoded {
  if (bytes.length > MAX_BYTES) throw tooLarge(bytes.length, name);
  const head = latin1(bytes.subarray(0, 1024)).trimStart().toLowerCase();
  // Its words have places on a page and no order of their own: what stood in two columns would be quoted as one sentence.
  if (head.includes("%pdf-1.") || head.includes("%pdf-2."))
    throw new CoreError("DOCUMENT_PDF", "The file is a PDF.", { file: name });
  const html = /^(<!doctype html|<html|<head|<\?xml[^>]*>\s*<(!doctype )?html)/.test(head);
  const chosen = encoding ?? detect(bytes, html);
  let text: string;
  try {
    text = new TextDecoder(chosen, { fatal: true }).decode(bytes);
  } catch {
    throw new CoreError("ENCODING_UNKNOWN", `The bytes are not valid ${chosen}.`, { file: name });
  }
  if (isBinary(text))
    throw new CoreError("DOCUMENT_BINARY", "The file holds control bytes, not text.", { file: name });
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new CoreError("DOCUMENT_EMPTY", "The file holds no words.", { file: name });
  return { text, encoding: chosen, html };
}

export const tooLarge = (bytes: number, file: string): CoreError =>
  new CoreError("DOCUMENT_TOO_LARGE", `The file has ${bytes} bytes; the limit is ${MAX_BYTES}.`, { file });

function detect(bytes: Uint8Array, html: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    if (html) return sniff(bytes);
    const guess = chardet.detect(bytes.subarray(0, 65_536));
    return guess === null || guess.toLowerCase() === "utf-8" ? "windows-1252" : guess;
  }
}

/** More than one control character in two hundred: pictures, archives, office files. */
function isBinary(text: string): boolean {
  const sample = Math.min(text.length, 20_000);
  let bad = 0;
  for (let i = 0; i < sample; i++) {
    const c = text.charCodeAt(i);
    if (c < 9 || (c > 13 && c < 32 && c !== 27)) bad++;
  }
  return bad * 200 > sample;
}

function latin1(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

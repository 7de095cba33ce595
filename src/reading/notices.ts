import { makeSpan } from "../text/index.js";
import type { Layers } from "./layers.js";
import type { ReadingNotice } from "./types.js";

/**
 * At least so many words before the language is judged, and so many in a hundred of them common English ones (news has 35 to 45); of
 * fewer words, a sentence or a headline, only their utter lack counts. What comes in as a file is judged by its letters besides.
 */
const ENOUGH = 25;
const FEW = 12;
const SHARE = 12;

const LETTERS = 400;

const OTHER_LETTER = /^\p{L}/u;

/** Whether the first letters are mostly Latin ones: words are not cut where a script has no spaces. */
function latin(text: string): boolean {
  let letters = 0;
  let other = 0;
  for (let i = 0; i < text.length && i < 4000 && letters < LETTERS; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x250) {
      // A-Z and a-z, and what stands above the signs of Latin 1.
      if ((c | 32) >= 97 && (c | 32) <= 122) letters++;
      else if (c >= 0xc0 && c !== 0xd7 && c !== 0xf7) letters++;
    } else if (OTHER_LETTER.test(text.slice(i, i + 2))) {
      letters++;
      other++;
      if (c >= 0xd800 && c < 0xdc00) i++;
    }
  }
  return other * 2 <= letters;
}

/** Said of every text that is in another language, by whoever finds it out. */
export const NOT_ENGLISH: ReadingNotice = {
  code: "NOT_ENGLISH",
  message: "The text does not look like English; nothing was read from it.",
  span: null,
};

/** What could not be read: no words, not English, relative times without a publication date. */
export function noticesOf(layers: Layers, english: ReadonlySet<string>): ReadingNotice[] {
  const { document, sentences } = layers.parsed;
  const out: ReadingNotice[] = [];
  let words = 0;
  let common = 0;
  for (const s of sentences) {
    if (s.kind === "boilerplate") continue;
    for (let t = 0; t < s.size; t++) {
      if (s.upos[t] === "PUNCT" || s.upos[t] === "NUM") continue;
      words++;
      if (english.has(s.norms[t])) common++;
    }
  }
  if (words === 0) out.push({ code: "EMPTY", message: "The text holds no sentence.", span: null });
  else if (
    (words >= ENOUGH && common * 100 < words * SHARE) ||
    (words >= FEW && common === 0) ||
    !latin(document.text)
  ) {
    out.push(NOT_ENGLISH);
  }
  const unresolved = layers.times.find((x) => x.unresolved === "PUBLICATION_DATE_MISSING");
  if (unresolved !== undefined) {
    const count = layers.times.filter((x) => x.unresolved === "PUBLICATION_DATE_MISSING").length;
    out.push({
      code: "PUBLICATION_DATE_MISSING",
      message: `${count} time expressions hang on the publication date, which is not known.`,
      span: makeSpan(document, unresolved.start, unresolved.end),
    });
  }
  return out;
}

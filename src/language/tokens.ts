/**
 * Tokens as Universal Dependencies makes them for English: punctuation apart, clitics split ("Egypt|'s", "did|n't"), hyphens inside
 * words split off ("Japan|-|Russia"), abbreviations and initials whole ("Dec.", "U.S."), numbers with their marks whole.
 * One pass over the characters, no backtracking: linear in the length for any text.
 */
export interface Tokens {
  readonly starts: number[];
  readonly ends: number[];
}

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const OTHER = 4;

/** Class of a code unit; surrogates and combining marks go with letters, so that a character is never cut. */
function kind(c: number): number {
  if (c < 128) {
    if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) return LETTER;
    if (c >= 48 && c <= 57) return DIGIT;
    return c <= 32 || c === 127 ? SPACE : OTHER;
  }
  if (
    c === 0xa0 ||
    c === 0x85 ||
    c === 0x1680 ||
    (c >= 0x2000 && c <= 0x200b) ||
    c === 0x2028 ||
    c === 0x2029 ||
    c === 0x202f ||
    c === 0x205f ||
    c === 0x3000 ||
    c === 0xfeff
  )
    return SPACE;
  if (c < 0xc0) return OTHER;
  if (c >= 0x2010 && c <= 0x2bff) return OTHER;
  if (c >= 0x3001 && c <= 0x303f) return OTHER;
  return LETTER;
}

const APOSTROPHES = new Set([0x27, 0x2019]);
/** Longest token; what is longer is cut, so that one "word" of a million letters stays bounded. */
const LONGEST = 200;

/** What the words of a language tell the tokeniser. All words are in lower case. */
export interface TokenRules {
  /** Whether the stop after a word belongs to it. */
  isAbbreviation(word: string): boolean;
  /** Length of the first of two words written as one ("cannot"), or 0. */
  joined(word: string): number;
}

/** Tokenises `text[from, to)`. */
export function tokenise(text: string, from: number, to: number, rules: TokenRules): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (a: number, b: number): void => {
    for (let at = a; at < b; at += LONGEST) {
      starts.push(at);
      ends.push(Math.min(b, at + LONGEST));
    }
  };
  let i = from;
  while (i < to) {
    const c = text.charCodeAt(i);
    const k = kind(c);
    if (k === SPACE) {
      i++;
      continue;
    }
    if (k === OTHER) {
      const clitic = APOSTROPHES.has(c) ? cliticLength(text, i, to) : 0;
      if (clitic > 0) {
        push(i, i + clitic);
        i += clitic;
        continue;
      }
      let end = i + 1;
      // Runs of one mark are one token: "...", "--", "!!".
      if (c === 0x2e || c === 0x2d || c === 0x21 || c === 0x3f)
        while (end < to && text.charCodeAt(end) === c && end - i < LONGEST) end++;
      push(i, end);
      i = end;
      continue;
    }
    const address = addressEnd(text, i, to);
    if (address > i) {
      push(i, address);
      i = address;
      continue;
    }
    const end = k === DIGIT ? numberEnd(text, i, to) : wordEnd(text, i, to, rules);
    const split = k === LETTER ? secondWord(text, i, end, rules) : -1;
    if (split > i) {
      push(i, split);
      push(split, end);
    } else push(i, end);
    i = end;
  }
  return { starts, ends };
}

function wordEnd(text: string, from: number, to: number, { isAbbreviation }: TokenRules): number {
  let i = from;
  while (i < to) {
    const c = text.charCodeAt(i);
    const k = kind(c);
    if (k === LETTER || k === DIGIT) i++;
    else if (
      APOSTROPHES.has(c) &&
      i > from &&
      i + 1 < to &&
      kind(text.charCodeAt(i + 1)) === LETTER &&
      cliticLength(text, i, to) === 0
    )
      i++;
    else if (c === 0x2e && initials(text, from, i, to)) i++;
    else if (c === 0x26 && i > from && i - from <= 2 && i + 1 < to && kind(text.charCodeAt(i + 1)) === LETTER)
      i++;
    else break;
    if (i - from >= LONGEST) return i;
  }
  // The stop of "Dec." or "U.S." is theirs.
  if (i < to && text.charCodeAt(i) === 0x2e && text.charCodeAt(i + 1) !== 0x2e) {
    const word = text.slice(from, i);
    if (
      word.includes(".") ||
      isAbbreviation(word.toLowerCase()) ||
      (word.length === 1 && /[A-Z]/.test(word) && word !== "I")
    )
      return i + 1;
  }
  return i;
}

/** Whether the stop at i is inside initials: a single letter since the last stop, and a letter after it. */
function initials(text: string, from: number, i: number, to: number): boolean {
  const single = i - from === 1 || text.charCodeAt(i - 2) === 0x2e;
  return (
    single &&
    i + 1 < to &&
    kind(text.charCodeAt(i + 1)) === LETTER &&
    (i + 2 >= to || text.charCodeAt(i + 2) === 0x2e)
  );
}

/** Digits with inner marks ("5,000", "3.5", "10:30"), and letters that follow at once ("19th", "5m"). */
function numberEnd(text: string, from: number, to: number): number {
  let i = from;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (kind(c) === DIGIT) i++;
    else if ((c === 0x2e || c === 0x2c || c === 0x3a) && i + 1 < to && kind(text.charCodeAt(i + 1)) === DIGIT)
      i++;
    else break;
    if (i - from >= LONGEST) return i;
  }
  while (i < to && kind(text.charCodeAt(i)) === LETTER && i - from < LONGEST) i++;
  return i;
}

/** End of a web or mail address that starts here, else `from`. */
function addressEnd(text: string, from: number, to: number): number {
  if (!(text.startsWith("http", from) || text.startsWith("www.", from))) return from;
  if (
    text.startsWith("http", from) &&
    !text.startsWith("://", from + 4) &&
    !text.startsWith("s://", from + 4)
  )
    return from;
  let i = from;
  while (i < to && kind(text.charCodeAt(i)) !== SPACE && i - from < LONGEST) i++;
  while (i > from && /[.,;:!?)\]"'”’]/.test(text[i - 1])) i--;
  return i;
}

/** Length of a clitic that starts with the apostrophe at i: 's 're 've 'll 'd 'm; 0 if there is none. */
function cliticLength(text: string, i: number, to: number): number {
  let n = 1;
  while (i + n < to && n < 4 && kind(text.charCodeAt(i + n)) === LETTER) n++;
  const letters = text.slice(i + 1, i + n).toLowerCase();
  return /^(s|d|m|re|ve|ll)$/.test(letters) ? n : 0;
}

/** Start of "n't" or of the second of two joined words, or -1. */
function secondWord(text: string, from: number, end: number, rules: TokenRules): number {
  if (end - from === 5 || end - from === 6) {
    const first = rules.joined(text.slice(from, end).toLowerCase());
    if (first > 0) return from + first;
  }
  if (
    end - from < 4 ||
    (text.charCodeAt(end - 1) | 32) !== 116 ||
    !APOSTROPHES.has(text.charCodeAt(end - 2)) ||
    (text.charCodeAt(end - 3) | 32) !== 110
  )
    return -1;
  return end - 3;
}

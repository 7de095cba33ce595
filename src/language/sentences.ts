/** Ends of sentences inside a paragraph: offsets [start, end) without the white space between. */
export interface SentenceRules {
  /** Kind of an abbreviation (lower case, without its stop): "title", "month", "number", "clock", "place", "other", or undefined. */
  abbreviation(word: string): string | undefined;
  /** Whether a lower-cased word goes on after a time of day ("5 p.m. Monday"). */
  afterClock(word: string): boolean;
  /** Whether a lower-cased word commonly opens a sentence ("the", "he", "but"). */
  opener(word: string): boolean;
}

/** Longest stretch looked at as one sentence, in characters; what is longer is cut at white space. */
export const LONGEST_SENTENCE = 4000;

const isUpper = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde);
const isLower = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 0xdf && c <= 0xff);
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isSpace = (c: number): boolean =>
  c <= 32 || c === 0xa0 || c === 0x200b || c === 0x3000 || c === 0xfeff || (c >= 0x2000 && c <= 0x200a);
const CLOSERS = "\"'”’)]»";
const OPENERS = "\"'“‘([«";

/** Splits `text[from, to)`; linear. */
export function splitSentences(
  text: string,
  from: number,
  to: number,
  rules: SentenceRules,
): [number, number][] {
  const out: [number, number][] = [];
  let start = skip(text, from, to);
  const push = (end: number): void => {
    let e = end;
    while (e > start && isSpace(text.charCodeAt(e - 1))) e--;
    if (e > start) out.push([start, e]);
    start = skip(text, end, to);
  };
  let i = start;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (i - start >= LONGEST_SENTENCE && (isSpace(c) || i - start >= LONGEST_SENTENCE + 200)) {
      push(i);
      i = Math.max(start, i + 1);
      continue;
    }
    if (c !== 0x2e && c !== 0x21 && c !== 0x3f && c !== 0x2026) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < to && ".!?…".includes(text[end])) end++;
    const marks = end - i;
    while (end < to && CLOSERS.includes(text[end])) end++;
    const closed = end > i + marks;
    const spaced = end < to && isSpace(text.charCodeAt(end));
    if (end >= to) break;
    if (marks === 1 && c === 0x2e && end === i + 1 && glued(text, start, i, to)) {
      push(end);
      i = Math.max(start, end);
    } else if (spaced && endsHere(text, start, i, end, to, c, marks, closed, rules)) {
      push(end);
      i = Math.max(start, end);
    } else i = end;
  }
  if (start < to) push(to);
  return out;
}

/** Whether the space after a full stop was lost: "in Oslo.The envoys". */
function glued(text: string, start: number, stop: number, to: number): boolean {
  return (
    stop - start >= 3 &&
    stop + 2 < to &&
    isUpper(text.charCodeAt(stop + 1)) &&
    isLower(text.charCodeAt(stop + 2)) &&
    isLower(text.charCodeAt(stop - 1)) &&
    isLower(text.charCodeAt(stop - 2)) &&
    !/[.@/:]/.test(wordBefore(text, start, stop))
  );
}

function endsHere(
  text: string,
  start: number,
  stop: number,
  end: number,
  to: number,
  mark: number,
  marks: number,
  closed: boolean,
  rules: SentenceRules,
): boolean {
  let next = skip(text, end, to);
  if (next >= to) return true;
  const opened = OPENERS.includes(text[next]);
  while (next < to && OPENERS.includes(text[next])) next++;
  const n = text.charCodeAt(next);
  // A lower-case word goes on: after a quoted question, an unknown abbreviation, or a stray stop.
  if (isLower(n)) return false;
  if (mark !== 0x2e || marks > 1) {
    if (marks > 1 && mark === 0x2e) return isUpper(n) || opened;
    return true;
  }
  const word = wordBefore(text, start, stop);
  // The number of a point in a list.
  if (stop - word.length === start && /^(\d{1,2}|[A-Za-z]|[ivx]{1,4})$/.test(word) && word !== "I")
    return false;
  const kind = rules.abbreviation(word.toLowerCase());
  if (
    kind === undefined &&
    !(word.length === 1 && isUpper(word.charCodeAt(0)) && word !== "I") &&
    !/^([A-Za-z]\.)+[A-Za-z]$/.test(word)
  )
    return true;
  if (closed) return true;
  if (kind === "title") return false;
  if (kind === "clock") {
    const follower = wordAt(text, next, to);
    const after = wordAt(text, skip(text, next + follower.length, to), to);
    return isUpper(n) && !rules.afterClock(follower.toLowerCase()) && after !== "time";
  }
  if (kind === "month" || kind === "number")
    return !isDigit(n) && isUpper(n) && rules.opener(wordAt(text, next, to).toLowerCase());
  // Initials, "U.S.", "Co.": the sentence ends if what follows looks like a beginning and not like a name.
  return opened || rules.opener(wordAt(text, next, to).toLowerCase());
}

function wordBefore(text: string, start: number, stop: number): string {
  let a = stop;
  while (a > start && stop - a < 30) {
    const c = text.charCodeAt(a - 1);
    if (!(isUpper(c) || isLower(c) || isDigit(c) || c === 0x2e)) break;
    a--;
  }
  return text.slice(a, stop);
}

function wordAt(text: string, at: number, to: number): string {
  let e = at;
  while (e < to && e - at < 30 && (isUpper(text.charCodeAt(e)) || isLower(text.charCodeAt(e)))) e++;
  return text.slice(at, e);
}

function skip(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && isSpace(text.charCodeAt(i))) i++;
  return i;
}

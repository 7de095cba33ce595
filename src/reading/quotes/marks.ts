import type { Sentence } from "../../language/index.js";

/** A stretch between quotation marks, marks left out; tokens as [sentence, token]. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** Tokens of the opening mark in `first` and the closing one in `last`; a quotation left open at a paragraph's end closes after its last token. */
  readonly opens: number;
  readonly closes: number;
  /** The paragraph before was left open: the same speaker goes on. */
  readonly goesOn: boolean;
}

const PAIRS: Readonly<Record<string, readonly string[]>> = {
  "“": ["”"],
  "„": ["“", "”"],
  '"': ['"'],
  "«": ["»"],
  "‘": ["’"],
  "'": ["'"],
};
const DOUBLE = new Set(["“", "„", '"', "«"]);
/** A single mark closes only after one of these: otherwise it is an apostrophe. */
const STOPS = new Set([",", ".", "?", "!", "…"]);
/** Longest quotation, in sentences: an opening mark that never closes stays bounded. */
const MOST = 40;

interface Open {
  readonly mark: string;
  readonly s: Sentence;
  readonly token: number;
  readonly goesOn: boolean;
}

/**
 * Stretches between quotation marks, in order. By the printer's rule a quotation that runs over paragraphs opens each and closes the
 * last only. One pass; marks inside a quotation are part of it, and a mark that is never closed opens nothing.
 */
export function quotedStretches(sentences: readonly Sentence[]): Quoted[] {
  const out: Quoted[] = [];
  let open: Open | null = null;
  let before: Sentence | null = null;
  for (const s of sentences) {
    if (s.kind === "boilerplate" || s.kind === "byline") continue;
    let goesOn = false;
    if (open !== null && before !== null && before.paragraph !== s.paragraph) {
      goesOn = s.size > 0 && s.forms[0] === open.mark && DOUBLE.has(open.mark);
      if (goesOn) out.push(stretch(open, before, before.size));
      open = null;
    }
    if (open !== null && s.index - open.s.index > MOST) open = null;
    for (let t = 0; t < s.size; t++) {
      const mark = s.forms[t];
      if (open === null) {
        if (opensAt(s, t)) open = { mark, s, token: t, goesOn: goesOn && t === 0 };
      } else if (closesAt(s, t, open)) {
        if (s !== open.s || t > open.token + 1) out.push(stretch(open, s, t));
        open = null;
      }
    }
    before = s;
  }
  return out;
}

function opensAt(s: Sentence, t: number): boolean {
  const mark = s.forms[t];
  if (PAIRS[mark] === undefined) return false;
  if (DOUBLE.has(mark)) return true;
  // An apostrophe stands against the word before it, and a plural's possessive before a space.
  return (
    t + 1 < s.size &&
    s.starts[t + 1] === s.ends[t] &&
    (t === 0 || s.ends[t - 1] < s.starts[t]) &&
    s.xpos[t] !== "POS"
  );
}

function closesAt(s: Sentence, t: number, open: Open): boolean {
  if (!PAIRS[open.mark].includes(s.forms[t])) return false;
  return DOUBLE.has(open.mark) || (t > 0 && STOPS.has(s.forms[t - 1]));
}

function stretch(open: Open, last: Sentence, closes: number): Quoted {
  const end = closes < last.size ? last.starts[closes] : last.ends[last.size - 1];
  const start = open.s.ends[open.token];
  return {
    start,
    end,
    first: open.s.index,
    last: last.index,
    opens: open.token,
    closes,
    goesOn: open.goesOn,
  };
}

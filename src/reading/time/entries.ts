import type { Sentence } from "../../language/index.js";
import type { TimeExpression } from "../types.js";
import type { Dated } from "./calendar.js";

/** Sentences, and paragraphs under a date on a line of its own, that stay under a date. */
const ENTRY = 12;
/** Lines that are a date and nothing else, from which on a text is a chronology and not a report with its day above it. */
const LINES = 2;
/** What opens something beside the date rather than what is told under it. */
const ASIDE = /^[,([/'"“‘]/u;

/** The dates under which the entries of a chronology stand: "7-9 May 2011. The ministers meet in Oslo.", "7 May 2011 - ...". */
export interface Entries {
  /** The expression whose date a sentence is under, or null. */
  under(s: Sentence): TimeExpression | null;
  /** The same, or the date that the sentence itself begins an entry with. */
  over(s: Sentence): TimeExpression | null;
  /** Takes up a sentence's expressions, left to right. */
  read(s: Sentence, own: readonly TimeExpression[]): void;
}

/** `isDate`: whether a token may be part of a date. */
export function createEntries(
  sentences: readonly Sentence[],
  published: string | null,
  isDate: (s: Sentence, token: number) => boolean,
): Entries {
  const lone = (s: Sentence): boolean =>
    sentences[s.index - 1]?.paragraph !== s.paragraph && sentences[s.index + 1]?.paragraph !== s.paragraph;
  let lines = 0;
  for (const s of sentences) if (lone(s) && rest(s, 0).every((t) => isDate(s, t))) lines++;
  let head: TimeExpression | null = null;
  let line: TimeExpression | null = null;

  const holds = (x: TimeExpression | null, s: Sentence): boolean =>
    x !== null && s.index > x.sentence && s.index - x.sentence <= ENTRY;
  const within = (s: Sentence): TimeExpression | null =>
    head !== null && holds(head, s) && sentences[head.sentence].paragraph === s.paragraph ? head : null;
  const under = (s: Sentence): TimeExpression | null => within(s) ?? (holds(line, s) ? line : null);

  return {
    under,
    over: (s) => (head?.sentence === s.index ? head : under(s)),
    read(s, own) {
      const x = own[0];
      if (x === undefined || x.earliest === null || x.latest === null || !stands(x)) return;
      if (published !== null && x.latest >= published) return;
      if (rest(s, 0).some((t) => t < x.from)) return;
      const saysYear = x.known.includes("year");
      const after = rest(s, x.to);
      if (after.length === 0) {
        if (!saysYear && under(s) === null) return;
        if (lone(s) && lines >= LINES) line = x;
        head = x;
      } else if (saysYear && opens(s, x.to) && sentences[s.index - 1]?.paragraph !== s.paragraph) head = x;
    },
  };
}

const stands = (x: TimeExpression): boolean => x.role === "point" || x.role === "span";

/** Tokens from one on that are no marks. */
function rest(s: Sentence, from: number): number[] {
  const out: number[] = [];
  for (let t = from; t < s.size; t++) if (s.upos[t] !== "PUNCT" && s.upos[t] !== "SYM") out.push(t);
  return out;
}

/** Whether a stop, colon or dash parts what follows from the date. */
const opens = (s: Sentence, t: number): boolean =>
  t < s.size && (s.upos[t] === "PUNCT" || s.upos[t] === "SYM") && !ASIDE.test(s.forms[t]);

/** The days of what heads an entry. */
export const entryDays = (x: TimeExpression | null): Dated | null =>
  x === null || x.earliest === null || x.latest === null || x.edtf === null
    ? null
    : { earliest: x.earliest, latest: x.latest, precision: x.precision, edtf: x.edtf };

import type { Lexicon } from "../../language/index.js";
import type { Index, Pattern } from "./compile.js";

/** Classes and values of a time word: "june" is { month: 6 }. */
export type TimeWord = Readonly<Record<string, number>>;

export interface Entry {
  readonly word: TimeWord;
  /** Patterns that a word can open. */
  readonly opens: readonly Pattern[];
  /** Whether it can make a time; articles and numbers only help. */
  readonly signal: boolean;
}

/** Classes of which every time has one. */
const SIGNALS = [
  "month",
  "weekday",
  "weekdays",
  "weekend",
  "season",
  "unit",
  "units",
  "clock",
  "deictic",
  "daypart",
  "rhythm",
  "year",
  "decade",
  "suffixed",
  "dotted",
  "shortDecade",
  "quarter",
  "half",
  "anniversary",
  "name",
];
const signals = (word: TimeWord): boolean => SIGNALS.some((c) => word[c] !== undefined);

export interface TimeWords {
  /** A word's classes and the patterns it can open, or null where it has nothing to do with time. */
  get(norm: string): Entry | null;
}

const YEAR = /^(1[2-9]\d\d|20\d\d|21\d\d)$/;
const DECADE = /^(1[2-9]|20)\d0'?s$/;
const ORDINAL = /^(\d{1,3})(st|nd|rd|th)$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const SHORT_DECADE = /^([1-9])0s$/;
const SHORT = /^\d{1,3}$/;

/** Classes of a number by its form. */
function numberWord(norm: string): TimeWord {
  const word: Record<string, number> = {};
  if (YEAR.test(norm)) word.year = Number(norm);
  else if (DECADE.test(norm)) word.decade = Number.parseInt(norm, 10);
  else if (SHORT.test(norm)) {
    const n = Number(norm);
    word.number = n;
    if (n >= 1 && n <= 31) word.dom = n;
    if (norm.length === 2) word.twoDigits = n;
  } else if (DOTTED.test(norm)) {
    const [a, b, year] = norm.split(".").map(Number);
    word.dotted = (a * 100 + b) * 10_000 + year;
  } else if (SHORT_DECADE.test(norm)) {
    const n = Number.parseInt(norm, 10);
    word.shortDecade = n < 30 ? 2000 + n : 1900 + n;
  } else {
    const ordinal = ORDINAL.exec(norm);
    if (ordinal !== null) {
      const n = Number(ordinal[1]);
      word.ordinal = n;
      if (n >= 1 && n <= 31) {
        word.dom = n;
        word.suffixed = n;
      }
    }
  }
  return word;
}

export function loadTimeWords(lexicon: Lexicon, index: Index): TimeWords {
  const classes = new Map<string, Record<string, number>>();
  for (const [word, kind, value] of lexicon.table("time/words").rows) {
    const entry = classes.get(word) ?? {};
    entry[kind] = Number(value);
    classes.set(word, entry);
  }
  for (const w of index.byWord.keys()) if (!classes.has(w)) classes.set(w, {});
  for (const w of index.names) {
    const entry = classes.get(w) ?? {};
    entry.name = 1;
    classes.set(w, entry);
  }
  const opensOf = (norm: string, word: TimeWord): Pattern[] => {
    const found = new Set<Pattern>(index.byWord.get(norm));
    for (const c of Object.keys(word)) for (const p of index.byClass.get(c) ?? []) found.add(p);
    return [...found];
  };
  const entries = new Map<string, Entry>();
  for (const [norm, word] of classes)
    entries.set(norm, { word, opens: opensOf(norm, word), signal: signals(word) });
  const byForm = new Map<string, readonly Pattern[]>();
  return {
    get(norm) {
      const known = entries.get(norm);
      if (known !== undefined) return known;
      const first = norm.charCodeAt(0);
      if (first < 48 || first > 57 || norm.length > 10) return null;
      const word = numberWord(norm);
      const form = Object.keys(word).join(" ");
      if (form === "") return null;
      let opens = byForm.get(form);
      if (opens === undefined) {
        opens = opensOf(norm, word);
        byForm.set(form, opens);
      }
      return { word, opens, signal: signals(word) };
    },
  };
}

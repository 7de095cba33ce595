import type { Lexicon, Sentence } from "../../language/index.js";
import type { Parsed, WithTimes } from "../layers.js";
import type { TimeExpression } from "../types.js";
import type { Dated } from "./calendar.js";
import {
  ago,
  deictic,
  directed,
  duration,
  type Found,
  isoForm,
  type Look,
  monthDate,
  partOf,
  plusYears,
  recent,
  seasonDate,
  weekday,
  yearAlone,
} from "./match.js";
import { tenseOf } from "./tense.js";
import { loadTimeWords, type TimeWord, type TimeWords } from "./words.js";

export { dayOf } from "./calendar.js";

/** Finds time expressions and resolves them against the publication day; without it relative ones stay unresolved, said so. */
export function createTimes(lexicon: Lexicon): (input: Parsed) => WithTimes {
  const words = loadTimeWords(lexicon);
  const futureWords = lexicon.list("time/future-words");
  return (input) => {
    const times: TimeExpression[] = [];
    let story: { readonly dated: Dated; readonly sentence: number } | null = null;
    const timesBySentence = input.parsed.sentences.map((s) => {
      if (s.kind === "boilerplate" || s.kind === "byline") return [];
      const mine: number[] = [];
      const held =
        story !== null && s.index - story.sentence <= STORY_HOLDS && pastRoot(s) ? story.dated : null;
      for (const found of scan(s, words, input.published, futureWords, held)) {
        mine.push(times.length);
        const x = found(times.length);
        times.push(x);
        const dated = storyDate(s, x, input.published);
        if (dated !== null) story = { dated, sentence: s.index };
      }
      return mine;
    });
    return { ...input, times, timesBySentence };
  };
}

/** Sentences for which a story stays at its last date. */
const STORY_HOLDS = 2;

const pastRoot = (s: Sentence): boolean => {
  for (let t = 0; t < s.size; t++)
    if (s.heads[t] < 0) return s.xpos[t] === "VBD" || tenseOf(s, t, new Set()) === "past";
  return false;
};

/** The date an expression sets for what is told next; null for names of things, deadlines and what is not past. */
function storyDate(
  s: Sentence,
  x: {
    readonly role: string;
    readonly head: number;
    readonly earliest: string | null;
    readonly latest: string | null;
    readonly precision: Dated["precision"];
    readonly edtf: string | null;
  },
  published: string | null,
): Dated | null {
  if (
    x.role !== "point" ||
    x.earliest === null ||
    x.latest === null ||
    x.edtf === null ||
    published === null ||
    x.latest > published
  )
    return null;
  return /^(amod|nummod|compound)/.test(s.deprels[x.head])
    ? null
    : { earliest: x.earliest, latest: x.latest, precision: x.precision, edtf: x.edtf };
}

function scan(
  s: Sentence,
  words: TimeWords,
  published: string | null,
  futureWords: ReadonlySet<string>,
  story: Dated | null,
): ((index: number) => TimeExpression)[] {
  const at: (TimeWord | null)[] = new Array(s.size);
  let any = false;
  for (let i = 0; i < s.size; i++) {
    at[i] = words.get(s.norms[i]);
    if (at[i] !== null || (s.norms[i].charCodeAt(0) >= 48 && s.norms[i].charCodeAt(0) <= 57)) any = true;
  }
  if (!any) return [];
  const look: Look = { s, words, at, published, story, tense: (t) => tenseOf(s, t, futureWords) };
  const one = (i: number): Found | null =>
    i >= s.size
      ? null
      : (isoForm(look, i) ??
        monthDate(look, i) ??
        directed(look, i) ??
        deictic(look, i) ??
        weekday(look, i) ??
        seasonDate(look, i) ??
        recent(look, i) ??
        ago(look, i) ??
        yearAlone(look, i));
  const out: Found[] = [];
  for (let i = 0; i < s.size; ) {
    const found =
      at[i] === null && !/^\d/.test(s.norms[i])
        ? null
        : (partOf(look, i, one) ?? one(i) ?? duration(look, i, one));
    if (found === null) i++;
    else {
      out.push(found);
      const of = found.dated;
      if (of !== null)
        look.story =
          storyDate(s, { ...of, role: roleBefore(s, at, found), head: headOf(s, found) }, published) ??
          look.story;
      i = Math.max(found.to, i + 1);
    }
  }
  const anniversary = anniversaryYears(s, at);
  return out.map(
    (f, k) => (index: number) =>
      expression(s, at, k === 0 && anniversary > 0 ? recalled(f, anniversary) : f, index),
  );
}

type Recalled = Found & { readonly recalls?: TimeExpression["recalls"] };

/** "Dec. 15 marks the third anniversary": the date recalls the day so many years before. */
function recalled(f: Found, years: number): Recalled {
  if (f.dated === null) return { ...f, role: "anniversary" };
  return {
    ...f,
    role: "anniversary",
    recalls: { earliest: plusYears(f.dated.earliest, -years), latest: plusYears(f.dated.latest, -years) },
    rule: "time/anniversary",
  };
}

/** Number of years of an anniversary that the sentence marks, or 0. */
function anniversaryYears(s: Sentence, at: readonly (TimeWord | null)[]): number {
  for (let i = 1; i < s.size; i++) {
    if (at[i]?.anniversary === undefined) continue;
    for (let k = i - 1; k >= 0 && k >= i - 3; k--) {
      const n = at[k]?.ordinal;
      if (n !== undefined && at.some((w) => w?.marks !== undefined)) return n;
    }
  }
  return 0;
}

function expression(
  s: Sentence,
  at: readonly (TimeWord | null)[],
  f: Recalled,
  index: number,
): TimeExpression {
  const head = headOf(s, f);
  const role = roleBefore(s, at, f);
  return {
    index,
    sentence: s.index,
    from: f.from,
    to: f.to,
    head,
    start: s.starts[f.from],
    end: s.ends[f.to - 1],
    earliest: f.dated?.earliest ?? null,
    latest: f.dated?.latest ?? null,
    precision: f.dated?.precision ?? "period",
    edtf: f.dated?.edtf ?? null,
    role,
    known: f.known,
    implied: f.implied,
    anchor: f.anchor,
    quantity: f.quantity ?? null,
    recalls: f.recalls ?? null,
    occurrences: f.occurrences ?? [],
    eventHead: -1,
    unresolved: f.unresolved ?? null,
    rule: f.rule,
  };
}

function headOf(s: Sentence, f: Found): number {
  for (let t = f.to - 1; t >= f.from; t--) if (s.heads[t] < f.from || s.heads[t] >= f.to) return t;
  return f.to - 1;
}

/** A year or date before the noun it belongs to: "the 1956 Declaration", "the 2015 deal". */
function inName(s: Sentence, f: Found): boolean {
  const next = f.to;
  if (f.dated === null || next >= s.size || f.known[0] !== "year") return false;
  return (
    s.upos[next] === "PROPN" ||
    s.upos[next] === "NOUN" ||
    (s.upos[next] === "ADJ" && /^(NOUN|PROPN)$/.test(s.upos[next + 1] ?? ""))
  );
}

function roleBefore(s: Sentence, at: readonly (TimeWord | null)[], f: Found): TimeExpression["role"] {
  if (f.role !== undefined) return f.role;
  if (inName(s, f)) return "name";
  let before = f.from - 1;
  while (
    before >= 0 &&
    before > f.from - 3 &&
    (s.norms[before] === "the" || s.norms[before] === "about" || s.norms[before] === "around")
  )
    before--;
  return roleOf(before >= 0 ? at[before] : null);
}

function roleOf(cue: TimeWord | null): TimeExpression["role"] {
  if (cue === null) return "point";
  if (cue.deadline !== undefined) return "deadline";
  if (cue.before !== undefined) return "before";
  if (cue.after !== undefined) return "after";
  if (cue.until !== undefined) return "until";
  if (cue.since !== undefined) return "since";
  return cue.throughout !== undefined ? "span" : "point";
}

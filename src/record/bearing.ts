import type { ItemKind } from "../reading/index.js";
import { byTime, type Source } from "./pages.js";
import { datedByOccurrences, daysOf, knownOf, type Shelf } from "./shelf.js";
import type {
  AsOf,
  RecordAgreement,
  RecordAssessment,
  RecordItem,
  RecordMeasure,
  RecordMeeting,
} from "./types.js";
import type { RecordWords } from "./words.js";

export type Worded<T> = readonly [line: T, words: ReadonlySet<string>];

/**
 * What else on record can bear on a promise: lines whose last day, or day of knowledge where they have none, is not before `from`;
 * earlier ones may be among them. In the order of time. Only lines back to that day are made: a promise of last month asks for few.
 */
export interface Bearing {
  readonly words: RecordWords;
  /** Measures that say something of what was promised, by each of their words. */
  measures(from: string): ReadonlyMap<string, readonly Worded<RecordMeasure>[]>;
  assessments(from: string): readonly Worded<RecordAssessment>[];
  /** Held and dated. */
  meetings(from: string): readonly RecordMeeting[];
  /** Signed, with a name of their own. */
  agreements(from: string): readonly Worded<RecordAgreement>[];
}

const signed: ReadonlySet<RecordAgreement["status"]> = new Set([
  "signed",
  "adopted",
  "ratified",
  "in-force",
] as const);

/** Words of a line that are held against those of a promise; null where it bears on none. */
export function bearingWords(line: RecordItem, words: RecordWords): ReadonlySet<string> | null {
  switch (line.kind) {
    case "measure":
      return line.status === "announced" ? null : contentOf(line, () => `${line.what} ${line.quote}`, words);
    case "assessment":
      return line.judgement === "stalled" || line.judgement === "progressing"
        ? contentOf(line, () => line.what, words)
        : null;
    case "agreement":
      return signed.has(line.status) && line.instrument !== null
        ? contentOf(line, () => line.instrument as string, words)
        : null;
    default:
      return null;
  }
}

/** Views of one book have most lines in common: the words of each are made once. */
const contents = new WeakMap<RecordItem, ReadonlySet<string>>();
function contentOf(line: RecordItem, text: () => string, words: RecordWords): ReadonlySet<string> {
  let content = contents.get(line);
  if (content === undefined) {
    content = words.content(text());
    contents.set(line, content);
  }
  return content;
}

export function bearingOf(source: Source, asOf: AsOf, words: RecordWords): Bearing {
  const worded = <T extends RecordItem>(list: readonly T[]): Worded<T>[] =>
    list.flatMap((line) => {
      const own = bearingWords(line, words);
      return own === null ? [] : [[line, own] as const];
    });
  const measures = linesSince<RecordMeasure>(source, asOf, "measure");
  const assessments = linesSince<RecordAssessment>(source, asOf, "assessment");
  const meetings = linesSince<RecordMeeting>(source, asOf, "meeting");
  // Only what has a name of its own bears on a promise: heads tell which, and the others need not be made.
  const agreements = linesSince<RecordAgreement>(source, asOf, "agreement", ({ cluster }) =>
    cluster.members.some((m) => m.entry.mark.includes("/")),
  );
  const byWord = derived((list: readonly RecordMeasure[]) => {
    const out = new Map<string, Worded<RecordMeasure>[]>();
    for (const pair of worded(list))
      for (const word of pair[1]) {
        const own = out.get(word);
        if (own === undefined) out.set(word, [pair]);
        else own.push(pair);
      }
    return out;
  });
  const wordedAssessments = derived((list: readonly RecordAssessment[]) => worded(list));
  const wordedAgreements = derived((list: readonly RecordAgreement[]) => worded(list));
  const held = derived((list: readonly RecordMeeting[]) =>
    list.filter((m) => m.status === "held" && m.when.latest !== null),
  );
  return {
    words,
    measures: (from) => byWord(measures(from)),
    assessments: (from) => wordedAssessments(assessments(from)),
    meetings: (from) => held(meetings(from)),
    agreements: (from) => wordedAgreements(agreements(from)),
  };
}

/** Lines of a kind in the order of time, made back to the day asked for. */
function linesSince<T extends RecordItem>(
  { book, lineOf }: Source,
  { asKnownOn }: AsOf,
  kind: Exclude<ItemKind, "anniversary">,
  may: (shelf: Shelf) => boolean = () => true,
): (from: string) => readonly T[] {
  let shelves: { readonly at: string; readonly shelf: Shelf }[] | null = null;
  let made: readonly T[] = [];
  let next = 0;
  const dated = (): { readonly at: string; readonly shelf: Shelf }[] => {
    const out: { readonly at: string; readonly shelf: Shelf }[] = [];
    for (const shelf of book.shelves(kind)) {
      const n = knownOf(shelf, asKnownOn);
      if (n === 0 || !may(shelf)) continue;
      const { earliest, latest } = daysOf(shelf, n);
      const line = datedByOccurrences(shelf, n) ? lineOf(shelf) : null;
      const end = line === null ? latest : line.when.latest;
      const { known } = shelf.cluster.members[0].entry.statement;
      // Open at its end, it may begin after it became known.
      const at = end ?? (earliest !== null && earliest > known ? earliest : known);
      out.push({ at, shelf });
    }
    return out.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  };
  return (from) => {
    shelves ??= dated();
    let end = next;
    while (end < shelves.length && shelves[end].at >= from) end++;
    if (end === next) return made;
    // Far enough that what is asked for day after day is not put in order as often.
    end = Math.min(shelves.length, Math.max(end, 2 * next));
    const lines = shelves.slice(next, end).flatMap(({ shelf }) => (lineOf(shelf) as T | null) ?? []);
    made = byTime([...made, ...lines]);
    next = end;
    return made;
  };
}

/** Made of a list that only grows by being made anew. */
function derived<L extends object, R>(make: (list: L) => R): (list: L) => R {
  let last: { readonly list: L; readonly value: R } | null = null;
  return (list) => {
    if (last?.list !== list) last = { list, value: make(list) };
    return last.value;
  };
}

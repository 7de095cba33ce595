import type { Lexicon } from "../language/index.js";

/** Word lists of the record and what is done with them. */
export interface RecordWords {
  /** Content words of a text as a set of stems; words that mean the same in accounts of talks are one. */
  content(text: string): ReadonlySet<string>;
  /** The word that says which of a series something is, and its number; null where none does. */
  ordinal(text: string): { readonly word: string; readonly number: string } | null;
  /** Whether a text speaks of the talks themselves. */
  process(text: string): boolean;
  /** Whether a title says that its text takes back an earlier one. */
  corrects(title: string): boolean;
  /** Whether a sentence tells how something of days began or how it ended; null for neither or both. */
  bound(sentence: string): "begin" | "end" | null;
  /** The words before a verb of receiving others at home; null where the sentence has none. */
  beforeHost(sentence: string): string | null;
  /** Whether a text begins with coming to an agreement: "sign a final peace accord". */
  concludes(text: string): boolean;
  /** Whether content words name an agreement and tell it from no other: "310-page accord". */
  plain(content: ReadonlySet<string>): boolean;
  /** Sides of opposed deeds that stand in a text, as `scale/yes` or `scale/no`. */
  sides(text: string): ReadonlySet<string>;
  /** State that answers for a historical one; other codes as they are. */
  successor(code: string): string;
  /** Whether a state or territory of this code has the name. */
  isStateName(code: string, name: string): boolean;
  /** What a state is called, folded: its names, its adjectives, its capital. */
  stateWords(code: string): readonly string[];
  /** The country of a movement that the table knows by this name; null for others. */
  homeOf(movement: string): string | null;
}

const MOST_STEMS = 20_000;
/** What agreements of all names are one as (`record/synonyms`), and how many words after the verb it may stand. */
const ACCORD = "accord";
const NEAR = 5;

export function createRecordWords(lexicon: Lexicon): RecordWords {
  const stop = lexicon.list("record/stop-words");
  const process = lexicon.list("record/process-words");
  const synonyms = new Map(lexicon.table("record/synonyms").rows.map(([word, other]) => [word, other]));
  const ordinals = new Map(lexicon.table("record/ordinals").rows.map(([word, number]) => [word, number]));
  const afterOrdinals = lexicon.list("record/after-ordinals");
  const corrections = lexicon.list("record/correction-words");
  const bounds = new Map(lexicon.table("record/bounds").rows.map(([word, bound]) => [word, bound]));
  const hosts = lexicon.table("record/hosts").rows;
  const opposites = lexicon.table("record/opposites").rows;
  const successors = new Map(
    lexicon.table("record/successors").rows.map(([code, successor]) => [code, successor]),
  );
  const states = new Set<string>();
  const callings = new Map<string, string[]>();
  for (const [code, , name, variants, adjectives, , capital] of lexicon.table("actors/states").rows) {
    const names = [name, ...variants.split("|")];
    for (const n of names) states.add(`${code} ${fold(n)}`);
    const all = [...names, ...adjectives.split("|"), ...capital.split("|")].map(fold).filter((n) => n !== "");
    callings.set(code, [...(callings.get(code) ?? []), ...all]);
  }
  const homes = new Map(
    lexicon
      .table("actors/groups")
      .rows.flatMap(([name, variants, home]) => [name, ...variants.split("|")].map((n) => [fold(n), home])),
  );
  const concluding = lexicon.list("record/conclude-words");
  const plainWords = new Set(
    [...lexicon.list("record/agreement-epithets")].map((w) => synonyms.get(w) ?? stem(w)).concat(ACCORD),
  );
  /** What words stand for; "" for those that say nothing. The same ones come again and again: so many are remembered. */
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    let out = stems.get(word);
    if (out === undefined) {
      if (stems.size >= MOST_STEMS) stems.clear();
      out = word.length > 1 && !stop.has(word) ? (synonyms.get(word) ?? stem(word)) : "";
      stems.set(word, out);
    }
    return out;
  };
  return {
    content(text) {
      const out = new Set<string>();
      for (const word of words(text)) {
        const own = stemOf(word);
        if (own !== "") out.add(own);
      }
      return out;
    },
    ordinal(text) {
      const all = words(text);
      for (const [i, word] of all.entries()) {
        const number = ordinals.get(word);
        if (number !== undefined && !afterOrdinals.has(all[i + 1] ?? "")) return { word, number };
      }
      return null;
    },
    process: (text) => words(text).some((w) => process.has(w)),
    bound(sentence) {
      const found = new Set(words(sentence).flatMap((w) => bounds.get(w) ?? []));
      return found.size === 1 ? ([...found][0] as "begin" | "end") : null;
    },
    corrects: (title) => words(title).some((w) => corrections.has(w)),
    beforeHost(sentence) {
      const folded = fold(sentence);
      for (const [verb, not] of hosts) {
        const at = folded.indexOf(` ${verb} `);
        if (at >= 0 && (not === "" || !folded.startsWith(`${not} `, at + verb.length + 2)))
          return folded.slice(0, at);
      }
      return null;
    },
    concludes(text) {
      const [verb, ...rest] = words(text).filter((w) => w !== "to");
      if (!concluding.has(verb ?? "")) return false;
      return rest.slice(0, NEAR).some((w) => (synonyms.get(w) ?? w) === ACCORD);
    },
    plain: (content) =>
      content.has(ACCORD) && [...content].every((w) => plainWords.has(w) || /^\d+$/.test(w)),
    sides(text) {
      const folded = fold(text);
      return new Set(
        opposites.flatMap(([scale, side, word]) => (hasPhrase(folded, word) ? [`${scale}/${side}`] : [])),
      );
    },
    successor: (code) => successors.get(code) ?? code,
    isStateName: (code, name) => states.has(`${code} ${fold(name)}`),
    stateWords: (code) => callings.get(code) ?? [],
    homeOf: (movement) => homes.get(fold(movement)) || null,
  };
}

/** How the number in a series stands among the words of an entry: no word begins so. */
export const ordinalWord = (number: string): string => `#${number}`;
export function ordinalIn(words: ReadonlySet<string>): string | null {
  for (const word of words) if (word.startsWith("#")) return word;
  return null;
}

/** Shared words over all words, 0 to 1; 0 for two empty sets. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = overlap(a, b);
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Share of the smaller set that stands in the other, 0 to 1. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size);
  return least === 0 ? 0 : overlap(a, b) / least;
}

export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let n = 0;
  for (const word of small) if (large.has(word)) n++;
  return n;
}

/** Whether a phrase stands in a text as whole words; both are folded to lower case with single spaces. */
export function hasPhrase(folded: string, phrase: string): boolean {
  for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if ((at === 0 || !isLetter(folded[at - 1])) && (end === folded.length || !isLetter(folded[end])))
      return true;
  }
  return false;
}

/** Beyond ASCII and curly quotes, which are no letters and stay as they are. */
const BEYOND_PLAIN = /[\u0080-\u2017\u2020-\uffff]/;
const CONTROL = /[\t-\r]/;
/** A run of white space and hyphens that is more than one space, in plain text. */
const AWRY = / ?[\t-\r-][\s-]*| {2}[\s-]*/g;
/** Names and places come again and again: short texts are remembered, so many at a time. */
const SHORT = 40;
const MOST_FOLDED = 20_000;
const folded = new Map<string, string>();

/** Lower case without accents, hyphens as spaces, runs of white space as one. */
export function fold(text: string): string {
  if (text.length > SHORT) return foldAnew(text);
  let out = folded.get(text);
  if (out === undefined) {
    if (folded.size >= MOST_FOLDED) folded.clear();
    out = foldAnew(text);
    folded.set(text, out);
  }
  return out;
}

function foldAnew(text: string): string {
  if (BEYOND_PLAIN.test(text))
    return text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[\s\u2010-\u2015-]+/g, " ")
      .trim();
  const lower = text.toLowerCase();
  // Nearly every text: nothing to take apart.
  const plain = !lower.includes("-") && !lower.includes("  ") && !CONTROL.test(lower);
  return plain ? lower.trim() : lower.replace(AWRY, " ").trim();
}

function words(text: string): string[] {
  const folded = fold(text);
  return folded.match(BEYOND_PLAIN.test(folded) ? /[\p{L}\p{N}]+/gu : /[a-z0-9]+/g) ?? [];
}
const isLetter = (c: string): boolean => /[\p{L}\p{N}]/u.test(c);

/** Takes off plural and verb endings so far as to make "talks" and "talk", "visited" and "visits" meet. */
function stem(word: string): string {
  if (word.length <= 4) return word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
  for (const end of ["ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e"]) {
    if (word.endsWith(end) && !word.endsWith("ss") && word.length - end.length >= 4)
      return word.slice(0, -end.length);
  }
  return word;
}

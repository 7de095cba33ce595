import type { Lexicon, Sentence } from "../../language/index.js";

/** First column to the values of another, as lists: a lemma may belong to several classes. */
export function classes(
  lexicon: Lexicon,
  table: string,
  column: string,
): ReadonlyMap<string, readonly string[]> {
  const t = lexicon.table(table);
  const at = t.columns.indexOf(column);
  const map = new Map<string, string[]>();
  for (const row of t.rows) {
    const list = map.get(row[0]);
    if (list === undefined) map.set(row[0], [row[at]]);
    else list.push(row[at]);
  }
  return map;
}

/** Lemmas of one class. */
export function members(lexicon: Lexicon, table: string, column: string, value: string): ReadonlySet<string> {
  const t = lexicon.table(table);
  const at = t.columns.indexOf(column);
  return new Set(t.rows.filter((r) => r[at] === value).map((r) => r[0]));
}

/** A phrase of a table in a sentence, and where it starts. */
interface Found<T> {
  readonly at: number;
  readonly length: number;
  readonly value: T;
}

/** Phrases of several words, found in running text by their first word. `T` is what a phrase stands for. */
export class PhraseTable<T> {
  private readonly byFirst = new Map<string, { words: readonly string[]; value: T }[]>();
  private last: Sentence | null = null;
  private found: readonly Found<T>[] = [];

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [text, value] of entries) {
      this.add(text.split(" "), value);
      // Tokenisers differ on "non-negotiable": one token, or three.
      if (text.includes("-")) this.add(text.replaceAll("-", " - ").split(" "), value);
    }
    for (const list of this.byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  private add(words: readonly string[], value: T): void {
    const list = this.byFirst.get(words[0]);
    if (list === undefined) this.byFirst.set(words[0], [{ words, value }]);
    else list.push({ words, value });
  }

  /** Longest phrase that starts at `token`, by word form or lemma, or null. */
  at(s: Sentence, token: number): { readonly length: number; readonly value: T } | null {
    const norm = s.norms[token];
    const lemma = s.lemmas[token];
    const list = this.byFirst.get(norm) ?? (lemma === norm ? undefined : this.byFirst.get(lemma));
    if (list === undefined) return null;
    for (const { words, value } of list) {
      let n = 0;
      while (
        n < words.length &&
        token + n < s.size &&
        (s.norms[token + n] === words[n] || s.lemmas[token + n] === words[n])
      )
        n++;
      if (n === words.length) return { length: n, value };
    }
    return null;
  }

  /** First phrase within [from, to), or null. */
  within(s: Sentence, from: number, to: number): Found<T> | null {
    for (const found of this.all(s)) {
      if (found.at >= to) break;
      if (found.at >= from) return found;
    }
    return null;
  }

  /** All phrases of a sentence, by where they start; kept for the sentence asked about last, as its clauses ask in turn. */
  private all(s: Sentence): readonly Found<T>[] {
    if (s !== this.last) {
      this.last = s;
      const found: Found<T>[] = [];
      for (let t = 0; t < s.size; t++) {
        const phrase = this.at(s, t);
        if (phrase !== null) found.push({ at: t, ...phrase });
      }
      this.found = found;
    }
    return this.found;
  }
}

const tables = new WeakMap<ReadonlySet<string>, PhraseTable<true>>();

/** The phrases of a list, made once for all who look for them. */
export function phrasesIn(list: ReadonlySet<string>): PhraseTable<true> {
  let table = tables.get(list);
  if (table === undefined) {
    table = new PhraseTable([...list].map((w) => [w, true] as const));
    tables.set(list, table);
  }
  return table;
}

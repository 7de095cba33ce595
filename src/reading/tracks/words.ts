import type { Lexicon } from "../../language/index.js";
import type { ItemBase } from "../types.js";

export type TrackName = ItemBase["track"];

interface Entry {
  readonly words: readonly string[];
  readonly track: TrackName;
}

/** Telling words by their first word; plurals are taken for their singular. */
export class TrackWords {
  private readonly byFirst = new Map<string, Entry[]>();
  private readonly cache = new Map<string, TrackName | null>();

  constructor(lexicon: Lexicon) {
    for (const [text, track] of lexicon.table("stances/track-words").rows) {
      const words = text.split(" ").map(singular);
      const list = this.byFirst.get(words[0]) ?? [];
      this.byFirst.set(words[0], list);
      list.push({ words, track: track as TrackName });
      list.sort((a, b) => b.words.length - a.words.length);
    }
  }

  /** Track of the first telling word of a text, or null. The longer phrase wins where two start at one word. */
  first(text: string): TrackName | null {
    const known = this.cache.get(text);
    if (known !== undefined) return known;
    const low = text.toLowerCase();
    let found: TrackName | null = null;
    for (let at = wordFrom(low, 0); at < low.length && found === null; at = wordFrom(low, wordEnd(low, at)))
      for (const e of this.byFirst.get(singular(low.slice(at, wordEnd(low, at)))) ?? [])
        if (standsAt(low, at, e.words)) {
          found = e.track;
          break;
        }
    if (this.cache.size >= CACHED) this.cache.clear();
    this.cache.set(text, found);
    return found;
  }
}

const CACHED = 512;

/* Words are runs of letters and hyphens; of a long text most are never looked at, so it is not cut up first. */
function isLetter(c: number): boolean {
  return (c >= 97 && c <= 122) || c === 45;
}

function wordFrom(low: string, from: number): number {
  let at = from;
  while (at < low.length && !isLetter(low.charCodeAt(at))) at++;
  return at;
}

function wordEnd(low: string, from: number): number {
  let at = from;
  while (at < low.length && isLetter(low.charCodeAt(at))) at++;
  return at;
}

/** Whether these words, in the singular, stand one after the other from `from` on. */
function standsAt(low: string, from: number, words: readonly string[]): boolean {
  let at = from;
  for (const word of words) {
    const end = wordEnd(low, at);
    if (singular(low.slice(at, end)) !== word) return false;
    at = wordFrom(low, end);
  }
  return true;
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
    ? word.slice(0, -1)
    : word;
}

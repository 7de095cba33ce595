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
    const words = text
      .toLowerCase()
      .split(/[^a-z-]+/)
      .map(singular);
    let found: TrackName | null = null;
    for (let i = 0; i < words.length && found === null; i++) {
      for (const e of this.byFirst.get(words[i]) ?? []) {
        if (e.words.every((w, k) => words[i + k] === w)) {
          found = e.track;
          break;
        }
      }
    }
    if (this.cache.size >= CACHED) this.cache.clear();
    this.cache.set(text, found);
    return found;
  }
}

const CACHED = 512;

function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
    ? word.slice(0, -1)
    : word;
}

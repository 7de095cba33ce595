import type { Negotiation } from "../../src/record/index.js";
import { parseNegotiation } from "../../src/record/index.js";
import { type Article, articlesOf } from "./articles.js";
import { makeWorld } from "./occurrences.js";
import { Random } from "./random.js";
import { codes, nouns } from "./words.js";

export type { Article } from "./articles.js";

export interface Worlds {
  readonly negotiations: readonly Negotiation[];
  /** Articles planned for each negotiation. */
  readonly sizes: readonly number[];
  /** Articles of all worlds by turns, each world's in the order of days. */
  articles(): Generator<Article>;
}

/**
 * Worlds of so many articles in all: negotiations of very different sizes (the largest has about a fourteenth of 100,000), each of
 * two parties. A world has a third as many true things as articles; each article tells of ten.
 */
export function makeWorlds(count: number, seed = 1, perArticle = 10): Worlds {
  const number = Math.max(2, Math.min(100, Math.round(count / 700)));
  const weights = Array.from({ length: number }, (_, i) => 1 / (i + 4));
  const total = weights.reduce((a, b) => a + b, 0);
  const sizes = weights.map((w) => Math.max(20, Math.floor((count * w) / total)));
  sizes[0] += count - sizes.reduce((a, b) => a + b, 0);
  const ladder = nouns.slice(0, 6);
  const pair = (i: number): [string, string] => [
    codes[i % codes.length],
    codes[(i + 1 + 7 * Math.floor(i / codes.length)) % codes.length],
  ];
  const negotiations = sizes.map((_, i) =>
    parseNegotiation({
      id: `world-${i}`,
      parties: pair(i),
      issues: ladder.map((word) => ({ id: word, words: [word] })),
    }),
  );
  return {
    negotiations,
    sizes,
    *articles() {
      const streams = sizes.map((size, i) => {
        const random = new Random(seed * 7919 + i);
        const world = makeWorld(`world-${i}`, pair(i), Math.max(12, Math.round(size / 3) * 3), random);
        return { size, done: 0, next: articlesOf(world, size, perArticle, random) };
      });
      const most = Math.max(...sizes);
      for (let turn = 1; turn <= most; turn++) {
        for (const s of streams) {
          while (s.done < Math.ceil((s.size * turn) / most) && s.done < s.size) {
            const { value } = s.next.next();
            s.done++;
            if (value !== undefined) yield value;
          }
        }
      }
    },
  };
}

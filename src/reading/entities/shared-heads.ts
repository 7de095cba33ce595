import { isCapital, only, type Scan } from "./scan.js";
import type { Entry, Match } from "./trie.js";
import type { ActorWords } from "./words.js";

const NAMED: ReadonlySet<Entry["type"]> = new Set(["state", "demonym", "people", "group"]);

/**
 * "North and South Korea", "Greek and Turkish Cypriots", "Bosnian Serbs and Croats": two names that share a word, told once. The name that
 * lacks it is read as the whole one, where the tables know one.
 */
export function withSharedWords(words: ActorWords, sc: Scan): Scan {
  const { s } = sc;
  let at: (Match | null)[] | null = null;
  for (let t = 1; t + 1 < s.size; t++) {
    if (s.norms[t] !== "and" && s.norms[t] !== "or") continue;
    const right = sc.at[t + 1];
    // The last word is told behind.
    if (
      right !== null &&
      right.to - right.from > 1 &&
      NAMED.has(right.entries[0].type) &&
      isCapital(s.forms[t - 1])
    ) {
      const same = sc.folded[t - 1] === sc.folded[right.from];
      const whole = same ? null : lookUp(words, sc, [t - 1, ...range(right.from + 1, right.to)]);
      if (whole !== null) {
        at ??= [...sc.at];
        at[t - 1] = { from: t - 1, to: t, entries: whole };
        continue;
      }
    }
    // The first word is told before.
    if (!isCapital(s.forms[t + 1])) continue;
    const from = t - 2 >= 0 && sc.at[t - 2]?.to === t ? t - 2 : -1;
    if (from < 0 || !NAMED.has(sc.at[from]!.entries[0].type)) continue;
    const whole = lookUp(words, sc, [from, t + 1]);
    if (whole === null || only(sc.at[from], "people") === null) continue;
    at ??= [...sc.at];
    at[t + 1] = { from: t + 1, to: t + 2, entries: whole };
  }
  return at === null ? sc : { ...sc, at };
}

function lookUp(words: ActorWords, sc: Scan, tokens: readonly number[]): readonly Entry[] | null {
  const m = words.trie.match(
    tokens.map((k) => sc.folded[k]),
    tokens.map((k) => sc.s.forms[k]),
    0,
  );
  return m !== null && m.to === tokens.length && NAMED.has(m.entries[0].type) ? m.entries : null;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

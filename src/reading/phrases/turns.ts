import type { Sentence } from "../../language/index.js";

/** Stands between two words of a turn that others may part: "lose ~ steam" for "lost much of their steam". */
const GAP = "~";
/** Most words that may stand in a gap, and what kinds of words they are. */
const WIDEST = 4;
const BETWEEN = new Set(["ADV", "DET", "ADJ", "PART", "PRON", "NUM", "ADP"]);

interface Turn<T> {
  /** What may stand at each place, by lemma or form. */
  readonly words: readonly ReadonlySet<string>[];
  /** Whether a gap may open before that place. */
  readonly apart: readonly boolean[];
  readonly value: T;
}

/** Turns that begin with a word. */
interface Turns<T> {
  /** Those of one word, or of one that others may follow. */
  readonly loose: Turn<T>[];
  /** Second words of these; null where one of them has none. */
  seconds: Set<string> | null;
  /** Those whose second word stands right behind, by that. */
  readonly bySecond: Map<string, Turn<T>[]>;
}

/**
 * Turns of phrase, found in running text by their first word: words in order, by form or lemma, choices between "|", "~" where others
 * may stand between. The longest wins. `T` is what a turn stands for.
 */
export class TurnTable<T> {
  private readonly byFirst = new Map<string, Turns<T>>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [text, value] of entries) {
      this.add(text.split(" "), value);
      // Tokenisers differ on "non-starter": one token, or three.
      if (text.includes("-")) this.add(text.replaceAll("-", " - ").split(" "), value);
    }
    const longest = (a: Turn<T>, b: Turn<T>): number => b.words.length - a.words.length;
    for (const { loose, bySecond } of this.byFirst.values())
      for (const list of [loose, ...bySecond.values()]) list.sort(longest);
  }

  private add(parts: readonly string[], value: T): void {
    const words: ReadonlySet<string>[] = [];
    const apart: boolean[] = [];
    for (const [i, part] of parts.entries()) {
      if (part === GAP) continue;
      words.push(new Set(part.split("|")));
      apart.push(i > 0 && parts[i - 1] === GAP);
    }
    const turn = { words, apart, value };
    for (const first of words[0]) {
      const lists: Turns<T> = this.byFirst.get(first) ?? {
        loose: [],
        seconds: new Set(),
        bySecond: new Map(),
      };
      this.byFirst.set(first, lists);
      if (words.length === 1 || apart[1]) {
        lists.loose.push(turn);
        if (words.length === 1) lists.seconds = null;
        else for (const second of words[1]) lists.seconds?.add(second);
      } else
        for (const second of words[1]) {
          const list = lists.bySecond.get(second);
          if (list === undefined) lists.bySecond.set(second, [turn]);
          else list.push(turn);
        }
    }
  }

  /** Longest turn that starts at `token`, with the token behind its last word, or null. */
  at(s: Sentence, token: number): { readonly end: number; readonly value: T } | null {
    const { norms, lemmas } = s;
    const form = this.byFirst.get(norms[token]);
    const own = norms[token] === lemmas[token] ? undefined : this.byFirst.get(lemmas[token]);
    if (form === undefined && own === undefined) return null;
    const next = token + 1 < s.size ? token + 1 : -1;
    let best: Found<T> | null = null;
    for (const lists of [form, own]) {
      if (lists === undefined) continue;
      if (lists.seconds === null || reachesOne(s, token, lists.seconds))
        best = longer(s, token, lists.loose, best);
      if (next < 0) continue;
      best = longer(s, token, lists.bySecond.get(norms[next]), best);
      if (lemmas[next] !== norms[next]) best = longer(s, token, lists.bySecond.get(lemmas[next]), best);
    }
    return best;
  }
}

interface Found<T> {
  readonly end: number;
  readonly value: T;
  /** Number of its words. */
  readonly length: number;
}

/** The first of some turns, longest first, that starts at `token` and is longer than the `best` so far; else that. */
function longer<T>(
  s: Sentence,
  token: number,
  list: readonly Turn<T>[] | undefined,
  best: Found<T> | null,
): Found<T> | null {
  if (list === undefined) return best;
  const most = best?.length ?? 0;
  for (const turn of list) {
    if (turn.words.length <= most) break;
    const end = endOf(s, token, turn);
    if (end >= 0) return { end, value: turn.value, length: turn.words.length };
  }
  return best;
}

/** Whether one of these words stands behind `token`, as far as a gap reaches. */
function reachesOne(s: Sentence, token: number, words: ReadonlySet<string>): boolean {
  for (let next = token + 1; next < s.size; next++) {
    if (words.has(s.norms[next]) || words.has(s.lemmas[next])) return true;
    if (next - token > WIDEST || !BETWEEN.has(s.upos[next])) return false;
  }
  return false;
}

function endOf<T>(s: Sentence, token: number, { words, apart }: Turn<T>): number {
  let at = token;
  for (let k = 1; k < words.length; k++) {
    let next = at + 1;
    while (next < s.size && !words[k].has(s.norms[next]) && !words[k].has(s.lemmas[next])) {
      if (!apart[k] || next - at > WIDEST || !BETWEEN.has(s.upos[next])) return -1;
      next++;
    }
    if (next >= s.size) return -1;
    at = next;
  }
  return at + 1;
}

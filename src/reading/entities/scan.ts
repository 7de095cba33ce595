import type { Sentence } from "../../language/index.js";
import type { Clue } from "./clues.js";
import { type Entry, fold, isPlain, type Match } from "./trie.js";
import type { ActorWords } from "./words.js";

/** A sentence with its words folded and its longest dictionary matches by first token. */
export interface Scan {
  readonly s: Sentence;
  readonly folded: readonly string[];
  readonly at: readonly (Match | null)[];
  /** Classes of each token's word in `actors/clues`, or null. */
  readonly clues: readonly (ReadonlySet<Clue> | null)[];
}

export function scan(words: ActorWords, s: Sentence): Scan {
  const folded: string[] = new Array(s.size);
  for (let t = 0; t < s.size; t++) {
    const f = s.forms[t];
    folded[t] = f === "-" || f === "/" || f === "–" || f === "‑" ? "" : isPlain(f) ? s.norms[t] : fold(f);
  }
  const at: (Match | null)[] = new Array(s.size).fill(null);
  for (let t = 0; t < s.size; t++) if (folded[t] !== "") at[t] = words.trie.match(folded, s.forms, t);
  return { s, folded, at, clues: s.norms.map((w) => words.clues.get(w) ?? null) };
}

export const OWNERS: ReadonlySet<Entry["type"]> = new Set([
  "state",
  "demonym",
  "capital",
  "organisation",
  "government",
  "group",
  "people",
]);

/** The entry of a match that has one of the types, first wins. */
export function typed(m: Match | null, types: ReadonlySet<Entry["type"]>): Entry | null {
  if (m === null) return null;
  for (const e of m.entries) if (types.has(e.type)) return e;
  return null;
}

export function only(m: Match | null, type: Entry["type"]): Entry | null {
  if (m === null) return null;
  for (const e of m.entries) if (e.type === type) return e;
  return null;
}

export function isCapital(form: string): boolean {
  const c = form.charCodeAt(0);
  return (c >= 65 && c <= 90) || (c > 191 && form[0] !== form[0].toLowerCase());
}

/** Head of the tokens [from, to): the one that hangs outside them, content words before the rest. */
export function headOf(s: Sentence, from: number, to: number): number {
  let best = -1;
  for (let t = from; t < to; t++) {
    const h = s.heads[t];
    if (h >= from && h < to) continue;
    const d = s.deprels[t];
    if (d === "punct" || d === "det" || d === "case" || d === "cc" || s.upos[t] === "PUNCT") continue;
    if (
      best < 0 ||
      d === "nsubj" ||
      d === "obj" ||
      d === "root" ||
      s.deprels[best] === "amod" ||
      s.deprels[best] === "compound" ||
      s.deprels[best].startsWith("nmod")
    )
      best = t;
  }
  return best >= 0 ? best : to - 1;
}

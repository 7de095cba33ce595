import type { Layers } from "../../src/reading/layers.js";
import type { ItemTime, TimeExpression } from "../../src/reading/types.js";

/** One expression that a passage has: an EDTF or the code of why it has no dates. */
export interface ExpectedTime {
  readonly words: string;
  readonly edtf?: string;
  readonly unresolved?: string;
  readonly role: string;
  /** EDTF of what an anniversary recalls. */
  readonly recalls?: string;
  /** Number of repetitions that are dated. */
  readonly occurrences?: number;
  /** A word of the event from which it is counted. */
  readonly event?: string;
  /** The last place where the words stand instead of the first. */
  readonly last?: boolean;
}

/** When, by when and where what a word tells of takes place; null where the text does not say. */
export interface ExpectedClause {
  readonly at: string;
  readonly time?: string | null;
  readonly deadline?: string | null;
  readonly place?: string | null;
}

export interface Passage {
  readonly id: string;
  readonly story: string;
  readonly tier: "EASY" | "MEDIUM" | "HARD";
  readonly published?: string;
  readonly text: string;
  readonly expect: readonly ExpectedTime[];
  readonly clauses?: readonly ExpectedClause[];
}

const ARTICLE = /^(the|a|an) /i;

/** Index of the expression with these words, or -1; its article may stand inside or outside, and so may what it is counted from. */
function find(
  text: string,
  times: readonly TimeExpression[],
  e: ExpectedTime,
  taken: ReadonlySet<number>,
): number {
  const start = e.last === true ? text.lastIndexOf(e.words) : text.indexOf(e.words);
  const bare = (words: string): string => words.replace(ARTICLE, "");
  return times.findIndex(
    (x, k) =>
      !taken.has(k) &&
      x.start >= start - 4 &&
      x.end <= start + e.words.length &&
      bare(text.slice(x.start, x.end)) === bare(e.words),
  );
}

function fault(x: TimeExpression, e: ExpectedTime, layers: Layers): string | null {
  const value = x.edtf ?? x.unresolved ?? "nothing";
  if (value !== (e.edtf ?? e.unresolved)) return value;
  if (x.role !== e.role) return `role ${x.role}`;
  const recalls =
    x.recalls === null
      ? undefined
      : x.recalls.earliest === x.recalls.latest
        ? x.recalls.earliest
        : `${x.recalls.earliest}/${x.recalls.latest}`;
  if (recalls !== e.recalls) return `recalls ${recalls}`;
  if (x.occurrences.length !== (e.occurrences ?? 0)) return `${x.occurrences.length} occurrences`;
  if (e.event === undefined) return null;
  const { norms } = layers.parsed.sentences[x.sentence];
  return x.eventHead >= 0 && norms[x.eventHead] === e.event ? null : `event ${norms[x.eventHead] ?? "none"}`;
}

/** Results by what they are about: "ok" or what is wrong. What was read and is not expected counts as wrong too. */
export function timeFaults(p: Passage, layers: Layers): Map<string, string> {
  const out = new Map<string, string>();
  const taken = new Set<number>();
  for (const e of p.expect) {
    const k = find(p.text, layers.times, e, taken);
    if (k >= 0) taken.add(k);
    out.set(`time ${e.words}`, k < 0 ? "missed" : (fault(layers.times[k], e, layers) ?? "ok"));
  }
  for (const [k, x] of layers.times.entries())
    if (!taken.has(k))
      out.set(`extra ${p.text.slice(x.start, x.end)}`, `${x.edtf ?? x.unresolved} ${x.role}`);
  for (const e of p.clauses ?? []) {
    const c = clauseOf(layers, e.at);
    for (const what of ["time", "deadline", "place"] as const) {
      const wanted = e[what];
      if (wanted === undefined) continue;
      const got = c < 0 ? "no clause" : show(layers.facts[what](c));
      out.set(`${what} of ${e.at}`, got === wanted ? "ok" : `${got}`);
    }
  }
  return out;
}

const show = (x: ItemTime | { readonly name: string } | null): string | null =>
  x === null ? null : "name" in x ? x.name : x.edtf;

/** Clause whose head or support is a word of the text, or -1; verbs before nouns of the same form. */
function clauseOf(layers: Layers, word: string): number {
  for (const s of layers.parsed.sentences)
    for (const i of layers.clausesBySentence[s.index]) {
      const c = layers.clauses[i];
      if (s.norms[c.head] === word || (c.support >= 0 && s.norms[c.support] === word)) return i;
    }
  return -1;
}

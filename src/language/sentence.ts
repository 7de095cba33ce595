import type { Sentence, Upos } from "./types.js";

/** Children as linked lists from heads (-1 is the root): firstChild[h], then nextSibling[c], left to right. */
export function linkChildren(heads: Int32Array): { firstChild: Int32Array; nextSibling: Int32Array } {
  const firstChild = new Int32Array(heads.length).fill(-1);
  const nextSibling = new Int32Array(heads.length).fill(-1);
  for (let i = heads.length - 1; i >= 0; i--) {
    const h = heads[i];
    if (h < 0) continue;
    nextSibling[i] = firstChild[h];
    firstChild[h] = i;
  }
  return { firstChild, nextSibling };
}

/**
 * A sentence from lines of CoNLL-U (ten columns, or five: form, lemma, UPOS, head, relation), for tests that need a tree of their own
 * making. Tokens are set with one space between them; `start` is the first one's offset.
 */
export function sentenceFromConllu(text: string, start = 0): Sentence {
  const rows = text
    .split("\n")
    .map((l) => l.trim())
    .filter((l) => l !== "" && !l.startsWith("#"))
    .map((l) => l.split(/\t+|\s{2,}|\s/));
  const wide = rows[0]?.length >= 8;
  const pick = (r: string[], a: number, b: number): string => r[wide ? a : b];
  const forms = rows.map((r) => pick(r, 1, 0));
  const starts = new Int32Array(forms.length);
  const ends = new Int32Array(forms.length);
  let at = start;
  for (const [i, form] of forms.entries()) {
    starts[i] = at;
    ends[i] = at + form.length;
    at += form.length + 1;
  }
  const heads = Int32Array.from(rows, (r) => Number(pick(r, 6, 3)) - 1);
  return {
    index: 0,
    paragraph: 0,
    kind: "prose",
    start,
    end: Math.max(start, at - 1),
    size: forms.length,
    forms,
    norms: forms.map((f) => f.toLowerCase()),
    starts,
    ends,
    lemmas: rows.map((r) => pick(r, 2, 1)),
    upos: rows.map((r) => pick(r, 3, 2) as Upos),
    xpos: rows.map((r) => (wide ? r[4] : "")),
    heads,
    deprels: rows.map((r) => pick(r, 7, 4)),
    ...linkChildren(heads),
  };
}

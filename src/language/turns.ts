/** "Q:", "Spokesperson:", "UNITED STATES:", "Mr. Le Drian (through an interpreter):" at the beginning of a paragraph. */
const LABEL = /^\s*(\p{Lu}[\p{L}'’.-]*(?: [\p{L}'’.-]+){0,5}(?: \([^()\n]{2,40}\))?)\s*:(?=\s+\S)/u;

/** So many paragraphs begin with a label, and so often one of the labels, where a text is a transcript. */
const TURNS = 3;
const AGAIN = 2;

/**
 * Ends of the labels of those who speak in turn, by paragraph; null where the text is no transcript. One line that begins "Note:" is none:
 * in a transcript somebody speaks again.
 * @param blocks [start, end) of each paragraph
 */
export function turnsOf(
  text: string,
  blocks: readonly (readonly [number, number])[],
): Map<number, number> | null {
  const ends = new Map<number, number>();
  const counts = new Map<string, number>();
  let again = 0;
  for (const [paragraph, [start, end]] of blocks.entries()) {
    const found = LABEL.exec(text.slice(start, Math.min(end, start + 120)));
    if (found === null) continue;
    ends.set(paragraph, start + found[0].length);
    const n = (counts.get(found[1]) ?? 0) + 1;
    counts.set(found[1], n);
    again = Math.max(again, n);
  }
  return ends.size >= TURNS && again >= AGAIN ? ends : null;
}

/** A short name of the three longest words, in their order. */
export function slug(text: string): string {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ["option"];
  const longest = [...words.keys()].sort((a, b) => words[b].length - words[a].length || a - b).slice(0, 3);
  return longest
    .sort((a, b) => a - b)
    .map((k) => words[k])
    .join("-");
}

/** Words of five letters or more, by their first six: enough to tell whether two phrases speak of the same things. */
export function contentWords(text: string): Map<string, string> {
  const words = text.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return new Map(words.map((w) => [w.slice(0, 6), w]));
}

export function sharedWords(a: string, b: string): string[] {
  const theirs = contentWords(b);
  return [...contentWords(a)].flatMap(([stem, word]) => (theirs.has(stem) ? [word] : []));
}

/** Whether two phrases are taken to speak of the same thing: they share two words at least, and half of those of the shorter. */
export function sameThing(a: string, b: string): boolean {
  const shared = sharedWords(a, b).length;
  return a === b || (shared >= 2 && 2 * shared >= Math.min(contentWords(a).size, contentWords(b).size));
}

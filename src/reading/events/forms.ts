/** Inflected forms of a verb lemma. */
export interface Forms {
  readonly third: string;
  readonly past: readonly string[];
  readonly gerund: readonly string[];
}

/** Forms by the spelling rules of English; doubled and single consonant both, since usage differs. */
export function formsOf(lemma: string): Forms {
  const last = lemma[lemma.length - 1];
  const before = lemma[lemma.length - 2] ?? "";
  if (last === "e") return { third: `${lemma}s`, past: [`${lemma}d`], gerund: [`${lemma.slice(0, -1)}ing`] };
  if (last === "y" && !VOWELS.includes(before)) {
    const stem = lemma.slice(0, -1);
    return { third: `${stem}ies`, past: [`${stem}ied`], gerund: [`${lemma}ing`] };
  }
  const third = /(s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const doubled = VOWELS.includes(before) && !VOWELS.includes(last) && !"wxy".includes(last);
  const stems = doubled ? [lemma, lemma + last] : [lemma];
  return { third, past: stems.map((x) => `${x}ed`), gerund: stems.map((x) => `${x}ing`) };
}

const VOWELS = "aeiou";

/** A plural noun without its ending, for lemmas that the tagger leaves as they stand. */
export const singularOf = (word: string): string =>
  word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.endsWith("s") ? word.slice(0, -1) : word;

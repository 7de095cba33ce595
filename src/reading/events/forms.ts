/** Inflected forms of a verb lemma by the spelling rules of English; doubled and single consonant both, since usage differs. */
export function formsOf(lemma: string): string[] {
  const out = [lemma];
  const last = lemma[lemma.length - 1];
  const before = lemma[lemma.length - 2] ?? "";
  if (last === "e") {
    out.push(`${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`);
  } else if (last === "y" && !VOWELS.includes(before)) {
    out.push(`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`);
  } else {
    out.push(/(s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, `${lemma}ed`, `${lemma}ing`);
    if (VOWELS.includes(before) && !VOWELS.includes(last) && !"wxy".includes(last))
      out.push(`${lemma}${last}ed`, `${lemma}${last}ing`);
  }
  return out;
}

const VOWELS = "aeiou";

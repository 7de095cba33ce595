import { modelForm, stringHash } from "../../src/language/model/hash.js";
import type { TreebankSentence } from "./conllu.js";
import { tagOf } from "./tagger.js";

/** A noun seen so often in the treebanks is seen in every number that it has. */
const OFTEN = 50;
const NUMBERS = ["NOUN|NN", "NOUN|NNS"];

/**
 * Takes the number that made sentences alone gave a noun out of the labels of known words ("process" as a plural): sentences made by
 * a grammar teach where words stand, not what they are. `text`: lines "hash label,label"; order and all other lines stay.
 */
export function naturalNumbers(
  text: string,
  natural: readonly TreebankSentence[],
  labels: readonly string[],
): string {
  const seen = new Map<string, Map<string, number>>();
  for (const s of natural)
    for (const [i, form] of s.forms.entries()) {
      const hash = String(stringHash(modelForm(form)));
      const of = seen.get(hash) ?? new Map<string, number>();
      seen.set(hash, of.set(tagOf(s, i), (of.get(tagOf(s, i)) ?? 0) + 1));
    }
  return text.replace(/^(-?\d+) (.+)$/gm, (line, hash: string, list: string) => {
    const of = seen.get(hash);
    if (of === undefined || NUMBERS.every((n) => (of.get(n) ?? 0) < OFTEN)) return line;
    const kept = list
      .split(",")
      .filter((l) => !NUMBERS.includes(labels[Number(l)]) || of.has(labels[Number(l)]));
    return kept.length === 0 ? line : `${hash} ${kept.join(",")}`;
  });
}

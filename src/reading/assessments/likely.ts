import { talksJustBefore } from "./about.js";
import type { Finder } from "./finder.js";

/** How far in front of "likely" the verb of judging stands. */
const REACH = 8;

/** "We judge approval likely", "consider a breakthrough improbable": an outcome rated by who watches; parsers lose the verb, so by place. */
export function ratedLikely(f: Finder, t: number): boolean {
  const { s, words } = f;
  const good = words.is(s.lemmas[t], "likely-adj");
  if (!good && !words.is(s.lemmas[t], "unlikely-adj")) return false;
  // "judge a likely deal": what stands in front of its noun rates none.
  const next = s.upos[t + 1];
  if (next === "NOUN" || next === "PROPN" || next === "PART" || next === "ADJ") return false;
  let of = -1;
  for (let k = t - 1; k > 0 && k >= t - REACH; k--) {
    if (f.inClass(s.lemmas[k], "judge-verb") && (s.upos[k] === "VERB" || s.upos[k] === "NOUN")) {
      const subject = s.upos[k - 1];
      if (of < 0 || !(subject === "PRON" || subject === "NOUN" || subject === "PROPN" || subject === "AUX"))
        return false;
      if (!talksJustBefore(f) && !words.negotiation(s, of)) return false;
      f.add("expect", t, null, good ? "positive" : "negative", of, true);
      return true;
    }
    if (s.upos[k] === "VERB" || s.upos[k] === "AUX" || s.upos[k] === "PUNCT") return false;
    const lemma = s.lemmas[k];
    if (
      words.is(lemma, "result-noun") ||
      words.is(lemma, "progress-noun") ||
      f.inClass(lemma, "outcome-noun")
    )
      of = k;
  }
  return false;
}

import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";

/** Whether a sentence names talks, by these words, outside the tokens [from, to). */
export function namesTalks(
  { size, upos, lemmas, norms }: Sentence,
  talks: ReadonlySet<string>,
  from = size,
  to = size,
): boolean {
  for (let t = 0; t < size; t++)
    if ((t < from || t >= to) && upos[t] === "NOUN" && (talks.has(lemmas[t]) || talks.has(norms[t])))
      return true;
  return false;
}

/** Sentences that name talks in a document that is about them, and what share of all they are. */
const ABOUT = 2;
const SHARE = 0.05;
const known = new WeakMap<ReadonlySet<string>, WeakMap<Layers, boolean>>();

/** Whether a document is about talks, named by these words: what it says of room, mood or pace is then said of them, wherever it stands. */
export function isAboutTalks(layers: Layers, talks: ReadonlySet<string>): boolean {
  const of = known.get(talks) ?? new WeakMap<Layers, boolean>();
  known.set(talks, of);
  let about = of.get(layers);
  if (about === undefined) {
    const { sentences } = layers.parsed;
    const naming = sentences.filter((s) => namesTalks(s, talks)).length;
    about = naming >= ABOUT && naming >= sentences.length * SHARE;
    of.set(layers, about);
  }
  return about;
}

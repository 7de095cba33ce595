import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { nounPhrase, type Phrase, slice } from "../phrases/index.js";
import { mentionsWithin } from "./actors.js";
import { CONTEXT, talksNear } from "./bears.js";
import type { ConditionWords, Direction } from "./words.js";

/** A circumstance in a frame ("amid X", "with X in the background") that starts at token `t`, if its own words cut one way. */
export function background(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  t: number,
): { readonly what: Phrase; readonly direction: Direction } | null {
  const frame = words.frames.at(s, t);
  if (frame === null || (frame.value.talks && !saidOfTalks(words, s, t))) return null;
  // A heading in the margin ("Herders struggle on amid the drought") may belong to another text.
  if (s.upos[s.size - 1] !== "PUNCT" && !talksIn(words, s) && mentionsWithin(layers, s, 0, s.size).length < 2)
    return null;
  // Where nobody speaks of talks, only what stands over the dealings of several.
  if (!talksNear(layers, words, s, CONTEXT) && mentionsWithin(layers, s, 0, s.size).length < 2) return null;
  const doc = layers.parsed.document;
  const what = frame.value.after ? before(doc, words, s, t) : after(doc, s, t + frame.length);
  if (what === null) return null;
  if (frame.value.sure) return { what, direction: "hurts" };
  for (let k = what.from; k < what.to; k++) {
    const direction = words.cuts.get(s.lemmas[k]) ?? words.cuts.get(s.norms[k]);
    if (direction !== undefined) return { what, direction };
  }
  return null;
}

function after(doc: Layers["parsed"]["document"], s: Sentence, from: number): Phrase | null {
  for (let k = from; k < s.size && k < from + 8; k++) {
    if (
      (s.upos[k] === "NOUN" || s.upos[k] === "PROPN") &&
      (s.heads[k] < from || s.heads[k] > k + 12 || s.upos[s.heads[k]] === "VERB")
    )
      return nounPhrase(doc, s, k);
  }
  return null;
}

/** "with X in the background": X reaches from the preposition to the frame. */
function before(
  doc: Layers["parsed"]["document"],
  words: ConditionWords,
  s: Sentence,
  t: number,
): Phrase | null {
  for (let k = t - 1; k >= 0 && k > t - 20; k--) {
    if (words.opening.has(s.norms[k]) && (k === 0 || s.upos[k - 1] !== "NOUN"))
      return k + 1 < t ? slice(doc, s, k + 1, t) : null;
    if (s.upos[k] === "PUNCT") return null;
  }
  return null;
}

/** Talks named in front of the frame. */
const saidOfTalks = (words: ConditionWords, s: Sentence, frame: number): boolean => talksIn(words, s, frame);

function talksIn(words: ConditionWords, s: Sentence, end = s.size): boolean {
  for (let t = 0; t < end; t++) if (s.upos[t] === "NOUN" && words.talks.has(s.lemmas[t])) return true;
  return false;
}

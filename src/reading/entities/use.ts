import { childWith, type Sentence } from "../../language/index.js";
import type { Mention } from "../types.js";
import { headOf } from "./scan.js";
import type { ActorWords } from "./words.js";

/**
 * Whether a state or a capital stands for its government or for a place. Prepositions decide first, then the verb: "in Moscow" and
 * "visit Moscow" are places, "between Tokyo and Moscow", "pressure from Washington" and subjects are governments.
 */
export function useOf(
  words: ActorWords,
  s: Sentence,
  from: number,
  to: number,
  capital: boolean,
  previous: { to: number; use: Mention["use"] } | null,
): Mention["use"] {
  const head = headOf(s, from, to);
  let p = from - 1;
  while (p >= 0 && (s.upos[p] === "DET" || s.upos[p] === "ADJ")) p--;
  const before = p >= 0 ? s.norms[p] : "";
  if (s.norms[to] === "'s" || s.norms[to] === "'") return "actor";
  if (
    (before === "and" || before === "or" || before === ",") &&
    previous !== null &&
    previous.to === p &&
    previous.use === "place" &&
    s.deprels[head] === "conj"
  )
    return "place";
  if (words.is("place-preposition", before)) return "place";
  const governor = s.heads[head];
  if (
    before === "to" ||
    before === "from" ||
    before === "for" ||
    before === "towards" ||
    before === "toward"
  ) {
    for (let g = governor, up = 0; g >= 0 && up < 2; g = s.heads[g], up++) {
      if (words.is("speech-noun", s.lemmas[g])) return "actor";
      // Islands are "returned to Japan", people "return to Japan".
      if (!capital && before === "to" && (childWith(s, g, "nsubj:pass") >= 0 || childWith(s, g, "obj") >= 0))
        return "actor";
      if (words.is("travel", s.lemmas[g])) return "place";
      if (s.upos[g] !== "NOUN") break;
    }
    return "actor";
  }
  if (before === "of" && capital)
    return governor >= 0 && words.is("speech-noun", s.lemmas[governor]) ? "actor" : "place";
  if (governor >= 0 && s.deprels[head] === "obj" && words.is("visited", s.lemmas[governor])) return "place";
  if (
    p >= 0 &&
    before !== "" &&
    words.is("visited", s.lemmas[p]) &&
    (s.upos[p] === "VERB" || s.upos[p] === "NOUN")
  )
    return "place";
  return "actor";
}

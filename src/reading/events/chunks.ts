import type { Sentence } from "../../language/index.js";
import type { Oblique } from "../types.js";
import { OF } from "./function-words.js";

/** What stands to the right of a verb, read from the tags alone, for trees that lost it. */
export interface Chunks {
  readonly objects: readonly number[];
  readonly obliques: readonly Oblique[];
}

const NAMING = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM"]);
const INSIDE = new Set(["DET", "ADJ", "NUM", "NOUN", "PROPN", "SYM", "PRON"]);
const FARTHEST = 30;

/** Noun phrases after `verb`, the first without a preposition being its object, up to the next verb, comma or stop. */
export function chunksAfter(s: Sentence, verb: number): Chunks {
  const objects: number[] = [];
  const obliques: Oblique[] = [];
  let prep = "";
  let head = -1;
  const close = (): void => {
    if (head >= 0 && prep === "" && objects.length === 0) objects.push(head);
    else if (head >= 0) obliques.push({ prep, head });
    head = -1;
  };
  for (let t = verb + 1; t < s.size && t < verb + FARTHEST; t++) {
    const tag = s.upos[t];
    // "a nuclear-capable missile", cut in three by the tokeniser.
    if (s.norms[t] === "-" && s.ends[t - 1] === s.starts[t]) continue;
    if (s.xpos[t] === "POS") {
      head = -1;
      continue;
    }
    // "dispersed a rally", taken for an adverb.
    if (tag === "ADV" && s.upos[t - 1] === "DET" && !INSIDE.has(s.upos[t + 1])) {
      head = t;
      continue;
    }
    if (INSIDE.has(tag) || (tag === "VERB" && (s.deprels[t] === "amod" || s.deprels[t] === "compound"))) {
      if (NAMING.has(tag)) head = t;
    } else if (tag === "ADP") {
      if (s.norms[t] === OF && head >= 0) {
        close();
        prep = OF;
        continue;
      }
      close();
      prep = s.norms[t];
    } else if (tag === "CCONJ" || tag === "ADV" || tag === "X") {
      if (tag === "CCONJ" && head >= 0) {
        const kept = prep;
        close();
        prep = kept === "" ? "and" : kept;
      }
    } else break;
  }
  close();
  return { objects, obliques };
}

import { isText, type Lexicon } from "../../language/index.js";
import type { Layers } from "../layers.js";
import type { Item } from "../types.js";
import { Finder } from "./finder.js";
import { assessmentWords } from "./words.js";

export { type AssessmentRule, assessmentRules } from "./assessments.rules.js";

/**
 * Judgements about how talks go: progressing, stalled, suspended, difficult ... with what is judged and how firmly. Negation
 * turns a judgement round; what is imagined, hoped for or aimed at is none. The holder is the item's voice.
 */
export function createAssessments(lexicon: Lexicon): (layers: Layers, soFar: readonly Item[]) => Item[] {
  const words = assessmentWords(lexicon);
  return (layers) => {
    const finder = new Finder(layers, words);
    for (const s of layers.parsed.sentences) {
      if (isText(s)) finder.sentence(s);
    }
    return finder.items;
  };
}

import type { Layers } from "../layers.js";
import type { PhraseTable } from "../phrases/index.js";
import type { AssessmentItem, ConditionItem, Item } from "../types.js";

/** How many sentences further an expectation can be contradicted. */
const AHEAD = 2;

/** Assessments by sentence. */
export type Judged = ReadonlyMap<number, readonly AssessmentItem["judgement"][]>;

export function judged(items: readonly Item[]): Judged {
  const map = new Map<number, AssessmentItem["judgement"][]>();
  for (const i of items) {
    if (i.kind !== "assessment") continue;
    const list = map.get(i.sentences[0]);
    if (list === undefined) map.set(i.sentences[0], [i.judgement]);
    else list.push(i.judgement);
  }
  return map;
}

/**
 * An expected tailwind did not come where, within the next two sentences, one that opens with a contrast ("However", "So far") says that
 * the talks stand still; an expected headwind did not where it says that they move. Otherwise the text leaves it open.
 */
export function realisedBy(
  layers: Layers,
  sentence: number,
  direction: ConditionItem["direction"],
  by: Judged,
  contrast: PhraseTable<true>,
): { readonly value: "no" | "unknown"; readonly sentence: number } {
  const against = direction === "helps" ? STILL : MOVING;
  for (let i = sentence + 1; i <= sentence + AHEAD && i < layers.parsed.sentences.length; i++) {
    if (contrast.within(layers.parsed.sentences[i], 0, 2) !== null && by.get(i)?.some((j) => against.has(j)))
      return { value: "no", sentence: i };
  }
  return { value: "unknown", sentence: -1 };
}

const STILL = new Set<AssessmentItem["judgement"]>([
  "stalled",
  "negative",
  "broken-off",
  "suspended",
  "difficult",
]);
const MOVING = new Set<AssessmentItem["judgement"]>(["progressing", "positive", "concluded"]);

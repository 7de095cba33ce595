import type { Layers } from "../layers.js";
import type { PhraseTable } from "../phrases/index.js";
import type { ConditionItem, Item } from "../types.js";

/** How many sentences further an expectation can be contradicted. */
const AHEAD = 2;

/**
 * An expected tailwind did not come where, within the next two sentences, one that opens with a contrast ("However", "So far") says that
 * the talks stand still; an expected headwind did not where it says that they move. Otherwise the text leaves it open.
 */
export function realisedBy(
  layers: Layers,
  sentence: number,
  direction: ConditionItem["direction"],
  soFar: readonly Item[],
  contrast: PhraseTable<true>,
): { readonly value: "no" | "unknown"; readonly sentence: number } {
  const against = direction === "helps" ? STILL : MOVING;
  for (let i = sentence + 1; i <= sentence + AHEAD && i < layers.parsed.sentences.length; i++) {
    if (contrast.within(layers.parsed.sentences[i], 0, 2) === null) continue;
    if (soFar.some((x) => x.kind === "assessment" && x.sentences[0] === i && against.has(x.judgement))) return { value: "no", sentence: i };
  }
  return { value: "unknown", sentence: -1 };
}

const STILL = new Set(["stalled", "negative", "broken-off", "suspended", "difficult"]);
const MOVING = new Set(["progressing", "positive", "concluded"]);

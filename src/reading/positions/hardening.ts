import type { Layers } from "../layers.js";
import type { PhraseTable } from "../phrases/index.js";
import type { Clause, Item } from "../types.js";

/** How many sentences back a step forward counts as what the contrast is with. */
const BACK = 4;

/** Whether an item is a step towards the other side: an agreement, a target, a concession. */
export function isStep(i: Item): boolean {
  if (i.kind === "position") return i.move === "shelved" || i.move === "softened" || i.move === "adopted";
  return (i.kind === "agreement" && i.status !== "referred-to") || i.kind === "commitment";
}

/**
 * "However, in January Georgia insisted on ...", said right after a step forward: the position hardened, though the verb alone says only
 * that it is held. Needs all of: a contrast word at the start of the sentence, the past tense, and a step within the last sentences.
 * `steps` holds the sentences in which there are steps.
 */
export function hardenedAfterStep(
  layers: Layers,
  clause: Clause,
  steps: ReadonlySet<number>,
  contrast: PhraseTable<true>,
): boolean {
  if (clause.tense !== "past" || contrast.at(layers.parsed.sentences[clause.sentence], 0) === null)
    return false;
  for (let i = clause.sentence - 1; i >= 0 && i >= clause.sentence - BACK; i--) if (steps.has(i)) return true;
  return false;
}

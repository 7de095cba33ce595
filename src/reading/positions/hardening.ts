import type { Lexicon } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { PhraseTable } from "../phrases/index.js";
import type { Actor, Clause, Item } from "../types.js";

/** How far back a step forward counts as what the contrast is with. */
const BACK = 4;
const tables = new WeakMap<Lexicon, PhraseTable<true>>();

/**
 * "However, in January Georgia insisted on ...", said right after a step forward (an agreement, a concession, a target): the position
 * hardened, though the verb alone says only that it is held. Needs all of: a contrast word at the start of the sentence, the
 * past tense, and the step within the last sentences.
 */
export function hardenedAfterStep(layers: Layers, clause: Clause, holder: Actor, before: readonly Item[], lexicon: Lexicon): boolean {
  if (clause.tense !== "past" || holder.code === null) return false;
  let contrast = tables.get(lexicon);
  if (contrast === undefined) {
    contrast = new PhraseTable([...lexicon.list("items-b/contrast-words")].map((w) => [w, true] as const));
    tables.set(lexicon, contrast);
  }
  const s = layers.parsed.sentences[clause.sentence];
  if (contrast.at(s, 0) === null) return false;
  return before.some((i) => {
    const gap = clause.sentence - i.sentences[0];
    if (gap < 1 || gap > BACK) return false;
    if (i.kind === "position") return i.move === "shelved" || i.move === "softened" || i.move === "adopted";
    return i.kind === "agreement" || i.kind === "commitment";
  });
}

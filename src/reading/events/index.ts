import { isText, type Lexicon, type Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import type { EventItem, Item } from "../types.js";
import { itemsOf } from "./sentence.js";
import { Shifts } from "./shift.js";
import { isSport } from "./unreal.js";
import { loadEventWords } from "./words.js";

export { admissionRules } from "./admitted.rules.js";
export { eventRules } from "./events.rules.js";
export { createItemEvents } from "./from-items.js";
export { itemEventRules } from "./from-items.rules.js";
export { roleRules } from "./roles.rules.js";
export type { EventRule } from "./rule.js";

/**
 * Events after PLOVER: who did, said or wants to do what to whom, in sixteen classes. A verb of refusing, promising, demanding or
 * threatening makes one event with what it governs; time and negation turn acts into intent, threat or refusal (`events.rules.ts`).
 */
export function createEvents(lexicon: Lexicon): (layers: Layers, soFar: readonly Item[]) => EventItem[] {
  const words = loadEventWords(lexicon);
  const shifts = new Shifts();
  return (layers) => {
    const items: EventItem[] = [];
    for (const s of layers.parsed.sentences) {
      if (!isText(s)) continue;
      if ((layers.mentionsBySentence[s.index]?.length ?? 0) > 0)
        itemsOf(layers, words, shifts, s.index, items);
    }
    return items;
  };
}

/** Whether a sentence reports a game, in which nations meet too. */
export function createSport(lexicon: Lexicon): (s: Sentence) => boolean {
  const words = loadEventWords(lexicon);
  return (s) => isSport(s, words);
}

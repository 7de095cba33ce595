import type { WithEntities } from "../layers.js";
import { mentionAt } from "../phrases/index.js";
import type { Mention } from "../types.js";
import { JOINT_THINGS } from "./function-words.js";

/** "the India-Israel missile programme", "the British-Chilean exercise": the name joined in front of the one that a thing of both bears. */
export function partnerOf(
  layers: WithEntities,
  sentence: number,
  thing: number,
  name: number,
): Mention | null {
  const s = layers.parsed.sentences[sentence];
  if (!JOINT_THINGS.has(s.lemmas[thing])) return null;
  const second = mentionAt(layers, sentence, name);
  if (second === null || s.norms[second.from - 1] !== "-" || second.from < 2) return null;
  const first = mentionAt(layers, sentence, second.from - 2);
  return first !== null && first.to === second.from - 1 && first.form !== "nominal" ? first : null;
}

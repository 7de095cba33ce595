import { ASKER, NOBODY, type WithEntities } from "../layers.js";
import type { Voice } from "../types.js";
import { voiceOf } from "./speaker.js";

export const OUTLET: Voice = { kind: "outlet", entity: null, party: null, cue: null, rule: "voice/outlet" };

/** Whoever's turn it is to speak; the outlet where it is nobody's. */
export function turnAt({ spokenBy, entities }: WithEntities, sentence: number): Voice {
  const who = spokenBy?.[sentence] ?? NOBODY;
  if (who === ASKER) return { kind: "media", entity: null, party: null, cue: null, rule: "voice/turn" };
  return who === NOBODY ? OUTLET : voiceOf(entities[who], null, "voice/turn");
}

import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, mentionAt } from "../phrases/index.js";
import type { Actor } from "../types.js";

/** Who carries a measure out: parties, and groups such as former residents, who have no code. */
export function doers(layers: Layers, s: Sentence, token: number): Actor[] {
  const actors = actorsAt(layers, s.index, token);
  if (actors.length > 0) return actors;
  const m = mentionAt(layers, s.index, token);
  if (m === null || m.use === "place") return [];
  const e = layers.entities[m.entity];
  if (e === undefined || (e.kind !== "group" && e.kind !== "person")) return [];
  return [
    {
      entity: e.index,
      name: e.name,
      code: e.code,
      party: e.party,
      words: { doc: layers.parsed.document.id, start: m.start, end: m.end },
      basis: m.form,
    },
  ];
}

/** "an exchange of prisoners between A and B": whoever the noun's complements name. */
export function owners(layers: Layers, s: Sentence, noun: number): Actor[] {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (!s.deprels[c].startsWith("nmod")) continue;
    const actors = actorsAt(layers, s.index, c);
    if (actors.length > 0) return actors;
  }
  return [];
}

import type { Layers } from "../layers.js";
import { verbOf, verbPhrase } from "../phrases/index.js";
import type { Content } from "./types.js";

/** "to release the wounded, and to hand over the dead": deeds joined to the first that its own words leave out. */
export function furtherDeeds(layers: Layers, sentence: number, content: Content): Content[] {
  const out: Content[] = [];
  const s = layers.parsed.sentences[sentence];
  for (const i of layers.clausesBySentence[sentence] ?? []) {
    const c = layers.clauses[i];
    if (c.head < content.to || c.relation !== "conj" || s.heads[verbOf(c)] !== content.head) continue;
    if (c.kind !== "verbal" || s.xpos[verbOf(c)] !== "VB" || c.negated || c.modal !== null) continue;
    const phrase = verbPhrase(layers.parsed.document, s, c.head);
    out.push({ ...content, head: c.head, from: phrase.from, to: phrase.to, text: phrase.text, clause: c });
  }
  return out;
}

import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { verbOf, verbPhrase } from "../phrases/index.js";
import type { Act, Content } from "./types.js";

/** "to release the wounded, and to hand over the dead": deeds joined to the first that its own words leave out. */
export function furtherDeeds(layers: Layers, act: Act, content: Content): Content[] {
  const out: Content[] = [];
  const s = layers.parsed.sentences[act.sentence];
  for (const i of layers.clausesBySentence[act.sentence] ?? []) {
    const c = layers.clauses[i];
    if (c.head < content.to || c.relation !== "conj") continue;
    // Parsers hang ", and to hand over" on the verb that agrees.
    const over = s.heads[verbOf(c)];
    if (over !== content.head && !(over === act.token && hasTo(s, verbOf(c)))) continue;
    if (c.kind !== "verbal" || s.xpos[verbOf(c)] !== "VB" || c.negated || c.modal !== null) continue;
    const phrase = verbPhrase(layers.parsed.document, s, c.head);
    out.push({ ...content, head: c.head, from: phrase.from, to: phrase.to, text: phrase.text, clause: c });
  }
  return out;
}

function hasTo(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.xpos[c] === "TO") return true;
  return false;
}

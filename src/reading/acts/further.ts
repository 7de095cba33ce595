import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { corePhrase, slice, verbOf, verbPhrase } from "../phrases/index.js";
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

/** "to free the men and to accept the findings": an act up to its second "to", whose deed is told apart from the first. */
export function upToNextDeed(layers: Layers, act: Act): Act {
  const { content } = act;
  if (content?.form !== "inf" || content.clause === null) return act;
  const s = layers.parsed.sentences[act.sentence];
  for (let c = s.firstChild[content.head]; c >= 0; c = s.nextSibling[c]) {
    if (c >= content.to || s.deprels[c] !== "conj" || s.xpos[c] !== "VB" || !hasTo(s, c)) continue;
    let to = s.firstChild[c];
    while (to > content.head + 1 && (s.upos[to - 1] === "PUNCT" || s.upos[to - 1] === "CCONJ")) to--;
    if (to - content.head < 2) continue;
    const { text } = slice(layers.parsed.document, s, content.from, to);
    return { ...act, content: { ...content, to, text } };
  }
  return act;
}

function hasTo(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.xpos[c] === "TO") return true;
  return false;
}

/** "the commission that they agreed to set up": what is to be done with what the relative clause is about. */
export function withAntecedent(layers: Layers, act: Act): Act {
  const { content } = act;
  if (content?.form !== "inf" || content.clause === null || content.to > content.head + 2) return act;
  const s = layers.parsed.sentences[act.sentence];
  const object = content.clause.objects.find((t) => t < act.token && s.upos[t] !== "PRON");
  if (object === undefined) return act;
  const { text } = corePhrase(layers.parsed.document, s, object);
  return { ...act, content: { ...content, text: `${content.text} ${text}` } };
}

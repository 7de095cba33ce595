import { childWith, type Sentence, subtreeRange } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { slice } from "../phrases/index.js";
import { argument } from "./content-verb.js";

/**
 * "will not sign any text that leaves out the quota": which of them is meant is part of what is held where `any` stands before the noun.
 * Appends those words to a phrase that ends right before them; null where there are none.
 */
export function whichOf(
  doc: Document,
  s: Sentence,
  head: number,
  any: ReadonlySet<string>,
): ((phrase: string) => string) | null {
  const noun = s.upos[head] === "VERB" ? argument(s, head) : head;
  if (noun < 0 || s.upos[noun] !== "NOUN") return null;
  let limited = false;
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c]) limited ||= any.has(s.norms[c]);
  if (!limited) return null;
  const told = childWith(s, noun, "acl:relcl");
  // What follows at once says which, wherever the tree hangs it.
  const [from, to] =
    s.xpos[noun + 1] === "WDT" ? [noun + 1, s.size] : told > noun ? subtreeRange(s, told) : [0, 0];
  if (from <= noun || s.upos[from - 1] === "PUNCT") return null;
  const last = doc.text.slice(s.starts[from - 1], s.ends[from - 1]);
  const more = slice(doc, s, from, upToComma(s, from, to)).text;
  return (phrase) => (phrase.endsWith(last) && !phrase.endsWith(more) ? `${phrase} ${more}` : phrase);
}

function upToComma(s: Sentence, from: number, to: number): number {
  let t = from + 1;
  while (t < to && s.upos[t] !== "PUNCT") t++;
  return t;
}

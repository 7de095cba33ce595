import { subtreeRange } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Meaning, Reader } from "./meaning.js";

/** What an event is about, by the words of its clause (of the whole sentence where a bare noun tells it), in order of mention. */
export function contextsOf(r: Reader, m: Meaning): string[] {
  const { s } = r;
  const c = m.clause;
  const [from, to] = c === null || c.index < 0 ? [0, s.size] : subtreeRange(s, verbOf(c));
  const out: string[] = [];
  for (let t = from; t < to; t++) {
    if (!TELLING.has(s.upos[t])) continue;
    for (const x of r.words.contexts.get(s.lemmas[t].toLowerCase()) ?? r.words.contexts.get(s.norms[t]) ?? [])
      if (!out.includes(x)) out.push(x);
  }
  return out;
}

/** Parts of speech that tell what something is about. */
const TELLING = new Set(["NOUN", "PROPN", "ADJ", "VERB", "ADV"]);

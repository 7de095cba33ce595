import { childWith } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clauseAt } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Content } from "./content.js";

/** Words of `stances/cues` that say what an inner clause binds somebody to. */
export interface Binding {
  readonly undertaking: ReadonlySet<string>;
  readonly obligation: ReadonlySet<string>;
}

/** "made clear that it will not sign": what is held is a refusal. */
export function refusesIn(l: Layers, clause: Clause, content: Content, { undertaking }: Binding): boolean {
  const inner = clauseAt(l, clause.sentence, content.head);
  if (inner === null || inner === clause || !inner.negated || !undertaking.has(inner.modal ?? ""))
    return false;
  // "demanded that drilling stop; he would not hear of it": another statement.
  const s = l.parsed.sentences[clause.sentence];
  for (let t = clause.head + 1; t < inner.head; t++) if (s.norms[t] === ";") return false;
  return true;
}

/** "let it be known that the base must go": a duty or a refusal, and no mere news. */
export function bindsIn(l: Layers, clause: Clause, content: Content, binding: Binding): boolean {
  const inner = clauseAt(l, clause.sentence, content.head);
  if (inner === null || inner === clause) return false;
  // "made plain that it could live with it": what it says itself is read there.
  const own =
    l.parsed.sentences[clause.sentence].xpos[
      childWith(l.parsed.sentences[clause.sentence], inner.head, "nsubj")
    ] === "PRP";
  if (own) return inner.negated && binding.undertaking.has(inner.modal ?? "");
  return binding.obligation.has(inner.modal ?? "");
}

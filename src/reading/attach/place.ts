import { dominates, type Sentence } from "../../language/index.js";
import { makeSpan } from "../../text/index.js";
import { preposition } from "../clauses/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause, Place } from "../types.js";
import { clauseAbove } from "./bind.js";
import type { AttachWords } from "./words.js";

/** Where what a clause tells took place: a place of its own, else its governor's, else one the sentence opens with. */
export function placeOf(input: WithClauses, clause: Clause, at: Int32Array, words: AttachWords): Place | null {
  const s = input.parsed.sentences[clause.sentence];
  let other: Place | null = null;
  for (const m of input.mentionsBySentence[clause.sentence]) {
    const mention = input.mentions[m];
    if (mention.use !== "place") continue;
    const entity = input.entities[mention.entity];
    const prep = preposition(s, mention.head);
    if (!words.where.has(prep) && prep !== "" && s.deprels[mention.head] !== "obj") continue;
    const place: Place = { name: entity.name, country: entity.country, words: makeSpan(input.parsed.document, mention.start, mention.end), basis: "attach/own" };
    const of = clauseAbove(s, at, mention.head);
    if (of === clause.index || dominates(s, clause.head, mention.head)) return place;
    if (of >= 0 && of === clause.parent && (clause.kind === "nominal" || clause.relation === "conj" || clause.relation.startsWith("acl"))) other ??= { ...place, basis: "attach/governor" };
    else if (mention.to <= firstVerb(s)) other ??= { ...place, basis: "attach/fronted" };
  }
  return other;
}

export function firstVerb(s: Sentence): number {
  for (let t = 0; t < s.size; t++) if ((s.upos[t] === "VERB" && s.xpos[t] !== "VBG") || s.upos[t] === "AUX") return t;
  return s.size;
}

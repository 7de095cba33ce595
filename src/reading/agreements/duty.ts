import type { Lexicon, Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { members, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";

/** A deed that somebody is told to do or to have to do. */
export interface Duty {
  readonly deed: Clause;
  /** The clause with the modal or the verb of obliging: the deed's own, but for "has to amend" and "is obliged to amend". */
  readonly over: Clause;
  readonly form: "future" | "duty" | "to-be" | "headline";
}

/** Reads "will amend", "must amend", "is to amend", "will have to amend", "is obliged to amend", and a headline's "Chad to amend" alike. */
export function createDuty(lexicon: Lexicon): (layers: Layers, c: Clause) => Duty | null {
  const future = members(lexicon, "deals/cues", "class", "future-modal");
  const duty = members(lexicon, "deals/cues", "class", "duty-modal");
  const obliged = members(lexicon, "deals/cues", "class", "obliged");
  const having = members(lexicon, "deals/cues", "class", "have-to");
  return (layers, c) => {
    if (c.kind === "nominal" && c.support < 0) return null;
    const s = layers.parsed.sentences[c.sentence];
    const modal = c.modal ?? "";
    const has = having.has(c.lemma) && c.objects.length === 0;
    const bound = obliged.has(c.lemma) && (c.passive || c.kind === "adjectival");
    if ((has || bound) && (c.tense !== "none" || modal !== "") && c.aspect === "simple") {
      const deed = infinitiveOf(layers, c);
      if (deed !== null) return { deed, over: c, form: "duty" };
    }
    if (future.has(modal)) return { deed: c, over: c, form: "future" };
    if (duty.has(modal)) return { deed: c, over: c, form: "duty" };
    if (isToBe(s, c)) return { deed: c, over: c, form: "to-be" };
    return isHeadline(s, c) ? { deed: c, over: c, form: "headline" } : null;
  };
}

/** "Chad to amend mining law": an infinitive right behind the subject that a text opens with, under no verb of its own. */
function isHeadline(s: Sentence, c: Clause): boolean {
  if (c.mood !== "infinitive" || !HEADLINE.test(c.relation)) return false;
  const verb = verbOf(c);
  const to = c.passive && s.lemmas[verb - 1] === "be" ? verb - 2 : verb - 1;
  if (to < 1 || to > OPENING || s.xpos[to] !== "TO") return false;
  const subject = (c.passive ? c.objects : c.subjects).find((t) => t < to && s.heads[t] === verb);
  if (subject === undefined) return false;
  for (let t = 0; t < to; t++)
    if (s.upos[t] === "VERB" || s.upos[t] === "AUX" || s.upos[t] === "ADP" || s.upos[t] === "SCONJ")
      return false;
  return true;
}
const HEADLINE = /^(root|ccomp)$/;
/** Words that the subject of a headline has. */
const OPENING = 7;

function infinitiveOf(layers: Layers, c: Clause): Clause | null {
  for (const i of layers.clausesBySentence[c.sentence] ?? []) {
    const x = layers.clauses[i];
    if (x.parent === c.index && x.mood === "infinitive" && x.head > c.head && COMPLEMENT.test(x.relation))
      return x;
  }
  return null;
}
const COMPLEMENT = /^(xcomp|ccomp|advcl)$/;

/** "are to exchange", "is to be built". */
export function isToBe(s: Sentence, c: Clause): boolean {
  let t = verbOf(c) - 1;
  if (c.passive && s.lemmas[t] === "be") t--;
  if (t < 1 || s.xpos[t] !== "TO") return false;
  const be = s.upos[t - 1] === "ADV" ? t - 2 : t - 1;
  return (
    be >= 0 && s.lemmas[be] === "be" && (s.xpos[be] === "VBZ" || s.xpos[be] === "VBP" || s.xpos[be] === "VBD")
  );
}

import type { Lexicon } from "../../language/index.js";
import { subtreeRange } from "../../language/index.js";
import { doersOf, loadActWords, onePerSide, sides } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, members, slice, subtreeHas, verbOf } from "../phrases/index.js";
import type { Clause, CommitmentItem } from "../types.js";
import { aheadOf, commitment } from "./build.js";

/** "The two governments said that a commission would be set up within 60 days": said by both, to be done by nobody else, with a date. */
export function createTogether(lexicon: Lexicon): (layers: Layers, clause: Clause) => CommitmentItem | null {
  const words = loadActWords(lexicon);
  const future = members(lexicon, "deals/cues", "class", "future-modal");
  const speech = lexicon.list("voice/speech");
  return (layers, c) => {
    if (c.kind !== "verbal" || c.negated || !future.has(c.modal ?? "")) return null;
    const saying = sayingOver(layers, c);
    if (saying === null || saying.negated || !speech.has(saying.lemma)) return null;
    const by = onePerSide(doersOf(layers, saying, words));
    if (sides(by) < 2) return null;
    const s = layers.parsed.sentences[c.sentence];
    const things = c.passive ? c.objects : c.subjects;
    if (things.length === 0 || things.some((t) => actorsAt(layers, c.sentence, t).length > 0)) return null;
    const deadline = layers.facts.deadline(c.index) ?? aheadOf(layers, c);
    if (deadline === null && !(c.passive && things.some((t) => subtreeHas(s, t, words.matters)))) return null;
    // A subject shared with the verb before is told there.
    const shared = c.relation === "conj" && things.some((t) => s.heads[t] !== c.head);
    const first = shared ? verbOf(c) : Math.min(...things.map((t) => subtreeRange(s, t)[0]), verbOf(c));
    let to = c.head + 1;
    while (to < s.size && s.norms[to] !== "," && s.norms[to] !== "." && s.upos[to] !== "CCONJ") to++;
    return commitment(layers, {
      shape: "together",
      type: "joint-commitment",
      clause: c,
      sentence: c.sentence,
      token: verbOf(c),
      by,
      to: [],
      what: slice(layers.parsed.document, s, first, to).text,
      deadline,
      condition: null,
    });
  };
}

/** The verb of saying over a clause or over the one it is joined to. */
function sayingOver(layers: Layers, c: Clause): Clause | null {
  const up = c.parent < 0 ? null : layers.clauses[c.parent];
  if (up === null || c.relation === "ccomp") return up;
  return c.relation === "conj" && up.relation === "ccomp" && up.parent >= 0
    ? layers.clauses[up.parent]
    : null;
}

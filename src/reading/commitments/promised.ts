import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { createConditionOf, isTold, loadActWords, onePerSide } from "../acts/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  members,
  nounPhrase,
  slice,
  speaker,
  subtreeHas,
  verbKeys,
  verbPhrase,
} from "../phrases/index.js";
import type { Actor, Clause, CommitmentItem } from "../types.js";
import { commitment, dueWithin } from "./build.js";

/**
 * Promises that the grammar turns round: "the rebels were promised an amnesty (by Niger)", and "Niger is committed to opening the road by
 * May", which promises only where what is to be done can be checked.
 */
export function createPromised(lexicon: Lexicon): (layers: Layers, c: Clause) => CommitmentItem | null {
  const words = loadActWords(lexicon);
  const conditionOf = createConditionOf(lexicon);
  const bound = members(lexicon, "deals/cues", "class", "committed");
  const deeds = lexicon.list("deals/deeds");
  return (layers, c) => {
    if (!c.passive || c.kind !== "verbal" || c.negated || !isTold(layers, c, words.done)) return null;
    const s = layers.parsed.sentences[c.sentence];
    if (bound.has(c.lemma)) return committed(layers, s, c);
    if (
      !words.verbs
        .get(c.lemma)
        ?.some((e) => e.cls === "promise" && e.gate === "" && e.content.includes("obj"))
    )
      return null;
    const thing = c.objects.find((o) => o > c.head && s.upos[o] === "NOUN");
    const whom = c.objects.filter((o) => o < c.head);
    if (thing === undefined || whom.length === 0 || words.empty.has(s.lemmas[thing])) return null;
    if (!subtreeHas(s, thing, words.matters)) return null;
    const what = nounPhrase(layers.parsed.document, s, thing);
    const condition = conditionOf(layers, s, what.from, subtreeRange(s, thing)[1]);
    return commitment(layers, {
      shape: "promise",
      type: condition === null ? "unilateral-undertaking" : "conditional-commitment",
      clause: c,
      sentence: s.index,
      token: c.head,
      by: onePerSide(c.subjects.flatMap((t) => actorsAt(layers, s.index, t))),
      to: onePerSide(whom.flatMap((t) => actorsAt(layers, s.index, t))),
      what: what.text,
      deadline: layers.facts.deadline(c.index),
      condition,
    });
  };

  function committed(layers: Layers, s: Sentence, c: Clause): CommitmentItem | null {
    const inner = (layers.clausesBySentence[s.index] ?? [])
      .map((i) => layers.clauses[i])
      .find((x) => x.parent === c.index && x.mood === "gerund" && x.head > c.head && !x.negated);
    if (inner === undefined) return null;
    const own = c.objects.some((t) => words.firstPerson.has(s.norms[t]));
    const by: readonly Actor[] = own
      ? [speaker(layers, layers.facts.voice(c.index))].filter((a) => a !== null)
      : onePerSide(c.objects.flatMap((t) => actorsAt(layers, s.index, t)));
    if (by.length === 0 && !own) return null;
    const deadline = layers.facts.deadline(inner.index) ?? dueWithin(layers, s, inner.head, s.size);
    const deed = verbKeys(layers, inner).some((k) => deeds.has(k)) && inner.objects.length > 0;
    if (deadline === null && !deed) return null;
    const whole = verbPhrase(layers.parsed.document, s, inner.head);
    return commitment(layers, {
      shape: "promise",
      type: "unilateral-undertaking",
      clause: c,
      sentence: s.index,
      token: c.head,
      by,
      to: [],
      what: slice(layers.parsed.document, s, inner.head, whole.to).text,
      deadline,
      condition: null,
    });
  }
}

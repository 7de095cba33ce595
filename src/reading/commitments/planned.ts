import type { Lexicon } from "../../language/index.js";
import { loadActWords } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, clausePhrase, members, subtreeHas, verbOf } from "../phrases/index.js";
import type { Clause, CommitmentItem, ItemTime } from "../types.js";
import { commitment } from "./build.js";

/** "The agreement is due to be signed on 5 May": a dated step ahead, other than a meeting. */
export function createPlanned(lexicon: Lexicon): (layers: Layers, clause: Clause) => CommitmentItem | null {
  const words = loadActWords(lexicon);
  const planned = members(lexicon, "deals/cues", "class", "planned");
  const meetings = lexicon.list("deals/conveyors");
  const gatherings = members(lexicon, "stances/negotiation-nouns", "kind", "sitting");
  const talks = members(lexicon, "stances/negotiation-nouns", "kind", "talks");
  return (layers, c) => {
    if (
      c.negated ||
      !planned.has(c.lemma) ||
      !(c.passive || c.kind === "adjectival") ||
      c.tense !== "present"
    )
      return null;
    const s = layers.parsed.sentences[c.sentence];
    const inner = (layers.clausesBySentence[c.sentence] ?? [])
      .map((i) => layers.clauses[i])
      .find((x) => x.parent === c.index && x.mood === "infinitive" && x.head > c.head);
    if (inner !== undefined && (meetings.has(inner.lemma) || inner.negated)) return null;
    const subject = (c.passive ? c.objects : c.subjects)[0] ?? -1;
    if (subject < 0 || gatherings.has(s.lemmas[subject]) || talks.has(s.lemmas[subject])) return null;
    if (
      !subtreeHas(s, subject, words.matters) &&
      (inner === undefined || !subtreeHas(s, inner.head, words.matters))
    )
      return null;
    const when =
      dated(layers.facts.time(c.index)) ??
      (inner === undefined ? null : dated(layers.facts.time(inner.index))) ??
      layers.facts.deadline(c.index);
    if (
      when === null ||
      (layers.published !== null && when.latest !== null && when.latest < layers.published)
    )
      return null;
    return commitment(layers, {
      shape: "planned",
      type: "scheduled-event",
      clause: inner ?? c,
      sentence: c.sentence,
      token: verbOf(c),
      by: actorsAt(layers, c.sentence, subject),
      to: [],
      what: clausePhrase(layers.parsed.document, s, c.head).text,
      deadline: when,
      condition: null,
    });
  };
}

const dated = (t: ItemTime): ItemTime | null => (t.latest === null ? null : t);

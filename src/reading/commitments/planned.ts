import type { Lexicon, Sentence } from "../../language/index.js";
import { loadActWords } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, clausePhrase, members, subtreeHas, verbOf } from "../phrases/index.js";
import type { Clause, CommitmentItem, ItemTime } from "../types.js";
import { commitment } from "./build.js";

/** "The agreement is due to be signed on 5 May": a dated step ahead, other than a meeting. */
export function createPlanned(lexicon: Lexicon): (layers: Layers, clause: Clause) => CommitmentItem | null {
  const words = loadActWords(lexicon);
  const planned = members(lexicon, "deals/cues", "class", "planned");
  const noStep = members(lexicon, "deals/cues", "class", "no-step");
  const meetings = lexicon.list("deals/conveyors");
  const instruments = lexicon.list("deals/instruments");
  const gatherings = members(lexicon, "stances/negotiation-nouns", "kind", "sitting");
  const talks = members(lexicon, "stances/negotiation-nouns", "kind", "talks");
  return (layers, c) => {
    if (!c.negated && isPlannedTo(layers.parsed.sentences[c.sentence], c)) return flat(layers, c);
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
    if (inner !== undefined && (meetings.has(inner.lemma) || inner.negated || noStep.has(inner.lemma)))
      return null;
    // "a pact that is expected to end the war": what it is hoped to bring.
    if (c.relation.startsWith("acl") && inner?.passive !== true) return null;
    const subject = (c.passive ? c.objects : c.subjects)[0] ?? -1;
    if (subject < 0 || isGathering(s, subject)) return null;
    if (
      !subtreeHas(s, subject, words.matters) &&
      (inner === undefined || !subtreeHas(s, inner.head, words.matters))
    )
      return null;
    return step(layers, c, inner ?? null, subject);
  };

  /** "is due to be signed in May" where parsers take "due" for a mark of the verb. */
  function flat(layers: Layers, c: Clause): CommitmentItem | null {
    const s = layers.parsed.sentences[c.sentence];
    const thing = c.passive ? (c.objects[0] ?? -1) : -1;
    if (thing < 0 || meetings.has(c.lemma) || isGathering(s, thing)) return null;
    if (
      !instruments.has(s.lemmas[thing]) &&
      !subtreeHas(s, thing, words.matters) &&
      !subtreeHas(s, c.head, words.matters)
    )
      return null;
    return step(layers, c, null, thing);
  }

  function isGathering(s: Sentence, noun: number): boolean {
    return gatherings.has(s.lemmas[noun]) || talks.has(s.lemmas[noun]);
  }

  /** The step ahead, where it has a day: `inner` is what is planned, where a clause of its own says it. */
  function step(layers: Layers, c: Clause, inner: Clause | null, subject: number): CommitmentItem | null {
    const when =
      dated(layers.facts.time(c.index)) ??
      (inner === null ? null : dated(layers.facts.time(inner.index))) ??
      layers.facts.deadline(c.index);
    if (
      when === null ||
      (layers.published !== null && when.latest !== null && when.latest < layers.published)
    )
      return null;
    const s = layers.parsed.sentences[c.sentence];
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
  }

  function isPlannedTo(s: Sentence, c: Clause): boolean {
    let t = verbOf(c) - 1;
    if (c.passive && s.lemmas[t] === "be") t--;
    return (
      t > 1 &&
      s.xpos[t] === "TO" &&
      planned.has(s.lemmas[t - 1]) &&
      s.upos[t - 1] !== "VERB" &&
      PRESENT.has(s.xpos[t - 2])
    );
  }
}

const PRESENT: ReadonlySet<string> = new Set(["VBZ", "VBP"]);

const dated = (t: ItemTime): ItemTime | null => (t.latest === null ? null : t);

import { canonicalJson, contentHash, makeSpan, type Span, sortShort } from "../../text/index.js";
import type { Layers } from "../layers.js";
import type { Clause, Factuality, ItemBase, ItemTime, Voice } from "../types.js";
import { turnAt } from "../voice/index.js";

/** The clause whose head is `token`, or null. */
export function clauseAt(layers: Layers, sentence: number, token: number): Clause | null {
  for (const i of layers.clausesBySentence[sentence] ?? []) {
    const c = layers.clauses[i];
    if (c.head === token || c.support === token) return c;
  }
  return null;
}

/** The nearest clause above `token` (itself included unless `above`) that is a verb, copula or adjective; null where there is none. */
export function clauseOver(layers: Layers, sentence: number, token: number, above = false): Clause | null {
  const s = layers.parsed.sentences[sentence];
  let t = above ? s.heads[token] : token;
  for (let steps = 0; t >= 0 && steps <= s.size; steps++) {
    const c = clauseAt(layers, sentence, t);
    if (c !== null && (c.kind !== "nominal" || c.support >= 0)) return c;
    t = s.heads[t];
  }
  return null;
}

export interface BaseParts {
  readonly component: string;
  readonly rule: string;
  /** Sentence and token of the trigger. */
  readonly sentence: number;
  readonly trigger: number;
  /** Clause that factuality, time and voice are asked of; null: whoever's turn it is says it, at an unknown time. */
  readonly clause: Clause | null;
  /** Sentences that it leans on besides. */
  readonly also?: readonly number[];
  readonly factuality?: Factuality;
  readonly time?: ItemTime;
  readonly voice?: Voice;
  /** What makes it different from other items of the rule at the same trigger. */
  readonly key: unknown;
}

const asserted = (status: Factuality["status"]): Factuality => ({
  certainty: "certain",
  polarity: "positive",
  status,
  cues: [],
  rule: "factuality/asserted",
});
/** Told without any mark, whatever the clause around it says. */
export const ASSERTED = { ongoing: asserted("ongoing"), happened: asserted("happened") };
const UNKNOWN: ItemTime = {
  earliest: null,
  latest: null,
  precision: null,
  edtf: null,
  words: null,
  class: "unknown",
  rule: "time/none",
};

/** The fields that every item has. The track is the tracks component's business: "core" until it has looked. */
export function itemBase(layers: Layers, p: BaseParts): ItemBase {
  const doc = layers.parsed.document;
  const s = layers.parsed.sentences[p.sentence];
  const trigger = makeSpan(doc, s.starts[p.trigger], s.ends[p.trigger]);
  const evidence: [Span, ...Span[]] = [sentenceSpan(layers, p.sentence)];
  for (const other of p.also ?? []) evidence.push(sentenceSpan(layers, other));
  // The canonical JSON of { at, doc, key, rule }, written out: sorting four known names for each item took longer than the rest of it.
  const id = contentHash(
    `{"at":[${trigger.start},${trigger.end}],"doc":${JSON.stringify(doc.id)},"key":${canonicalJson(p.key)},"rule":${JSON.stringify(p.rule)}}`,
  );
  return {
    id,
    sentences: [p.sentence, ...(p.also ?? [])],
    evidence,
    trigger,
    factuality:
      p.factuality ?? (p.clause === null ? ASSERTED.ongoing : layers.facts.factuality(p.clause.index)),
    time: p.time ?? (p.clause === null ? UNKNOWN : layers.facts.time(p.clause.index)),
    voice: p.voice ?? (p.clause === null ? turnAt(layers, p.sentence) : layers.facts.voice(p.clause.index)),
    origin: { component: p.component, rule: p.rule },
    track: "core",
  };
}

function sentenceSpan(layers: Layers, sentence: number): Span {
  const s = layers.parsed.sentences[sentence];
  return makeSpan(layers.parsed.document, s.start, s.end);
}

/**
 * Keys under which a word list may know the verb of a clause: its lemma, with each adverb, particle or adjective right after it ("back_away", "make_clear"),
 * and with each preposition of its complements ("stick_to").
 */
export function verbKeys(layers: Layers, clause: Clause): string[] {
  const s = layers.parsed.sentences[clause.sentence];
  const verb = clause.support >= 0 ? clause.support : clause.head;
  const keys = [clause.lemma];
  for (let t = verb + 1; t <= verb + 2 && t < s.size; t++) {
    const near = s.heads[t] === verb || t === verb + 1;
    if (near && (s.upos[t] === "ADV" || s.upos[t] === "ADP" || s.upos[t] === "ADJ"))
      keys.push(`${s.lemmas[verb]}_${s.norms[t]}`);
  }
  for (const o of clause.obliques) if (o.prep !== "") keys.push(`${clause.lemma}_${o.prep}`);
  return keys;
}

/** The same, longest first, as "step back" is no "step"; of two as long, the earlier one. */
export const longestKeys = (layers: Layers, clause: Clause): string[] =>
  sortShort(verbKeys(layers, clause), (a, b) => b.length - a.length);

/**
 * Every key of a word list of verbs with what it begins with ("hand", "hand_over" for "hand_over_to"): a verb that begins none of them
 * has no key in the list, and none needs to be made for it.
 */
export function beginnings(keys: Iterable<string>): ReadonlySet<string> {
  const out = new Set<string>();
  for (const key of keys)
    for (let end = key.indexOf("_"); ; end = key.indexOf("_", end + 1)) {
      out.add(end < 0 ? key : key.slice(0, end));
      if (end < 0) break;
    }
  return out;
}

/** Whether any of `verbKeys` can be in a list with these beginnings. */
export const beginsOne = (layers: Layers, clause: Clause, of: ReadonlySet<string>): boolean =>
  of.has(clause.lemma) ||
  of.has(layers.parsed.sentences[clause.sentence].lemmas[clause.support >= 0 ? clause.support : clause.head]);

/**
 * A subjunctive ("insists that Georgia withdraw"): it tells what is wanted, not what is. Either tagged as a bare form, or as a plural
 * present under a subject in the singular.
 */
export function isBare(layers: Layers, clause: Clause): boolean {
  if (
    clause.modal !== null ||
    clause.mood === "infinitive" ||
    (clause.relation !== "ccomp" && clause.relation !== "acl")
  )
    return false;
  const s = layers.parsed.sentences[clause.sentence];
  const tag = s.xpos[clause.support >= 0 ? clause.support : clause.head];
  if (tag === "VB") return clause.tense === "none";
  const subject = clause.subjects[0] ?? -1;
  return (
    tag === "VBP" &&
    subject >= 0 &&
    (s.xpos[subject] === "NN" || s.xpos[subject] === "NNP") &&
    s.firstChild[subject] < 0
  );
}

import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clausePhrase, slice, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Candidate } from "./candidate.js";
import type { Merged } from "./merge.js";
import { subjectsOf } from "./participants.js";
import type { MeetingWords } from "./words.js";

/** What a meeting came to, as its own sentence or the next one says: "agreed to ...", "ended without agreement". Null where nothing does. */
export function outcomeOf(layers: Layers, m: Merged, words: MeetingWords): string | null {
  if (m.status !== "held") return null;
  for (const c of m.members) {
    const s = layers.parsed.sentences[c.sentence];
    const own = ending(layers, s, c, words) ?? agreed(layers, s, c.trigger, m, words);
    if (own !== null) return own;
  }
  const last = m.members[m.members.length - 1];
  const next = layers.parsed.sentences[last.sentence + 1];
  if (next === undefined || next.paragraph !== layers.parsed.sentences[last.sentence].paragraph) return null;
  return follows(next, words) ? agreed(layers, next, -1, m, words) : null;
}

/** "the talks ended without agreement". */
function ending(layers: Layers, s: Sentence, c: Candidate, words: MeetingWords): string | null {
  const clause = c.clause;
  if (clause === null || !words.class("ending").has(clause.lemma) || !clause.subjects.includes(c.trigger))
    return null;
  const verb = verbOf(clause);
  const phrase = clausePhrase(layers.parsed.document, s, verb);
  return slice(layers.parsed.document, s, verb, Math.max(phrase.to, verb + 1)).text;
}

/** A clause that says what was agreed or decided, after the meeting's word or as what it is the occasion of. */
function agreed(layers: Layers, s: Sentence, trigger: number, m: Merged, words: MeetingWords): string | null {
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    const verb = verbOf(c);
    const lemma = c.support >= 0 ? s.lemmas[c.support] : c.lemma;
    if (verb === trigger || !words.class("outcome").has(lemma) || (c.kind === "nominal" && c.support < 0))
      continue;
    const f = layers.facts.factuality(c.index);
    if (!(f.status === "happened" || f.status === "negated") || !tellsPast(c) || c.relation === "acl")
      continue;
    if (c.negated && c.aspect === "perfect") continue;
    const by = subjectsOf(layers, s, c, words);
    if (by.length > 0 && !by.every((a) => m.participants.has(a))) continue;
    const phrase = clausePhrase(layers.parsed.document, s, verb);
    return slice(layers.parsed.document, s, verb, Math.max(phrase.to, verb + 1)).text;
  }
  return null;
}

const tellsPast = (c: Clause): boolean => c.tense === "past" || c.aspect === "perfect";

/** "They agreed ...", "The two sides ...", "The ministers ...": the sentence goes on about those who met. */
function follows(s: Sentence, words: MeetingWords): boolean {
  const t = words.class("definite").has(s.norms[0]) ? (s.upos[1] === "NUM" ? 2 : 1) : 0;
  return s.xpos[t] === "PRP" || (t > 0 && words.class("people").has(s.lemmas[t]));
}

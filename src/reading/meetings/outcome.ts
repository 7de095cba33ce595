import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { clausePhrase, slice, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Candidate } from "./candidate.js";
import type { Merged } from "./merge.js";
import { subjectsOf } from "./who.js";
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

/** "the talks ended without agreement"; "they ended the talks without agreement". */
function ending(layers: Layers, s: Sentence, c: Candidate, words: MeetingWords): string | null {
  const clause = c.clause;
  if (clause === null || !words.class("ending").has(clause.lemma)) return null;
  const verb = verbOf(clause);
  const to = lastOf(layers, s, verb, words);
  if (verb > c.trigger) return slice(layers.parsed.document, s, verb, to).text;
  for (let t = c.trigger + 1; t < to; t++)
    if (words.class("upshot").has(s.norms[t])) return slice(layers.parsed.document, s, t, to).text;
  return null;
}

/** End of a clause, without "..., officials said" behind it. */
function lastOf(layers: Layers, s: Sentence, verb: number, words: MeetingWords): number {
  let { to } = clausePhrase(layers.parsed.document, s, verb);
  let comma = -1;
  for (let t = verb + 1; t <= to && t < s.size; t++) {
    if (s.norms[t] === ",") comma = t;
    if (comma < 0 || s.upos[t] !== "VERB" || !words.class("reports").has(s.lemmas[t])) continue;
    to = comma;
    break;
  }
  return Math.max(to, verb + 1);
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
    return slice(layers.parsed.document, s, verb, lastOf(layers, s, verb, words)).text;
  }
  return null;
}

const tellsPast = (c: Clause): boolean => c.tense === "past" || c.aspect === "perfect";

/** "They agreed ...", "The two sides ...", "The ministers ...": the sentence goes on about those who met. */
function follows(s: Sentence, words: MeetingWords): boolean {
  const t = words.class("definite").has(s.norms[0]) ? (s.upos[1] === "NUM" ? 2 : 1) : 0;
  return s.xpos[t] === "PRP" || (t > 0 && words.class("people").has(s.lemmas[t]));
}

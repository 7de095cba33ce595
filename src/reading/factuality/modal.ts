import { childWith, type Sentence } from "../../language/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause } from "../types.js";
import { toBefore } from "./frame.js";
import { fixedWords, inversionOf } from "./marker.js";
import type { FormRule } from "./rule.js";
import { give, type State, verbOf } from "./state.js";
import type { FactualityWords } from "./words.js";

export function modalOf(s: Sentence, verb: number): number {
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k]) if (s.xpos[k] === "MD") return k;
  return -1;
}

export function ownModal(
  input: WithClauses,
  s: Sentence,
  c: Clause,
  rule: FormRule,
  { negated, cues }: { readonly negated: boolean; readonly cues: readonly number[] },
  words: FactualityWords,
): State {
  const perfect = c.aspect === "perfect" || c.aspect === "perfect-progressive";
  // "must have known": inferred.
  if (rule.form === "obligation" && perfect && !negated) {
    return { ...give(words.form("asserted"), false, cues), certainty: "probable", rule: rule.id };
  }
  if (conditionBelow(input, s, c, words)) return give(words.form("consequence"), negated, cues);
  // "said it would host": a future seen from the past.
  if (
    rule.form === "would" &&
    !perfect &&
    (announcedBefore(input, s, c) || toldBefore(input, s, c, words)) &&
    !imaginedSubject(input, s, c, words)
  )
    return give(words.form("future"), negated, cues);
  return give(rule, negated, cues);
}

/** Whether a clause under this one, or under the verb that completes it ("will stop shelling if"), names the condition for it. */
function conditionBelow(input: WithClauses, s: Sentence, c: Clause, words: FactualityWords): boolean {
  const verb = verbOf(c);
  const inner = childWith(s, verb, "xcomp");
  return conditionAt(input, s, verb, words) || (inner > verb && conditionAt(input, s, inner, words));
}

function conditionAt(input: WithClauses, s: Sentence, verb: number, words: FactualityWords): boolean {
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k]) {
    if (s.deprels[k] !== "advcl" && s.deprels[k] !== "obl") continue;
    for (let m = s.firstChild[k]; m >= 0 && m < k; m = s.nextSibling[m]) {
      if (s.deprels[m] !== "mark" && s.deprels[m] !== "case") continue;
      const marker = fixedWords(s, m);
      if (words.conditional.has(marker) || words.nominalConditional.has(marker)) return true;
    }
    if (s.deprels[k] === "obl" && words.predicate(s.lemmas[k], "that", s.upos[k])?.class === "conditional")
      return true;
    for (const i of input.clausesBySentence[s.index]) {
      const below = input.clauses[i];
      if (verbOf(below) === k && inversionOf(s, below, k, words) >= 0) return true;
    }
  }
  return false;
}

/** Whether the clause is told in a past report: the speech verb above it stands in the past. */
function announcedBefore(input: WithClauses, s: Sentence, c: Clause): boolean {
  for (let at = c, steps = 0; at.parent >= 0 && steps < 3; at = input.clauses[at.parent], steps++) {
    const above = input.clauses[at.parent];
    if (above.sentence !== s.index) return false;
    if (at.relation === "conj") continue;
    if (at.relation !== "ccomp" && at.relation !== "acl") return false;
    // Inside quotation marks nothing is shifted back.
    return (
      !(at.relation === "ccomp" && quotedBetween(s, verbOf(above), verbOf(at))) &&
      above.modal === null &&
      (above.tense === "past" ||
        above.kind === "nominal" ||
        above.mood === "participle" ||
        above.mood === "gerund")
    );
  }
  return false;
}

/** "The minister said it was over. The troops would leave in May.": what the sentence before began to report goes on. */
function toldBefore(input: WithClauses, s: Sentence, c: Clause, words: FactualityWords): boolean {
  const before = input.parsed.sentences[s.index - 1];
  if (c.relation !== "root" || before === undefined || before.paragraph !== s.paragraph) return false;
  if (s.xpos.includes("``") || s.xpos.includes("''")) return false;
  return input.clausesBySentence[before.index].some((i) => {
    const { relation, tense, lemma, kind } = input.clauses[i];
    return (
      relation === "root" &&
      tense === "past" &&
      kind === "verbal" &&
      words.predicate(lemma, "that", "VERB")?.class === "reported"
    );
  });
}

/** "a ceasefire would allow": what does it is itself only imagined. */
function imaginedSubject(input: WithClauses, s: Sentence, c: Clause, words: FactualityWords): boolean {
  if (c.kind === "adjectival" && !words.governing.has(c.lemma)) {
    // "it would be premature to lift them"
    for (let k = s.firstChild[c.head]; k >= 0; k = s.nextSibling[k])
      if (k > c.head && toBefore(s, k) >= 0) return true;
  }
  const subject = childWith(s, verbOf(c), "nsubj");
  if (subject < 0) return false;
  const deed = input.clausesBySentence[s.index].some(
    (i) => input.clauses[i].head === subject && input.clauses[i].kind === "nominal",
  );
  const det = childWith(s, subject, "det");
  return deed && (det < 0 || !words.definite.has(s.norms[det])) && childWith(s, subject, "nmod:poss") < 0;
}

function quotedBetween(s: Sentence, a: number, b: number): boolean {
  for (let t = Math.min(a, b); t < Math.max(a, b); t++)
    if (s.xpos[t] === "``" || s.xpos[t] === "''" || s.norms[t] === '"') return true;
  return false;
}

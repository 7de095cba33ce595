import type { Sentence } from "../../language/index.js";
import type { WithEntities } from "../layers.js";
import type { Draft } from "./build.js";
import type { ClauseWords } from "./words.js";

/**
 * "X said the text was not acceptable and demanded Y": the parser joins the second verb to what was said, whose subject is a thing. Things
 * demand, warn and promise nothing: the verb is joined to the verb of saying above, and its subject is whoever said it.
 */
export function rejoinUtterances(
  input: WithEntities,
  s: Sentence,
  drafts: readonly Draft[],
  words: ClauseWords,
): void {
  for (const d of drafts) {
    if (d.kind !== "verbal" || d.passive || d.parent < 0 || !words.utterance.has(d.lemma)) continue;
    if (d.relation !== "conj" || d.tense === "none" || d.modal !== null || hasOwnSubject(s, d.head)) continue;
    let said: Draft = drafts[d.parent];
    while (said.relation === "conj" && said.parent >= 0) said = drafts[said.parent];
    const over = said.relation === "ccomp" && said.parent >= 0 ? drafts[said.parent] : undefined;
    if (over === undefined || over.head >= d.head || over.tense !== d.tense) continue;
    if (over.subjects.length === 0 || namesActor(input, s, said.passive ? said.objects : said.subjects))
      continue;
    d.parent = over.index;
    d.subjects = [...over.subjects];
    d.negated &&= d.negation > said.head;
  }
}

function hasOwnSubject(s: Sentence, verb: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("nsubj") || s.deprels[c].startsWith("aux")) return true;
  return false;
}

/** Whether one of the tokens is somebody: a name, a pronoun of a person, or a party's word. */
function namesActor(input: WithEntities, s: Sentence, tokens: readonly number[]): boolean {
  return tokens.some(
    (t) =>
      s.upos[t] === "PROPN" ||
      s.upos[t] === "PRON" ||
      (input.mentionsBySentence[s.index] ?? []).some((i) => {
        const m = input.mentions[i];
        return m.head === t && m.use === "actor";
      }),
  );
}

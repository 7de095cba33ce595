import { childWith, isMain, isRelation, isText, type Lexicon, type Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { WithClauses, WithEntities } from "../layers.js";
import type { Clause } from "../types.js";
import {
  type Draft,
  kindOf,
  negativeArguments,
  nounArguments,
  verbArguments,
  verbForm,
  verbLemma,
} from "./build.js";
import { inheritArguments } from "./inherit.js";
import { repairSubjects } from "./subjects.js";
import { rejoinUtterances } from "./utterances.js";
import { type ClauseWords, loadClauseWords } from "./words.js";

export { preposition, verbLemma } from "./build.js";
export { relativeWord } from "./relative.js";

/** Reads predicates with their arguments from the trees. Segments that are no content have none. */
export function createClauses(lexicon: Lexicon): (input: WithEntities) => WithClauses {
  const words = loadClauseWords(lexicon);
  return (input) => {
    const clauses: Clause[] = [];
    const clausesBySentence = input.parsed.sentences.map((s) => {
      if (!isText(s)) return [];
      const drafts = clausesOf(s, words);
      dropDates(input, s, drafts);
      repairSubjects(input, s, drafts, words);
      rejoinUtterances(input, s, drafts, words);
      if ((input.entryBySentence[s.index] ?? -1) >= 0) for (const d of drafts) historical(s, d);
      const first = clauses.length;
      for (const d of drafts) {
        d.index += first;
        if (d.parent >= 0) d.parent += first;
        clauses.push(d);
      }
      return drafts.map((d) => d.index);
    });
    return extend(input, { clauses, clausesBySentence });
  };
}

/** "left on 10 July and has said that": a date in front of a conjunction does nothing; whoever did what stands before it goes on. */
function dropDates(input: WithEntities, s: Sentence, drafts: readonly Draft[]): void {
  const times = input.timesBySentence[s.index];
  if (times.length === 0) return;
  const inTime = (t: number): boolean =>
    times.some((i) => input.times[i].start <= s.starts[t] && s.ends[t] <= input.times[i].end);
  for (const [k, d] of drafts.entries()) {
    const verb = d.support >= 0 ? d.support : d.head;
    if (d.subjects.length === 0 || d.tense === "none" || !d.subjects.every((t) => t < verb && inTime(t)))
      continue;
    const last = d.subjects[d.subjects.length - 1];
    if (s.upos[last + 1] !== "CCONJ") continue;
    const before = drafts
      .slice(0, k)
      .findLast((x) => x.tense !== "none" && x.head < last && x.subjects.length > 0);
    d.subjects = before === undefined ? [] : [...before.subjects];
  }
}

/** "11 May 2018. The ministers sign a pact.": the present in which a chronology tells what is past. Taggers take some of its verbs for bare forms. */
function historical(s: Sentence, d: Draft): void {
  if (d.modal !== null || d.kind === "nominal" ? d.support < 0 : d.kind !== "verbal") return;
  const verb = d.support >= 0 ? d.support : d.head;
  const bare = d.tense === "none" && s.xpos[verb] === "VB" && childWith(s, verb, "mark") < 0;
  if (!isMain(s.deprels[verb]) || d.aspect !== "simple") return;
  if (d.tense !== "present" && !(bare && d.subjects.length + d.objects.length > 0)) return;
  d.tense = "past";
  d.mood = "indicative";
}

function clausesOf(s: Sentence, words: ClauseWords): Draft[] {
  const light = lightVerbs(s, words);
  const at = new Int32Array(s.size).fill(-1);
  const drafts: Draft[] = [];
  for (let t = 0; t < s.size; t++) {
    if (light.has(t)) continue;
    const support = light.get(-t - 1) ?? -1;
    const kind = kindOf(s, t, words);
    if (kind === null && support < 0) continue;
    const d: Draft = {
      index: drafts.length,
      sentence: s.index,
      head: t,
      kind: support >= 0 ? "nominal" : (kind as Clause["kind"]),
      lemma: s.upos[t] === "VERB" ? verbLemma(s, t) : s.lemmas[t].toLowerCase(),
      support,
      subjects: [],
      objects: [],
      recipients: [],
      obliques: [],
      passive: false,
      negated: false,
      negation: -1,
      tense: "none",
      aspect: "simple",
      modal: null,
      mood: "nominal",
      parent: -1,
      relation: "",
      marker: null,
    };
    if (d.kind === "nominal") nounArguments(s, d, words);
    if (d.kind !== "nominal" || support >= 0) {
      verbArguments(s, d, words);
      verbForm(s, d, support >= 0 ? support : t, words);
    }
    at[t] = d.index;
    if (support >= 0) at[support] = d.index;
    drafts.push(d);
  }
  for (const d of drafts) {
    const top = d.support >= 0 ? d.support : d.head;
    d.relation = s.deprels[top];
    for (let h = s.heads[top], steps = 0; h >= 0 && steps < s.size; h = s.heads[h], steps++) {
      if (at[h] >= 0 && at[h] !== d.index) {
        d.parent = at[h];
        break;
      }
    }
  }
  inheritArguments(s, drafts, words);
  for (const d of drafts) negativeArguments(s, d, words);
  return drafts;
}

/** Verb token to noun token of "hold talks", and back under -noun-1. */
function lightVerbs(s: Sentence, words: ClauseWords): Map<number, number> {
  const out = new Map<number, number>();
  for (let t = 0; t < s.size; t++) {
    if (s.upos[t] !== "NOUN" || !words.actionNouns.has(s.lemmas[t])) continue;
    const r = s.deprels[t];
    const verb = s.heads[t];
    if (verb < 0 || s.upos[verb] !== "VERB" || out.has(verb)) continue;
    if (r !== "obj" && r !== "nsubj:pass" && !(isRelation(r, "nsubj") && s.xpos[verb] === "VBN")) continue;
    if (words.light.get(verbLemma(s, verb))?.has(s.lemmas[t])) {
      out.set(verb, t);
      out.set(-t - 1, verb);
    }
  }
  return out;
}

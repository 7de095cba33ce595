import { dominates, isRelation, type Sentence } from "../../language/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause, ItemTime } from "../types.js";
import type { Bindings, Bound } from "./bind.js";
import { itemTime, NO_TIME, timeAfter, timeClass } from "./item-time.js";
import { firstVerb } from "./place.js";
import type { AttachWords } from "./words.js";

/** What the questions about clauses are answered from. */
export interface Bench {
  readonly input: WithClauses;
  readonly words: AttachWords;
  bindings(sentence: number): Bindings;
}

/** Sentences back for which a story stays at its last date. */
const STORY = 2;
const RELATIONS_OF_GOVERNED = /^(obj|nsubj:pass|obl|nmod)/;

/** When what a clause tells took place: its own date, its governor's, one its sentence opens with, or the story's. */
export function timeOf(bench: Bench, clause: Clause): ItemTime {
  const { input } = bench;
  const bounds = bench.bindings(clause.sentence);
  if (bounds.size > 0) {
    const found = recalled(bench, clause) ?? own(bench, clause) ?? inherited(bench, clause) ?? fronted(bench, clause);
    if (found !== null) return found;
  }
  return storied(bench, clause) ?? { ...NO_TIME, class: timeClass(null, null, input.published, tenseAbove(input, clause)) };
}

/** A noun of action and a conjunct have the tense of what they hang on. */
function tenseAbove(input: WithClauses, clause: Clause): Clause["tense"] {
  if (clause.modal !== null) return clause.tense === "future" ? "future" : "none";
  if (clause.tense !== "none" || clause.mood === "infinitive") return clause.tense;
  const parent = clause.parent >= 0 ? input.clauses[clause.parent] : null;
  return parent !== null && clause.relation === "conj" ? parent.tense : "none";
}

/** Under "the third anniversary of ...", everything happened on the day that is recalled. */
function recalled({ input, bindings }: Bench, clause: Clause): ItemTime | null {
  for (const [i, list] of bindings(clause.sentence)) {
    const b = list.find((y) => y.x.recalls !== null);
    if (b === undefined) continue;
    const owner = input.clauses[i];
    const s = input.parsed.sentences[clause.sentence];
    if (owner !== clause && !dominates(s, clause.head, owner.head)) return itemTime(input, b.x, "attach/anniversary", "past");
    if (owner === clause) return { ...itemTime(input, { ...b.x, recalls: null }, "attach/own", clause.tense) };
  }
  return null;
}

function own(bench: Bench, clause: Clause): ItemTime | null {
  const list = bench.bindings(clause.sentence).get(clause.index) ?? [];
  const best = bestOf(list);
  if (best !== null) return itemTime(bench.input, best.x, best.rule, clause.tense);
  const after = list.find((b) => b.bearing === "after");
  return after === undefined ? null : timeAfter(bench.input, after.x, clause.tense);
}

const RANK: Readonly<Record<string, number>> = { "attach/own": 0, "attach/name": 0, "attach/object": 1, "attach/occasion": 2, "attach/subject": 3 };
const FINE: Readonly<Record<string, number>> = { day: 0, week: 1, "part-month": 2, month: 3, season: 4, quarter: 4, half: 5, year: 6, period: 7, decade: 8, century: 9 };

/** Own before lent, a time before a beginning, fine before coarse, first before later. */
function bestOf(list: readonly Bound[]): Bound | null {
  let best: Bound | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const b of list) {
    if (b.bearing !== "at" && b.bearing !== "from") continue;
    const cost = (RANK[b.rule] ?? 4) * 100 + (b.bearing === "from" ? 50 : 0) + (FINE[b.x.precision] ?? 9);
    if (cost < least) {
      least = cost;
      best = b;
    }
  }
  return best;
}

/** A noun of action takes the time of the verb it completes, a conjunct that of its partner in the same tense, an infinitive that of its verb unless that looks ahead. */
function inherited(bench: Bench, clause: Clause): ItemTime | null {
  const { input, words } = bench;
  const parent = clause.parent >= 0 ? input.clauses[clause.parent] : null;
  if (parent === null) return null;
  const r = clause.relation;
  const lends =
    clause.kind === "nominal" && clause.support < 0
      ? RELATIONS_OF_GOVERNED.test(r) && !words.ahead.has(parent.lemma)
      : r === "conj"
        ? parent.tense === clause.tense || clause.tense === "none"
        : r === "xcomp"
          ? !words.ahead.has(parent.lemma)
          : isRelation(r, "advcl") && clause.mood === "participle";
  if (!lends) return null;
  const theirs = own(bench, parent) ?? (parent.relation === "xcomp" || parent.relation === "conj" ? inherited(bench, parent) : null);
  return theirs === null ? null : { ...theirs, rule: "attach/governor" };
}

/** "In May, after ...": an expression before the first verb dates every finite past clause of its sentence that is not reported speech. */
function fronted(bench: Bench, clause: Clause): ItemTime | null {
  const { input, words } = bench;
  const s = input.parsed.sentences[clause.sentence];
  const top = clause.support >= 0 ? clause.support : clause.head;
  if (isRelation(s.deprels[top], "ccomp") || isRelation(s.deprels[top], "acl") || clause.mood === "infinitive") return null;
  const parent = clause.parent >= 0 ? input.clauses[clause.parent] : null;
  if (parent !== null && words.ahead.has(parent.lemma)) return null;
  const verb = firstVerb(s);
  for (const list of bench.bindings(clause.sentence).values())
    for (const b of list) {
      if (b.bearing === "at" && b.rule === "attach/own" && b.x.role === "point" && b.x.to <= verb && b.x.to <= top)
        return itemTime(input, b.x, "attach/fronted", clause.tense);
    }
  return null;
}

/** Told in the past without a date: at the last past date of the one or two sentences before, while the story goes on. */
function storied(bench: Bench, clause: Clause): ItemTime | null {
  const { input, words } = bench;
  if (!goesOn(clause) || words.speech.has(clause.lemma)) return null;
  const s = input.parsed.sentences[clause.sentence];
  const top = clause.support >= 0 ? clause.support : clause.head;
  if (s.deprels[top] !== "root" && s.deprels[top] !== "conj") return null;
  if (bench.bindings(clause.sentence).size > 0) return null;
  for (let i = clause.sentence - 1; i >= 0 && i >= clause.sentence - STORY; i--) {
    const before = input.parsed.sentences[i];
    if (before.paragraph !== s.paragraph) return null;
    const date = storyDate(bench, before);
    if (date !== null) return { ...date, rule: "attach/story" };
    if (!input.clausesBySentence[i].some((c) => goesOn(input.clauses[c]))) return null;
  }
  return null;
}

const goesOn = (c: Clause): boolean => c.tense === "past" && c.aspect !== "perfect-progressive" && c.modal === null && (c.kind !== "nominal" || c.support >= 0);

/** Last date of a sentence at which something past is told; null where it has none. */
function storyDate({ input, bindings }: Bench, s: Sentence): ItemTime | null {
  let last: ItemTime | null = null;
  const { published } = input;
  for (const [i, list] of bindings(s.index)) {
    const c = input.clauses[i];
    const best = bestOf(list);
    if (best === null || best.x.latest === null || published === null || best.x.latest > published || best.bearing !== "at" || best.x.recalls !== null) continue;
    if (goesOn(c) && (last === null || last.words === null || best.x.start > last.words.start)) last = itemTime(input, best.x, best.rule, "past");
  }
  return last;
}

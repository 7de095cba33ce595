import { childWith, dominates, isRelation, type Sentence, subtreeRange } from "../../language/index.js";
import { dayNumber } from "../../text/index.js";
import { preposition } from "../clauses/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause, ItemTime } from "../types.js";
import type { Bindings, Bound } from "./bind.js";
import { itemTime, NO_TIME, timeAfter, timeClass, timeSince } from "./item-time.js";
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

/** When what a clause tells took place: its own date, its governor's, one its sentence opens with, or the story's. */
export function timeOf(bench: Bench, clause: Clause): ItemTime {
  const { input } = bench;
  const dated = bench.input.timesBySentence[clause.sentence].length > 0;
  const found = dated ? (recalled(bench, clause) ?? stated(bench, clause)) : null;
  if (found !== null) return found;
  return (
    entered(bench, clause) ??
    alongside(bench, clause) ??
    storied(bench, clause) ?? {
      ...NO_TIME,
      class: timeClass(null, null, input.published, tenseAbove(input, clause)),
    }
  );
}

const stated = (bench: Bench, clause: Clause): ItemTime | null =>
  own(bench, clause) ??
  planned(bench, clause) ??
  completed(bench, clause) ??
  inherited(bench, clause) ??
  fronted(bench, clause);

/** A noun of action and a conjunct have the tense of what they hang on. */
function tenseAbove(input: WithClauses, clause: Clause): Clause["tense"] {
  if (clause.modal !== null) return clause.tense === "future" ? "future" : "none";
  if (clause.tense !== "none" || clause.mood === "infinitive") return clause.tense;
  const parent = clause.parent >= 0 ? input.clauses[clause.parent] : null;
  return parent !== null && clause.relation === "conj" ? parent.tense : "none";
}

/** After "Dec. 15 marks the third anniversary of", everything happened on the day that is recalled. */
function recalled({ input }: Bench, clause: Clause): ItemTime | null {
  const s = input.parsed.sentences[clause.sentence];
  for (const i of input.timesBySentence[clause.sentence]) {
    const x = input.times[i];
    if (x.recalls === null) continue;
    if (s.heads[x.head] === clause.head || dominates(s, clause.head, x.head)) continue;
    if (clause.head > x.to) return itemTime(input, x, "attach/anniversary", "past");
  }
  return null;
}

function own(bench: Bench, clause: Clause): ItemTime | null {
  const list = bench.bindings(clause.sentence).get(clause.index) ?? [];
  const best = bestOf(list);
  if (best?.bearing === "from" && clause.aspect === "perfect-progressive") {
    const since = timeSince(bench.input, best.x);
    if (since !== null) return since;
  }
  if (best !== null)
    return itemTime(
      bench.input,
      best.x.recalls === null ? best.x : { ...best.x, recalls: null },
      best.rule,
      clause.tense,
    );
  const after = list.find((b) => b.bearing === "after");
  return after === undefined ? null : timeAfter(bench.input, after.x, clause.tense);
}

const RANK: Readonly<Record<string, number>> = {
  "attach/own": 0,
  "attach/moved": 0,
  "attach/name": 0,
  "attach/object": 1,
  "attach/occasion": 2,
  "attach/subject": 3,
};
const FINE: Readonly<Record<string, number>> = {
  day: 0,
  week: 1,
  "part-month": 2,
  month: 3,
  season: 4,
  quarter: 4,
  half: 5,
  year: 6,
  period: 7,
  decade: 8,
  century: 9,
};

/** A stretch of days is as fine as it is short: "Dec. 5 and 6" before "last year". */
function fineness(x: Bound["x"]): number {
  if (x.precision !== "period" || x.earliest === null || x.latest === null) return FINE[x.precision] ?? 9;
  const days = dayNumber(x.latest) - dayNumber(x.earliest);
  return days < 7 ? 1 : days < 31 ? 3 : days < 366 ? FINE.year : FINE.period;
}

/** Own before lent, a time before a beginning, fine before coarse, first before later. */
function bestOf(list: readonly Bound[]): Bound | null {
  let best: Bound | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const b of list) {
    if (b.bearing !== "at" && b.bearing !== "from") continue;
    const cost = (RANK[b.rule] ?? 4) * 100 + (b.bearing === "from" ? 50 : 0) + fineness(b.x);
    if (cost < least) {
      least = cost;
      best = b;
    }
  }
  return best;
}

/** "is scheduled to take place on": the time of what is planned. */
function planned(bench: Bench, clause: Clause): ItemTime | null {
  const { clauses, clausesBySentence } = bench.input;
  if (!(clause.passive || clause.kind === "adjectival") || !bench.words.ahead.has(clause.lemma)) return null;
  for (const i of clausesBySentence[clause.sentence]) {
    const c = clauses[i];
    if (c.parent !== clause.index || c.relation !== "xcomp") continue;
    const found = own(bench, c);
    if (found !== null) return { ...found, rule: "attach/planned" };
  }
  return null;
}

/** "stopped shelling in May": the time of what a verb's gerund tells is the verb's. */
function completed(bench: Bench, clause: Clause): ItemTime | null {
  const { clauses, clausesBySentence, parsed } = bench.input;
  const s = parsed.sentences[clause.sentence];
  if (clause.kind !== "verbal" || bench.words.ahead.has(clause.lemma)) return null;
  for (const i of clausesBySentence[clause.sentence]) {
    const c = clauses[i];
    if (c.parent !== clause.index || c.relation !== "xcomp" || s.xpos[c.head] !== "VBG") continue;
    const found = own(bench, c);
    if (found !== null) return { ...found, rule: "attach/completed" };
  }
  return null;
}

/** A noun of action takes the time of the verb it completes, a conjunct that of its partner in the same tense, an infinitive that of its verb unless that looks ahead. */
function inherited(bench: Bench, clause: Clause): ItemTime | null {
  const parent = clause.parent >= 0 ? bench.input.clauses[clause.parent] : null;
  if (parent === null || !lends(bench, parent, clause)) return null;
  const theirs = stated(bench, parent);
  if (theirs === null || (clause.relation === "conj" && isApart(bench, parent, clause, theirs))) return null;
  if (theirs.earliest === null && theirs.latest === null) return theirs;
  const apart = standsApart(bench, clause);
  return apart === "due" || (apart === "after" && theirs.precision !== "day")
    ? { ...NO_TIME, class: apart === "due" ? "unknown" : theirs.class }
    : { ...theirs, rule: "attach/governor" };
}

/** "Trade rose last year, and Chad promised more": a year behind the first verb is not that of somebody else's deed behind a comma. */
function isApart({ input }: Bench, parent: Clause, clause: Clause, theirs: ItemTime): boolean {
  const s = input.parsed.sentences[clause.sentence];
  const verb = clause.support >= 0 ? clause.support : clause.head;
  const before = parent.support >= 0 ? parent.support : parent.head;
  const subject = Math.max(childWith(s, verb, "nsubj"), childWith(s, verb, "nsubj:pass"));
  if (subject < before || theirs.words === null || (FINE[theirs.precision ?? ""] ?? 0) < FINE.year)
    return false;
  let [first] = subtreeRange(s, subject);
  if (s.norms[first] === ",") first++;
  const joint = s.upos[first] === "CCONJ" ? first : first - 1;
  if (s.upos[joint] !== "CCONJ" || s.norms[joint - 1] !== ",") return false;
  return theirs.words.start > s.starts[before] && theirs.words.end <= s.starts[joint];
}

/**
 * "will visit Malta in spring, after a further meeting": what comes first shares at most a day with what follows it, not a season. "Left on
 * Tuesday, ahead of a new round": what is still to come then has its own day.
 */
function standsApart({ input, words }: Bench, clause: Clause): "after" | "due" | null {
  const s = input.parsed.sentences[clause.sentence];
  if (clause.kind !== "nominal" || !isRelation(clause.relation, "obl")) return null;
  const prep = preposition(s, clause.head);
  // "ahead of talks": trees hang the talks on the adverb.
  const above = s.heads[clause.head];
  const bearing = words.cues.get(above >= 0 && s.upos[above] === "ADV" ? `${s.norms[above]}_${prep}` : prep);
  return bearing === "after" || bearing === "due" ? bearing : null;
}

function lends({ words }: Bench, parent: Clause, clause: Clause): boolean {
  const r = clause.relation;
  const ahead = words.ahead.has(parent.lemma);
  if (clause.kind === "nominal" && clause.support < 0) {
    if (r === "nsubj:pass" || isRelation(r, "nsubj")) return words.happening.has(parent.lemma);
    if (r === "obj") return words.happening.has(parent.lemma) && !ahead;
    // "a third round of talks"
    if (r === "nmod")
      return (
        parent.kind === "nominal" && words.occasions.has(parent.lemma) && words.occasions.has(clause.lemma)
      );
    return (
      isRelation(r, "obl") &&
      (words.occasions.has(clause.lemma) || words.happening.has(parent.lemma)) &&
      !ahead
    );
  }
  if (r === "conj") return parent.tense === clause.tense || clause.tense === "none";
  if (r === "xcomp") return !ahead;
  return isRelation(r, "advcl") && clause.mood === "participle";
}

/** "In May, ...": an expression before the first verb dates the past clauses of its sentence that are not reported speech. */
function fronted(bench: Bench, clause: Clause): ItemTime | null {
  const { input, words } = bench;
  const s = input.parsed.sentences[clause.sentence];
  const top = clause.support >= 0 ? clause.support : clause.head;
  const verb = firstVerb(s);
  if (clause.kind === "nominal" && clause.support < 0) return null;
  // A parse without a main verb: its first participle is taken for one.
  const main = top === verb && !hasMainVerb(s);
  if (
    !main &&
    (clause.tense === "none" ||
      clause.aspect === "perfect" ||
      !/^(root|conj|advcl|parataxis)/.test(s.deprels[top]))
  )
    return null;
  const parent = clause.parent >= 0 ? input.clauses[clause.parent] : null;
  if (!main && parent !== null && words.ahead.has(parent.lemma)) return null;
  for (const [i, list] of bench.bindings(clause.sentence)) {
    const c = input.clauses[i];
    // "Under the deal of 2013, ..." dates the deal only.
    if (c.kind === "nominal" && c.support < 0 && words.cues.get(preposition(s, c.head)) !== "at") continue;
    for (const b of list) {
      if (
        b.bearing === "at" &&
        b.rule === "attach/own" &&
        b.x.role === "point" &&
        b.x.to <= verb &&
        b.x.to <= top
      )
        return itemTime(input, b.x, "attach/fronted", main ? "past" : clause.tense);
    }
  }
  return null;
}

function hasMainVerb(s: Sentence): boolean {
  for (let t = 0; t < s.size; t++)
    if (s.heads[t] < 0) return s.upos[t] === "VERB" || s.upos[t] === "AUX" || s.upos[t] === "ADJ";
  return false;
}

/** "7-9 May 2011. The ministers meet in Oslo. They part without a deal.": what is told under the date of a chronology's entry. */
function entered({ input }: Bench, clause: Clause): ItemTime | null {
  const x = input.times[input.entryBySentence[clause.sentence] ?? -1];
  if (x === undefined || clause.modal !== null) return null;
  if (clause.tense !== "present" && clause.tense !== "past") return null;
  if (clause.aspect !== "simple" && clause.aspect !== "progressive") return null;
  return itemTime(input, x, "attach/entry", "past");
}

/** "8 May 2011. At a round in Oslo the ministers sign a pact.": an occasion is of the entry's date as what is told of it is. */
function alongside(bench: Bench, clause: Clause): ItemTime | null {
  const parent = clause.parent >= 0 ? bench.input.clauses[clause.parent] : null;
  return parent !== null && clause.kind === "nominal" && clause.support < 0 && lends(bench, parent, clause)
    ? entered(bench, parent)
    : null;
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

const goesOn = (c: Clause): boolean =>
  c.tense === "past" &&
  c.aspect !== "perfect-progressive" &&
  c.modal === null &&
  (c.kind !== "nominal" || c.support >= 0);

/** "recalled that its text was finalised in March": what somebody tells does not move the story. */
function isReported(input: WithClauses, clause: Clause): boolean {
  for (let c: Clause | null = clause; c !== null; c = c.parent < 0 ? null : input.clauses[c.parent])
    if (c.relation === "ccomp") return true;
  return false;
}

/** Last date of a sentence at which something past is told; null where it has none. */
function storyDate({ input, bindings }: Bench, s: Sentence): ItemTime | null {
  let last: ItemTime | null = null;
  const { published } = input;
  for (const [i, list] of bindings(s.index)) {
    const c = input.clauses[i];
    const best = bestOf(list);
    if (
      best === null ||
      best.x.latest === null ||
      published === null ||
      best.x.latest > published ||
      best.bearing !== "at" ||
      best.x.recalls !== null
    )
      continue;
    if (
      goesOn(c) &&
      !isReported(input, c) &&
      (last === null || last.words === null || best.x.start > last.words.start)
    )
      last = itemTime(input, best.x, best.rule, "past");
  }
  return last;
}

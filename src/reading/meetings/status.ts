import type { Sentence } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause, ItemTime, TimeExpression } from "../types.js";
import type { Bench } from "./candidate.js";
import { announcedOf } from "./who.js";
import type { Status } from "./words.js";

/**
 * What the clause says became of a meeting; null where it says nothing of one (denied, imagined, refused, a condition).
 * `base` is the status that the verb itself gives ("postpone").
 */
export function statusOf(bench: Bench, clause: Clause, time: ItemTime, base: Status | null): Status | null {
  const { layers, words } = bench;
  const s = layers.parsed.sentences[clause.sentence];
  const f = layers.facts.factuality(clause.index);
  // "their annual negotiations" are held on a day; "meet every month" tells of no meeting.
  const often = (x: TimeExpression): boolean => x.role === "frequency" && s.upos[x.head] !== "ADJ";
  if (layers.timesBySentence[s.index]?.some((i) => often(layers.times[i]))) return null;
  if (isHabit(s, verbOf(clause), words.class("habit"))) return null;
  const toBe = infinitiveAfter(s, verbOf(clause));
  if (toBe === "yet" || noLonger(s, verbOf(clause), words.class("no-longer"))) return null;
  const told = f.status === "happened" || f.status === "ongoing" || isTold(s, clause);
  if (base === "postponed" || base === "cancelled") {
    const will = f.status === "scheduled" || f.status === "expected" || isDecided(bench, clause, f.status);
    return (told || will) && f.polarity !== "negative" ? base : null;
  }
  if (base === "scheduled") {
    if (f.polarity === "negative") return null;
    return told || f.status === "scheduled" || f.status === "expected" ? "scheduled" : null;
  }
  if (base === "expected")
    return f.polarity !== "negative" && (told || f.status === "scheduled") ? base : null;
  if (base === "proposed") return f.polarity === "negative" ? null : told ? "proposed" : null;
  if (f.polarity === "negative") return null;
  if (told) return toBe === "be" || isToBe(s, clause) ? "scheduled" : asserted(bench, clause, time);
  if (clause.modal !== null && words.class("before").has(clause.marker ?? "") && !isAhead(bench, time))
    return null;
  if (isChronicle(s, clause, time, f.status)) return "held";
  // "speculation is rife that they will meet".
  if (words.class("doubt").has(s.lemmas[s.heads[verbOf(clause)]] ?? "") || isRumoured(bench, clause))
    return null;
  const over = clause.parent >= 0 ? layers.clauses[clause.parent] : null;
  // "when they attend a summit in May": what other things are set by is settled.
  if (isSettled(bench, clause, time)) return "scheduled";
  switch (f.status) {
    case "scheduled":
      if (isPassed(bench, clause, over, time)) return "unreported";
      return over !== null && words.class("wishes").has(over.lemma) ? "proposed" : "scheduled";
    case "expected":
      return "expected";
    case "intended":
      if (announcedOf(s, clause, words) >= 0) return "scheduled";
      return intended(over, words.class("decides"), words.class("wishes"));
    case "hypothetical":
      if (isAhead(bench, time) && mayBe(words, clause, time) && !hasCondition(bench, clause))
        return "proposed";
      return reportedFuture(bench, clause) ? "scheduled" : null;
    case "conditional":
      // "If the council agrees, a session will adopt it in May".
      return clause.tense === "future" && !clause.negated && isAhead(bench, time) ? "expected" : null;
    case "requested":
    case "proposed":
      return clause.modal === null ? "proposed" : null;
    default:
      return null;
  }
}

/** "agreed to meet regularly". */
const isHabit = (s: Sentence, verb: number, words: ReadonlySet<string>): boolean =>
  words.has(s.norms[verb + 1] ?? "") || words.has(s.norms[verb - 1] ?? "");

/** "talks to be held in Accra": a headline, or what is said beside. */
function isToBe(s: Sentence, c: Clause): boolean {
  const verb = verbOf(c);
  const alone = s.deprels[verb] === "root" || s.deprels[verb].startsWith("acl");
  return c.passive && alone && s.norms[verb - 1] === "be" && s.norms[verb - 2] === "to";
}

/** "8 May 1992 - The presidents meet in Sochi": the present of a chronology, on a day that is past. */
function isChronicle(
  s: Sentence,
  clause: Clause,
  { class: tense, words, precision }: ItemTime,
  status: string,
): boolean {
  const verb = verbOf(clause);
  return (
    tense === "past" &&
    words !== null &&
    precision !== "year" &&
    (status === "ongoing" || status === "happened" || status === "scheduled") &&
    clause.modal === null &&
    !clause.negated &&
    clause.tense !== "future" &&
    (s.xpos[verb] === "VBP" || s.xpos[verb] === "VBZ" || s.xpos[verb] === "VB") &&
    s.norms[verb - 1] !== "to"
  );
}

/** "that" right before the clause and a noun of doubt shortly before that. */
function isRumoured({ layers, words }: Bench, clause: Clause): boolean {
  if (!words.class("that").has(clause.marker ?? "")) return false;
  const s = layers.parsed.sentences[clause.sentence];
  let t = verbOf(clause);
  while (t >= 0 && !words.class("that").has(s.norms[t])) t--;
  for (let k = t - 1; k >= 0 && k > t - 4; k--) if (words.class("doubt").has(s.lemmas[k])) return true;
  return false;
}

/** "may meet in June"; what "could" or "might" be held counts where a day or a week is named: "could meet in Baku next week". */
const mayBe = (words: Bench["words"], { modal }: Clause, { precision }: ItemTime): boolean =>
  words.class("may").has(modal ?? "") ||
  (words.class("might").has(modal ?? "") && (precision === "day" || precision === "week"));

const isAhead = ({ layers }: Bench, time: ItemTime): boolean =>
  layers.published !== null && time.earliest !== null && time.earliest > layers.published;

/** Whether the sentence names a condition. */
function hasCondition({ layers, words }: Bench, clause: Clause): boolean {
  const ifs = words.class("condition");
  return (layers.clausesBySentence[clause.sentence] ?? []).some((i) =>
    ifs.has(layers.clauses[i].marker ?? ""),
  );
}

function isSettled(bench: Bench, clause: Clause, time: ItemTime): boolean {
  const told = clause.modal !== null || clause.tense === "past";
  if (!isAhead(bench, time) || told) return false;
  const s = bench.layers.parsed.sentences[clause.sentence];
  for (let t = verbOf(clause) - 1; t >= 0 && s.upos[t] !== "VERB"; t--)
    if (bench.words.class("when").has(s.norms[t])) return true;
  return false;
}

/** "had been due to meet in May", "were to have met": a plan whose day has passed, told as past; nothing says whether they did. */
function isPassed({ layers }: Bench, clause: Clause, over: Clause | null, time: ItemTime): boolean {
  const { published } = layers;
  if (published === null || time.latest === null || time.latest >= published) return false;
  const told = clause.tense === "none" && over !== null ? over : clause;
  return told.tense === "past";
}

/** A verb in the simple past beside another is told, whatever the other intends ("met and decided to ..."). */
const isTold = (s: Sentence, c: Clause): boolean =>
  c.tense === "past" &&
  c.modal === null &&
  !c.negated &&
  c.mood === "indicative" &&
  (c.relation === "conj" || c.relation === "parataxis" || isRelative(s, c));

/** ", who met in May,": told, though trees make it what somebody says. */
const isRelative = (s: Sentence, c: Clause): boolean =>
  c.subjects.some((t) => s.xpos[t] === "WP" && s.norms[t - 1] === ",");

/** Held, unless its day lies ahead or nothing says that it is more than a habit or an idea. */
function asserted({ layers, words }: Bench, clause: Clause, time: ItemTime): Status | null {
  const { published } = layers;
  const ahead = published !== null && time.earliest !== null && time.earliest > published;
  // Told in the past, it was held, whatever day was read ("met the next day").
  if (ahead && !(clause.tense === "past" && clause.mood === "indicative" && clause.modal === null))
    return "scheduled";
  if (
    clause.mood === "infinitive" &&
    clause.tense === "none" &&
    clause.support < 0 &&
    clause.kind === "verbal"
  ) {
    const over = clause.parent >= 0 ? layers.clauses[clause.parent] : null;
    return over !== null && words.class("achieves").has(over.lemma) && over.tense === "past" ? "held" : null;
  }
  return "held";
}

/** "agreed to put off": done, as far as it lies with them. */
function isDecided({ layers, words }: Bench, clause: Clause, status: string): boolean {
  const over = clause.parent >= 0 ? layers.clauses[clause.parent] : null;
  return (
    status === "intended" &&
    intended(over, words.class("decides"), words.class("wishes")) === "scheduled" &&
    layers.facts.factuality(clause.parent).status === "happened"
  );
}

function intended(
  over: Clause | null,
  decides: ReadonlySet<string>,
  wishes: ReadonlySet<string>,
): Status | null {
  if (over === null) return null;
  if (decides.has(over.lemma)) return over.modal === null && !over.negated ? "scheduled" : null;
  if (wishes.has(over.lemma)) return over.negated ? null : "proposed";
  return null;
}

/** "said that they would meet in May": a plan, told in the past. Not where the sentence names a condition. */
function reportedFuture(bench: Bench, clause: Clause): boolean {
  const { layers, words } = bench;
  if (clause.modal !== "would" || clause.negated || hasCondition(bench, clause)) return false;
  let over = clause.parent >= 0 ? layers.clauses[clause.parent] : null;
  for (let i = 0; i < 3 && over !== null; i++) {
    if (over.modal !== null) return false;
    if (words.class("reports").has(over.lemma)) return over.tense === "past" || over.aspect === "perfect";
    over = over.parent >= 0 ? layers.clauses[over.parent] : null;
  }
  return false;
}

/** "no longer meets", "never met". */
function noLonger(s: Sentence, verb: number, words: ReadonlySet<string>): boolean {
  for (let t = verb - 1; t >= 0 && t >= verb - 3; t--) {
    if (words.has(s.norms[t])) return true;
    if (s.upos[t] !== "ADV" && s.upos[t] !== "AUX" && s.upos[t] !== "DET") return false;
  }
  return false;
}

/** "are to meet" gives "be"; "have yet to meet" gives "yet"; anything else null. */
export function infinitiveAfter(s: Sentence, verb: number): "be" | "yet" | null {
  let t = verb - 1;
  while (t > 0 && (s.upos[t] === "ADV" || s.norms[t] === "be")) t--;
  if (t < 1 || s.norms[t] !== "to") return null;
  if (s.norms[t - 1] === "yet") return "yet";
  let k = t - 1;
  while (k > 0 && s.upos[k] === "ADV") k--;
  return s.lemmas[k] === "be" && s.upos[k] === "AUX" ? "be" : null;
}

import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  clauseAt,
  clauseOver,
  clausePhrase,
  isBare,
  itemBase,
  mentionAt,
  nounPhrase,
  slice,
  verbKeys,
  verbOf,
} from "../phrases/index.js";
import type { Actor, Clause, Item, MeasureItem } from "../types.js";
import { measureRules } from "./measures.rules.js";
import { isMeasure, type MeasureVerb, type MeasureWords, measureWords } from "./words.js";

export { type MeasureRule, measureRules } from "./measures.rules.js";

type Status = MeasureItem["status"];
type Shape = (typeof measureRules)[number]["shape"];
const rule = Object.fromEntries(measureRules.map((r) => [r.shape, r.id])) as Readonly<Record<Shape, string>>;
const IMAGINED = new Set(["hypothetical", "conditional", "requested", "proposed", "feared"]);
const AHEAD = new Set(["scheduled", "expected", "intended"]);
/** Dependents through which a measure is what the verb above is about. */
const ARGUMENT = new Set(["obj", "nsubj", "nsubj:pass", "obl", "conj", "root", "nmod", "xcomp", "ccomp"]);

/**
 * Confidence-building, humanitarian, economic and military measures with how far they got. Asked for, imagined or proposed ones
 * are left to the finders of proposals.
 */
export function createMeasures(lexicon: Lexicon): (layers: Layers, soFar: readonly Item[]) => Item[] {
  const words = measureWords(lexicon);
  return (layers) => {
    const out: MeasureItem[] = [];
    for (const s of layers.parsed.sentences) {
      if (s.kind === "byline" || s.kind === "boilerplate" || s.kind === "dateline") continue;
      const done = new Set<number>();
      verbs(layers, s, words, out, done);
      nouns(layers, s, words, out, done);
    }
    return out;
  };
}

function verbs(
  layers: Layers,
  s: Sentence,
  words: MeasureWords,
  out: MeasureItem[],
  done: Set<number>,
): void {
  const taken = new Set<number>();
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const clause = layers.clauses[i];
    if (clause.kind !== "verbal" || isUnder(s, clause.head, taken)) continue;
    const hit = verbKeys(layers, clause)
      .flatMap((k) => words.verbs.get(k) ?? [])
      .find((v) => argumentIn(s, clause, v));
    if (hit === undefined) continue;
    const status = statusOf(layers, words, clause, hit.status);
    if (status === null) continue;
    const what = deedOf(layers, s, clause);
    taken.add(clause.head);
    const by = clause.subjects.flatMap((t) => doers(layers, s, t));
    out.push(measure(layers, s, clause.head, clause, "verb", what, by, status));
    done.add(clause.head);
    for (const t of [...clause.objects, ...clause.subjects]) done.add(t);
  }
}

/** How a clause hangs on a measure that it only details: "flown there to visit graves", "visited, flying from X". */
const DETAIL = new Set(["xcomp", "advcl", "acl"]);

function isUnder(s: Sentence, head: number, taken: ReadonlySet<number>): boolean {
  for (let t = head; t >= 0 && DETAIL.has(s.deprels[t]); ) {
    t = s.heads[t];
    if (taken.has(t)) return true;
  }
  return false;
}

/** The deed alone: from its subject to the first clause, apposition or second verb that a comma sets off. */
function deedOf(layers: Layers, s: Sentence, clause: Clause): string {
  const doc = layers.parsed.document;
  const whole = clausePhrase(doc, s, clause.head);
  let { from, to } = whole;
  const subject = clause.subjects[0] ?? (clause.passive ? clause.objects[0] : undefined);
  if (subject !== undefined && subject < clause.head) from = Math.max(from, subtreeRange(s, subject)[0]);
  for (let t = verbOf(clause) + 1; t < to; t++) if (s.norms[t] === "," && setsOff(s, t, clause.head)) to = t;
  return slice(doc, s, from, to).text;
}

const APART = /^(advcl|conj|appos|parataxis)$/;

/** Whether what stands behind a comma hangs on the verb, or on a noun of it, as an aside; one behind a list of nouns does not. */
function setsOff(s: Sentence, comma: number, head: number): boolean {
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c])
    if (c > comma && APART.test(s.deprels[c]) && subtreeRange(s, c)[0] <= comma + 1) return true;
  for (let t = comma + 1; t < Math.min(comma + 6, s.size); t++)
    if (s.deprels[t] === "appos" && s.heads[t] < comma && s.upos[t] === "NOUN") return true;
  return false;
}

/** Objects, passive subjects and "to see X" obliques whose phrase holds one of the words. */
function argumentIn(s: Sentence, clause: Clause, { args, plural }: MeasureVerb): boolean {
  const fits = (t: number): boolean => args.has(s.lemmas[t]) && (!plural || s.xpos[t] === "NNS");
  const holds = (t: number): boolean => {
    if (fits(t)) return true;
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c])
      if (s.deprels[c] !== "acl:relcl" && fits(c)) return true;
    return false;
  };
  return clause.objects.some(holds) || (clause.objects.length === 0 && clause.subjects.some(holds));
}

function nouns(
  layers: Layers,
  s: Sentence,
  words: MeasureWords,
  out: MeasureItem[],
  done: Set<number>,
): void {
  const text = layers.parsed.document.text;
  for (let t = 0; t < s.size; t++) {
    if (
      s.upos[t] !== "NOUN" ||
      done.has(t) ||
      !words.nouns.has(s.lemmas[t]) ||
      !(ARGUMENT.has(s.deprels[t]) || (s.deprels[t] === "appos" && s.norms[t - 1] === "-"))
    )
      continue;
    if (partOf(s, t, done) || isExample(s, words, t) || !isMeasure(words, s, t, text)) continue;
    const found = status(layers, s, words, t);
    if (found === null || done.has(found.clause.head)) continue;
    const { clause, shape } = found;
    const by = clause.subjects.filter((x) => x !== t).flatMap((x) => doers(layers, s, x));
    const what = nounPhrase(layers.parsed.document, s, t).text;
    out.push(
      measure(layers, s, t, clause, shape, what, by.length > 0 ? by : owners(layers, s, t), found.status),
    );
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) done.add(c);
    done.add(t);
  }
}

/** The status that the verb over the noun gives it, climbing from a complement ("progress on X") to its verb. */
function status(
  layers: Layers,
  s: Sentence,
  words: MeasureWords,
  noun: number,
): { clause: Clause; status: Status; shape: Shape } | null {
  const own = clauseAt(layers, s.index, noun);
  const clause = own !== null && own.support >= 0 ? own : clauseOver(layers, s.index, noun, true);
  if (clause === null) return null;
  const raised = raisedUnder(layers, s, clause);
  const raisedStatus = raised === null ? undefined : words.statuses.get(raised.lemma);
  if (raised !== null && raisedStatus !== undefined) {
    const given = statusOf(layers, words, raised, raisedStatus);
    return given === null ? null : { clause: raised, status: given, shape: "noun" };
  }
  const verb = clause.support >= 0 ? clause.support : clause.head;
  const negated = clause.negated || denies(s, words, noun);
  const between = progressAbove(s, words, noun);
  if (between >= 0 || words.progress.has(clause.lemma)) {
    if (own === clause || (s.deprels[noun] === "conj" && s.heads[noun] === between)) return null;
    const made = words.progress.has(clause.lemma) || words.make.has(clause.lemma);
    const none = negated || (between >= 0 && denies(s, words, between));
    const given = made ? statusOf(layers, words, { ...clause, negated: false }, "progressed") : null;
    return given === null ? null : { clause, status: none ? "no-progress" : given, shape: "progress-on" };
  }
  if (s.deprels[noun] === "nmod" && own !== clause) return null;
  const argument = clause.objects.includes(noun) || clause.subjects.includes(noun) || own === clause;
  if (
    words.holds.has(clause.lemma) &&
    clause.subjects.includes(noun) &&
    clause.objects.length === 0 &&
    !clause.passive
  ) {
    const given = statusOf(layers, words, clause, "carried-out");
    return given === null ? null : { clause, status: given, shape: "holding" };
  }
  const said =
    (clause.support >= 0 ? [s.lemmas[verb]] : verbKeys(layers, clause).reverse())
      .map((k) => words.statuses.get(k))
      .find((x) => x !== undefined) ??
    (argument
      ? undefined
      : words.statuses.has(clause.lemma) ||
          !clause.obliques.some((o) => o.head === noun && words.tookPlaceIn.has(o.prep))
        ? undefined
        : inPast(clause));
  if (
    said === undefined ||
    (!argument && clause.obliques.every((o) => o.head !== noun) && s.deprels[noun] !== "conj")
  )
    return null;
  const given = statusOf(layers, words, { ...clause, negated }, said);
  return given === null ? null : { clause, status: given, shape: "noun" };
}

/** "X is said to have advanced": the verb under a passive of saying whose subject is X. */
function raisedUnder(layers: Layers, s: Sentence, clause: Clause): Clause | null {
  if (!clause.passive) return null;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.parent === clause.index && c.relation === "xcomp" && c.objects.length === 0) return c;
  }
  return null;
}

/** "progress on X", "progress on the X of Y": the progress noun above, or -1. */
function progressAbove(s: Sentence, words: MeasureWords, noun: number): number {
  for (
    let t = s.heads[noun], steps = 0;
    t >= 0 && steps < 4 && (s.upos[t] === "NOUN" || s.upos[t] === "ADJ");
    t = s.heads[t], steps++
  ) {
    if (words.progress.has(s.lemmas[t])) return t;
  }
  return -1;
}

/** "activities, including tours": an example of the measure named before. */
function isExample(s: Sentence, words: MeasureWords, noun: number): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.example.has(s.norms[c])) return true;
  return false;
}

/** Whether it is named inside a measure already read ("activities, including tours"). */
function partOf(s: Sentence, noun: number, done: ReadonlySet<number>): boolean {
  let inside = false;
  for (let t = noun, steps = 0; t >= 0 && steps < 4; t = s.heads[t], steps++) {
    if (t !== noun && done.has(t)) return inside;
    inside ||= s.deprels[t].startsWith("nmod") || s.deprels[t] === "appos";
  }
  return false;
}

/** "met in family reunions": a measure named beside a plain past verb took place. */
const inPast = (clause: Clause): Status | undefined =>
  clause.tense === "past" && clause.modal === null ? "carried-out" : undefined;

/** "agreed to reopen", "began to withdraw": an infinitive tells of a measure only under a verb that announces or starts one. */
function promised(layers: Layers, clause: Clause, words: MeasureWords): boolean {
  const s = layers.parsed.sentences[clause.sentence];
  for (let t = s.heads[verbOf(clause)], steps = 0; t >= 0 && steps < 3; t = s.heads[t], steps++) {
    const status = words.statuses.get(s.lemmas[t]);
    if (status === "announced" || status === "started") return true;
  }
  return false;
}

function statusOf(layers: Layers, words: MeasureWords, clause: Clause, said: Status): Status | null {
  const status = statusRead(layers, words, clause, said);
  if (status === null && layers.trace !== undefined) {
    const fact = layers.facts.factuality(clause.index);
    const why = `it is ${fact.status}${clause.negated ? ", negated" : ""} (${fact.rule}), so no measure is taken`;
    layers.trace({ rule: "measures", sentence: clause.sentence, token: clause.head, why });
  }
  return status;
}

function statusRead(layers: Layers, words: MeasureWords, clause: Clause, said: Status): Status | null {
  const fact = layers.facts.factuality(clause.index);
  if (IMAGINED.has(fact.status) || isBare(layers, clause)) return null;
  if (clause.negated && clause.modal !== null) return null;
  if (clause.negated || fact.polarity === "negative")
    return said === "suspended" || said === "cancelled" ? null : "no-progress";
  if (clause.mood === "infinitive" && fact.status !== "happened")
    return promised(layers, clause, words) && !clause.negated ? "announced" : null;
  if (AHEAD.has(fact.status) || (clause.modal !== null && clause.tense === "future"))
    return said === "suspended" || said === "cancelled" ? said : "announced";
  if (clause.modal !== null && fact.status !== "happened" && fact.status !== "ongoing") return null;
  return said;
}

const denies = (s: Sentence, words: MeasureWords, noun: number): boolean => {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.negators.has(s.norms[c])) return true;
  return false;
};

/** Who carries a measure out: parties, and groups such as former residents, who have no code. */
function doers(layers: Layers, s: Sentence, token: number): Actor[] {
  const actors = actorsAt(layers, s.index, token);
  if (actors.length > 0) return actors;
  const m = mentionAt(layers, s.index, token);
  if (m === null || m.use === "place") return [];
  const e = layers.entities[m.entity];
  if (e === undefined || (e.kind !== "group" && e.kind !== "person")) return [];
  return [
    {
      entity: e.index,
      name: e.name,
      code: e.code,
      words: { doc: layers.parsed.document.id, start: m.start, end: m.end },
      basis: m.form,
    },
  ];
}

/** "an exchange of prisoners between A and B": whoever the noun's complements name. */
function owners(layers: Layers, s: Sentence, noun: number): Actor[] {
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    if (!s.deprels[c].startsWith("nmod")) continue;
    const actors = actorsAt(layers, s.index, c);
    if (actors.length > 0) return actors;
  }
  return [];
}

function measure(
  layers: Layers,
  s: Sentence,
  trigger: number,
  clause: Clause,
  shape: Shape,
  what: string,
  by: readonly Actor[],
  status: Status,
): MeasureItem {
  const base = itemBase(layers, {
    component: "measures",
    rule: rule[shape],
    sentence: s.index,
    trigger,
    clause,
    key: [what, status],
  });
  const times = (layers.timesBySentence[s.index] ?? []).map((i) => layers.times[i]);
  const occurrences = times.find((x) => x.occurrences.length > 1)?.occurrences ?? [];
  return { ...base, kind: "measure", what, by: once(by), status, occurrences };
}

/** Each party once, though the text names its leader and its government. */
function once(actors: readonly Actor[]): Actor[] {
  const seen = new Set<string>();
  return actors.filter((a) => {
    const key = a.code ?? a.name;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

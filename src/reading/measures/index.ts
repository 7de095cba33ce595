import { isText, type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { onePerSide } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { beginsOne, itemBase, longestKeys, nounPhrase, slice } from "../phrases/index.js";
import type { Actor, Clause, Item, MeasureItem } from "../types.js";
import { argumentIn, deedOf } from "./deed.js";
import { measureRules } from "./measures.rules.js";
import {
  inAside,
  isLoose,
  isMistaken,
  pastAside,
  phaseOver,
  statusOf,
  statusOfNoun,
  statusOfPlan,
} from "./status.js";
import { doers, isShared, owners } from "./who.js";
import { type MeasureWords, measuresAt, measureWords, type Needs } from "./words.js";

export { type MeasureRule, measureRules } from "./measures.rules.js";

type Status = MeasureItem["status"];
type Shape = (typeof measureRules)[number]["shape"];
const rule = Object.fromEntries(measureRules.map((r) => [r.shape, r.id])) as Readonly<Record<Shape, string>>;
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
      if (!isText(s)) continue;
      const done = new Set<number>();
      verbs(layers, s, words, out, done);
      nouns(layers, s, words, out, done);
      ordinals(layers, s, words, out);
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
    const own = layers.clauses[i];
    // "are back", "are home": adverbs that tell a state.
    const adverbial = own.kind === "copular" && s.upos[own.head] === "ADV";
    if (own.kind !== "verbal" && own.kind !== "adjectival" && !adverbial) continue;
    // "freed them and London in turn eased the ban", taken for a detail: a finite clause of its own is none.
    const apart =
      own.relation === "advcl" && own.tense === "past" && own.marker === null && own.mood === "indicative";
    if (!apart && isUnder(s, own.head, taken)) continue;
    const clause = pastAside(layers, s, own);
    if (!beginsOne(layers, clause, words.beginnings)) continue;
    const hits = longestKeys(layers, clause).flatMap((k) => words.verbs.get(k) ?? []);
    const hit = hits.find((v) => argumentIn(words, s, clause, v) >= 0);
    if (hit === undefined || (hit.status === "carried-out" && isPrivate(s, words, clause))) continue;
    const phase = phaseOver(layers, words, clause) ?? statusOfPlan(layers, s, words, clause);
    const status = phase === null ? statusOf(layers, words, clause, hit.status) : phase.status;
    // "agreed to open the bridge" is a commitment first of all; what is a measure by name is read from its noun.
    if (status === null || (status === "announced" && isPledge(s, words, clause))) continue;
    const what = deedOf(layers, s, clause, argumentIn(words, s, clause, hit));
    // "held back the group that it was to have let go": what was planned of the same people.
    if (status === "announced" && isUnder(s, own.head, taken, RELATIVE)) continue;
    taken.add(clause.head);
    const by = clause.subjects.flatMap((t) => doers(layers, s, t));
    out.push(measure(layers, s, clause.head, phase?.clause ?? clause, "verb", what, by, status));
    done.add(clause.head);
    for (const t of [...clause.objects, ...clause.subjects]) done.add(t);
  }
}

/** "The airline returned the aircraft": business of its own. */
const isPrivate = (s: Sentence, words: MeasureWords, clause: Clause): boolean =>
  clause.subjects.some((t) => words.private.has(s.lemmas[t]));

/** How far behind a verb a proviso stands. */
const PROVISO = 12;

/** "will return the boats, subject to payment": a bargain, and no measure yet. */
function isConditional(s: Sentence, words: MeasureWords, head: number): boolean {
  for (let t = head + 1; t < s.size && t <= head + PROVISO; t++)
    if (words.proviso.has(s.norms[t])) return true;
  return false;
}

/** "agreed to open the bridge": the infinitive under a verb that binds; "will keep to the truce". */
function isPledge(s: Sentence, words: MeasureWords, { head, lemma }: Clause): boolean {
  if (words.keeping.has(lemma) || isConditional(s, words, head)) return true;
  // "agreed to end the war and restart exports": the second deed is agreed to as the first is.
  let deed = head;
  while (s.deprels[deed] === "conj" && s.heads[deed] >= 0 && s.heads[deed] < deed) deed = s.heads[deed];
  const over = s.heads[deed];
  return s.deprels[deed] === "xcomp" && over >= 0 && words.pledges.has(s.lemmas[over]);
}

/** How a clause hangs on a measure that it only details: "flown there to visit graves", "visited, flying from X". */
const DETAIL = new Set(["xcomp", "advcl", "acl"]);
/** The same, through a relative clause about its object. */
const RELATIVE = new Set(["xcomp", "acl:relcl", "obj", "nmod", "nsubj:pass"]);

function isUnder(s: Sentence, head: number, taken: ReadonlySet<number>, by = DETAIL): boolean {
  for (let t = head; t >= 0 && by.has(s.deprels[t]); ) {
    t = s.heads[t];
    if (taken.has(t)) return true;
  }
  return false;
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
    if (!words.nouns.has(s.lemmas[t]) || done.has(t)) continue;
    const mistaken = s.upos[t] === "VERB" && isMistaken(s, words, t);
    if (
      (s.upos[t] !== "NOUN" && !mistaken) ||
      !(
        mistaken ||
        ARGUMENT.has(s.deprels[t]) ||
        isLoose(s, t) ||
        (s.deprels[t] === "appos" && s.norms[t - 1] === "-")
      )
    )
      continue;
    if (partOf(s, t, done) || isExample(s, words, t)) continue;
    const measures = measuresAt(words, s, t, text);
    const found = measures.length === 0 ? null : statusOfNoun(layers, s, words, t);
    if (found === null || done.has(found.clause.head)) continue;
    const { clause, shape, status } = found;
    if (isPrivate(s, words, clause)) continue;
    // "suspended the programme for the restoration": one measure, its second noun hung on the verb.
    const beside = clause.obliques.some((o) => o.head === t);
    if (beside && clause.objects.some((o) => o < t && done.has(o))) continue;
    const counts = (m: Needs): boolean =>
      (m.only?.has(status) ?? true) && (!m.shared || isShared(layers, s, words, t, clause));
    if (!measures.some(counts)) continue;
    const by = clause.subjects.filter((x) => x !== t).flatMap((x) => doers(layers, s, x));
    const what = namedWith(layers, s, words, t, clause);
    const whose = by.length > 0 ? by : owners(layers, s, t);
    out.push(measure(layers, s, t, clause, shape, what, whose, status));
    const aside = inAside(layers, s, words, t, found);
    if (aside !== null) out.push(measure(layers, s, t, aside.clause, aside.shape, what, whose, aside.status));
    for (let c = s.firstChild[t]; c >= 0; c = s.nextSibling[c]) done.add(c);
    done.add(t);
  }
}

/** The noun phrase, with a second measure that tells what it is for where the parser hung that on the verb. */
function namedWith(layers: Layers, s: Sentence, words: MeasureWords, noun: number, clause: Clause): string {
  const doc = layers.parsed.document;
  const own = nounPhrase(doc, s, noun);
  for (const o of clause.obliques)
    if (words.nouns.has(s.lemmas[o.head]) && subtreeRange(s, o.head)[0] === own.to)
      return slice(doc, s, own.from, nounPhrase(doc, s, o.head).to).text;
  // "Work has begun on a bridge": what it is done on.
  const on = s.firstChild[noun] < 0 ? clause.obliques.find((o) => words.complement.has(o.prep)) : undefined;
  return on === undefined || on.head < noun ? own.text : nounPhrase(doc, s, on.head).text;
}

/** "The first stage was completed. The second has been suspended": an ordinal alone stands for one more of the last measure. */
function ordinals(layers: Layers, s: Sentence, words: MeasureWords, out: MeasureItem[]): void {
  const before = out.at(-1);
  if (before === undefined || s.index - before.sentences[0] > 1) return;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const clause = layers.clauses[i];
    const t = [...clause.subjects, ...(clause.passive ? clause.objects : [])].find((x) =>
      words.ordinals.has(s.norms[x]),
    );
    const last = out.at(-1);
    if (t === undefined || last === undefined || s.index - last.sentences[0] > 1) continue;
    if (clause.kind !== "verbal" || last.trigger.start >= s.starts[t]) continue;
    const said = words.statuses.get(clause.lemma);
    const status = said === undefined ? null : statusOf(layers, words, clause, said);
    if (status === null) continue;
    const what = `${s.norms[t]} (${last.what})`;
    out.push(measure(layers, s, t, clause, "noun", what, last.by, status));
  }
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
  return extend(base, { kind: "measure", what, by: onePerSide(by), status, occurrences });
}

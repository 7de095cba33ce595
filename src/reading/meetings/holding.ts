import { isMain, type Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import { clauseAt, longestKeys, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Bench } from "./candidate.js";
import { type Piece, piecesAfter } from "./tail.js";
import { frontOf } from "./who.js";
import type { Holding, Status } from "./words.js";

/** The verb over a meeting noun. */
export interface Held {
  readonly clause: Clause;
  readonly key: string;
  readonly status: Status | null;
  readonly subject: Holding["subject"];
  /** A participle or relative clause behind the noun. */
  readonly aside: boolean;
  /** The meeting is its subject: "took place", "ended". */
  readonly happens: boolean;
  /** Another verb by which it had been planned: "was scheduled for May 3 but was postponed". */
  readonly plan: Clause | null;
  /** Whether it was planned, by a verb or an adjective: "a round due in May did not happen". */
  readonly planned: boolean;
  /** The verb says something else of it, as of what took place: its own day is not the verb's. */
  readonly told: boolean;
}

const PRIORITY: readonly (Status | null)[] = [
  "cancelled",
  "postponed",
  "proposed",
  "scheduled",
  "expected",
  null,
];

/** The verb that says that the meeting is held, planned, put off; the most telling one where there are several, main verbs first. */
export function heldBy(
  bench: Bench,
  s: Sentence,
  noun: number,
  anchor: number,
  pieces: readonly Piece[],
  counts: boolean,
): Held | null {
  const { layers, words } = bench;
  const all: Held[] = [];
  const is = (t: number): boolean => t === noun || t === anchor;
  const front = frontOf(s, noun);
  const behind = verbBehind(s, noun, pieces, words.class("due"));
  const clausal = words.class("when").has(s.norms[frontOf(s, anchor) - 1] ?? "")
    ? verbRight(s, pieces, noun)
    : -1;
  const right = clausal < 0 && behind < 0 && isFirst(s, frontOf(s, anchor)) ? verbRight(s, pieces, noun) : -1;
  const main = clausal >= 0 ? clausal : right >= 0 ? right : mainBehind(layers, s, noun, behind);
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    const light = c.support >= 0 && c.head === noun;
    const via = light ? null : throughOblique(words, s, c, is);
    const about =
      light ||
      via !== null ||
      verbOf(c) === clausal ||
      (verbOf(c) === right && c.kind === "verbal" && isEnding(words, c)) ||
      (behind >= 0 && (verbOf(c) === behind || verbOf(c) === main)) ||
      (c.kind !== "nominal" && (c.objects.some(is) || c.subjects.some(is) || spans(s, c, noun, anchor))) ||
      (c.head !== noun && isRelativeTo(words, s, c, noun)) ||
      (verbOf(c) === front - 1 && isObjectOf(c, front, noun)) ||
      (noun < 12 && c.passive && c.relation === "root" && isBare(c) && opens(layers, s, noun));
    if (!about) continue;
    // "After talks in Oslo, the two, X and Y, agreed": whoever agrees is no meeting.
    if (
      verbOf(c) === behind &&
      !c.passive &&
      c.subjects.length > 0 &&
      !c.subjects.some(is) &&
      // "said at the meeting that it would pay": what is said there is done by others.
      (s.xpos[behind] === "VBD" || c.relation === "ccomp")
    )
      continue;
    const keys = light ? [s.lemmas[c.support]] : longestKeys(layers, c);
    const key = via ?? keys.find((k) => words.holding.has(k) && !isOfOther(c, k, is));
    if (key === undefined) continue;
    // "The round followed a trip": it says nothing of the round but its place in a row.
    if (words.class("no-object").has(key) && c.objects.length > 0) continue;
    // "The meeting was to end the dispute": what it ends is another thing than itself.
    if (words.class("by-itself").has(key) && c.subjects.some(is) && !c.passive && hasThing(bench, s, c))
      continue;
    // "withdrew from the process": only what had been planned is off.
    if (words.class("withdraws").has(key) && !isComing(bench, s, noun, behind)) continue;
    // "Talks are under way", not "in a way".
    if (key === "way" && !words.class("under").has(s.norms[c.head - 1])) continue;
    const { status, subject, happens } = words.holding.get(key) as Holding;
    // "urged both to start UN-sponsored talks": who sponsors them is told, and nothing of their being held.
    if (subject === "host" && verbOf(c) >= front && verbOf(c) < noun) continue;
    const subjectOf = c.subjects.some(is) && !c.passive;
    // "A first round, held in May, yielded nothing", with the participle taken for the verb.
    const reduced =
      subjectOf &&
      !happens &&
      (main >= 0 ||
        (c.objects.length === 0 && (s.norms[verbOf(c) - 1] === "," || isDated(words, s, c, behind))));
    if (subjectOf && !happens && !reduced) continue;
    const isMain = verbOf(c) === main;
    if (isMain && !c.passive && !happens) continue;
    // "broke off the talks" ends a process; "the talks broke off" were held.
    if (!counts && words.class("only-happens").has(key) && !(c.subjects.some(is) && !c.passive) && !isMain)
      continue;
    const isSubject = (subjectOf && !reduced) || (isMain && !c.passive);
    const upshot = status === "expected" && isUpshot(bench, s, c);
    // "The talks opened": its subject is the meeting itself.
    all.push({
      clause: c,
      key,
      // ", to be convened in May".
      status:
        (upshot ? null : status) ??
        (c.passive && verbOf(c) === behind && s.xpos[behind - 2] === "TO" ? "scheduled" : null),
      aside: reduced || verbOf(c) === behind || c.relation.startsWith("acl"),
      subject: c.subjects.some(is) || verbOf(c) === behind || isMain ? "no" : subject,
      happens: isSubject,
      plan: null,
      planned: behind >= 0 && words.class("due").has(s.norms[behind]),
      told: false,
    });
  }
  return (
    mostTelling(bench, all) ??
    titledVerb(bench, s, noun) ??
    toldOf(bench, s, noun, anchor, pieces) ??
    (counts ? toldAhead(bench, s, noun, anchor) : null)
  );
}

/** "Talks in Oslo end without deal": the verb of a headline, taken for a noun. */
function titledVerb({ layers, words }: Bench, s: Sentence, noun: number): Held | null {
  const verb = s.deprels[noun].startsWith("nsubj") ? s.heads[noun] : -1;
  if (
    verb < noun ||
    s.upos[verb] !== "NOUN" ||
    s.deprels[verb] !== "root" ||
    s.firstChild[verb] < noun - NEAR
  )
    return null;
  const holding = words.holding.get(s.lemmas[verb]);
  const clause =
    holding?.happens === true && s.upos[verb - 1] !== "DET" ? clauseAt(layers, s.index, verb) : null;
  return clause === null ? null : { ...byWhatItDoes(clause, false), key: s.lemmas[verb] };
}
const NEAR = 12;

/** Words between "was" and what somebody or something was. */
const COPULA = 5;

/** "The Dublin meeting on Monday dealt with fish": whatever is told of a meeting in the past, it was held. Not of one that was still planned. */
function toldOf(
  bench: Bench,
  s: Sentence,
  noun: number,
  anchor: number,
  pieces: readonly Piece[],
): Held | null {
  const { layers, words } = bench;
  if (isComing(bench, s, noun, -1)) return null;
  // Trees lose the subject behind its complements: the verb right behind them is its own.
  const end = pieces.at(-1)?.to ?? noun + 1;
  const next = isFirst(s, frontOf(s, anchor)) && s.xpos[end] === "VBD" ? end : -1;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    const copula = next >= 0 && s.upos[next] === "AUX" && c.head > next && c.head < next + COPULA;
    const about = c.passive ? c.objects : c.subjects;
    const own = about.includes(noun) || about.includes(anchor) || verbOf(c) === next;
    if (c.kind === "nominal" || !(own || (copula && c.subjects.length === 0))) continue;
    if (c.passive && !words.class("told-of").has(c.lemma)) continue;
    // "a summit in Rome, discussed last year,": a participle is no verb of its own.
    if (c.relation.startsWith("acl") || s.norms[verbOf(c) - 1] === ",") continue;
    if (c.tense !== "past" || c.modal !== null || c.negated || c.mood !== "indicative") continue;
    if (words.class("in-doubt").has(c.lemma) || layers.facts.factuality(c.index).status !== "happened")
      continue;
    return byWhatItDoes(c, true);
  }
  return null;
}

/** Held as a clause says that tells no holding, only what the meeting does. */
const byWhatItDoes = (clause: Clause, told: boolean): Held => ({
  clause,
  key: clause.lemma,
  status: null,
  aside: false,
  subject: "no",
  happens: true,
  plan: null,
  planned: false,
  told,
});

/** "A second round will take up the budget in May": whatever a meeting will do on a day, it is to be held on that day. */
function toldAhead({ layers, words }: Bench, s: Sentence, noun: number, anchor: number): Held | null {
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.kind !== "verbal" || c.passive || c.negated || c.tense !== "future") continue;
    if (!(c.subjects.includes(noun) || c.subjects.includes(anchor))) continue;
    if (!isMain(c.relation) || words.class("in-doubt").has(c.lemma)) continue;
    const { rule, class: when, precision } = layers.facts.time(c.index);
    if (rule !== "attach/own" || when !== "future" || precision === "year") continue;
    return byWhatItDoes(c, false);
  }
  return null;
}

/** "walked out of the talks", "called for a summit": a verb whose preposition says what becomes of the meeting; its key, else null. */
function throughOblique(
  words: Bench["words"],
  s: Sentence,
  c: Clause,
  is: (t: number) => boolean,
): string | null {
  // "have been in talks": where the noun itself is what they are in.
  if (c.kind === "copular" && is(c.head) && words.class("in").has(preposition(s, c.head))) return "be_in";
  // "Tunis was host to the talks".
  if (c.kind === "copular")
    for (let k = s.firstChild[c.head]; k >= 0; k = s.nextSibling[k]) {
      const key = `${c.lemma}_${preposition(s, k)}`;
      if (is(k) && words.holding.has(key)) return key;
    }
  for (const o of c.obliques) {
    if (!is(o.head) || o.prep === "") continue;
    const key = `${c.lemma}_${o.prep}`;
    if (words.holding.has(key)) return key;
    // "took part in the talks".
    if (c.objects.length !== 1) continue;
    const light = `${c.lemma}_${s.lemmas[c.objects[0]]}_${o.prep}`;
    if (words.holding.has(light)) return light;
  }
  return null;
}

/** "put off the meeting planned for Friday", with the participle taken for a verb of its own. */
const isDated = (words: Bench["words"], s: Sentence, c: Clause, behind: number): boolean =>
  verbOf(c) === behind && words.class("dates").has(c.lemma) && s.upos[behind + 1] === "ADP";

/** "held a one-on-one meeting", "put off their ministers' meeting": right behind the verb, whatever in front of it trees make its object. */
const isObjectOf = (c: Clause, front: number, noun: number): boolean =>
  c.kind === "verbal" && !c.passive && c.objects.every((t) => t >= front && t <= noun);

/** "agreed on a plan": what is agreed on is the plan, whatever else trees make an object of the verb. */
const isOfOther = (c: Clause, key: string, is: (t: number) => boolean): boolean =>
  key.startsWith(c.lemma) &&
  c.obliques.some((o) => o.prep !== "" && key === `${c.lemma}_${o.prep}` && !is(o.head)) &&
  !c.obliques.some((o) => key === `${c.lemma}_${o.prep}` && is(o.head));

/** "talks that began in May"; of "the first meeting since she took office" she is no part of it. */
const isRelativeTo = (words: Bench["words"], s: Sentence, c: Clause, noun: number): boolean =>
  c.kind === "verbal" &&
  c.relation.startsWith("acl") &&
  s.heads[c.head] === noun &&
  (c.marker === null || words.class("that").has(c.marker));

/** "the planned summit", "talks that had been scheduled for May". */
function isComing({ words }: Bench, s: Sentence, noun: number, behind: number): boolean {
  for (let t = frontOf(s, noun); t < noun; t++) if (words.class("coming").has(s.norms[t])) return true;
  return behind >= 0 && words.class("dates").has(s.lemmas[behind]);
}

/** "had been expected to give the summit a push": what was looked for from a meeting, and not the meeting. */
function isUpshot({ layers, words }: Bench, s: Sentence, c: Clause): boolean {
  if (c.tense !== "past" || c.aspect !== "perfect") return false;
  return (layers.clausesBySentence[s.index] ?? []).some((i) => {
    const x = layers.clauses[i];
    return x.parent === c.index && x.relation === "xcomp" && words.holding.get(x.lemma)?.happens !== true;
  });
}

/** Whether a verb has a subject that is not the meeting. */
function hasSubject(s: Sentence, verb: number, noun: number): boolean {
  for (let c = s.firstChild[verb]; c >= 0 && c < verb; c = s.nextSibling[c])
    if (s.deprels[c].startsWith("nsubj") && c !== noun) return true;
  return false;
}

/** Whether a phrase opens a sentence or a part of it: "..., and two rounds in Oslo, in May and in June, had ended". */
const isFirst = (s: Sentence, from: number): boolean =>
  from === 0 || s.upos[from - 1] === "CCONJ" || (s.upos[from - 1] === "PUNCT" && s.norms[from - 1] !== ",");

const isEnding = (words: Bench["words"], c: Clause): boolean =>
  !c.passive && words.class("ending").has(c.lemma) && words.holding.get(c.lemma)?.happens === true;

/** "..., when four days of talks in Oslo, near the sea, broke off": the verb right behind the complements, or -1. */
function verbRight(s: Sentence, pieces: readonly Piece[], noun: number): number {
  let t = pieces.at(-1)?.to ?? noun + 1;
  if (s.norms[t] === ",") t++;
  while (t < s.size && (s.upos[t] === "AUX" || s.upos[t] === "ADV")) t++;
  return t < s.size && s.upos[t] === "VERB" && s.xpos[t] !== "VBG" ? t : -1;
}

const FINITE = /^VB[DPZ]$/;

/** "A meeting planned for May in Oslo was called off": the verb behind that of the participle, which trees take for the main one. -1 for none. */
function mainBehind(layers: Bench["layers"], s: Sentence, noun: number, behind: number): number {
  if (behind < 0 || clauseAt(layers, s.index, noun)?.relation.startsWith("obj")) return -1;
  let t = piecesAfter(layers, s, behind).at(-1)?.to ?? behind + 1;
  if (t <= behind || (s.norms[t] === "," && s.upos[t + 1] === "CCONJ")) return -1;
  if (s.norms[t] === ",") t++;
  while (t < s.size && (s.upos[t] === "AUX" || s.upos[t] === "ADV" || s.upos[t] === "PART")) t++;
  // "A meeting planned for Sunday did not take place".
  const bare = s.xpos[t] === "VB" && !(s.xpos[t - 1] === "RB" && FINITE.test(s.xpos[t - 2]));
  return t < s.size && s.upos[t] === "VERB" && !bare && s.xpos[t] !== "VBG" ? t : -1;
}

function mostTelling({ layers, words }: Bench, all: readonly Held[]): Held | null {
  const main = all.filter((h) => !h.aside);
  let best: Held | null = null;
  for (const h of main.length > 0 ? main : all)
    if (
      best === null ||
      PRIORITY.indexOf(h.status) < PRIORITY.indexOf(best.status) ||
      // "opened in May and ended in June": they opened.
      (h.status === best.status && !(h.happens && best.happens && words.class("beginning").has(best.key)))
    )
      best = h;
  if (best === null) return null;
  // "was scheduled for Monday but took place on Tuesday".
  const took =
    best.status === "scheduled"
      ? main.find((h) => h.happens && layers.facts.factuality(h.clause.index).status === "happened")
      : undefined;
  const told = took ?? best;
  const plan = all.find((h) => h !== told && (h.status === "scheduled" || h.status === "expected"));
  return { ...told, plan: plan?.clause ?? null, planned: told.planned || plan !== undefined };
}

/** "opened two days of talks", with the days taken for a time. */
const spans = (s: Sentence, c: Clause, noun: number, anchor: number): boolean =>
  anchor !== noun &&
  s.upos[frontOf(s, anchor) - 1] !== "ADP" &&
  s.upos[frontOf(s, anchor) - 1] !== "SCONJ" &&
  c.obliques.some((o) => o.prep === "" && o.head === anchor);

/** Whether it acts on something: "their second day" is none. */
const hasThing = ({ words }: Bench, s: Sentence, c: Clause): boolean =>
  c.objects.some((t) => !words.class("time").has(s.lemmas[t]));

const isBare = (c: Clause): boolean => c.objects.length === 0 && c.subjects.length === 0;

/** Whether no verb and nobody stands before a noun: it is what the sentence is about. */
function opens(layers: Bench["layers"], s: Sentence, noun: number): boolean {
  for (let t = 0; t < noun; t++) if (s.upos[t] === "VERB" || s.upos[t] === "ADP") return false;
  return (layers.mentionsBySentence[s.index] ?? []).every(
    (i) => layers.mentions[i].from > noun || layers.mentions[i].use === "modifier",
  );
}

/** The verb of "talks that began in May", "a meeting scheduled for Friday", read from the words: trees hang it elsewhere. -1 where there is none. */
export function verbBehind(
  s: Sentence,
  noun: number,
  pieces: readonly Piece[],
  due: ReadonlySet<string>,
): number {
  if (due.has(s.norms[noun + 1] ?? "")) return noun + 1;
  let t = Math.max(pieces.at(-1)?.to ?? 0, noun + 1);
  if (t >= s.size) return -1;
  if (s.xpos[t] === "VBN" || s.xpos[t] === "VBG" || due.has(s.norms[t])) return t;
  if (s.xpos[t] === "VBD" && (s.norms[t + 1] === "by" || s.norms[t + 1] === "for")) return t;
  if (s.norms[t] === "," && t + 1 < s.size) {
    const loose =
      s.xpos[t + 1] === "VBD" &&
      (s.upos[t + 2] === "ADP" || s.upos[t + 2] === "ADV") &&
      !hasSubject(s, t + 1, noun);
    // ", originally scheduled for".
    if (s.upos[t + 1] === "ADV" && s.xpos[t + 2] === "VBN") return t + 2;
    if (s.xpos[t + 1] === "TO" && s.upos[t + 2] === "AUX" && s.xpos[t + 3] === "VBN") return t + 3;
    if (s.xpos[t + 1] === "VBN" || loose || due.has(s.norms[t + 1])) return t + 1;
    if (s.norms[t + 1] === "which") t++;
  }
  if (s.norms[t] !== "that" && s.norms[t] !== "which") return -1;
  t++;
  // "which leaders had announced": whoever does it may stand between.
  for (const end = t + 7; t < s.size && t < end && s.upos[t] !== "VERB"; t++)
    if (s.upos[t] === "PUNCT" || s.upos[t] === "SCONJ") return -1;
  return t < s.size && s.upos[t] === "VERB" ? t : -1;
}

import type { Sentence } from "../../language/index.js";
import { NO_TIME } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { verbOf } from "../phrases/index.js";
import type { Clause, Place } from "../types.js";
import type { Bench, Candidate } from "./candidate.js";
import { levelOf, occasionOf, ownTime, whenOf, whereOf } from "./circumstances.js";
import { besideVisit, purposeOf } from "./journeys.js";
import { byPhone } from "./noun-phrase.js";
import { Participants } from "./participants.js";
import { resettled, settled } from "./resettle.js";
import { statusOf } from "./status.js";
import { type Piece, piecesAfter } from "./tail.js";
import { destination, objectsOf, placeIn, TO, whereBefore } from "./verb-objects.js";
import { at, subjectsOf } from "./who.js";
import type { Frame, Status } from "./words.js";

export const ruleOfFrame: Readonly<Record<Frame, string>> = {
  meet: "meeting/met",
  host: "meeting/received",
  visit: "meeting/visited",
  travel: "meeting/visit-to-meet",
  phone: "meeting/phoned",
  bring: "meeting/brought-together",
};

/** Meetings told by a verb of meeting, receiving, visiting or calling. */
export function fromVerb(bench: Bench, s: Sentence, clause: Clause): void {
  const { layers, words } = bench;
  const verb = verbOf(clause);
  if (clause.support >= 0 || !words.verbs.has(clause.lemma) || bench.taken.has(verb)) return;
  const pieces = piecesAfter(layers, s, verb);
  const entry = words.verbs.get(`${clause.lemma}_${pieces[0]?.prep ?? ""}`) ?? words.verbs.get(clause.lemma);
  if (entry === undefined) return;
  // "are meeting", with the participle taken for a noun.
  const copular = entry.needs === "be";
  if (copular ? clause.kind !== "copular" || s.upos[verb - 1] !== "AUX" : clause.kind !== "verbal") return;
  const rule = ruleOfFrame[entry.frame];
  const miss = (why: string): void => {
    bench.miss(rule, s, verb, why);
  };
  if (entry.needs === "person" && !isSeen(bench, s, clause, pieces)) return;
  if (entry.needs === "host" && !isCallOn(layers, s, pieces)) return;
  // "called him a neighbour", "called off", "called for".
  if (entry.frame === "phone" && !isCall(layers, s, pieces)) return;
  const brought = entry.frame === "bring";
  const phone = entry.frame === "phone" || byPhone(bench, s, verb, verb, pieces);
  const subjects = subjectsOf(layers, s, clause, words);
  if (
    entry.needs !== "" &&
    entry.needs !== "person" &&
    entry.needs !== "host" &&
    !copular &&
    !phone &&
    !pieces.some((p) => p.prep === entry.needs || hasWord(s, p, entry.needs)) &&
    !(brought && pieces.some((p) => words.class("toward").has(p.prep))) &&
    !(placed(layers, s, pieces) && new Participants(layers).add(subjects).size > 1)
  ) {
    miss(`not followed by "${entry.needs}", nor two people somewhere`);
    return;
  }
  const objects = objectsOf(bench, s, clause, pieces, phone, entry);
  // "talks in Doha, hosted by Qatar": no people are received.
  if (
    entry.frame === "host" &&
    ((/^(acl|advcl)$/.test(clause.relation) && !isAfterReceiving(s, verb)) ||
      clause.objects.some((t) => words.nouns.has(s.lemmas[t])))
  )
    return;
  const participants = new Participants(layers);
  let place: Place | null;
  if (entry.frame === "visit" || entry.frame === "travel") {
    place = destination(layers, clause, pieces, entry.frame);
    if (place === null) {
      miss("no place that is visited");
      return;
    }
    participants.add(subjects.filter((a) => layers.entities[a.entity].kind !== "military"));
    if (participants.size === 0) {
      miss("nobody known who goes there");
      return;
    }
    if (place.country !== null) participants.host(place.country, place.words);
  } else {
    if (clause.passive && entry.frame !== "host" && subjects.length === 0)
      participants.add(clause.objects.flatMap((t) => at(layers, s, t, words)));
    if (!brought) participants.add(subjects);
    participants.add(objects);
    place =
      (brought ? whereOf(layers, null, pieces, TO) : null) ??
      whereOf(layers, clause, pieces, undefined, s) ??
      whereBefore(layers, s, verb);
  }
  let time = whenOf(layers, clause, pieces);
  const purpose = purposeOf(bench, s, clause);
  const status = purpose === null ? statusOf(bench, clause, time, null) : purpose.status;
  if (status === null) {
    miss("it is not said to have been, or to be, held");
    return;
  }
  if (status !== "held" && status !== "unreported" && time.class === "past" && clause.tense !== "past")
    time = resettled(layers, s.index, time, "future") ?? (ownTime(layers, pieces) === null ? NO_TIME : time);
  time = settled(layers, s.index, time, status);
  const { count, another } = countOf(bench, s, clause, pieces);
  if (count > 1) time = { ...time, earliest: null, latest: null, edtf: null, precision: null, words: null };
  const within = purpose?.visit ?? besideVisit(bench, s, clause, status, place);
  if (within >= 0) {
    const visit = bench.found[within];
    place = placeIn(pieces, layers) ?? visit.place;
    if (participants.size < 2) participants.join(visit.participants.guests());
  }
  if (entry.frame === "travel") {
    // Going somewhere is part of what it is for; alone it is no meeting.
    bench.found.push({
      ...draft({ status: null, mode: "visit" }),
      alone: isErrand(layers, participants) && time.words !== null ? status : null,
    });
    return;
  }
  const open =
    participants.size < 2 && objects.length === 0 && entry.frame === "meet" && isSeveral(bench, s, clause);
  if (participants.size < 2 && !(open && (time.words !== null || place !== null))) {
    miss("fewer than two parties");
    return;
  }
  const nouns = pieces.flatMap((p) => p.nouns);
  const ordinary = draft({ status, mode: phone ? "phone" : entry.mode });
  bench.taken.add(verb);
  bench.found.push({
    ...ordinary,
    participants: open ? new Participants(layers) : participants,
    count,
    another,
    level: ordinary.level ?? levelFrom(nouns),
    open: open ? "meeting" : null,
  });
  return;

  function levelFrom(nouns: readonly number[]): Candidate["level"] {
    return levelOf(layers, s, null, [0, 0], [...nouns, ...clause.subjects], participants, words);
  }

  function draft(d: { status: Status | null; mode: Candidate["mode"] }): Candidate {
    return {
      sentence: s.index,
      trigger: verb,
      clause,
      rule: within >= 0 ? "meeting/visit-to-meet" : rule,
      what: "",
      level: levelFrom([]),
      participants,
      time,
      place: count > 1 ? null : place,
      occasion: occasionOf(layers, s, verb, pieces, words),
      count: 1,
      definite: false,
      another: false,
      hosted: brought,
      open: null,
      alone: null,
      within,
      ...d,
    };
  }
}

/** One person rings another: an object that is a person by name and nothing that the person is called. */
function isCall(layers: Layers, s: Sentence, pieces: readonly Piece[]): boolean {
  const first = pieces[0];
  if (first === undefined || first.prep !== "" || first.nouns.length > 0 || isQuote(s, first.to))
    return false;
  const m = first.mentions[0];
  return (
    m !== undefined &&
    m.form !== "pronoun" &&
    layers.entities[m.entity].kind === "person" &&
    s.upos[m.to] !== "DET"
  );
}

/** "called on the Prime Minister": a visit paid to somebody who is not asked "to" do anything. */
function isCallOn(layers: Layers, s: Sentence, pieces: readonly Piece[]): boolean {
  const first = pieces[0];
  const person = first?.mentions.find((m) => layers.entities[m.entity].kind === "person");
  const end = pieces.at(-1)?.to ?? 0;
  return person !== undefined && person.to === first.to && s.xpos[end] !== "TO";
}

/** "said after receiving Liu": a gerund behind a preposition of time. */
const isAfterReceiving = (s: Sentence, verb: number): boolean =>
  s.xpos[verb] === "VBG" && verb > 0 && (s.upos[verb - 1] === "SCONJ" || s.upos[verb - 1] === "ADP");

/** "saw his counterpart in Oslo", "saw each other": somebody is seen at a place or a time, and not "as" something. */
function isSeen({ layers, words }: Bench, s: Sentence, clause: Clause, pieces: readonly Piece[]): boolean {
  const first = pieces[0];
  if (first === undefined || first.prep !== "" || pieces.some((p) => p.prep === "as")) return false;
  const person = first.mentions.some((m) => layers.entities[m.entity].kind === "person");
  const placed =
    pieces.some((p) => p.times.length > 0) || whereOf(layers, clause, pieces, undefined, s) !== null;
  return (
    placed && (person || words.class("each-other").has(s.norms[first.to - 1])) && clause.kind === "verbal"
  );
}

/** "the negotiators", "they", "the two": several, whoever they are. */
function isSeveral({ words }: Bench, s: Sentence, clause: Clause): boolean {
  return clause.subjects.some(
    (t) =>
      (s.xpos[t] === "NNS" && words.class("people").has(s.lemmas[t])) ||
      words.class("both").has(s.norms[t]) ||
      words.class("they").has(s.norms[t]) ||
      (words.class("body").has(s.lemmas[t].toLowerCase()) && isJoint(words, s, t)),
  );
}

/** "the joint commission": its members are of both sides. */
function isJoint(words: Bench["words"], s: Sentence, noun: number): boolean {
  for (let t = noun - 1; t >= 0 && t > noun - 5; t--) {
    if (words.class("joint").has(s.norms[t])) return true;
    if (s.upos[t] === "DET" || s.upos[t] === "VERB") return false;
  }
  return false;
}

const ERRAND: ReadonlySet<string> = new Set(["leader", "minister", "senior-official"]);

/** Whoever has an office does not travel abroad for himself. */
const isErrand = (layers: Layers, who: Participants): boolean =>
  who.size > 1 && who.people.some((p) => ERRAND.has(layers.entities[p.entity].office?.level ?? ""));

/** "The two spoke in Geneva": people of two parties talk at one place. */
const placed = (layers: Layers, s: Sentence, pieces: readonly Piece[]): boolean =>
  whereOf(layers, null, pieces, undefined, s) !== null;

const isQuote = (s: Sentence, t: number): boolean =>
  t < s.size && s.upos[t] === "PUNCT" && /["'\u201c\u2018]/u.test(s.forms[t]);

/** Whether a complement holds a word; "closer together" is something else than "together". */
const hasWord = (s: Sentence, p: Piece, word: string): boolean => {
  for (let t = p.from; t < p.to; t++)
    if (s.norms[t] === word && !/^(RB|JJ)R$/.test(s.xpos[t - 1])) return true;
  return false;
};

/** "for three days": a number of something else. */
const inTime = (layers: Layers, s: Sentence, t: number): boolean =>
  (layers.timesBySentence[s.index] ?? []).some((i) => {
    const x = layers.times[i];
    return x.from <= t && x.to > t && x.role !== "frequency";
  });

/** "twice", "three times" count meetings without dates; "again" and "for the third time" make it another one. */
function countOf(
  bench: Bench,
  s: Sentence,
  clause: Clause,
  pieces: readonly Piece[],
): { readonly count: number; readonly another: boolean } {
  const { layers, words } = bench;
  const verb = verbOf(clause);
  const end = Math.max(pieces.at(-1)?.to ?? verb + 1, verb + 2);
  let another = false;
  for (let t = verb + 1; t < end && t < s.size; t++) {
    const n = words.counts.get(s.norms[t]);
    if (s.norms[t] === "again") another = true;
    if (n === undefined || n < 2) continue;
    const adverb = s.upos[t] === "ADV" || s.norms[t + 1] === "times" || s.norms[t + 1] === "occasions";
    if (adverb && !inTime(layers, s, t)) return { count: n, another: true };
  }
  return { count: 1, another };
}

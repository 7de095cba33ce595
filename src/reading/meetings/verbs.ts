import type { Sentence } from "../../language/index.js";
import { NO_TIME } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { speaker, verbOf } from "../phrases/index.js";
import type { Actor, Clause, Place } from "../types.js";
import { fromAwaiting } from "./awaited.js";
import type { Bench, Candidate } from "./candidate.js";
import { levelOf, occasionOf, ownTime, whenOf, whereOf } from "./circumstances.js";
import { besideVisit, purposeOf } from "./journeys.js";
import { legsOf, returnsOf } from "./legs.js";
import { notOfNext, untilNext, upToNext } from "./next.js";
import { byPhone } from "./noun-phrase.js";
import { Participants } from "./participants.js";
import { resettled, settled } from "./resettle.js";
import { infinitiveAfter, statusOf } from "./status.js";
import { actorsOf, type Piece, piecesAfter } from "./tail.js";
import {
  hasWord,
  isAbroad,
  isAfterReceiving,
  isAtTable,
  isAttendance,
  isBodyOf,
  isCall,
  isCallOn,
  isDayOfTwo,
  isErrand,
  isHostTo,
  isMission,
  isOfRelative,
  isSeen,
  isSeveral,
  isTeam,
  isThing,
  isToJoin,
  isWithin,
  placed,
  strangerIn,
  strangerMeets,
  strangersBrought,
  whenBefore,
} from "./verb-checks.js";
import { destination, objectsOf, placeIn, whereBefore, withWhom } from "./verb-objects.js";
import { at, subjectsOf } from "./who.js";
import type { Frame, Status } from "./words.js";

export const ruleOfFrame: Readonly<Record<Frame, string>> = {
  meet: "meeting/met",
  host: "meeting/received",
  visit: "meeting/visited",
  travel: "meeting/visit-to-meet",
  phone: "meeting/phoned",
  bring: "meeting/brought-together",
  await: "meeting/awaited",
};

/** Meetings told by a verb of meeting, receiving, visiting or calling. */
export function fromVerb(bench: Bench, s: Sentence, clause: Clause): void {
  const { layers, words } = bench;
  const verb = verbOf(clause);
  const onward = words.verbs.get(s.lemmas[verb])?.frame === "travel";
  const known = words.verbs.get(clause.lemma);
  if (known?.frame === "await") {
    fromAwaiting(bench, s, clause);
    return;
  }
  if (clause.support >= 0 || bench.taken.has(verb) || !(onward || known !== undefined)) return;
  const all = piecesAfter(layers, s, verb, words.class("leads"));
  const pieces = upToNext(words, all);
  // "returned to the table" is to meet, "returned to Ankara" to travel.
  const entry = isAtTable(bench, s, pieces)
    ? words.verbs.get("sit")
    : (words.verbs.get(`${clause.lemma}_${pieces[0]?.prep ?? ""}`) ??
      words.verbs.get(clause.lemma) ??
      words.verbs.get(s.lemmas[verb]));
  if (entry === undefined) return;
  // "are meeting", with the participle taken for a noun.
  const copular = entry.needs === "be";
  if (copular ? clause.kind !== "copular" || !isBeing(s, verb) : clause.kind !== "verbal") return;
  const rule = ruleOfFrame[entry.frame];
  const miss = (why: string): void => {
    bench.miss(rule, s, verb, why);
  };
  if (entry.needs === "person" && !isSeen(bench, s, clause, pieces)) return;
  if (entry.needs === "host" && !isCallOn(layers, s, pieces)) return;
  if (entry.needs === "guest" && !isHostTo(words, s, pieces)) return;
  // "called him a neighbour", "called off", "called for".
  if (entry.frame === "phone" && !isCall(layers, s, pieces)) return;
  const brought = entry.frame === "bring";
  const phone = entry.frame === "phone" || byPhone(bench, s, verb, verb, pieces);
  const subjects = subjectsOf(layers, s, clause, words);
  const objects = objectsOf(bench, s, clause, pieces, phone, entry);
  if (
    entry.needs !== "" &&
    entry.needs !== "person" &&
    entry.needs !== "host" &&
    entry.needs !== "guest" &&
    !copular &&
    !phone &&
    !pieces.some((p) => p.prep === entry.needs || hasWord(s, p, entry.needs)) &&
    !isAtTable(bench, s, pieces) &&
    !(entry.needs === "with" && withWhom(bench, s, clause).length > 0) &&
    !(brought && pieces.some((p) => words.class("toward").has(p.prep) && !CLOSER.test(s.xpos[p.from - 1]))) &&
    !(
      placed(bench, s, pieces) &&
      (new Participants(layers).add(subjects).size > 1 ||
        (!words.class("matter-verb").has(clause.lemma) && isSeveral(bench, s, clause, subjects.length === 0)))
    ) &&
    !(entry.frame === "meet" && isDayOfTwo(layers, [...subjects, ...toward(bench, s, pieces)], pieces))
  ) {
    miss(`not followed by "${entry.needs}", nor two people somewhere`);
    return;
  }
  if (entry.frame === "meet" && entry.needs === "" && isThing(bench, s, clause)) {
    miss("what is met is no person");
    return;
  }
  const sides = brought && objects.length === 0 && strangersBrought(bench, s, pieces);
  const things = entry.needs !== "guest" && isThing(bench, s, clause);
  const stranger = objects.length === 0 ? strangerIn(bench, s, clause, pieces) : null;
  if (entry.frame === "host" && !clause.passive && stranger === null && (objects.length === 0 || things))
    return;
  // "met in Rome, where they were hosted by the premier": told of who met.
  if (
    entry.frame === "host" &&
    clause.passive &&
    words.class("where").has(clauseFront(s, verb)) &&
    toldBefore(bench, s, verb)
  )
    return;
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
    // "lets Turkish citizens visit ten islands": who travels for himself speaks for no party.
    if (
      words.class("private").has(s.lemmas[verb - 1] ?? "") ||
      clause.subjects.some((t) => words.class("private").has(s.lemmas[t]))
    ) {
      miss("whoever goes there speaks for no party");
      return;
    }
    place = destination(bench, clause, pieces, entry.frame);
    if (place === null) {
      miss("no place that is visited");
      return;
    }
    participants.add(subjects.filter((a) => layers.entities[a.entity].kind !== "military"));
    if (participants.size === 0) {
      miss("nobody known who goes there");
      return;
    }
    // "flew to Paris for talks with creditors": those are met there, and not its government.
    const others =
      entry.frame === "travel" &&
      pieces.some((p) => words.class("with").has(p.prep) && p.mentions.length === 0 && p.nouns.length > 0);
    if (place.country !== null && !others) participants.host(place.country, place.words);
  } else {
    if (clause.passive && entry.frame !== "host" && subjects.length === 0)
      participants.add(clause.objects.flatMap((t) => at(layers, s, t, words)));
    if (!brought) participants.add(subjects);
    // "We will meet in Oslo on Friday": whoever says so is one of them.
    const said = isOurs(bench, s, clause) ? speaker(layers, layers.facts.voice(clause.index)) : null;
    if (said !== null) participants.add([said]);
    participants.add(objects);
    place =
      (brought ? whereOf(bench, null, pieces, words.class("destination")) : null) ??
      notOfNext(s, pieces, all, whereOf(bench, clause, pieces, undefined, s)) ??
      whereBefore(bench, s, verb);
  }
  let time = whenOf(layers, clause, pieces);
  if (isOfRelative(s, verb, time)) time = ownTime(layers, pieces) ?? time;
  if (time.words === null) time = whenBefore(bench, s, verb) ?? time;
  const purpose = purposeOf(bench, s, clause);
  let status = purpose === null ? statusOf(bench, clause, time, null) : purpose.status;
  // "the ministers, meeting in Oslo on Monday, agreed": they met when they agreed.
  if (status === "scheduled" && isWhile(bench, s, clause)) {
    status = "held";
    time = resettled(layers, s.index, time, "past") ?? time;
  }
  if (status === null) {
    miss("it is not said to have been, or to be, held");
    return;
  }
  // "were to meet again on Monday": of the two Mondays the one to come.
  if (status === "unreported" && infinitiveAfter(s, verb) === "be" && isOfWeek(time)) {
    const coming = resettled(layers, s.index, time, "future");
    if (coming !== null) {
      time = coming;
      status = "scheduled";
    }
  }
  if (status !== "held" && status !== "unreported" && time.class === "past" && clause.tense !== "past")
    time = resettled(layers, s.index, time, "future") ?? (ownTime(layers, pieces) === null ? NO_TIME : time);
  time = settled(layers, s.index, time, status);
  if (time.words === null && pieces.length < all.length && (status === "scheduled" || status === "expected"))
    time = untilNext(layers, all.slice(pieces.length)) ?? time;
  const { count, another } = countOf(bench, s, clause, pieces);
  if (count > 1) time = { ...time, earliest: null, latest: null, edtf: null, precision: null, words: null };
  const within = purpose?.visit ?? besideVisit(bench, s, clause, status, place);
  if (within >= 0) {
    const visit = bench.found[within];
    place = placeIn(pieces, bench) ?? visit.place;
    if (participants.size < 2) participants.join(visit.participants.guests());
  }
  if (entry.frame === "travel") {
    // Going somewhere is part of what it is for; alone it is no meeting.
    bench.found.push({
      ...draft({ status: null, mode: "visit" }),
      alone:
        (isErrand(layers, participants) || isMission(bench, s, clause, participants)) &&
        !isAttendance(bench, pieces) &&
        !isToJoin(bench, s, pieces) &&
        (time.words !== null || count > 1)
          ? status
          : null,
      count,
    });
    const visit = bench.found[bench.found.length - 1];
    if (visit.alone !== null && count === 1)
      for (const leg of returnsOf(bench, s, pieces))
        bench.found.push({
          ...visit,
          trigger: leg.at,
          time: settled(layers, s.index, leg.time, status),
          another: true,
          within: -1,
        });
    return;
  }
  const open =
    participants.size < 2 &&
    objects.length === 0 &&
    entry.frame === "meet" &&
    (isSeveral(bench, s, clause, participants.size === 0) ||
      (another && isPledge(clause)) ||
      isAbroad(bench, s, clause, participants, place));
  const unknown =
    open || participants.size > 1
      ? null
      : sides || (objects.length > 0 && strangerMeets(bench, s, clause))
        ? "name"
        : stranger;
  const inner =
    !open && objects.length === 0 && entry.frame === "meet" && isWithin(bench, s, clause, participants);
  const body =
    !open &&
    !inner &&
    objects.length === 0 &&
    entry.frame === "meet" &&
    isBodyOf(bench, s, clause, place, time);
  const told =
    unknown === "people" ? time.words !== null && place !== null : time.words !== null || place !== null;
  if (participants.size < 2 && !((open || inner || body || unknown !== null) && told)) {
    miss("fewer than two parties");
    return;
  }
  const nouns = pieces.flatMap((p) => p.nouns);
  const ordinary = draft({ status, mode: phone ? "phone" : body ? "multilateral" : entry.mode });
  bench.taken.add(verb);
  bench.found.push({
    ...ordinary,
    participants:
      open && !isAbroad(bench, s, clause, participants, place) && !isOurs(bench, s, clause)
        ? new Participants(layers)
        : participants,
    count,
    another,
    level: ordinary.level ?? levelFrom(nouns),
    open:
      inner || body || unknown === "people"
        ? "within"
        : unknown === "name"
          ? "meeting"
          : open
            ? isTeam(bench, s, clause)
              ? "series"
              : "meeting"
            : null,
  });
  if (entry.frame !== "meet" || within >= 0) return;
  for (const leg of legsOf(bench, s, pieces, count)) {
    const who = leg.whom.length === 0 ? participants : new Participants(layers).add(subjects).add(leg.whom);
    if (leg.whom.length > 0 && who.size < 2) continue;
    bench.found.push({
      ...ordinary,
      trigger: leg.at,
      participants: open ? new Participants(layers) : who,
      time: settled(layers, s.index, leg.time, status),
      place: leg.place,
      occasion: null,
      count: 1,
      another: true,
      level:
        leg.whom.length === 0
          ? (ordinary.level ?? levelFrom(nouns))
          : levelOf(layers, s, null, [0, 0], [], who, words),
      open: open ? "meeting" : null,
    });
  }
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
      // Who talk from afar meet nowhere, wherever else the sentence plays.
      place: (count > 1 && rule === ruleOfFrame.meet) || phone ? null : place,
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

/** "we". */
const isOurs = ({ words }: Bench, s: Sentence, clause: Clause): boolean =>
  clause.subjects.some((t) => words.class("we").has(s.norms[t]));

/** A day told by its weekday. */
const isOfWeek = ({ precision, words }: Candidate["time"]): boolean => precision === "day" && words !== null;

/** A participle without a verb of its own, beside what is told as past. */
function isWhile({ layers }: Bench, s: Sentence, clause: Clause): boolean {
  if (s.xpos[verbOf(clause)] !== "VBG" || clause.tense !== "none" || clause.parent < 0) return false;
  const over = layers.clauses[clause.parent];
  return over.tense === "past" && layers.facts.factuality(over.index).status === "happened";
}

/** The word with which the relative clause of a verb begins, or "". */
function clauseFront(s: Sentence, verb: number): string {
  for (let t = verb - 1; t > 0 && t > verb - 6; t--) if (s.xpos[t][0] === "W") return s.norms[t];
  return "";
}

/** Whether the sentence told of a meeting before. */
const toldBefore = ({ found }: Bench, s: Sentence, verb: number): boolean =>
  found.some((c) => c.sentence === s.index && c.trigger < verb && c.rule === ruleOfFrame.meet);

/** "bring both closer to Europe": nobody goes there. */
const CLOSER = /^(RB|JJ)R$/;

/** "are meeting", "are reportedly meeting". */
function isBeing(s: Sentence, verb: number): boolean {
  let t = verb - 1;
  while (t > 0 && s.upos[t] === "ADV") t--;
  return s.upos[t] === "AUX";
}

/** "with a pledge to meet again in May": those of whom the sentence tells. */
const isPledge = (c: Clause): boolean =>
  c.mood === "infinitive" && c.subjects.length === 0 && c.relation === "acl";

/** Who is spoken "to". */
const toward = ({ layers, words }: Bench, s: Sentence, pieces: readonly Piece[]): Actor[] =>
  pieces.filter((p) => words.class("toward").has(p.prep)).flatMap((p) => actorsOf(layers, s, p));

/** "for three days": a number of something else. */
const inTime = (layers: Layers, s: Sentence, t: number): boolean =>
  (layers.timesBySentence[s.index] ?? []).some((i) => {
    const x = layers.times[i];
    return x.from <= t && x.to > t && x.role !== "frequency";
  });

/** Words between "the third time" and the verb. */
const REACH = 14;

/** The number of "the third time" in front of a clause, else 1. */
function timesBefore({ words }: Bench, s: Sentence, verb: number): number {
  for (let t = verb - 1; t > 0 && t > verb - REACH; t--)
    if (words.class("times").has(s.norms[t]) || s.lemmas[t] === s.lemmas[verb]) return 1;
    else if (words.class("time").has(s.norms[t])) return words.ordinals.get(s.norms[t - 1]) ?? 1;
  return 1;
}

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
  // "It is the third time that they have met": so many in all.
  const nth = clause.aspect === "perfect" ? timesBefore(bench, s, verb) : 1;
  if (nth > 1) return { count: nth, another: true };
  // "who last met in Bern in May": not the meeting of the day.
  let another = words.class("last").has(s.norms[verb - 1] ?? "");
  for (let t = verb + 1; t < end && t < s.size; t++) {
    const n = /^\d{1,3}$/.test(s.norms[t]) ? Number(s.norms[t]) : words.counts.get(s.norms[t]);
    if (words.class("again").has(s.norms[t])) another = true;
    if (n === undefined || n < 2) continue;
    // "on three previous occasions".
    const next = s.upos[t + 1] === "ADJ" ? t + 2 : t + 1;
    const adverb = s.upos[t] === "ADV" || words.class("times").has(s.norms[next] ?? "");
    if (adverb && !inTime(layers, s, t)) return { count: n, another: true };
  }
  return { count: 1, another };
}

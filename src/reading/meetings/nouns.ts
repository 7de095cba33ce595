import type { Sentence } from "../../language/index.js";
import { NO_TIME } from "../attach/index.js";
import { clauseAt, clauseOver, nounPhrase, slice, verbKeys, verbOf } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import { recalledTime } from "./anniversaries.js";
import type { Bench } from "./candidate.js";
import { levelOf, occasionOf, ownTime, whereOf } from "./circumstances.js";
import { heldBy } from "./holding.js";
import { purposeOf, visitOver } from "./journeys.js";
import { legsOf } from "./legs.js";
import { newsDay } from "./news.js";
import {
  AHEAD,
  fellThrough,
  isAside,
  isBody,
  isGathering,
  isLongAgo,
  isNoun,
  isOpen,
  labelPlace,
  ruleOf,
  verbBefore,
  wasHeld,
} from "./noun-checks.js";
import {
  addHolders,
  addPartners,
  agentsOf,
  amongBehind,
  guest,
  holdersBehind,
  hostTown,
  isAtHome,
  isHeldByOthers,
  namesOthers,
  partnersBy,
  stateIn,
  tellers,
  together,
  whereToBe,
} from "./noun-parties.js";
import {
  anotherIn,
  byPhone,
  entryAt,
  inFront,
  isProcess,
  type NounPhrase,
  phraseAt,
  summitIn,
} from "./noun-phrase.js";
import {
  around,
  datingPieces,
  dueTime,
  isOnDayAhead,
  isPast,
  isRecent,
  isStillAhead,
  isToBegin,
  stretchBefore,
  timeOf,
  toCome,
  toldAsPast,
  toldTime,
} from "./noun-time.js";
import { occasionStatus } from "./occasion.js";
import { Participants } from "./participants.js";
import { nearer, resettled, settled } from "./resettle.js";
import { statusOf } from "./status.js";
import { actorsOf, piecesAfter } from "./tail.js";
import { at, subjectsOf } from "./who.js";
import type { Status } from "./words.js";

/** The words for it, without another thing that is told beside it: "the Oslo meeting on 3 May and the draft treaty". */
function named({ layers }: Bench, s: Sentence, noun: number): string {
  const doc = layers.parsed.document;
  const { from, to, text } = nounPhrase(doc, s, noun);
  for (let t = noun + 1; t < to - 1; t++)
    if (s.deprels[t] === "cc" && s.upos[t + 1] === "DET" && s.heads[s.heads[t]] === noun)
      return slice(doc, s, from, t).text;
  return text;
}

/** "have held monthly meetings since 2012": no one of them is told. */
function isRepeated({ words }: Bench, s: Sentence, { noun, front }: NounPhrase): boolean {
  if (s.xpos[noun] !== "NNS") return false;
  for (let t = front; t < noun; t++) if (words.class("repeated").has(s.norms[t])) return true;
  return false;
}

/** Who holds it, by their nouns: "their foreign ministers held talks". */
const holders = (held: ReturnType<typeof heldBy>, s: Sentence): readonly number[] =>
  held === null || held.subject !== "yes" ? [] : held.clause.subjects.filter((t) => s.upos[t] === "NOUN");

/** Meetings told by a noun: held, planned, put off, or named as the occasion of something else. */
export function fromNoun(bench: Bench, s: Sentence, noun: number): void {
  if (!isNoun(bench, s, noun) || entryAt(bench.words, s, noun) === undefined || bench.taken.has(noun)) return;
  if (!isGathering(bench.layers, s, noun)) fromMeetingNoun(bench, s, noun);
}

function fromMeetingNoun(bench: Bench, s: Sentence, noun: number): void {
  const { layers, words } = bench;
  const found = phraseAt(bench, s, noun);
  if (found === null) return;
  const phrase: NounPhrase = found;
  const { pieces, front, entry } = phrase;
  const visit = entry.mode === "visit";
  if (isRepeated(bench, s, phrase)) return;
  // "will meet in Oslo, the first visit by a Chadian leader in nine years": no second one.
  if (visit && phrase.apposed && bench.found.some((c) => c.sentence === s.index && c.trigger < front)) return;
  const own = clauseAt(layers, s.index, noun);
  const held = toldAsPast(bench, s, phrase, heldBy(bench, s, noun, phrase.anchor, pieces, entry.counts));
  const { actors, label } = inFront(bench, s, front, noun);
  const people = new Participants(layers).add(actors);
  const whole = !visit && addPartners(bench, s, pieces, people);
  const told = held !== null && isAside(bench, phrase, held);
  const over = held === null || told ? clauseOver(layers, s.index, phrase.anchor, true) : null;
  const before = over !== null && verbOf(over) > noun ? verbBefore(layers, s, phrase) : null;
  const above = before ?? over;
  const governed = above !== null && above.index === held?.clause.index ? null : above;
  // "agreed on a plan following a meeting": a preposition, whatever trees take it for.
  const governing =
    governed !== null && s.norms[verbOf(governed)] === phrase.prep && governed.parent >= 0
      ? layers.clauses[governed.parent]
      : governed;
  const namedHere = people.parties.length;
  if (held !== null && !whole && !(held.subject === "host" && phrase.definite))
    addHolders(bench, s, held, people);
  if (people.size < 2 && !visit) people.add(holdersBehind(bench, s, held)).add(amongBehind(bench, s, held));
  if (people.size < 2 && !visit && (namesOthers(bench, s, pieces, people) || isHeldByOthers(bench, s, held)))
    return;
  const hosted = held?.subject === "host" && namedHere === 0 && people.parties.length === 1;
  const near = around(bench, s, phrase, held);
  let time = timeOf(bench, s, phrase, held, near);
  let place = whereOf(bench, held?.clause ?? own, near, undefined, s) ?? labelPlace(layers, label);
  if (held !== null && held.plan !== null)
    place ??= whereOf(bench, held.plan, piecesAfter(layers, s, verbOf(held.plan)), undefined, s);
  if (held !== null) place ??= whereToBe(bench, s, held.clause);
  if (held?.subject === "host") place ??= hostTown(bench, s, held.clause);
  const nearTime = ownTime(layers, datingPieces(bench, phrase, near));
  const recalled = recalledTime(layers, s, front, words);
  if (recalled !== null) time = recalled === "unknown" ? NO_TIME : recalled;
  const asked: number[] = [];
  // "end Oslo talks, set new round for January": what has ended lies ahead only by a day of its own.
  if (held !== null && words.class("ending").has(held.key) && nearTime === null && time.class === "future")
    if (held.clause.modal === null && held.clause.tense !== "future") time = NO_TIME;
  const { status, rule, within } = judge();
  if (status === "drop") return;
  if (isAtHome(bench, phrase, held, people, place) && !anotherIn(bench, s, front, noun) && phrase.count === 1)
    return;
  // "called for a summit": a wish, unless it has a day or a place.
  const wished = held !== null && words.class("wished").has(held.key);
  if (wished && nearTime === null && place === null) return;
  // "are in talks": somewhere, or since some day.
  if (held?.key === "be_in" && place === null && nearTime === null) return;
  // "The talks began in 2021": a process, on no day and at no place.
  const vague =
    held !== null &&
    !entry.counts &&
    phrase.definite &&
    held.happens &&
    words.class("beginning").has(held.key);
  if (vague && status === "held" && place === null && time.precision !== "day" && time.precision !== "period")
    return;
  // "The talks were suspended" stops a process; talks "due to resume on Monday" do not take place.
  const suspended = held !== null && !entry.counts && words.class("suspends").has(held.key);
  if (suspended && held.plan === null && nearTime === null && place === null) return;
  time = settled(layers, s.index, time, status);
  if (status === "held" && time.words === null && !visit && recalled === null)
    time = newsDay(bench, s, phrase, governing ?? held?.clause ?? own, people.size) ?? time;
  let known: Status | null = status;
  if (visit) {
    place = whereOf(bench, null, pieces, words.class("toward")) ?? stateIn(bench, pieces) ?? place;
    const by = partnersBy(bench, s, pieces);
    people.add(by);
    if (known === null && by.length > 0 && held === null && isPast(bench, own, time)) known = "held";
    inherit(people.size === 0 || place === null);
    if (people.size === 0 && over !== null && words.class("at").has(phrase.prep))
      people.add(guest(bench, s, over, place));
    if (people.size === 0 || place?.country == null) known = null;
    else people.host(place.country, place.words);
  } else if (
    !entry.counts &&
    held === null &&
    known !== null &&
    recalled === null &&
    rule !== "meeting/visit-to-meet"
  ) {
    // "after two days of talks", "after talks between A and B" were held, if what followed is told.
    const stretch = phrase.anchor !== noun || (whole && words.class("after").has(phrase.prep));
    const vagueProcess =
      !stretch && (isProcess(bench, s, front, noun) || words.class("about").has(phrase.prep));
    if (vagueProcess && nearTime === null && place === null) known = null;
  }
  // "proposed negotiations", "announced the negotiations": no meeting yet.
  if (
    (known === "proposed" ||
      (known === "scheduled" && (nearTime === null || !words.class("dates").has(held?.key ?? "")))) &&
    !entry.counts &&
    time.class !== "future" &&
    !(nearTime !== null && isStillAhead(layers, time)) &&
    !(held !== null && held.status === null && isOnDayAhead(bench, held)) &&
    !(rule === "meeting/occasion" && words.class("ahead").has(phrase.prep)) &&
    !(rule === "meeting/visit-to-meet" && place !== null && people.size > 1)
  )
    return;
  if (known === "scheduled" && time.class === "past" && time.words !== null && held !== null) {
    const coming = toCome(bench, s, held, time);
    if (coming === null) known = "unreported";
    else time = coming;
  }
  if (time.words === null && known !== null && AHEAD.has(known)) time = dueTime(bench, pieces, held) ?? time;
  if (known === null && !entry.counts && (isProcess(bench, s, front, noun) || phrase.prep === "")) return;
  if (people.size < 2 && !phrase.definite && place === null && time.words === null) known = null;
  bench.taken.add(noun);
  const legs = phrase.count > 1 && nearTime?.class === "past" ? legsOf(bench, s, near, phrase.count) : [];
  // "Two rounds, in Oslo in May and in Rome in June, brought nothing": each was held.
  if (legs.length > 0) known ??= "held";
  const loose = label === null || label.use === "place" ? isOpen(bench, s, phrase, label) : null;
  // "the Geneva meeting of May 3": told well enough, but not to be of those named last.
  // "met the Swedish envoy before expected talks": with somebody else.
  const apart =
    loose !== null &&
    people.size < 2 &&
    (words.class("ahead").has(phrase.prep) || words.class("ahead").has(s.norms[front - 2] ?? "")) &&
    bench.found.some((c) => c.sentence === s.index && c.rule === "meeting/met" && c.participants.size > 1);
  const open =
    (apart ? "within" : loose) ??
    (!visit && entry.mode !== "phone" && entry.mode !== "multilateral" && nearTime !== null && place !== null
      ? "placed"
      : null);
  const nouns = pieces.flatMap((p) =>
    words.class("of").has(p.prep) || words.class("among").has(p.prep) || words.class("with").has(p.prep)
      ? p.nouns
      : [],
  );
  const phone = entry.mode === "phone" || byPhone(bench, s, front, noun, pieces);
  const summit = entry.level ?? summitIn(bench, s, front, noun);
  bench.found.push({
    sentence: s.index,
    trigger: noun,
    clause: held?.clause ?? own,
    rule,
    what: named(bench, s, noun),
    mode: phone ? "phone" : entry.mode,
    level: levelOf(
      layers,
      s,
      summit,
      [front, noun],
      [...nouns, ...asked, ...holders(held, s)],
      people,
      words,
    ),
    status: known,
    // Whoever convenes it may be a third party.
    participants: hosted ? new Participants(layers) : people,
    time,
    // Who talk from afar meet nowhere, wherever else the sentence plays.
    place: phone ? null : place,
    occasion: occasionOf(layers, s, noun, pieces, words),
    count: legs.length > 0 ? 1 : phrase.count,
    definite: phrase.definite,
    another: !(phrase.apposed && held === null) && anotherIn(bench, s, front, noun),
    hosted: agentsOf(bench, s, noun, pieces).length > 0,
    open,
    alone: null,
    within,
  });
  const first = bench.found[bench.found.length - 1];
  for (const leg of legs)
    bench.found.push({ ...first, trigger: leg.at, time: leg.time, place: leg.place, another: true });

  /** "a second visit", "his trip": by whom and where is told of the visit before. */
  function inherit(needed: boolean): void {
    if (!needed || !(phrase.definite || anotherIn(bench, s, front, noun))) return;
    const last = bench.found.findLast((c) => c.mode === "visit" && s.index - c.sentence <= 2);
    if (last === undefined || (people.size > 0 && !last.participants.has(people.parties[0]))) return;
    people.join(last.participants.guests());
    place ??= last.place;
  }

  function addTellers(of: Clause): void {
    const open = people.size > 0 || !phrase.definite || phrase.possessive;
    if (people.size === 1 && isBody(bench, people) && words.class("of").has(pieces[0]?.prep ?? "")) return;
    // "after meeting with A and B": of himself with both.
    const full = people.size > 1 && !pieces.some((p) => words.class("with").has(p.prep));
    if (phrase.prep === "" || phrase.nominal || visit || whole || full || !open) return;
    // "..., X announced after eight hours of talks": he tells of those whom the sentence is about.
    const reported = people.size === 0 && words.class("reports").has(of.lemma);
    people.add(reported ? together(bench, s) : tellers(bench, s, of, people.size === 0));
    // "In a call on Tuesday, X told Y so."
    const heard =
      people.size < 2 && nearTime !== null && words.class("tells").has(of.lemma) ? hearers(of) : [];
    if (heard.length > 0) people.add(tellers(bench, s, of, true)).add(heard);
    // "In a statement issued at the end of the talks, both parties said so."
    if (people.size === 0 && of.relation.startsWith("acl")) people.add(together(bench, s));
  }

  /** Whoever is told something, by name. */
  function hearers(of: Clause): Actor[] {
    const [first] = piecesAfter(layers, s, verbOf(of));
    const whom = first === undefined || first.prep !== "" ? [] : actorsOf(layers, s, first);
    return whom.filter((a) => layers.entities[a.entity].kind === "person");
  }

  /** "will send their ministers to Oslo on May 3 for talks". */
  function sent(by: Clause): { status: Status | null; rule: string; within: number } {
    const then = layers.facts.time(by.index);
    const status = statusOf(bench, by, then, null);
    if (nearTime === null) time = then;
    const way = piecesAfter(layers, s, verbOf(by));
    place ??= whereOf(bench, null, way, words.class("toward"), s) ?? stateIn(bench, way);
    return {
      status: status === "held" && !isLongAgo(layers, then) ? "scheduled" : status,
      rule: "meeting/visit-to-meet",
      within: -1,
    };
  }

  /** "invited both to talks in Bern", "were invited for a meeting in June": proposed by whoever invites. */
  function invited(by: Clause): { status: Status | null; rule: string; within: number } {
    people.add(by.passive ? [] : subjectsOf(layers, s, by, words));
    people.add(by.objects.flatMap((t) => at(layers, s, t, words)));
    asked.push(...by.objects);
    if (nearTime === null) time = NO_TIME;
    else if (time.class === "past") time = nearer(layers, s.index, time);
    return { status: statusOf(bench, by, NO_TIME, "proposed"), rule: "meeting/planned", within: -1 };
  }

  /** "flew to Tunis for talks": held if the journey lies long enough back, else still to be held. */
  function journeyTo(journey: number): { status: Status | null; rule: string; within: number } {
    const over = bench.found[journey];
    people.join(over.participants.guests());
    place ??= over.place;
    const goes =
      over.clause === null ? null : statusOf(bench, over.clause, layers.facts.time(over.clause.index), null);
    const gone = over.clause !== null && isLongAgo(layers, over.time);
    const status = goes === "held" && over.status === null && !gone ? "scheduled" : goes;
    if (gone && nearTime === null) time = over.time;
    // The day of the journey is not that of the talks that it is for.
    if (status === "scheduled" && goes === "held" && nearTime === null && over.clause?.tense === "past")
      time = NO_TIME;
    return { status, rule: "meeting/visit-to-meet", within: journey };
  }

  function judge(): { status: Status | null | "drop"; rule: string; within: number } {
    // What is recalled was held, on its own day and not on the anniversary.
    if (recalled !== null)
      return { status: recalled === "unknown" ? null : "held", rule: "meeting/named", within: -1 };
    if (told && governing !== null) addTellers(governing);
    if (held !== null && !(told && held.status === "scheduled" && governing !== null)) {
      const rule = ruleOf(held);
      const miss = (why: string): { status: "drop"; rule: string; within: number } => {
        bench.miss(rule, s, noun, why);
        return { status: "drop", rule, within: -1 };
      };
      const errand = held.status === null ? purposeOf(bench, s, held.clause) : null;
      // "flew to Tunis to hold talks with the ministry".
      if (errand !== null) return journeyTo(errand.visit);
      const told = statusOf(bench, held.clause, time, held.status) ?? fellThrough(bench, s, phrase, held);
      if (told === null && wasHeld(bench, held, time, place)) return { status: "held", rule, within: -1 };
      if (told === null) return miss("its verb does not say that it is, or will be, held");
      if (
        !entry.counts &&
        held.status === null &&
        told !== "held" &&
        nearTime === null &&
        !isToBegin(bench, held, pieces) &&
        !isOnDayAhead(bench, held)
      )
        return miss("a process that is to go on, no meeting");
      return { status: told, rule, within: -1 };
    }
    const journey = visit || !words.class("for").has(phrase.prep) ? -1 : visitOver(bench, s, noun);
    if (journey >= 0) return journeyTo(journey);
    if (whole && isPast(bench, own, time)) return { status: "held", rule: "meeting/named", within: -1 };
    if (governing === null) return { status: null, rule: "meeting/named", within: -1 };
    addTellers(governing);
    // "gathered for talks": told by the verb.
    const gathers = bench.found.some((c) => c.sentence === s.index && c.trigger === verbOf(governing));
    if (words.class("for").has(phrase.prep) && words.class("sends").has(governing.lemma) && !gathers)
      return sent(governing);
    if (words.class("toward-meeting").has(phrase.prep) && words.class("invites").has(governing.lemma))
      return invited(governing);
    if (phrase.nominal && entry.mode !== "phone" && people.size < 2)
      return { status: null, rule: "meeting/occasion", within: -1 };
    // "withdrew from the talks on Monday": the day is that of leaving them.
    const left = words.class("withdraws").has(`${governing.lemma}_${phrase.prep}`);
    if (left && !entry.counts && place === null)
      return { status: null, rule: "meeting/occasion", within: -1 };
    if (time.words === null && nearTime !== null) time = nearTime;
    if (verbKeys(layers, governing).some((k) => words.class("awaits").has(k))) {
      if (time.class === "past") time = resettled(layers, s.index, time, "future") ?? time;
      const coming = time.class === "past" || governing.negated ? null : "expected";
      return { status: coming, rule: "meeting/occasion", within: -1 };
    }
    time = toldTime(bench, s, phrase, governing, time) ?? time;
    // "after two days of talks in Oslo they signed on Monday".
    if (time.words === null && phrase.anchor !== noun && words.class("after").has(phrase.prep))
      time = stretchBefore(bench, s, phrase, layers.facts.time(governing.index));
    if (nearTime === null && words.class("ahead").has(phrase.prep) && isRecent(layers, governing)) {
      time = NO_TIME;
      return {
        status:
          people.size > 1 || entry.counts || words.class("part").has(s.lemmas[noun]) ? "scheduled" : null,
        rule: "meeting/occasion",
        within: -1,
      };
    }
    const status = occasionStatus(bench, s, phrase, governing, time);
    return { status, rule: "meeting/occasion", within: -1 };
  }
}

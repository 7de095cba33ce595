import type { Sentence } from "../../language/index.js";
import { dayNumber } from "../../text/index.js";
import { NO_TIME } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, clauseOver, mentionAt, nounPhrase, verbKeys, verbOf } from "../phrases/index.js";
import type { Clause, ItemTime, Mention, Place } from "../types.js";
import { recalledTime } from "./anniversaries.js";
import type { Bench, Candidate } from "./candidate.js";
import { levelOf, occasionOf, ownTime, whereOf } from "./circumstances.js";
import { type Held, heldBy } from "./holding.js";
import { visitOver } from "./journeys.js";
import {
  addHolders,
  addPartners,
  agentsOf,
  guest,
  namesOthers,
  partnersBy,
  stateIn,
  tellers,
} from "./noun-parties.js";
import {
  anotherIn,
  byPhone,
  inFront,
  isProcess,
  type NounPhrase,
  phraseAt,
  summitIn,
} from "./noun-phrase.js";
import { around, datingPieces, dueTime, isPast, timeOf, toldTime } from "./noun-time.js";
import { occasionStatus } from "./occasion.js";
import { Participants } from "./participants.js";
import { resettled, settled } from "./resettle.js";
import { statusOf } from "./status.js";
import { piecesAfter } from "./tail.js";
import type { Status } from "./words.js";

/** Meetings told by a noun: held, planned, put off, or named as the occasion of something else. */
export function fromNoun(bench: Bench, s: Sentence, noun: number): void {
  const { layers, words } = bench;
  if (s.upos[noun] !== "NOUN" || bench.taken.has(noun) || isGathering(layers, s, noun)) return;
  const found = phraseAt(bench, s, noun);
  if (found === null) return;
  const phrase: NounPhrase = found;
  const { pieces, front, entry } = phrase;
  const visit = entry.mode === "visit";
  const own = clauseAt(layers, s.index, noun);
  const held = heldBy(bench, s, noun, phrase.anchor, pieces);
  const { actors, label } = inFront(bench, s, front, noun);
  const people = new Participants(layers).add(actors);
  const whole = !visit && addPartners(bench, s, pieces, people);
  const told = held !== null && isAside(bench, phrase, held);
  const over = held === null || told ? clauseOver(layers, s.index, phrase.anchor, true) : null;
  const governing = over !== null && over.index === held?.clause.index ? null : over;
  if (held !== null && !whole && !(held.subject === "host" && phrase.definite))
    addHolders(bench, s, held, people);
  if (people.size < 2 && !visit && namesOthers(bench, pieces, people)) return;
  const near = around(bench, s, phrase, held);
  let time = timeOf(bench, s, phrase, held, near);
  let place = whereOf(layers, held?.clause ?? own, near, undefined, s) ?? labelPlace(layers, label);
  if (held !== null && held.plan !== null)
    place ??= whereOf(layers, held.plan, piecesAfter(layers, s, verbOf(held.plan)), undefined, s);
  const nearTime = ownTime(layers, datingPieces(bench, phrase, near));
  const recalled = recalledTime(layers, s, front, words);
  if (recalled !== null) time = recalled === "unknown" ? NO_TIME : recalled;
  const { status, rule, within } = judge();
  if (status === "drop") return;
  time = settled(layers, s.index, time, status);
  let known: Status | null = status;
  if (visit) {
    place = whereOf(layers, null, pieces, new Set(["to"])) ?? stateIn(bench, pieces) ?? place;
    people.add(partnersBy(bench, s, pieces));
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
    const loose = !stretch && (isProcess(bench, s, front, noun) || words.class("about").has(phrase.prep));
    if (loose && nearTime === null && place === null) known = null;
  }
  // "proposed negotiations": a proposal, no meeting yet.
  if (known === "proposed" && !entry.counts && time.class !== "future") return;
  if (time.words === null && known !== null && AHEAD.has(known)) time = dueTime(bench, pieces, held) ?? time;
  if (known === null && !entry.counts && (isProcess(bench, s, front, noun) || phrase.prep === "")) return;
  if (people.size < 2 && !phrase.definite && place === null && time.words === null) known = null;
  bench.taken.add(noun);
  const nouns = pieces.flatMap((p) =>
    p.prep === "of" || words.class("among").has(p.prep) || p.prep === "with" ? p.nouns : [],
  );
  const summit = entry.level ?? summitIn(bench, s, front, noun);
  bench.found.push({
    sentence: s.index,
    trigger: noun,
    clause: held?.clause ?? own,
    rule,
    what: nounPhrase(layers.parsed.document, s, noun).text,
    mode: entry.mode === "phone" || byPhone(bench, s, front, noun, pieces) ? "phone" : entry.mode,
    level: levelOf(layers, s, summit, [front, noun], nouns, people, words),
    status: known,
    participants: people,
    time,
    place,
    occasion: occasionOf(layers, s, noun, pieces, words),
    count: phrase.count,
    definite: phrase.definite,
    another: !(phrase.apposed && held === null) && anotherIn(bench, s, front, noun),
    hosted: agentsOf(bench, s, noun, pieces).length > 0,
    open: label === null || label.use === "place" ? isOpen(bench, s, phrase) : null,
    alone: null,
    within,
  });

  function addTellers(of: Clause): void {
    const open = people.size > 0 || !phrase.definite || phrase.possessive;
    if (people.size === 1 && isBody(bench, people) && pieces[0]?.prep === "of") return;
    if (phrase.prep === "" || phrase.nominal || visit || whole || people.size > 1 || !open) return;
    people.add(tellers(bench, s, of, people.size === 0));
  }

  /** "will send their ministers to Oslo on May 3 for talks". */
  function sent(by: Clause): { status: Status | null; rule: string; within: number } {
    const then = layers.facts.time(by.index);
    const status = statusOf(bench, by, then, null);
    if (nearTime === null) time = then;
    const way = piecesAfter(layers, s, verbOf(by));
    place ??= whereOf(layers, null, way, words.class("toward"), s) ?? stateIn(bench, way);
    return {
      status: status === "held" && !isLongAgo(layers, then) ? "scheduled" : status,
      rule: "meeting/visit-to-meet",
      within: -1,
    };
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
      const told = statusOf(bench, held.clause, time, held.status) ?? fellThrough(bench, s, phrase, held);
      if (told === null && wasHeld(bench, held, time, place)) return { status: "held", rule, within: -1 };
      if (told === null) return miss("its verb does not say that it is, or will be, held");
      if (!entry.counts && held.status === null && told !== "held" && nearTime === null)
        return miss("a process that is to go on, no meeting");
      return { status: told, rule, within: -1 };
    }
    const journey = visit || phrase.prep !== "for" ? -1 : visitOver(bench, s, noun);
    if (journey >= 0) {
      const over = bench.found[journey];
      people.join(over.participants.guests());
      place ??= over.place;
      const goes =
        over.clause === null
          ? null
          : statusOf(bench, over.clause, layers.facts.time(over.clause.index), null);
      const gone = over.clause !== null && isLongAgo(layers, over.time);
      const status = goes === "held" && over.status === null && !gone ? "scheduled" : goes;
      if (gone && nearTime === null) time = over.time;
      // The day of the journey is not that of the talks that it is for.
      if (status === "scheduled" && goes === "held" && nearTime === null && over.clause?.tense === "past")
        time = NO_TIME;
      return { status, rule: "meeting/visit-to-meet", within: journey };
    }
    if (whole && isPast(bench, own, time)) return { status: "held", rule: "meeting/named", within: -1 };
    if (governing === null) return { status: null, rule: "meeting/named", within: -1 };
    addTellers(governing);
    if (phrase.prep === "for" && words.class("sends").has(governing.lemma)) return sent(governing);
    if (phrase.nominal && people.size < 2) return { status: null, rule: "meeting/occasion", within: -1 };
    if (time.words === null && nearTime !== null) time = nearTime;
    if (verbKeys(layers, governing).some((k) => words.class("awaits").has(k))) {
      if (time.class === "past") time = resettled(layers, s.index, time, "future") ?? time;
      const coming = time.class === "past" || governing.negated ? null : "expected";
      return { status: coming, rule: "meeting/occasion", within: -1 };
    }
    time = toldTime(bench, s, phrase, governing, time) ?? time;
    // "after two days of talks in Oslo they signed on Monday".
    if (time.words === null && phrase.anchor !== noun && words.class("after").has(phrase.prep))
      time = layers.facts.time(governing.index);
    const status = occasionStatus(bench, s, phrase, governing, time.earliest, time.latest);
    return { status, rule: "meeting/occasion", within: -1 };
  }
}

/** Whether who takes part may be told elsewhere; not of "a meeting of the committee". */
function isOpen(
  { words }: Bench,
  s: Sentence,
  { entry, noun, front, pieces }: NounPhrase,
): Candidate["open"] {
  if (entry.mode === "visit" || entry.mode === "multilateral") return null;
  const of = pieces.find((p) => p.prep === "of");
  if (of?.nouns.some((t) => !words.class("people").has(s.lemmas[t]) && !words.nouns.has(s.lemmas[t])))
    return null;
  for (let t = front; t < noun; t++) if (s.upos[t] === "PROPN" && s.deprels[t] === "compound") return null;
  return !entry.counts || words.class("part").has(s.lemmas[noun]) ? "series" : "meeting";
}

/** "after a meeting hosted by X", "at talks that had been planned for May": its own verb is said beside; the meeting is when something was told. */
function isAside({ words }: Bench, phrase: NounPhrase, held: Held): boolean {
  return held.aside && (words.class("at").has(phrase.prep) || words.class("after").has(phrase.prep));
}

/** "A session planned for May never took place": what had been planned and was not held. "No meeting took place" tells of none. */
function fellThrough({ layers, words }: Bench, s: Sentence, phrase: NounPhrase, held: Held): Status | null {
  if (!held.happens || !words.class("takes-place").has(held.key)) return null;
  const f = layers.facts.factuality(held.clause.index);
  const known = held.plan !== null || (phrase.definite && s.upos[phrase.front] === "DET");
  return f.polarity === "negative" && held.clause.tense === "past" && known ? "cancelled" : null;
}

/** "a summit of the European Union" is its own affair. */
const isBody = ({ layers }: Bench, people: Participants): boolean =>
  people.parties.every((p) => layers.entities[p.entity].kind === "organisation");

const AHEAD: ReadonlySet<Status> = new Set(["scheduled", "expected", "proposed"]);

/** Days after which a journey told of is over, and what it was for as well. */
const OVER = 4;

const isLongAgo = ({ published }: Layers, { latest }: ItemTime): boolean =>
  published !== null && latest !== null && dayNumber(published) - dayNumber(latest) > OVER;

/** "ended without a deal", "yielded nothing": what has no result was held all the same. */
function wasHeld({ layers, words }: Bench, held: Held, time: ItemTime, place: Place | null): boolean {
  const f = layers.facts.factuality(held.clause.index);
  const dated = (time.words !== null && time.class !== "future") || place !== null;
  const told = held.clause.tense === "past" && held.clause.modal === null && f.status === "negated";
  return dated && told && held.happens && words.class("ending").has(held.key);
}

function ruleOf(held: Held): string {
  if (held.status === "postponed" || held.status === "cancelled") return "meeting/put-off";
  return held.status === null ? "meeting/held" : "meeting/planned";
}

/** "the G20 summit", "the Munich Security Conference": a place to meet at, not a meeting of those who are named. */
function isGathering(layers: Layers, s: Sentence, noun: number): boolean {
  const m = mentionAt(layers, s.index, noun);
  return m !== null && layers.entities[m.entity].kind === "occasion";
}

function labelPlace(layers: Layers, label: Mention | null): Place | null {
  if (label === null || layers.entities[label.entity].kind === "organisation") return null;
  const e = layers.entities[label.entity];
  const words = { doc: layers.parsed.document.id, start: label.start, end: label.end };
  return {
    name: layers.parsed.document.text.slice(label.start, label.end),
    country: e.country ?? e.code,
    words,
    basis: "label",
  };
}

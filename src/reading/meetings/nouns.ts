import type { Sentence } from "../../language/index.js";
import { NO_TIME } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { clauseAt, clauseOver, mentionAt, nounPhrase, speaker } from "../phrases/index.js";
import type { Actor, Clause, ItemTime, Mention, Place } from "../types.js";
import { recalledTime } from "./anniversaries.js";
import type { Bench } from "./candidate.js";
import { levelOf, occasionOf, ownTime, whenOf, whereOf } from "./circumstances.js";
import { type Held, heldBy, verbBehind } from "./holding.js";
import {
  anotherIn,
  byPhone,
  inFront,
  isProcess,
  type NounPhrase,
  phraseAt,
  summitIn,
} from "./noun-phrase.js";
import { occasionStatus } from "./occasion.js";
import { Participants } from "./participants.js";
import { resettled, settled } from "./resettle.js";
import { statusOf } from "./status.js";
import { type Piece, piecesAfter } from "./tail.js";
import { visitOver } from "./verbs.js";
import { named, partners, subjectsOf } from "./who.js";
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
  } else if (!entry.counts && held === null && known !== null && recalled === null) {
    const loose = isProcess(bench, s, front, noun) || words.class("about").has(phrase.prep);
    if (loose && nearTime === null && place === null) known = null;
  }
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
    within,
  });

  function addTellers(of: Clause): void {
    const open = people.size > 0 || !phrase.definite || phrase.possessive;
    if (phrase.prep === "" || phrase.nominal || visit || whole || people.size > 1 || !open) return;
    people.add(tellers(bench, s, of, people.size === 0));
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
      const told = statusOf(bench, held.clause, time, held.status);
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
      const status = goes === "held" && over.status === null ? "scheduled" : goes;
      // The day of the journey is not that of the talks that it is for.
      if (status === "scheduled" && goes === "held" && nearTime === null && over.clause?.tense === "past")
        time = NO_TIME;
      return { status, rule: "meeting/visit-to-meet", within: journey };
    }
    if (whole && isPast(bench, own, time)) return { status: "held", rule: "meeting/named", within: -1 };
    if (governing === null) return { status: null, rule: "meeting/named", within: -1 };
    addTellers(governing);
    if (phrase.nominal && people.size < 2) return { status: null, rule: "meeting/occasion", within: -1 };
    if (time.words === null && nearTime !== null) time = nearTime;
    time = toldTime(bench, s, phrase, governing, time) ?? time;
    const status = occasionStatus(bench, s, phrase, governing, time.earliest, time.latest);
    return { status, rule: "meeting/occasion", within: -1 };
  }
}

/** "after a meeting hosted by X", "at talks that had been planned for May": its own verb is said beside; the meeting is when something was told. */
function isAside({ words }: Bench, phrase: NounPhrase, held: Held): boolean {
  return held.aside && (words.class("at").has(phrase.prep) || words.class("after").has(phrase.prep));
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

/** Adds whom the noun's complements name; true where they are all who took part. */
function addPartners(bench: Bench, s: Sentence, pieces: readonly Piece[], people: Participants): boolean {
  const partner = partners(bench.layers, s, pieces, bench.words);
  people.add(partner.actors);
  const first = pieces[0];
  const gathered = first?.prep === "of" ? named(bench.layers, s, first.from, first.to - 1) : [];
  people.add(gathered);
  return partner.among || gathered.length > 1;
}

/** "a meeting between fishermen and police": it is told who met, and they are no parties. */
function namesOthers({ words }: Bench, pieces: readonly Piece[], people: Participants): boolean {
  const between = pieces.some(
    (p) => words.class("among").has(p.prep) && (p.nouns.length > 0 || p.mentions.length > 0),
  );
  return (
    between ||
    (people.size === 0 && pieces.some((p) => words.class("with").has(p.prep) && p.nouns.length > 0))
  );
}

function addHolders({ layers, words }: Bench, s: Sentence, held: Held, people: Participants): void {
  if (held.subject === "no" || (held.subject === "host" && people.size >= 2)) return;
  people.add(subjectsOf(layers, s, held.clause, words));
}

/** The noun's complements and those of the participle behind it: "a meeting with X, due in Delhi on Sunday". */
function around(
  { layers, words }: Bench,
  s: Sentence,
  phrase: NounPhrase,
  held: Held | null,
): readonly Piece[] {
  const behind = verbBehind(s, phrase.noun, phrase.pieces, words.class("due"));
  if (behind < 0 && held !== null) return phrase.pieces;
  return behind < 0 ? phrase.pieces : [...phrase.pieces, ...piecesAfter(layers, s, behind)];
}

/**
 * When it is held. The day on which it is announced, or called off, is none of its own; nor is that of the last one before ("the first
 * since 2013").
 */
function timeOf(
  bench: Bench,
  s: Sentence,
  phrase: NounPhrase,
  held: Held | null,
  near: readonly Piece[],
): ItemTime {
  const { layers, words } = bench;
  const own = clauseAt(layers, s.index, phrase.noun);
  const mine = datingPieces(bench, phrase, near);
  let time: ItemTime;
  if (held !== null && held.status !== null && !words.class("dates").has(held.key)) {
    time = ownTime(layers, mine) ?? NO_TIME;
  } else {
    time = whenOf(layers, held?.clause ?? own, mine);
    if (time.earliest === null && own !== null) time = whenOf(layers, own, mine);
  }
  const at = time.words;
  const dropped = near.some(
    (p) => !mine.includes(p) && at !== null && s.starts[p.from] <= at.start && s.ends[p.to - 1] >= at.end,
  );
  return dropped ? { ...NO_TIME, class: time.class } : time;
}

const datingPieces = ({ words }: Bench, { entry }: NounPhrase, near: readonly Piece[]): readonly Piece[] =>
  near.filter((p) => !(entry.counts && words.class("since").has(p.prep)));

/** Who a clause is about, or whose words it is: "said that a deal was near, after talks with X". Bodies report on meetings of others. */
function tellers({ layers, words }: Bench, s: Sentence, over: Clause, alone: boolean): Actor[] {
  const found = subjectsOf(layers, s, over, words);
  if (found.length === 0) {
    const said = speaker(layers, layers.facts.voice(over.index));
    return said === null || alone ? [] : [said];
  }
  return alone ? found.filter((a) => layers.entities[a.entity].kind !== "organisation") : found;
}

/** Told as past, or named as the next one: a date that leaves its week or year open follows. */
function toldTime(
  { layers, words }: Bench,
  s: Sentence,
  phrase: NounPhrase,
  over: Clause,
  time: ItemTime,
): ItemTime | null {
  let coming = false;
  for (let t = phrase.front; t < phrase.noun; t++) coming ||= words.class("coming").has(s.norms[t]);
  if (coming) return time.class === "past" ? resettled(layers, s.index, time, "future") : null;
  const f = layers.facts.factuality(over.index).status;
  const told = over.tense === "past" && over.modal === null && (f === "happened" || f === "negated");
  if (!told || time.class !== "future" || words.class("ahead").has(phrase.prep) || phrase.prep === "")
    return null;
  return resettled(layers, s.index, time, "past");
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

/** "During a visit to Cairo, X said": who said it, if not of that country. */
function guest({ layers, words }: Bench, s: Sentence, over: Clause, place: Place | null): Actor[] {
  const found = subjectsOf(layers, s, over, words).filter((a) => layers.entities[a.entity].kind === "person");
  const codes = new Set(found.map((a) => a.code));
  return codes.size === 1 && place !== null && !codes.has(place.country) ? found : [];
}

/** "a visit by President Ruto". */
function partnersBy({ layers, words }: Bench, s: Sentence, pieces: readonly Piece[]): Actor[] {
  return pieces
    .filter((p) => words.class("agent").has(p.prep))
    .flatMap((p) => named(layers, s, p.from, p.to - 1));
}

/** Third parties that host or mediate: "hosted by Qatar", "under the mediation of Oman". */
function agentsOf({ layers, words }: Bench, s: Sentence, noun: number, pieces: readonly Piece[]): Actor[] {
  const end = pieces.at(-1)?.to ?? noun + 1;
  for (let t = noun; t < Math.min(end + 2, s.size); t++) {
    if (s.xpos[t] !== "VBN" || !words.class("agent-verb").has(s.lemmas[t])) continue;
    const by = piecesAfter(layers, s, t).find((p) => words.class("agent").has(p.prep));
    if (by !== undefined) return named(layers, s, by.from, by.to - 1);
  }
  for (let t = Math.max(0, noun - 4); t < noun; t++) {
    if (s.norms[t] !== "-" || !words.class("agent-verb").has(s.lemmas[t + 1] ?? "")) continue;
    return named(layers, s, Math.max(0, t - 2), t);
  }
  return [];
}

function stateIn({ layers }: Bench, pieces: readonly Piece[]): Place | null {
  for (const p of pieces) {
    if (p.prep !== "to") continue;
    for (const m of p.mentions) {
      const e = layers.entities[m.entity];
      if (e.kind !== "state") continue;
      const words = { doc: layers.parsed.document.id, start: m.start, end: m.end };
      return { name: e.name, country: e.country ?? e.code, words, basis: "visited" };
    }
  }
  return null;
}

/** Dated before publication, and nothing says that it did not take place. */
function isPast({ layers }: Bench, own: Clause | null, time: ItemTime): boolean {
  const f = own === null ? null : layers.facts.factuality(own.index).status;
  return time.class === "past" && time.words !== null && (f === null || f === "happened" || f === "ongoing");
}

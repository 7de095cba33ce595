import { dayNumber } from "../../text/index.js";
import type { Layers } from "../layers.js";
import type { ItemTime, Place } from "../types.js";
import type { Candidate } from "./candidate.js";
import { completed, Groups, isPutOff } from "./groups.js";
import { later, lazy } from "./loose.js";
import { pairOf } from "./pairing.js";
import type { Participants } from "./participants.js";
import type { Level, MeetingWords, Mode, Status } from "./words.js";

/** One meeting of the article with all the candidates that tell of it, the one that names it first in front. */
export interface Merged {
  readonly members: Candidate[];
  participants: Participants;
  time: ItemTime;
  place: Place | null;
  level: Level | null;
  status: Status;
  occasion: string | null;
}

/** How many meetings back a bare "the meeting" is looked for. */
const BACK = 12;

/** One occurrence in an article is one meeting, however often it is named. Work is linear in the number of candidates. */
export function mergeCandidates(
  layers: Layers,
  found: readonly Candidate[],
  words: MeetingWords,
): { merged: Merged[]; of: (Merged | null)[] } {
  const merged: Merged[] = [];
  const of: (Merged | null)[] = [];
  const pending: number[] = [];
  const groups = new Groups();
  for (const [i, c] of found.entries()) {
    const known = earlier(layers, merged, c);
    if (known !== null) {
      absorb(known, c);
      groups.note(known.participants, c.sentence);
      of.push(known);
      continue;
    }
    const participants = c.participants.size < 2 ? completed(groups, c) : c.participants;
    if (c.status === null || participants === null) {
      if (c.status !== null) pending.push(i);
      of.push(null);
      continue;
    }
    const { time, place, level, status, occasion } = c;
    const fresh: Merged = {
      members: [c],
      participants: participants.copy(),
      time,
      place,
      level,
      status,
      occasion,
    };
    merged.push(fresh);
    groups.add(fresh.participants, c);
    of.push(fresh);
  }
  const told = groups.size;
  const pair = pending.length === 0 ? null : lazy(() => pairOf(layers, words));
  for (const i of pending) {
    const c = found[i];
    const known = earlier(layers, merged, c);
    const participants = known === null ? later(layers, groups, told, c, pair) : null;
    if (known !== null) absorb(known, c);
    of[i] = known;
    if (c.status === null || participants === null) continue;
    const { time, place, level, status, occasion } = c;
    merged.push({ members: [c], participants: participants.copy(), time, place, level, status, occasion });
    of[i] = merged[merged.length - 1];
  }
  return { merged, of };
}

function earlier(layers: Layers, merged: readonly Merged[], c: Candidate): Merged | null {
  if (c.count > 1) return null;
  let recalled: Merged | null = null;
  for (let i = merged.length - 1, n = 0; i >= 0 && n < BACK; i--, n++) {
    const m = merged[i];
    if (m.members[0].count !== 1 || !same(layers, m, c)) continue;
    // "The two, who last met in May, ... . After the session": the one that is news before one that is recalled.
    if (c.time.words !== null || !isRecalled(layers, m)) return m;
    // "have met in Geneva": not when they met in January.
    if (isNews(c)) continue;
    if (c.definite || c.participants.size <= m.participants.size) recalled ??= m;
  }
  return recalled;
}

/** "have met": told in the present perfect by a verb. */
const isNews = ({ clause, rule, count }: Candidate): boolean =>
  rule === "meeting/met" && count === 1 && clause?.aspect === "perfect" && clause.tense === "present";

/** Held longer ago than an article reports on. */
function isRecalled({ published }: Layers, m: Merged): boolean {
  const { latest } = m.time;
  return (
    m.status === "held" &&
    latest !== null &&
    published !== null &&
    dayNumber(published) - dayNumber(latest) > NEWS
  );
}

const form = (m: Mode): string => (m === "phone" || m === "visit" || m === "negotiations" ? m : "meeting");

function same(layers: Layers, m: Merged, c: Candidate): boolean {
  const first = m.members[0];
  if (form(first.mode) !== form(c.mode)) return false;
  const [a, b] = [m.participants.keys, c.participants.keys];
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const k of small) if (!large.has(k)) return false;
  if (m.level !== null && c.level !== null && m.level !== c.level) return false;
  // "at a NATO meeting in Brussels in April" two of the three met beside it.
  if ((m.occasion === null) !== (c.occasion === null) && small.size > 0 && small.size < large.size)
    return false;
  const place = samePlace(m.place, c.place);
  // "the Geneva meeting" is the one in Geneva.
  if (c.place?.basis === "label" && place !== "same") return false;
  const time = sameTime(m.time, c.time, c.definite && !c.another ? 1 : 0);
  // A village of which nobody knows where it lies may lie there.
  const nobody = !c.another && c.participants.people.length === 0 && time === "same" && isOneDay(c.time);
  const apart = place === "other" && !(nobody && isUnknown(m.place, c.place));
  if (apart || time === "other" || rivals(layers, m, c)) return false;
  // While talks last five days, the minister receives the delegation on one of them.
  const single = c.rule === "meeting/met" || c.rule === "meeting/received";
  if (single && isOneDay(c.time) && m.time.precision === "period" && span(m.time) > 1) return false;
  // A date and a place of its own tell which one it is.
  const told = c.time.words !== null && c.place !== null && m.time.words === null && place !== "same";
  const last = m.members[m.members.length - 1];
  const gap = c.sentence - last.sentence;
  if (isPutOff(c) && (gap > CLOSE || isOlder(layers, m, c))) return false;
  const bare = c.definite && !c.another && !told;
  if (c.status === null) return bare || time === "same";
  const planned = (x: Status): boolean => x !== "held" && x !== "unreported";
  const missed = m.status === "unreported" && isPutOff(c);
  if (planned(m.status) !== planned(c.status) && time !== "same" && !missed) return false;
  if (c.another && time !== "same") return false;
  if (small.size === 0)
    return (
      bare ||
      (last.sentence === c.sentence && !c.another) ||
      (time === "same" && isOneDay(c.time)) ||
      (place === "same" && (time === "same" || !c.another))
    );
  if (time === "same" || place === "same") return true;
  const near = gap <= 6;
  return bare || (near && (time === "open" || c.place === null));
}

/** Sentences within which "the meeting was called off" means the one told of before. */
const CLOSE = 2;

/** Whether it was called off long before the article tells that the other is planned. */
function isOlder(layers: Layers, m: Merged, c: Candidate): boolean {
  const at = c.clause === null ? null : layers.facts.time(c.clause.index).latest;
  const { published } = layers;
  if (at === null || published === null || m.status !== "scheduled") return false;
  return (m.time.earliest ?? "") > published && dayNumber(published) - dayNumber(at) > NEWS;
}

/** Days before publication that an article reports on. */
const NEWS = 10;

const isOneDay = (t: ItemTime): boolean => t.precision === "day" && t.words !== null;

const isUnknown = (a: Place | null, b: Place | null): boolean => a?.country === null || b?.country === null;

function samePlace(a: Place | null, b: Place | null): "same" | "open" | "other" {
  if (a === null || b === null) return "open";
  if (a.name === b.name || a.name.includes(b.name) || b.name.includes(a.name)) return "same";
  return a.country !== null && a.country === b.country ? "open" : "other";
}

/** `slack`: days between them that are forgiven: "the talks" of two days are named by either. */
function sameTime(a: ItemTime, b: ItemTime, slack: number): "same" | "open" | "other" {
  if (a.earliest === null || b.earliest === null) return "open";
  const [x, y] = [a.latest ?? a.earliest, b.latest ?? b.earliest];
  if (a.earliest <= y && b.earliest <= x) return "same";
  const gap = a.earliest > y ? dayNumber(a.earliest) - dayNumber(y) : dayNumber(b.earliest) - dayNumber(x);
  return gap <= slack ? "open" : "other";
}

/** Both name people of one party, and not the same ones. */
function rivals(layers: Layers, m: Merged, c: Candidate): boolean {
  const party = (e: number): string | null => layers.entities[e].office?.of ?? layers.entities[e].code;
  if (m.participants.people.some((p) => c.participants.people.some((q) => q.entity === p.entity)))
    return false;
  return m.participants.people.some((p) =>
    c.participants.people.some((q) => party(p.entity) === party(q.entity)),
  );
}

function absorb(m: Merged, c: Candidate): void {
  m.members.push(c);
  m.participants.join(c.participants);
  const finer = c.time.earliest !== null && (m.time.earliest === null || span(c.time) < span(m.time));
  if (finer) m.time = c.time;
  if (
    m.place === null ||
    (c.place !== null && c.place.basis !== "attach/fronted" && m.place.name === m.place.country)
  )
    // Where the talks are spoken of says nothing of where they are held.
    m.place = (c.status === null && c.place?.basis.startsWith("attach/") ? null : c.place) ?? m.place;
  m.level ??= c.level;
  m.occasion ??= c.occasion;
  if (c.status === null) return;
  if (
    c.status === "held" ||
    m.status === "unreported" ||
    m.status === "expected" ||
    m.status === "proposed"
  ) {
    if (!(c.status === "unreported" || c.status === "expected" || c.status === "proposed"))
      m.status = c.status;
  } else if (c.status === "postponed" || c.status === "cancelled") m.status = c.status;
}

const span = (t: ItemTime): number =>
  t.earliest === null || t.latest === null
    ? Number.POSITIVE_INFINITY
    : dayNumber(t.latest) - dayNumber(t.earliest);

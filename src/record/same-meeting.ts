import type { MeetingItem } from "../reading/index.js";
import type { IsoDate } from "../text/index.js";
import type { Cluster, Match, Matcher } from "./cluster.js";
import type { Entry } from "./entry.js";
import {
  day,
  form,
  formFits,
  homeFit,
  levelFit,
  namedByPlace,
  namesOnly,
  occasionFit,
  partyFit,
  peopleFit,
  placeFit,
  roundFits,
  sameRound,
  unnamed,
} from "./meeting-fit.js";
import { timeFit } from "./same-time.js";
import { jaccard } from "./words.js";

/**
 * Two reports tell of one meeting where time, place, level, form and people allow it. A visit is not the meeting held in it, a call
 * is not a meeting; two meetings a month apart never meet, since their days exclude each other. A day's difference is forgiven
 * only with the same place and level (time zones, two-day talks).
 */
export const sameMeeting = (words: MeetingWords): Matcher<MeetingItem> => {
  // An entry is held against many clusters in turn: its title is read once.
  let read = { title: "", corrects: false };
  const corrects = (title: string): boolean => {
    if (read.title !== title) read = { title, corrects: words.corrects(title) };
    return read.corrects;
  };
  const told: MeetingWords = { ...words, corrects };
  return {
    block: (e) => (e.item.count > 1 ? `count ${e.statement.id}` : form(e.item)),
    threshold: 0.5,
    reach: (e) =>
      words.orphaned !== null || (e.statement.title !== null && corrects(e.statement.title))
        ? PUT_RIGHT
        : isHeld(e) && !unnamed([e])
          ? BEGUN
          : 1,
    needsUnique: vague,
    match: (cluster, entry) =>
      correction(cluster, entry, told) ?? match(cluster, entry, told) ?? ends(cluster, entry, words.bound),
  };
};

/** Whether its days may hold several meetings. */
const vague = (e: Entry): boolean => e.from === null || e.to === null || e.to - e.from > 7;

/** What the words of reports tell about them. */
export interface MeetingWords {
  /** Whether a title says that its text takes back an earlier one. */
  corrects(title: string): boolean;
  /** The words before a verb of receiving others at home; null where the sentence has none. */
  beforeHost(sentence: string): string | null;
  /** Day from which a statement's words no longer stand in its article, or null; null itself where all stand. */
  readonly orphaned: ((statement: string) => IsoDate | null) | null;
  /** Whether a sentence tells how something of days began or how it ended. */
  bound(sentence: string): "begin" | "end" | null;
}

/** One text tells of the last day of talks, then of their first: one meeting of several days. */
function ends(
  cluster: Cluster<MeetingItem>,
  entry: Entry<MeetingItem>,
  bound: MeetingWords["bound"],
): Match | null {
  const last = cluster.members[cluster.members.length - 1].entry;
  if (last.statement.document !== entry.statement.document || last.item.status !== entry.item.status)
    return null;
  if (partyFit(last.parties, entry.parties) !== 2 || last.from === null || entry.from === null) return null;
  const [first, second] = last.from < entry.from ? [last, entry] : [entry, last];
  const length = (second.from as number) - (first.from as number);
  if (length === 0 || length > LONGEST) return null;
  if (bound(first.statement.quote) !== "begin" || bound(second.statement.quote) !== "end") return null;
  const members = [last];
  if (placeFit(members, entry) === "other" || levelFit(members, entry) === "other") return null;
  if (peopleFit(members, entry) === "other") return null;
  return {
    score: 0.7,
    reason: `same parties; one text tells its first and its last day, ${length} days apart`,
  };
}

/**
 * An outlet that puts its own account right says another day or place of the same meeting: told by its title, and by everything
 * but the one thing put right; or by a later version of the article, in which the old words no longer stand.
 */
function correction(
  cluster: Cluster<MeetingItem>,
  entry: Entry<MeetingItem>,
  { corrects, orphaned }: MeetingWords,
): Match | null {
  const { publisher, title, source, document, known } = entry.statement;
  const told = publisher !== null && title !== null && corrects(title);
  if (orphaned === null && !told) return null;
  const rewritten =
    orphaned !== null &&
    cluster.members.some(
      ({ entry: { statement: s } }) =>
        s.source === source && s.document !== document && (orphaned(s.id) ?? "9") <= known,
    );
  if (!rewritten && !(told && cluster.members.some((m) => m.entry.statement.publisher === publisher)))
    return null;
  const members = cluster.members.map((m) => m.entry);
  if (partyFit(members[0].parties, entry.parties) === 0 || peopleFit(members, entry) !== "same") return null;
  if (cluster.from === null || entry.from === null || Math.abs(entry.from - cluster.from) > PUT_RIGHT)
    return null;
  const oneDay = cluster.from === entry.from;
  const onePlace = placeFit(members, entry) === "same";
  if (!oneDay && !onePlace && !rewritten) return null;
  const kept = oneDay ? "same day; " : onePlace ? "same place; " : "";
  return { score: 0.8, reason: `${kept}same people; the outlet puts its account right` };
}

function match(cluster: Cluster<MeetingItem>, entry: Entry<MeetingItem>, told: MeetingWords): Match | null {
  const fit = timeFit(cluster, entry);
  const begun = (fit === "apart" || fit === "next-day") && begins(cluster, entry, told);
  const time = begun ? "next-day" : fit;
  if (time === "apart") return null;
  // What a report says was held had been by then: a later day is another meeting's.
  if (entry.from !== null && cluster.from === null && heldBefore(cluster, entry.from)) return null;
  const planned =
    entry.item.status !== "held" && entry.item.status !== "cancelled" && entry.item.status !== "unreported";
  if (planned && entry.to !== null && entry.to < day(entry) - STALE) return null;
  const parties =
    partyFit(cluster.members[0].entry.parties, entry.parties) ||
    (fit === "same" && sameRound(cluster, entry) ? 1 : 0);
  if (parties === 0 || !roundFits(cluster, entry)) return null;
  const reasons: string[] = [];
  let score = 0;
  const add = (points: number, reason: string): void => {
    score += points;
    if (reason !== "") reasons.push(reason);
  };
  const members = cluster.members.map((m) => m.entry);
  const level = levelFit(members, entry);
  if (level === "other" || !formFits(members, entry)) return null;
  add(parties === 2 ? 0.25 : 0.15, parties === 2 ? "same parties" : "parties in common");
  const place = placeFit(members, entry);
  if (place === "other") return null;
  const people = peopleFit(members, entry);
  if (people === "other") return null;
  if (begun ? people !== "same" : time === "next-day" && !(place === "same" && level === "same")) return null;
  const home = place === "unknown" ? homeFit(members, entry, told) : "unknown";
  if (home === "other") return null;
  if (place === "same") add(0.2, "same place");
  else if (home === "same") add(0.15, "at the host's");
  else add(0.05, "");
  if (level === "same") add(0.1, "same level");
  if (people === "same") add(0.15, "same people");
  const sameOccasion = occasionFit(members, entry);
  if (sameOccasion) add(0.15, "same occasion");
  if (time === "same") add(0.35, "same time");
  else if (time === "within") add(0.25, "times overlap");
  else if (begun) add(0.15, "talks set to begin then");
  else if (time === "next-day") add(0.15, "a day apart");
  else {
    // Without a time of its own, a report is recognised by place or occasion, by the same people where the meeting was announced
    // without a day, or where it follows a dated meeting at once.
    const last = members[members.length - 1];
    const distance = day(entry) - Math.max(cluster.to ?? day(last), day(last));
    const named = place === "same" && namedByPlace(entry.item) && cluster.to !== null;
    const held = entry.item.status === "held";
    // A visit that somebody was invited to, or promised, gets its days later.
    const dated =
      entry.item.mode === "visit" &&
      planned &&
      entry.from !== null &&
      cluster.from === null &&
      cluster.to === null &&
      people === "same" &&
      members.every((m) => m.item.status !== "held");
    if (Math.abs(distance) > (named ? NAMED : dated ? INVITED : RECENT)) return null;
    if (cluster.from !== null && held && cluster.from > day(entry)) return null;
    const announced =
      held &&
      cluster.from === null &&
      (people === "same" || entry.item.representatives.length === 0 || unnamed(members)) &&
      members.every((m) => m.item.status !== "held" && m.statement.document !== entry.statement.document);
    // A place of its own tells which meeting it is; the one told last may be another.
    const atOnce =
      held &&
      entry.item.place === null &&
      cluster.to !== null &&
      day(entry) >= cluster.to &&
      day(entry) - cluster.to <= AT_ONCE;
    if (place !== "same" && !sameOccasion && !announced && !atOnce && !dated) return null;
    add(0.15, "no time stated");
    if (announced || dated) add(0.1, "announced before without a day");
    else if (atOnce) add(0.1, "told at once after it");
  }
  const words = jaccard(members[0].words, entry.words);
  // Who met is said before: the same names are no reason to prefer one of several meetings.
  const rank = score + (words > 0.3 && !namesOnly(entry) ? 0.1 * words : 0);
  if (words > 0.3) add(0.1 * words, "similar words");
  return { score: Math.min(1, score), reason: reasons.join("; "), rank: Math.min(1, rank) };
}

const isHeld = ({ mark }: Entry): boolean => mark.startsWith("held/");

/** Whether a report of a meeting as held was known before a day. */
const heldBefore = (cluster: Cluster<MeetingItem>, from: number): boolean =>
  cluster.members.some(({ entry }) => isHeld(entry) && entry.day < from);

/** Talks that were set to begin on a day may be told of by what was done on the next ones. */
function begins(cluster: Cluster<MeetingItem>, entry: Entry<MeetingItem>, { bound }: MeetingWords): boolean {
  const { from, members } = cluster;
  if (!isHeld(entry) || entry.from === null || from === null) return false;
  const later = entry.from - from;
  if (later < 1 || later > BEGUN || members.some((m) => isHeld(m.entry))) return false;
  return members.some((m) => m.entry.from === from && bound(m.entry.statement.quote) === "begin");
}

/** Days after the day set for their beginning on which talks are still those. */
const BEGUN = 3;

/** Days after a meeting in which an undated report of one means it. */
const AT_ONCE = 3;
/** An announcement of something longer past than this, in days, has its time misread: it joins nothing. */
const STALE = 31;

/** Days after the last report, or after the meeting, in which an undated mention still means it. */
const RECENT = 45;

/** Days after a meeting in which "the Oslo meeting" still means it, as long as only one can be meant. */
const NAMED = 1100;

/** Days between an invitation and the word when the visit will be. */
const INVITED = 92;

/** Longest talks of several days. */
const LONGEST = 31;

/** Days that an outlet's correction may move a meeting. */
const PUT_RIGHT = 7;

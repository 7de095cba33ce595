import type { MeetingItem } from "../reading/index.js";
import { dayNumber } from "../text/index.js";
import type { Cluster, Match, Matcher } from "./cluster.js";
import type { Entry } from "./entry.js";
import { timeFit } from "./same-time.js";
import { fold, jaccard } from "./words.js";

/**
 * Two reports tell of one meeting where time, place, level, form and people allow it. A visit is not the meeting held in it, a call
 * is not a meeting; two meetings a month apart never meet, since their days exclude each other. A day's difference is forgiven
 * only with the same place and level (time zones, two-day talks).
 */
export const sameMeeting: Matcher<MeetingItem> = {
  block: (e) => (e.item.count > 1 ? `count ${e.statement.id}` : form(e.item)),
  threshold: 0.5,
  needsUnique: (e) => e.from === null || e.to === null || e.to - e.from > 7,
  match: (cluster, entry) => match(cluster, entry),
};

function match(cluster: Cluster<MeetingItem>, entry: Entry<MeetingItem>): Match | null {
  const time = timeFit(cluster, entry);
  if (time === "apart") return null;
  const reasons: string[] = [];
  let score = 0;
  const add = (points: number, reason: string): void => {
    score += points;
    if (reason !== "") reasons.push(reason);
  };
  const members = cluster.members.map((m) => m.entry);
  const parties = partyFit(members[0].parties, entry.parties);
  if (parties === 0) return null;
  add(parties === 2 ? 0.25 : 0.15, parties === 2 ? "same parties" : "parties in common");
  const place = placeFit(members, entry);
  if (place === "other") return null;
  const level = levelFit(members, entry);
  if (level === "other") return null;
  const people = peopleFit(members, entry);
  if (people === "other") return null;
  if (time === "next-day" && !(place === "same" && level === "same")) return null;
  if (place === "same") add(0.2, "same place");
  else add(0.05, "");
  if (level === "same") add(0.1, "same level");
  if (people === "same") add(0.15, "same people");
  const sameOccasion = occasionFit(members, entry);
  if (sameOccasion) add(0.15, "same occasion");
  if (time === "same") add(0.35, "same time");
  else if (time === "within") add(0.25, "times overlap");
  else if (time === "next-day") add(0.15, "a day apart");
  else {
    // Without a time of its own, a report is recognised only by place or occasion, and only as something past or planned then.
    if (place !== "same" && !sameOccasion) return null;
    if (cluster.from !== null && entry.item.status === "held" && cluster.from > day(entry)) return null;
    add(0.15, "no time stated");
  }
  const words = jaccard(members[0].words, entry.words);
  if (words > 0.3) add(0.1 * words, "similar words");
  return { score: Math.min(1, score), reason: reasons.join("; ") };
}

const day = (e: Entry): number => dayNumber(e.statement.known);

const form = (m: MeetingItem): string =>
  m.mode === "phone" || m.mode === "visit" || m.mode === "negotiations" ? m.mode : "meeting";

/** 2: equal; 1: one is part of the other; 0: neither. */
function partyFit(a: readonly string[], b: readonly string[]): 0 | 1 | 2 {
  const shared = a.filter((c) => b.includes(c)).length;
  if (shared === a.length && shared === b.length) return 2;
  return shared > 0 && (shared === a.length || shared === b.length) ? 1 : 0;
}

function placeFit(
  members: readonly Entry<MeetingItem>[],
  entry: Entry<MeetingItem>,
): "same" | "unknown" | "other" {
  const place = entry.item.place;
  if (place === null) return "unknown";
  let known = false;
  for (const m of members) {
    const other = m.item.place;
    if (other === null) continue;
    known = true;
    const [a, b] = [fold(place.name), fold(other.name)];
    if (a === b || a.includes(b) || b.includes(a)) return "same";
  }
  if (!known) return "unknown";
  // "in Japan" and "in Nagato": the wider place excludes nothing.
  const wide = (
    p: { name: string; country: string | null },
    q: { name: string; country: string | null },
  ): boolean => p.country !== null && p.country === q.country && (isCountry(p) || isCountry(q));
  return members.some((m) => m.item.place !== null && wide(place, m.item.place)) ? "unknown" : "other";
}

/** A place that is its own country; readers give such places the country's name without a city. */
const isCountry = (p: { name: string; country: string | null }): boolean =>
  p.country !== null && !/[,]/.test(p.name) && p.name.length > 0 && countryLike(p.name, p.country);

/** "Japan" JPN, "Russia" RUS: the code's first two letters open the name. */
const countryLike = (name: string, code: string): boolean =>
  fold(name)
    .replaceAll(/[^a-z]/g, "")
    .startsWith(code.slice(0, 2).toLowerCase());

function levelFit(
  members: readonly Entry<MeetingItem>[],
  entry: Entry<MeetingItem>,
): "same" | "unknown" | "other" {
  if (entry.item.level === "unknown") return "unknown";
  const levels = members.map((m) => m.item.level).filter((l) => l !== "unknown");
  if (levels.length === 0) return "unknown";
  return levels.includes(entry.item.level) ? "same" : "other";
}

/** People exclude each other only where both reports name some of the same party and none is shared. */
function peopleFit(
  members: readonly Entry<MeetingItem>[],
  entry: Entry<MeetingItem>,
): "same" | "unknown" | "other" {
  const names = (e: Entry<MeetingItem>): string[] => e.item.representatives.map((r) => surname(r.name));
  const mine = names(entry);
  const theirs = new Set(members.flatMap(names));
  if (mine.length === 0 || theirs.size === 0) return "unknown";
  if (mine.some((n) => theirs.has(n))) return "same";
  const codes = new Set(members.flatMap((m) => m.item.representatives.map((r) => r.code)));
  return entry.item.representatives.some((r) => codes.has(r.code)) ? "other" : "unknown";
}

function occasionFit(members: readonly Entry<MeetingItem>[], entry: Entry<MeetingItem>): boolean {
  const occasion = entry.item.occasion;
  return (
    occasion !== null &&
    members.some((m) => m.item.occasion !== null && fold(m.item.occasion) === fold(occasion))
  );
}

const surname = (name: string): string => fold(name).split(" ").at(-1) ?? "";

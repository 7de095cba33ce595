import type { MeetingItem } from "../reading/index.js";
import type { Cluster } from "./cluster.js";
import type { Entry } from "./entry.js";
import { comparePlaces } from "./places.js";
import type { MeetingWords } from "./same-meeting.js";
import { fold } from "./words.js";

/** "The Oslo meeting": the place is its name. */
export const namedByPlace = (m: MeetingItem): boolean =>
  m.place !== null && fold(m.what).split(" ").slice(0, -1).join(" ").endsWith(fold(m.place.name));

/** Whether a report's line says no more than who met: "Ana Soto, Kari Berg: meeting". */
export function namesOnly({ item }: Entry<MeetingItem>): boolean {
  const at = item.what.lastIndexOf(":");
  const names = [...item.representatives, ...item.parties].map((a) => a.name);
  return (
    at > 0 &&
    item.what
      .slice(0, at)
      .split(", ")
      .every((part) => names.includes(part))
  );
}

export const unnamed = (members: readonly Entry<MeetingItem>[]): boolean =>
  members.every((m) => m.item.representatives.length === 0);

export const day = (e: Entry): number => e.day;

export const form = (m: MeetingItem): string => (m.mode === "visit" ? m.mode : "meeting");

/**
 * Negotiations that run on for weeks are the frame of many meetings, and those of people who are named may be a session beside one.
 * Of some days, announced or told of without anybody named, they are the talks that another report calls a meeting.
 */
export function roundFits({ members, from, to }: Cluster<MeetingItem>, entry: Entry<MeetingItem>): boolean {
  if (negotiates(members[0].entry) === negotiates(entry)) return true;
  return (
    isRound(from, to) && isRound(entry.from, entry.to) && members.every((m) => open(m.entry)) && open(entry)
  );
}
const negotiates = ({ mark }: Entry): boolean => mark.startsWith("negotiations/", mark.indexOf("/") + 1);
const isRound = (from: number | null, to: number | null): boolean =>
  from !== null && to !== null && to - from <= ROUND;
const open = (e: Entry<MeetingItem>): boolean => !e.mark.startsWith("held/") || unnamed([e]);
/** Days that one round of talks may last. */
const ROUND = 7;

/** A call is no meeting in a room; but the text that tells of a video summit may go on to name it "the meeting". */
export function formFits(members: readonly Entry<MeetingItem>[], entry: Entry<MeetingItem>): boolean {
  const phone = (m: Entry<MeetingItem>): boolean => m.item.mode === "phone";
  return members.every(
    (m) =>
      phone(m) === phone(entry) ||
      (m.statement.document === entry.statement.document && (phone(m) ? entry : m).item.place === null),
  );
}

/** Reports of talks among many name those of them that they are about: on one day, in one place, without anybody named. */
export function sameRound({ members }: Cluster<MeetingItem>, entry: Entry<MeetingItem>): boolean {
  const { parties, from, to } = entry;
  if (from === null || from !== to || !unnamed([entry])) return false;
  return members.some(
    ({ entry: m }) =>
      m.from === from &&
      m.to === to &&
      unnamed([m]) &&
      m.parties.some((p) => parties.includes(p)) &&
      placeFit([m], entry) === "same",
  );
}

/** 2: equal; 1: one is part of the other; 0: neither. */
export function partyFit(a: readonly string[], b: readonly string[]): 0 | 1 | 2 {
  const shared = a.filter((c) => b.includes(c)).length;
  if (shared === a.length && shared === b.length) return 2;
  return shared > 0 && (shared === a.length || shared === b.length) ? 1 : 0;
}

export function placeFit(
  members: readonly Entry<MeetingItem>[],
  entry: Entry<MeetingItem>,
): "same" | "unknown" | "other" {
  const place = entry.item.place;
  if (place === null) return "unknown";
  let fit: "unknown" | "other" | null = null;
  for (const { item } of members) {
    if (item.place === null) continue;
    const own = comparePlaces(place, item.place);
    if (own === "same") return "same";
    if (own === "wide") fit = "unknown";
    else fit ??= "other";
  }
  return fit ?? "unknown";
}

/** Who hosts others without a place said meets them at home. */
export function homeFit(
  members: readonly Entry<MeetingItem>[],
  entry: Entry<MeetingItem>,
  { beforeHost }: MeetingWords,
): "same" | "unknown" | "other" {
  if (entry.item.place !== null || entry.item.representatives.length === 0) return "unknown";
  const before = beforeHost(entry.statement.quote);
  if (before === null) return "unknown";
  const hosts = entry.item.representatives.filter((r) => before.includes(surname(r.name)));
  const [host] = hosts;
  if (host === undefined || host.code === null || hosts.some((h) => h.code !== host.code)) return "unknown";
  const countries = members.flatMap((m) => m.item.place?.country ?? []);
  if (countries.length === 0) return "unknown";
  return countries.includes(host.code) ? "same" : "other";
}

export function levelFit(
  members: readonly Entry<MeetingItem>[],
  entry: Entry<MeetingItem>,
): "same" | "unknown" | "other" {
  if (entry.item.level === "unknown") return "unknown";
  if (members.some((m) => m.item.level === entry.item.level)) return "same";
  return members.every((m) => m.item.level === "unknown") ? "unknown" : "other";
}

/**
 * People exclude each other where both reports name somebody of one party and not the same: Lavrov meeting Kishida is not Lavrov
 * meeting Kono. Descriptions ("Russia defence minister") name nobody.
 */
export function peopleFit(
  members: readonly Entry<MeetingItem>[],
  entry: Entry<MeetingItem>,
): "same" | "unknown" | "other" {
  const mine = namedIn(entry.item);
  let shared = false;
  for (const { code } of mine) {
    let named = false;
    let met = false;
    for (const m of members)
      for (const r of namedIn(m.item)) {
        if (r.code !== code) continue;
        named = true;
        met ||= mine.some((own) => own.code === code && own.surname === r.surname);
      }
    if (named && !met) return "other";
    shared ||= met;
  }
  return shared ? "same" : "unknown";
}

interface Named {
  readonly code: string | null;
  readonly surname: string;
}

/** Who is named for whom. An item is held against many others in turn. */
const named = new WeakMap<MeetingItem, readonly Named[]>();
function namedIn(item: MeetingItem): readonly Named[] {
  let found = named.get(item);
  if (found === undefined) {
    found = item.representatives.flatMap(({ code, name }) =>
      isName(name) ? [{ code, surname: surname(name) }] : [],
    );
    named.set(item, found);
  }
  return found;
}

/** The last word of a name is written large. */
const isName = (name: string): boolean => /(^|[\s.-])\p{Lu}[\p{L}\p{M}'’]*$/u.test(name);

export function occasionFit(members: readonly Entry<MeetingItem>[], entry: Entry<MeetingItem>): boolean {
  const occasion = entry.item.occasion;
  return (
    occasion !== null &&
    members.some((m) => m.item.occasion !== null && fold(m.item.occasion) === fold(occasion))
  );
}

const surname = (name: string): string => fold(name).split(" ").at(-1) ?? "";

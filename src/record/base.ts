import type { Item, Precision } from "../reading/index.js";
import { isoDate } from "../text/index.js";
import { dayConflict, dayHeld, oneDay, placeConflict, placeOf } from "./accounts.js";
import { type Cluster, type Member, narrow } from "./cluster.js";
import { type Entry, saidOf, whatOf } from "./entry.js";
import type { Negotiation } from "./negotiation-types.js";
import { trackOfMost } from "./tracks.js";
import type { RecordBase, Report, When } from "./types.js";

/** The known part of a cluster, and what all kinds of line have. */
export interface Built<I extends Item> {
  readonly base: RecordBase;
  /** By known day, then id; the first founded the item. */
  readonly members: readonly Entry<I>[];
  /** The most precise member: what fields are taken from unless a member says otherwise. */
  readonly best: Entry<I>;
}

const certainties = ["certain", "probable", "possible", "uncommitted"] as const;

/** Turns the first `count` members of a cluster into the fields of a line. `id` is the line's. */
export function build<I extends Item>(
  id: string,
  cluster: Cluster<I>,
  count: number,
  negotiation: Negotiation,
  orphans: ReadonlyMap<string, string> = new Map(),
  asKnownOn = "9999-12-31",
): Built<I> {
  const visible = count === cluster.members.length ? cluster.members : cluster.members.slice(0, count);
  const members = visible.map((m) => m.entry);
  const best = narrowest(members);
  const orphaned = (id: string): string | null => {
    const day = orphans.get(id) ?? null;
    return day !== null && day <= asKnownOn ? day : null;
  };
  const reports = visible.map(({ entry, match }): Report => {
    const { statement } = entry;
    return {
      statement: statement.id,
      source: statement.source,
      publisher: statement.publisher,
      origin: entry.origin,
      known: statement.known,
      voice: voiceName(entry),
      orphaned: orphaned(statement.id),
      score: match.score,
      reason: match.reason,
    };
  });
  const { track, issues } = trackOfMost(members, negotiation);
  return {
    members,
    best,
    base: {
      id,
      track,
      issues,
      parties: members.length === 1 ? best.parties : [...new Set(members.flatMap((m) => m.parties))].sort(),
      what: whatOf(best.item),
      says: saidOf(best.item),
      when: whenOfCluster(visible, best),
      reports: reports as [Report, ...Report[]],
      outlets: [...new Set(members.map((m) => m.statement.publisher ?? "unnamed"))].sort(),
      independent: new Set(members.map((m) => m.origin)).size,
      known: members[0].statement.known,
      lastKnown: members[members.length - 1].statement.known,
      certainty: surest(members),
      quote: shownOf(members, best).statement.quote,
      reviewed: members.some((m) => m.accepted),
      withdrawn: reports.every((r) => r.orphaned !== null)
        ? reports.reduce((day, r) => ((r.orphaned ?? "") > day ? (r.orphaned ?? "") : day), "")
        : null,
    },
  };
}

/** The report whose words are shown: the most exact one, of those that say what the record shows where reports contradict. */
function shownOf<I extends Item>(members: readonly Entry<I>[], best: Entry<I>): Entry<I> {
  if (members.length < 2) return best;
  const day = dayConflict(members)?.chosen.value ?? null;
  const place = placeConflict(members, day)?.chosen.value ?? null;
  if (day === null && place === null) return best;
  const says = (m: Entry): boolean =>
    (day === null || oneDay(m) === day) && (place === null || placeOf(m) === place);
  return says(best) ? best : (members.find(says) ?? best);
}

/** The report that says its time most exactly, the first among equals. */
export function narrowest<E extends Entry>(members: readonly E[]): E {
  let best = members[0];
  let least = width(best);
  for (let i = 1; i < members.length && least > 0; i++) {
    const own = width(members[i]);
    if (own < least) [best, least] = [members[i], own];
  }
  return best;
}

/** The surest that any report is. */
export const surest = (members: readonly Entry[]): Entry["certainty"] =>
  certainties.find((c) => members.some((m) => m.certainty === c)) ?? "uncommitted";

const width = (e: Entry): number => (e.from === null || e.to === null ? 1e9 : e.to - e.from);

/** First and last day that reports leave possible, told without reading what they say; null where open. */
export interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
  /** The same as days since 1970, where no conflict was decided. */
  readonly from: number | null;
  readonly to: number | null;
  /** Days that exclude each other, in order, where no rule decides between them. */
  readonly among: readonly string[] | null;
  /** Day chosen between several that reports give. */
  readonly chosen: boolean;
}

const none: Bounds = { earliest: null, latest: null, from: null, to: null, among: null, chosen: false };

/** Days that all reports leave possible; where reports give different days, the one that the rules choose, or all of them. */
export function boundsOf(members: readonly Member[]): Bounds {
  const several = severalDays(members) ? members.map((m) => m.entry) : null;
  const conflict = several === null ? null : dayConflict(several);
  const held = several === null || conflict !== null ? null : dayHeld(several);
  if (held !== null) return { ...none, earliest: held, latest: held, chosen: true };
  if (conflict !== null) {
    const { value } = conflict.chosen;
    if (value !== null) return { ...none, earliest: value, latest: value, chosen: true };
    const days = conflict.accounts.map((a) => a.value).sort();
    return { ...none, earliest: days[0], latest: days[days.length - 1], among: days };
  }
  const [first] = members;
  const span = { from: first.entry.from, to: first.entry.to };
  for (const m of members) narrow(span, m.entry);
  const { from, to } = span;
  const earliest = from === null ? null : dateOf(from);
  const latest = to === null ? null : to === from ? earliest : dateOf(to);
  return { ...none, earliest, latest, from, to };
}

/** Whether two reports give a day each, and not the same. */
function severalDays(members: readonly Member[]): boolean {
  let first: number | null = null;
  for (const { entry } of members) {
    const { from } = entry;
    if (from === null || from !== entry.to || from === first) continue;
    if (first !== null) return true;
    first = from;
  }
  return false;
}

/** Days are few, and asked for of every cluster. */
const dates = new Map<number, string>();
function dateOf(day: number): string {
  let date = dates.get(day);
  if (date === undefined) {
    if (dates.size > 40_000) dates.clear();
    date = isoDate(day);
    dates.set(day, date);
  }
  return date;
}

/** The bounds in the words of the report that says it most exactly; as "one of" where reports give days that no rule decides between. */
function whenOfCluster(members: readonly Member[], best: Entry): When {
  const { earliest, latest, from, to, among, chosen } = boundsOf(members);
  if (chosen) return { earliest, latest, precision: "day", edtf: earliest };
  if (among !== null) return { earliest, latest, precision: "period", edtf: `[${among.join(",")}]` };
  const exact = members.find((m) => m.entry.from === from && m.entry.to === to);
  if (exact !== undefined)
    return { earliest, latest, precision: exact.entry.item.time.precision, edtf: exact.entry.item.time.edtf };
  const precision: Precision | null =
    earliest !== null && earliest === latest ? "day" : best.item.time.precision;
  return {
    earliest,
    latest,
    precision,
    edtf: earliest === latest ? earliest : `${earliest ?? ".."}/${latest ?? ".."}`,
  };
}

/** Whose word a report is: the speaker, the party, the ministry; else the outlet's. */
export function voiceName(entry: Entry): string {
  const { kind, speaker, party } = entry.statement.voice;
  if (kind === "outlet") return entry.statement.publisher ?? "the outlet";
  return speaker ?? (party === null ? kind : `${kind} (${party})`);
}

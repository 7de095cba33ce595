import { daysBetween } from "../text/index.js";
import { narrowest } from "./base.js";
import { compare } from "./entry.js";
import { standing } from "./meetings.js";
import type { Source } from "./pages.js";
import { daysOf, idOf, knownOf, type Shelf } from "./shelf.js";
import type { AsOf, LastMet, RecordMeeting } from "./types.js";

const levels = ["leader", "minister", "any"] as const;

/** Longest talks that are one meeting with a day to be named by. */
const SEASON = 92;

/** A meeting that took place, told from heads. */
interface Held {
  readonly shelf: Shelf;
  /** Reports of it that were known. */
  readonly reports: number;
  readonly parties: ReadonlySet<string>;
  readonly level: string;
  readonly count: number;
  readonly latest: string | null;
  /** Told of as so long that it is the frame of meetings whose days are not told. */
  readonly season: boolean;
  /** Its place in time. */
  readonly key: string;
}

/**
 * For every pair of negotiating parties: the last dated meeting held at each level, and how many undated ones are on record. Only
 * the lines that are named are made.
 */
export function lastMet(source: Source, asOf: AsOf): LastMet[] {
  const codes = source.book.negotiation.parties
    .filter((p) => p.role !== "third")
    .map((p) => p.code)
    .sort();
  const held = heldIn(source, asOf);
  const out: LastMet[] = [];
  for (let i = 0; i < codes.length; i++) {
    for (let j = i + 1; j < codes.length; j++) {
      const pair = [codes[i], codes[j]];
      const together = held.filter((m) => pair.every((p) => m.parties.has(p)));
      for (const level of levels) {
        const own = together.filter((m) => level === "any" || m.level === level);
        if (own.length > 0) out.push(lastOf(pair, level, own, source));
      }
    }
  }
  return out;
}

function heldIn({ book }: Source, asOf: AsOf): Held[] {
  const out: Held[] = [];
  for (const shelf of book.shelves("meeting")) {
    const n = knownOf(shelf, asOf.asKnownOn);
    if (n === 0) continue;
    const members = shelf.cluster.members.slice(0, n).map((m) => m.entry);
    const days = daysOf(shelf, n);
    if (standing(members, days, asOf)?.status !== "held") continue;
    const [, mode, count] = narrowest(members).mark.split("/");
    if (mode === "phone") continue;
    out.push({
      shelf,
      reports: n,
      parties: new Set(members.flatMap((m) => m.parties)),
      level: members.map((m) => m.mark.split("/")[3]).find((l) => l !== "unknown") ?? "unknown",
      count: Number(count),
      latest: days.latest,
      season:
        days.earliest !== null && days.latest !== null && daysBetween(days.earliest, days.latest) > SEASON,
      key: days.earliest ?? days.latest ?? members[0].statement.known,
    });
  }
  return out.sort((a, b) => compare(a.key, b.key) || compare(idOf(a.shelf), idOf(b.shelf)));
}

function lastOf(
  who: readonly string[],
  level: LastMet["level"],
  meetings: readonly Held[],
  source: Source,
): LastMet {
  let last: Held | null = null;
  let undated = 0;
  const counted: Held[] = [];
  for (const m of meetings) {
    if (m.latest === null || m.count > 1 || m.season) {
      undated += m.count;
      counted.push(m);
    } else if (last === null || m.latest > (last.latest as string)) last = m;
  }
  const line = last === null ? null : (source.lineOf(last.shelf) as RecordMeeting | null);
  const from = last === null ? counted : [last];
  return {
    who,
    level,
    meeting: line?.id ?? null,
    on: line?.when ?? null,
    place: line?.place ?? null,
    undated,
    statements: from.flatMap((m) =>
      m.shelf.cluster.members.slice(0, m.reports).map(({ entry }) => entry.statement.id),
    ),
  };
}

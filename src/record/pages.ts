import type { EventItem } from "../reading/index.js";
import { narrowest, surest } from "./base.js";
import { type Book, kinds } from "./book.js";
import { compare, type Entry } from "./entry.js";
import { datedByOccurrences, daysOf, idOf, knownOf, type Shelf } from "./shelf.js";
import { trackOfMost } from "./tracks.js";
import type { AsOf, Deed, Latest, RecordItem, SinceKind } from "./types.js";

/** What a view was read from, and how it makes the line of one cluster. */
export interface Source {
  readonly book: Book;
  lineOf(shelf: Shelf): RecordItem | null;
  /** Known reports that somebody turned something down, in the order they became known. */
  rejections(): readonly Entry<EventItem>[];
}

/** A line by its id. */
export function itemOf({ book, lineOf }: Source, id: string): RecordItem | null {
  const shelf = book.shelfOf(id);
  return shelf === null ? null : lineOf(shelf);
}

/** Statements of what was known of a line. */
export function statementsOf({ book }: Source, asKnownOn: string, id: string): string[] | null {
  const shelf = book.shelfOf(id);
  const n = shelf === null ? 0 : knownOf(shelf, asKnownOn);
  return shelf === null || n === 0
    ? null
    : shelf.cluster.members.slice(0, n).map((m) => m.entry.statement.id);
}

/** What a series of events is made from, told from heads: by kind of deed, without the words. In the order of the book. */
export function deedsOf({ book }: Source, { asKnownOn, about }: AsOf): Deed[] {
  const out: Deed[] = [];
  for (const shelf of book.shelves("event")) {
    const n = knownOf(shelf, asKnownOn);
    if (n === 0) continue;
    const { members } = shelf.cluster;
    const { earliest, latest: end } = daysOf(shelf, n);
    const known = members[0].entry.statement.known;
    const entries = members.slice(0, n).map((m) => m.entry);
    const [name, mode, status] = narrowest(entries).mark.split("/");
    if ((earliest ?? known) > about && status !== "scheduled") continue;
    out.push({
      id: idOf(shelf),
      when: { earliest, latest: end },
      known,
      track: trackOfMost(entries, book.negotiation).track,
      class: name as Deed["class"],
      mode: mode === "" ? null : mode,
      status,
      certainty: surest(entries),
    });
  }
  return out;
}

export const asked = (i: RecordItem, { party, issue, kinds: only }: Latest): boolean =>
  (party === undefined || i.parties.includes(party)) &&
  (issue === undefined || i.issues.includes(issue)) &&
  (only === undefined || only.includes(i.kind));

/** Last lines by time, then id: only what is shown is made, the rest is passed over by what its heads say. */
export function latest(
  { book, lineOf }: Source,
  asKnownOn: string,
  { count, party, issue, kinds: only }: Latest,
): RecordItem[] {
  const all: { readonly shelf: Shelf; readonly key: string }[] = [];
  for (const kind of kinds) {
    if (only !== undefined && !only.includes(kind)) continue;
    for (const shelf of book.shelves(kind)) {
      const n = knownOf(shelf, asKnownOn);
      if (n === 0) continue;
      const { members } = shelf.cluster;
      if (party !== undefined && !members.some((m, i) => i < n && m.entry.parties.includes(party))) continue;
      if (issue !== undefined && !members.some((m, i) => i < n && m.entry.issues.includes(issue))) continue;
      const { earliest, latest: end } = daysOf(shelf, n);
      const key = datedByOccurrences(shelf, n)
        ? (timeOf(lineOf(shelf)) ?? "")
        : (earliest ?? end ?? members[0].entry.statement.known);
      all.push({ shelf, key });
    }
  }
  all.sort((a, b) => compare(a.key, b.key));
  const out: RecordItem[] = [];
  for (let i = all.length; i > 0 && out.length < count; ) {
    // Those of one day are told apart by id: all of them are made.
    const { key } = all[i - 1];
    const day: RecordItem[] = [];
    for (; i > 0 && all[i - 1].key === key; i--) {
      const line = lineOf(all[i - 1].shelf);
      if (line !== null) day.push(line);
    }
    out.push(...day.sort((a, b) => compare(b.id, a.id)));
  }
  return out.slice(0, count).reverse();
}

/** Lines of a kind of which something is about, or where no day is told was said, on a day or after it, in the order of time. */
export function sinceDay(
  { book, lineOf }: Source,
  asKnownOn: string,
  kind: SinceKind,
  day: string,
): RecordItem[] {
  const out: RecordItem[] = [];
  for (const shelf of book.shelves(kind)) {
    const n = knownOf(shelf, asKnownOn);
    if (n === 0) continue;
    const last = daysOf(shelf, n).latest ?? shelf.cluster.members[n - 1].entry.statement.known;
    const line = last < day ? null : lineOf(shelf);
    if (line !== null) out.push(line);
  }
  return byTime(out);
}

const timeOf = (i: RecordItem | null): string | null =>
  i === null ? null : (i.when.earliest ?? i.when.latest ?? i.known);

/** In the order of time, then id. */
export function byTime<T extends RecordItem>(list: readonly T[]): T[] {
  return list
    .map((item): readonly [string, T] => [item.when.earliest ?? item.when.latest ?? item.known, item])
    .sort((a, b) => compare(a[0], b[0]) || compare(a[1].id, b[1].id))
    .map(([, item]) => item);
}

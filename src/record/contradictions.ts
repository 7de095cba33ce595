import { contentHash, dayNumber } from "../text/index.js";
import {
  type Account,
  accountsOf,
  type Choice,
  type Conflict,
  choose,
  correctionOf,
  dayConflict,
  deadlineOf,
  heldOf,
  oneDay,
  placeConflict,
  placeOf,
  polarityOf,
} from "./accounts.js";
import type { Book } from "./book.js";
import type { Entry } from "./entry.js";
import { comparePlaces } from "./places.js";
import { type Opposites, readouts } from "./readouts.js";
import type { RecordItem, RecordMeeting, RecordView } from "./types.js";
import { fold } from "./words.js";

/** Accounts that cannot all be true, side by side with their owners, and which of them the record shows by which rule. */
export interface Contradiction {
  readonly id: string;
  readonly kind: "dates" | "places" | "happened" | "deadlines" | "readouts";
  /** Lines of the record it lies in or between. */
  readonly items: readonly string[];
  readonly about: string;
  readonly accounts: readonly Account[];
  readonly chosen: Choice;
}

/** Days that two reports of one thing may lie apart when one of them has the wrong day. */
const NEAR = 3;
const sideBySide: Choice = {
  value: null,
  rule: "contradiction/side-by-side",
  why: "two parties' accounts stand side by side; none is taken for the other's",
};

/** All contradictions of a view, by their first line's time. */
export function contradictions(view: RecordView, book: Book, words: Opposites): Contradiction[] {
  const entries = (item: RecordItem): Entry[] => item.reports.flatMap((r) => book.entry(r.statement) ?? []);
  const out: Contradiction[] = [];
  for (const item of view.items) out.push(...within(item, entries(item)));
  out.push(...between(view.meetings, entries));
  for (const r of readouts(view, entries, words))
    out.push(make("readouts", r.items, r.about, r.accounts, sideBySide));
  return out;
}

function within(item: RecordItem, members: readonly Entry[]): Contradiction[] {
  if (members.length < 2) return [];
  const out: Contradiction[] = [];
  const add = (kind: Contradiction["kind"], conflict: Conflict | null): void => {
    if (conflict !== null) out.push(make(kind, [item.id], item.what, conflict.accounts, conflict.chosen));
  };
  const told = (value: (e: Entry) => string | null): Conflict | null => {
    const accounts = accountsOf(members, value);
    if (accounts.length < 2) return null;
    const sides = partiesOfAccounts(accounts, members);
    return {
      accounts,
      chosen: sides ? sideBySide : choose(accounts, item.when.earliest, correctionOf(members, value)),
    };
  };
  add("dates", dayConflict(members));
  if (item.kind === "meeting") {
    add("places", placeConflict(members, item.when.earliest));
    add("happened", told(heldOf));
  } else if (item.kind !== "assessment" && item.kind !== "position" && item.kind !== "quote") {
    const conflict = told(polarityOf);
    add(conflict?.chosen === sideBySide ? "readouts" : "happened", conflict);
  }
  if (item.kind === "proposal" || item.kind === "commitment") add("deadlines", told(deadlineOf));
  return out;
}

/** Whether each account is one party's own and no two are the same party's. */
function partiesOfAccounts(accounts: readonly Account[], members: readonly Entry[]): boolean {
  const byId = new Map(members.map((m) => [m.statement.id, m.statement.voice.party]));
  const sides = accounts.map((a) => new Set(a.statements.map((s) => byId.get(s) ?? null)));
  return (
    sides.every((s) => s.size === 1 && !s.has(null)) &&
    new Set(sides.map((s) => [...s][0])).size === accounts.length
  );
}

/** Two meetings on record that may be one: same parties and people, days or places that cannot both be right, no source with both. */
function between(meetings: readonly RecordMeeting[], entries: (i: RecordItem) => Entry[]): Contradiction[] {
  const out: Contradiction[] = [];
  const dated = meetings.filter(
    (m) => m.when.earliest !== null && m.when.earliest === m.when.latest && m.count === 1,
  );
  for (let i = 0; i < dated.length; i++) {
    const a = dated[i];
    for (let j = i + 1; j < dated.length; j++) {
      const b = dated[j];
      const apart = dayNumber(b.when.earliest as string) - dayNumber(a.when.earliest as string);
      if (apart > NEAR) break;
      if (!likeMeetings(a, b) || a.reports.some((r) => b.reports.some((s) => s.source === r.source)))
        continue;
      const placed =
        a.place !== null && b.place !== null
          ? comparePlaces({ name: a.place, country: a.country }, { name: b.place, country: b.country })
          : null;
      const samePlace = placed === "same";
      // A day apart in two places is travel; on one day two places, or in one place two days, is one account too many.
      const kind = apart === 0 ? (placed === "other" ? "places" : null) : samePlace ? "dates" : null;
      if (kind === null) continue;
      const members = [...entries(a), ...entries(b)];
      const accounts = accountsOf(members, kind === "places" ? placeOf : oneDay);
      if (accounts.length < 2) continue;
      out.push(
        make(
          kind,
          [a.id, b.id],
          `${a.what}; ${b.what}`,
          accounts,
          choose(accounts, a.when.earliest, correctionOf(members, kind === "places" ? placeOf : oneDay)),
        ),
      );
    }
  }
  return out;
}

function likeMeetings(a: RecordMeeting, b: RecordMeeting): boolean {
  const phone = (m: RecordMeeting): boolean => m.mode === "phone";
  if (phone(a) !== phone(b) || (a.mode === "visit") !== (b.mode === "visit")) return false;
  if (a.parties.join() !== b.parties.join() || a.level !== b.level) return false;
  // Where nobody is named, the same day and the same parties must do: a desk is asked, nothing is joined.
  if (a.representatives.length === 0 && b.representatives.length === 0) return true;
  const names = new Set(a.representatives.map(surname));
  return b.representatives.some((r) => names.has(surname(r)));
}

function make(
  kind: Contradiction["kind"],
  items: readonly string[],
  about: string,
  accounts: readonly Account[],
  chosen: Choice,
): Contradiction {
  const id = contentHash(
    `${kind}/${items.join()}/${accounts
      .map((a) => a.value)
      .sort()
      .join()}`,
  );
  return { id, kind, items, about, accounts, chosen };
}

const surname = (name: string): string => fold(name).split(" ").at(-1) ?? "";

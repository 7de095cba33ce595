import { contentHash, dayNumber } from "../text/index.js";
import { type Account, type Choice, choose } from "./accounts.js";
import type { Book } from "./book.js";
import { compare, type Entry } from "./entry.js";
import type { RecordAssessment, RecordItem, RecordMeeting, RecordView } from "./types.js";
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
/** Days after a meeting in which the parties' accounts of it appear. */
const READOUT = 7;

/** All contradictions of a view, by their first line's time. */
export function contradictions(view: RecordView, book: Book): Contradiction[] {
  const entries = (item: RecordItem): Entry[] =>
    item.reports.flatMap((r) => book.entries.get(r.statement) ?? []);
  const out: Contradiction[] = [];
  for (const item of view.items) out.push(...within(item, entries(item)));
  out.push(...between(view.meetings, entries), ...readouts(view.assessments, entries));
  return out;
}

function within(item: RecordItem, members: readonly Entry[]): Contradiction[] {
  if (members.length < 2) return [];
  const out: Contradiction[] = [];
  const add = (
    kind: Contradiction["kind"],
    value: (e: Entry) => string | null,
    differ: (a: string, b: string) => boolean,
  ): void => {
    const accounts = accountsOf(members, value);
    if (accounts.length < 2 || !accounts.some((a) => accounts.some((b) => differ(a.value, b.value)))) return;
    out.push(
      make(
        kind,
        [item.id],
        item.what,
        accounts,
        choose(accounts, item.when.earliest, correctionOf(members, value)),
      ),
    );
  };
  add("dates", oneDay, (a, b) => a !== b);
  if (item.kind === "meeting") {
    add("places", placeOf, (a, b) => !overlapping(a, b));
    add("happened", heldOf, (a, b) => a !== b);
  } else if (item.kind !== "assessment" && item.kind !== "position" && item.kind !== "quote") {
    add("happened", polarityOf, (a, b) => a !== b);
  }
  if (item.kind === "proposal" || item.kind === "commitment") add("deadlines", deadlineOf, (a, b) => a !== b);
  return out;
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
      const placed = a.place !== null && b.place !== null;
      const samePlace = placed && overlapping(a.place as string, b.place as string);
      // A day apart in two places is travel; on one day two places, or in one place two days, is one account too many.
      const kind = apart === 0 ? (placed && !samePlace ? "places" : null) : samePlace ? "dates" : null;
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
  if (a.parties.join() !== b.parties.join() || a.level === "unknown" || a.level !== b.level) return false;
  const names = new Set(a.representatives.map(surname));
  return b.representatives.some((r) => names.has(surname(r)));
}

/** Parties that judge the same talks in opposite ways within a week. */
function readouts(
  assessments: readonly RecordAssessment[],
  entries: (i: RecordItem) => Entry[],
): Contradiction[] {
  const good = new Set(["progressing", "positive"]);
  const bad = new Set(["stalled", "negative", "broken-off", "suspended"]);
  const voiced = assessments
    .map((a) => ({ a, members: entries(a), party: entries(a)[0]?.statement.voice.party ?? null }))
    .filter((x) => x.party !== null && (good.has(x.a.judgement) || bad.has(x.a.judgement)))
    .sort((x, y) => compare(x.a.known, y.a.known));
  const out: Contradiction[] = [];
  for (let i = 0; i < voiced.length; i++) {
    for (let j = i + 1; j < voiced.length; j++) {
      const [x, y] = [voiced[i], voiced[j]];
      if (dayNumber(y.a.known) - dayNumber(x.a.known) > READOUT) break;
      if (
        x.party === y.party ||
        x.a.track !== y.a.track ||
        good.has(x.a.judgement) === good.has(y.a.judgement)
      )
        continue;
      const accounts = [x, y].map(
        ({ a, members, party }): Account => ({
          ...accountOf(`${party}: ${a.judgement}`, members),
          owners: [party as string],
        }),
      );
      const why = "two parties' accounts stand side by side; none is taken for the other's";
      out.push(
        make("readouts", [x.a.id, y.a.id], `${x.a.what}; ${y.a.what}`, accounts, {
          value: null,
          rule: "contradiction/open",
          why,
        }),
      );
    }
  }
  return out;
}

function accountsOf(members: readonly Entry[], value: (e: Entry) => string | null): Account[] {
  const groups = new Map<string, Entry[]>();
  for (const m of members) {
    const v = value(m);
    if (v === null) continue;
    const key = [...groups.keys()].find((k) => k === v || fold(k) === fold(v)) ?? v;
    groups.set(key, [...(groups.get(key) ?? []), m]);
  }
  return [...groups].map(([v, list]) => accountOf(v, list));
}

function accountOf(value: string, members: readonly Entry[]): Account {
  const known = members.map((m) => m.statement.known).sort();
  const owner = ({ statement: { voice, publisher } }: Entry): string =>
    voice.kind === "outlet"
      ? (publisher ?? "an unnamed outlet")
      : (voice.speaker ?? voice.party ?? publisher ?? "unnamed");
  return {
    value,
    owners: [...new Set(members.map(owner))].sort(),
    origins: [...new Set(members.map((m) => m.origin))].sort(),
    statements: members.map((m) => m.statement.id),
    known: known[0],
    lastKnown: known[known.length - 1],
  };
}

/** Value that an outlet gives in its own voice in a later version or a later report where it gave another one before, or null. */
function correctionOf(members: readonly Entry[], value: (e: Entry) => string | null): string | null {
  const said = new Map<string, string>();
  let out: string | null = null;
  for (const m of [...members].sort((a, b) => compare(a.statement.known, b.statement.known))) {
    const v = value(m);
    if (v === null || m.statement.voice.kind !== "outlet") continue;
    const who = m.statement.publisher ?? m.statement.source;
    const before = said.get(who);
    if (before !== undefined && before !== v) out = v;
    said.set(who, v);
  }
  return out;
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

const oneDay = (e: Entry): string | null => {
  const { earliest, latest } = e.item.time;
  return earliest !== null && earliest === latest ? earliest : null;
};
const placeOf = (e: Entry): string | null =>
  e.item.kind === "meeting" ? (e.item.place?.name ?? null) : null;
const heldOf = (e: Entry): string | null => {
  if (e.item.kind !== "meeting") return null;
  const passed = e.item.time.latest !== null && e.statement.known >= e.item.time.latest;
  return e.item.status === "held" ? "held" : e.item.status === "cancelled" && passed ? "cancelled" : null;
};
const polarityOf = (e: Entry): string | null => {
  const { polarity, status } = e.item.factuality;
  if (status === "denied" || (status === "negated" && polarity === "negative")) return "denied";
  return status === "happened" && polarity === "positive" ? "happened" : null;
};
const deadlineOf = (e: Entry): string | null =>
  e.item.kind === "proposal" || e.item.kind === "commitment" ? (e.item.deadline?.latest ?? null) : null;

function overlapping(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)];
  return x.includes(y) || y.includes(x);
}

const surname = (name: string): string => fold(name).split(" ").at(-1) ?? "";

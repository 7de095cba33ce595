import type { Place } from "../reading/index.js";
import { isoDate } from "../text/index.js";
import { compare, type Entry } from "./entry.js";
import { comparePlaces } from "./places.js";
import { fold } from "./words.js";

/** One version of a fact: who gives it, and when they said so. */
export interface Account {
  readonly value: string;
  /** Outlets or speakers it belongs to, sorted. */
  readonly owners: readonly string[];
  /** Origins, copies counted once. */
  readonly origins: readonly string[];
  readonly statements: readonly string[];
  /** Days it was said, first and last. */
  readonly known: string;
  readonly lastKnown: string;
}

export interface Choice {
  /** Value shown in the record, or null where no rule decides. */
  readonly value: string | null;
  readonly rule:
    | "contradiction/correction"
    | "contradiction/more-independent"
    | "contradiction/nearer"
    | "contradiction/open"
    | "contradiction/side-by-side";
  readonly why: string;
}

/**
 * Which of several accounts the record shows: what a source corrected itself to; else what more independent sources say; else what
 * was said nearer to the day it is about. Where none decides, all stand side by side and none is chosen.
 */
export function choose(accounts: readonly Account[], day: string | null, corrected: string | null): Choice {
  if (corrected !== null && accounts.some((a) => a.value === corrected))
    return {
      value: corrected,
      rule: "contradiction/correction",
      why: "the outlet that said otherwise says so later",
    };
  const count = (a: Account): number => a.origins.length;
  const most = Math.max(...accounts.map(count));
  const leading = accounts.filter((a) => count(a) === most);
  if (leading.length === 1)
    return {
      value: leading[0].value,
      rule: "contradiction/more-independent",
      why: `${most} independent source${most === 1 ? "" : "s"} against ${accounts
        .filter((a) => a !== leading[0])
        .map(count)
        .join(" and ")}`,
    };
  if (day !== null) {
    const first = leading
      .filter((a) => a.known >= day)
      .map((a) => a.known)
      .sort()[0];
    const nearest = leading.filter((a) => a.known === first);
    if (first !== undefined && nearest.length === 1)
      return {
        value: nearest[0].value,
        rule: "contradiction/nearer",
        why: `said first after the day, on ${first}`,
      };
  }
  return {
    value: null,
    rule: "contradiction/open",
    why: "as many independent sources on each side, none nearer",
  };
}

/** Accounts of one fact, as far as members give it; a value and its other spelling are one account. */
export function accountsOf(members: readonly Entry[], value: (e: Entry) => string | null): Account[] {
  const groups = new Map<string, Entry[]>();
  for (const m of members) {
    const v = value(m);
    if (v === null) continue;
    const own = groups.get(v) ?? otherSpelling(groups, v);
    if (own === undefined) groups.set(v, [m]);
    else own.push(m);
  }
  return [...groups].map(([v, list]) => accountOf(v, list));
}

function otherSpelling<T>(groups: ReadonlyMap<string, T>, value: string): T | undefined {
  if (groups.size === 0) return undefined;
  const folded = fold(value);
  for (const [v, own] of groups) if (fold(v) === folded) return own;
  return undefined;
}

export function accountOf(value: string, members: readonly Entry[]): Account {
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

/** Value that a later version of an article gives, or an outlet in its own voice in a later report, where another was given before. */
export function correctionOf(members: readonly Entry[], value: (e: Entry) => string | null): string | null {
  const said = new Map<string, string>();
  const versions = new Map<string, { readonly document: string; readonly value: string }>();
  let out: string | null = null;
  for (const m of [...members].sort((a, b) => compare(a.statement.known, b.statement.known))) {
    const v = value(m);
    if (v === null) continue;
    const { voice, publisher, source, document } = m.statement;
    const older = versions.get(source);
    if (older !== undefined && older.document !== document && older.value !== v) out = v;
    versions.set(source, { document, value: v });
    if (voice.kind !== "outlet") continue;
    const who = publisher ?? source;
    const before = said.get(who);
    if (before !== undefined && before !== v) out = v;
    said.set(who, v);
  }
  return out;
}

/** The day a report gives, where it gives one. Deeds other than meetings are often dated by the report itself: that is no account. */
export const oneDay = (e: Entry): string | null => {
  if (e.from === null || e.from !== e.to) return null;
  const day = isoDate(e.from);
  return e.kind !== "meeting" && day === e.statement.known ? null : day;
};
/** Where a report puts a meeting. */
export const placeOf = (e: Entry): string | null =>
  e.item.kind === "meeting" ? (e.item.place?.name ?? null) : null;
export const heldOf = (e: Entry): string | null => {
  if (e.item.kind !== "meeting") return null;
  const passed = e.item.time.latest !== null && e.statement.known >= e.item.time.latest;
  return e.item.status === "held" ? "held" : e.item.status === "cancelled" && passed ? "cancelled" : null;
};
export const polarityOf = (e: Entry): string | null => {
  const { polarity, status } = e.item.factuality;
  if (status === "denied" || (status === "negated" && polarity === "negative")) return "denied";
  return status === "happened" && polarity === "positive" ? "happened" : null;
};
export const deadlineOf = (e: Entry): string | null =>
  e.item.kind === "proposal" || e.item.kind === "commitment" ? (e.item.deadline?.latest ?? null) : null;

/** Members whose account of day and place counts: once a meeting was held, what was planned before is no account of it. */
export function tellers(members: readonly Entry[]): readonly Entry[] {
  const held = members.filter((m) => m.kind === "meeting" && m.mark.startsWith("held/"));
  return held.length > 0 ? held : members;
}

/** Accounts of one fact that cannot all be true, and the choice between them; null where they agree. */
export interface Conflict {
  readonly accounts: readonly Account[];
  readonly chosen: Choice;
}

/** Which day the record shows where reports of one thing give several. */
export function dayConflict(members: readonly Entry[]): Conflict | null {
  // Most lines: no two days, and nothing of the reports need be read.
  const dated = members.find((m) => m.from !== null && m.from === m.to);
  if (
    dated === undefined ||
    members.every((m) => m.from !== m.to || m.from === null || m.from === dated.from)
  )
    return null;
  const telling = tellers(members);
  const accounts = accountsOf(telling, oneDay);
  if (accounts.length < 2) return null;
  const first = accounts.map((a) => a.value).sort()[0];
  return { accounts, chosen: choose(accounts, first, correctionOf(telling, oneDay)) };
}

/** The day on which a meeting was held, as all reports of it tell it that were not plans; null where they are all of one kind. */
export function dayHeld(members: readonly Entry[]): string | null {
  const telling = tellers(members);
  if (telling.length === members.length) return null;
  const accounts = accountsOf(telling, oneDay);
  return accounts.length === 1 ? accounts[0].value : null;
}

/** Which place the record shows where reports of one meeting give several; a country excludes no town in it. */
export function placeConflict(members: readonly Entry[], day: string | null): Conflict | null {
  if (members.length < 2 || members[0].kind !== "meeting") return null;
  const telling = tellers(members);
  const accounts = accountsOf(telling, placeOf);
  if (accounts.length < 2) return null;
  const placeNamed = (name: string): Place | null => {
    const found = telling.find((m) => placeOf(m) === name);
    return found?.item.kind === "meeting" ? found.item.place : null;
  };
  const places = accounts.flatMap((a) => placeNamed(a.value) ?? []);
  if (!places.some((a) => places.some((b) => comparePlaces(a, b) === "other"))) return null;
  return { accounts, chosen: choose(accounts, day, correctionOf(telling, placeOf)) };
}

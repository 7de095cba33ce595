import { activeJudgements, type Judgement, type Ledger, type Statement } from "../ledger/index.js";
import type { Item, ItemKind } from "../reading/index.js";
import { canonicalJson, dayNumber } from "../text/index.js";
import type { Negotiation } from "./negotiation-types.js";
import { actorCodes, concerns, type Selection, selectionOf } from "./select.js";
import type { AsOf, ViewOptions, When } from "./types.js";
import type { RecordWords } from "./words.js";

/** A statement made ready for matching: corrected, with its days as numbers and the content of its words. */
export interface Entry<I extends Item = Item> {
  readonly statement: Statement;
  readonly item: I;
  /** Parties of the negotiation among its actors, successors for historical states, sorted. */
  readonly parties: readonly string[];
  /** Days since 1970, null where open or not stated. */
  readonly from: number | null;
  readonly to: number | null;
  readonly words: ReadonlySet<string>;
  readonly accepted: boolean;
}

/** What people decided, by statement. */
export interface Rulings {
  readonly rejected: ReadonlySet<string>;
  readonly accepted: ReadonlySet<string>;
  readonly corrections: ReadonlyMap<string, readonly Judgement[]>;
  /** Statement to the representative of the statements it was merged with. */
  readonly merged: ReadonlyMap<string, string>;
  /** Statement to the statements it must not be joined with. */
  readonly split: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Statements that count for (negotiation, as known on), ready and in a fixed order: most precise first, then by known day. Later
 * judgements override earlier ones; judgements count whenever they were made, unless `recordedBy` excludes them.
 */
export function prepare(
  ledger: Ledger,
  negotiation: Negotiation,
  asOf: AsOf,
  words: RecordWords,
  options: ViewOptions,
): {
  readonly entries: readonly Entry[];
  readonly rulings: Rulings;
} {
  const { recordedBy } = options;
  const visible = (recorded: string): boolean => recordedBy === undefined || recorded <= recordedBy;
  const rulings = rulingsOf(ledger.judgements.filter((j) => visible(j.when)));
  const known = new Map<string, Statement>();
  for (const s of ledger.statements) {
    if (s.known <= asOf.asKnownOn && visible(s.recorded) && !rulings.rejected.has(s.id)) known.set(s.id, s);
  }
  const statements = [...known.values()].map((s) => corrected(s, rulings));
  const selection = selectionOf(ledger.versions, statements, negotiation, words);
  const entries = statements
    .filter((s) => concerns(s, selection))
    .map((s) => entryOf(s, selection, words, rulings));
  return { entries: entries.sort(byPrecision), rulings };
}

/** Entries of one kind, in the order given. */
export function ofKind<K extends ItemKind>(
  entries: readonly Entry[],
  kind: K,
): Entry<Extract<Item, { kind: K }>>[] {
  return entries.filter((e) => e.item.kind === kind) as Entry<Extract<Item, { kind: K }>>[];
}

export function whenOf(item: Item): When {
  const { earliest, latest, precision, edtf } = item.time;
  return { earliest, latest, precision, edtf };
}

function entryOf(statement: Statement, selection: Selection, words: RecordWords, rulings: Rulings): Entry {
  const { item } = statement;
  const codes = actorCodes(item)
    .map((c) => words.successor(c))
    .filter((c) => selection.parties.has(c));
  return {
    statement,
    item,
    parties: [...new Set(codes)].sort(),
    from: item.time.earliest === null ? null : dayNumber(item.time.earliest),
    to: item.time.latest === null ? null : dayNumber(item.time.latest),
    words: words.content(whatOf(item)),
    accepted: rulings.accepted.has(statement.id),
  };
}

/** The words that say what an item is about, for matching and for show. */
export function whatOf(item: Item): string {
  switch (item.kind) {
    case "agreement":
      return item.instrument === null ? item.what : `${item.instrument} ${item.what}`;
    case "position":
      return `${item.issue} ${item.stance}`;
    case "linkage":
      return `${item.issue} ${item.to}`;
    case "quote":
      return item.text;
    case "event":
      return [item.class, item.mode ?? ""].join(" ");
    case "anniversary":
      return `${item.years} years`;
    default:
      return item.what;
  }
}

function rulingsOf(judgements: readonly Judgement[]): Rulings {
  const rejected = new Set<string>();
  const accepted = new Set<string>();
  const corrections = new Map<string, Judgement[]>();
  const merged = new Map<string, string>();
  const split = new Map<string, Set<string>>();
  for (const j of activeJudgements(judgements)) {
    const d = j.decision;
    if (d.type === "accept") {
      accepted.add(d.statement);
      rejected.delete(d.statement);
    } else if (d.type === "reject") {
      rejected.add(d.statement);
      accepted.delete(d.statement);
    } else if (d.type === "correct") {
      accepted.add(d.statement);
      corrections.set(d.statement, [...(corrections.get(d.statement) ?? []), j]);
    } else if (d.type === "merge") {
      const root = [...d.statements].map((s) => merged.get(s) ?? s).sort()[0];
      const old = new Set(d.statements.map((s) => merged.get(s) ?? s));
      for (const [s, r] of merged) if (old.has(r)) merged.set(s, root);
      for (const s of d.statements) {
        merged.set(s, root);
        for (const t of d.statements) split.get(s)?.delete(t);
      }
    } else if (d.type === "split") {
      for (const s of d.statements) {
        merged.delete(s);
        const apart = split.get(s) ?? new Set<string>();
        for (const t of d.statements) if (t !== s) apart.add(t);
        split.set(s, apart);
      }
    }
  }
  return { rejected, accepted, corrections, merged, split };
}

/** The statement with the fields that people corrected; what was read stays in the ledger. */
function corrected(statement: Statement, rulings: Rulings): Statement {
  const corrections = rulings.corrections.get(statement.id);
  if (corrections === undefined) return statement;
  const item = JSON.parse(canonicalJson(statement.item)) as Record<string, unknown>;
  for (const { decision } of corrections) {
    if (decision.type !== "correct") continue;
    const path = decision.field.split(".");
    let at = item;
    for (const key of path.slice(0, -1)) {
      if (at[key] === null || typeof at[key] !== "object") at[key] = {};
      at = at[key] as Record<string, unknown>;
    }
    at[path[path.length - 1]] = decision.value;
  }
  const fixed = item as unknown as Item;
  return { ...statement, item: fixed, time: fixed.time, factuality: fixed.factuality };
}

function byPrecision(a: Entry, b: Entry): number {
  return (
    width(a) - width(b) ||
    compare(a.statement.known, b.statement.known) ||
    compare(a.statement.id, b.statement.id)
  );
}

const width = (e: Entry): number => (e.from === null || e.to === null ? 1e9 : e.to - e.from);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

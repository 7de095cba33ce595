import type { Statement } from "../ledger/index.js";
import type { Item, ItemKind } from "../reading/index.js";
import { type DocumentId, dayNumber, type IsoDate } from "../text/index.js";
import type { When } from "./types.js";

/** What the record keeps of a statement beside its item: whose word, where it stands, what to show. */
export interface EntryStatement {
  readonly id: string;
  readonly document: DocumentId;
  readonly source: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly known: IsoDate;
  readonly published: IsoDate | null;
  readonly voice: {
    readonly kind: Statement["voice"]["kind"];
    readonly speaker: string | null;
    readonly party: string | null;
  };
  /** First words of evidence and their place. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** A statement made ready for matching: corrected, sorted to a track, with its days as numbers and the content of its words. */
export interface Entry<I extends Item = Item> {
  readonly statement: EntryStatement;
  readonly item: I;
  /** Parties of the negotiation among its actors, successors for historical states, sorted. */
  readonly parties: readonly string[];
  /** Days since 1970, null where open or not stated. */
  readonly from: number | null;
  readonly to: number | null;
  readonly words: ReadonlySet<string>;
  readonly track: string;
  readonly issues: readonly string[];
  readonly accepted: boolean;
  /** Statements of earlier readings that this one stands for: what people decided about them holds for it. */
  readonly aliases: readonly string[];
  /** Outlet whose words these are: that of the first of the near-copies, else its own. */
  readonly origin: string;
}

/** An entry as a store keeps it: what concerns one negotiation, derived and disposable. */
export interface EntryRow {
  readonly negotiation: string;
  readonly statement: string;
  readonly document: DocumentId;
  readonly known: IsoDate;
  readonly kind: ItemKind;
  readonly body: string;
}

/** What a document says of itself, for its entries. */
export interface EntryDocument {
  readonly source: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly published: IsoDate | null;
  /** Near-copies: outlet of the first of them; null where it has none. */
  readonly origin: string | null;
}

interface Body {
  readonly i: Item;
  readonly q: string;
  readonly s: number;
  readonly e: number;
  readonly v: readonly [Statement["voice"]["kind"], string | null, string | null];
  readonly p: readonly string[];
  readonly w: string;
  readonly t: string;
  readonly x?: readonly string[];
  readonly a?: 1;
  readonly l?: readonly string[];
}

/** What a line is never made from: places in the text, rules, entity numbers. They stay in the ledger. */
const dropped = new Set([
  "id",
  "evidence",
  "trigger",
  "sentences",
  "words",
  "cues",
  "cue",
  "origin",
  "voice",
  "basis",
  "entity",
  "rule",
  "content",
  "refersTo",
  "contexts",
]);

function slim(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(slim);
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    if (!dropped.has(key)) out[key] = slim((value as Record<string, unknown>)[key]);
  }
  return out;
}

export function rowOf(
  statement: Statement,
  negotiation: string,
  parts: {
    readonly parties: readonly string[];
    readonly words: ReadonlySet<string>;
    readonly track: string;
    readonly issues: readonly string[];
    readonly accepted: boolean;
    readonly aliases: readonly string[];
  },
): EntryRow {
  const { item, voice, evidence } = statement;
  const { span, quote } = evidence[0];
  const body: Body = {
    i: slim(item) as Item,
    q: quote,
    s: span.start,
    e: span.end,
    v: [voice.kind, voice.speaker, voice.party],
    p: parts.parties,
    w: [...parts.words].join(" "),
    t: parts.track,
    ...(parts.issues.length > 0 ? { x: parts.issues } : {}),
    ...(parts.accepted ? { a: 1 } : {}),
    ...(parts.aliases.length > 0 ? { l: parts.aliases } : {}),
  };
  return {
    negotiation,
    statement: statement.id,
    document: statement.document,
    known: statement.known,
    kind: item.kind,
    body: JSON.stringify(body),
  };
}

const none: readonly string[] = [];

/** Reads a row back. Words are made into a set only when something is matched with them. */
export function entryOf(row: EntryRow, document: EntryDocument): Entry {
  const b = JSON.parse(row.body) as Body;
  const { time } = b.i;
  const { source, publisher, title, published, origin } = document;
  return new LazyEntry(
    {
      id: row.statement,
      document: row.document,
      source,
      publisher,
      title,
      known: row.known,
      published,
      voice: { kind: b.v[0], speaker: b.v[1], party: b.v[2] },
      quote: b.q,
      start: b.s,
      end: b.e,
    },
    b.i,
    b.p,
    time.earliest === null ? null : dayNumber(time.earliest),
    time.latest === null ? null : dayNumber(time.latest),
    b.w,
    b.t,
    b.x ?? none,
    b.a === 1,
    b.l ?? none,
    origin ?? publisher ?? source,
  );
}

class LazyEntry implements Entry {
  #set: ReadonlySet<string> | null = null;
  constructor(
    readonly statement: EntryStatement,
    readonly item: Item,
    readonly parties: readonly string[],
    readonly from: number | null,
    readonly to: number | null,
    private readonly text: string,
    readonly track: string,
    readonly issues: readonly string[],
    readonly accepted: boolean,
    readonly aliases: readonly string[],
    readonly origin: string,
  ) {}
  forget(): void {
    this.#set = null;
  }
  get words(): ReadonlySet<string> {
    this.#set ??= new Set(this.text === "" ? [] : this.text.split(" "));
    return this.#set;
  }
}

/** Drops what was made of an entry's words; it is made again when asked for. */
export function forgetWords(entry: Entry): void {
  if (entry instanceof LazyEntry) entry.forget();
}

/** The entry with names that people decided are one written as that one: only what is matched and shown, never the ledger. */
export function renamed(entry: Entry, names: ReadonlyMap<string, string>): Entry {
  const touched = (value: unknown): boolean => {
    if (typeof value === "string") return names.has(value);
    return value !== null && typeof value === "object" && Object.values(value).some(touched);
  };
  if (!touched(entry.item) && !names.has(entry.statement.voice.speaker ?? "")) return entry;
  const write = (value: unknown, key: string): unknown => {
    if (typeof value === "string")
      return key === "name" || key === "instrument" ? (names.get(value) ?? value) : value;
    if (Array.isArray(value)) return value.map((v) => write(v, key));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, write(v, k)]));
  };
  const { voice } = entry.statement;
  const speaker = voice.speaker === null ? null : (names.get(voice.speaker) ?? voice.speaker);
  const { parties, from, to, words, track, issues, accepted, aliases, origin } = entry;
  return {
    statement: { ...entry.statement, voice: { ...voice, speaker } },
    item: write(entry.item, "") as Item,
    parties,
    from,
    to,
    words,
    track,
    issues,
    accepted,
    aliases,
    origin,
  };
}

/** The order in which things became known; every decision about an entry rests on those before it. */
export function byKnown(a: Entry, b: Entry): number {
  return compare(a.statement.known, b.statement.known) || compare(a.statement.id, b.statement.id);
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

export function whenOf(item: Item): When {
  const { earliest, latest, precision, edtf } = item.time;
  return { earliest, latest, precision, edtf };
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

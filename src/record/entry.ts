import type { Statement } from "../ledger/index.js";
import type { Item } from "../reading/index.js";
import type { DocumentId, IsoDate } from "../text/index.js";
import { markOf } from "./marks.js";
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
  readonly kind: I["kind"];
  readonly certainty: Statement["factuality"]["certainty"];
  readonly statement: EntryStatement;
  readonly item: I;
  /** Parties of the negotiation among its actors, successors for historical states, sorted. */
  readonly parties: readonly string[];
  /** Days since 1970, null where open or not stated. */
  readonly from: number | null;
  readonly to: number | null;
  /** Day it became known, since 1970. */
  readonly day: number;
  readonly words: ReadonlySet<string>;
  readonly track: string;
  readonly issues: readonly string[];
  readonly accepted: boolean;
  /** What a verdict asks of the item (`markOf`): told without reading it. */
  readonly mark: string;
  /** Statements of earlier readings that this one stands for: what people decided about them holds for it. */
  readonly aliases: readonly string[];
  /** Outlet whose words these are: that of the first of the near-copies, else its own. */
  readonly origin: string;
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
  const { kind, certainty, parties, from, to, day, words, track, issues, accepted, aliases, origin } = entry;
  const item = write(entry.item, "") as Item;
  const { id, document, source, publisher, title, known, published, quote, start, end } = entry.statement;
  return {
    kind,
    certainty,
    statement: {
      id,
      document,
      source,
      publisher,
      title,
      known,
      published,
      voice: { ...voice, speaker },
      quote,
      start,
      end,
    },
    item,
    parties,
    from,
    to,
    day,
    words,
    track,
    issues,
    accepted,
    mark: markOf(item),
    aliases,
    origin,
  };
}

/** The order in which things became known; every decision about an entry rests on those before it. */
export function byKnown(a: Entry, b: Entry): number {
  return compare(a.statement.known, b.statement.known) || compare(a.statement.id, b.statement.id);
}

/** One clause, without its date, that says of an item who does what, for lines that stand by themselves. */
export function saidOf(item: Item): string {
  const what = whatOf(item);
  switch (item.kind) {
    case "position":
      return `${item.holder.name} ${item.move}: ${item.stance}`;
    case "linkage":
      return `${item.by.name} ties ${item.issue} to ${item.to}`;
    case "proposal":
    case "commitment":
    case "measure":
      return by(item.by, what);
    case "agreement":
      return by(item.parties, item.instrument ?? what);
    case "event": {
      const to = item.recipients.length === 0 ? "" : ` to ${listed(item.recipients)}`;
      return by(item.actors, `${what.trim().toLowerCase()}${to}`);
    }
    default:
      return what;
  }
}

const listed = (actors: readonly { readonly name: string }[]): string => actors.map((a) => a.name).join(", ");

const by = (actors: readonly { readonly name: string }[], what: string): string =>
  actors.length === 0 ? what : `${listed(actors)}: ${what}`;

/** The words that say what an item is about, for matching. */
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

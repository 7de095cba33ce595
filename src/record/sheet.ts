import type { DocumentVersion, Statement } from "../ledger/index.js";
import type { Item, ItemKind } from "../reading/index.js";
import { type DocumentId, dayNumber, type IsoDate } from "../text/index.js";
import type { Place, Placed } from "./book.js";
import { compare, type Entry, type EntryStatement } from "./entry.js";
import { markOf } from "./marks.js";

/**
 * What one negotiation gets from one document on one day, packed as a store keeps it: derived and disposable. The first line of
 * `body` holds the document's facts and the small fields of all entries; each further line holds one entry's item, quote and words,
 * and is read only when something asks for them.
 */
export interface Sheet {
  readonly negotiation: string;
  readonly document: DocumentId;
  readonly known: IsoDate;
  readonly body: string;
}

/** Reads the body of a sheet again, where the first line may be left out; an error where it is no longer the one that the head was read from. */
export type BodyAgain = () => string;

/** A sheet with what may change about it: places of its entries (`packPlaces`), and the outlet of the first of its near-copies. */
export interface PlacedSheet extends Sheet {
  /** Where given, `body` may be its first line alone: the others are read when asked for, and can be dropped. */
  readonly again?: BodyAgain;
  readonly places: string | null;
  readonly origin: string | null;
}

/** One entry as plain data, for comparing what is derived. */
export interface ShelvedRow {
  readonly negotiation: string;
  readonly statement: string;
  readonly document: DocumentId;
  readonly known: IsoDate;
  readonly kind: ItemKind;
  readonly source: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly published: IsoDate | null;
  readonly origin: string | null;
  readonly body: string;
  readonly place: Omit<Place, "statement" | "document"> | null;
}

/** A statement with what sorting it to the negotiation found. */
export interface Sorted {
  readonly statement: Statement;
  readonly parties: readonly string[];
  readonly words: ReadonlySet<string>;
  readonly track: string;
  readonly issues: readonly string[];
  readonly accepted: boolean;
  readonly aliases: readonly string[];
}

/**
 * Statement, then places in the table of shared values: kind, voice, parties, track, issues, aliases, certainty; then plain fields;
 * `mark` is what a verdict asks of an item (`markOf`).
 */
type Light = readonly [
  statement: string,
  kind: number,
  voice: number,
  parties: number,
  track: number,
  issues: number,
  aliases: number,
  certainty: number,
  start: number,
  end: number,
  from: number | null,
  to: number | null,
  accepted: 0 | 1,
  mark: number,
];

interface Head {
  readonly s: string;
  readonly p: string | null;
  readonly t: string | null;
  readonly d: IsoDate | null;
  /** Values that entries share. */
  readonly v: readonly unknown[];
  readonly e: readonly Light[];
}

type Detail = readonly [item: Item, quote: string, words: string];

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

/** Keys kept of an object, in their order, with what is written before each. */
type Shape = readonly (readonly [key: string, before: string])[];

/** Objects by the keys they have, key after key: there are few such sets, and they are met again and again. */
class Keys {
  readonly next = new Map<string, Keys>();
  #shape: Shape | null = null;
  constructor(private readonly path: readonly string[]) {}
  after(key: string): Keys {
    let next = this.next.get(key);
    if (next === undefined) {
      next = new Keys([...this.path, key]);
      this.next.set(key, next);
    }
    return next;
  }
  get shape(): Shape {
    this.#shape ??= this.path
      .filter((key) => !dropped.has(key))
      .sort()
      .map((key, i) => [key, `${i === 0 ? "" : ","}${JSON.stringify(key)}:`] as const);
    return this.#shape;
  }
}
const keys = new Keys([]);

function shapeOf(value: object): Shape {
  let at = keys;
  for (const key in value) at = at.after(key);
  return at.shape;
}

/** Needs no escapes in JSON. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** JSON of what a line is made from, keys in order: the same whatever order they came in. */
function slim(value: unknown): string {
  if (typeof value === "string") return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return value.length === 0 ? "[]" : `[${value.map(slim).join()}]`;
  let out = "{";
  for (const [key, before] of shapeOf(value)) {
    const own = (value as Record<string, unknown>)[key];
    // A field that is not there: JSON knows only those that are.
    if (own === undefined) return slim(JSON.parse(JSON.stringify(value)));
    out += before + slim(own);
  }
  return `${out}}`;
}

/** Packs entries of one document known from one day on, by statement. */
export function sheetOf(
  { document, source }: DocumentVersion,
  negotiation: string,
  known: IsoDate,
  list: readonly Sorted[],
): Sheet {
  const shared: unknown[] = [];
  const numbers = new Map<string, number>();
  const number = (value: unknown, key: string): number => {
    let n = numbers.get(key);
    if (n === undefined) {
      n = shared.push(value) - 1;
      numbers.set(key, n);
    }
    return n;
  };
  const text = (value: string): number => number(value, value);
  // No text of a list or voice begins as these keys do.
  const texts = (value: readonly string[]): number => number(value, `\u0001${value.join("\u0001")}`);
  const day = (date: IsoDate | null): number | null => (date === null ? null : dayNumber(date));
  const lights: Light[] = [];
  const lines: string[] = [];
  for (const { statement, parties, words, track, issues, accepted, aliases } of [...list].sort((a, b) =>
    compare(a.statement.id, b.statement.id),
  )) {
    const { id, item, voice, evidence } = statement;
    const { kind, speaker, party } = voice;
    const { span, quote } = evidence[0];
    const { certainty } = item.factuality;
    lights.push([
      id,
      text(item.kind),
      number({ kind, speaker, party }, `\u0002${kind}\u0002${speaker ?? "\u0003"}\u0002${party ?? "\u0003"}`),
      texts(parties),
      text(track),
      texts(issues),
      texts(aliases),
      text(certainty),
      span.start,
      span.end,
      day(item.time.earliest),
      day(item.time.latest),
      accepted ? 1 : 0,
      text(markOf(item)),
    ]);
    lines.push(`[${slim(item)},${JSON.stringify(quote)},${slim([...words].join(" "))}]`);
  }
  const { publisher, title, published } = document;
  const head: Head = { s: source, p: publisher, t: title, d: published, v: shared, e: lights };
  return {
    negotiation,
    document: document.id,
    known,
    body: `${JSON.stringify(head)}\n${lines.join("\n")}`,
  };
}

/** Places as a store keeps them beside a sheet. By statement. */
export function packPlaces(old: string | null, changes: readonly Place[]): string {
  const all = new Map(unpacked(old).map((p) => [p[0], p]));
  for (const p of changes) all.set(p.statement, [p.statement, p.cluster, p.score, p.reason]);
  return JSON.stringify([...all.values()].sort((a, b) => compare(a[0], b[0])));
}

type PackedPlace = readonly [statement: string, cluster: string, score: number, reason: string];
const unpacked = (places: string | null): readonly PackedPlace[] =>
  places === null ? [] : (JSON.parse(places) as PackedPlace[]);

/** Entries of a sheet with their places, by statement. */
export function placedOf(sheet: PlacedSheet): Placed[] {
  const end = sheet.body.indexOf("\n");
  const head = JSON.parse(end < 0 ? sheet.body : sheet.body.slice(0, end)) as Head;
  const owner = new Owner(sheet, head);
  const places = unpacked(sheet.places);
  let at = 0;
  return head.e.map((light, i): Placed => {
    const [statement] = light;
    while (at < places.length && places[at][0] < statement) at++;
    const place = places[at]?.[0] === statement ? places[at] : null;
    return {
      entry: new SheetEntry(owner, statement, i + 1),
      place:
        place === null
          ? null
          : { cluster: place[1], known: sheet.known, score: place[2], reason: one(place[3]) as string },
    };
  });
}

/** The same as plain rows, by known day, then statement. */
export function rowsOf(sheets: readonly PlacedSheet[]): ShelvedRow[] {
  const out = sheets.flatMap((sheet): ShelvedRow[] => {
    const lines = sheet.body.split("\n");
    const head = JSON.parse(lines[0]) as Head;
    const { negotiation, document, known, origin } = sheet;
    return placedOf(sheet).map(({ entry, place }, i) => ({
      negotiation,
      statement: entry.statement.id,
      document,
      known,
      kind: entry.kind,
      source: head.s,
      publisher: head.p,
      title: head.t,
      published: head.d,
      origin,
      body: `${JSON.stringify([...head.e[i].slice(0, 1), ...head.e[i].slice(1, 8).map((n) => head.v[n as number]), ...head.e[i].slice(8, 13), head.v[head.e[i][13]]])}\n${lines[i + 1]}`,
      place,
    }));
  });
  return out.sort((a, b) => compare(a.known, b.known) || compare(a.statement, b.statement));
}

/** Reasons, voices, parties repeat from sheet to sheet: each is kept once. */
const texts = new Map<string, unknown>();
const others = new Map<string, unknown>();
function one(value: unknown): unknown {
  const [kept, key] = typeof value === "string" ? [texts, value] : [others, JSON.stringify(value)];
  const found = kept.get(key);
  if (found !== undefined) return found;
  if (kept.size > 50_000) kept.clear();
  kept.set(key, value);
  return value;
}

/** Fields of `Light` after the statement. */
const COLUMNS = 13;
/** Stands for no day. */
const OPEN = -2147483648;

/** Sheets whose text stays at hand after it was read again, over all books: about 12 kB each. */
const MOST_OPEN = 6_000;
const opened = new Set<Owner>();
function keep(owner: Owner): void {
  opened.add(owner);
  const [oldest] = opened;
  if (opened.size > MOST_OPEN) oldest.forget();
}

/** What all entries of a sheet have in common, and their lines. */
class Owner {
  readonly document: DocumentId;
  readonly known: IsoDate;
  readonly source: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly published: IsoDate | null;
  readonly origin: string;
  readonly day: number;
  readonly #again: BodyAgain | undefined;
  readonly #shared: readonly unknown[];
  /** `COLUMNS` numbers for each entry: memory is what bounds how many books are at hand. */
  readonly #numbers: Int32Array;
  #body: string | null;
  #lines: readonly string[] | null = null;

  constructor({ document, known, body, origin, again }: PlacedSheet, head: Head) {
    this.document = document;
    this.known = known;
    this.day = dayNumber(known);
    this.source = head.s;
    this.publisher = head.p;
    this.title = head.t;
    this.published = head.d;
    this.origin = origin ?? head.p ?? head.s;
    this.#again = again;
    this.#shared = head.v.map(one);
    this.#numbers = new Int32Array(head.e.length * COLUMNS);
    for (const [i, light] of head.e.entries())
      for (let c = 0; c < COLUMNS; c++) this.#numbers[i * COLUMNS + c] = (light[c + 1] ?? OPEN) as number;
    this.#body = again === undefined || body.includes("\n") ? body : null;
  }
  /** Rows count from 1, as lines do. */
  number(row: number, column: number): number {
    return this.#numbers[(row - 1) * COLUMNS + column];
  }
  dayAt(row: number, column: number): number | null {
    const n = this.number(row, column);
    return n === OPEN ? null : n;
  }
  value(row: number, column: number): unknown {
    return this.#shared[this.number(row, column)];
  }
  line(n: number): string {
    if (this.#lines === null) {
      this.#lines = (this.#body ?? (this.#again as BodyAgain)()).split("\n");
      if (this.#again !== undefined) this.#body = null;
      if (this.#again !== undefined) keep(this);
    }
    return this.#lines[n];
  }
  forget(): void {
    opened.delete(this);
    if (this.#again !== undefined) this.#body = null;
    this.#lines = null;
  }
}

/** An entry that reads its item when it is first asked for. It is its own statement: one object for each entry of a large book. */
class SheetEntry implements Entry, EntryStatement {
  #set: ReadonlySet<string> | null = null;
  #detail: Detail | null = null;
  #quote: string | null = null;

  constructor(
    private readonly owner: Owner,
    readonly id: string,
    /** Number of its line in the body, and of its row among its owner's numbers. */
    private readonly place: number,
  ) {}
  get kind(): Item["kind"] {
    return this.owner.value(this.place, 0) as Item["kind"];
  }
  get voice(): EntryStatement["voice"] {
    return this.owner.value(this.place, 1) as EntryStatement["voice"];
  }
  get parties(): readonly string[] {
    return this.owner.value(this.place, 2) as readonly string[];
  }
  get track(): string {
    return this.owner.value(this.place, 3) as string;
  }
  get issues(): readonly string[] {
    return this.owner.value(this.place, 4) as readonly string[];
  }
  get aliases(): readonly string[] {
    return this.owner.value(this.place, 5) as readonly string[];
  }
  get certainty(): Entry["certainty"] {
    return this.owner.value(this.place, 6) as Entry["certainty"];
  }
  get mark(): string {
    return this.owner.value(this.place, 12) as string;
  }
  get start(): number {
    return this.owner.number(this.place, 7);
  }
  get end(): number {
    return this.owner.number(this.place, 8);
  }
  get from(): number | null {
    return this.owner.dayAt(this.place, 9);
  }
  get to(): number | null {
    return this.owner.dayAt(this.place, 10);
  }
  get accepted(): boolean {
    return this.owner.number(this.place, 11) === 1;
  }
  get statement(): EntryStatement {
    return this;
  }
  get document(): DocumentId {
    return this.owner.document;
  }
  get known(): IsoDate {
    return this.owner.known;
  }
  get day(): number {
    return this.owner.day;
  }
  get source(): string {
    return this.owner.source;
  }
  get publisher(): string | null {
    return this.owner.publisher;
  }
  get title(): string | null {
    return this.owner.title;
  }
  get published(): IsoDate | null {
    return this.owner.published;
  }
  get origin(): string {
    return this.owner.origin;
  }
  get item(): Item {
    return this.#read()[0];
  }
  get quote(): string {
    return this.#quote ?? this.#read()[1];
  }
  get words(): ReadonlySet<string> {
    if (this.#set === null) {
      const [, , words] = this.#read();
      this.#set = new Set(words === "" ? [] : words.split(" "));
    }
    return this.#set;
  }
  #read(): Detail {
    this.#detail ??= JSON.parse(this.owner.line(this.place)) as Detail;
    return this.#detail;
  }
  forget(all: boolean): void {
    this.#set = null;
    this.#detail = null;
    this.#quote = null;
    if (all) this.owner.forget();
  }
  told(): void {
    this.#quote ??= this.#detail?.[1] ?? null;
    this.#set = null;
    this.#detail = null;
  }
}

/** Drops what a line was made from but the words that are shown with it. */
export function told(entry: Entry): void {
  if (entry instanceof SheetEntry) entry.told();
}

/** Drops what was read of an entry, with `all` also its sheet's lines; it is read again when asked for. */
export function forget(entry: Entry, all: boolean): void {
  if (entry instanceof SheetEntry) entry.forget(all);
}

import type { Item } from "../reading/index.js";
import { type DocumentId, dayNumber, type IsoDate } from "../text/index.js";
import type { Entry, EntryStatement } from "./entry.js";
import type { Placed } from "./placed.js";
import type { BodyAgain, PlacedSheet } from "./sheet.js";
import { COLUMNS, Column, type Head, headOf, statementsIn } from "./sheet-head.js";
import { Places } from "./sheet-places.js";

type Detail = readonly [item: Item, quote: string, words: string];

/** Entries of sheets with their places: sheet by sheet, by statement. */
export function placedOf(sheets: readonly PlacedSheet[]): Placed[] {
  const out: Placed[] = [];
  const numbers = new Numbers();
  for (const sheet of sheets) {
    const head = headOf(sheet.body);
    const owner = new Owner(sheet, head, numbers);
    const places = new Places(sheet.places);
    // Both are by statement.
    let row = 0;
    for (const statement of statementsIn(head)) {
      const placed = places.next(statement);
      const cluster = placed ? places.cluster : null;
      const match = placed ? places.match : null;
      out.push({ entry: new SheetEntry(owner, statement, row++), cluster, match });
    }
  }
  return out;
}

/** Texts, voices and lists repeat from sheet to sheet: each is kept once. */
const MOST = 50_000;
const texts = new Map<string, string>();
const others = new Map<string, unknown>();
function text(value: string): string {
  const found = texts.get(value);
  if (found !== undefined) return found;
  if (texts.size > MOST) texts.clear();
  texts.set(value, value);
  return value;
}
function other(json: string): unknown {
  let found = others.get(json);
  if (found === undefined) {
    if (others.size > MOST) others.clear();
    found = JSON.parse(json);
    others.set(json, found);
  }
  return found;
}

/** Stands for no day. */
const OPEN = -2147483648;

/** Numbers of many sheets in few arrays: an array for each would weigh as much as what it holds. */
class Numbers {
  #block = new Int32Array(0);
  #used = 0;
  put(list: readonly (number | null)[]): { readonly block: Int32Array; readonly at: number } {
    if (this.#used + list.length > this.#block.length) {
      // The first one small: most questions about one sheet alone come with no others.
      const size = this.#block.length === 0 ? list.length : 1 << 15;
      this.#block = new Int32Array(Math.max(size, list.length));
      this.#used = 0;
    }
    const at = this.#used;
    for (let i = 0; i < list.length; i++) this.#block[at + i] = list[i] ?? OPEN;
    this.#used += list.length;
    return { block: this.#block, at };
  }
}

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
  readonly #texts: readonly string[];
  readonly #others: readonly unknown[];
  /** `COLUMNS` numbers for each entry from `#at` on: memory is what bounds how many books are at hand. */
  readonly #numbers: Int32Array;
  readonly #at: number;
  #body: string | null;
  #lines: readonly string[] | null = null;

  constructor({ document, known, body, origin, again }: PlacedSheet, head: Head, numbers: Numbers) {
    this.document = document;
    this.known = known;
    this.day = dayNumber(known);
    this.source = head.s;
    this.publisher = head.p === null ? null : text(head.p);
    this.title = head.t;
    this.published = head.d;
    this.origin = origin === null ? (this.publisher ?? head.s) : text(origin);
    this.#again = again;
    this.#texts = head.v.map(text);
    this.#others = head.o.map(other);
    const { block, at } = numbers.put(head.n);
    this.#numbers = block;
    this.#at = at;
    this.#body = again === undefined || body.includes("\n") ? body : null;
  }
  number(row: number, column: number): number {
    return this.#numbers[this.#at + row * COLUMNS + column];
  }
  dayAt(row: number, column: number): number | null {
    const n = this.number(row, column);
    return n === OPEN ? null : n;
  }
  text(row: number, column: number): string {
    return this.#texts[this.number(row, column)];
  }
  other(row: number, column: number): unknown {
    return this.#others[this.number(row, column)];
  }
  detail(row: number): Detail {
    if (this.#lines === null) {
      this.#lines = (this.#body ?? (this.#again as BodyAgain)()).split("\n");
      if (this.#again !== undefined) {
        this.#body = null;
        keep(this);
      }
    }
    return JSON.parse(this.#lines[row + 1]) as Detail;
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
    /** Its row among its owner's numbers. */
    private readonly row: number,
  ) {}
  get kind(): Item["kind"] {
    return this.owner.text(this.row, Column.kind) as Item["kind"];
  }
  get voice(): EntryStatement["voice"] {
    return this.owner.other(this.row, Column.voice) as EntryStatement["voice"];
  }
  get parties(): readonly string[] {
    return this.owner.other(this.row, Column.parties) as readonly string[];
  }
  get track(): string {
    return this.owner.text(this.row, Column.track);
  }
  get issues(): readonly string[] {
    return this.owner.other(this.row, Column.issues) as readonly string[];
  }
  get aliases(): readonly string[] {
    return this.owner.other(this.row, Column.aliases) as readonly string[];
  }
  get certainty(): Entry["certainty"] {
    return this.owner.text(this.row, Column.certainty) as Entry["certainty"];
  }
  get mark(): string {
    return this.owner.text(this.row, Column.mark);
  }
  get start(): number {
    return this.owner.number(this.row, Column.start);
  }
  get end(): number {
    return this.owner.number(this.row, Column.end);
  }
  get from(): number | null {
    return this.owner.dayAt(this.row, Column.from);
  }
  get to(): number | null {
    return this.owner.dayAt(this.row, Column.to);
  }
  get accepted(): boolean {
    return this.owner.number(this.row, Column.accepted) === 1;
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
    this.#detail ??= this.owner.detail(this.row);
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

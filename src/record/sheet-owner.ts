import type { Item } from "../reading/index.js";
import { type DocumentId, dayNumber, type IsoDate } from "../text/index.js";
import type { BodyAgain, PlacedSheet } from "./sheet.js";
import { COLUMNS, type Head } from "./sheet-head.js";

/** What is read of an entry only when it is asked for. */
export type Detail = readonly [item: Item, quote: string, words: string];

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
export class Numbers {
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
export class Owner {
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

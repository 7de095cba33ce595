import type { Item } from "../reading/index.js";
import type { DocumentId, IsoDate } from "../text/index.js";
import type { Entry, EntryStatement } from "./entry.js";
import type { Placed } from "./placed.js";
import type { PlacedSheet } from "./sheet.js";
import { Column, headOf, statementsIn } from "./sheet-head.js";
import { type Detail, Numbers, Owner } from "./sheet-owner.js";
import { Places } from "./sheet-places.js";

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

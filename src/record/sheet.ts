import type { DocumentVersion, Statement } from "../ledger/index.js";
import type { ItemKind } from "../reading/index.js";
import { type DocumentId, dayNumber, type IsoDate, narrow } from "../text/index.js";
import { compare } from "./entry.js";
import { markOf } from "./marks.js";
import type { Place } from "./placed.js";
import { COLUMNS, type Head, headOf, ofOthers, ofTexts } from "./sheet-head.js";
import { placesIn } from "./sheet-places.js";
import { slim } from "./slim.js";

/**
 * What one negotiation gets from one document on one day, packed as a store keeps it: derived and disposable. The first line of
 * `body` is its head (`Head`); each further line holds one entry's item, quote and words, and is read only when something asks for
 * them.
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

/** Packs entries of one document known from one day on, by statement. */
export function sheetOf(
  { document, source }: DocumentVersion,
  negotiation: string,
  known: IsoDate,
  list: readonly Sorted[],
): Sheet {
  const texts: string[] = [];
  const others: string[] = [];
  const day = (date: IsoDate | null): number | null => (date === null ? null : dayNumber(date));
  const numbers: (number | null)[] = [];
  const ids: string[] = [];
  let lines = "";
  for (const { statement, parties, words, track, issues, accepted, aliases } of [...list].sort((a, b) =>
    compare(a.statement.id, b.statement.id),
  )) {
    const { id, item, voice, evidence } = statement;
    const { kind, speaker, party } = voice;
    const { span, quote } = evidence[0];
    ids.push(id);
    // In the order of the columns.
    numbers.push(
      numberIn(texts, item.kind),
      numberIn(others, JSON.stringify({ kind, speaker, party })),
      numberIn(others, listJson(parties)),
      numberIn(texts, track),
      numberIn(others, listJson(issues)),
      numberIn(others, listJson(aliases)),
      numberIn(texts, item.factuality.certainty),
      span.start,
      span.end,
      day(item.time.earliest),
      day(item.time.latest),
      accepted ? 1 : 0,
      numberIn(texts, markOf(item)),
    );
    lines += `\n[${slim(item)},${slim(quote)},${slim([...words].join(" "))}]`;
  }
  const { publisher, title, published } = document;
  const head: Head = {
    s: source,
    p: publisher,
    t: title,
    d: published,
    v: texts,
    o: others,
    i: ids.join(" "),
    n: numbers,
  };
  return { negotiation, document: document.id, known, body: narrow(JSON.stringify(head)) + lines };
}

const listJson = (list: readonly string[]): string => (list.length === 0 ? "[]" : JSON.stringify(list));

/** Place of a value in a short list, where it is put if it is not there. */
function numberIn(list: string[], value: string): number {
  const at = list.indexOf(value);
  return at >= 0 ? at : list.push(value) - 1;
}

/** Entries of sheets as plain rows, by known day, then statement. */
export function rowsOf(sheets: readonly PlacedSheet[]): ShelvedRow[] {
  const out = sheets.flatMap((sheet): ShelvedRow[] => {
    const lines = sheet.body.split("\n");
    const head = headOf(sheet.body);
    const { negotiation, document, known, origin } = sheet;
    const places = placesIn(sheet.places);
    return head.i.split(" ").map((statement, i): ShelvedRow => {
      const fields = head.n.slice(i * COLUMNS, (i + 1) * COLUMNS).map((n, column) => {
        if (ofTexts.includes(column)) return head.v[n as number];
        return ofOthers.includes(column) ? JSON.parse(head.o[n as number]) : n;
      });
      const place = places.get(statement);
      return {
        negotiation,
        statement,
        document,
        known,
        kind: fields[0] as ItemKind,
        source: head.s,
        publisher: head.p,
        title: head.t,
        published: head.d,
        origin,
        body: `${JSON.stringify([statement, ...fields])}\n${lines[i + 1]}`,
        place: place === undefined ? null : { known, ...place },
      };
    });
  });
  return out.sort((a, b) => compare(a.known, b.known) || compare(a.statement, b.statement));
}

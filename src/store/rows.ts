import type { DocumentVersion, Signature, Statement } from "../ledger/index.js";
import type { Place } from "../record/index.js";
import { extend, narrow } from "../text/index.js";
import type { Copy } from "./types.js";

/** Before a text that a database cannot hold as it is: it stands there as JSON. */
const MARK = "\u0001json:";
const AWKWARD = /\p{Surrogate}|\0/u;

/** SQLite and PostgreSQL lose half surrogate pairs, PostgreSQL refuses NUL; a text must come back as it was, or its anchors fail. */
export function safe<T extends string | null>(text: T): T {
  return text !== null && (AWKWARD.test(text) || text.startsWith(MARK))
    ? ((MARK + JSON.stringify(text)) as T)
    : text;
}

export function plain<T extends string | null>(text: T): T {
  return text?.startsWith(MARK) ? (JSON.parse(text.slice(MARK.length)) as T) : text;
}

/** A document with its last reading, as SQL gives it. */
export interface DocumentRow {
  readonly id: string;
  readonly source: string;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly recorded: string;
  readonly reader: string | null;
  readonly notices: string | null;
  readonly codes: string | null;
  readonly current: string | null;
}

/** A statement joined with what its document says of the source. */
export interface StatementRow {
  readonly id: string;
  readonly document: string;
  readonly known: string;
  readonly recorded: string;
  readonly body: string;
  readonly source: string;
  readonly publisher: string | null;
  readonly published: string | null;
}

export function versionOf(row: DocumentRow): DocumentVersion {
  const { id, publisher, title, url, published, text, source, recorded, reader } = row;
  const notices = row.notices === null ? [] : (JSON.parse(row.notices) as DocumentVersion["notices"]);
  const codes = row.codes === null ? [] : (JSON.parse(row.codes) as string[]);
  return {
    document: {
      id,
      publisher: plain(publisher),
      title: plain(title),
      url: plain(url),
      published,
      text: plain(text),
    },
    source,
    recorded,
    reader,
    codes,
    ...(row.current === null ? {} : { current: JSON.parse(row.current) as string[] }),
    notices,
  };
}

/** Stands for the statement's own document in places; a quotation mark inside a value is escaped, so it can mean nothing else. */
const SHORT = '"doc":"~"';

/** What the row's other columns and the item itself do not say already. */
export function statementBody(statement: Statement): string {
  const { item, evidence, voice, origin } = statement;
  const { reader } = origin;
  const anchors = evidence.map((a) => [a.span.start, a.span.end, a.quote, a.prefix, a.suffix]);
  const body = narrow(JSON.stringify({ item, anchors, speaker: voice.speaker, reader }));
  return body.replaceAll(`"doc":"${statement.document}"`, SHORT);
}

export function statementOf(row: StatementRow): Statement {
  const { item, anchors, speaker, reader } = JSON.parse(
    row.body.replaceAll(SHORT, `"doc":"${row.document}"`),
  ) as {
    item: Statement["item"];
    anchors: [number, number, string, string, string][];
    speaker: string | null;
    reader: string;
  };
  const { id, document, source, publisher, published, known, recorded } = row;
  const { kind, party, cue, rule } = item.voice;
  const evidence = anchors.map(([start, end, quote, prefix, suffix]) => ({
    span: { doc: document, start, end },
    quote,
    prefix,
    suffix,
  }));
  return {
    id,
    document,
    source,
    publisher: plain(publisher),
    item,
    evidence: evidence as unknown as Statement["evidence"],
    voice: { kind, speaker, party, cue, rule },
    factuality: item.factuality,
    time: item.time,
    origin: extend(item.origin, { reader }),
    known,
    published,
    recorded,
  };
}

export interface CopyRow {
  readonly document: string;
  readonly known: string;
  readonly day: number;
  readonly signature: Uint8Array;
  readonly parent: string | null;
  readonly likeness: number;
  readonly root: string;
}

export function copyOf(row: CopyRow): Copy {
  const { document, known, day, parent, likeness, root } = row;
  const bytes = Uint8Array.from(row.signature);
  return {
    document,
    known,
    day,
    signature: [...new Uint32Array(bytes.buffer)],
    parent,
    like: likeness,
    root,
  };
}

export function signatureBytes(signature: Signature): Uint8Array {
  return new Uint8Array(Uint32Array.from(signature).buffer);
}

/** Places gathered by the sheets they belong to. */
export function byDocument(
  places: readonly Place[],
): Iterable<readonly [{ readonly known: string; readonly document: string }, Place[]]> {
  const out = new Map<string, readonly [Place, Place[]]>();
  for (const p of places) {
    const key = `${p.known} ${p.document}`;
    const own = out.get(key);
    if (own === undefined) out.set(key, [p, [p]]);
    else own[1].push(p);
  }
  return out.values();
}

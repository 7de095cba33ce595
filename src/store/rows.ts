import type { DocumentVersion, Statement } from "../ledger/index.js";

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
    document: { id, publisher, title, url, published, text },
    source,
    recorded,
    reader,
    codes,
    notices,
  };
}

/** What the row's other columns and the item itself do not say already. */
export function statementBody(statement: Statement): string {
  const { item, evidence, voice, origin } = statement;
  const { reader } = origin;
  const anchors = evidence.map((a) => [a.span.start, a.span.end, a.quote, a.prefix, a.suffix]);
  return JSON.stringify({ item, anchors, speaker: voice.speaker, reader });
}

export function statementOf(row: StatementRow): Statement {
  const { item, anchors, speaker, reader } = JSON.parse(row.body) as {
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
    publisher,
    item,
    evidence: evidence as unknown as Statement["evidence"],
    voice: { kind, speaker, party, cue, rule },
    factuality: item.factuality,
    time: item.time,
    origin: { ...item.origin, reader },
    known,
    published,
    recorded,
  };
}

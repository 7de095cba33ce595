import type { Statement } from "../ledger/index.js";
import { StoreError } from "./errors.js";
import { safe } from "./rows.js";
import { packSaid } from "./said.js";
import type { Added, Ready } from "./types.js";

/** What a SQLite store writes for one document: texts alone, which the collector of V8 need not look into while they wait. */
export interface ReadyRow {
  readonly id: string;
  /** In the order of the columns of `document`. */
  readonly values: readonly (string | null)[];
  readonly reader: string | null;
  readonly recorded: string;
  readonly notices: string;
  readonly codes: string;
  /** Statements that the last reading found, as JSON, where it says so. */
  readonly current: string | null;
  /** Statements, each once, and their row. */
  readonly ids: readonly string[];
  readonly body: string;
}

export interface SqliteReady extends Ready {
  readonly rows: readonly ReadyRow[];
}

/** @throws StoreError DOCUMENT_UNKNOWN where a statement belongs to another document. */
export const ready = (list: readonly Added[]): SqliteReady => ({
  documents: list.length,
  rows: list.map(rowOf),
});

function rowOf({ version, statements }: Added): ReadyRow {
  const { document, source, recorded, reader, notices, codes, current = null } = version;
  const { id, publisher, title, url, published, text } = document;
  const once = new Map<string, Statement>();
  for (const s of statements) {
    if (s.document !== id)
      throw new StoreError("DOCUMENT_UNKNOWN", "A statement belongs to another document.", {
        document: s.document,
      });
    if (!once.has(s.id)) once.set(s.id, s);
  }
  return {
    id,
    values: [id, source, safe(publisher), safe(title), safe(url), published, recorded, safe(text)],
    reader,
    recorded,
    notices: JSON.stringify(notices),
    codes: JSON.stringify(codes),
    current: current === null ? null : JSON.stringify(current),
    ids: [...once.keys()],
    body: packSaid([...once.values()]),
  };
}

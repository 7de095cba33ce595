import Database from "better-sqlite3";
import { isServer, type Store } from "../app/index.js";

export interface Hit {
  readonly document: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  /** A piece of the text around the words; an ellipsis where it was cut. */
  readonly snippet: string;
  /** Places of the words in the snippet, half open, in UTF-16 code units. */
  readonly marks: readonly (readonly [number, number])[];
}

/** Which articles are meant. */
export interface Wanted {
  /** Words, all of which must be there; "words in quotation marks" in that order; a minus before what must not be there. */
  readonly q: string;
  readonly publisher?: string;
  readonly from?: string;
  readonly to?: string;
  /** Only these documents; null: all. */
  readonly shown?: readonly string[] | null;
}

export interface Query extends Wanted {
  readonly limit: number;
  readonly offset: number;
}

/** How many of the articles found bear one value. */
export interface Share {
  /** Null: it is not known. */
  readonly of: string | null;
  readonly count: number;
}

export interface Facets {
  /** The most first. */
  readonly outlets: readonly Share[];
  /** The latest first. */
  readonly years: readonly Share[];
}

export interface SearchIndex {
  /** Takes in what came into the store; true where it is up to date within so many milliseconds. */
  settle(waitMs: number): Promise<boolean>;
  search(query: Query): { readonly hits: readonly Hit[]; readonly total: number };
  facets(wanted: Wanted): Facets;
  /** Stops taking in, and closes. */
  close(): Promise<void>;
}

/** Outlets that are told apart. */
const OUTLETS = 50;
/** Changes taken in before others get their turn. */
const STEP = 32;
/** Around a found word in the index's answer; no text holds them, as they are taken out of it. */
const OPEN = "\ue000";
const SHUT = "\ue001";

/**
 * Full text of the stored documents (FTS5, English stems) in a file of its own beside the store, made from the store's log and made
 * again where it does not fit that log. For a store on a PostgreSQL server it lives in memory.
 */
export function openSearchIndex(storePath: string, store: () => Promise<Store>): SearchIndex {
  const path = isServer(storePath) ? ":memory:" : storePath.replace(/(\.sqlite)?$/, ".search.sqlite");
  const db = new Database(path, { timeout: 5000 });
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS article USING fts5 (
      id UNINDEXED, publisher UNINDEXED, published UNINDEXED, title, text, tokenize = 'porter unicode61 remove_diacritics 2');
    CREATE TABLE IF NOT EXISTS mark (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, id TEXT NOT NULL) STRICT`);
  const sql = {
    mark: db.prepare("SELECT sequence, id FROM mark"),
    setMark: db.prepare(
      "INSERT INTO mark VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET sequence = excluded.sequence, id = excluded.id",
    ),
    add: db.prepare("INSERT INTO article (id, publisher, published, title, text) VALUES (?, ?, ?, ?, ?)"),
  };
  const markOf = () => (sql.mark.get() as { sequence: number; id: string } | undefined) ?? null;
  let closing = false;
  let running: Promise<void> | null = null;

  async function follow(): Promise<void> {
    const from = await store();
    const mark = markOf();
    if (mark !== null) {
      const [there] = await from.changes(mark.sequence - 1, 1);
      if (there?.sequence !== mark.sequence || there.id !== mark.id)
        db.exec("DELETE FROM article; DELETE FROM mark");
    }
    for (;;) {
      if (closing) return;
      const before = markOf()?.sequence ?? 0;
      const changes = await from.changes(before, STEP);
      const last = changes.at(-1);
      if (last === undefined || closing) return;
      const versions = await Promise.all(
        changes.filter((c) => c.kind === "document").map((c) => from.document(c.id)),
      );
      db.transaction(() => {
        // Another process over the same files may have been faster.
        if ((markOf()?.sequence ?? 0) !== before) return;
        for (const v of versions) {
          if (v === null) continue;
          const { id, publisher, published, title, text } = v.document;
          sql.add.run(id, publisher, published, title, text.replace(/[\ue000\ue001]/g, " "));
        }
        sql.setMark.run(last.sequence, last.id);
      }).immediate();
      await new Promise((next) => setImmediate(next));
    }
  }

  return {
    async settle(waitMs) {
      running ??= follow().finally(() => {
        running = null;
      });
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((done) => {
        timer = setTimeout(() => done(false), waitMs);
      });
      try {
        return await Promise.race([running.then(() => true), late]);
      } finally {
        clearTimeout(timer);
      }
    },
    search({ limit, offset, ...wanted }) {
      const found = among(wanted);
      if (found === null) return { hits: [], total: 0 };
      const { of, values } = found;
      const { total } = db.prepare(`SELECT count(*) AS total ${of}`).get(...values) as { total: number };
      const rows = db
        .prepare(
          `SELECT id, publisher, published, title, snippet(article, -1, '${OPEN}', '${SHUT}', '…', 40) AS found ${of} ORDER BY rank, id LIMIT ? OFFSET ?`,
        )
        .all(...values, limit, offset) as (Omit<Hit, "document"> & { id: string; found: string })[];
      const hits = rows.map(({ id, title, publisher: p, published, found }) => ({
        document: id,
        title,
        publisher: p,
        published,
        ...marked(found),
      }));
      return { hits, total };
    },
    facets(wanted) {
      const found = among(wanted);
      if (found === null) return { outlets: [], years: [] };
      const by = (what: string, order: string): Share[] =>
        db
          .prepare(`SELECT ${what} AS of, count(*) AS count ${found.of} GROUP BY 1 ORDER BY ${order}`)
          .all(...found.values) as Share[];
      return {
        outlets: by("publisher", `count DESC, of LIMIT ${OUTLETS}`),
        years: by("substr(published, 1, 4)", "of DESC"),
      };
    },
    async close() {
      closing = true;
      await running?.catch(() => undefined);
      db.close();
    },
  };
}

/** The end of a query and its values; null where no word is asked for. */
function among({ q, publisher, from, to, shown = null }: Wanted): { of: string; values: unknown[] } | null {
  const match = matchOf(q);
  if (match === null) return null;
  const where = ["article MATCH ?"];
  const values: unknown[] = [match];
  const narrow = (condition: string, value: string | undefined) => {
    if (value === undefined) return;
    where.push(condition);
    values.push(value);
  };
  narrow("publisher = ?", publisher);
  narrow("published >= ?", from);
  narrow("published <= ?", to);
  narrow("id IN (SELECT value FROM json_each(?))", shown === null ? undefined : JSON.stringify(shown));
  return { of: `FROM article WHERE ${where.join(" AND ")}`, values };
}

/** A person's words as an FTS5 expression in which nothing of theirs is an operator; null where there is no word. */
export function matchOf(q: string): string | null {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [, minus, phrase, word] of q.slice(0, 1000).matchAll(/(?<!\S)(-?)(?:"([^"]*)"|(\S+))/gu)) {
    const words = (phrase ?? word).match(/[\p{L}\p{N}\p{M}]+/gu);
    if (words !== null) (minus === "-" ? unwanted : wanted).push(`"${words.join(" ")}"`);
  }
  if (wanted.length === 0) return null;
  const all = wanted.join(" AND ");
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(" OR ")})`;
}

function marked(found: string): Pick<Hit, "snippet" | "marks"> {
  let snippet = "";
  const marks: [number, number][] = [];
  let start = 0;
  for (const part of found.split(/([\ue000\ue001])/)) {
    if (part === OPEN) start = snippet.length;
    else if (part === SHUT) marks.push([start, snippet.length]);
    else snippet += part;
  }
  return { snippet, marks };
}

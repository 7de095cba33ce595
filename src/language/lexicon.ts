import { CoreError } from "../text/index.js";

/** A word list or fact table: TSV, column names in the first line, `#` lines are comments. Cells hold "|"-separated lists where the column says so. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** All word lists, by path under `lexicon/` without extension ("actors/states", "words/speech-verbs"). */
export interface Lexicon {
  /** @throws CoreError `LEXICON_MISSING` */
  table(name: string): Table;
  /** First column of a table as a set. */
  list(name: string): ReadonlySet<string>;
}

/** @throws CoreError `LEXICON_BAD_ROW` when a row has more cells than the header. Missing trailing cells read as "". */
export function parseTable(name: string, text: string): Table {
  let columns: string[] | null = null;
  const rows: string[][] = [];
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].replace(/\r$/, "");
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    if (columns === null) {
      columns = cells;
      continue;
    }
    if (cells.length > columns.length) {
      throw new CoreError("LEXICON_BAD_ROW", `Row has ${cells.length} cells, header has ${columns.length}.`, {
        table: name,
        line: i + 1,
      });
    }
    while (cells.length < columns.length) cells.push("");
    rows.push(cells);
  }
  return { name, columns: columns ?? [], rows };
}

/** Makes a lexicon from file texts by name. Tables are parsed when first asked for. */
export function createLexicon(files: ReadonlyMap<string, string>): Lexicon {
  const tables = new Map<string, Table>();
  const lists = new Map<string, ReadonlySet<string>>();
  const table = (name: string): Table => {
    let t = tables.get(name);
    if (t === undefined) {
      const text = files.get(name);
      if (text === undefined)
        throw new CoreError("LEXICON_MISSING", `No word list named "${name}".`, { table: name });
      t = parseTable(name, text);
      tables.set(name, t);
    }
    return t;
  };
  return {
    table,
    list(name) {
      let l = lists.get(name);
      if (l === undefined) {
        l = new Set(table(name).rows.map((r) => r[0]));
        lists.set(name, l);
      }
      return l;
    },
  };
}

/** What is made of the word lists and kept by whoever reads with them, made once and shared by all who ask for it. */
export function oncePerLexicon<T>(make: (lexicon: Lexicon) => T): (lexicon: Lexicon) => T {
  const made = new WeakMap<Lexicon, { readonly it: T }>();
  return (lexicon) => {
    let known = made.get(lexicon);
    if (known === undefined) {
      known = { it: make(lexicon) };
      made.set(lexicon, known);
    }
    return known.it;
  };
}

import { CoreError } from "../../text/index.js";
import type { Basis } from "./types.js";

/** Words that begin a line of their own. */
const KEYWORDS = [
  "model",
  "negotiation",
  "known",
  "version",
  "note",
  "maker",
  "option",
  "quo",
  "never",
  "unseen",
  "prefer",
  "order",
  "believes",
  "-",
] as const;
export type Keyword = (typeof KEYWORDS)[number];

/** One entry of the file: a keyword's line with the `quote` and `assume` lines under it. */
export interface EntryLine {
  readonly keyword: Keyword;
  readonly rest: string;
  readonly line: number;
  end: number;
  readonly basis: Basis[];
}

/** Takes a file apart into entries. Indentation, empty lines and what follows " #" mean nothing. @throws CoreError MODEL_SYNTAX */
export function entryLines(text: string): EntryLine[] {
  const out: EntryLine[] = [];
  const keywords = new Set<string>(KEYWORDS);
  for (const [k, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = k + 1;
    const trimmed = raw.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const [, first, rest] = /^(\S+)\s*(.*)$/.exec(trimmed) as RegExpExecArray;
    const last = out[out.length - 1];
    if (first === "quote" || first === "assume") {
      if (last === undefined)
        throw new CoreError("MODEL_SYNTAX", `"${first}" stands before anything it could be about.`, { line });
      last.basis.push(first === "quote" ? quoted(rest, line) : { kind: "assumption", text: rest, line });
      last.end = line + 1;
    } else if (keywords.has(first)) {
      const plain = first === "note" || first === "model" ? rest : rest.replace(/\s#.*$/, "").trim();
      out.push({ keyword: first as Keyword, rest: plain, line, end: line + 1, basis: [] });
    } else throw new CoreError("MODEL_SYNTAX", `"${first}" begins no line of a model.`, { line });
  }
  return out;
}

function quoted(rest: string, line: number): Basis {
  const found = /^([0-9a-f]{6,}|-)\s+"(.+)"$/.exec(rest);
  if (found === null)
    throw new CoreError(
      "MODEL_SYNTAX",
      'A quote is the id of a statement (or "-" where it is not known) and its exact words in double quotes.',
      { line },
    );
  return { kind: "quote", id: found[1] === "-" ? "" : found[1], words: found[2], line };
}

import { CoreError, isIsoDate } from "../../text/index.js";
import { MAX_OPTIONS } from "../model.js";
import { parsePatterns, parseStatement } from "./expression.js";
import { type EntryLine, entryLines, type Keyword } from "./lines.js";
import { type Comparison, orderOf, parseComparisons } from "./order.js";
import type { FileList, FileMaker, FileOption, FilePattern, FileStatement, ModelFile } from "./types.js";

/**
 * Reads a model's file; docs/model-file.md describes it. Every error names its line.
 * @throws CoreError MODEL_SYNTAX, MODEL_UNKNOWN_OPTION, MODEL_UNKNOWN_MAKER, MODEL_OPTION_OWNER, MODEL_TOO_LARGE, MODEL_BAD_PATTERN,
 *   MODEL_CONTRADICTION, MODEL_CYCLE, MODEL_BAD_RANKING, MODEL_NO_PREFERENCES
 */
export function parseModel(text: string): ModelFile {
  const entries = entryLines(text);
  const { makers, options } = declared(entries);
  const ids = options.map((o) => o.id);
  const one = (keyword: Keyword): EntryLine | undefined => {
    const [first, second] = entries.filter((e) => e.keyword === keyword);
    if (second !== undefined)
      throw new CoreError("MODEL_SYNTAX", `"${keyword}" stands here a second time.`, { line: second.line });
    return first;
  };
  const known = one("known");
  if (known !== undefined && !isIsoDate(known.rest))
    throw new CoreError("MODEL_SYNTAX", `"${known.rest}" is not a calendar day YYYY-MM-DD.`, {
      line: known.line,
    });
  const version = one("version");
  if (version !== undefined && !/^\d{1,9}$/.test(version.rest))
    throw new CoreError("MODEL_SYNTAX", `"${version.rest}" is not a number.`, { line: version.line });
  const quo = one("quo");
  const lists = preferenceLists(entries, makers, ids);
  for (const [i, maker] of makers.entries()) {
    if (!lists.some((l) => l.of === i && l.believedBy === null && l.name === null))
      throw new CoreError("MODEL_NO_PREFERENCES", `${maker.name} has no "prefer ${maker.code}".`, {
        line: maker.line,
      });
  }
  return {
    title: one("model")?.rest ?? "",
    negotiation: one("negotiation")?.rest ?? null,
    known: known?.rest ?? null,
    version: Number(version?.rest ?? 1),
    notes: entries.filter((e) => e.keyword === "note").map((e) => e.rest),
    makers,
    options,
    never: entries
      .filter((e) => e.keyword === "never" || e.keyword === "unseen")
      .map((e) => patternLine(e, makers, ids)),
    lists,
    statusQuo: statusQuo(quo, ids),
    quoLine: quo?.line ?? 0,
  };
}

function declared(entries: readonly EntryLine[]): { makers: FileMaker[]; options: FileOption[] } {
  const makers: FileMaker[] = [];
  const options: FileOption[] = [];
  for (const e of entries) {
    if (e.keyword === "maker") {
      const [, code, name] = /^([\w-]+)\s*(.*)$/.exec(e.rest) ?? [];
      if (code === undefined)
        throw new CoreError("MODEL_SYNTAX", "A decision maker has a code and a name.", { line: e.line });
      if (makers.some((m) => m.code === code))
        throw new CoreError("MODEL_SYNTAX", `There is a decision maker "${code}" already.`, { line: e.line });
      makers.push({ code, name: name || code, line: e.line });
    } else if (e.keyword === "option") {
      const [, id, direction, said] = /^([\w-]+)(?:\s+(fwd|back))?(?:\s+(.*))?$/.exec(e.rest) ?? [];
      if (id === undefined || ["not", "and", "or", "if", "iff", "none"].includes(id))
        throw new CoreError("MODEL_SYNTAX", "An option has a short name of letters, digits and hyphens.", {
          line: e.line,
        });
      if (options.some((o) => o.id === id))
        throw new CoreError("MODEL_OPTION_OWNER", `There is an option "${id}" already.`, { line: e.line });
      if (makers.length === 0)
        throw new CoreError("MODEL_OPTION_OWNER", `"${id}" stands before every decision maker.`, {
          line: e.line,
        });
      if (options.length === MAX_OPTIONS)
        throw new CoreError(
          "MODEL_TOO_LARGE",
          `${MAX_OPTIONS} options, ${2 ** MAX_OPTIONS} states, are the most that memory holds.`,
          { line: e.line },
        );
      const text = said?.replace(/^"(.*)"$/, "$1") || id;
      const way = (direction ?? "both") as FileOption["direction"];
      const { line, end, basis } = e;
      options.push({ id, text, direction: way, maker: makers.length - 1, line, end, basis });
    }
  }
  if (makers.length === 0 || options.length === 0)
    throw new CoreError("MODEL_SYNTAX", "A model has decision makers and options.", { line: 1 });
  return { makers, options };
}

function makerAt(code: string, makers: readonly FileMaker[], line: number): number {
  const at = makers.findIndex((m) => m.code === code);
  if (at < 0)
    throw new CoreError("MODEL_UNKNOWN_MAKER", `No decision maker is called "${code}".`, { line, code });
  return at;
}

function patternLine(e: EntryLine, makers: readonly FileMaker[], ids: readonly string[]): FilePattern {
  let text = e.rest;
  let seenBy: number | null = null;
  if (e.keyword === "unseen") {
    const [, code, rest] = /^([\w-]+)\s+(.*)$/.exec(e.rest) ?? ["", e.rest, ""];
    seenBy = makerAt(code, makers, e.line);
    text = rest;
  }
  return {
    text,
    patterns: parsePatterns(text, ids, e.line),
    seenBy,
    line: e.line,
    end: e.end,
    basis: e.basis,
  };
}

function preferenceLists(
  entries: readonly EntryLine[],
  makers: readonly FileMaker[],
  ids: readonly string[],
): FileList[] {
  const out: FileList[] = [];
  for (let k = 0; k < entries.length; k++) {
    const head = entries[k];
    if (head.keyword === "-")
      throw new CoreError("MODEL_SYNTAX", 'A "-" line belongs under "prefer", "order" or "believes".', {
        line: head.line,
      });
    if (head.keyword !== "prefer" && head.keyword !== "order" && head.keyword !== "believes") continue;
    const items: EntryLine[] = [];
    while (entries[k + 1]?.keyword === "-") items.push(entries[++k]);
    const [, code, other, name] = /^([\w-]+)(?:\s+(?!as\b)([\w-]+))?(?:\s+as\s+(.+))?$/.exec(head.rest) ?? [];
    const belief = head.keyword === "believes";
    if (code === undefined || (other !== undefined) !== belief)
      throw new CoreError(
        "MODEL_SYNTAX",
        belief
          ? '"believes" takes two codes: who believes, and about whom.'
          : `"${head.keyword}" takes a code.`,
        { line: head.line },
      );
    const of = makerAt(belief ? other : code, makers, head.line);
    const believedBy = belief ? makerAt(code, makers, head.line) : null;
    if (out.some((l) => l.of === of && l.believedBy === believedBy && l.name === (name ?? null)))
      throw new CoreError("MODEL_SYNTAX", 'These preferences are there already: name the list with "as".', {
        line: head.line,
      });
    const byHand = head.keyword === "order" || items.some((i) => /^[YN]+(\s*[>=]|$)/.test(i.rest));
    out.push({
      of,
      believedBy,
      name: name ?? null,
      statements: byHand ? [] : statements(items, ids),
      order: byHand ? order(items, ids.length, head.line) : null,
      basis: [head, ...(byHand ? items : [])].flatMap((e) => e.basis),
      line: head.line,
      end: (items[items.length - 1] ?? head).end,
    });
  }
  return out;
}

function statements(items: readonly EntryLine[], ids: readonly string[]): FileStatement[] {
  const seen = new Map<string, number>();
  return items.map(({ rest, line, end, basis }): FileStatement => {
    const statement = parseStatement(rest, ids, line);
    const key = JSON.stringify(statement);
    const before = seen.get(key);
    if (before !== undefined)
      throw new CoreError("MODEL_CONTRADICTION", `"${rest}" stands in line ${before} already.`, { line });
    seen.set(key, line);
    return { text: rest, statement, line, end, basis };
  });
}

function order(items: readonly EntryLine[], options: number, line: number): number[][] {
  const states: number[] = [];
  const pairs: Comparison[] = [];
  for (const item of items) {
    const found = parseComparisons(item.rest, options, item.line);
    states.push(...found.states);
    pairs.push(...found.pairs);
  }
  return orderOf(states, pairs, line);
}

function statusQuo(e: EntryLine | undefined, ids: readonly string[]): number | null {
  if (e === undefined) return null;
  let bits = 0;
  for (const id of e.rest.split(/[\s,]+/).filter((w) => w !== "" && w !== "none")) {
    const at = ids.indexOf(id);
    if (at < 0)
      throw new CoreError("MODEL_UNKNOWN_OPTION", `No option is called "${id}".`, {
        line: e.line,
        option: id,
      });
    bits |= 1 << at;
  }
  return bits;
}

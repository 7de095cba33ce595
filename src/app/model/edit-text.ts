import type { FileList, ModelFile } from "../../conflict/index.js";
import { AppError } from "../errors.js";

/** Changes of a model's file as a person writes them. Places count from 1 in the list as it then stands. */
export interface Edits {
  /** "JPN:2": the preference is taken out. */
  readonly drop?: readonly string[];
  /** "JPN:2": the preference changes place with the next. */
  readonly swap?: readonly string[];
  /** "JPN:4:1": the preference moves to another place. */
  readonly move?: readonly string[];
  /** "JPN:1: not recognise": a new preference at a place. */
  readonly add?: readonly string[];
  /** What the added preferences rest on: "assume why", or `quote ID "words"`. */
  readonly because?: string;
  /** Options taken at the status quo, or "none". */
  readonly quo?: string;
}

interface Target {
  readonly list: FileList;
  readonly at: number;
  readonly rest: string;
}

/**
 * Changes the lines of a model's file; comments and everything else stay as they are. The edits are made in the order drop, swap, move,
 * add, each on what the one before left. `parse` reads the file anew in between.
 * Errors: MODEL_EDIT_BAD, MODEL_UNKNOWN_MAKER, and those of the new text.
 */
export function editText(text: string, edits: Edits, parse: (text: string) => ModelFile): string {
  let now = text;
  type Rearrange = (blocks: string[][], target: Target) => void;
  const each = (asked: readonly string[] | undefined, rearrange: Rearrange, insert = false): void => {
    for (const edit of asked ?? []) {
      const t = target(parse(now), edit, insert);
      const lines = now.split("\n");
      const [from, blocks] = blocksOf(lines, t.list);
      rearrange(blocks, t);
      lines.splice(from, t.list.end - 1 - from, ...blocks.flat());
      now = lines.join("\n");
    }
  };
  each(edits.drop, (blocks, { at }) => blocks.splice(at, 1));
  each(edits.swap, (blocks, { at }) => {
    if (at + 1 >= blocks.length) throw bad(`place ${at + 1} is the last`);
    blocks.splice(at, 2, blocks[at + 1], blocks[at]);
  });
  each(edits.move, (blocks, { at, rest }) => {
    const to = Number(rest) - 1;
    if (!(Number.isInteger(to) && to >= 0 && to < blocks.length))
      throw bad(`"${rest}" is no place of that list`);
    blocks.splice(to, 0, ...blocks.splice(at, 1));
  });
  each(
    edits.add,
    (blocks, { at, rest }) => {
      if (rest === "") throw bad("a new preference needs its words");
      blocks.splice(at, 0, [`- ${rest}`, `  ${edits.because ?? "assume"}`]);
    },
    true,
  );
  return edits.quo === undefined ? now : replaceLine(now, "quo", edits.quo);
}

/** Lines of each preference of a list with what follows up to the next, and the index of the first line. */
function blocksOf(lines: readonly string[], { statements, end }: FileList): [number, string[][]] {
  const starts = [...statements.map((s) => s.line - 1), end - 1];
  return [starts[0], statements.map((_, k) => lines.slice(starts[k], starts[k + 1]))];
}

/** Gives the file its next version number. */
export const nextVersion = (text: string, version: number): string =>
  replaceLine(text, "version", String(version + 1));

function replaceLine(text: string, keyword: string, value: string): string {
  const lines = text.split("\n");
  const at = lines.findIndex((l) => new RegExp(`^\\s*${keyword}(\\s|$)`).test(l));
  if (at >= 0) lines[at] = `${keyword} ${value}`;
  else {
    const maker = lines.findIndex((l) => /^\s*maker\s/.test(l));
    const after = lines.findIndex((l) => /^\s*(prefer|order|never)\s/.test(l));
    lines.splice(keyword === "quo" ? after : maker, 0, `${keyword} ${value}`, "");
  }
  return lines.join("\n");
}

function target(file: ModelFile, edit: string, insert: boolean): Target {
  const [, code, place, rest = ""] = /^\s*([\w-]+)\s*:\s*(\d+)\s*(?::\s*(.*))?$/.exec(edit) ?? [];
  if (code === undefined) throw bad(`"${edit}" is not CODE:PLACE`);
  const maker = file.makers.findIndex((m) => m.code === code);
  if (maker < 0)
    throw new AppError("MODEL_UNKNOWN_MAKER", `No decision maker is called "${code}".`, { code });
  const list = file.lists.find((l) => l.of === maker && l.believedBy === null && l.name === null) as FileList;
  if (list.order !== null) throw bad(`${code} has an order of states, not a list of preferences`);
  const at = Number(place) - 1;
  if (at < 0 || at >= list.statements.length + (insert ? 1 : 0))
    throw bad(`${code} has ${list.statements.length} preferences`);
  return { list, at, rest: rest.trim() };
}

const bad = (why: string): AppError => new AppError("MODEL_EDIT_BAD", `The change cannot be made: ${why}.`);

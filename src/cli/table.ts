import type { Rendering } from "../app/index.js";

/**
 * Lays a rendering out for a terminal of a width in columns. Cells are wrapped at spaces, the widest columns give way first. Control
 * characters and direction overrides in cells are shown as U+FFFD: text of sources never steers the terminal.
 */
export function layOut(rendering: Rendering, width: number, bold: (s: string) => string = (s) => s): string {
  const parts: string[] = [];
  if (rendering.lead?.length) parts.push(rendering.lead.map(clean).join("\n"));
  if (rendering.columns && rendering.rows) {
    const { columns, rows, under } = rendering;
    parts.push(rows.length === 0 ? "nothing found" : table(columns, rows, under ?? [], width, bold));
  }
  if (rendering.text !== undefined) parts.push(clean(rendering.text).trimEnd());
  if (rendering.tail?.length) parts.push(rendering.tail.map(clean).join("\n"));
  return `${parts.join("\n\n")}\n`;
}

const GAP = 2;
const LEAST = 8;
const INDENT = "    ";

function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  under: readonly string[],
  width: number,
  bold: (s: string) => string,
): string {
  const cells = rows.map((row) => columns.map((_, c) => clean(row[c] ?? "").replace(/\s*\n\s*/g, " ")));
  const widths = columns.map((name, c) =>
    Math.max(columnsOf(name), ...cells.map((row) => columnsOf(row[c]))),
  );
  const room = Math.max(width - GAP * (columns.length - 1), LEAST * columns.length);
  while (sum(widths) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest] <= LEAST) break;
    const rest = widths.filter((_, i) => i !== widest);
    widths[widest] = Math.max(
      LEAST,
      Math.max(widths[widest] - (sum(widths) - room), Math.max(...rest, LEAST) - 1),
    );
  }
  const line = (row: readonly string[]): string => {
    const wrapped = row.map((cell, c) => wrap(cell, widths[c]));
    const height = Math.max(...wrapped.map((w) => w.length));
    return Array.from({ length: height }, (_, i) =>
      wrapped
        .map((w, c) => pad(w[i] ?? "", widths[c]))
        .join(" ".repeat(GAP))
        .trimEnd(),
    ).join("\n");
  };
  const head = line(columns).split("\n").map(bold).join("\n");
  const rule = widths.map((w) => "─".repeat(w)).join(" ".repeat(GAP));
  const below = (i: number): string =>
    under[i] === undefined
      ? ""
      : `\n${wrap(clean(under[i]).replace(/\s+/g, " "), width - INDENT.length)
          .map((l) => INDENT + l)
          .join("\n")}`;
  return [head, rule, ...cells.map((row, i) => line(row) + below(i))].join("\n");
}

/** Words to lines of at most `width` columns; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (let word of text.split(" ")) {
    while (columnsOf(word) > width) {
      if (line !== "") lines.push(line);
      line = "";
      const cut = [...word]
        .slice(0, Math.max(1, Math.floor(width / (columnsOf(word) / [...word].length))))
        .join("");
      lines.push(cut);
      word = word.slice(cut.length);
    }
    if (line === "") line = word;
    else if (columnsOf(line) + 1 + columnsOf(word) <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines;
}

/** Terminal columns of a text: East Asian wide characters take two, combining marks none. */
export function columnsOf(text: string): number {
  let n = 0;
  for (const ch of text)
    n += /\p{M}/u.test(ch)
      ? 0
      : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u.test(ch)
        ? 2
        : 1;
  return n;
}

const pad = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - columnsOf(text)));
const sum = (ns: readonly number[]): number => ns.reduce((a, b) => a + b, 0);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be shown harmless
const HARMFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of sources as it may be shown on a terminal. Line breaks stay. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(HARMFUL, "\ufffd");
}

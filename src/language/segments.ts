import { DAY_NAMED, type Document } from "../text/index.js";
import { closingNote, closingSign, closingStamp, type Furniture, Layout } from "./layout.js";
import { turnsOf } from "./turns.js";
import type { SegmentKind } from "./types.js";

/** A stretch of one kind, before it is split into sentences. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Lines at least so long, most of them, and none much longer: the text was wrapped by hand. */
const WRAP_MIN = 50;
const WRAP_MAX = 110;
/** A line so long that has no full stop may go on in the next. */
const BROKEN = 40;

const BULLET = /^\s*(?:[-*•‣–—o]|\(?\d{1,2}[.)])\s+(?=\S)/;
const NAME = "[A-Z][\\p{L}'’.-]+(?:[ /-][A-Z][\\p{L}'’.-]*){0,3}";
const DAY = "(?:[A-Z][a-z]{2,8}\\.?\\s*\\d{1,2}|\\d{1,2}\\s+[A-Z][a-z]{2,8}\\.?)(?:,?\\s*\\d{4})?";
/** Who sends it: "(Kyodo)", "/TASS/." */
const SENDER = "(?:\\([^)\\n]{2,40}\\)|/[A-Z][\\p{L} -]{1,30}/\\.?)";
/** "GENEVA -", "Jeddah, Saudi Arabia, 1 June 2023 (AFP) -", "MOSCOW, December 19. /TASS/.", "(Reuters) -". */
const DATELINE = new RegExp(
  `^\\s*(?:(${NAME})(?:,\\s*${NAME}){0,2}(?:,\\s*(${DAY})\\.?)?,?\\s*)?(${SENDER})?\\s*(?:--|[–—:]|-(?=\\s)|(?<=/\\.?)\\s)\\s*(?=\\S)`,
  "u",
);

const DATE =
  "(?:(?:19|20)\\d\\d(?!\\s*[-–—/]\\s*\\d)|(?:\\d{1,2}(?:\\s*[-–—/]\\s*\\d{1,2})?\\s+)?[A-Z][a-z]{2,8}\\.?(?:\\s+\\d{1,2}(?:\\s*[-–—]\\s*\\d{1,2})?,)?\\s+(?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d)";
/** "3 May 2019 - ", "- May 2019 – June 2020: ", "**May 3, 2019.** ": what an entry of a chronology opens with. A stop outside bold ends a sentence anyway. */
const DATES = `${DATE}(?:\\s*[-–—]\\s*${DATE})?`;
const ENTRY = new RegExp(
  `^\\s*(?:[-*•‣–—]\\s+)?(?:(\\*\\*|__|\\*|_)${DATES}[.:]?\\1(?:\\s*[.:–—-])?|${DATES}\\s*(?:[.:]|--|[–—-](?=\\s)(?!\\s*${DATE})))\\s+(?=\\S)`,
  "u",
);

/** An entry of a live page: "13:05 GMT: ", "2.15pm - ". */
const ENTRY_CLOCK =
  /^\s*\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:GMT|UTC|[A-Z]{1,3}T)?\s*(?:(?:[:|]|--|[–—-])\s+(?=\p{Lu})|(?<=m\.?|T|C)\s+(?=\p{Lu}\p{Ll}))/u;
/** The day of an entry printed against its first word. */
const GLUED = new RegExp(`^\\s*${DAY_NAMED}(?=\\p{Lu}\\p{Ll})`, "u");
/** A place in capitals with its sender in brackets and no dash: "PARIS (Wire / Agency - 9th February, 2023) The envoys". */
const BARE = new RegExp(
  `^\\s*(?:(\\p{Lu}{3}[\\p{Lu} '’.-]*|${NAME}(?=,))(?:,\\s*${NAME}){0,2}(?:,\\s*(${DAY}))?,?\\s*\\(([^()\\n]{2,60})\\))\\s*(?:--|[–—:-])?\\s+(?=\\p{Lu})`,
  "u",
);
/** "OSLO, Norway, March 15, Wire: The envoys": a sender without brackets behind the day. */
const NAMED = new RegExp(
  `^\\s*${NAME}(?:,\\s*${NAME}){0,2},\\s*${DAY},?\\s+\\p{Lu}[\\p{L}]{1,12}\\s*(?::|--|[–—-](?=\\s))\\s*(?=\\p{Lu})`,
  "u",
);
/** A place written as any name before a colon or a spaced dash: "New Delhi: ", "Vienna : ". */
const TOWN = new RegExp(`^\\s*(${NAME})(?:,\\s*${NAME})?\\s*:\\s+(?=\\p{Lu})`, "u");

/** Tells the towns of the world and the senders of news. */
export interface Gazetteer {
  isTown(name: string): boolean;
  isSender(name: string): boolean;
}

/** A place in capitals is enough; one that is written as any name, and nothing, need a sender or a day; a town needs its colon. */
function datelineOf(line: string, stopped: boolean, known: Gazetteer): string | null {
  const entry = ENTRY.exec(line) ?? ENTRY_CLOCK.exec(line) ?? GLUED.exec(line);
  if (entry !== null) return entry[0];
  const named = NAMED.exec(line);
  if (named !== null) return named[0];
  const found = DATELINE.exec(line);
  if (found !== null) {
    const [whole, place, day, sender] = found;
    if (place === undefined) return sender === undefined ? null : whole;
    if (sender !== undefined || day !== undefined || /^[^a-z]*[A-Z]{3}[^a-z]*$/.test(place)) return whole;
  }
  const bare = BARE.exec(line);
  // "OPEC (the exporters' group)" explains; a dateline names a day, or a sender.
  if (
    bare !== null &&
    (bare[2] !== undefined ||
      /\d{4}/.test(bare[3]) ||
      known.isSender(bare[3].split(/\s*[/,|–-]\s*/)[0].trim()))
  )
    return bare[0];
  const town = stopped ? TOWN.exec(line) : null;
  return town !== null && known.isTown(town[1]) ? town[0] : null;
}

/**
 * Cuts a document into headline, datelines, turns, bylines, bullets, boilerplate and prose. A line break ends a paragraph unless the text is
 * wrapped by hand, where only an empty line does. Linear; every character but white space lies in one segment.
 */
export function segments(document: Document, furniture: Furniture, known: Gazetteer): Segment[] {
  const { text } = document;
  const out: Segment[] = [];
  const blocks = paragraphs(text);
  const turns = turnsOf(text, blocks);
  const layout = new Layout(
    blocks.map(([a, b]) => text.slice(a, b)),
    furniture,
  );
  for (const [paragraph, [start, end]] of blocks.entries()) {
    const line = text.slice(start, Math.min(end, start + 400));
    const whole = end - start <= 400;
    const push = (kind: SegmentKind, a: number, b: number): void => {
      if (b > a) out.push({ kind, paragraph, start: a, end: b });
    };
    const turn = turns?.get(paragraph);
    if (turn !== undefined) {
      push("turn", start, turn);
      push("prose", turn, end);
      continue;
    }
    const form = layout.form(paragraph);
    if (form !== null) {
      push(form, start, end);
      continue;
    }
    const title = paragraph === 0 && blocks.length > 1 && whole && isHeadline(line);
    const dateline = title ? null : datelineOf(line, layout.isStopped(paragraph), known);
    const bullet = dateline === null && BULLET.test(line);
    const place = dateline === null ? layout.place(paragraph, bullet) : null;
    if (place !== null) push(place, start, end);
    else if (title) push("headline", start, end);
    else {
      // What is glued to the end of the paragraph is the publisher's.
      const all = text.slice(start, end);
      const closing = Math.max(closingNote(all), closingStamp(all), closingSign(all));
      const stop = closing > 0 ? start + closing : end;
      const from = start + (dateline?.length ?? 0);
      if (dateline !== null) push("dateline", start, start + dateline.trimEnd().length);
      push(bullet ? "bullet" : "prose", from, stop);
      push("boilerplate", stop, end);
    }
  }
  return out;
}

/** A first line without a final stop that is not too long. */
const isHeadline = (line: string): boolean =>
  line.length <= 160 && !/[.!?:;,"”]\s*$/.test(line) && /^\s*["“'‘]?[\p{Lu}\d]/u.test(line);

function paragraphs(text: string): [number, number][] {
  const lines: [number, number][] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const c = i < text.length ? text.charCodeAt(i) : 10;
    if (c === 10 || c === 13 || c === 0x2028 || c === 0x2029) {
      lines.push([start, i]);
      start = i + 1;
    }
  }
  const filled = lines.filter(([a, b]) => text.slice(a, Math.min(b, a + 2000)).trim() !== "");
  const wrapped = isWrapped(filled.map(([a, b]) => b - a));
  const out: [number, number][] = [];
  let open: [number, number] | null = null;
  // Empty lines since the last one that was not.
  let empty = 0;
  for (const [a, b] of lines) {
    const blank = text.slice(a, Math.min(b, a + 2000)).trim() === "";
    const last = wrapped || blank || empty > 1 ? undefined : out.at(-1);
    empty = blank ? empty + 1 : 0;
    if (last !== undefined && isBroken(text, last, a, b)) {
      last[1] = trim(text, a, b)[1];
      continue;
    }
    if (blank || (!wrapped && open !== null)) {
      if (open !== null) out.push(open);
      open = null;
    }
    if (blank) continue;
    open = open === null ? trim(text, a, b) : [open[0], trim(text, a, b)[1]];
    if (!wrapped) {
      out.push(open);
      open = null;
    }
  }
  if (open !== null) out.push(open);
  return out;
}

/** Whether a link or a mark broke a line inside its sentence: it is long and has no stop, and the next one, [from, to), goes on in small letters to one. */
const isBroken = (text: string, [a, b]: readonly [number, number], from: number, to: number): boolean =>
  b - a >= BROKEN &&
  /[\p{L}\d,]$/u.test(text.slice(b - 1, b)) &&
  !/^[a-z]/.test(text[a]) &&
  /^\s{0,4}[a-z]/.test(text.slice(from, from + 5)) &&
  (to - from >= BROKEN || /[.!?]["”’')]?\s*$/u.test(text.slice(Math.max(from, to - 8), to)));

function isWrapped(lengths: readonly number[]): boolean {
  if (lengths.length < 5) return false;
  const full = lengths.filter((n) => n >= WRAP_MIN && n <= WRAP_MAX).length;
  return full * 10 >= lengths.length * 6 && lengths.every((n) => n <= WRAP_MAX);
}

function trim(text: string, from: number, to: number): [number, number] {
  let a = from;
  let b = to;
  while (a < b && text[a].trim() === "") a++;
  while (b > a && text[b - 1].trim() === "") b--;
  return [a, b];
}

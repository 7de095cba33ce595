import type { Document } from "../text/index.js";
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

const BULLET = /^\s*(?:[-*•‣–—o]|\(?\d{1,2}[.)])\s+(?=\S)/;
const BYLINE =
  /^\s*(?:By|From)\s+[A-Z][\p{L}.'’-]+(?:\s+(?:[A-Z][\p{L}.'’-]+|and|of|in)){0,8}(?:,?\s+(?:Staff|Correspondent|Writer|Reporter)[\w ]*)?\s*$/u;
const NAME = "[A-Z][\\p{L}'’.-]+(?:[ /-][A-Z][\\p{L}'’.-]*){0,3}";
const DAY = "(?:[A-Z][a-z]{2,8}\\.?\\s*\\d{1,2}|\\d{1,2}\\s+[A-Z][a-z]{2,8}\\.?)(?:,?\\s*\\d{4})?";
/** Who sends it: "(Kyodo)", "/TASS/." */
const SENDER = "(?:\\([^)\\n]{2,40}\\)|/[A-Z][\\p{L} -]{1,30}/\\.?)";
/** "GENEVA -", "Jeddah, Saudi Arabia, 1 June 2023 (AFP) -", "MOSCOW, December 19. /TASS/.", "(Reuters) -". */
const DATELINE = new RegExp(
  `^\\s*(?:(${NAME})(?:,\\s*${NAME}){0,2}(?:,\\s*(${DAY})\\.?)?\\s*)?(${SENDER})?\\s*(?:--|[–—:]|-(?=\\s)|(?<=/\\.?)\\s)\\s*(?=\\S)`,
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

/** A place in capitals is enough; one that is written as any name, and nothing, need a sender or a day. */
function datelineOf(line: string): string | null {
  const entry = ENTRY.exec(line);
  if (entry !== null) return entry[0];
  const found = DATELINE.exec(line);
  if (found === null) return null;
  const [whole, place, day, sender] = found;
  if (place === undefined) return sender === undefined ? null : whole;
  return sender !== undefined || day !== undefined || /^[^a-z]*[A-Z]{3}[^a-z]*$/.test(place) ? whole : null;
}

/**
 * Cuts a document into headline, datelines, turns, bylines, bullets, boilerplate and prose. A line break ends a paragraph unless the text is
 * wrapped by hand, where only an empty line does. Linear; every character but white space lies in one segment.
 */
export function segments(document: Document, isBoilerplate: (line: string) => boolean): Segment[] {
  const { text } = document;
  const out: Segment[] = [];
  const blocks = paragraphs(text);
  const turns = turnsOf(text, blocks);
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
    } else if (isBoilerplate(line.trim().toLowerCase())) push("boilerplate", start, end);
    else if (whole && BYLINE.test(line)) push("byline", start, end);
    else if (paragraph === 0 && blocks.length > 1 && whole && isHeadline(line)) push("headline", start, end);
    else {
      const dateline = datelineOf(line);
      const bullet = dateline ? null : BULLET.exec(line);
      if (dateline !== null) {
        push("dateline", start, start + dateline.trimEnd().length);
        push("prose", start + dateline.length, end);
      } else if (bullet) push("bullet", start, end);
      else push("prose", start, end);
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
  for (const [a, b] of lines) {
    const blank = text.slice(a, b).trim() === "";
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

import { stampOf } from "../text/index.js";
import { lineRules } from "./layout.rules.js";

export interface Beginning {
  readonly words: string;
  /** Titles of other stories follow. */
  readonly links: boolean;
}

/** Words of publishers' lines, lower case: what such a line begins with, or is as a whole. */
export interface Furniture {
  /** By their first letter. */
  readonly beginnings: ReadonlyMap<string, readonly Beginning[]>;
  readonly lines: ReadonlySet<string>;
}

/** Of a page whose paragraphs end in full stops: at least so many do, and they hold so many parts in ten of its letters. */
const STOPPED = 3;
const SHARE = 4;
/** Longest line without a full stop that is taken for the heading of a section or the title of another story. */
const TITLE = 120;
/** A line of so few words in front of a headline names the outlet or a section of it. */
const FEW = 3;

/** A label of links is at most so long; a paragraph of the story that goes on behind them at least so, and it is not cut off. */
const LABEL = 30;
const WHOLE = 80;
const CUT = /(?:…|\.\.\.|[:;])["”]?\s*$/u;
/** What opens a point of a list. */
const MARK = /^\s*[-–—*•]\s+/u;
const STOP = /[.!?…:;][\s"'”’)\]]*$/u;
const GOES_ON = /(?:[,–—-]|(?:^|\s)(?:and|or|but|of|the|a|an|to|in|for|with|by|on|at))\s*$/iu;
/** The dash between a title and the section that it links to. */
const DASHED = /\s+[–—-]\s*$/u;
const TITLED = /^["'“‘]?[\p{Lu}\d]/u;
const OPEN_QUOTE = /[“][^”]*$/u;

/** Parts of a page around the story: what each paragraph is, where its form or its place tells. */
export class Layout {
  /** Paragraphs whose last sentence is whole. */
  private readonly stopped: boolean[];
  private readonly forms: readonly ("byline" | "boilerplate" | null)[];
  private readonly first: number;
  private readonly last: number;
  private readonly page: boolean;
  private readonly seen = new Set<string>();

  constructor(
    private readonly lines: readonly string[],
    private readonly words: Furniture,
  ) {
    this.stopped = lines.map((l) => STOP.test(l) || closingSign(l) > 0);
    let linked = false;
    this.forms = lines.map((l, i) => {
      // Titles and first words of other stories, up to where this one goes on.
      linked =
        (linked && (!this.stopped[i] || l.length < WHOLE || CUT.test(l))) || (i > 0 && this.opensLinks(l));
      return linked ? "boilerplate" : this.formOf(l);
    });
    const told = this.stopped.map((s, i) => s && this.forms[i] === null);
    this.first = told.indexOf(true);
    this.last = told.lastIndexOf(true);
    let full = 0;
    let all = 0;
    for (const [i, l] of lines.entries()) {
      all += l.length;
      if (this.stopped[i]) full += l.length;
    }
    this.page = this.stopped.filter(Boolean).length >= STOPPED && full * 10 >= all * SHARE;
  }

  isStopped(i: number): boolean {
    return this.stopped[i];
  }

  /** What the paragraph is by its form: a byline, a line of the publisher's; null where it is text. */
  form(i: number): "byline" | "boilerplate" | null {
    return this.forms[i];
  }

  private formOf(line: string): "byline" | "boilerplate" | null {
    const lower = line.slice(0, 60).toLowerCase().replace(MARK, "");
    if (this.words.lines.has(lower) || this.beginning(lower) !== undefined) return "boilerplate";
    for (const rule of lineRules) if (line.length <= rule.longest && rule.is(line)) return rule.kind;
    return null;
  }

  /** "Check also": a line of its own above the titles of other stories. */
  private opensLinks(line: string): boolean {
    if (line.length > LABEL) return false;
    return this.beginning(line.toLowerCase().replace(MARK, ""), true) !== undefined;
  }

  private beginning(line: string, links = false): Beginning | undefined {
    const found = this.words.beginnings.get(line.slice(0, 1));
    return found?.find((b) => (b.links || !links) && line.startsWith(b.words));
  }

  /**
   * What the place of a paragraph without a full stop tells of it, on a page whose paragraphs have one: above the story its headline and
   * the line under that, or the name of a section; inside it a heading or the title of another story; below it titles of others.
   */
  place(i: number, bullet: boolean): "headline" | "boilerplate" | null {
    const line = this.lines[i];
    if (this.again(line)) return "boilerplate";
    if (!this.page || this.stopped[i]) return null;
    if (i < this.first) {
      const few = line.split(/\s+/).length <= FEW;
      if (few)
        return this.lines.some((l, k) => k < this.first && k !== i && l.split(/\s+/).length > FEW)
          ? "boilerplate"
          : null;
      return !bullet && TITLED.test(line) && line.length <= 160 ? "headline" : null;
    }
    const below = i > this.last;
    if (line.length > (below ? 160 : TITLE) || GOES_ON.test(below ? line.replace(DASHED, "") : line))
      return null;
    if (OPEN_QUOTE.test(line)) return null;
    if (bullet) return below && !this.listed(i) ? "boilerplate" : null;
    return TITLED.test(line) && !this.listed(i) ? "boilerplate" : null;
  }

  /** Whether the line stands in a list that a text leads in with a colon. */
  private listed(i: number): boolean {
    for (let k = i - 1; k >= 0; k--) {
      if (!this.stopped[k]) continue;
      return /[:;]\s*$/.test(this.lines[k]) && this.forms[k] === null;
    }
    return false;
  }

  /** Whether the page has said the same before: a headline printed twice. */
  private again(line: string): boolean {
    if (line.length < 20) return false;
    const key = line.toLowerCase().replace(/[.\s]+$/u, "");
    if (this.seen.has(key)) return true;
    this.seen.add(key);
    return false;
  }
}

/** End of the note that a dispatch closes with inside its last paragraph: "(Reporting by ...)", "(AGENCIES)"; -1 where there is none. */
export function closingNote(line: string): number {
  if (!/[)\]]\s*$/.test(line)) return -1;
  const at = Math.max(line.lastIndexOf("("), line.lastIndexOf("["));
  if (at <= 0 || !/[.!?…"”’]\s*$/u.test(line.slice(0, at))) return -1;
  const note = line.slice(at).trim();
  return lineRules.some(
    (r) =>
      r.kind === "boilerplate" && r.id !== "layout/caption-sides" && note.length <= r.longest && r.is(note),
  ) && !/[.!?]/.test(note.slice(0, -2))
    ? at
    : -1;
}

/** A desk's number and an agency's sign. */
const SIGN =
  /[.!?…"”’]\s+(?=(?:[-–—]{1,2}\s?\d{0,6}\s?\(\p{Lu}[\p{Lu}\d /.-]{1,20}\)|[-–—]{1,2}\s?\p{Lu}[\p{L}/.]{1,20})\s*$)/u;

/** Where the sign of an agency closes a paragraph: "...in Oslo. -041 (ABC)", "...in Oslo. -- Wire"; -1 where none does. */
export function closingSign(line: string): number {
  const from = Math.max(0, line.length - 40);
  const found = SIGN.exec(line.slice(from));
  return found === null ? -1 : from + found.index + found[0].length;
}

/** Where a day, a place and an outlet are glued to the end of a paragraph: "...by the minister.Wire | Oslo | Updated: 10-10-2020"; -1 where not. */
export function closingStamp(line: string): number {
  if (!line.includes("|")) return -1;
  const found = /[.!?]\s*(?=\p{Lu}[^.!?|]{0,40}\|[^.!?]{0,140}$)/u.exec(line.slice(-190));
  if (found === null) return -1;
  const at = Math.max(0, line.length - 190) + found.index + found[0].length;
  return stampOf(line.slice(at)) === null ? -1 : at;
}

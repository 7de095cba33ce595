import type { IsoDate } from "../../text/index.js";
import type { Rule } from "../rule.js";
import type { TimeExpression } from "../types.js";
import type { Unit } from "./calendar.js";

/** What relative expressions are counted from: the publication day, the date a story stands at, or publication where no story is told; `said`: the same, but
 * a date in the same sentence is counted from whatever the tense ("under the deal of May 5 they are to leave within a month"). */
export type From = "publication" | "story" | "either" | "said";

/** What the words of a pattern mean; the engine knows these, and no English. Captures of the pattern are named in braces. */
export type Meaning =
  /** Stated parts {year} {month} {dom} {season} {quarter} {half} {decade} {century} {weekday}; {dom:last} ends a range. Missing years come from tense and anchor. */
  | {
      readonly is: "calendar";
      readonly approximate?: true;
      /** Parts that the words have without naming them: Christmas is 25 December. */
      readonly parts?: Readonly<Record<string, number>>;
    }
  /** The {unit}, {month}, {season}, {weekday} so many steps from the one the anchor lies in. */
  | { readonly is: "step"; readonly by: number; readonly from: From }
  /** From the anchor to the end of its {unit}, or from the unit's beginning to the anchor. */
  | { readonly is: "rest"; readonly from: From; readonly side: "before" | "after" }
  /** {number} {unit} away from the anchor. */
  | {
      readonly is: "shift";
      readonly by: 1 | -1;
      readonly from: From;
      readonly count?: number;
      readonly unit?: Unit;
    }
  /** All of {number} {unit} up to or from the anchor; default count 5 ("recent weeks"). */
  | { readonly is: "window"; readonly by: 1 | -1; readonly from: From; readonly role: "span" | "deadline" }
  /** {part} of the date <of>. */
  | { readonly is: "part"; readonly part?: number }
  /** Day, month and year of a date in figures, {a} / {b} / {year} or {dotted}; unknown where either could be the month. */
  | { readonly is: "numeric" }
  /** A known stretch of history. */
  | { readonly is: "fixed"; readonly earliest: IsoDate; readonly latest: IsoDate }
  /** The {unit} in which <of> lies. */
  | { readonly is: "unit-of" }
  /** A time of day of <of>. */
  | { readonly is: "same" }
  /** The {nth} or {final} {unit}, {weekday} or {number} {units} of <of>. */
  | { readonly is: "nth" }
  /** From <a> to <b>. */
  | { readonly is: "range" }
  /** {number} {unit} without place. */
  | { readonly is: "length" }
  /** {number} {unit} in a row from <of>: the same date each year, month or week. */
  | { readonly is: "repeat" }
  /** So many times a {unit}. */
  | { readonly is: "frequency"; readonly unit?: Unit }
  /** {number} {unit} from an event or date named next: after it, before it, or all the time since. */
  | { readonly is: "event"; readonly by: 1 | -1 | 0; readonly count?: number; readonly unit?: Unit }
  /** Saturday and Sunday of the week {direction} weeks away, or the nearest ones the tense allows. */
  | { readonly is: "weekend" }
  /** The day {deictic} days from publication. */
  | { readonly is: "deictic"; readonly by?: number }
  /** So many years (or {unit}) after something: recalled by the date on which it falls. */
  | { readonly is: "anniversary" }
  /** Not a time, whatever its parts look like. */
  | { readonly is: "nothing" };

/**
 * Conditions on what stands around: `bare`: a preposition or another time word before it, or a bare adverbial; `year`: no amount,
 * number of a thing or count; `the`: the definite article before it; `date-cue`: a preposition of dates before that; `planned`: "in"
 * before it, told as still to come; `determiner`: its first word determines the next one; `followed`: a phrase or
 * clause comes next; `final`: none does; `whole`: no
 * "of" after it; `still`: not the
 * change of a date ("moved from March to June"); `unnamed`: no part of a
 * name ("the June 4 Movement"); `free`: no name or noun before it.
 */
export type Guard =
  | "bare"
  | "year"
  | "the"
  | "date-cue"
  | "planned"
  | "determiner"
  | "followed"
  | "final"
  | "whole"
  | "free"
  | "still"
  | "unnamed";

/**
 * A pattern of words: `{class}` a word of that class in lexicon/time/words.tsv (or a number of that form), `{class:name}` captured
 * under another name, `<name>` a date read by another rule, `<year>` one that is a
 * year, `a|b` one of these words, `x?` may be missing. In hits, `[words|EDTF]` or
 * `[words|EDTF|role]` marks what must be read; an unresolved one gives its code in place of the EDTF.
 */
export interface TimeRule extends Rule {
  readonly id: `time/${string}`;
  readonly patterns: readonly [string, ...string[]];
  readonly means: Meaning;
  readonly guards?: readonly Guard[];
  /** Only inside other rules' <name>. */
  readonly inner?: true;
  readonly role?: TimeExpression["role"];
}

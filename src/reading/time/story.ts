import type { Sentence } from "../../language/index.js";
import type { IsoDate } from "../../text/index.js";
import type { TimeExpression } from "../types.js";
import { type Dated, unitFrom } from "./calendar.js";
import type { Tense } from "./tense.js";

/** Sentences for which a story stays at its last date. */
const HOLDS = 2;
const OF_A_NOUN = /^(amod|nummod|compound)/;

/** The date at which what a document tells stands. */
export interface Story {
  /** Sentence that set it, or -1. */
  readonly sentence: number;
  /** The date as it holds for a sentence, or null. */
  at(sentence: number): Dated | null;
  /** Date of a thing named in the sentence ("the 2013 agreement"), or null. */
  named(sentence: number): Dated | null;
  /** Moves on to an expression's date, where the expression dates something past that is told. */
  tell(s: Sentence, x: TimeExpression, tense: Tense, published: string | null): void;
}

/** `genitive`: words between a thing and its date ("the war of 2008"). */
export function createStory(genitive: ReadonlySet<string>): Story {
  let dated: Dated | null = null;
  let since = -1;
  let named: Dated | null = null;
  let namedIn = -1;
  return {
    get sentence() {
      return since;
    },
    at: (sentence) => (dated !== null && sentence - since <= HOLDS ? dated : null),
    named: (sentence) => (namedIn === sentence ? named : null),
    tell(s, x, tense, published) {
      const lasts = x.role === "span";
      const stands = x.role === "point" || x.role === "name" || lasts;
      if (!stands || x.earliest === null || x.latest === null || x.edtf === null) return;
      // The date of a thing named, or of what is to come, holds for its own sentence, where nothing better stands.
      const told = published === null ? tense.direction === "past" : x.latest <= published;
      if (x.role === "name" || !told || tense.before || ofNoun(s, x.head, genitive, dated)) {
        named = { earliest: x.earliest, latest: x.latest, precision: x.precision, edtf: x.edtf };
        namedIn = s.index;
        return;
      }
      dated = lasts
        ? endOf(x.latest, x.edtf)
        : { earliest: x.earliest, latest: x.latest, precision: x.precision, edtf: x.edtf };
      since = s.index;
    },
  };
}

/**
 * Whether a date belongs to a noun ("the war of May 2008", "the May talks"). One with a
 * preposition of its own dates what is told, wherever the tree hangs it, and so does "of" where the story has no date yet.
 */
function ofNoun(s: Sentence, head: number, genitive: ReadonlySet<string>, dated: Dated | null): boolean {
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    if (s.deprels[c] === "case")
      return dated !== null && s.deprels[head] === "nmod" && genitive.has(s.norms[c]);
  return OF_A_NOUN.test(s.deprels[head]);
}

/** Where a stretch leaves a story: its last day, month or year, whichever its end is shown as. */
function endOf(latest: IsoDate, edtf: string): Dated {
  const end = edtf.slice(edtf.lastIndexOf("/") + 1).length;
  return unitFrom(latest, end === YEAR ? "year" : end === MONTH ? "month" : "day", 0);
}

const YEAR = "2019".length;
const MONTH = "2019-12".length;

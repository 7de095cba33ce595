import type { Sentence } from "../../language/index.js";
import type { TimeExpression } from "../types.js";
import type { Dated } from "./calendar.js";
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

export function createStory(): Story {
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
      if (
        (x.role !== "point" && x.role !== "name") ||
        x.earliest === null ||
        x.latest === null ||
        x.edtf === null
      )
        return;
      if (published === null ? tense.direction !== "past" : x.latest > published) return;
      // The date of a thing named holds for its own sentence, where nothing better stands.
      if (x.role === "name" || OF_A_NOUN.test(s.deprels[x.head])) {
        named = { earliest: x.earliest, latest: x.latest, precision: x.precision, edtf: x.edtf };
        namedIn = s.index;
        return;
      }
      dated = { earliest: x.earliest, latest: x.latest, precision: x.precision, edtf: x.edtf };
      since = s.index;
    },
  };
}

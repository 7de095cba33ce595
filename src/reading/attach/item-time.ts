import { type IsoDate, makeSpan } from "../../text/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause, ItemTime, TimeExpression } from "../types.js";

export const NO_TIME: ItemTime = {
  earliest: null,
  latest: null,
  precision: null,
  edtf: null,
  words: null,
  class: "unknown",
  rule: "attach/none",
};

/** World time of an item from an expression; `rule` says why this one. Anniversaries give the day they recall. */
export function itemTime(
  input: WithClauses,
  x: TimeExpression,
  rule: string,
  tense: Clause["tense"] = "none",
): ItemTime {
  const recalled = x.recalls;
  const earliest = recalled?.earliest ?? x.earliest;
  const latest = recalled?.latest ?? x.latest;
  return {
    earliest,
    latest,
    precision: earliest === null && latest === null ? null : x.precision,
    edtf: recalled === null ? x.edtf : interval(recalled.earliest, recalled.latest),
    words: makeSpan(input.parsed.document, x.start, x.end),
    class: timeClass(earliest, latest, input.published, tense),
    rule,
  };
}

/** An expression's own days as the time of what is due, agreed or named by it, whatever it recalls. */
export function ownDays(
  input: WithClauses,
  x: TimeExpression,
  cls: ItemTime["class"],
  rule: string,
): ItemTime {
  const { earliest, latest, precision, edtf } = x;
  const words = makeSpan(input.parsed.document, x.start, x.end);
  return { earliest, latest, precision, edtf, words, class: cls, rule };
}

/** After an expression and, being told, before publication. */
export const timeAfter = (input: WithClauses, x: TimeExpression, tense: Clause["tense"]): ItemTime | null =>
  tense === "past" ? upToPublication(input, x, "past", "attach/after") : null;

/** "have been meeting since May": from then up to publication; null where that is not known. */
export const timeSince = (input: WithClauses, x: TimeExpression): ItemTime | null =>
  upToPublication(input, x, "present", "attach/since");

function upToPublication(
  input: WithClauses,
  x: TimeExpression,
  cls: ItemTime["class"],
  rule: string,
): ItemTime | null {
  const { published } = input;
  if (published === null || x.earliest === null || x.earliest > published) return null;
  return {
    earliest: x.earliest,
    latest: published,
    precision: "period",
    edtf: interval(x.earliest, published),
    words: makeSpan(input.parsed.document, x.start, x.end),
    class: cls,
    rule,
  };
}

const interval = (a: IsoDate, b: IsoDate): string => (a === b ? a : `${a}/${b}`);

/** Relative to publication. An interval that holds the publication day is judged by the tense of what happened in it. */
export function timeClass(
  earliest: IsoDate | null,
  latest: IsoDate | null,
  published: IsoDate | null,
  tense: Clause["tense"],
): ItemTime["class"] {
  if (published !== null && latest !== null && latest < published) return "past";
  if (published !== null && earliest !== null && earliest > published) return "future";
  if (earliest !== null && latest !== null && published !== null)
    return tense === "past" || tense === "future" ? tense : "present";
  return tense === "none" ? "unknown" : tense;
}

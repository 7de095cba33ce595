import type { Lexicon } from "../../language/index.js";
import type { WithClauses } from "../layers.js";
import type { ItemTime, Place } from "../types.js";
import { type Bindings, bindSentence } from "./bind.js";
import { clausesAt } from "./clauses-at.js";
import { deadlineOf } from "./deadline.js";
import { placeOf } from "./place.js";
import { type Bench, timeOf } from "./time.js";
import { loadAttachWords } from "./words.js";

export { itemTime, NO_TIME, ownDays } from "./item-time.js";

/** Answers about clauses, by clause index; each is worked out once. */
export interface Attached {
  time(clause: number): ItemTime;
  /** By when it is due, or null: "by March", "before a summit in Osaka in June 2019". */
  deadline(clause: number): ItemTime | null;
  place(clause: number): Place | null;
}

/** Which time, deadline and place a clause has. */
export function createAttach(lexicon: Lexicon): (input: WithClauses) => Attached {
  const words = loadAttachWords(lexicon);
  return (input) => {
    const bindings = cached((i: number): Bindings => bindSentence(input, input.parsed.sentences[i], words));
    const heads = cached((i: number) => clausesAt(input, input.parsed.sentences[i]));
    const bench: Bench = { input, words, bindings };
    return {
      time: cached((i) => timeOf(bench, input.clauses[i])),
      deadline: cached((i) => deadlineOf(bench, input.clauses[i])),
      place: cached((i) => placeOf(input, input.clauses[i], heads(input.clauses[i].sentence), words)),
    };
  };
}

function cached<T>(make: (index: number) => T): (index: number) => T {
  const known: T[] = [];
  return (index) => {
    const old = known[index];
    if (old !== undefined) return old;
    const made = make(index);
    known[index] = made;
    return made;
  };
}

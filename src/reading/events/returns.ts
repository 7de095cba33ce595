import type { Lexicon } from "../../language/index.js";

/** Words for those who were made to leave a land, for going there, and for what they left behind (`predicates/returns`). */
export interface ReturnWords {
  kinds(word: string): ReadonlySet<string>;
  is(kind: string, word: string): boolean;
  /** Whether a verb tells of going, with or without particle or noun. */
  goes(verb: string): boolean;
  /** "hundreds of": words that hold whom they count. */
  readonly measures: ReadonlySet<string>;
}

/** Kinds of words for going somewhere. */
const GOING: ReadonlySet<string> = new Set(["back", "visit", "go", "meet", "carried", "going"]);
const NONE: ReadonlySet<string> = new Set();

export function loadReturnWords(lexicon: Lexicon): ReturnWords {
  const kinds = new Map<string, Set<string>>();
  const goes = new Set<string>();
  for (const [word, kind] of lexicon.table("predicates/returns").rows) {
    kinds.set(word, (kinds.get(word) ?? new Set()).add(kind));
    if (GOING.has(kind)) goes.add(word.split("_")[0]);
  }
  const cues = lexicon.table("predicates/cues").rows;
  return {
    kinds: (word) => kinds.get(word) ?? NONE,
    is: (kind, word) => kinds.get(word)?.has(kind) === true,
    goes: (verb) => goes.has(verb),
    measures: new Set(cues.flatMap(([word, kind]) => (kind === "measure" ? [word] : []))),
  };
}

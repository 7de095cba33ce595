import type { Lexicon } from "../../language/index.js";
import { loadMoves, type Moves } from "../time/index.js";

/** How a phrase bears on the deed it hangs on: at that time, due by it, after it, from it on. */
export type Bearing = "at" | "due" | "after" | "from";

export interface AttachWords {
  /** By preposition as the clause layer writes it ("prior_to"). */
  readonly cues: ReadonlyMap<string, Bearing>;
  /** Nouns of things that take place: their date is a date for what is done before, at or after them. */
  readonly occasions: ReadonlySet<string>;
  /** Verbs whose date is the date of the thing that begins, is held or is signed. */
  readonly happening: ReadonlySet<string>;
  /** Verbs and adjectives that put what they govern into the future. */
  readonly ahead: ReadonlySet<string>;
  /** Verbs of reporting: said when published, whatever is being told. */
  readonly speech: ReadonlySet<string>;
  /** Last words of prepositions that look back to a date without beginning there: "since", not "from". */
  readonly since: ReadonlySet<string>;
  /** Words that rank a thing among those since a date: "first", "only". */
  readonly ranks: ReadonlySet<string>;
  /** Noun of what is counted: "time". */
  readonly turn: string;
  /** "of". */
  readonly genitive: ReadonlySet<string>;
  /** Verbs that give a thing another date. */
  readonly moves: Moves;
  /** Words for the place that the dateline names. */
  readonly here: ReadonlySet<string>;
  /** Words that take up the place before them: "where". */
  readonly whereRelative: ReadonlySet<string>;
  /** Prepositions of places. */
  readonly where: ReadonlySet<string>;
  /** Those of them that say where somebody goes or comes from. */
  readonly ways: ReadonlySet<string>;
}

const BEARING: Readonly<Record<string, Bearing>> = {
  deadline: "due",
  before: "due",
  until: "due",
  since: "from",
  from: "from",
  after: "after",
  within: "at",
  throughout: "at",
};

export function loadAttachWords(lexicon: Lexicon): AttachWords {
  const rows = lexicon.table("time/cues").rows;
  const places = lexicon.table("time/place-prepositions").rows;
  const lastWord = (words: string): string => words.slice(words.lastIndexOf(" ") + 1);
  return {
    since: new Set(rows.filter((r) => r[1] === "since").map((r) => lastWord(r[0]))),
    cues: new Map(rows.map(([words, bearing]) => [words.replaceAll(" ", "_"), BEARING[bearing]])),
    occasions: lexicon.list("time/occasions"),
    happening: lexicon.list("time/happening-verbs"),
    ahead: lexicon.list("time/future-words"),
    speech: lexicon.list("voice/speech"),
    genitive: lexicon.list("time/genitive"),
    moves: loadMoves(lexicon),
    ranks: lexicon.list("time/ranks"),
    turn: lexicon.table("time/tense").rows.find((r) => r[1] === "counted")?.[0] ?? "",
    here: lexicon.list("time/dateline-words"),
    whereRelative: lexicon.list("time/place-relatives"),
    where: new Set(places.map((r) => r[0])),
    ways: new Set(places.filter((r) => r[1] === "way").map((r) => r[0])),
  };
}

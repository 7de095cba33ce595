import type { Lexicon } from "../../language/index.js";

/** Word lists of the clause layer, made once. */
export interface ClauseWords {
  readonly actionNouns: ReadonlySet<string>;
  /** Nouns a light verb (lemma with particle) carries. */
  readonly light: ReadonlyMap<string, ReadonlySet<string>>;
  readonly negation: ReadonlySet<string>;
  readonly negativeDeterminer: ReadonlySet<string>;
  readonly negativeMarker: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  readonly modal: ReadonlySet<string>;
  readonly relative: ReadonlySet<string>;
  readonly relativePlace: ReadonlySet<string>;
  readonly coordinator: ReadonlySet<string>;
  readonly objectControl: ReadonlySet<string>;
  /** What only somebody does: "demand", "warn". */
  readonly utterance: ReadonlySet<string>;
}

export function loadClauseWords(lexicon: Lexicon): ClauseWords {
  const of = (wanted: string): ReadonlySet<string> =>
    new Set(
      lexicon
        .table("clauses/function-words")
        .rows.filter((r) => r[1] === wanted)
        .map((r) => r[0]),
    );
  return {
    actionNouns: lexicon.list("clauses/action-nouns"),
    light: new Map(lexicon.table("clauses/light-verbs").rows.map((r) => [r[0], new Set(r[1].split("|"))])),
    negation: of("negation"),
    negativeDeterminer: of("negative-determiner"),
    negativeMarker: of("negative-marker"),
    future: of("future"),
    modal: of("modal"),
    relative: of("relative-subject"),
    relativePlace: of("relative-place"),
    coordinator: of("coordinator"),
    utterance: of("utterance"),
    objectControl: lexicon.list("clauses/control"),
  };
}

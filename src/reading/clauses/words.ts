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
  /** What sets one clause against another: "while", "but". */
  readonly contrast: ReadonlySet<string>;
  /** Prepositions that bring who acts, both sides that act, and what a noun of action acts on. */
  readonly agent: ReadonlySet<string>;
  readonly sides: ReadonlySet<string>;
  readonly patient: ReadonlySet<string>;
  /** Auxiliaries of the perfect and the progressive. */
  readonly perfect: ReadonlySet<string>;
  readonly progressive: ReadonlySet<string>;
  /** Contracted modals and what they stand for. */
  readonly contracted: ReadonlyMap<string, string>;
  readonly objectControl: ReadonlySet<string>;
  /** Verbs with a receiver and a thing: "offer", "grant". */
  readonly giving: ReadonlySet<string>;
  /** What only somebody does: "demand", "warn". */
  readonly utterance: ReadonlySet<string>;
}

/** Class of a contracted form, before what it stands for. */
const CONTRACTED = "contracted:";

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
    contrast: of("contrast"),
    agent: of("agent"),
    sides: of("sides"),
    patient: of("patient"),
    perfect: of("perfect"),
    progressive: of("progressive"),
    contracted: new Map(
      lexicon
        .table("clauses/function-words")
        .rows.flatMap(([word, kind]) =>
          kind.startsWith(CONTRACTED) ? [[word, kind.slice(CONTRACTED.length)] as const] : [],
        ),
    ),
    giving: of("giving"),
    utterance: of("utterance"),
    objectControl: lexicon.list("clauses/control"),
  };
}

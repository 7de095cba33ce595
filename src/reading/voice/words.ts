import type { Lexicon } from "../../language/index.js";
import type { Voice } from "../types.js";

export interface VoiceWords {
  /** Verbs of saying, and verbs of holding a view, by lemma with particle. */
  readonly speech: ReadonlyMap<string, "say" | "hold">;
  /** Verbs that stand beside direct quotation only. */
  readonly quoting: ReadonlySet<string>;
  /** Kind of voice by the noun for the speaker. */
  readonly speakers: ReadonlyMap<string, Voice["kind"]>;
  /** Markers under which nothing is said yet, and words that deny. */
  readonly supposing: ReadonlySet<string>;
  readonly denying: ReadonlySet<string>;
  /** Modals of a future seen from the past. */
  readonly shifted: ReadonlySet<string>;
  /** Verbs of which the one who is quoted is the object: "was quoted as saying". */
  readonly citing: ReadonlySet<string>;
  /** "he", "she": one person who has spoken. */
  readonly single: ReadonlySet<string>;
  readonly naming: ReadonlySet<string>;
  readonly occasions: ReadonlySet<string>;
  /** Verbs of speech whose object hears what is said: "tell". */
  readonly hearers: ReadonlySet<string>;
  /** Prepositions by verb: "refer" to. */
  readonly about: ReadonlyMap<string, ReadonlySet<string>>;
}

export function loadVoiceWords(lexicon: Lexicon): VoiceWords {
  const rows = (name: string): readonly (readonly string[])[] => lexicon.table(`voice/${name}`).rows;
  return {
    speech: new Map(rows("speech").map(([word, kind]) => [word, kind as "say" | "hold"])),
    quoting: lexicon.list("voice/quote-verbs"),
    speakers: new Map(rows("speakers").map(([word, kind]) => [word, kind as Voice["kind"]])),
    shifted: new Set(
      lexicon
        .table("factuality/modals")
        .rows.filter((r) => r[1] === "would")
        .map((r) => r[0]),
    ),
    supposing: new Set(
      lexicon
        .table("factuality/forms")
        .rows.filter((r) => r[1] === "conditional")
        .map((r) => r[0]),
    ),
    denying: new Set(
      lexicon
        .table("clauses/function-words")
        .rows.filter((r) => r[1] === "negation" || r[1] === "negative-determiner")
        .map((r) => r[0]),
    ),
    citing: lexicon.list("voice/citing-verbs"),
    single: new Set(
      lexicon
        .table("clauses/function-words")
        .rows.filter((r) => r[1] === "single-person")
        .map((r) => r[0]),
    ),
    naming: lexicon.list("voice/naming"),
    occasions: lexicon.list("voice/occasions"),
    hearers: lexicon.list("voice/hearer-verbs"),
    about: new Map(rows("about").map(([word, list]) => [word, new Set(list.split("|"))])),
  };
}

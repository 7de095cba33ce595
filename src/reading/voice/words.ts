import type { Lexicon } from "../../language/index.js";
import type { Voice } from "../types.js";

export interface VoiceWords {
  /** Verbs of saying, and verbs of holding a view, by lemma with particle. */
  readonly speech: ReadonlyMap<string, "say" | "hold">;
  /** Verbs that stand beside direct quotation only. */
  readonly quoting: ReadonlySet<string>;
  /** Kind of voice by the noun for the speaker. */
  readonly speakers: ReadonlyMap<string, Voice["kind"]>;
  readonly naming: ReadonlySet<string>;
  readonly occasions: ReadonlySet<string>;
  /** Prepositions by verb: "refer" to. */
  readonly about: ReadonlyMap<string, ReadonlySet<string>>;
}

export function loadVoiceWords(lexicon: Lexicon): VoiceWords {
  const rows = (name: string): readonly (readonly string[])[] => lexicon.table(`voice/${name}`).rows;
  return {
    speech: new Map(rows("speech").map(([word, kind]) => [word, kind as "say" | "hold"])),
    quoting: lexicon.list("voice/quote-verbs"),
    speakers: new Map(rows("speakers").map(([word, kind]) => [word, kind as Voice["kind"]])),
    naming: lexicon.list("voice/naming"),
    occasions: lexicon.list("voice/occasions"),
    about: new Map(rows("about").map(([word, list]) => [word, new Set(list.split("|"))])),
  };
}

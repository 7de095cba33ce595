import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { makeSpan, type Span } from "../../text/index.js";
import type { Layers } from "../layers.js";
import { PhraseTable, slice } from "../phrases/index.js";

export interface Condition {
  readonly what: string;
  readonly words: Span;
  /** Token of its first word. */
  readonly at: number;
}

type Kind = "clause" | "after" | "noun";

/**
 * Reads on what a stretch of a sentence makes something depend: "if", "once", "in exchange for"; "after" only with a clause of its
 * own ("after a treaty is concluded"). Null where on nothing.
 */
export function createConditionOf(
  lexicon: Lexicon,
): (layers: Layers, s: Sentence, from: number, to: number) => Condition | null {
  const table = new PhraseTable<Kind>(
    lexicon.table("deals/condition-words").rows.map((r) => [r[0], r[1] as Kind] as const),
  );
  return (layers, s, from, to) => {
    // A condition may follow where the parser ended the stretch too soon.
    for (let t = from; t <= to && t < s.size; t++) {
      const hit = table.at(s, t);
      if (hit === null) continue;
      const end = endOf(s, t + hit.length, t === to ? s.size : to);
      if (hit.value !== "noun" && !hasVerb(s, t + hit.length, end, hit.value === "after")) {
        t += hit.length - 1;
        continue;
      }
      const words = slice(layers.parsed.document, s, t, end);
      return { what: words.text, words: makeSpan(layers.parsed.document, words.start, words.end), at: t };
    }
    return null;
  };
}

/** "If the treaty is signed, Chad has promised ...": what a verb with content of its own is made to hang on, in front of it or behind. */
export function conditionOver(
  conditionOf: ReturnType<typeof createConditionOf>,
  layers: Layers,
  s: Sentence,
  verb: number,
): Condition | null {
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) {
    if (s.deprels[c] !== "advcl") continue;
    const [from, to] = subtreeRange(s, c);
    const found = conditionOf(layers, s, from, to);
    if (found !== null && found.at === from) return found;
  }
  return null;
}

/** To the next comma that is followed by no list, or the end. */
function endOf(s: Sentence, from: number, to: number): number {
  let t = from;
  while (t < to && !(s.upos[t] === "PUNCT" && /^[,;:"”.]$/.test(s.forms[t]))) t++;
  return t;
}

/** A condition has a finite verb; "after" looks ahead only where the verb is in the present ("after it is signed"). */
function hasVerb(s: Sentence, from: number, to: number, ahead: boolean): boolean {
  for (let t = from; t < to; t++) {
    const tag = s.xpos[t];
    if (tag === "VBZ" || tag === "VBP" || tag === "MD") return true;
    // "on condition that it be lifted".
    if (tag === "VB" && !ahead && s.xpos[t - 1] !== "TO") return true;
    if (tag === "VBD" && !ahead) return true;
  }
  return false;
}

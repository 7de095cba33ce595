import type { Sentence } from "../../language/index.js";
import { isAboutTalks } from "../phrases/index.js";
import type { Clause, Voice } from "../types.js";
import type { Finder } from "./finder.js";

/** How far back talks are still what is spoken of. */
const BACK = 6;
const FAR = 14;

/** Whether this sentence or one just before it names talks: "the weekend" is then that of the talks. */
export function talksJustBefore(f: Finder, back = BACK): boolean {
  return (
    spokenOf(f, back, (s, t) => f.words.negotiation(s, t, true) || f.inClass(s.lemmas[t], "talks-sign")) ||
    (back === BACK && isAboutTalks(f.layers, f.words.talks))
  );
}

/** Whether what talks are to bring was spoken of some way back: enough for "that is progress". */
export function talksBefore(f: Finder): boolean {
  return spokenOf(f, FAR, (s, t) => f.words.negotiation(s, t));
}

function spokenOf(f: Finder, back: number, test: (s: Sentence, token: number) => boolean): boolean {
  const { sentences } = f.layers.parsed;
  for (let i = f.s.index; i >= 0 && i >= f.s.index - back; i--) {
    const before = sentences[i];
    for (let t = 0; t < before.size; t++) if (before.upos[t] === "NOUN" && test(before, t)) return true;
  }
  return false;
}

/** "They were suspended in May": a pronoun of things, where the subject of the sentence before is talks, or -1. */
export function pronounOfTalks(f: Finder, clause: Clause): number {
  const { s, layers, words } = f;
  const of = clause.passive ? [...clause.objects, ...clause.subjects] : clause.subjects;
  const pronoun = of.find((t) => s.upos[t] === "PRON" && f.inClass(s.norms[t], "talks-pronoun")) ?? -1;
  const before = layers.parsed.sentences[s.index - 1];
  if (pronoun < 0 || before === undefined) return -1;
  for (let t = 0; t < before.size; t++)
    if (before.deprels[t].startsWith("nsubj") && before.upos[t] !== "PRON")
      return words.negotiation(before, t, true) ? pronoun : -1;
  return -1;
}

/** "Analysts expect little": they say so, and not the outlet. */
export function viewOf(f: Finder, clause: Clause, rule: string): { readonly voice?: Voice } {
  const kind = observer(f, clause);
  return kind === undefined ? {} : { voice: { kind, entity: null, party: null, cue: null, rule } };
}

export function observer(f: Finder, clause: Clause): Voice["kind"] | undefined {
  const { s, words } = f;
  return clause.subjects.map((t) => (s.upos[t] === "NOUN" ? words.observers.get(s.lemmas[t]) : undefined))[0];
}

/**
 * The theme of a verb whose subject the parser lost ("X, which is vital, can be said to have progressed"): the first noun of talks
 * in the sentence that stands free of any preposition. A hyphenated name counts by its last part.
 */
export function lostTheme(f: Finder, clause: Clause): number {
  const { s, words } = f;
  if (clause.subjects.length > 0 || clause.objects.length > 0 || clause.relation === "conj") return -1;
  for (let t = 0; t < clause.head; t++) {
    if (s.upos[t] !== "NOUN" || !words.negotiation(s, t) || f.child(t, (c) => s.deprels[c] === "case") >= 0)
      continue;
    return s.norms[t + 1] === "-" && s.upos[t + 2] === "NOUN" ? t + 2 : t;
  }
  return -1;
}

import type { Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import type { AssessmentItem, ConditionItem, Item } from "../types.js";
import type { ConditionWords } from "./words.js";

/** How many sentences further an expectation can be contradicted by a judgement. */
const AHEAD = 2;
/** How far into the next sentence its opening goes. */
const OPENING = 6;

/** Assessments by sentence. */
export type Judged = ReadonlyMap<number, readonly AssessmentItem["judgement"][]>;

export interface Realised {
  readonly value: "no" | "unknown";
  /** The sentence that says so, or -1 where it is the same. */
  readonly sentence: number;
}

export function judged(items: readonly Item[]): Judged {
  const map = new Map<number, AssessmentItem["judgement"][]>();
  for (const i of items) {
    if (i.kind !== "assessment") continue;
    const list = map.get(i.sentences[0]);
    if (list === undefined) map.set(i.sentences[0], [i.judgement]);
    else list.push(i.judgement);
  }
  return map;
}

/**
 * An expected tailwind did not come where the sentence itself goes on to say so ("but ...", "the hope faded"), where the next one denies it
 * in short ("It has not."), or where, within the next two, one that opens with a contrast says that the talks stand still; an expected
 * headwind did not where that says that they move. Otherwise the text leaves it open.
 */
export function realisedBy(
  layers: Layers,
  words: ConditionWords,
  s: Sentence,
  from: number,
  direction: ConditionItem["direction"],
  by: Judged,
): Realised {
  const no = { value: "no", sentence: -1 } as const;
  if (isDashed(layers, words, s, from)) return no;
  const next = layers.parsed.sentences[s.index + 1];
  if (next !== undefined && isDenial(layers, words, next)) return { value: "no", sentence: next.index };
  const against = direction === "helps" ? STILL : MOVING;
  for (let i = s.index + 1; i <= s.index + AHEAD && i < layers.parsed.sentences.length; i++) {
    if (
      words.contrast.within(layers.parsed.sentences[i], 0, 2) !== null &&
      by.get(i)?.some((j) => against.has(j))
    )
      return { value: "no", sentence: i };
  }
  return { value: "unknown", sentence: -1 };
}

/** "..., but the windfall never came", "hopes that ... have faded", "have not been borne out". */
function isDashed(layers: Layers, words: ConditionWords, s: Sentence, from: number): boolean {
  for (let t = from + 1; t < s.size; t++)
    if (words.turning.has(s.norms[t]) && s.norms[t - 1] === ",") return true;
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    const hope = [...c.subjects, ...c.objects].some((t) => words.moods.has(s.lemmas[t]));
    // "Hopes that it would help faded": parsers hang the fading below.
    if (c.head > from && c.subjects.length === 0 && c.kind === "verbal" && words.fading.has(c.lemma))
      return true;
    const nothing = c.obliques.some((o) => words.nothing.has(s.norms[o.head]));
    // "Hopes that it would help came to nothing": hung below.
    if (nothing && c.head > from) return true;
    if (hope && (words.fading.has(c.lemma) || c.negated || nothing)) return true;
  }
  return false;
}

/** "It has not.", "So far nothing has come of it", "If it did, nobody noticed": the opening takes it back. */
function isDenial(layers: Layers, words: ConditionWords, next: Sentence): boolean {
  const contrast = words.contrast.within(next, 0, 2) !== null;
  const main = (layers.clausesBySentence[next.index] ?? []).map((i) => layers.clauses[i]);
  for (let t = 0; t < next.size && t < OPENING; t++) {
    const denies = words.negators.has(next.norms[t]) || words.nothing.has(next.norms[t]);
    if (
      denies &&
      (t === 0 ||
        words.stand.has(next.norms[0]) ||
        words.pronouns.has(next.norms[0]) ||
        words.denier.has(next.norms[0]))
    )
      return true;
    if (denies && contrast) return true;
  }
  // "Nothing has come of it", "The rupture deprived them of it".
  return main.some(
    (c) => words.moves.get(c.lemma) === "strip" || words.nothing.has(next.norms[c.subjects[0] ?? -1] ?? ""),
  );
}

const STILL = new Set<AssessmentItem["judgement"]>([
  "stalled",
  "negative",
  "broken-off",
  "suspended",
  "difficult",
]);
const MOVING = new Set<AssessmentItem["judgement"]>(["progressing", "positive", "concluded"]);

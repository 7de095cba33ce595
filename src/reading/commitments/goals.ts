import type { Lexicon, Sentence } from "../../language/index.js";
import { type ActWords, loadActWords, onePerSide, sides } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, actorsWithin, clauseAt, members, slice } from "../phrases/index.js";
import type { Actor, CommitmentItem } from "../types.js";
import { commitment, dueWithin } from "./build.js";

/** Words between a goal and what says what it is, and words of that. */
const NEAR = 9;
const LONGEST = 30;

/**
 * "The delegations' goal is to finish the text by May", "Oslo's target is a deal by June": a goal with its owner and what it is. Read from
 * the words in their order: trees of "X is to do" take the goal for who is to do it.
 */
export function createGoals(lexicon: Lexicon): (layers: Layers, s: Sentence) => CommitmentItem | null {
  const words = loadActWords(lexicon);
  const targets = members(lexicon, "deals/nouns", "class", "target");
  const owning = members(lexicon, "deals/cues", "class", "owner-link");
  return (layers, s) => {
    if (s.norms[s.size - 1] === "?") return null;
    for (let t = 0; t + 2 < s.size; t++) {
      if (!targets.has(s.lemmas[t]) || s.upos[t] !== "NOUN") continue;
      const be = beBehind(s, t, words);
      if (be < 0) continue;
      const [from, to] = contentBehind(s, be);
      if (to - from < 2) continue;
      const { owners, several } = ownersOf(layers, s, t, be);
      if (owners.length === 0 && !several) continue;
      const deadline = dueWithin(layers, s, from, to);
      let talks = false;
      let matters = false;
      for (let k = from; k < to; k++) {
        talks ||= words.talks.has(s.lemmas[k]);
        matters ||= words.matters.has(s.lemmas[k]);
      }
      const due = deadline !== null || hasDue(s, from, to, words);
      if (!(due ? matters || talks : talks)) continue;
      const clause = clauseAt(layers, s.index, from);
      return commitment(layers, {
        shape: "aim",
        type: due ? "unilateral-target" : "intention",
        clause,
        sentence: s.index,
        token: t,
        by: owners,
        to: [],
        what: slice(layers.parsed.document, s, from, to).text,
        deadline,
        condition: null,
      });
    }
    return null;
  };

  /** Whose goal: in front of it, or behind "of"; several sides without a name are somebody too. */
  function ownersOf(
    layers: Layers,
    s: Sentence,
    noun: number,
    be: number,
  ): { readonly owners: readonly Actor[]; readonly several: boolean } {
    let several = false;
    const found: Actor[] = [];
    for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c]) {
      if (s.deprels[c] !== "nmod:poss" && s.deprels[c] !== "amod" && s.deprels[c] !== "compound") continue;
      found.push(...actorsAt(layers, s.index, c));
      several ||= s.xpos[c] === "NNS" && words.several.has(s.lemmas[c]);
    }
    if (owning.has(s.norms[noun + 1])) {
      found.push(...actorsWithin(layers, s.index, noun + 2, be));
      for (let k = noun + 2; k < be; k++) several ||= s.xpos[k] === "NNS" && words.several.has(s.lemmas[k]);
    }
    const owners = onePerSide(found);
    return { owners, several: several || sides(owners) > 1 };
  }
}

/** The form of "be" behind a goal that is not denied, with no other verb between; or -1. */
function beBehind(s: Sentence, noun: number, words: ActWords): number {
  for (let t = noun + 1; t < s.size && t <= noun + NEAR; t++) {
    if (s.lemmas[t] === "be" && FINITE.has(s.xpos[t])) return words.negators.has(s.norms[t + 1]) ? -1 : t;
    if (s.upos[t] === "VERB" || s.upos[t] === "AUX" || s.upos[t] === "PUNCT") return -1;
  }
  return -1;
}
/** "by the start of the season": a day that the text does not tell. */
function hasDue(s: Sentence, from: number, to: number, words: ActWords): boolean {
  for (let t = from + 2; t + 1 < to; t++) if (words.due.has(s.norms[t]) && s.upos[t] === "ADP") return true;
  return false;
}

const FINITE: ReadonlySet<string> = new Set(["VBZ", "VBP", "VBD"]);

/** What stands behind "is": "to finish the text", "a deal", "that it be finished"; up to the next mark. */
function contentBehind(s: Sentence, be: number): [number, number] {
  let from = be + 1;
  while (from < s.size && s.upos[from] === "ADV") from++;
  const fits = s.xpos[from] === "TO" || s.upos[from] === "DET" || s.upos[from] === "SCONJ";
  if (!fits) return [from, from];
  if (s.upos[from] !== "DET") from++;
  let to = from;
  while (to < s.size && to < from + LONGEST && s.upos[to] !== "PUNCT") to++;
  return [from, to];
}

import type { Lexicon, Sentence } from "../../language/index.js";
import { loadActWords, onePerSide, type Stated, sides, statedOf } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { actorsWithin, clauseAt, members, slice } from "../phrases/index.js";
import type { Clause, CommitmentItem } from "../types.js";
import { commitment, dueWithin } from "./build.js";

/**
 * "The delegations' goal is to finish the text by May", "Oslo's target is a deal by June": a goal with its owner and what it is; and "Oslo's
 * promise is that the files will be opened".
 */
export function createGoals(lexicon: Lexicon): (layers: Layers, s: Sentence) => CommitmentItem | null {
  const words = loadActWords(lexicon);
  const targets = members(lexicon, "deals/nouns", "class", "target");
  const promises = members(lexicon, "deals/nouns", "class", "promise");
  return (layers, s) => {
    if (s.norms[s.size - 1] === "?") return null;
    for (let t = 0; t + 2 < s.size; t++) {
      if (s.upos[t] !== "NOUN") continue;
      const target = targets.has(s.lemmas[t]);
      if (!target && !(promises.has(s.lemmas[t]) && !words.weak.has(s.lemmas[t]))) continue;
      const told = statedOf(layers, s, t, words) ?? cleftOf(layers, s, t);
      if (told === null || (told.owners.length === 0 && !told.several)) continue;
      const item = target ? goal(layers, s, t, told) : promise(layers, s, t, told);
      if (item !== null) return item;
    }
    return null;
  };

  function goal(layers: Layers, s: Sentence, t: number, told: Stated): CommitmentItem | null {
    const { from, to } = told;
    const deadline = dueWithin(layers, s, from, to);
    let talks = false;
    let matters = false;
    for (let k = from; k < to; k++) {
      talks ||= words.talks.has(s.lemmas[k]);
      matters ||= words.matters.has(s.lemmas[k]);
    }
    const due = deadline !== null || hasDue(s, from, to);
    if (!(due ? matters || talks : talks)) return null;
    return item(layers, s, t, told, "aim", due ? "unilateral-target" : "intention");
  }

  /** "It is Seoul's aim to open the zone by May": behind the noun where it is said of nothing but "it". */
  function cleftOf(layers: Layers, s: Sentence, noun: number): Stated | null {
    let be = noun - 1;
    while (be > 0 && s.lemmas[be] !== "be" && s.upos[be] !== "VERB" && s.upos[be] !== "PUNCT") be--;
    if (
      be < 1 ||
      s.lemmas[be] !== "be" ||
      !words.itself.has(s.norms[be - 1]) ||
      words.negators.has(s.norms[be + 1])
    )
      return null;
    if (s.xpos[noun + 1] !== "TO" && !words.that.has(s.norms[noun + 1])) return null;
    const from = noun + 2;
    let to = from;
    while (to < s.size && s.upos[to] !== "PUNCT") to++;
    const owners = onePerSide(actorsWithin(layers, s.index, be + 1, noun));
    return to - from < 2 ? null : { from, to, owners, several: sides(owners) > 1 };
  }

  /** A promise is of something to be done: "to open the files", "that they will be opened". */
  function promise(layers: Layers, s: Sentence, t: number, told: Stated): CommitmentItem | null {
    const verb = s.xpos[told.from - 1] === "TO" || hasModal(s, told.from, told.to);
    if (!verb) return null;
    const joint = told.several || sides(told.owners) > 1;
    return item(layers, s, t, told, "named", joint ? "joint-commitment" : "unilateral-undertaking");
  }

  function item(
    layers: Layers,
    s: Sentence,
    t: number,
    { from, to, owners }: Stated,
    shape: "aim" | "named",
    type: CommitmentItem["type"],
  ): CommitmentItem {
    return commitment(layers, {
      shape,
      type,
      clause: clauseIn(layers, s, from),
      sentence: s.index,
      token: t,
      by: owners,
      to: [],
      what: slice(layers.parsed.document, s, from, to).text,
      deadline: dueWithin(layers, s, from, to),
      condition: null,
    });
  }

  function hasDue(s: Sentence, from: number, to: number): boolean {
    for (let t = from + 2; t + 1 < to; t++) if (words.due.has(s.norms[t]) && s.upos[t] === "ADP") return true;
    return false;
  }
}

const clauseIn = (layers: Layers, s: Sentence, from: number): Clause | null =>
  clauseAt(layers, s.index, from);

function hasModal(s: Sentence, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (s.xpos[t] === "MD") return true;
  return false;
}

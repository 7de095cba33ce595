import type { Lexicon, Sentence } from "../../language/index.js";
import { endOf, loadActWords, onePerSide, pairInForce, sides } from "../acts/index.js";
import type { Layers } from "../layers.js";
import {
  ASSERTED,
  actorsWithin,
  clauseAt,
  members,
  slice,
  subtreeHas,
  verbPhrase,
} from "../phrases/index.js";
import type { Clause, CommitmentItem } from "../types.js";
import { commitment, dueWithin } from "./build.js";

/**
 * "Both sides undertake not to move the markers": forms of promising that taggers take for nouns, right before an infinitive and right
 * behind whoever promises. Read from the words alone.
 */
export function createMisread(lexicon: Lexicon): (layers: Layers, s: Sentence) => CommitmentItem[] {
  const words = loadActWords(lexicon);
  const forms = members(lexicon, "deals/cues", "class", "promise-form");
  const past = members(lexicon, "deals/cues", "class", "promise-past");
  return (layers, s) => {
    for (let t = 1; t + 2 < s.size; t++) {
      if (!forms.has(s.norms[t]) || s.upos[t] === "VERB") continue;
      if (s.upos[t - 1] === "DET" || s.upos[t - 1] === "ADJ") continue;
      // "We, the leaders of Chad and Niger, undertake to": behind a comma only in words of their own.
      const own = words.firstPerson.has(s.norms[0]) && s.norms[1] === ",";
      if (s.upos[t - 1] === "PUNCT" && !own) continue;
      const negated = words.negators.has(s.norms[t + 1]) || s.upos[t + 1] === "PART" ? 1 : 0;
      const to = s.xpos[t + 1] === "TO" ? t + 1 : t + 1 + negated;
      // "commit to fully implementing"
      const verb = s.upos[to + 1] === "ADV" ? to + 2 : to + 1;
      if (s.xpos[to] !== "TO" || s.upos[verb] !== "VERB") continue;
      const several = s.xpos[t - 1] === "NNS" && words.several.has(s.lemmas[t - 1]);
      // "In the Athens Declaration the neighbours undertook": what the title of a paper names promises nothing.
      const named = onePerSide(actorsWithin(layers, s.index, titleEnd(layers, s, t), t));
      const by = sides(named) > 1 || !several ? named : (pairInForce(layers, s.index) ?? named);
      if (by.length === 0 && !several && !own) continue;
      const whole = verbPhrase(layers.parsed.document, s, verb);
      let end = Math.max(whole.to, verb + 1);
      // Objects that stand behind a date are lost with the verb.
      while (end < s.size && s.upos[end] !== "PUNCT") end++;
      const clause = clauseAt(layers, s.index, verb);
      const cut = upToNext(s, verb, endOf(layers, s, verb, end, words));
      if (cut - verb < 2 && !subtreeHas(s, verb, words.matters)) continue;
      const told = (from: number, until: number, of: Clause | null): CommitmentItem =>
        commitment(layers, {
          shape: "promise",
          type: several || sides(by) > 1 ? "joint-commitment" : "unilateral-undertaking",
          clause: of,
          // The promise was made, whatever is said of what it is to do.
          ...(past.has(s.norms[t]) ? { factuality: ASSERTED.happened } : {}),
          sentence: s.index,
          token: t,
          by,
          to: [],
          what: slice(layers.parsed.document, s, from, until).text,
          deadline:
            (of === null ? null : layers.facts.deadline(of.index)) ?? dueWithin(layers, s, from, until),
          condition: null,
        });
      const out = [told(to > t + 1 ? t + 1 : verb, cut, clause)];
      const next = cut + 2;
      if (cut < end && s.upos[cut] === "CCONJ" && s.upos[next] === "VERB")
        out.push(told(next, endOf(layers, s, next, end, words), clauseAt(layers, s.index, next)));
      return out;
    }
    return [];
  };
}

/** Where the last title of a paper in front of a token ends, or 0. */
function titleEnd(layers: Layers, s: Sentence, before: number): number {
  let end = 0;
  for (const i of layers.mentionsBySentence[s.index] ?? []) {
    const m = layers.mentions[i];
    if (m.to < before && m.to > end && layers.entities[m.entity].kind === "document") end = m.to;
  }
  return end;
}

/** Where "and to" begins a deed of its own. */
function upToNext(s: Sentence, verb: number, to: number): number {
  for (let t = verb + 2; t + 2 < to; t++) if (s.upos[t] === "CCONJ" && s.xpos[t + 1] === "TO") return t;
  return to;
}

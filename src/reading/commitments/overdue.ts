import { type Lexicon, subtreeRange } from "../../language/index.js";
import { ownDays } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { members, slice, verbOf } from "../phrases/index.js";
import type { Clause, CommitmentItem, ItemTime } from "../types.js";
import { commitment } from "./build.js";

/**
 * "was to have been finished by June", "should have been handed over by June": what had to be done by a day that lies before publication.
 * Without a word that it was done since, it is missed.
 */
export function createOverdue(lexicon: Lexicon): (layers: Layers, clause: Clause) => CommitmentItem | null {
  const duty = members(lexicon, "deals/cues", "class", "duty-modal");
  const meetings = lexicon.list("deals/conveyors");
  return (layers, c) => {
    if (c.kind !== "verbal" || !c.passive || c.negated || meetings.has(c.lemma)) return null;
    const s = layers.parsed.sentences[c.sentence];
    const verb = verbOf(c);
    // "have been" before the participle, and "was to" or "should" before that.
    let t = verb - 1;
    while (t > 0 && s.upos[t] === "ADV") t--;
    if (s.lemmas[t] !== "be" || s.norms[t - 1] !== "have") return null;
    const toBe = s.xpos[t - 2] === "TO" && s.lemmas[t - 3] === "be";
    if (!toBe && !(s.xpos[t - 2] === "MD" && duty.has(s.norms[t - 2]))) return null;
    const own = layers.facts.deadline(c.index) ?? layers.facts.time(c.index);
    const deadline = own.latest === null ? behind(layers, c) : own;
    if (deadline?.latest == null || layers.published === null || deadline.latest > layers.published)
      return null;
    const thing = c.objects.find((o) => o < verb) ?? c.subjects.find((o) => o < verb) ?? -1;
    if (thing < 0) return null;
    const from = subtreeRange(s, thing)[0];
    const relative = s.upos[thing] === "PRON" || thing < t - 5;
    return commitment(layers, {
      shape: "overdue",
      type: "scheduled-event",
      clause: c,
      sentence: c.sentence,
      token: verb,
      by: [],
      to: [],
      what: slice(layers.parsed.document, s, relative ? from : Math.min(from, verb), verb + 1).text,
      deadline,
      condition: null,
      outcome: "missed",
    });
  };
}

/** The date right behind the verb, which parsers take for whoever does it ("finished by March"). */
function behind(layers: Layers, c: Clause): ItemTime | null {
  for (const i of layers.timesBySentence[c.sentence] ?? []) {
    const x = layers.times[i];
    if (x.from <= c.head || x.from > c.head + 3) continue;
    return ownDays(layers, x, "past", "time/of-what-is-due");
  }
  return null;
}

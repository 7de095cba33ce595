import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { doersOf, endOf, isSomebody, loadActWords, onePerSide, sides } from "../acts/index.js";
import { ownDays } from "../attach/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, members, slice, verbOf, verbPhrase } from "../phrases/index.js";
import type { Clause, CommitmentItem, ItemTime } from "../types.js";
import { commitment, dueWithin } from "./build.js";
import { createSteps } from "./steps.js";

/**
 * "was to have been finished by June", "should have been handed over by June": what had to be done by a day that lies before publication.
 * Without a word that it was done since, it is missed.
 */
export function createOverdue(lexicon: Lexicon): (layers: Layers, clause: Clause) => CommitmentItem | null {
  const duty = members(lexicon, "deals/cues", "class", "duty-modal");
  const obliged = members(lexicon, "deals/cues", "class", "obliged");
  const words = loadActWords(lexicon);
  const coming = members(lexicon, "deals/cues", "class", "coming");
  const planned = new Set([
    ...members(lexicon, "deals/cues", "class", "planned"),
    ...members(lexicon, "deals/cues", "class", "pledge"),
  ]);
  const steps = createSteps(lexicon);
  const deeds = lexicon.list("deals/deeds");
  return (layers, c) => {
    if (c.kind === "verbal" && c.negated && coming.has(c.lemma)) return unseen(layers, c);
    if (c.kind !== "verbal" || c.negated || steps.isMeeting(layers, c) || steps.isNone(c)) return null;
    const s = layers.parsed.sentences[c.sentence];
    const verb = verbOf(c);
    // "have been" before the participle, and "was to" or "should" before that.
    let t = verb - 1;
    while (t > 0 && s.upos[t] === "ADV") t--;
    const have = c.passive && s.lemmas[t] === "be" ? t - 1 : t;
    if (s.norms[have] !== "have") return null;
    const toBe = s.xpos[have - 1] === "TO" && (s.lemmas[have - 2] === "be" || isMeant(s, have - 2));
    if (!toBe && !(c.passive && s.xpos[have - 1] === "MD" && duty.has(s.norms[have - 1]))) return null;
    if (!c.passive) return owed(layers, s, c, verb);
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

  /** "was supposed to have", "is due to have". */
  function isMeant(s: Sentence, t: number): boolean {
    return (planned.has(s.lemmas[t]) || obliged.has(s.lemmas[t])) && s.lemmas[t - 1] === "be";
  }

  /** "The report expected by June never came": what had a day, and did not come. */
  function unseen(layers: Layers, c: Clause): CommitmentItem | null {
    if (c.modal !== null || c.mood !== "indicative") return null;
    const s = layers.parsed.sentences[c.sentence];
    for (const thing of c.subjects) {
      for (const i of layers.clausesBySentence[c.sentence] ?? []) {
        const x = layers.clauses[i];
        if (!x.relation.startsWith("acl") || s.heads[verbOf(x)] !== thing || !planned.has(x.lemma)) continue;
        const due = layers.facts.deadline(x.index) ?? layers.facts.time(x.index);
        const deadline = due.latest === null ? dueWithin(layers, s, x.head, c.head) : due;
        if (deadline?.latest == null || layers.published === null || deadline.latest > layers.published)
          continue;
        return commitment(layers, {
          shape: "overdue",
          type: "scheduled-event",
          clause: c,
          sentence: c.sentence,
          token: verbOf(c),
          by: [],
          to: [],
          what: slice(layers.parsed.document, s, subtreeRange(s, thing)[0], x.head + 1).text,
          deadline,
          condition: null,
          outcome: "missed",
        });
      }
    }
    return null;
  }

  /** "Chad and Niger were to have signed it in May": a deed that somebody owed and, where its day is past, did not do. */
  function owed(layers: Layers, s: Sentence, c: Clause, verb: number): CommitmentItem | null {
    // Parsers join "out" of "before the year was out" to the verb.
    if (!(steps.isDeed(layers, c) || deeds.has(s.lemmas[verb])) || c.objects.length === 0) return null;
    const subject = onePerSide(c.subjects.flatMap((t) => actorsAt(layers, c.sentence, t)));
    const by = subject.length > 0 ? subject : onePerSide(doersOf(layers, c, words));
    if (by.length === 0 && !isSomebody(layers, c, words)) return null;
    const own = layers.facts.deadline(c.index) ?? layers.facts.time(c.index);
    const past = own.latest !== null && layers.published !== null && own.latest < layers.published;
    const whole = verbPhrase(layers.parsed.document, s, verb);
    return commitment(layers, {
      shape: "overdue",
      type: sides(by) > 1 ? "joint-commitment" : "unilateral-undertaking",
      clause: c,
      sentence: c.sentence,
      token: verb,
      by,
      to: [],
      what: slice(layers.parsed.document, s, verb, endOf(layers, s, verb, whole.to, words)).text,
      deadline: own.latest === null ? null : own,
      condition: null,
      outcome: past ? "missed" : "none-reported",
    });
  }
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

import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { type ActWords, doersOf, isTold, once, shareSide, whenOf } from "../acts/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, itemBase, members, verbPhrase } from "../phrases/index.js";
import type { Clause, ProposalItem } from "../types.js";
import { ruleOf } from "./kinds.js";

/** "gave the envoy 48 hours to leave", "set Oslo a deadline of 3 May to reply": a demand with the time left for it. */
export function createUltimata(lexicon: Lexicon, words: ActWords): (layers: Layers) => ProposalItem[] {
  const giving = members(lexicon, "deals/cues", "class", "giving-until");
  const limits = members(lexicon, "deals/cues", "class", "time-limit");
  return (layers) => layers.clauses.flatMap((c) => ultimatum(layers, c) ?? []);

  function ultimatum(layers: Layers, clause: Clause): ProposalItem | null {
    if (clause.kind !== "verbal" || !giving.has(clause.lemma) || !isTold(layers, clause, words.done))
      return null;
    const s = layers.parsed.sentences[clause.sentence];
    const deed = whatIn(layers, s, clause);
    if (deed < 0 || !hasLimit(layers, s, clause, deed)) return null;
    const by = doersOf(layers, clause, words);
    const to = once([...clause.recipients, ...clause.objects].flatMap((t) => actorsAt(layers, s.index, t)));
    if (by.length === 0 || to.length === 0 || shareSide(by, to)) return null;
    const what = verbPhrase(layers.parsed.document, s, deed).text;
    const base = itemBase(layers, {
      component: "proposals",
      rule: ruleOf.ultimatum,
      sentence: s.index,
      trigger: clause.head,
      clause,
      time: whenOf(layers, clause),
      key: ["request", what],
    });
    return extend(base, {
      kind: "proposal",
      type: "request",
      by,
      to,
      what,
      deadline: layers.facts.deadline(clause.index),
      reply: "none-reported",
      place: null,
      occasion: null,
    });
  }

  /** The infinitive behind the verb. */
  function whatIn(layers: Layers, s: Sentence, clause: Clause): number {
    for (const i of layers.clausesBySentence[s.index] ?? []) {
      const c = layers.clauses[i];
      if (
        c.head > clause.head &&
        c.mood === "infinitive" &&
        c.kind === "verbal" &&
        isWithin(s, c.head, clause.head)
      )
        return c.head;
    }
    return -1;
  }

  /** A length of time, a date until which, or a deadline, between the verb and the deed. */
  function hasLimit(layers: Layers, s: Sentence, clause: Clause, deed: number): boolean {
    for (let t = clause.head + 1; t < deed; t++) if (limits.has(s.lemmas[t])) return true;
    return (layers.timesBySentence[s.index] ?? []).some((i) => {
      const x = layers.times[i];
      return (
        x.from > clause.head &&
        x.to <= deed &&
        (x.role === "duration" || x.role === "until" || x.role === "deadline")
      );
    });
  }
}

/** Whether a token hangs on the verb, at most through what is given. */
function isWithin(s: Sentence, token: number, verb: number): boolean {
  const over = s.heads[token];
  return over === verb || (over > verb && s.heads[over] === verb && subtreeRange(s, over)[0] > verb);
}

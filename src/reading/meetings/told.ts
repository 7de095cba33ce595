import type { Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { preposition } from "../clauses/index.js";
import { mentionAt, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Bench } from "./candidate.js";
import { levelOf, nameTo, whenOf, whereOf } from "./circumstances.js";
import { byPhone } from "./noun-phrase.js";
import { Participants } from "./participants.js";
import { PLAIN } from "./plain.js";
import { statusOf } from "./status.js";
import { actorsOf, piecesAfter } from "./tail.js";
import { at, subjectsOf } from "./who.js";

const RULE = "meeting/told-at";

/**
 * "At the Eastern Economic Forum in Vladivostok, Putin proposed to Abe that ...": one person tells another of another party something at
 * a gathering, so that they met there.
 */
export function fromTelling(bench: Bench, s: Sentence, clause: Clause): void {
  const { layers, words } = bench;
  const verb = verbOf(clause);
  if (clause.kind !== "verbal" || !words.class("tells").has(clause.lemma) || bench.taken.has(verb)) return;
  const phone = byPhone(bench, s, verb, verb, piecesAfter(layers, s, verb));
  const hall = phone ? -1 : gatheringIn(bench, s);
  if (!phone && (hall < 0 || isMeeting(bench, s, hall))) return;
  const isPerson = (a: { readonly entity: number }): boolean => layers.entities[a.entity].kind === "person";
  const tellers = subjectsOf(layers, s, clause, words).filter(isPerson);
  const pieces = piecesAfter(layers, s, verb).filter(
    (p) => p.prep === "" || words.class("toward").has(p.prep) || words.class("with").has(p.prep),
  );
  const told = [
    ...clause.recipients.flatMap((t) => at(layers, s, t, words)),
    ...pieces.flatMap((p) => actorsOf(layers, s, p)),
  ].filter(isPerson);
  const participants = new Participants(layers).add(tellers).add(told);
  if (tellers.length === 0 || told.length === 0 || participants.size < 2) {
    bench.miss(RULE, s, verb, "no two people of different parties");
    return;
  }
  const around = phone
    ? piecesAfter(layers, s, verb)
    : [...piecesAfter(layers, s, hall), ...piecesAfter(layers, s, -1)];
  const time = whenOf(layers, clause, around);
  const status = statusOf(bench, clause, time, null);
  if (status === null) {
    bench.miss(RULE, s, verb, "it did not, and will not, happen");
    return;
  }
  bench.found.push(
    extend(PLAIN, {
      sentence: s.index,
      trigger: verb,
      clause,
      rule: RULE,
      mode: phone ? "phone" : "multilateral",
      level: levelOf(layers, s, null, [0, 0], [], participants, words),
      status,
      participants,
      time,
      place: phone ? null : whereOf(bench, clause, around),
      occasion: phone ? null : nameTo(layers, s, hall),
    }),
  );
}

/** "at a summit in Tehran" is a meeting of its own; "at the G20 summit" a place to meet at. */
function isMeeting({ layers, words }: Bench, s: Sentence, noun: number): boolean {
  const m = mentionAt(layers, s.index, noun);
  if (m !== null && layers.entities[m.entity].kind === "occasion") return false;
  return s.upos[noun] === "NOUN" && words.nouns.get(s.lemmas[noun])?.mode === "bilateral";
}

/** "at the ... forum": the noun, or -1. */
function gatheringIn({ words }: Bench, s: Sentence): number {
  for (let t = 1; t < s.size; t++) {
    const noun = s.upos[t] === "NOUN" || s.upos[t] === "PROPN";
    if (!noun || !words.class("gathering").has(s.lemmas[t].toLowerCase())) continue;
    if (s.deprels[t] === "compound" && s.upos[t + 1] === "NOUN") continue;
    let front = t;
    while (
      front > 0 &&
      (s.upos[front - 1] === "PROPN" || s.upos[front - 1] === "ADJ" || s.upos[front - 1] === "NOUN")
    )
      front--;
    if (s.upos[front - 1] === "DET") front--;
    if (
      (s.norms[front - 1] === "at" || preposition(s, t) === "at") &&
      !words.class("not-meeting").has(s.norms[t - 1])
    )
      return t;
  }
  return -1;
}

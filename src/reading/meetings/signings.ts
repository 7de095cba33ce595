import type { Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Bench } from "./candidate.js";
import { levelOf, whenOf, whereOf } from "./circumstances.js";
import { byPhone } from "./noun-phrase.js";
import { Participants } from "./participants.js";
import { PLAIN } from "./plain.js";
import { settled } from "./resettle.js";
import { statusOf } from "./status.js";
import { piecesAfter } from "./tail.js";
import { at, named, peopleBefore, subjectsOf } from "./who.js";

export const SIGNED = "meeting/signed-together";

/** "The ministers of X and Y signed the protocol in Z on Friday": people of two parties sign at one place, so that they met there. */
export function fromSigning(bench: Bench, s: Sentence, clause: Clause): void {
  const { layers, words } = bench;
  if (clause.kind !== "verbal" || !words.class("signs").has(clause.lemma) || clause.negated) return;
  const verb = verbOf(clause);
  const pieces = piecesAfter(layers, s, verb);
  const by = pieces.filter((p) => words.class("agent").has(p.prep));
  const signers = clause.passive
    ? by.flatMap((p) => named(layers, s, p.from, p.to - 1))
    : [...subjectsOf(layers, s, clause, words), ...peopleBefore(layers, s, clause)];
  const people = new Participants(layers).add(signers);
  const inPerson =
    signers.some((a) => layers.entities[a.entity].kind === "person") ||
    clause.subjects.some(
      (t) =>
        (words.levels.has(s.lemmas[t]) || words.class("envoys").has(s.lemmas[t])) &&
        at(layers, s, t, words).length > 1,
    );
  const place = whereOf(bench, clause, pieces, undefined, s);
  const time = whenOf(layers, clause, pieces);
  if (!inPerson || people.size < 2 || place === null || time.words === null) {
    bench.miss(SIGNED, s, verb, "not people of two parties, or no place and day");
    return;
  }
  const status = byPhone(bench, s, verb, verb, pieces) ? null : statusOf(bench, clause, time, null);
  if (status !== "held" && status !== "scheduled") return;
  bench.found.push(
    extend(PLAIN, {
      sentence: s.index,
      trigger: verb,
      clause,
      rule: SIGNED,
      mode: "bilateral",
      level: levelOf(layers, s, null, [0, 0], clause.subjects, people, words),
      status,
      participants: people,
      time: settled(layers, s.index, time, status),
      place,
    }),
  );
}

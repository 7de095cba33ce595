import type { Sentence } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Bench } from "./candidate.js";
import { levelOf, whenOf, whereOf } from "./circumstances.js";
import { Participants } from "./participants.js";
import { statusOf } from "./status.js";
import { piecesAfter } from "./tail.js";
import { subjectsOf } from "./who.js";

const RULE = "meeting/signed-together";

/** "The leaders of A and B signed a declaration at the palace on Friday": people of two parties who sign at one place on one day met there. */
export function fromSigning(bench: Bench, s: Sentence, clause: Clause): void {
  const { layers, words } = bench;
  const verb = verbOf(clause);
  if (clause.kind !== "verbal" || clause.passive || !words.class("signs").has(clause.lemma)) return;
  const participants = new Participants(layers).add(subjectsOf(layers, s, clause, words));
  const people =
    participants.people.length > 1 ||
    clause.subjects.some((t) => s.xpos[t] === "NNS" && words.class("people").has(s.lemmas[t]));
  if (participants.size < 2 || !people) {
    bench.miss(RULE, s, verb, "no people of two parties sign");
    return;
  }
  const around = piecesAfter(layers, s, verb);
  const time = whenOf(layers, clause, around);
  const place = whereOf(bench, clause, around, undefined, s);
  if (place === null || time.precision !== "day" || statusOf(bench, clause, time, null) !== "held") {
    bench.miss(RULE, s, verb, "not at one place on one day, or it did not happen");
    return;
  }
  bench.found.push({
    sentence: s.index,
    trigger: verb,
    clause,
    rule: RULE,
    what: "",
    mode: "bilateral",
    level: levelOf(layers, s, null, [0, 0], clause.subjects, participants, words),
    status: "held",
    participants,
    time,
    place,
    occasion: null,
    count: 1,
    definite: false,
    another: false,
    hosted: false,
    open: null,
    sure: false,
    alone: null,
    within: -1,
  });
}

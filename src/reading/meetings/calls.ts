import type { Sentence } from "../../language/index.js";
import { verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Bench } from "./candidate.js";
import { levelOf, whenOf } from "./circumstances.js";
import { byPhone } from "./noun-phrase.js";
import { Participants } from "./participants.js";
import { PLAIN } from "./plain.js";
import { settled } from "./resettle.js";
import { statusOf } from "./status.js";
import { actorsOf, piecesAfter } from "./tail.js";
import { at, subjectsOf } from "./who.js";

const RULE = "meeting/told-by-phone";

/** "told his counterpart by phone on Sunday that ...": people of two parties spoke, and not in one room. */
export function fromCall(bench: Bench, s: Sentence, clause: Clause): void {
  const { layers, words } = bench;
  if (clause.kind !== "verbal" || !words.class("tells").has(clause.lemma)) return;
  const verb = verbOf(clause);
  const pieces = piecesAfter(layers, s, verb);
  if (bench.taken.has(verb) || !byPhone(bench, s, verb, verb, pieces)) return;
  const isParty = (a: { readonly entity: number; readonly code: string | null }): boolean => a.code !== null;
  const tellers = subjectsOf(layers, s, clause, words).filter(isParty);
  const told = [
    ...clause.recipients.flatMap((t) => at(layers, s, t, words)),
    ...pieces.slice(0, 1).flatMap((p) => (p.prep === "" ? actorsOf(layers, s, p) : [])),
  ].filter(isParty);
  const people = new Participants(layers).add(tellers).add(told);
  const inOffice = people.people.some((p) => layers.entities[p.entity].office !== null);
  if (tellers.length === 0 || told.length === 0 || people.size < 2 || !inOffice) {
    bench.miss(RULE, s, verb, "no two people of different parties");
    return;
  }
  const time = whenOf(layers, clause, pieces);
  if (statusOf(bench, clause, time, null) !== "held") return;
  bench.found.push({
    ...PLAIN,
    sentence: s.index,
    trigger: verb,
    clause,
    rule: RULE,
    mode: "phone",
    level: levelOf(layers, s, null, [0, 0], [], people, words),
    status: "held",
    participants: people,
    time: settled(layers, s.index, time, "held"),
    place: null,
  });
}

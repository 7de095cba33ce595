import type { Sentence } from "../../language/index.js";
import { verbKeys, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { Bench } from "./candidate.js";
import { ownTime } from "./circumstances.js";
import { PLAIN } from "./plain.js";
import { statusOf } from "./status.js";
import { piecesAfter } from "./tail.js";

const RULE = "meeting/put-off";
/** Sentences back to which "it" points. */
const NEAR = 2;

/** "It has been cancelled", "it is now planned for May 3": what became of the meeting that was told of right before. */
export function fromFate(bench: Bench, s: Sentence, clause: Clause): void {
  const { layers, words } = bench;
  if (
    !clause.passive ||
    !clause.objects.concat(clause.subjects).some((t) => words.class("it").has(s.norms[t]))
  )
    return;
  const key = verbKeys(layers, clause).find((k) => words.holding.has(k));
  const fate = key === undefined ? null : (words.holding.get(key)?.status ?? null);
  // "It had been planned for May": nothing of it lies ahead.
  const again =
    fate === "scheduled" && clause.tense !== "past"
      ? ownTime(layers, piecesAfter(layers, s, verbOf(clause)))
      : null;
  if (fate !== "cancelled" && fate !== "postponed" && again === null) return;
  const before = bench.found.at(-1);
  if (before === undefined || before.sentence === s.index || s.index - before.sentence > NEAR) {
    bench.miss(RULE, s, verbOf(clause), "no meeting told of right before");
    return;
  }
  const time = again ?? before.time;
  const status = statusOf(bench, clause, time, fate);
  if (status === null || before.mode === "visit") return;
  bench.found.push({
    ...PLAIN,
    sentence: s.index,
    trigger: verbOf(clause),
    clause,
    rule: again === null ? RULE : "meeting/planned",
    mode: before.mode,
    level: before.level,
    status,
    participants: before.participants,
    time,
    place: before.place,
    occasion: before.occasion,
    open: before.open,
    definite: true,
  });
}

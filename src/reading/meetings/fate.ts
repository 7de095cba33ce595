import type { Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { verbKeys, verbOf } from "../phrases/index.js";
import type { Clause, ItemTime } from "../types.js";
import type { Bench } from "./candidate.js";
import { ownTime } from "./circumstances.js";
import { PLAIN } from "./plain.js";
import { statusOf } from "./status.js";
import { piecesAfter } from "./tail.js";

/** "It had been planned for May but was put off": its day by the verb in front. */
function planIn({ layers, words }: Bench, s: Sentence, fate: Clause): ItemTime | null {
  for (const i of layers.clausesBySentence[s.index] ?? []) {
    const c = layers.clauses[i];
    if (c.index === fate.index || !c.passive || verbOf(c) > verbOf(fate)) continue;
    if (verbKeys(layers, c).some((k) => words.holding.get(k)?.status === "scheduled"))
      return ownTime(layers, piecesAfter(layers, s, verbOf(c)));
  }
  return null;
}

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
  const plan = again === null ? planIn(bench, s, clause) : null;
  const time = again ?? plan ?? before.time;
  const status = statusOf(bench, clause, time, fate);
  if (status === null || before.mode === "visit") return;
  bench.found.push(
    extend(PLAIN, {
      sentence: s.index,
      trigger: verbOf(clause),
      clause,
      rule: again === null ? RULE : "meeting/planned",
      mode: before.mode,
      level: before.level,
      status,
      participants: before.participants,
      time,
      place: plan === null ? before.place : null,
      occasion: before.occasion,
      open: before.open,
      definite: true,
    }),
  );
}

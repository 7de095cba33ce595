import type { Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import { verbOf } from "../phrases/index.js";
import type { Actor, Clause, Place } from "../types.js";
import type { Bench } from "./candidate.js";
import { levelOf, whenOf, whereOf } from "./circumstances.js";
import { Participants } from "./participants.js";
import { PLAIN } from "./plain.js";
import { piecesAfter } from "./tail.js";
import { isErrand } from "./verb-checks.js";
import { at, subjectsOf } from "./who.js";

const RULE = "meeting/awaited";

/** "is expected back in November": where they were last. */
function backTo(
  { layers, words, found }: Bench,
  s: Sentence,
  verb: number,
  who: readonly Actor[],
): Place | null {
  if (!words.class("back").has(s.norms[verb + 1] ?? "")) return null;
  const guests = new Participants(layers).add(who);
  return (
    found.findLast((c) => c.mode === "visit" && guests.parties.some((p) => c.participants.has(p)))?.place ??
    null
  );
}

/** "is expected in Beirut on Thursday", "is due in Washington next week": a visit that lies ahead; nothing is said of what is to be done. */
export function fromAwaiting(bench: Bench, s: Sentence, clause: Clause): void {
  const { layers, words } = bench;
  const verb = verbOf(clause);
  const who = clause.passive
    ? clause.objects.flatMap((t) => at(layers, s, t, words))
    : subjectsOf(layers, s, clause, words);
  if (clause.kind === "verbal" && !clause.passive) return;
  const pieces = piecesAfter(layers, s, verb);
  const end = pieces.at(-1)?.to ?? verb + 1;
  const place = whereOf(bench, null, pieces, undefined, s) ?? backTo(bench, s, verb, who);
  if (place?.country == null || s.xpos[end] === "TO" || clause.negated || clause.modal !== null) return;
  const people = new Participants(layers).add(who).host(place.country, place.words);
  const time = whenOf(layers, clause, pieces);
  const { published } = layers;
  const passed = time.latest !== null && published !== null && time.latest < published;
  if (!isErrand(layers, people) || time.words === null || passed) {
    bench.miss(RULE, s, verb, "no office, no foreign place or no day ahead");
    return;
  }
  bench.found.push(
    extend(PLAIN, {
      sentence: s.index,
      trigger: verb,
      clause,
      rule: RULE,
      mode: "visit",
      level: levelOf(layers, s, null, [0, 0], [], people, words),
      status: clause.passive ? "expected" : "scheduled",
      participants: people,
      time,
      place,
    }),
  );
}

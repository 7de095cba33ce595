import type { Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { Clause } from "../types.js";
import type { Bench } from "./candidate.js";
import { levelOf, whenOf, whereOf } from "./circumstances.js";
import { Participants } from "./participants.js";
import { PLAIN } from "./plain.js";
import { settled } from "./resettle.js";
import { statusOf } from "./status.js";
import { type Piece, piecesAfter } from "./tail.js";
import { isErrand } from "./verb-checks.js";
import { subjectsOf } from "./who.js";

const RULE = "meeting/was-there";

/** "Modi, who was in Kyiv on Friday": somebody in office is in another country on a day: a visit. */
export function fromPresence(bench: Bench, s: Sentence, clause: Clause): void {
  const { layers, words } = bench;
  const be = beIn(bench, s, clause);
  if (be < 0 || clause.negated) return;
  const pieces = piecesAfter(layers, s, be);
  const place = whereOf(bench, null, pieces.slice(0, 1), words.class("in"), s);
  const time = whenOf(layers, clause, pieces);
  if (place?.country == null) return;
  // "is in Kyiv for talks with X": told by the talks.
  const forTalks = time.words === null && clause.tense === "present" && isForTalks(bench, s, pieces);
  if (time.words === null && !forTalks) return;
  const people = new Participants(layers)
    .add(subjectsOf(layers, s, clause, words))
    .host(place.country, place.words);
  const status = statusOf(bench, clause, time, null);
  if (!isErrand(layers, people) || (status !== "held" && status !== "scheduled")) {
    bench.miss(RULE, s, be, "no office, or not said to be there");
    return;
  }
  bench.found.push(
    extend(PLAIN, {
      sentence: s.index,
      trigger: be,
      clause,
      rule: RULE,
      mode: "visit",
      level: levelOf(layers, s, null, [0, 0], [], people, words),
      status: forTalks ? null : status,
      participants: people,
      time: settled(layers, s.index, time, status),
      place,
    }),
  );
}

/** "for talks", "for a meeting", right behind the place. */
const isForTalks = ({ words }: Bench, s: Sentence, pieces: readonly Piece[]): boolean =>
  pieces[1] !== undefined &&
  words.class("for").has(pieces[1].prep) &&
  pieces[1].nouns.some((t) => words.nouns.has(s.lemmas[t]));

/** The "was" right in front of "in Kyiv" that is all that the clause says, or -1. */
function beIn({ layers, words }: Bench, s: Sentence, clause: Clause): number {
  if (clause.kind === "verbal") return -1;
  const m = (layers.mentionsBySentence[s.index] ?? [])
    .map((i) => layers.mentions[i])
    .find((x) => clause.head >= x.from && clause.head < x.to);
  if (m?.use !== "place" || !words.class("in").has(s.norms[m.from - 1])) return -1;
  let t = m.from - 2;
  while (t > 0 && s.upos[t] === "ADV") t--;
  return s.lemmas[t] === "be" && s.upos[t] !== "NOUN" ? t : -1;
}

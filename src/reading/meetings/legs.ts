import type { Sentence } from "../../language/index.js";
import type { ItemTime, Place } from "../types.js";
import type { Bench } from "./candidate.js";
import { ownTime, whereOf } from "./circumstances.js";
import { actorsOf, type Piece, piecesAfter, timeAt } from "./tail.js";

/** One more time that they met: "... in Vienna on March 30, in Ohrid on April 12 and, with others, in Rome in May". */
export interface Leg {
  readonly at: number;
  readonly time: ItemTime;
  readonly place: Place | null;
  /** Who else was met there, instead of the one named first. */
  readonly whom: ReturnType<typeof actorsOf>;
}

/** Words that may stand between a comma and a leg's place: "the last time", "most recently", "again". */
const LINK = 4;

/**
 * The further legs of a verb or noun whose first complements are `pieces`: each behind a comma or "and", with a day of its own and a
 * place or somebody else met. Ends at the next verb.
 */
export function legsOf(bench: Bench, s: Sentence, pieces: readonly Piece[], count = 1): Leg[] {
  const { layers, words } = bench;
  const out: Leg[] = [];
  const first = pieces[0];
  // "met three times, the last time in Rome in May".
  if (first === undefined || (ownTime(layers, pieces) === null && count === 1)) return out;
  let t = firstTimeEnd(pieces);
  for (let steps = 0; t < s.size && steps < 40; steps++) {
    if (s.upos[t] === "VERB" || s.upos[t] === "AUX" || s.upos[t] === "SCONJ" || s.xpos[t][0] === "W") break;
    if (s.norms[t] !== "," && s.upos[t] !== "CCONJ") {
      t++;
      continue;
    }
    let at = t;
    while (at + 1 < s.size && (s.norms[at + 1] === "," || s.upos[at + 1] === "CCONJ")) at++;
    for (
      let k = 0;
      k < LINK && at + 1 < s.size && isLink(s, at + 1) && timeAt(layers, s, at + 1) === null;
      k++
    )
      at++;
    const mine = piecesAfter(layers, s, at);
    const time = ownTime(layers, mine);
    const place = whereOf(bench, null, mine, undefined, s);
    const whom =
      at === t || s.upos[t] === "CCONJ"
        ? mine
            .slice(0, 1)
            .filter((p) => isMet(words, p))
            .flatMap((p) => actorsOf(layers, s, p))
        : [];
    if (time?.words != null && (place !== null || whom.length > 0) && startsLeg(words, mine)) {
      out.push({ at: at + 1, time, place, whom });
      t = firstTimeEnd(mine);
    } else t = at + 1;
  }
  return out;
}

/** "came to Skopje on June 3 and again on June 24": the same journey on another day. */
export function returnsOf(
  { layers, words }: Bench,
  s: Sentence,
  pieces: readonly Piece[],
): { readonly at: number; readonly time: ItemTime }[] {
  let t = firstTimeEnd(pieces);
  while (s.norms[t] === "," || s.upos[t] === "CCONJ") t++;
  if (!words.class("again").has(s.norms[t] ?? "")) return [];
  const time = ownTime(layers, piecesAfter(layers, s, t));
  return time === null ? [] : [{ at: t, time }];
}

const isMet = (words: Bench["words"], p: Piece): boolean => p.prep === "" || words.class("with").has(p.prep);

/** The place or the person comes first, then the day, or the day and then the place. */
const startsLeg = (words: Bench["words"], pieces: readonly Piece[]): boolean =>
  !words.class("of").has(pieces[0].prep) && pieces[0].nouns.length === 0;

const isLink = (s: Sentence, t: number): boolean =>
  s.upos[t] === "ADV" ||
  s.upos[t] === "DET" ||
  (s.upos[t] === "ADJ" && s.upos[t + 1] === "NOUN") ||
  (s.upos[t] === "NOUN" && s.upos[t - 1] === "ADJ");

/** Where the first day of some complements ends. */
function firstTimeEnd(pieces: readonly Piece[]): number {
  for (const p of pieces) if (p.times.length > 0) return p.times[0].to;
  return pieces.at(-1)?.to ?? 0;
}

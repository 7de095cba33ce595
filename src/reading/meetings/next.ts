import type { Sentence } from "../../language/index.js";
import { itemTime } from "../attach/index.js";
import type { Layers } from "../layers.js";
import type { ItemTime, Place } from "../types.js";
import type { Piece } from "./tail.js";
import type { MeetingWords } from "./words.js";

/**
 * "agreed to meet again before the leaders' summit in Ankara in the autumn": complements up to the one that says before what; place and
 * day behind it are those of the thing before which they meet.
 */
export function upToNext(words: MeetingWords, pieces: readonly Piece[]): readonly Piece[] {
  for (const [i, p] of pieces.entries())
    if (words.class("ahead").has(p.prep) && p.nouns.length > 0 && p.times.length === 0)
      return pieces.slice(0, i + 1);
  return pieces;
}

/** A place that does not stand behind the cut. */
export function notOfNext(
  s: Sentence,
  pieces: readonly Piece[],
  all: readonly Piece[],
  place: Place | null,
): Place | null {
  if (pieces.length === all.length || place === null || place.words === null) return place;
  return place.words.start >= s.starts[all[pieces.length].from] ? null : place;
}

/** At some time until the thing before which they meet. */
export function untilNext(layers: Layers, rest: readonly Piece[]): ItemTime | null {
  const x = rest.flatMap((p) => p.times).find((y) => y.latest !== null);
  if (x === undefined || layers.published === null || x.latest === null || x.latest <= layers.published)
    return null;
  return { ...itemTime(layers, x, "meetings/due"), earliest: null, edtf: `../${x.latest}` };
}

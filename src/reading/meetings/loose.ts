import type { Layers } from "../layers.js";
import type { Candidate } from "./candidate.js";
import { completed, type Groups, isPutOff } from "./groups.js";
import type { Participants } from "./participants.js";

/** Asked at most once. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Who meets, where nothing before tells it. "Before a summit in Hanoi, A met B": it is told afterwards, of a meeting in the same breath or
 * under the headline. Else those whom the article tells of together; else whoever is known, be it nobody: that talks were held is told.
 */
export function later(
  layers: Layers,
  groups: Groups,
  told: number,
  c: Candidate,
  pair: (() => Participants | null) | null,
): Participants | null {
  const headline = layers.parsed.sentences[c.sentence].kind === "headline";
  const soon = headline || c.open !== "meeting" ? groups : groups.toldIn(c.sentence);
  const near = c.participants.size === 0 || groups.isOne ? completed(soon, c) : null;
  if (near !== null) return near;
  if (!isWhole(c) || !(isRound(c) || isBetweenSides(layers))) return null;
  const named =
    c.open === "series" || c.definite || c.rule === "meeting/met" || c.rule === "meeting/received";
  const others = told > 1 || isApart(c) || !named ? null : (pair?.() ?? null);
  const fits = others !== null && [...c.participants.keys].every((k) => others.keys.has(k));
  return fits ? c.participants.copy().joinParties(others, "context") : c.participants;
}

/** Whether it is told well enough to stand without those who took part: it has a day or a place, and is no affair of others. */
const isWhole = (c: Candidate): boolean =>
  c.mode !== "visit" &&
  c.open !== null &&
  (c.time.words !== null || c.place !== null || c.count > 1 || isPutOff(c));

/** Not of those of whom the article tells besides. */
const isApart = ({ open }: Candidate): boolean => open === "within" || open === "placed";

/** A round of talks with its day and its place is told, however few of those who came are named. */
const isRound = (c: Candidate): boolean =>
  (c.open === "series" || isApart(c) || c.rule === "meeting/met") &&
  c.time.words !== null &&
  c.time.precision !== "year" &&
  c.place !== null;

/** Whether an article is of sides: where it names one party only, who meets meets at home. */
function isBetweenSides({ entities }: Layers): boolean {
  let first: string | null = null;
  for (const { party, kind } of entities) {
    if (party === null || kind === "place" || kind === "occasion") continue;
    first ??= party;
    if (party !== first) return true;
  }
  return first === null;
}

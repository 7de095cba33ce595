import { isText, type Sentence } from "../../language/index.js";
import { dayNumber } from "../../text/index.js";
import type { Layers } from "../layers.js";
import type { Clause, ItemTime } from "../types.js";
import type { Bench, Candidate } from "./candidate.js";
import type { Merged } from "./merge.js";
import type { NounPhrase } from "./noun-phrase.js";
import { lengthAt } from "./noun-time.js";

/** Sentences with which an article tells its news. */
const LEAD = 4;
/** Days before publication on which news may have happened. */
const FRESH = 3;

/**
 * "agreed on Wednesday to set up a panel after five hours of talks", "said after a session with her counterpart": held on the day of
 * what was said or done after it, or at it; where that verb has none, in the lead of an article, on the day of its news.
 */
export function newsDay(
  { layers, words }: Bench,
  s: Sentence,
  phrase: NounPhrase,
  over: Clause | null,
  sides: number,
): ItemTime | null {
  if (!words.class("after").has(phrase.prep) && !words.class("at").has(phrase.prep)) return null;
  // "after months of talks": as long as that they did not sit.
  const length = phrase.anchor === phrase.noun ? null : lengthAt(layers, s, phrase.anchor);
  const brief = length === null ? phrase.anchor === phrase.noun && sides > 1 : BRIEF.has(length.unit);
  if (!brief || phrase.count > 1) return null;
  for (let c = over; c !== null; c = c.parent < 0 ? null : layers.clauses[c.parent]) {
    if (c.aspect === "perfect" || c.tense === "future") return null;
    const own = layers.facts.time(c.index);
    // "..., officials said after hours of talks", hung on what is to come.
    if (own.words !== null && own.class !== "future") return own.precision === "day" ? own : null;
  }
  const first = opening(layers);
  return s.index - first < LEAD && s.kind !== "headline" ? leadDay(layers, first) : null;
}
const BRIEF: ReadonlySet<string> = new Set(["hour", "minute"]);

/**
 * "agree to keep talking after Athens meeting": where the headline says that the meeting was which the lead tells of. One that the
 * headline tells by itself is that one.
 */
export function placeNews(
  layers: Layers,
  found: readonly Candidate[],
  merged: Merged[],
  of: (Merged | null)[],
): void {
  const { sentences } = layers.parsed;
  const at = found.findIndex(
    (c) =>
      sentences[c.sentence].kind === "headline" &&
      c.place !== null &&
      (c.status === null || c.status === "held") &&
      isSitting(c.mode),
  );
  if (at < 0) return;
  const titled = found[at];
  const own = of[at];
  const first = opening(layers);
  let news: Merged | null = null;
  for (const m of merged) {
    const { mode, sentence } = m.members[0];
    if (m === own || m.status !== "held" || m.place !== null || !isSitting(mode)) continue;
    if (sentence < first || sentence - first >= LEAD || !isFresh(layers, m.time)) continue;
    if (titled.participants.size > 0 && !m.participants.parties.some((p) => titled.participants.has(p)))
      continue;
    if (news !== null && (m.time.latest ?? "") < (news.time.earliest ?? "")) continue;
    m.place = titled.place;
    news ??= m;
  }
  if (news === null || own === null || own === news || own.members.length > 1) return;
  news.members.push(titled);
  of[at] = news;
  merged.splice(merged.indexOf(own), 1);
}

const isSitting = (mode: Candidate["mode"]): boolean => mode !== "visit" && mode !== "phone";

const isFresh = ({ published }: Layers, { latest }: ItemTime): boolean =>
  latest === null || published === null || dayNumber(published) - dayNumber(latest) <= FRESH;

/** The sentence with which an article opens. */
const opening = (layers: Layers): number =>
  layers.parsed.sentences.findIndex((x) => isText(x) && x.kind !== "headline");

/** The day on which what an article opens with happened, or null. */
function leadDay(layers: Layers, first: number): ItemTime | null {
  const { published } = layers;
  if (published === null) return null;
  for (const i of layers.clausesBySentence[first] ?? []) {
    const time = layers.facts.time(i);
    if (
      time.precision !== "day" ||
      time.latest === null ||
      time.words === null ||
      time.earliest !== time.latest
    )
      continue;
    const ago = dayNumber(published) - dayNumber(time.latest);
    if (ago >= 0 && ago <= FRESH && layers.clauses[i].tense === "past") return time;
  }
  return null;
}

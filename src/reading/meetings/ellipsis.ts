import type { Sentence } from "../../language/index.js";
import { clauseAt, verbOf } from "../phrases/index.js";
import type { Bench, Candidate } from "./candidate.js";
import { ownTime, whereOf } from "./circumstances.js";
import { verbBehind } from "./holding.js";
import { AHEAD } from "./noun-checks.js";
import { isOrdinal } from "./noun-phrase.js";
import { Participants } from "./participants.js";
import { statusOf } from "./status.js";
import { type Piece, piecesAfter } from "./tail.js";

const RULE = "meeting/one-of-them";
/** Sentences within which "the second" is of what was told of before. */
const NEAR = 2;

/** "The second, in Oslo in September, ended without a deal"; "after one on April 12 in Brussels": a meeting named by its place in a row alone. */
export function fromOrdinal(bench: Bench, s: Sentence, token: number): void {
  const { layers, words } = bench;
  if (!isOneOf(bench, s, token)) return;
  const before = bench.found.findLast((c) => c.status !== null && s.index - c.sentence <= NEAR);
  if (before === undefined || before.mode === "visit") return;
  const behind = verbBehind(s, token, [], words.class("due"));
  // "a sixth, set for June 15, was cancelled"
  const dated = s.norms[token + 1] === "," && words.class("dates").has(s.lemmas[token + 2] ?? "");
  const planned = behind < 0 && dated ? token + 2 : behind;
  const pieces = planned > 0 ? piecesAfter(layers, s, planned) : piecesAfter(layers, s, token);
  // "the first since 2019" was not held in 2019.
  if (words.class("since").has(pieces[0]?.prep ?? "")) return;
  const clause = verbOver(bench, s, token, pieces);
  // "The tenth will be hosted by Chad, in Bol, on May 3".
  const behindVerb =
    clause === null || (clause.tense === "past" && !clause.passive)
      ? []
      : piecesAfter(layers, s, verbOf(clause));
  const time = ownTime(layers, pieces) ?? ownTime(layers, behindVerb);
  const place = whereOf(bench, null, pieces, undefined, s) ?? whereOf(bench, null, behindVerb, undefined, s);
  // "will meet in Oslo in May, and a third time in Rome in June": of the verb of the one before.
  const beside = clause === null && before.sentence === s.index && isListed(s, token);
  if (time === null || (clause === null && !beside && !words.class("after").has(s.norms[token - 1]))) {
    bench.miss(RULE, s, token, "no day of its own, or nothing that says that it was held");
    return;
  }
  const fate = clause === null ? null : (words.holding.get(clause.lemma)?.status ?? null);
  const told =
    clause === null ? (time.class === "past" ? "held" : null) : statusOf(bench, clause, time, fate);
  const ended = clause !== null && words.class("ending").has(clause.lemma) && time.class === "past";
  const ahead = time.class === "future";
  const alike = beside && before.status !== null && ahead === AHEAD.has(before.status) ? before.status : null;
  const status = beside ? alike : (told ?? (ended ? "held" : null));
  if (status === null) return;
  bench.taken.add(token);
  bench.found.push({
    sentence: s.index,
    trigger: token,
    clause,
    rule: RULE,
    what: "",
    mode: before.mode,
    level: before.level,
    status,
    participants: new Participants(layers),
    time,
    place,
    occasion: null,
    count: 1,
    definite: false,
    another: true,
    hosted: false,
    open: before.open ?? "meeting",
    alone: null,
    within: -1,
  });
}

/** Right behind a comma or "and", with where and when it was behind it. */
function isListed(s: Sentence, token: number): boolean {
  const before = s.upos[token - 1] === "DET" ? token - 2 : token - 1;
  return before > 0 && (s.upos[before] === "CCONJ" || s.norms[before] === ",") && s.upos[token + 1] === "ADP";
}

/** "the second", "the last one", "one": no noun follows. */
function isOneOf({ words }: Bench, s: Sentence, t: number): boolean {
  if (t < 1) return false;
  const one = words.class("one").has(s.norms[t]);
  if (
    !one &&
    !isListed(s, t) &&
    !(s.upos[t - 1] === "DET" && (words.class("definite").has(s.norms[t - 1]) || s.norms[t + 1] === ","))
  )
    return false;
  const next = s.upos[t + 1];
  if (
    next === "NOUN" ||
    next === "PROPN" ||
    next === "ADJ" ||
    words.class("of").has(s.norms[t + 1]) ||
    s.norms[t + 1] === "-"
  )
    return false;
  return one
    ? isRanked(words, s.norms[t - 1]) || words.class("after").has(s.norms[t - 1])
    : isRanked(words, s.norms[t]);
}

const isRanked = (words: Bench["words"], word: string): boolean =>
  isOrdinal(words, word) || words.class("another").has(word);

/** The verb behind its complements that says that it took place. */
function verbOver(
  { layers, words }: Bench,
  s: Sentence,
  token: number,
  pieces: readonly Piece[],
): Candidate["clause"] {
  let t = pieces.at(-1)?.to ?? token + 1;
  while (t < s.size && (s.norms[t] === "," || s.upos[t] === "AUX" || s.upos[t] === "ADV")) t++;
  const clause = t < s.size && s.upos[t] === "VERB" ? clauseAt(layers, s.index, t) : null;
  return clause !== null &&
    (words.holding.get(clause.lemma)?.happens === true || (clause.passive && words.holding.has(clause.lemma)))
    ? clause
    : null;
}

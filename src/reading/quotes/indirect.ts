import { childWith, isRelation, type Sentence, subtreeRange } from "../../language/index.js";
import type { WithClauses } from "../layers.js";
import { type Frame, isPast, isSaidToo, type Speech, saidAt, type VoiceWords } from "../voice/index.js";
import type { Quoted } from "./marks.js";

/** Tokens [from, to) of a sentence. */
type Range = readonly [number, number];

/** What somebody is reported to have said, in the outlet's words: one stretch of the frame's sentence, or two around the frame. */
export interface Report {
  readonly frame: Frame;
  readonly ranges: readonly [Range, ...Range[]];
}

/** Fewest tokens of what can be said. */
const LEAST = 2;

/** Reports of a sentence by verbs of saying, outside quotation marks and without a quotation of their own inside. */
export function reports(
  input: WithClauses,
  sentence: number,
  quotations: readonly Quoted[],
  speech: Speech,
): Report[] {
  const s = input.parsed.sentences[sentence];
  const quoted = (t: number): boolean =>
    quotations.some((q) => s.starts[t] >= q.start - 1 && s.starts[t] < q.end + 1);
  const out: Report[] = [];
  const frames = speech.frames(input, sentence);
  for (const frame of frames) {
    if (frame.kind !== "say" || frame.unreal || quoted(frame.verb)) continue;
    const others = frames.filter((f) => f !== frame && f.parenthetical);
    const ranges = frame.parenthetical
      ? around(s, frame, speech.words)
      : below(s, frame, others, speech.words);
    const [first, ...rest] = ranges.map((r) => trimmed(s, r)).filter(([from, to]) => to - from >= LEAST);
    if (first === undefined) continue;
    const whole = [first, ...rest] as const;
    const marked = whole.some(([from, to]) => {
      for (let t = from; t < to; t++) if (quoted(t)) return true;
      return false;
    });
    if (!marked) out.push({ frame, ranges: [first, ...rest] });
  }
  return out;
}

/** The clause after the verb that is its object, up to where another source is named. */
function below(s: Sentence, frame: Frame, others: readonly Frame[], words: VoiceWords): Range[] {
  for (let k = s.firstChild[frame.verb]; k >= 0; k = s.nextSibling[k]) {
    if (k < frame.verb || k === frame.speaker) continue;
    const whole = s.deprels[k] === "ccomp" || s.deprels[k] === "parataxis";
    const said = whole ? k : saidAt(s, frame.verb, k, words);
    if (said < 0) continue;
    const [from, to] = subtreeRange(s, said);
    const first = from > frame.verb ? from : frame.verb + 1;
    // "said a diplomat who asked ...": a relative clause under another name.
    if (s.xpos[first] === "WP" || s.xpos[first] === "WDT") return [];
    const end = others.reduce((n, f) => (f.from > first && f.from < n ? f.from : n), to);
    const own = ownDeed(s, frame.verb, said);
    let stop = first;
    while (stop < end && stop !== own && s.norms[stop] !== ";") stop++;
    return [[first, stop === to ? goingOn(s, frame.verb, to) : stop]];
  }
  return [];
}

/**
 * Token from which the speaker's own deed is told, though trees join it to what he says: "said a deal foresees a truce, but gave no details" is
 * again in the tense of the report, and has no subject; -1 for none.
 */
function ownDeed(s: Sentence, verb: number, said: number): number {
  if (isPast(s, said) || !isPast(s, verb)) return -1;
  for (let k = s.firstChild[said]; k >= 0; k = s.nextSibling[k]) {
    if (s.deprels[k] !== "conj" || s.xpos[k] !== "VBD" || childWith(s, k, "nsubj") >= 0) continue;
    const cc = childWith(s, k, "cc");
    if (cc > said && s.norms[cc - 1] === ",") return cc - 1;
  }
  return -1;
}

/**
 * Where what is said ends, if trees made the rest of it a deed of the speaker: "said it would end when they surrender or are killed", "claimed
 * that talks had begun and the group is willing". A second verb behind a bare conjunction is his own only without a subject and in the
 * same tense ("said so and left").
 */
function goingOn(s: Sentence, verb: number, to: number): number {
  if (to >= s.size || (s.upos[to] === "PUNCT" && s.xpos[to] !== "``")) return to;
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k]) {
    if (k < to || s.deprels[k] !== "conj") continue;
    const [from, end] = subtreeRange(s, k);
    if (from !== to) return to;
    const joined = s.upos[to] === "CCONJ";
    return !joined || isSaidToo(s, verb, k) ? end : to;
  }
  return to;
}

/** The sentence without the words that say who speaks: "the guerrillas, officials said, will keep their weapons". */
function around(s: Sentence, frame: Frame, words: VoiceWords): Range[] {
  let start = frame.from;
  while (start > 0 && s.norms[start - 1] !== ";") start--;
  const before: Range = [start, frame.from];
  // "X, who had come back, announced the end of the talks": what is said is the object.
  const object = hasObject(s, frame.verb) && !words.hearers.has(s.lemmas[frame.verb]);
  if (object || (!hasVerb(s, before) && s.norms[frame.verb + 1] !== ",")) return [];
  const after: Range[] = s.norms[frame.verb + 1] === "," ? [[frame.verb + 2, s.size]] : [];
  return [before, ...after];
}

function hasObject(s: Sentence, verb: number): boolean {
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k])
    if (k > verb && s.deprels[k] === "obj" && s.upos[k] === "NOUN") return true;
  return false;
}

/** Whether something is told there: "in talks that began in May, Oslo insisted on more" has only a relative clause before the comma. */
function hasVerb(s: Sentence, [from, to]: Range): boolean {
  for (let t = from; t < to; t++) {
    if (s.upos[t] !== "VERB" && s.upos[t] !== "AUX") continue;
    const verb = s.deprels[t].startsWith("aux") || s.deprels[t] === "cop" ? s.heads[t] : t;
    if (verb < 0 || !isRelation(s.deprels[verb], "acl:relcl")) return true;
  }
  return false;
}

function trimmed(s: Sentence, range: Range): Range {
  let [from, to] = range;
  const loose = (t: number): boolean => s.upos[t] === "PUNCT" && s.xpos[t] !== "``" && s.xpos[t] !== "''";
  while (from < to && (loose(from) || s.upos[from] === "SCONJ")) from++;
  while (to > from && loose(to - 1)) to--;
  return [from, to];
}

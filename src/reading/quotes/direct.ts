import type { Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { WithClauses } from "../layers.js";
import type { Frame, Speech } from "../voice/index.js";
import type { Quoted } from "./marks.js";

/** One quotation with its parts, its frame, and whether it goes on from the one before. */
export interface Utterance {
  readonly parts: readonly Quoted[];
  readonly frame: Frame | null;
  readonly mode: "direct" | "mixed";
  readonly rule: "quote/direct" | "quote/mixed" | "quote/continued" | "quote/introduced";
  /** Token of a speaker who is named before a colon without a verb of speech; else -1. */
  readonly speaker: number;
}

/** Shorter stretches that end without a stop are words in quotation marks, not speech. */
const WORDS = 4;
/** Fewest words where the verb itself quotes: called it "a solid step". */
const NAMED = 2;
const STOPS = new Set([",", ".", "?", "!", ";", ":", "-", "…", "..."]);
const VERBAL = new Set(["VERB", "AUX"]);

/** Puts stretches together into utterances: broken ones joined, those without a frame tied to the speaker before, names and single words left out. */
export function utterances(input: WithClauses, stretches: readonly Quoted[], speech: Speech): Utterance[] {
  const { sentences } = input.parsed;
  const out: Utterance[] = [];
  for (const q of stretches) {
    const before = out[out.length - 1];
    if (before !== undefined && breaksOff(sentences, before, q)) {
      out[out.length - 1] = { ...before, parts: [...before.parts, q] };
      continue;
    }
    const next = utterance(input, q, before, speech);
    if (next !== null) out.push(next);
  }
  return out;
}

function utterance(
  input: WithClauses,
  q: Quoted,
  before: Utterance | undefined,
  speech: Speech,
): Utterance | null {
  const { sentences } = input.parsed;
  const first = sentences[q.first];
  const one = { parts: [q], speaker: -1 } as const;
  if (q.goesOn && before !== undefined && adjoins(sentences, before, q))
    return extend(one, { frame: null, mode: "direct", rule: "quote/continued" });
  if (isName(first, q, speech)) return null;
  const speechLike = isSpeech(sentences, q);
  const frame = frameBeside(input, q, speech);
  if (frame !== null) {
    const inside = isInside(sentences, q, frame);
    if (inside && countWords(first, q) < (names(first, q, frame) ? NAMED : WORDS)) return null;
    if (!inside && !speechLike) return null;
    return extend(one, {
      frame,
      mode: inside ? "mixed" : "direct",
      rule: inside ? "quote/mixed" : "quote/direct",
    });
  }
  if (!speechLike) return null;
  const speaker = introduced(first, q, speech.words.citing);
  if (speaker >= 0) return extend(one, { speaker, frame: null, mode: "direct", rule: "quote/introduced" });
  if (!standsAlone(sentences, q)) return null;
  if (before !== undefined && adjoins(sentences, before, q))
    return extend(one, { frame: null, mode: "direct", rule: "quote/continued" });
  const reported = reportBefore(input, q, speech);
  return reported === null ? null : extend(one, { frame: reported, mode: "direct", rule: "quote/continued" });
}

/** "The port is not for sale, the minister said. "It is ours."": the speech told in the sentence before goes on in quotation marks. */
function reportBefore(input: WithClauses, q: Quoted, speech: Speech): Frame | null {
  const [here, before] = [input.parsed.sentences[q.first], input.parsed.sentences[q.first - 1]];
  if (before === undefined || before.paragraph !== here.paragraph) return null;
  const said = speech.frames(input, before.index).filter((f) => f.kind === "say" && !f.unreal);
  return said.find((f) => f.parenthetical || before.heads[f.verb] < 0) ?? null;
}

/** "...," he said, "...": the second part goes on within the sentence, or the first broke off at a comma. */
function breaksOff(sentences: readonly Sentence[], before: Utterance, q: Quoted): boolean {
  const part = before.parts[before.parts.length - 1];
  const { frame } = before;
  if (frame === null || part.last !== q.first || frame.sentence !== q.first) return false;
  const s = sentences[q.first];
  if (frame.verb < part.closes || frame.verb > q.opens)
    return before.mode === "mixed" && joinedBy(s, part.closes, q.opens);
  const comma = s.norms[q.opens - 1] === ",";
  return comma && s.norms[part.closes - 1] !== "." && !otherVerb(s, part.closes + 1, q.opens, frame.verb);
}

/** Two pieces of one mixed quotation stand close together. */
const joinedBy = (s: Sentence, from: number, to: number): boolean => {
  if (to - from > 6) return false;
  for (let t = from; t < to; t++) if (s.upos[t] === "VERB") return false;
  return true;
};

function otherVerb(s: Sentence, from: number, to: number, verb: number): boolean {
  for (let t = from; t < to; t++) if (t !== verb && s.xpos[t] === "VBD") return true;
  return false;
}

/** The frame nearest to the stretch, outside it, in its last or first sentence; an unreal one frames nothing. */
function frameBeside(input: WithClauses, q: Quoted, speech: Speech): Frame | null {
  const { sentences } = input.parsed;
  let best: Frame | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const n of q.first === q.last ? [q.first] : [q.last, q.first]) {
    const s = sentences[n];
    for (const f of speech.frames(input, n)) {
      if (
        (f.kind === "source" && f.speaker > q.opens) ||
        inStretch(s, f.verb, q) ||
        inStretch(s, f.speaker, q)
      )
        continue;
      const after = s.starts[f.verb] >= q.end;
      const gap = after
        ? distance(s, n === q.last ? q.closes : 0, f.verb, least)
        : distance(s, f.verb, n === q.first ? q.opens : s.size, least);
      // A frame after a full stop inside belongs to what follows; one with a clause of its own between does not reach.
      if (f.unreal && f.kind !== "quoting" && gap > 3) continue;
      if (gap < least) {
        least = gap;
        best = f;
      }
    }
    if (best !== null) return best;
  }
  return best;
}

const inStretch = (s: Sentence, t: number, q: Quoted): boolean =>
  s.starts[t] >= q.start && s.starts[t] < q.end;

/** Tokens between, verbs counted fourfold; stops counting at `most`. */
function distance(s: Sentence, from: number, to: number, most: number): number {
  let n = 0;
  for (let t = from + 1; t < to && n < most; t++) n += s.upos[t] === "VERB" ? 4 : 1;
  return n;
}

/** Whether the stretch is part of what the frame reports in the outlet's own words: "said it was "a big step"". */
function isInside(sentences: readonly Sentence[], q: Quoted, f: Frame): boolean {
  const s = sentences[q.first];
  if (q.first !== q.last || f.sentence !== q.first) return false;
  const prior = q.opens > 0 ? s.norms[q.opens - 1] : "";
  if (f.verb < q.opens) {
    if (prior === "," || prior === ":") return false;
    // "said "we will go": the quotation follows the verb at once.
    return !(q.opens - f.verb === 1 && startsClause(s, q));
  }
  return q.opens > 0 && wordsBefore(s, q.opens) && !STOPS.has(prior) && f.speaker > q.closes;
}

function wordsBefore(s: Sentence, opens: number): boolean {
  for (let t = 0; t < opens; t++) if (s.upos[t] !== "PUNCT" && s.upos[t] !== "CCONJ") return true;
  return false;
}

/** Whether the verb of the frame is there to name or quote, and no other verb stands between it and the words. */
function names(s: Sentence, q: Quoted, f: Frame): boolean {
  if ((f.kind !== "quoting" && f.kind !== "hold") || f.verb > q.opens) return false;
  for (let t = f.verb + 1; t < q.opens; t++) if (s.upos[t] === "VERB" || s.upos[t] === "AUX") return false;
  return true;
}

const startsClause = (s: Sentence, q: Quoted): boolean => {
  for (let t = q.opens + 1; t < q.closes && t < s.size; t++) if (VERBAL.has(s.upos[t])) return true;
  return false;
};

/** Whether it can stand as speech by itself: it ends with a stop, or has a verb and enough words, or runs over sentences. */
function isSpeech(sentences: readonly Sentence[], q: Quoted): boolean {
  if (q.first !== q.last) return true;
  const s = sentences[q.first];
  const last = Math.min(q.closes, s.size) - 1;
  const after = q.closes + 1 < s.size ? s.norms[q.closes + 1] : "";
  if (STOPS.has(s.norms[last])) return true;
  return (countWords(s, q) >= WORDS && startsClause(s, q)) || STOPS.has(after);
}

function countWords(s: Sentence, q: Quoted): number {
  let n = 0;
  for (let t = q.opens + 1; t < q.closes && t < s.size; t++) if (s.upos[t] !== "PUNCT") n++;
  return n;
}

/** A title or name in quotation marks: a naming word before it, or all its words with capitals. */
function isName(s: Sentence, q: Quoted, speech: Speech): boolean {
  if (q.first !== q.last) return false;
  const { naming } = speech.words;
  for (let t = q.opens - 1; t >= 0 && t >= q.opens - 2; t--)
    if (naming.has(s.norms[t]) || naming.has(s.lemmas[t])) return true;
  const last = Math.min(q.closes, s.size) - 1;
  if (q.opens === 0 || STOPS.has(s.norms[q.opens - 1]) || STOPS.has(s.norms[last])) return false;
  let words = 0;
  let capitals = 0;
  for (let t = q.opens + 1; t < q.closes; t++) {
    if (s.upos[t] === "PUNCT" || s.upos[t] === "ADP" || s.upos[t] === "DET" || s.upos[t] === "CCONJ")
      continue;
    words++;
    if (/^\p{Lu}/u.test(s.forms[t])) capitals++;
  }
  return words > 0 && capitals === words;
}

/** Whose words a colon announces where no verb of speech does: whom somebody quotes, else the subject of the clause before it; else -1. */
function introduced(s: Sentence, q: Quoted, citing: ReadonlySet<string>): number {
  if (q.opens === 0 || s.norms[q.opens - 1] !== ":") return -1;
  for (let t = 0; t < q.opens; t++)
    if (s.deprels[t] === "obj" && s.heads[t] >= 0 && citing.has(s.lemmas[s.heads[t]])) return t;
  for (let t = 0; t < q.opens; t++)
    if (s.deprels[t].startsWith("nsubj") && s.heads[t] < q.opens && s.upos[s.heads[t]] === "VERB") return t;
  return -1;
}

/** Nothing but the quotation stands in its sentences. */
function standsAlone(sentences: readonly Sentence[], q: Quoted): boolean {
  const last = sentences[q.last];
  if (wordsBefore(sentences[q.first], q.opens)) return false;
  for (let t = q.closes + 1; t < last.size; t++) if (last.upos[t] !== "PUNCT") return false;
  return true;
}

/** Nobody else comes between: the quotation before ended in this sentence or the one just before it. */
function adjoins(sentences: readonly Sentence[], before: Utterance, q: Quoted): boolean {
  const end = Math.max(before.parts[before.parts.length - 1].last, before.frame?.sentence ?? -1);
  let at = q.first - 1;
  while (at > end && sentences[at].size === 0) at--;
  return at <= end;
}

import {
  childWith,
  type Lexicon,
  oncePerLexicon,
  type ParsedDocument,
  type Sentence,
} from "../../language/index.js";
import { makeSpan } from "../../text/index.js";
import type { WithClauses, WithQuotes } from "../layers.js";
import type { Clause, QuoteItem, Voice } from "../types.js";
import { type Frame, framesOf, isSaidToo, saidAt } from "./frames.js";
import { mentionAt, voiceAt } from "./speaker.js";
import { OUTLET, turnAt } from "./turn.js";
import { loadVoiceWords, type VoiceWords } from "./words.js";

export { describedBy } from "./described.js";
export { type Frame, isPast, isSaidToo, saidAt } from "./frames.js";
export { mentionAt, voiceAt } from "./speaker.js";
export { OUTLET, turnAt } from "./turn.js";
export type { VoiceWords } from "./words.js";

/** Most steps from a clause up to the frame that holds it. */
const MOST = 16;

/** Frames of speech of a document and the voices they stand for; each sentence is looked at once. */
export interface Speech {
  readonly words: VoiceWords;
  frames(input: WithClauses, sentence: number): readonly Frame[];
  /** The frame itself, or where "he" speaks the one before of the official without a name that he is. */
  origin(input: WithClauses, frame: Frame): Frame;
  voice(input: WithClauses, frame: Frame, rule: string): Voice;
}

export const createSpeech = oncePerLexicon(speechOf);

function speechOf(lexicon: Lexicon): Speech {
  const words = loadVoiceWords(lexicon);
  const known = new WeakMap<ParsedDocument, Map<number, readonly Frame[]>>();
  const speech: Speech = {
    words,
    frames(input, sentence) {
      let bySentence = known.get(input.parsed);
      if (bySentence === undefined) {
        bySentence = new Map();
        known.set(input.parsed, bySentence);
      }
      let frames = bySentence.get(sentence);
      if (frames === undefined) {
        frames = framesOf(input, input.parsed.sentences[sentence], words);
        bySentence.set(sentence, frames);
      }
      return frames;
    },
    origin(input, frame) {
      if (input.parsed.sentences[frame.sentence].upos[frame.speaker] !== "PRON") return frame;
      return unnamedBefore(input, frame, speech) ?? anotherBefore(input, frame, speech) ?? frame;
    },
    voice(input, frame, rule) {
      const s = input.parsed.sentences[frame.sentence];
      const cue = makeSpan(input.parsed.document, s.starts[frame.verb], s.ends[frame.verb]);
      const { sentence, speaker } = speech.origin(input, frame);
      return voiceAt(input, sentence, speaker, cue, rule, words);
    },
  };
  return speech;
}

/** How many sentences further "he" is still the official who spoke without a name. */
const NEAR = 2;

/**
 * "An army officer, who asked not to be named, denied it. '...,' he said": who spoke last, where the text gives him no name. A pronoun
 * of speech is his, and not the last named person's.
 */
function unnamedBefore(input: WithClauses, frame: Frame, speech: Speech): Frame | null {
  const { parsed } = input;
  if (!speech.words.single.has(parsed.sentences[frame.sentence].norms[frame.speaker])) return null;
  for (let n = frame.sentence; n >= 0 && n >= frame.sentence - NEAR; n--) {
    const s = parsed.sentences[n];
    const before = speech
      .frames(input, n)
      .filter((f) => f.kind !== "source" && (n < frame.sentence || f.verb < frame.verb))
      .filter((f) => s.upos[f.speaker] !== "PRON")
      .at(-1);
    if (before === undefined) continue;
    const t = before.speaker;
    const { kind } = voiceAt(input, n, t, null, "", speech.words);
    if (s.upos[t] !== "NOUN" && !speech.words.speakers.has(s.lemmas[t].toLowerCase())) return null;
    if (s.xpos[t].endsWith("S") || (kind !== "unnamed-official" && kind !== "official")) return null;
    return isNamedPerson(input, n, t) ? null : before;
  }
  return null;
}

/**
 * "The envoy said so. The president had approved it, he added.": whoever is named in what is told is not the "he" who tells it behind; he is
 * the one who spoke last.
 */
function anotherBefore(input: WithClauses, frame: Frame, speech: Speech): Frame | null {
  const s = input.parsed.sentences[frame.sentence];
  if (!frame.parenthetical || !speech.words.single.has(s.norms[frame.speaker])) return null;
  const meant = mentionAt(input, frame.sentence, frame.speaker)?.entity;
  const named = input.mentionsBySentence[frame.sentence].some((i) => {
    const m = input.mentions[i];
    return m.entity === meant && m.form === "name" && m.use === "actor" && m.to <= frame.from;
  });
  if (meant === undefined || !named) return null;
  for (let n = frame.sentence - 1; n >= 0 && n >= frame.sentence - NEAR; n--) {
    const before = speech
      .frames(input, n)
      .filter((f) => f.kind !== "source" && !f.unreal)
      .at(-1);
    if (before === undefined) continue;
    const found = speech.origin(input, before);
    const who = mentionAt(input, found.sentence, found.speaker)?.entity;
    return who === undefined || who === meant || input.entities[who].kind !== "person" ? null : found;
  }
  return null;
}

/** A noun with a name in it or beside it: "the spokesman, Nasser Kanaani". */
function isNamedPerson(input: WithClauses, sentence: number, token: number): boolean {
  const s = input.parsed.sentences[sentence];
  for (let k = s.firstChild[token]; k >= 0; k = s.nextSibling[k])
    if (s.deprels[k] === "nmod:desc" || (s.deprels[k] === "appos" && mentionAt(input, sentence, k) !== null))
      return true;
  const m = mentionAt(input, sentence, token);
  return m !== null && input.entities[m.entity].kind === "person";
}

/** Who says what a clause tells: the innermost quotation or frame of speech around it; else the outlet. */
export function createVoice(lexicon: Lexicon): (input: WithQuotes) => (clause: number) => Voice {
  const speech = createSpeech(lexicon);
  return (input) => {
    const bySentence = new Map<number, QuoteItem[]>();
    for (const q of input.quotes) {
      if (q.mode === "indirect") continue;
      for (const n of q.sentences) bySentence.set(n, [...(bySentence.get(n) ?? []), q]);
    }
    const cache = new Map<number, Voice>();
    return (index) => {
      let voice = cache.get(index);
      if (voice === undefined) {
        const clause = input.clauses[index];
        voice =
          quoted(input, clause, bySentence.get(clause.sentence) ?? []) ?? reported(input, clause, speech);
        if (voice.kind === "outlet") voice = turnAt(input, clause.sentence);
        cache.set(index, voice);
      }
      return voice;
    };
  };
}

function quoted(input: WithQuotes, clause: Clause, quotes: readonly QuoteItem[]): Voice | null {
  const at = input.parsed.sentences[clause.sentence].starts[clause.head];
  for (const q of quotes) if (q.content.some((c) => at >= c.start && at < c.end)) return q.voice;
  return null;
}

function reported(input: WithQuotes, clause: Clause, speech: Speech): Voice {
  const frames = speech.frames(input, clause.sentence).filter((f) => f.kind !== "quoting");
  const s = input.parsed.sentences[clause.sentence];
  if (frames.length === 0) return announced(input, s, speech) ?? goingOn(input, s, clause, speech);
  const top = clause.support >= 0 ? clause.support : clause.head;
  if (frames.some((f) => f.verb === top && f.parenthetical)) return OUTLET;
  let t = top;
  let below = top;
  for (let steps = 0; steps < MOST && s.heads[t] >= 0; steps++) {
    const frame = frames.find((f) => f.verb === s.heads[t] && f.kind !== "source");
    if (frame !== undefined) {
      const said =
        isContent(s, t, frame) || (below !== t && saidAt(s, frame.verb, t, speech.words) === below);
      if (said) return speech.voice(input, frame, "voice/reported");
      if (!frame.parenthetical) return OUTLET;
    }
    below = t;
    t = s.heads[t];
  }
  const aside = frames.find((f) => f.parenthetical && !within(s, top, f));
  if (aside === undefined) return OUTLET;
  return speech.voice(input, aside, aside.kind === "source" ? "voice/according-to" : "voice/parenthetical");
}

/** "The ministry said in a statement: [New paragraph] The countdown will begin on Monday.": a paragraph set off from the colon that announces it. */
function announced(input: WithQuotes, s: Sentence, speech: Speech): Voice | null {
  const { sentences } = input.parsed;
  let n = s.index - 1;
  while (n >= 0 && sentences[n].paragraph === s.paragraph) n--;
  const before = sentences[n];
  if (before === undefined || s.paragraph !== before.paragraph + 1 || s.kind !== "prose") return null;
  if (before.norms[before.size - 1] !== ":" || s.xpos.includes("``")) return null;
  const frame = speech
    .frames(input, n)
    .find(
      (f) =>
        f.kind === "say" && !f.unreal && before.heads[f.verb] < 0 && childWith(before, f.verb, "ccomp") < 0,
    );
  return frame === undefined ? null : speech.voice(input, frame, "voice/announced");
}

/**
 * "The minister said it was over. The troops would leave in May.": a main clause with the past's future, which nobody frames, goes on
 * with the report of the sentence before; anything else is the outlet's.
 */
function goingOn(input: WithQuotes, s: Sentence, clause: Clause, speech: Speech): Voice {
  const before = input.parsed.sentences[s.index - 1];
  if (before === undefined || before.paragraph !== s.paragraph || s.xpos.includes("``")) return OUTLET;
  const main = input.clausesBySentence[s.index]
    .map((i) => input.clauses[i])
    .find((c) => c.relation === "root");
  if (main === undefined || main.modal === null || !speech.words.shifted.has(main.modal)) return OUTLET;
  if (clause !== main && clause.parent !== main.index) return OUTLET;
  const frame = speech
    .frames(input, before.index)
    .find((f) => f.kind === "say" && !f.unreal && before.xpos[f.verb] === "VBD" && before.heads[f.verb] < 0);
  return frame === undefined ? OUTLET : speech.voice(input, frame, "voice/going-on");
}

/** Whether what hangs at `t` below a verb of speech is what is said, and not who says it, where or when. */
function isContent(s: Sentence, t: number, frame: Frame): boolean {
  const r = s.deprels[t];
  if (r === "ccomp" || r === "parataxis") return true;
  // "said that the truce held and talks would follow", but not "said so and left".
  if (r === "conj") return isSaidToo(s, frame.verb, t);
  // Beside commas trees call what is said many things.
  return frame.parenthetical && t < frame.verb && (r === "advcl" || r === "dep" || r === "xcomp");
}

/** Whether a token belongs to the frame itself: the speaker and what describes him. */
function within(s: Sentence, token: number, frame: Frame): boolean {
  let t = token;
  for (let steps = 0; steps < MOST && t >= 0; t = s.heads[t], steps++) {
    if (t === frame.speaker)
      return s.heads[frame.speaker] !== t && token > frame.speaker && token < frame.verb;
    if (t === frame.verb) return token === frame.verb;
  }
  return false;
}

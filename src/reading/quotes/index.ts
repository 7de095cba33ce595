import type { Lexicon, Sentence } from "../../language/index.js";
import { canonicalJson, contentHash, makeSpan, type Span } from "../../text/index.js";
import { itemTime, NO_TIME } from "../attach/index.js";
import { preposition } from "../clauses/index.js";
import type { WithClauses, WithQuotes } from "../layers.js";
import type { Actor, Clause, QuoteItem, Voice } from "../types.js";
import { createSpeech, speaker } from "../voice/index.js";

const OPEN = new Set(["“", '"', "«"]);
const CLOSE = new Set(["”", '"', "»"]);
/** Longest quotation, in sentences: an opening mark that never closes stays bounded. */
const MOST = 12;
/** Shorter ones without an end mark are words in quotes, not speech. */
const WORDS = 3;

interface Raw {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

/** Direct quotations with speaker and occasion. One without an attribution of its own continues the speaker of the one before. */
export function createQuotes(lexicon: Lexicon): (input: WithClauses) => WithQuotes {
  const isSpeech = createSpeech(lexicon);
  const occasions = lexicon.list("voice/occasions");
  return (input) => {
    const quotes: QuoteItem[] = [];
    let before: QuoteItem | null = null;
    for (const raw of quotations(input.parsed.sentences)) {
      const frame = attribution(input, raw, isSpeech);
      const near: boolean = before !== null && raw.first - before.sentences[before.sentences.length - 1] <= 1;
      if (frame === null && !near) continue;
      const quote = make(input, raw, frame, frame === null ? before : null, occasions);
      quotes.push(quote);
      before = quote;
    }
    return { ...input, quotes };
  };
}

function* quotations(sentences: readonly Sentence[]): Generator<Raw> {
  let open: { start: number; sentence: number; straight: boolean } | null = null;
  for (const s of sentences) {
    if (
      open !== null &&
      (s.index - open.sentence > MOST ||
        (s.paragraph !== sentences[open.sentence].paragraph && open.straight))
    )
      open = null;
    for (let t = 0; t < s.size; t++) {
      const form = s.forms[t];
      if (open === null) {
        if (OPEN.has(form)) open = { start: s.starts[t], sentence: s.index, straight: form === '"' };
      } else if (CLOSE.has(form) && (form === '"') === open.straight) {
        const first = sentences[open.sentence];
        const inside = open.sentence === s.index ? countTokens(first, open.start, s.starts[t]) : WORDS + 1;
        if (inside > WORDS) yield { start: open.start, end: s.ends[t], first: open.sentence, last: s.index };
        open = null;
      }
    }
  }
}

function countTokens(s: Sentence, from: number, to: number): number {
  let n = 0;
  for (let t = 0; t < s.size; t++) if (s.starts[t] > from && s.starts[t] < to && s.upos[t] !== "PUNCT") n++;
  return n;
}

/** The frame of speech outside the quotation in its last or first sentence, whose subject stands outside too. */
function attribution(input: WithClauses, raw: Raw, isSpeech: (c: Clause) => boolean): Clause | null {
  for (const index of raw.last === raw.first ? [raw.last] : [raw.last, raw.first]) {
    const s = input.parsed.sentences[index];
    for (const i of input.clausesBySentence[index]) {
      const c = input.clauses[i];
      const at = s.starts[c.head];
      if (at >= raw.start && at < raw.end) continue;
      if (isSpeech(c) && c.subjects.some((x) => s.starts[x] < raw.start || s.starts[x] >= raw.end)) return c;
    }
  }
  return null;
}

function make(
  input: WithClauses,
  raw: Raw,
  frame: Clause | null,
  before: QuoteItem | null,
  occasions: ReadonlySet<string>,
): QuoteItem {
  const doc = input.parsed.document;
  const span = makeSpan(doc, raw.start + 1, Math.max(raw.start + 2, raw.end - 1));
  const text = doc.text.slice(span.start, span.end);
  const rule = frame !== null ? "quote/direct" : "quote/continued";
  const voice: Voice =
    frame !== null ? speaker(input, frame, rule) : { ...(before as QuoteItem).voice, rule };
  const sentences = Array.from({ length: raw.last - raw.first + 1 }, (_, k) => raw.first + k) as [
    number,
    ...number[],
  ];
  const entity = voice.entity === null ? null : input.entities[voice.entity];
  const speakerActor: Actor | null =
    entity === null
      ? null
      : { entity: entity.index, name: entity.name, code: entity.code, words: voice.cue, basis: rule };
  const spoken = frame === null ? NO_TIME : timeOf(input, frame);
  return {
    kind: "quote",
    id: contentHash(canonicalJson({ doc: doc.id, rule, at: [span.start, span.end] })),
    sentences,
    evidence: [
      makeSpan(doc, raw.start, raw.end),
      ...(frame !== null ? [sentenceSpan(input, frame.sentence)] : []),
    ] as [Span, ...Span[]],
    trigger: voice.cue ?? makeSpan(doc, raw.start, raw.end),
    factuality: {
      certainty: "certain",
      polarity: "positive",
      status: "happened",
      cues: [],
      rule: "factuality/said",
    },
    time: spoken,
    voice,
    origin: { component: "quotes", rule },
    track: "core",
    mode: "direct",
    content: [span],
    text,
    speaker: speakerActor,
    occasion: frame === null ? null : occasionOf(input, frame, occasions),
    about: [],
    continues: before?.id ?? null,
  };
}

function sentenceSpan(input: WithClauses, index: number): Span {
  const s = input.parsed.sentences[index];
  return makeSpan(input.parsed.document, s.start, s.end);
}

function timeOf(input: WithClauses, frame: Clause): QuoteItem["time"] {
  const s = input.parsed.sentences[frame.sentence];
  for (const i of input.timesBySentence[frame.sentence]) {
    const x = input.times[i];
    for (let t = s.heads[x.head], steps = 0; t >= 0 && steps < 3; t = s.heads[t], steps++)
      if (t === frame.head) return itemTime(input, x, "attach/said");
  }
  return NO_TIME;
}

/** "told a news conference", "in an interview": the noun phrase of an occasion that the frame governs. */
function occasionOf(input: WithClauses, frame: Clause, occasions: ReadonlySet<string>): string | null {
  const s = input.parsed.sentences[frame.sentence];
  const candidates = [...frame.objects, ...frame.recipients, ...frame.obliques.map((o) => o.head)];
  for (const t of candidates) {
    if (!occasions.has(s.lemmas[t])) continue;
    let from = t;
    while (from > 0 && (s.deprels[from - 1] === "compound" || s.deprels[from - 1] === "amod")) from--;
    return input.parsed.document.text.slice(s.starts[from], s.ends[t]) || preposition(s, t);
  }
  return null;
}

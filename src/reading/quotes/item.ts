import type { Sentence } from "../../language/index.js";
import { canonicalJson, contentHash, makeSpan, type Span } from "../../text/index.js";
import { itemTime, NO_TIME } from "../attach/index.js";
import { preposition } from "../clauses/index.js";
import { resolveActor } from "../entities/index.js";
import type { WithClauses } from "../layers.js";
import type { Actor, Described, QuoteItem, Voice } from "../types.js";
import { describedBy, type Frame, mentionAt, type VoiceWords } from "../voice/index.js";

export interface QuoteParts {
  readonly rule: string;
  readonly mode: QuoteItem["mode"];
  /** Places of the words said, marks left out. */
  readonly content: readonly [Span, ...Span[]];
  readonly sentences: readonly number[];
  readonly voice: Voice;
  readonly frame: Frame | null;
  /** Sentence and head token of the speaker's words, or null where the voice is carried over. */
  readonly speaker: { readonly sentence: number; readonly head: number } | null;
  readonly continues: QuoteItem | null;
}

/** Parts of a broken quotation are joined by this in `text`; `content` has their places. */
const GAP = " ... ";

export function quoteItem(input: WithClauses, p: QuoteParts, words: VoiceWords): QuoteItem {
  const doc = input.parsed.document;
  const numbers = [...new Set([...p.sentences, ...(p.frame === null ? [] : [p.frame.sentence])])].sort(
    (a, b) => a - b,
  );
  const evidence: Span[] = p.content.map((c) => (p.mode === "indirect" ? c : withMarks(doc.text, c)));
  if (p.frame !== null) evidence.push(sentenceSpan(input, p.frame.sentence));
  return {
    kind: "quote",
    id: contentHash(canonicalJson({ doc: doc.id, rule: p.rule, at: [p.content[0].start, p.content[0].end] })),
    sentences: numbers as [number, ...number[]],
    evidence: evidence as [Span, ...Span[]],
    trigger: p.frame !== null && p.voice.cue !== null ? p.voice.cue : evidence[0],
    factuality: {
      certainty: "certain",
      polarity: "positive",
      status: "happened",
      cues: [],
      rule: "factuality/said",
    },
    time: p.frame !== null ? timeOf(input, p.frame, words) : NO_TIME,
    voice: p.voice,
    origin: { component: "quotes", rule: p.rule },
    track: "core",
    mode: p.mode,
    content: p.content,
    text: p.content.map((c) => doc.text.slice(c.start, c.end)).join(GAP),
    speaker: speakerOf(input, p),
    occasion: p.frame === null ? null : occasionOf(input, p.frame, words),
    about: p.frame === null ? [] : aboutOf(input, p.frame, words),
    continues: p.continues?.id ?? null,
  };
}

const MARK = /["“”„«»‘’']/;

function withMarks(text: string, c: Span): Span {
  const start = c.start > 0 && MARK.test(text[c.start - 1]) ? c.start - 1 : c.start;
  const end = c.end < text.length && MARK.test(text[c.end]) ? c.end + 1 : c.end;
  return { ...c, start, end };
}

function sentenceSpan(input: WithClauses, index: number): Span {
  const s = input.parsed.sentences[index];
  return makeSpan(input.parsed.document, s.start, s.end);
}

function speakerOf(input: WithClauses, p: QuoteParts): Described | null {
  const { speaker, voice, rule } = p;
  const doc = input.parsed.document;
  if (voice.entity !== null) {
    const { index, name, code, party } = input.entities[voice.entity];
    const m = speaker === null ? null : mentionAt(input, speaker.sentence, speaker.head);
    const words = m === null ? null : makeSpan(doc, m.start, m.end);
    // "the negotiators of the two sides": who speaks is not the sides.
    const said =
      m?.rule === "entities/of-several" && words !== null ? doc.text.slice(words.start, words.end) : name;
    return { entity: index, name: said, code, party, words, basis: rule };
  }
  if (speaker === null) return p.continues?.speaker ?? null;
  const s = input.parsed.sentences[speaker.sentence];
  const range = describedBy(s, speaker.head);
  if (range === null) return null;
  const words = makeSpan(doc, s.starts[range[0]], s.ends[range[1] - 1]);
  const { party } = voice;
  return {
    entity: null,
    name: doc.text.slice(words.start, words.end),
    code: party,
    party,
    words,
    basis: rule,
  };
}

/** When it was said: the expression that hangs on the verb of speech, or on its occasion. */
function timeOf(input: WithClauses, frame: Frame, words: VoiceWords): QuoteItem["time"] {
  const s = input.parsed.sentences[frame.sentence];
  for (const i of input.timesBySentence[frame.sentence]) {
    const x = input.times[i];
    // What has been said was not said in days to come.
    if (input.published !== null && x.earliest !== null && x.earliest > input.published) continue;
    for (let t = x.head, steps = 0; t >= 0 && steps < 5; t = s.heads[t], steps++) {
      if (t === frame.verb) return itemTime(input, x, "attach/said");
      // "X, who was in Geneva on Monday, said": a date beside the speaker's name is no date of the speech.
      if (s.deprels[t].startsWith("nsubj") && s.upos[t] === "PROPN") break;
      // "said, referring to the talks on Monday": the day is that of what he means.
      if (t > frame.verb && s.deprels[t] === "advcl" && words.about.has(s.lemmas[t])) break;
      if (s.deprels[t] === "ccomp" || s.deprels[t] === "parataxis" || s.deprels[t].startsWith("acl")) break;
    }
  }
  return NO_TIME;
}

/** "told a news conference", "in a televised address": the noun of an occasion beside the verb, with what stands before it but articles. */
function occasionOf(input: WithClauses, frame: Frame, words: VoiceWords): string | null {
  const s = input.parsed.sentences[frame.sentence];
  for (let t = s.firstChild[frame.verb]; t >= 0; t = s.nextSibling[t]) {
    const r = s.deprels[t];
    // "told a news conference": trees take the hearer for a second subject.
    const hearer = r === "obj" || r === "iobj" || r.startsWith("obl") || (r === "nsubj" && t > frame.verb);
    // "..., according to the agency's report": nobody speaks there.
    if (t === frame.speaker || !hearer || preposition(s, t).startsWith("according")) continue;
    const found = occasionAt(s, t, words);
    if (found !== null) return input.parsed.document.text.slice(s.starts[found], s.ends[t]);
  }
  return null;
}

function occasionAt(s: Sentence, t: number, words: VoiceWords): number | null {
  if (!words.occasions.has(s.lemmas[t])) return null;
  let from = t;
  while (
    from > 0 &&
    (s.deprels[from - 1] === "compound" || s.deprels[from - 1] === "amod" || s.xpos[from - 1] === "HYPH")
  )
    from--;
  return from;
}

/** Whom the speaker meant: "said, referring to Lavrov". */
function aboutOf(input: WithClauses, frame: Frame, words: VoiceWords): Actor[] {
  const s = input.parsed.sentences[frame.sentence];
  for (const i of input.clausesBySentence[frame.sentence]) {
    const c = input.clauses[i];
    const prepositions = words.about.get(c.lemma);
    if (prepositions === undefined || c.head < frame.verb || s.xpos[c.head] !== "VBG") continue;
    for (const o of c.obliques) {
      // "referring to his talks with the envoy": a thing, and nobody.
      if (!prepositions.has(o.prep) || mentionAt(input, frame.sentence, o.head) === null) continue;
      const doc = input.parsed.document;
      return (resolveActor(input, frame.sentence, o.head) ?? []).map((e) => {
        const m = mentionAt(input, frame.sentence, o.head);
        const { index, name, code, party } = input.entities[e];
        return {
          entity: index,
          name,
          code,
          party,
          words: m === null ? null : makeSpan(doc, m.start, m.end),
          basis: "quote/about",
        };
      });
    }
  }
  return [];
}

import { isText, type Lexicon } from "../../language/index.js";
import { extend, makeSpan, type Span } from "../../text/index.js";
import type { WithClauses, WithQuotes } from "../layers.js";
import type { QuoteItem, Voice } from "../types.js";
import { createSpeech, type Frame, type Speech, voiceAt } from "../voice/index.js";
import { type Utterance, utterances } from "./direct.js";
import { reports } from "./indirect.js";
import { quoteItem } from "./item.js";
import { type Quoted, quotedStretches } from "./marks.js";

/**
 * Quotations with speaker and occasion: direct (broken and continued ones too), mixed ("said it was "a step forward"") and indirect
 * ("said that ..."). One without an attribution of its own carries the voice of the one it continues.
 */
export function createQuotes(lexicon: Lexicon): (input: WithClauses) => WithQuotes {
  const speech = createSpeech(lexicon);
  return (input) => {
    const stretches = quotedStretches(input.parsed.sentences);
    const quotes: QuoteItem[] = [];
    let before: QuoteItem | null = null;
    const bySentence = new Map<number, Quoted[]>();
    for (const u of utterances(input, stretches, speech)) {
      const item: QuoteItem | null = direct(input, u, before, speech);
      if (item === null) continue;
      quotes.push(item);
      before = item;
      for (const q of u.parts)
        for (let n = q.first; n <= q.last; n++) bySentence.set(n, [...(bySentence.get(n) ?? []), q]);
    }
    for (const s of input.parsed.sentences) {
      if (!isText(s)) continue;
      for (const r of reports(input, s.index, bySentence.get(s.index) ?? [], speech)) {
        const [head, ...tail] = r.ranges.map(([from, to]) =>
          makeSpan(input.parsed.document, s.starts[from], s.ends[to - 1]),
        );
        const rule = "quote/indirect";
        quotes.push(
          quoteItem(
            input,
            {
              rule,
              mode: "indirect",
              content: [head, ...tail],
              sentences: [s.index],
              voice: speech.voice(input, r.frame, rule),
              frame: r.frame,
              speaker: placeOf(speech.origin(input, r.frame)),
              continues: null,
            },
            speech.words,
          ),
        );
      }
    }
    quotes.sort((a, b) => a.content[0].start - b.content[0].start || a.content[0].end - b.content[0].end);
    return extend(input, { quotes });
  };
}

const placeOf = (f: Frame): { sentence: number; head: number } => ({ sentence: f.sentence, head: f.speaker });

function direct(
  input: WithClauses,
  u: Utterance,
  before: QuoteItem | null,
  speech: Speech,
): QuoteItem | null {
  const carried = u.frame === null && u.speaker < 0;
  if (carried && before === null) return null;
  const [head, ...tail] = u.parts.map((q) => makeSpan(input.parsed.document, q.start, q.end));
  const content: [Span, ...Span[]] = [head, ...tail];
  const first = u.parts[0].first;
  const voice: Voice =
    u.frame !== null
      ? speech.voice(input, u.frame, u.rule)
      : u.speaker >= 0
        ? voiceAt(input, first, u.speaker, null, u.rule, speech.words)
        : { ...(before as QuoteItem).voice, rule: u.rule };
  const speaker =
    u.frame !== null
      ? placeOf(speech.origin(input, u.frame))
      : u.speaker >= 0
        ? { sentence: first, head: u.speaker }
        : null;
  const sentences = u.parts.flatMap((q) =>
    Array.from({ length: q.last - q.first + 1 }, (_, k) => q.first + k),
  );
  const { rule, mode, frame } = u;
  return quoteItem(
    input,
    { rule, mode, content, sentences, voice, frame, speaker, continues: carried ? before : null },
    speech.words,
  );
}

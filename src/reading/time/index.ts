import type { Lexicon, Sentence } from "../../language/index.js";
import { extend } from "../../text/index.js";
import type { Parsed, WithTimes } from "../layers.js";
import type { TimeExpression } from "../types.js";
import { withAnniversaries } from "./anniversaries.js";
import { compile } from "./compile.js";
import { loadCues } from "./cues.js";

export { countedFrom } from "./event-dates.js";

import { createEntries, type Entries, entryDays } from "./entries.js";
import { datedEvents } from "./event-dates.js";
import { expression, headOf } from "./expression.js";
import type { Frame } from "./frame.js";
import { governor } from "./governor.js";
import { createGuard } from "./guards.js";
import { type Look, matchAt } from "./match.js";
import { loadMoves } from "./moves.js";
import { resolve } from "./resolve.js";
import { sharedYear } from "./shared-year.js";
import { createStory, type Story } from "./story.js";
import { loadTenseWords, type Tense, tenseOf } from "./tense.js";
import { TIME_RULES } from "./time.rules.js";
import { type Entry, loadTimeWords } from "./words.js";

export { dayOf } from "./calendar.js";
export { governor } from "./governor.js";
export { loadMoves, type Moves } from "./moves.js";

/** Whether a sentence opens, or stands in, another paragraph than the story's, where that has several sentences: news often breaks after each. */
function isParted(sentences: readonly Sentence[], story: number, s: Sentence): boolean {
  if (story < 0) return false;
  const { paragraph } = sentences[story];
  const several =
    sentences[story + 1]?.paragraph === paragraph || sentences[story - 1]?.paragraph === paragraph;
  return paragraph !== s.paragraph && several;
}

/**
 * Finds time expressions and resolves them against the publication day and the date the story stands at; what needs a date that is
 * not there stays unresolved and says why.
 */
export function createTimes(lexicon: Lexicon): (input: Parsed) => WithTimes {
  const index = compile(TIME_RULES);
  const words = loadTimeWords(lexicon, index);
  const cues = loadCues(lexicon);
  const moves = loadMoves(lexicon);
  const guard = createGuard(cues, moves);
  const tenseWords = loadTenseWords(lexicon);

  /** Time words by token; null where the sentence has none that could make a time. */
  function wordsOf(s: Sentence): (Entry | null)[] | null {
    let t = 0;
    while (t < s.size && words.get(s.norms[t])?.signal !== true) t++;
    if (t === s.size) return null;
    return s.norms.map((n) => words.get(n));
  }

  /**
   * "The next round, planned for October, was put off": in a paragraph of its own what is still to come is counted from publication,
   * whatever year the story before it was at.
   */
  function anew(s: Sentence, verb: number, story: Sentence | undefined): boolean {
    if (story === undefined || story.paragraph === s.paragraph || verb < 0) return false;
    if (!tenseWords.ahead.has(s.lemmas[verb].toLowerCase())) return false;
    return s.norms.some((n, t) => tenseWords.coming.has(n) && s.deprels[t] === "amod");
  }

  function read(
    s: Sentence,
    sentences: readonly Sentence[],
    published: string | null,
    names: Set<string>,
    story: Story,
    entries: Entries,
    first: number,
  ): TimeExpression[] {
    const at = wordsOf(s);
    if (at === null) return [];
    const tense = (token: number) => tenseOf(s, token, tenseWords);
    const look: Look = {
      s,
      at,
      index,
      names,
      guard,
      tense,
      due: tenseWords.due,
      genitive: cues.genitive,
      lastEnd: -1,
    };
    const out: TimeExpression[] = [];
    const anniversaries = [];
    for (let i = 0; i < s.size; ) {
      const m = matchAt(look, i);
      if (m === null) {
        i++;
        continue;
      }
      // Where the parts do not go together, another expression may begin further on.
      i = m.rule.means.is === "anniversary" || m.rule.means.is === "nothing" ? m.to : m.from + 1;
      if (m.rule.means.is === "anniversary") {
        anniversaries.push(m);
        continue;
      }
      const cue = cues.roleBefore(look, m.from);
      const head = headOf(s, m.from, m.to);
      const over = governor(s, m.from, m.to, head, cues.genitive);
      const spoken = tenseOf(s, head, tenseWords, over);
      const when: Tense =
        moves.bearing(s, m.from, head) !== null ? { ...spoken, direction: "future" } : spoken;
      const shared = sharedYear(look, m);
      const entry = entryDays(entries.under(s));
      const held = story.at(s.index) ?? entry;
      const frame: Frame = {
        published,
        story: held,
        named: story.named(s.index),
        entry,
        told:
          held !== null &&
          (when.told === "past" || entry !== null) &&
          // "have met three times since November": up to now, whatever year the story before it was at.
          !(cue === "since" && when.perfect === true && story.sentence !== s.index) &&
          !anew(s, over, sentences[story.sentence]),
        sameSentence: story.sentence === s.index,
        parted: isParted(sentences, story.sentence, s),
        tense: when,
        due: cue === "deadline" || cue === "before" || cue === "until",
        since: cue === "since",
      };
      const until = shared === null ? null : resolve(shared, frame)?.dated;
      const resolved = resolve(m, until == null ? frame : { ...frame, before: until });
      if (resolved === null) continue;
      i = m.to;
      look.lastEnd = m.to;
      const x = expression(look, m, head, resolved, cue, first + out.length);
      out.push(x);
      story.tell(s, x, when, published);
    }
    return withAnniversaries(s, datedEvents(s, out), anniversaries, first, published);
  }

  return (input) => {
    const times: TimeExpression[] = [];
    const names = new Set<string>();
    const story = createStory(cues.genitive);
    const entries = createEntries(
      input.parsed.sentences,
      input.published,
      (s, t) => words.get(s.norms[t]) !== null,
    );
    const entryBySentence: number[] = input.parsed.sentences.map(() => -1);
    const timesBySentence = input.parsed.sentences.map((s) => {
      if (s.kind === "boilerplate" || s.kind === "byline") return [];
      const mine = read(s, input.parsed.sentences, input.published, names, story, entries, times.length);
      entries.read(s, mine);
      entryBySentence[s.index] = entries.over(s)?.index ?? -1;
      times.push(...mine);
      return mine.map((x) => x.index);
    });
    return extend(input, { times, timesBySentence, entryBySentence });
  };
}

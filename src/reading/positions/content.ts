import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import { classes, createResumed, members, type Resumed, slice } from "../phrases/index.js";
import type { Clause } from "../types.js";
import { doneTo, judged, passiveOf, wantedDone } from "./content-done.js";
import { aboutNoun, nominal, objectOf } from "./content-noun.js";
import { stretchAfter, thatClause } from "./content-that.js";
import {
  CLAUSAL,
  complements,
  firstOf,
  gerundAfter,
  isInfinitive,
  marked,
  question,
} from "./content-tree.js";
import { deedOf, verbal } from "./content-verb.js";
import { meant } from "./relative.js";
import type { ContentSource } from "./rule.js";

/** What a position is about, as found: head token, the phrase that names the issue, and the stance in the text's words. */
export interface Content {
  readonly head: number;
  readonly issue: string;
  readonly stance: string;
  /** Noun that names the position ("demand"), or -1. */
  readonly noun: number;
}

export interface ContentWords {
  readonly positionNouns: ReadonlyMap<string, readonly string[]>;
  /** Verbs that only say that something is sought: in "policy of seeking X" the issue is X. */
  readonly seeking: ReadonlySet<string>;
  /** What talks are called: the issue is what they are for. */
  readonly talks: ReadonlySet<string>;
  /** Words that open an indirect question. */
  readonly questions: ReadonlySet<string>;
  readonly that: ReadonlySet<string>;
  /** Prepositions between a demand and whose it is. */
  readonly owners: ReadonlySet<string>;
  /** "guarantee", "assurance": nouns with a clause of their own. */
  readonly thatNouns: ReadonlySet<string>;
  /** Prepositions between a call and who is to answer it. */
  readonly askedOf: ReadonlySet<string>;
  /** What "an idea that ..." says again. */
  readonly resumed: (doc: Document, s: Sentence, noun: number) => Resumed | null;
  /** Pronouns for a thing spoken of before. */
  readonly pronouns: ReadonlySet<string>;
}

export function contentWords(lexicon: Lexicon): ContentWords {
  return {
    positionNouns: classes(lexicon, "stances/position-nouns", "class"),
    seeking: members(lexicon, "stances/position-verbs", "class", "demand"),
    talks: members(lexicon, "stances/negotiation-nouns", "kind", "talks"),
    questions: members(lexicon, "stances/cues", "class", "question-marker"),
    that: members(lexicon, "deals/cues", "class", "that"),
    owners: members(lexicon, "stances/cues", "class", "owner-of"),
    thatNouns: members(lexicon, "stances/position-cues", "class", "that-noun"),
    askedOf: members(lexicon, "stances/position-cues", "class", "asked-of"),
    resumed: createResumed(lexicon),
    pronouns: members(lexicon, "stances/cues", "class", "pronoun-object"),
  };
}

/** The content of `clause` at `source`, or null. */
export function contentAt(
  doc: Document,
  s: Sentence,
  clause: Clause,
  source: ContentSource,
  words: ContentWords,
): Content | null {
  const verb = clause.support >= 0 ? clause.support : clause.head;
  if (source === "object") {
    const deed = firstOf(
      clause.objects.filter((o) => o > verb && s.upos[o] !== "PRON"),
      (o) => deedOf(doc, s, clause.head, o),
    );
    if (deed !== null) return deed;
    const object = firstOf(clause.objects, (o) =>
      o === clause.head
        ? null
        : s.upos[o] === "PRON"
          ? pronounOf(doc, s, clause, o, words)
          : objectOf(doc, s, verb, o, words),
    );
    return (
      object ??
      (clause.objects.length > 0
        ? null
        : firstOf(
            complements(s, verb, (c) => gerundAfter(s, verb, c)),
            (c) => verbal(doc, s, c, words),
          ))
    );
  }
  if (source === "judged") return judged(doc, s, clause);
  if (source === "subject-noun")
    return firstOf(
      clause.objects.length > 0 && !clause.passive ? [] : [...clause.subjects, ...clause.objects],
      (n) => aboutNoun(doc, s, n, verb, words),
    );
  if (source === "noun") return firstOf(nounsOf(s, clause), (n) => aboutNoun(doc, s, n, verb, words));
  if (source === "inf")
    return (
      wantedDone(doc, s, verb) ??
      firstOf(
        complements(s, verb, (c) =>
          s.deprels[c] === "xcomp" || s.deprels[c] === "ccomp" || s.deprels[c] === "advcl"
            ? isInfinitive(s, c)
            : false,
        ),
        (c) => passiveOf(doc, s, clause, c) ?? verbal(doc, s, c, words),
      )
    );
  if (source === "that")
    return (
      firstOf(
        complements(
          s,
          verb,
          (c) =>
            s.deprels[c] === "ccomp" &&
            !isInfinitive(s, c) &&
            !question(s, c, words) &&
            // "demands a guarantee that": what is guaranteed.
            !clause.objects.some(
              (o) => words.thatNouns.has(s.lemmas[o]) && subtreeRange(s, o)[1] === subtreeRange(s, c)[0],
            ),
        ),
        (c) => thatClause(doc, s, c),
      ) ?? stretchAfter(doc, s, verb, words)
    );
  const gerund = firstOf(
    complements(s, verb, (c) => CLAUSAL.has(s.deprels[c]) && marked(s, c, source)),
    (c) => verbal(doc, s, c, words),
  );
  if (gerund !== null) return gerund;
  // "called for the group to be dissolved": what is to become of it.
  const becomes = firstOf(
    clause.obliques.filter((o) => o.prep === source),
    (o) =>
      firstOf(
        [verb, o.head].flatMap((over) => complements(s, over, (c) => c > o.head && isInfinitive(s, c))),
        (c) => passiveOf(doc, s, { ...clause, objects: [], obliques: [o] }, c),
      ),
  );
  if (becomes !== null) return becomes;
  // "bristled at the idea of a toll": the toll.
  return firstOf(
    clause.obliques.filter((o) => o.prep === source),
    (o) => objectOf(doc, s, verb, o.head, words),
  );
}

/** "wants them confined", "which it had opposed", "rejects it": what is done to them, what is in front, or the pronoun itself. */
function pronounOf(
  doc: Document,
  s: Sentence,
  clause: Clause,
  object: number,
  words: ContentWords,
): Content | null {
  // "What we want is a lower toll"
  const over = s.heads[object];
  if (
    s.xpos[object] === "WP" &&
    over > clause.head &&
    s.upos[over] === "NOUN" &&
    s.deprels[object] === "nsubj"
  )
    return nominal(doc, s, over, words);
  const done = doneTo(doc, s, clause, object);
  if (done !== null || s.xpos[object] !== "WDT") return done ?? pointer(doc, s, object, words);
  const noun = meant(s, clause, object);
  return noun < 0 ? null : nominal(doc, s, noun, words);
}

function pointer(doc: Document, s: Sentence, object: number, words: ContentWords): Content | null {
  if (!words.pronouns.has(s.norms[object])) return null;
  const { text } = slice(doc, s, object, object + 1);
  return { head: object, issue: text, stance: text, noun: -1 };
}

/** Object (of a passive: its subject) and obliques: wherever a noun like "demand" may stand. */
function nounsOf(s: Sentence, clause: Clause): number[] {
  return [...clause.objects, ...clause.obliques.map((o) => o.head)].filter((t) => s.upos[t] === "NOUN");
}

import { type Lexicon, type Sentence, subtreeRange } from "../../language/index.js";
import type { Document } from "../../text/index.js";
import {
  classes,
  clausePhrase,
  corePhrase,
  members,
  nounPhrase,
  slice,
  verbPhrase,
} from "../phrases/index.js";
import type { Clause } from "../types.js";
import {
  CLAUSAL,
  complements,
  firstOf,
  gerundAfter,
  isInfinitive,
  marked,
  question,
} from "./content-tree.js";
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
}

export function contentWords(lexicon: Lexicon): ContentWords {
  return {
    positionNouns: classes(lexicon, "stances/position-nouns", "class"),
    seeking: members(lexicon, "stances/position-verbs", "class", "demand"),
    talks: members(lexicon, "stances/negotiation-nouns", "kind", "talks"),
    questions: members(lexicon, "stances/cues", "class", "question-marker"),
    that: members(lexicon, "deals/cues", "class", "that"),
    owners: members(lexicon, "stances/cues", "class", "owner-of"),
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
    const object = firstOf(clause.objects, (o) =>
      o === clause.head
        ? null
        : s.upos[o] === "PRON"
          ? doneTo(doc, s, clause, o)
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
          (c) => s.deprels[c] === "ccomp" && !isInfinitive(s, c) && !question(s, c, words),
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
  return firstOf(
    clause.obliques.filter((o) => o.prep === source),
    (o) => nominal(doc, s, o.head, words),
  );
}

/** Object (of a passive: its subject) and obliques: wherever a noun like "demand" may stand. */
function nounsOf(s: Sentence, clause: Clause): number[] {
  return [...clause.objects, ...clause.obliques.map((o) => o.head)].filter((t) => s.upos[t] === "NOUN");
}

/** What a position noun is about: "its demand for X", "the policy of seeking X", "opposition to X", "refusal to X". */
export function aboutNoun(
  doc: Document,
  s: Sentence,
  noun: number,
  verb: number,
  words: ContentWords,
): Content | null {
  if (!words.positionNouns.has(s.lemmas[noun])) return null;
  for (const c of [...complements(s, noun, (x) => x > noun), ...strayAfter(s, verb, noun)]) {
    const rel = s.deprels[c];
    // "rejected the idea, saying that ...": set off, and no part of the idea.
    if (s.xpos[c] === "VBG" && s.upos[c - 1] === "PUNCT") continue;
    // "a demand by the junta that the weapons be given back": whose it is says nothing of what it is.
    if (rel.startsWith("nmod") && ownedBy(s, c, words) && saidBehind(s, noun, c)) continue;
    if (rel === "acl" || rel === "ccomp" || rel === "xcomp" || rel === "advcl") {
      const inner = rel === "ccomp" ? thatClause(doc, s, c) : verbal(doc, s, c, words);
      return { ...inner, noun };
    }
    if (rel.startsWith("nmod") || rel === "obl") {
      const gerund = s.xpos[c] === "VBG" && s.upos[c] === "VERB";
      return { ...(gerund ? verbal(doc, s, c, words) : nominal(doc, s, c, words)), noun };
    }
  }
  // "its demand that lenders accept losses, an official said": hung on the verb of speech.
  const that = words.that.has(s.norms[noun + 1]) ? s.heads[noun + 1] : -1;
  return that > noun + 1 && s.deprels[that] === "ccomp" ? { ...thatClause(doc, s, that), noun } : null;
}

const ownedBy = (s: Sentence, c: number, words: ContentWords): boolean =>
  complements(s, c, (k) => k < c && s.deprels[k] === "case" && words.owners.has(s.norms[k])).length > 0;

const saidBehind = (s: Sentence, noun: number, after: number): boolean =>
  complements(s, noun, (k) => k > after && (s.deprels[k] === "acl" || s.deprels[k] === "ccomp")).length > 0;

/** The object with an infinitive that belongs to it ("its right to enrich"), even where the parser hung that on the verb. */
function objectOf(doc: Document, s: Sentence, verb: number, object: number, words: ContentWords): Content {
  if (words.positionNouns.get(s.lemmas[object])?.includes("content")) {
    const about = aboutNoun(doc, s, object, verb, words);
    if (about !== null) return { ...about, noun: -1 };
  }
  const content = nominal(doc, s, object, words);
  const stray = strayAfter(s, verb, object).find((c) => s.deprels[c] !== "obl" && isInfinitive(s, c));
  if (stray === undefined || !words.positionNouns.has(s.lemmas[object])) return content;
  const own = nounPhrase(doc, s, object);
  const text = slice(doc, s, own.from, Math.max(own.to, subtreeRange(s, stray)[1])).text.replace(/[,;]$/, "");
  return { ...content, issue: text, stance: text };
}

/** Dependents of the verb that begin right where the noun's phrase ends: they say what the noun is about. */
function strayAfter(s: Sentence, verb: number, noun: number): number[] {
  if (s.heads[noun] !== verb) return [];
  const end = subtreeRange(s, noun)[1];
  return complements(
    s,
    verb,
    (c) =>
      c > noun &&
      (s.deprels[c] === "advcl" ||
        s.deprels[c] === "ccomp" ||
        s.deprels[c] === "xcomp" ||
        s.deprels[c] === "obl") &&
      subtreeRange(s, c)[0] === end,
  );
}

function nominal(doc: Document, s: Sentence, wanted: number, words: ContentWords): Content {
  const head = calledSo(s, wanted);
  if (s.upos[head] === "VERB" && s.xpos[head] === "VBG") return verbal(doc, s, head, words);
  const whole = nounPhrase(doc, s, head);
  // "rejected the offer as illegal": why is no part of what was offered.
  const [judged] = complements(s, head, (c) => c > head && s.upos[c] === "ADJ" && s.deprels[c] === "nmod");
  if (judged !== undefined) {
    const cut = Math.max(head + 1, Math.min(whole.to, subtreeRange(s, judged)[0]));
    const { text } = slice(doc, s, whole.from, cut);
    return { head, issue: text, stance: text, noun: -1 };
  }
  return { head, issue: corePhrase(doc, s, head).text, stance: whole.text, noun: -1 };
}

/** "pressing for what it calls a sincere response": what is behind the free relative. */
function calledSo(s: Sentence, head: number): number {
  if (s.xpos[head] !== "WP") return head;
  for (const verb of complements(s, head, (c) => c > head && s.deprels[c] === "acl:relcl"))
    for (const o of complements(
      s,
      verb,
      (c) => c > verb && (s.deprels[c] === "obj" || s.deprels[c] === "xcomp"),
    ))
      if (s.upos[o] === "NOUN") return o;
  return head;
}

/** "regards the plateau as its own territory", "considers the matter closed": with what it is taken for. */
function judged(doc: Document, s: Sentence, clause: Clause): Content | null {
  const object = clause.objects.find((o) => o > clause.head && s.upos[o] === "NOUN");
  if (object === undefined) return null;
  const end = subtreeRange(s, object)[1];
  const taken = complements(
    s,
    clause.head,
    (c) => c > object && (s.deprels[c] === "xcomp" || marked(s, c, "as")) && subtreeRange(s, c)[0] <= end + 1,
  );
  const own = complements(
    s,
    object,
    (c) =>
      c > object &&
      (marked(s, c, "as") ||
        s.xpos[c] === "VBN" ||
        (s.deprels[c] === "appos" && subtreeRange(s, c)[0] === object + 1)),
  );
  const first = taken[0] ?? own[0];
  if (first === undefined) return null;
  const { text } = verbPhrase(doc, s, clause.head);
  const phrase = nounPhrase(doc, s, object);
  const issue = slice(
    doc,
    s,
    phrase.from,
    Math.max(object + 1, Math.min(phrase.to, subtreeRange(s, first)[0])),
  ).text;
  return { head: object, issue, stance: text, noun: -1 };
}

/** "wants the officers freed": with its own subject, without "to be". */
function wantedDone(doc: Document, s: Sentence, verb: number): Content | null {
  for (const done of complements(
    s,
    verb,
    (c) =>
      (c > verb && s.deprels[c] === "ccomp" && s.xpos[c] === "VBN") ||
      (s.xpos[c] === "VBD" && s.deprels[c] === "ccomp" && c > verb),
  )) {
    const noun = complements(
      s,
      done,
      (c) => c < done && s.deprels[c].startsWith("nsubj") && s.upos[c] === "NOUN",
    )[0];
    if (noun === undefined || complements(s, done, (c) => c < noun && s.deprels[c] === "mark").length > 0)
      continue;
    const from = nounPhrase(doc, s, noun).from;
    const stance = slice(doc, s, from, done + 1).text;
    return { head: noun, issue: corePhrase(doc, s, noun).text, stance, noun: -1 };
  }
  return null;
}

/** "wants them confined to five points": what is to be done to those spoken of before. */
function doneTo(doc: Document, s: Sentence, clause: Clause, object: number): Content | null {
  const done = complements(
    s,
    clause.head,
    (c) => c > object && (s.xpos[c] === "VBN" || s.xpos[c] === "VBD") && CLAUSAL.has(s.deprels[c]),
  )[0];
  if (done === undefined) return null;
  const stance = slice(doc, s, object, verbPhrase(doc, s, done).to).text;
  return { head: done, issue: stance, stance, noun: -1 };
}

/** "wants the land to be shared out", "to be part of the deal": what is to be done stands in front of the infinitive. */
function passiveOf(doc: Document, s: Sentence, clause: Clause, infinitive: number): Content | null {
  const object = [...clause.objects, ...clause.obliques.map((o) => o.head)].find(
    (o) => o > clause.head && o < infinitive && s.upos[o] === "NOUN",
  );
  if (object === undefined) return null;
  const done =
    complements(s, infinitive, (c) => s.deprels[c] === "aux:pass" || s.deprels[c] === "cop").length > 0;
  // "wants the drilling to stop": what is named with nothing behind it is itself the issue.
  if (!done && (argument(s, infinitive) >= 0 || !clause.objects.includes(object))) return null;
  const from = nounPhrase(doc, s, object).from;
  const stance = slice(doc, s, from, Math.max(verbPhrase(doc, s, infinitive).to, infinitive + 1)).text;
  return { head: object, issue: corePhrase(doc, s, object).text, stance, noun: -1 };
}

/** The issue of "to resume talks on X" is X's phrase, of "seeking the return of X" the return of X. */
function verbal(doc: Document, s: Sentence, head: number, words: ContentWords): Content {
  const stance = words.seeking.has(s.lemmas[head]) ? null : verbPhrase(doc, s, head).text;
  const issueHead = argument(s, head);
  if (issueHead < 0) {
    const deeper = complements(s, head, (c) => s.deprels[c] === "xcomp")[0];
    if (deeper !== undefined) return { ...verbal(doc, s, deeper, words), head };
    const text = stance ?? verbPhrase(doc, s, head).text;
    return { head, issue: text, stance: text, noun: -1 };
  }
  const issue = purposeOf(s, head, issueHead, words);
  return {
    head,
    issue: corePhrase(doc, s, issue).text,
    stance: stance ?? nounPhrase(doc, s, issue).text,
    noun: -1,
  };
}

/** Object of a verb, else its first prepositional complement, or -1. */
function argument(s: Sentence, verb: number): number {
  let oblique = -1;
  for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) {
    const rel = s.deprels[c];
    if (rel === "obj" && s.upos[c] !== "PRON") return c;
    if (rel === "xcomp" && s.upos[c] !== "ADJ") {
      const inner = argument(s, c);
      if (inner >= 0) return inner;
    }
    if (oblique < 0 && c > verb && rel === "obl" && s.upos[c] === "NOUN") oblique = c;
  }
  return oblique;
}

/** "talks to resolve X": the issue of talks is what they are for. */
function purposeOf(s: Sentence, verb: number, noun: number, words: ContentWords): number {
  if (!words.talks.has(s.lemmas[noun])) return noun;
  for (const c of [
    ...complements(s, noun, (x) => x > noun && s.deprels[x].startsWith("acl")),
    ...complements(s, verb, (x) => x > noun && s.deprels[x] === "advcl"),
  ]) {
    const inner = argument(s, c);
    if (inner >= 0) return inner;
  }
  const about = complements(s, noun, (x) => x > noun && s.deprels[x] === "nmod")[0];
  return about !== undefined && s.upos[about] === "NOUN" ? about : noun;
}

/** What stands behind a semicolon is another statement. */
function upToStop(
  doc: Document,
  s: Sentence,
  phrase: { readonly from: number; readonly to: number },
): string {
  let to = phrase.from + 1;
  while (to < phrase.to && s.norms[to] !== ";") to++;
  return slice(doc, s, phrase.from, to).text;
}

function thatClause(doc: Document, s: Sentence, head: number): Content {
  let issue = -1;
  for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
    const rel = s.deprels[c];
    if (
      (rel === "obj" || rel.startsWith("nsubj")) &&
      s.upos[c] !== "PRON" &&
      s.upos[c] !== "PROPN" &&
      (issue < 0 || rel === "obj" || rel === "nsubj:pass")
    )
      issue = c;
  }
  const stance = upToStop(doc, s, clausePhrase(doc, s, head));
  return { head, issue: issue < 0 ? stance : corePhrase(doc, s, issue).text, stance, noun: -1 };
}

/** "insisted that the border run along the ridge": what follows "that", where the parser took the subjunctive for a noun. */
function stretchAfter(doc: Document, s: Sentence, verb: number, words: ContentWords): Content | null {
  if (!words.that.has(s.norms[verb + 1])) return null;
  let to = verb + 2;
  while (to < s.size && s.upos[to] !== "PUNCT") to++;
  let head = verb + 2;
  while (head < to && !(s.upos[head] === "NOUN" && s.heads[head] <= verb + 1)) head++;
  if (head >= to) return null;
  const { text } = slice(doc, s, verb + 2, to);
  return { head, issue: text, stance: text, noun: -1 };
}

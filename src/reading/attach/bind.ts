import { isRelation, type Sentence } from "../../language/index.js";
import { preposition } from "../clauses/index.js";
import type { WithClauses } from "../layers.js";
import type { Clause, TimeExpression } from "../types.js";
import { clauseAbove, clausesAt } from "./clauses-at.js";
import { ownerOf } from "./owner.js";
import type { AttachWords, Bearing } from "./words.js";

/** One expression that dates a clause. */
export interface Bound {
  readonly x: TimeExpression;
  readonly bearing: Bearing;
  readonly rule: string;
}

/** What a sentence's expressions date: by clause index. */
export type Bindings = ReadonlyMap<number, readonly Bound[]>;

/** Longest way from an expression back to the preposition of the occasion it dates ("before a summit in Osaka in June"). */
const PHRASE = 9;
const LIFTS = 3;
/** Farthest that a superlative stands before what it is compared with, in tokens. */
const REACH = 12;

export function bindSentence(input: WithClauses, s: Sentence, words: AttachWords): Bindings {
  const out = new Map<number, Bound[]>();
  const mine = input.timesBySentence[s.index];
  if (mine.length === 0 || input.clausesBySentence[s.index].length === 0) return out;
  const at = clausesAt(input, s);
  const put = (clause: number, x: TimeExpression, bearing: Bearing, rule: string): void => {
    const list = out.get(clause);
    if (list === undefined) out.set(clause, [{ x, bearing, rule }]);
    else if (!list.some((b) => b.x === x)) list.push({ x, bearing, rule });
  };

  /** A dated noun gives its date to what it is the occasion of: "agreed at a summit in May", "before talks in May". */
  function lift(noun: number, x: TimeExpression, bearing: Bearing, depth: number): void {
    const above = s.heads[noun];
    if (above < 0 || depth > LIFTS) return;
    const c = clauseAbove(s, at, above);
    if (c < 0) return;
    const r = s.deprels[noun];
    const prep = preposition(s, noun);
    const cue = prep === "" ? undefined : words.cues.get(prep);
    const told = bearing === "at" && prep === "" && /^(obj|iobj|obl)/.test(r);
    if (told && (words.happening.has(input.clauses[c].lemma) || words.speech.has(input.clauses[c].lemma)))
      put(c, x, bearing, "attach/object");
    else if (isRelation(r, "obl") || isRelation(r, "nmod") || r === "advcl") {
      if (cue === undefined) return;
      const joint = bearing === "at" ? cue : bearing;
      put(c, x, joint, joint === "at" ? "attach/occasion" : "attach/occasion-bound");
      if (input.clauses[c].kind === "nominal" && input.clauses[c].support < 0 && joint === "at")
        lift(input.clauses[c].head, x, joint, depth + 1);
    } else if (bearing === "at" && isRelation(r, "nsubj")) put(c, x, bearing, "attach/subject");
  }

  for (const i of mine) {
    const x = input.times[i];
    const bearing = bearingOf(x);
    if (bearing === null || (bearing === "from" && compared(s, x, words))) continue;
    const opened = openedBy(input, s, at, x);
    if (opened !== null) out.get(opened)?.splice(0);
    const owner = opened ?? ownerOf(s, at, x, words.genitive);
    const moved = words.moves.bearing(s, x.from, x.head);
    if (moved !== null) {
      // What is put off to June is in June; it was not put off then.
      if (moved === "new" && owner >= 0) {
        const c = input.clauses[owner];
        const things = c.kind === "nominal" && c.support < 0 ? [c.head] : c.objects;
        for (const t of things) if (at[t] >= 0) put(at[t], x, "at", "attach/moved");
      }
      continue;
    }
    if (x.role === "name") {
      const named = s.heads[x.head] < 0 ? -1 : at[s.heads[x.head]];
      if (named >= 0 && input.clauses[named].kind === "nominal" && input.clauses[named].support < 0)
        put(named, x, "at", "attach/name");
      continue;
    }
    const occasion = bearing === "at" ? occasionBefore(s, x, words) : null;
    if (occasion !== null && at[occasion.noun] !== owner) {
      if (at[occasion.noun] >= 0) put(at[occasion.noun], x, "at", "attach/own");
      const governor = s.heads[occasion.noun] < 0 ? owner : clauseAbove(s, at, s.heads[occasion.noun]);
      if (governor >= 0) put(governor, x, occasion.bearing, "attach/occasion-bound");
      continue;
    }
    if (owner < 0) continue;
    const c = input.clauses[owner];
    const own =
      occasion !== null && occasion.bearing !== "at" && at[occasion.noun] === owner && c.kind !== "nominal"
        ? occasion.bearing
        : bearing === "at"
          ? phraseBearing(s, x, c, words)
          : bearing;
    put(owner, x, own, "attach/own");
    const set = bearing === "at" ? behindComma(s, c, at, words) : -1;
    if (set >= 0) put(at[set], x, bearing, "attach/own");
    if (c.kind === "nominal" && c.support < 0) lift(c.head, x, bearing, 1);
    else if (isRelation(c.relation, "acl") && dates(c, words) && bearing === "at") {
      const noun = s.heads[c.support >= 0 ? c.support : c.head];
      // "Chad, which hosted a summit in May, praised it": the summit is dated, and not whoever hosted it.
      if (
        noun < 0 ||
        isTimed(s, c, words) ||
        (!c.passive && c.objects.length > 0 && c.subjects.includes(noun))
      )
        continue;
      if (at[noun] >= 0) put(at[noun], x, bearing, "attach/own");
      lift(noun, x, bearing, 1);
    }
  }
  return out;
}

/** "since the independence of Chad in 1960": a date inside a phrase of "since" bears on the verb as the phrase does. */
function phraseBearing(s: Sentence, x: TimeExpression, c: Clause, words: AttachWords): Bearing {
  const top = c.support >= 0 ? c.support : c.head;
  for (
    let t = s.heads[x.head], steps = 0;
    t >= 0 && t !== top && t !== c.head && steps < PHRASE;
    t = s.heads[t], steps++
  ) {
    if (s.upos[t] !== "NOUN" && s.upos[t] !== "PROPN") break;
    const prep = preposition(s, t);
    // "by the ministers in May": the others tell of doers and places, too.
    if (words.since.has(prep)) return words.cues.get(prep) ?? "from";
  }
  return "at";
}

/** "the first meeting since the president took office in June": a clause that says since or after when does not tell what the noun is. */
function isTimed(s: Sentence, c: Clause, words: AttachWords): boolean {
  const top = c.support >= 0 ? c.support : c.head;
  for (let k = s.firstChild[top]; k >= 0 && k < top; k = s.nextSibling[k])
    if (s.deprels[k] === "mark" && words.cues.has(s.norms[k]) && words.cues.get(s.norms[k]) !== "at")
      return true;
  return false;
}

/** "..., and in May he met her": a date right behind "and" and right before a subject is of that subject's verb. Reads words: trees hang it on the verb before. */
function openedBy(input: WithClauses, s: Sentence, at: Int32Array, x: TimeExpression): number | null {
  const before = s.upos[x.from - 1] === "ADP" ? x.from - 2 : x.from - 1;
  if (before < 1 || s.upos[before] !== "CCONJ") return null;
  const first = s.norms[x.to] === "," ? x.to + 1 : x.to;
  for (const i of input.clausesBySentence[s.index]) {
    const c = input.clauses[i];
    if (c.kind === "nominal" || c.head <= first) continue;
    // The subjects of the clause layer: trees lose them behind an apposition.
    if (c.subjects.some((k) => k >= first && k < c.head && leftmost(s, k) <= first)) return at[c.head];
  }
  return null;
}

/** First token of a noun phrase, of those that stand right before its head. */
function leftmost(s: Sentence, head: number): number {
  let from = head;
  for (let c = s.firstChild[head]; c >= 0 && c < head; c = s.nextSibling[c])
    from = Math.min(from, leftmost(s, c));
  return from;
}

/** Noun that a participle of dates stands behind: "the next round, expected in May"; -1 for none. Parsers take it for a second verb. */
function behindComma(s: Sentence, c: Clause, at: Int32Array, words: AttachWords): number {
  const noun = c.head - 2;
  const participle = noun >= 0 && s.xpos[c.head] === "VBN" && s.forms[c.head - 1] === "," && dates(c, words);
  return participle && s.upos[noun] === "NOUN" && at[noun] >= 0 ? noun : -1;
}

/** Verbs whose date is that of the noun they stand with: "talks held in May", "a round expected in June". */
const dates = (c: Clause, words: AttachWords): boolean =>
  words.happening.has(c.lemma) || words.ahead.has(c.lemma);

/** "the first visit since 2018", "the worst fighting since May": says what a thing is compared with, not when it was. */
function compared(s: Sentence, x: TimeExpression, words: AttachWords): boolean {
  let since = false;
  for (let t = x.from - 1; t >= 0 && t >= x.from - REACH; t--) {
    if (words.since.has(s.norms[t])) since = true;
    else if (!since && s.upos[t] !== "DET") return false;
    if (s.xpos[t] === "JJS" || words.ranks.has(s.norms[t])) return true;
    // "the third time that they have met since May": counted, whatever is told between.
    if (since && s.lemmas[t] === words.turn && (s.upos[t - 1] === "ADJ" || s.upos[t - 1] === "NUM"))
      return true;
    if (since && (s.upos[t] === "VERB" || s.upos[t] === "AUX") && counts(s, t, words)) return true;
    if (s.upos[t] === "VERB" || s.upos[t] === "AUX" || s.upos[t] === "PUNCT") return false;
  }
  return false;
}

/** Whether a verb tells what a time that is counted was: "the third time that they have met", "have met four times". */
function counts(s: Sentence, token: number, words: AttachWords): boolean {
  const verb = s.upos[token] === "AUX" && s.heads[token] >= 0 ? s.heads[token] : token;
  const above = s.heads[verb];
  const counted = (t: number): boolean =>
    t >= 0 && s.lemmas[t] === words.turn && (s.upos[t - 1] === "ADJ" || s.upos[t - 1] === "NUM");
  if (above >= 0 && isRelation(s.deprels[verb], "acl") && counted(above)) return true;
  for (let k = s.firstChild[verb]; k >= 0; k = s.nextSibling[k]) if (counted(k)) return true;
  return false;
}

/** Null for lengths, frequencies without dates and what has no dates. */
function bearingOf(x: TimeExpression): Bearing | null {
  if (x.earliest === null && x.latest === null && x.recalls === null) return null;
  switch (x.role) {
    case "duration":
      return null;
    case "deadline":
    case "before":
    case "until":
      return "due";
    case "after":
      return "after";
    case "since":
      return "from";
    default:
      return "at";
  }
}

/** The occasion that an expression right behind its noun phrase dates, with how the phrase bears on its verb. Reads words, not arcs, which are often wrong here. */
function occasionBefore(
  s: Sentence,
  x: TimeExpression,
  words: AttachWords,
): { readonly noun: number; readonly bearing: Bearing } | null {
  let noun = -1;
  for (let t = x.from - 1; t >= 0 && t >= x.from - PHRASE; t--) {
    const u = s.upos[t];
    const linking = u === "ADP" || u === "SCONJ" || s.deprels[t] === "case" || s.deprels[t] === "mark";
    if (!linking && (u === "VERB" || u === "AUX" || u === "CCONJ" || u === "PRON")) return null;
    if (u === "PUNCT" && s.forms[t] !== "," && s.forms[t] !== "-") return null;
    if (noun < 0 && u === "NOUN" && words.occasions.has(s.lemmas[t])) noun = t;
    if (noun < 0 || !linking) continue;
    const bearing =
      (t > 0 ? words.cues.get(`${s.norms[t - 1]}_${s.norms[t]}`) : undefined) ?? words.cues.get(s.norms[t]);
    return bearing === undefined || bearing === "at" ? null : { noun, bearing };
  }
  return null;
}

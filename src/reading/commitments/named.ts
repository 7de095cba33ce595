import { isText, type Lexicon, type Sentence } from "../../language/index.js";
import {
  type ActWords,
  actorsIn,
  contentOfNoun,
  doersOf,
  isSomebody,
  isTold,
  loadActWords,
  once,
} from "../acts/index.js";
import { preposition } from "../clauses/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, clauseAt, longestKeys, members, nounPhrase, verbKeys } from "../phrases/index.js";
import type { Actor, Clause, CommitmentItem, ItemTime } from "../types.js";
import { commitment, dueWithin } from "./build.js";

type Outcome = CommitmentItem["outcome"];

/**
 * Nouns that name an undertaking or a target: with owner and content they tell one; under a verb such as "miss" or "break" they tell
 * what became of it, of one told before or of this one.
 */
export function createNamed(
  lexicon: Lexicon,
): (layers: Layers, items: readonly CommitmentItem[], seen: ReadonlySet<number>) => CommitmentItem[] {
  const words = loadActWords(lexicon);
  const outcomes = new Map(lexicon.table("deals/outcomes").rows.map((r) => [r[0], r[1] as Outcome] as const));
  const promises = members(lexicon, "deals/nouns", "class", "promise");
  const setting = members(lexicon, "deals/cues", "class", "setting");
  const targets = members(lexicon, "deals/nouns", "class", "target");
  const barter = members(lexicon, "deals/cues", "class", "barter");
  const elapsing = members(lexicon, "deals/cues", "class", "elapse");
  const receiving = members(lexicon, "deals/cues", "class", "receiving");
  return (layers, told, seen) => {
    const items = [...told];
    for (const s of layers.parsed.sentences) {
      if (!isText(s)) continue;
      for (let t = 0; t < s.size; t++) {
        if (s.upos[t] !== "NOUN" || s.deprels[t] === "compound") continue;
        const kind = promises.has(s.lemmas[t]) ? "promise" : targets.has(s.lemmas[t]) ? "target" : null;
        if (kind !== null && !denied(s, t, words)) read(layers, s, t, kind, items, seen);
      }
    }
    return items;
  };

  function read(
    layers: Layers,
    s: Sentence,
    noun: number,
    kind: "promise" | "target",
    items: CommitmentItem[],
    seen: ReadonlySet<number>,
  ): void {
    const own = clauseAt(layers, s.index, noun);
    if (own !== null && own.support >= 0 && outcomes.get(s.lemmas[own.support]) === undefined) return;
    const setBy = kind === "target" ? whoSet(layers, s, noun) : [];
    const end = outcomeOf(layers, s, noun) ?? missedBehind(layers, s, noun);
    const named = [...ownersOf(layers, s, noun, words), ...givers(layers, s, noun)];
    const owners = named.length > 0 ? named : setBy;
    const by = owners.length > 0 ? owners : (end?.by ?? []);
    if (end === null && isWanted(layers, s, noun)) return;
    const content = contentOfNoun(layers, s, noun, words);
    if (end !== null && isKnown(s, noun, words)) {
      const i = before(items, s, noun, by, kind);
      if (i >= 0 && (content === null || shareWord(items[i].what, content.text))) {
        items[i] = {
          ...items[i],
          outcome: end.outcome,
          sentences: add(items[i], s.index),
          evidence: evidence(layers, items[i], s),
        };
        return;
      }
    }
    // "The talks missed the target": whoever set it.
    const set = setBy.length > 0 || (kind === "target" && isSet(layers, s, noun));
    if (
      (by.length === 0 && end?.outcome !== "missed" && !set) ||
      (owners.length === 0 && end === null && !set) ||
      (kind === "target" && end === null && !set)
    )
      return;
    const lapsed = end?.outcome === "missed" && kind === "target" && isOfTalks(layers, s, end.clause, by);
    if (content === null && !lapsed) return;
    // "pledged to let aid through, promises that agencies say went unmet": told again, by what became of it.
    if (
      end === null &&
      isResumed(s, noun, words) &&
      items.some((x) => x.sentences[0] === s.index && x.trigger.start < s.starts[noun])
    )
      return;
    // "renewed its pledge to return them" is told by the act.
    if (end === null && content?.clause != null && seen.has(content.clause.index)) return;
    const whatOf = content?.text ?? nounPhrase(layers.parsed.document, s, noun).text;
    const inner = content?.clause?.index ?? own?.index;
    const due = inner === undefined ? null : layers.facts.deadline(inner);
    const missedOn =
      end?.outcome === "missed" && !end.clause.negated ? layers.facts.time(end.clause.index) : null;
    items.push(
      commitment(layers, {
        shape: end === null ? "named" : "outcome",
        type: kind === "target" ? "unilateral-target" : "unilateral-undertaking",
        clause: end?.clause ?? null,
        sentence: s.index,
        token: noun,
        by,
        to: [],
        what: whatOf,
        deadline: due ?? dateOf(layers, s, noun, kind) ?? (missedOn?.latest == null ? null : missedOn),
        condition: null,
        outcome: end?.outcome ?? "none-reported",
      }),
    );
  }

  /** "in exchange for a Kenyan pledge", "asked for a pledge": not made. */
  function isWanted(layers: Layers, s: Sentence, noun: number): boolean {
    const over = s.heads[noun];
    if (over < 0) return false;
    if (barter.has(s.lemmas[over])) return true;
    const clause = clauseAt(layers, s.index, over);
    return (
      clause !== null &&
      verbKeys(layers, clause).some((k) =>
        words.verbs.get(k)?.some((e) => (e.cls === "request" || e.cls === "aim") && e.gate !== "request"),
      )
    );
  }

  /** "a deadline of 30 June", "set 1 July as the date": the day that is the target. */
  function dateOf(layers: Layers, s: Sentence, noun: number, kind: "promise" | "target"): ItemTime | null {
    return kind === "target" ? dueWithin(layers, s, noun - BEFORE, noun + BEHIND) : null;
  }

  /** "received assurances from Chad that it would", "won a pledge from Chad": who gave them. */
  function givers(layers: Layers, s: Sentence, noun: number): readonly Actor[] {
    const over = s.heads[noun] < 0 ? null : clauseAt(layers, s.index, s.heads[noun]);
    if (over === null || !receiving.has(over.lemma) || !isTold(layers, over, words.done)) return [];
    const own = actorsIn(layers, over, [...words.owning], []);
    if (own.length > 0) return own;
    for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
      if (c > noun && s.deprels[c].startsWith("nmod") && words.owning.has(preposition(s, c)))
        return actorsAt(layers, s.index, c);
    return [];
  }

  /** "had set themselves the goal of a treaty": who set it. */
  function whoSet(layers: Layers, s: Sentence, noun: number): readonly Actor[] {
    for (let t = s.heads[noun], steps = 0; t >= 0 && steps < 2; t = s.heads[t], steps++) {
      const clause = clauseAt(layers, s.index, t);
      if (clause !== null && setting.has(clause.lemma) && isTold(layers, clause, words.done))
        return doersOf(layers, clause, words);
    }
    return [];
  }

  /** "the commission set a deadline for the handover": by somebody whose side is not known. */
  function isSet(layers: Layers, s: Sentence, noun: number): boolean {
    const clause = s.heads[noun] < 0 ? null : clauseAt(layers, s.index, s.heads[noun]);
    return (
      clause !== null &&
      setting.has(clause.lemma) &&
      isTold(layers, clause, words.done) &&
      (clause.passive || isSomebody(layers, clause, words))
    );
  }

  /** "The talks missed the target", "the date was missed again": no striker's. */
  function isOfTalks(layers: Layers, s: Sentence, c: Clause, by: readonly Actor[]): boolean {
    if (by.length > 0 || isSomebody(layers, c, words)) return true;
    return c.passive || c.subjects.some((t) => words.talks.has(s.lemmas[t]) || words.itself.has(s.norms[t]));
  }

  /** "a goal of X, a target they missed": the aside right behind tells what became of it. */
  function missedBehind(
    layers: Layers,
    s: Sentence,
    noun: number,
  ): { readonly outcome: Outcome; readonly by: readonly Actor[]; readonly clause: Clause } | null {
    for (let t = noun + 1; t < s.size; t++) {
      if (!targets.has(s.lemmas[t]) || s.norms[t - 2] !== ",") continue;
      const told = (layers.clausesBySentence[s.index] ?? [])
        .map((i) => layers.clauses[i])
        .find((c) => c.head > t && c.objects.includes(t));
      const outcome = told === undefined ? undefined : outcomes.get(told.lemma);
      if (told !== undefined && outcome !== undefined && isTold(layers, told, words.done))
        return { outcome, by: doersOf(layers, told, words), clause: told };
    }
    return null;
  }

  function outcomeOf(
    layers: Layers,
    s: Sentence,
    noun: number,
  ): { readonly outcome: Outcome; readonly by: readonly Actor[]; readonly clause: Clause } | null {
    const own = clauseAt(layers, s.index, noun);
    const head = own !== null && own.support >= 0 ? noun : s.heads[noun];
    const clause = head < 0 ? null : clauseAt(layers, s.index, head);
    // "The deadline for the text passed": nobody did it.
    if (
      clause !== null &&
      elapsing.has(clause.lemma) &&
      clause.subjects.includes(noun) &&
      targets.has(s.lemmas[noun]) &&
      isTold(layers, clause, words.done)
    )
      return { outcome: "missed", by: [], clause };
    if (
      clause === null ||
      !(clause.objects.includes(noun) || clause === own || clause.obliques.some((o) => o.head === noun))
    )
      return null;
    const over = clause.parent >= 0 ? layers.clauses[clause.parent] : null;
    const failing =
      over !== null && clause.mood === "infinitive"
        ? outcomes.get(`${over.lemma}_to_${clause.lemma}`)
        : undefined;
    if (failing !== undefined && over !== null)
      return isTold(layers, over, words.done)
        ? { outcome: failing, by: doersOf(layers, over, words), clause: over }
        : null;
    const keys = clause.support >= 0 ? [s.lemmas[clause.support]] : longestKeys(layers, clause);
    const outcome = keys.map((k) => outcomes.get(k)).find((o) => o !== undefined);
    // "has still not been kept", "was never met": what was to be done was not.
    if (outcome === "fulfilled" && clause.negated && clause.modal === null && clause.mood === "indicative")
      return { outcome: "missed", by: clause.passive ? [] : doersOf(layers, clause, words), clause };
    if (outcome === undefined || !isTold(layers, clause, words.done)) return null;
    return { outcome, by: doersOf(layers, clause, words), clause };
  }
}

/** The undertaking that the noun means: the last one told before it, by the same party where the text names one. */
function before(
  items: readonly CommitmentItem[],
  s: Sentence,
  noun: number,
  by: readonly Actor[],
  kind: "promise" | "target",
): number {
  for (let i = items.length - 1; i >= 0; i--) {
    const x = items[i];
    if (x.trigger.start >= s.starts[noun] || s.index - x.sentences[0] > 3) continue;
    if (by.length > 0 && !x.by.some((a) => by.some((b) => a.party === b.party))) continue;
    if (x.type === "intention" || (kind === "target" && x.deadline === null)) continue;
    return i;
  }
  return -1;
}

const isBy = (s: Sentence, t: number, words: ActWords): boolean =>
  (s.deprels[t].startsWith("nmod") || s.deprels[t].startsWith("obl")) && words.agents.has(preposition(s, t));

export function ownersOf(layers: Layers, s: Sentence, noun: number, words: ActWords): Actor[] {
  const out: Actor[] = [];
  for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
    const front = s.deprels[c] === "nmod:poss" || s.deprels[c] === "amod" || s.deprels[c] === "compound";
    if (c < noun ? front : isBy(s, c, words)) out.push(...actorsAt(layers, s.index, c));
    // "a pledge made by donors".
    if (c > noun && s.deprels[c] === "acl")
      for (let k = s.firstChild[c]; k >= 0; k = s.nextSibling[k])
        if (isBy(s, k, words)) out.push(...actorsAt(layers, s.index, k));
  }
  return once(out);
}

/** Whether what a noun names is what an earlier undertaking was about. */
function shareWord(a: string, b: string): boolean {
  const of = (x: string): string[] => x.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const known = new Set(of(a).map((w) => w.slice(0, STEM)));
  return of(b).some((w) => known.has(w.slice(0, STEM)));
}
const STEM = 5;
/** Words in front of a target and behind it within which its day stands. */
const BEFORE = 5;
const BEHIND = 6;

/** Set off by a comma, without article or owner, or with "a". */
function isResumed(s: Sentence, noun: number, words: ActWords): boolean {
  let t = noun - 1;
  while (t > 0 && (s.upos[t] === "ADJ" || words.indefinite.has(s.norms[t]))) t--;
  return s.norms[t] === "," && !s.deprels[noun].startsWith("conj");
}

/** "the deadline", "its promise", and not "a promise": one that was told of before. */
function isKnown(s: Sentence, noun: number, words: ActWords): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.indefinite.has(s.norms[c])) return false;
  return true;
}

function denied(s: Sentence, noun: number, words: ActWords): boolean {
  for (let c = s.firstChild[noun]; c >= 0 && c < noun; c = s.nextSibling[c])
    if (words.none.has(s.norms[c])) return true;
  return false;
}

const add = (x: CommitmentItem, at: number): CommitmentItem["sentences"] =>
  x.sentences.includes(at) ? x.sentences : [...x.sentences, at];

function evidence(layers: Layers, x: CommitmentItem, s: Sentence): CommitmentItem["evidence"] {
  if (x.sentences.includes(s.index)) return x.evidence;
  return [...x.evidence, { doc: layers.parsed.document.id, start: s.start, end: s.end }];
}

import type { Lexicon, Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import {
  actorsAt,
  corePhrase,
  firstCoded,
  isBare,
  members,
  PhraseTable,
  slice,
  speaker,
  verbOf,
} from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import type { Found } from "./found.js";
import { type StandingRule, standingRules } from "./standing.rules.js";

/** What somebody wants done first, and what that comes before. Tokens of one sentence. */
export interface Precondition {
  readonly clause: Clause;
  readonly holder: Actor;
  /** Head of what is to be done first, its words, and the words of what has to wait. */
  readonly head: number;
  readonly first: string;
  readonly waits: string;
  /** Both in the words and the order of the text. */
  readonly whole: string;
}

const HELD = new Set(["happened", "ongoing", "said"]);
/** Most tokens from the verb to the word of order. */
const REACH = 30;

/**
 * Reads what a party wants done before talks go on or a deal is signed: "expects the law to be changed before any treaty is signed", "no
 * deal until the prisoners are freed". Null where the order is only one of days, or nobody sets it.
 */
export function createPreconditions(
  lexicon: Lexicon,
): (layers: Layers, clause: Clause) => Precondition | null {
  const cue = (cls: string): ReadonlySet<string> => members(lexicon, "stances/cues", "class", cls);
  const [expecting, negators, exist, undertaking] = [
    cue("expecting"),
    cue("negator"),
    cue("exist"),
    cue("undertaking"),
  ];
  const firstPerson = cue("first-person");
  const that = members(lexicon, "deals/cues", "class", "that");
  const table = (cls: string): PhraseTable<true> =>
    new PhraseTable([...cue(cls)].map((w) => [w, true] as const));
  const [ahead, awaited] = [table("ahead-of"), table("not-until")];
  const ties = members(lexicon, "stances/negotiation-nouns", "kind", "ties");
  const talks = new Set([...lexicon.list("stances/negotiation-nouns")].filter((w) => !ties.has(w)));

  return (layers, clause) => {
    const s = layers.parsed.sentences[clause.sentence];
    if (s.norms[s.size - 1] === "?" || isBare(layers, clause)) return null;
    return wanted(layers, s, clause) ?? none(layers, s, clause);
  };

  function wanted(layers: Layers, s: Sentence, clause: Clause): Precondition | null {
    if (clause.kind !== "verbal" || !expecting.has(clause.lemma) || clause.negated) return null;
    const { status } = layers.facts.factuality(clause.index);
    // "would need guarantees": only polite, or what was said before.
    const said =
      (status === "hypothetical" || status === "scheduled") &&
      undertaking.has(clause.modal ?? "") &&
      clause.marker === null;
    if (clause.tense === "none" || !(HELD.has(status) || said)) return null;
    let from = clause.head + 1;
    if (that.has(s.norms[from])) from++;
    // Who wants to do it himself sets no condition.
    if (s.xpos[from] === "TO") return null;
    const order = find(s, ahead, from);
    if (order === null) return null;
    const to = stretchEnd(s, order.to);
    // "needs guarantees before signing": what is got first, and what is done then by whoever gets it.
    const own = s.xpos[order.to] === "VBG" && s.upos[order.to] === "VERB";
    if (!own && !(isDeed(s, from, order.at) && isClause(s, order.to, to))) return null;
    if (!holdsTalks(s, order.to, to)) return null;
    // "expects talks to start before a deal is signed" tells a course of things.
    const head = clause.objects.find((o) => o >= from && o < order.at) ?? nounIn(s, from, order.at);
    if (head < 0 || talks.has(s.lemmas[head])) return null;
    const holder = holderOf(layers, s, clause);
    if (holder === null) return null;
    const doc = layers.parsed.document;
    const { text: first } = slice(doc, s, from, trimmed(s, order.at));
    const whole = slice(doc, s, from, to).text;
    return { clause, holder, head, first, waits: slice(doc, s, order.to, to).text, whole };
  }

  /** "There can be no deal until", "no talks will begin before": what is denied waits for what follows. */
  function none(layers: Layers, s: Sentence, clause: Clause): Precondition | null {
    if ((clause.kind === "nominal" && clause.support < 0) || !undertaking.has(clause.modal ?? ""))
      return null;
    const thing = [...clause.subjects, ...clause.objects, clause.head].find(
      (t) => talks.has(s.lemmas[t]) && s.upos[t] === "NOUN",
    );
    if (thing === undefined) return null;
    const det = s.firstChild[thing];
    const denied = det >= 0 && det < thing && negators.has(s.norms[det]);
    if (!denied && !(clause.negated && thing < verbOf(clause))) return null;
    const order = find(s, awaited, Math.max(thing, exist.has(clause.lemma) ? thing : verbOf(clause)) + 1);
    if (order === null) return null;
    const to = stretchEnd(s, order.to);
    if (!isClause(s, order.to, to)) return null;
    const holder = firstCoded([speaker(layers, layers.facts.voice(clause.index))]);
    if (holder === null) return null;
    const doc = layers.parsed.document;
    const from = denied ? det + 1 : det >= 0 && det < thing ? det : thing;
    const head = nounIn(s, order.to, to);
    if (head < 0) return null;
    const { text: first } = slice(doc, s, order.to, to);
    const whole = slice(doc, s, denied ? det : from, to).text;
    return { clause, holder, head, first, waits: slice(doc, s, from, thing + 1).text, whole };
  }

  function holderOf(layers: Layers, s: Sentence, clause: Clause): Actor | null {
    const own = firstCoded(clause.subjects.flatMap((t) => actorsAt(layers, s.index, t)));
    if (own !== null || !clause.subjects.some((t) => firstPerson.has(s.norms[t]))) return own;
    return firstCoded([speaker(layers, layers.facts.voice(clause.index))]);
  }

  function holdsTalks(s: Sentence, from: number, to: number): boolean {
    for (let t = from; t < to; t++) if (s.upos[t] === "NOUN" && talks.has(s.lemmas[t])) return true;
    return false;
  }
}

const rule = standingRules.find((r) => r.shape === "first") as StandingRule;

/** The precondition as its holder's position on what is to be done first. */
export function asPosition(layers: Layers, p: Precondition): Found {
  const s = layers.parsed.sentences[p.clause.sentence];
  const core = corePhrase(layers.parsed.document, s, p.head);
  // What is to be done hangs on the noun now and then: "the fleet to leave".
  let to = p.head + 1;
  while (to < core.to && s.xpos[to] !== "TO") to++;
  const issue = slice(layers.parsed.document, s, core.from, to).text;
  const content = { head: p.head, issue, stance: p.whole, noun: -1 };
  return { rule: rule.id, content, holders: [p.holder], move: rule.move, force: "precondition" };
}

/** The first phrase of a table from a token on, within the same stretch. */
function find(s: Sentence, table: PhraseTable<true>, from: number): { at: number; to: number } | null {
  for (let t = from; t < s.size && t < from + REACH && !/^[;:"“”.?!]$/.test(s.forms[t]); t++) {
    const hit = table.at(s, t);
    if (hit !== null) return { at: t, to: t + hit.length };
  }
  return null;
}

/** Something to be done: an infinitive, a participle or a verb of its own behind the noun. */
function isDeed(s: Sentence, from: number, to: number): boolean {
  for (let t = from + 1; t < to; t++) if (s.upos[t] === "VERB") return true;
  return false;
}

/** A verb in the present or with a modal: what lies ahead. */
function isClause(s: Sentence, from: number, to: number): boolean {
  for (let t = from; t < to; t++) if (/^(VBZ|VBP|MD)$/.test(s.xpos[t])) return true;
  return false;
}

function nounIn(s: Sentence, from: number, to: number): number {
  for (let t = from; t < to; t++)
    if ((s.upos[t] === "NOUN" || s.upos[t] === "PROPN") && s.deprels[t] !== "compound") return t;
  return -1;
}

function stretchEnd(s: Sentence, from: number): number {
  let t = from;
  while (t < s.size && !(s.upos[t] === "PUNCT" && /^[,;:"“”.?!–—]+|''$/.test(s.forms[t]))) t++;
  return t;
}

function trimmed(s: Sentence, to: number): number {
  return s.upos[to - 1] === "PUNCT" ? to - 1 : to;
}

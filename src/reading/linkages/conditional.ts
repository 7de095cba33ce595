import type { Lexicon, Sentence } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { actorsAt, firstCoded, slice, speaker, verbKeys, verbOf } from "../phrases/index.js";
import type { Actor, Clause } from "../types.js";
import { createJoints, type Joint } from "./connectors.js";
import { ownerAround } from "./owner.js";
import type { LinkageWords } from "./words.js";

/** An undertaking and what it hangs on, with whose it is. */
export interface Tie {
  readonly clause: Clause;
  readonly by: Actor;
  readonly issue: string;
  readonly to: string;
}

/** Voices of those who take no part. */
const FORETELLING: ReadonlySet<string> = new Set(["expert", "media"]);

/** What both sides agreed on: nobody's own link. */
const BARGAIN = "bargain";

/** Reads what a party's own undertaking, offer or refusal is made to hang on: "only if X", "not until X", "in exchange for X". */
export function createConditional(
  lexicon: Lexicon,
  words: LinkageWords,
): (layers: Layers, s: Sentence) => Tie[] {
  const { undertaking, stative, acts, asking, refusing, firstPerson } = words;
  const joints = createJoints(lexicon, words, isUndertaking);

  return (layers, s) => {
    if (s.norms[s.size - 1] === "?") return [];
    const out: Tie[] = [];
    for (const joint of joints(layers, s)) {
      const tie = tieOf(layers, s, joint);
      if (tie !== null) out.push(tie);
    }
    return out;
  };

  function over(layers: Layers, clause: Clause): Clause | null {
    return clause.parent < 0 ? null : layers.clauses[clause.parent];
  }

  /** "would sign", "offered to sign", "is ready to sign", "offered a truce", "an offer to sign". */
  function isUndertaking(layers: Layers, clause: Clause): boolean {
    if (clause.kind === "nominal" && clause.support < 0) return false;
    if (undertaking.has(clause.modal ?? "")) return true;
    const above = over(layers, clause);
    if (clause.mood === "infinitive" && above !== null)
      return (
        stative.has(above.lemma) ||
        isAct(layers, above) ||
        words.offers.has(above.lemma) ||
        words.refusals.has(above.lemma)
      );
    // "a ceasefire is possible provided that".
    if (words.feasible.has(clause.lemma) && clause.kind === "adjectival" && clause.subjects.length > 0)
      return true;
    // "is not interested in talks unless".
    if (
      clause.kind === "adjectival" &&
      clause.negated &&
      (stative.has(clause.lemma) || words.drawn.has(clause.lemma))
    )
      return true;
    return isAct(layers, clause) && clause.mood !== "infinitive" && !clause.negated;
  }

  function isAct(layers: Layers, clause: Clause): boolean {
    return verbKeys(layers, clause).some(
      (k) => acts.has(k) || refusing.has(k) || words.holdingOut.has(k) || words.givingUp.has(k),
    );
  }

  /** What was done, rather than offered, promised or refused. */
  function isDeed(layers: Layers, clause: Clause): boolean {
    const keys = verbKeys(layers, clause);
    return (
      clause.modal === null &&
      clause.mood !== "infinitive" &&
      keys.some((k) => words.givingUp.has(k)) &&
      !keys.some((k) => acts.has(k) || refusing.has(k) || words.holdingOut.has(k))
    );
  }

  function tieOf(layers: Layers, s: Sentence, joint: Joint): Tie | null {
    const { clause } = joint;
    if (isOpen(layers, clause)) return null;
    const by = ownerOf(layers, s, joint);
    if (by === null) return null;
    if (isForeseen(layers, s, joint, by) || isJudged(s, joint)) return null;
    const doc = layers.parsed.document;
    const to = slice(doc, s, joint.from, joint.to).text;
    const range = issueOf(s, joint);
    if (range === null) return null;
    const issue = slice(doc, s, range[0], range[1]).text;
    const put = clause.mood === "infinitive" || !undertaking.has(clause.modal ?? "");
    if (!put && !matters(layers, s, range[0], range[1]) && !matters(layers, s, joint.from, joint.to))
      return null;
    // "signed only after lunch": a deed hangs on a matter, not on an hour.
    if (isDeed(layers, clause) && !matters(layers, s, joint.from, joint.to)) return null;
    // Who demands A in exchange for B gives B for A.
    if (
      joint.barter &&
      clause.mood !== "infinitive" &&
      !clause.negated &&
      verbKeys(layers, clause).some((k) => asking.has(k))
    )
      return { clause, by, issue: to, to: issue };
    return { clause, by, issue, to };
  }

  /**
   * "If the port falls, analysts say, the rebels would hold the coast", "the truce will lapse unless they talk": who only foretells what
   * comes of something makes nothing depend on it.
   */
  function isForeseen(layers: Layers, s: Sentence, { clause, at, from }: Joint, by: Actor): boolean {
    const voice = layers.facts.voice(clause.index);
    if (FORETELLING.has(voice.kind) && words.undertaking.has(clause.modal ?? "") && !clause.negated)
      return true;
    if (clause.negated || clause.passive || clause.modal === null) return false;
    const thing = clause.subjects.some((t) => s.upos[t] === "NOUN" && !words.people.has(s.lemmas[t]));
    // "the dam could flood the plain if nothing is agreed": what a thing would do to another is nobody's undertaking.
    if (clause.objects.length > 0)
      return (
        thing &&
        clause.subjects.every((t) => s.upos[t] === "NOUN" && actorsAt(layers, s.index, t).length === 0)
      );
    const warned = at > 0 && words.unless.has(s.norms[from - 1]) && thing;
    return (
      warned &&
      !clause.subjects.flatMap((t) => actorsAt(layers, s.index, t)).some((a) => a.party === by.party)
    );
  }

  /** "if they meet, it would be good news": how something would be taken is no undertaking. */
  function isJudged(s: Sentence, { clause }: Joint): boolean {
    return (
      (clause.kind === "copular" || clause.kind === "adjectival") &&
      !clause.negated &&
      !words.feasible.has(clause.lemma) &&
      !stative.has(clause.lemma) &&
      clause.subjects.every((t) => s.upos[t] === "PRON" && s.xpos[t] !== "WDT") &&
      (clause.subjects.length > 0 || s.xpos[s.firstChild[clause.head] ?? -1] === "PRP")
    );
  }

  /** "whether it would sign": nobody has said so. */
  function isOpen(layers: Layers, clause: Clause): boolean {
    for (let c: Clause | null = clause, steps = 0; c !== null && steps < 4; c = over(layers, c), steps++) {
      if (c.marker !== null && words.questions.has(c.marker)) return true;
      if (c.kind === "nominal" && c.support < 0) break;
      if (c !== clause && c.negated && c.relation !== "conj" && !stative.has(c.lemma)) return true;
    }
    return false;
  }

  /** Tokens of what is undertaken: of a passive its subject, else the verb with what follows it up to the connector. */
  function issueOf(s: Sentence, { clause, at }: Joint): readonly [number, number] | null {
    const verb = verbOf(clause);
    const named = clause.passive || clause.kind !== "verbal" ? (clause.objects[0] ?? clause.subjects[0]) : -1;
    // "Chad is not interested in talks unless": what it would do, and not who.
    const thing = words.drawn.has(clause.lemma) ? -1 : named;
    if (thing !== undefined && thing >= 0 && thing < verb) return nounRange(s, thing);
    if (thing === undefined && clause.passive) return null;
    // "the talks could resume if": what is to be is told with its subject.
    const free = clause.subjects.find((t) => t < verb && s.upos[t] === "NOUN" && clause.objects.length === 0);
    const from = free === undefined || words.people.has(s.lemmas[free]) ? verb : nounRange(s, free)[0];
    let to = at;
    if (at < 0) {
      to = verb + 1;
      while (to < s.size && !(s.upos[to] === "PUNCT" && !/^[-’']$/.test(s.forms[to]))) to++;
    }
    // "renounce the tolls, which it calls legal, unless": the aside is no part of it.
    for (let t = verb + 2; t < to; t++) if (s.norms[t - 1] === "," && s.xpos[t] === "WDT") to = t - 1;
    while (to > verb + 1 && (s.upos[to - 1] === "PUNCT" || s.upos[to - 1] === "CCONJ")) to--;
    return [from, to];
  }

  function nounRange(s: Sentence, head: number): readonly [number, number] {
    let from = head;
    let to = head + 1;
    for (let c = s.firstChild[head]; c >= 0; c = s.nextSibling[c]) {
      if (c < head && s.upos[c] !== "PUNCT") from = Math.min(from, c);
      if (c > head && s.deprels[c].startsWith("nmod")) to = Math.max(to, c + 1);
    }
    return [from, to];
  }

  function ownerOf(layers: Layers, s: Sentence, { clause, firm }: Joint): Actor | null {
    const own = namedOwner(layers, s, clause);
    if (own === BARGAIN) return null;
    return own ?? (firm ? ownerAround(layers, words, s, clause) : null);
  }

  function namedOwner(layers: Layers, s: Sentence, clause: Clause): Actor | typeof BARGAIN | null {
    let top = clause;
    for (let up = over(layers, top); top.mood === "infinitive" && up !== null; up = over(layers, top)) {
      top = up;
      if (up.kind === "nominal" && up.support < 0) return firstCoded(actorsAt(layers, s.index, up.head));
    }
    const voiced = (): Actor | null => firstCoded([speaker(layers, layers.facts.voice(clause.index))]);
    if (top.passive && top !== clause)
      return firstCoded(top.subjects.flatMap((t) => actorsAt(layers, s.index, t)));
    if (top.passive) return voiced();
    const own = top.subjects.flatMap((t) => actorsAt(layers, s.index, t));
    // What both sides agree on is a bargain, and no side's link.
    if (words.agreeing.has(top.lemma) && new Set(own.map((a) => a.party)).size > 1) return BARGAIN;
    if (firstCoded(own) !== null) return firstCoded(own);
    const mine = top.subjects.some((t) => firstPerson.has(s.norms[t]) || s.upos[t] === "PRON");
    // "the talks could resume if": what depends is a thing; "it was willing to": parsers lose the pronoun.
    const thing = top.subjects.every((t) => s.upos[t] === "NOUN" && !words.people.has(s.lemmas[t]));
    return mine || (thing && (top.subjects.length > 0 || top.relation === "ccomp")) ? voiced() : null;
  }

  /** The first who is a side. */
  function matters(layers: Layers, s: Sentence, from: number, to: number): boolean {
    for (let t = from; t < to; t++) {
      if (words.issues.has(s.lemmas[t]) || words.talks.has(s.lemmas[t])) return true;
      if (s.upos[t] === "NOUN" && words.matter(layers, s, t)) return true;
    }
    return false;
  }
}

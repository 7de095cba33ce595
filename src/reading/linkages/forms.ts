import { type Sentence, subtreeRange } from "../../language/index.js";
import type { Layers } from "../layers.js";
import { mentionAt, nounPhrase, slice, subtreeHas, verbOf } from "../phrases/index.js";
import type { Clause } from "../types.js";
import type { linkageRules } from "./linkages.rules.js";
import { before, below, caseOf, complements, REACH, text, upTo } from "./tree.js";
import type { LinkageWords } from "./words.js";

export type Shape = (typeof linkageRules)[number]["shape"];

/** An issue and what it is made to depend on, as found in one construction. */
export interface Pair {
  readonly shape: Shape;
  readonly issue: string;
  readonly to: string;
}

/** Sentences looked back for what is talked about. */
const LOOK_BACK = 12;
/** How far behind "as" a figure stands, and behind that its purpose. */
const FIGURE = 5;
const MODIFIER = new Set(["compound", "amod", "nmod"]);

/** Reader of the constructions of one document; null where a clause has none of them. */
export function createForms(
  layers: Layers,
  words: LinkageWords,
): (s: Sentence, clause: Clause) => Pair | null {
  const {
    preps,
    intransitive,
    levers,
    issues,
    talks,
    process,
    use,
    as,
    make,
    exist,
    without,
    negators,
    purposes,
    nothing,
    matter,
  } = words;
  const { document: doc, sentences } = layers.parsed;
  return (s, clause) =>
    tied(s, clause) ?? lever(s, clause) ?? made(s, clause) ?? seenAs(s, clause) ?? noWithout(s, clause);

  function known(s: Sentence, t: number): boolean {
    return subtreeHas(s, t, issues) || subtreeHas(s, t, talks) || matter(layers, s, t);
  }

  function tied(s: Sentence, clause: Clause): Pair | null {
    const to = preps.get(clause.lemma);
    // "is to function as the chair of": a noun of dependence, and not the verb.
    if (to === undefined || (clause.kind === "verbal" && words.nounLinks.has(clause.lemma))) return null;
    // "the deal hinges on X", "is conditional on X": what depends is the subject.
    const object =
      clause.objects[0] ??
      (clause.kind === "verbal" && !clause.passive && !intransitive.has(clause.lemma)
        ? undefined
        : (clause.subjects[0] ?? complements(s, clause.head).find((c) => s.deprels[c].startsWith("csubj"))));
    const target =
      clause.obliques.find((o) => to.has(o.prep))?.head ??
      clause.recipients[0] ??
      (object === undefined ? -1 : nmodWith(s, object, to));
    if (object === undefined) return null;
    // "the fighters ride on a truck", "Juba turned on the taps": what hangs on something else is a matter, and nobody who acts.
    if (clause.kind === "verbal" && intransitive.has(clause.lemma) && isSomebody(s, object)) return null;
    // "traded blame for the violence": what nobody gives for anything.
    if (words.missiles.has(s.lemmas[object])) return null;
    if (target === undefined || target < 0) return strayed(s, object, to);
    // "tied to nothing" ties nothing.
    if (s.upos[target] === "PRON" && nothing.has(s.norms[target])) return null;
    // "it depends on X" does not say what does.
    if (s.upos[object] === "PRON" || !(known(s, object) || known(s, target))) return null;
    return { shape: "verb", issue: upTo(doc, s, object, target), to: text(doc, s, target) };
  }

  function isSomebody(s: Sentence, t: number): boolean {
    return words.people.has(s.lemmas[t]) || mentionAt(layers, s.index, t)?.use === "actor";
  }

  /** "tied aid to progress", where the parser takes the noun for a verb: whatever stands behind the preposition. */
  function strayed(s: Sentence, object: number, to: ReadonlySet<string>): Pair | null {
    for (let t = object + 1; t < s.size && t < object + REACH; t++) {
      if (!to.has(s.norms[t]) || s.heads[t] <= t) continue;
      const target = s.heads[t];
      if (!(known(s, object) || known(s, target))) return null;
      const end = subtreeRange(s, target)[1];
      const what = slice(doc, s, t + 1, s.upos[end - 1] === "PUNCT" ? end - 1 : end).text;
      return {
        shape: "verb",
        issue: before(doc, s, object, Math.min(t, subtreeRange(s, target)[0])),
        to: what,
      };
    }
    return null;
  }

  function nmodWith(s: Sentence, noun: number, prep: ReadonlySet<string>): number {
    for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c]) {
      if (c > noun && s.deprels[c].startsWith("nmod") && prep.has(caseOf(s, c))) return c;
    }
    return -1;
  }

  function lever(s: Sentence, clause: Clause): Pair | null {
    if (clause.objects.length === 0) return null;
    const verb = s.lemmas[verbOf(clause)];
    const wrings = use.has(verb) || words.withholding.has(clause.lemma);
    if (!wrings && !words.levering.has(clause.lemma)) return null;
    const chip = leverNoun(s, clause);
    const head = chip < 0 && subtreeHas(s, clause.objects[0], issues) ? overHead(s, verbOf(clause)) : -1;
    if (chip < 0 && head < 0) return wrings ? wrung(s, clause) : null;
    const issue =
      clause.obliques.find((o) => o.head !== chip && purposes.has(o.prep) && known(s, o.head))?.head ??
      (chip >= 0 && complement(s, chip) >= 0 ? complement(s, chip) : purpose(s, clause));
    return {
      shape: "lever",
      issue: issue < 0 ? talked(s) : text(doc, s, issue),
      to: head < 0 ? text(doc, s, clause.objects[0]) : upTo(doc, s, clause.objects[0], head),
    };
  }

  /** "holds the gas price over Chisinau's head". */
  function overHead(s: Sentence, verb: number): number {
    for (let t = verb + 2; t < s.size && t < verb + REACH; t++)
      if (words.heads.has(s.lemmas[t]) && s.heads[t] >= 0 && words.over.has(caseOf(s, t))) return t;
    return -1;
  }

  /** "is using its fees to extract concessions": what one thing is used to get out of somebody. */
  function wrung(s: Sentence, clause: Clause): Pair | null {
    const object = clause.objects[0];
    if (!known(s, object)) return null;
    for (const i of layers.clausesBySentence[s.index] ?? []) {
      const inner = layers.clauses[i];
      if (inner.head <= clause.head || inner.mood !== "infinitive" || inner.parent !== clause.index) continue;
      if (!words.wringing.has(inner.lemma) || inner.objects.length === 0) continue;
      return { shape: "lever", issue: text(doc, s, inner.objects[0]), to: upTo(doc, s, object, inner.head) };
    }
    return null;
  }

  /** "sees nickel as the quid pro quo for palm oil", "treats the vote as a condition for aid". */
  function seenAs(s: Sentence, clause: Clause): Pair | null {
    if (!words.seenAs.has(clause.lemma)) return null;
    const verb = verbOf(clause);
    let mark = verb + 1;
    while (mark < s.size && mark < verb + REACH && !as.has(s.norms[mark])) mark++;
    if (mark >= s.size || mark >= verb + REACH) return null;
    for (let t = mark + 1; t < s.size && t < mark + FIGURE; t++) {
      const depends = preps.get(s.lemmas[t]);
      if (depends === undefined && !words.prices.has(s.lemmas[t]) && !isLever(s, t)) continue;
      for (let k = t + 1; k < s.size && k < t + FIGURE; k++) {
        if (!(depends ?? purposes).has(s.norms[k]) || s.heads[k] <= k) continue;
        const thing = clause.objects[0] ?? nounBetween(s, verb, mark);
        if (thing < 0 || s.upos[thing] === "PRON" || thing >= mark) return null;
        if (!(known(s, thing) || known(s, s.heads[k]))) return null;
        // "is seen as hostage to": what is seen so depends.
        if (depends !== undefined)
          return { shape: "verb", issue: before(doc, s, thing, mark), to: text(doc, s, s.heads[k]) };
        // "wants the bombing halted as a condition for a truce": all that is wanted.
        if (words.wantingDone.has(clause.lemma))
          return { shape: "made", issue: text(doc, s, s.heads[k]), to: slice(doc, s, verb + 1, mark).text };
        return { shape: "made", issue: text(doc, s, s.heads[k]), to: before(doc, s, thing, mark) };
      }
    }
    return null;
  }

  function nounBetween(s: Sentence, from: number, to: number): number {
    for (let t = from + 1; t < to; t++) if (s.upos[t] === "NOUN" && s.deprels[t] !== "compound") return t;
    return -1;
  }

  /** "as leverage to win concessions on missiles": what it is to win, or -1. */
  function purpose(s: Sentence, clause: Clause): number {
    for (const c of layers.clausesBySentence[s.index] ?? []) {
      const inner = layers.clauses[c];
      if (
        inner.head > clause.head &&
        inner.mood === "infinitive" &&
        inner.objects.length > 0 &&
        known(s, inner.objects[0])
      )
        return inner.objects[0];
    }
    return -1;
  }

  /** Where the sentence does not say what the lever is for: the talks last named with what they are about ("treaty talks"). */
  function talked(s: Sentence): string {
    let plain = "";
    for (let i = s.index; i >= 0 && i > s.index - LOOK_BACK; i--) {
      const before = sentences[i];
      for (let t = before.size - 1; t >= 0; t--) {
        if (before.upos[t] !== "NOUN" || !process.has(before.lemmas[t])) continue;
        const named = complements(before, t).some(
          (c) =>
            c < t &&
            MODIFIER.has(before.deprels[c]) &&
            (issues.has(before.lemmas[c]) || talks.has(before.lemmas[c])),
        );
        if (named) return nounPhrase(doc, before, t).text;
        if (plain === "") plain = nounPhrase(doc, before, t).text;
      }
    }
    return plain;
  }

  function leverNoun(s: Sentence, clause: Clause): number {
    for (const o of clause.obliques) if (as.has(o.prep) && isLever(s, o.head)) return o.head;
    for (const object of clause.objects) {
      for (let c = s.firstChild[object]; c >= 0; c = s.nextSibling[c])
        if (as.has(caseOf(s, c)) && isLever(s, c)) return c;
    }
    return -1;
  }

  function isLever(s: Sentence, t: number): boolean {
    const needs = levers.get(s.lemmas[t]);
    return needs === null || (needs !== undefined && subtreeHas(s, t, needs));
  }

  function complement(s: Sentence, noun: number): number {
    for (let c = s.firstChild[noun]; c >= 0; c = s.nextSibling[c])
      if (c > noun && s.deprels[c].startsWith("nmod") && known(s, c)) return c;
    return -1;
  }

  /** "made B a precondition for A", "made A conditional on B". */
  function made(s: Sentence, clause: Clause): Pair | null {
    const verb = verbOf(clause);
    if (!make.has(s.lemmas[verb]) && !words.holdingSo.has(clause.lemma)) return null;
    const objects = verb === clause.head ? clause.objects : [clause.head, ...clause.objects];
    if (objects.length === 0) return null;
    // The adjective hangs now on the object, now on the noun next to it: its place tells.
    for (let a = verb + 2; a < s.size && a < verb + 14; a++) {
      const to = s.upos[a] === "ADJ" || s.upos[a] === "NOUN" ? preps.get(s.lemmas[a]) : undefined;
      const target = to === undefined ? undefined : below(s, a, to);
      if (target !== undefined && a > objects[0] && known(s, objects[0]))
        return { shape: "verb", issue: before(doc, s, objects[0], a), to: text(doc, s, target) };
    }
    for (const o of objects) {
      const adjective = complements(s, o).find((c) => c > o && preps.has(s.lemmas[c]));
      const target =
        adjective === undefined
          ? undefined
          : below(s, adjective, preps.get(s.lemmas[adjective]) as ReadonlySet<string>);
      if (adjective !== undefined && target !== undefined && known(s, o))
        return { shape: "verb", issue: upTo(doc, s, o, adjective), to: text(doc, s, target) };
    }
    const stray = leverBehind(s, verb, objects[0]);
    if (stray !== null) return stray;
    for (let c = s.firstChild[verb]; c >= 0; c = s.nextSibling[c]) {
      if (c < verb || (s.deprels[c] !== "xcomp" && s.deprels[c] !== "obj" && s.deprels[c] !== "obl"))
        continue;
      const to = preps.get(s.lemmas[c]);
      const object = objects.find((o) => o !== c) ?? objects[0];
      if (to !== undefined) {
        const target = below(s, c, to) ?? clause.obliques.find((o) => to.has(o.prep))?.head;
        if (target !== undefined && known(s, object))
          return { shape: "verb", issue: text(doc, s, object), to: text(doc, s, target) };
      }
      if (isLever(s, c) && object !== c) {
        const issue =
          complement(s, c) >= 0
            ? complement(s, c)
            : (clause.obliques.find((o) => purposes.has(o.prep) && known(s, o.head))?.head ?? -1);
        if (issue >= 0) return { shape: "made", issue: text(doc, s, issue), to: text(doc, s, object) };
      }
    }
    return null;
  }

  /** "made the reserve a condition for licences", where the parser hung the second noun on the first. */
  function leverBehind(s: Sentence, verb: number, object: number): Pair | null {
    for (let t = object + 1; t < s.size && t < verb + REACH; t++) {
      if (!isLever(s, t) || s.upos[t] !== "NOUN" || s.heads[t] === verb) continue;
      let from = t;
      while (from > object && (s.deprels[from - 1] === "det" || s.deprels[from - 1] === "amod")) from--;
      const issue = complement(s, t);
      if (from === t || issue < 0 || from <= object) continue;
      return { shape: "made", issue: text(doc, s, issue), to: before(doc, s, object, from) };
    }
    return null;
  }

  function noWithout(s: Sentence, clause: Clause): Pair | null {
    const none = (t: number): boolean => denied(s, t) && known(s, t);
    const subject =
      clause.subjects.find(none) ??
      clause.objects.find(none) ??
      (none(clause.head) ? clause.head : undefined);
    if (
      subject === undefined ||
      !(exist.has(clause.lemma) || clause.head === subject || words.feasible.has(clause.lemma)) ||
      (clause.tense === "past" && layers.facts.voice(clause.index).cue === null)
    )
      return null;
    const target =
      clause.obliques.find((o) => without.has(o.prep) && o.head !== subject)?.head ??
      below(s, subject, without) ??
      // "without X there would be no deal": taken for the subject.
      complements(s, clause.head).find((c) => c !== subject && without.has(caseOf(s, c))) ??
      // "Without X, the envoy said, there can be no deal": hung on the verb of speech.
      (clause.relation === "ccomp"
        ? layers.clauses[clause.parent]?.obliques.find((o) => without.has(o.prep) && o.head < subject)?.head
        : undefined);
    return target === undefined || s.upos[target] === "PRON"
      ? null
      : { shape: "no-without", issue: upTo(doc, s, subject, target), to: text(doc, s, target) };
  }

  function denied(s: Sentence, t: number): boolean {
    for (let c = s.firstChild[t]; c >= 0 && c < t; c = s.nextSibling[c])
      if (s.deprels[c] === "det" && negators.has(s.norms[c])) return true;
    return false;
  }
}
